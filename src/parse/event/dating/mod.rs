//! Which date an event has: in its clause, above it, from an event told elsewhere; and which date nothing.

pub(super) mod bound;
pub(super) mod brief;
pub(super) mod counted;
pub(super) mod heading;
pub(super) mod items;
pub(crate) mod landmark;
pub(super) mod passing;
pub(super) mod tense;
pub(super) mod when;
