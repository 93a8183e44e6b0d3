//! The nom grammars: times, events, names, roles. Each production is a free function over a prefix.

pub(crate) mod event;
pub(crate) mod relation;
pub(crate) mod time;
