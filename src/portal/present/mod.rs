//! The room for those who present: large type without a frame, a recording that is played stop by stop with captions, and
//! a demo that starts over by a key or when nobody touches it. docs/presenting.md tells it to those who stand in front.

pub mod captions;
pub mod demo;
pub mod keys;
pub mod show;
pub mod stops;
pub mod timing;

#[cfg(target_arch = "wasm32")]
mod anew;
#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod film;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod listening;
#[cfg(target_arch = "wasm32")]
mod more;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod stage;

#[cfg(target_arch = "wasm32")]
pub use bar::Presenter;
#[cfg(target_arch = "wasm32")]
pub use kept::{Door, door};
