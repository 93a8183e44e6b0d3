//! The kinds of office events: what tells each, and what does not.

pub(super) mod appointment;
pub(super) mod credentials;
pub(super) mod death;
pub(super) mod dismissal;
pub(super) mod election;
pub(super) mod nomination;
pub(super) mod resignation;
pub(super) mod term_end;
pub(super) mod term_start;
