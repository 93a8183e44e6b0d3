//! What the measuring programs share: a corpus that makes itself, and texts made to trap what is not linear.

pub mod corpus;
pub mod stage;
pub mod traps;
