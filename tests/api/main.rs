//! The REST API as its callers see it: a request goes in, a response comes out.

#![allow(clippy::expect_used, reason = "a test that finds something missing says so by stopping")]

mod bodies;
mod conformance;
mod errors;
mod explain;
mod fuzz;
mod lists;
mod optional;
mod rules;
mod shapes;
mod snippets;
mod support;
mod updates;
mod versions;
