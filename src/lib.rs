//! The library of the Import/Export portal.

#[cfg(target_arch = "wasm32")]
pub mod portal;
