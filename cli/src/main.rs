//! The command `timeline`.

fn main() {}
