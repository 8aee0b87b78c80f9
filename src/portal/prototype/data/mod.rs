//! Data as the prototyper wants it: how many jobs, in which states, with which texts, in a workspace of its own.

pub mod build;
#[cfg(target_arch = "wasm32")]
pub mod section;
pub mod spec;
