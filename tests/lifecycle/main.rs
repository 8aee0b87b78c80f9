//! Whole lives of jobs: the stories that the product teaches, its rules, and every fault to its end.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod faults;
mod lab;
#[path = "../orders/mod.rs"]
mod orders;
mod rules;
mod stories;
