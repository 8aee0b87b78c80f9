//! Lessons: hostile ones are refused with a reason, and what one stands for is found the same by anybody.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod checker;
mod class;
mod collection;
mod course;
mod draft;
mod hostile;
mod predicates;
mod progress;
mod support;
