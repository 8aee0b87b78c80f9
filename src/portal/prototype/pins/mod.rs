//! Pins: numbered notes on controls, kept in the link.

#[cfg(target_arch = "wasm32")]
pub mod marks;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod section;
