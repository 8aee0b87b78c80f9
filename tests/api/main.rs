//! The REST API as its callers see it: a request goes in, a response comes out.

mod bodies;
mod errors;
mod fuzz;
mod lists;
mod rules;
mod shapes;
mod support;
