//! The gallery: every part of the interface, in every state, each at an address of its own, with the tokens that it uses.

pub mod frames;
pub mod registry;
pub mod rules;

#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod specimens;
#[cfg(target_arch = "wasm32")]
mod tokens;
#[cfg(target_arch = "wasm32")]
mod widths;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub use page::GalleryPage;
