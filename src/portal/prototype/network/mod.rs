//! The network as the prototyper wants it: how long answers take and which of them fail.

pub mod answers;
pub mod draws;
pub mod plan;
#[cfg(target_arch = "wasm32")]
pub mod section;
