//! The frames that words of several kinds share: who does what to whom, and how the office is told.

pub(super) mod accept;
pub(super) mod apart;
pub(super) mod asked;
pub(super) mod authority;
pub(super) mod charge;
pub(super) mod gapped;
pub(super) mod install;
pub(super) mod noun;
pub(super) mod people;
pub(super) mod serve;
pub(super) mod slot;
pub(super) mod succeed;
mod verdict;
