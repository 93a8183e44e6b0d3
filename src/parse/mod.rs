//! The grammars: times, events, names, roles. Each production is a free function over a prefix.

pub(crate) mod apposition;
pub(crate) mod correction;
pub(crate) mod event;
mod field;
pub(crate) mod figure;
mod mention;
mod name;
mod reference;
pub(crate) mod relation;
mod role;
mod sex;
pub(crate) mod time;
pub(crate) mod word;
