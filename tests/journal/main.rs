//! The journal: commands in their spelling, moments had again, branches.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod files;
mod inject;
mod kept;
mod lines;
mod past;
mod spelling;
mod support;
mod walks;
