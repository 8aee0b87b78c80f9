//! The portal: pages over the API. What needs no browser in it compiles and is tested natively.

pub mod activity;
pub mod anew;
pub mod answers;
pub mod console;
pub mod draft;
pub mod history;
pub mod job;
pub mod journal;
pub mod json;
pub mod letters;
pub mod list;
pub mod route;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod backend;
#[cfg(target_arch = "wasm32")]
pub mod commands;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod drawing;
#[cfg(target_arch = "wasm32")]
pub mod feedback;
#[cfg(target_arch = "wasm32")]
pub mod format;
#[cfg(target_arch = "wasm32")]
pub mod later;
#[cfg(target_arch = "wasm32")]
pub mod navigation;
#[cfg(target_arch = "wasm32")]
pub mod openings;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod preferences;
#[cfg(target_arch = "wasm32")]
pub mod texts;
#[cfg(target_arch = "wasm32")]
pub mod throttle;

#[cfg(target_arch = "wasm32")]
pub use app::mount;
