//! People and offices that share what is told of them: lists, tables, lives in rows, tenures in brackets.

pub(super) mod below;
pub(super) mod brackets;
pub(super) mod career;
pub(super) mod list;
pub(super) mod record;
pub(super) mod respectively;
pub(super) mod roster;
pub(in crate::parse::event) mod singular;
pub(super) mod table;
