//! The invariants of the service under random commands, times, splits and reloads.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fingerprint;
mod golden;
mod machine;
mod model;
#[path = "../orders/mod.rs"]
mod orders;
mod rest;
mod spoilt;
mod steps;
mod work;
mod world;
