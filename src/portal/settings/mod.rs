//! The settings of the portal and of the workspace.

pub mod beginning;

#[cfg(target_arch = "wasm32")]
mod aside;
#[cfg(target_arch = "wasm32")]
mod choice;
#[cfg(target_arch = "wasm32")]
mod look;
#[cfg(target_arch = "wasm32")]
mod offline;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod recording;
#[cfg(target_arch = "wasm32")]
mod rules;
#[cfg(target_arch = "wasm32")]
mod speed;
#[cfg(target_arch = "wasm32")]
mod storage;
#[cfg(target_arch = "wasm32")]
mod workspaces;

#[cfg(target_arch = "wasm32")]
pub use offline::{OfflineCard, Renewal};
#[cfg(target_arch = "wasm32")]
pub use page::SettingsPage;
#[cfg(target_arch = "wasm32")]
pub use workspaces::{ConfirmAdopt, Links, LoadSamples, OpenFromFile, Rename, StartOver, lead_to_workspaces};
