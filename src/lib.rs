//! The library of the Import/Export portal.

pub mod domain;
pub mod service;

#[cfg(target_arch = "wasm32")]
pub mod portal;
