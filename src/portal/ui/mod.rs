//! The interface's building blocks: controls, dialogs, feedback and the reactive helpers below them; values in, callbacks out.

pub mod json;
pub mod state_look;

#[cfg(target_arch = "wasm32")]
pub mod anchors;
#[cfg(target_arch = "wasm32")]
pub mod changes;
#[cfg(target_arch = "wasm32")]
pub mod clock;
#[cfg(target_arch = "wasm32")]
pub mod commands;
#[cfg(target_arch = "wasm32")]
mod controls;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(target_arch = "wasm32")]
pub mod feedback;
#[cfg(target_arch = "wasm32")]
pub mod first_paint;
#[cfg(target_arch = "wasm32")]
pub mod preferences;
#[cfg(target_arch = "wasm32")]
pub mod reactive;
#[cfg(target_arch = "wasm32")]
mod search_wanted;
#[cfg(target_arch = "wasm32")]
pub mod spoken;
#[cfg(target_arch = "wasm32")]
mod steps_shown;
#[cfg(target_arch = "wasm32")]
pub mod workspace_names;

#[cfg(target_arch = "wasm32")]
pub use controls::*;
#[cfg(target_arch = "wasm32")]
pub use dialogs::*;
#[cfg(target_arch = "wasm32")]
pub use feedback::{Banner, LiveRegions, MessagePage};
#[cfg(target_arch = "wasm32")]
pub use search_wanted::SearchWanted;
#[cfg(target_arch = "wasm32")]
pub use steps_shown::StepsShown;
