//! The welcome: the first steps of somebody who has never been here, and the help that stays.

pub mod model;

#[cfg(target_arch = "wasm32")]
mod help;
#[cfg(target_arch = "wasm32")]
mod show_me;
#[cfg(target_arch = "wasm32")]
mod steps;

#[cfg(target_arch = "wasm32")]
pub use help::HelpDialog;
#[cfg(target_arch = "wasm32")]
pub use steps::FirstSteps;
