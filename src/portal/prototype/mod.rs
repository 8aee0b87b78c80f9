//! The prototyper's room: overrides of what the portal meets on its way to the service, of what it shows and of how it
//! looks, each a switch in the address, and the panel "Prototype" in which they are set; and
//! the gallery of its parts.

pub mod data;
pub mod gallery;
pub mod look;
pub mod network;
pub mod pins;
pub mod reading;
pub mod switches;

#[cfg(target_arch = "wasm32")]
mod badge;
#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod fields;
#[cfg(target_arch = "wasm32")]
mod hold;
#[cfg(target_arch = "wasm32")]
mod link;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
pub mod way;

#[cfg(target_arch = "wasm32")]
pub use panel::Prototype;
