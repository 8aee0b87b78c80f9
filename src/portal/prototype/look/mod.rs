//! The look: themes, languages, density, direction, size of text, brands and tokens, tried live on every page.

pub mod brands;
pub mod change;
pub mod colour;
pub mod media;
pub mod model;
pub mod pairs;
pub mod pseudo;
pub mod sheet;

#[cfg(target_arch = "wasm32")]
mod palette;
#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
pub mod wanted;
#[cfg(target_arch = "wasm32")]
mod wear;

#[cfg(target_arch = "wasm32")]
pub use view::LookSection;
#[cfg(target_arch = "wasm32")]
pub use wear::{Worn, change as change_look};
