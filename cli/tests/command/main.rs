//! The binary, run as a shell would run it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod bad_input;
mod check;
mod commands;
mod decisions;
mod diff;
mod pages;
mod rules;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
