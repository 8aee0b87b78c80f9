//! The portal: what people see, a room for each feature. What needs no browser in it compiles and is tested natively.

pub mod activity;
pub mod call_history;
pub mod conformance;
pub mod console;
pub mod create;
pub mod embed;
pub mod job;
pub mod jobs;
#[cfg(target_arch = "wasm32")]
pub mod learn;
pub mod present;
pub mod prototype;
pub mod route;
pub mod settings;
pub mod text;
pub mod ui;
pub mod welcome;

#[cfg(target_arch = "wasm32")]
pub mod backend;
#[cfg(target_arch = "wasm32")]
pub mod rooms;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod timeline;

#[cfg(target_arch = "wasm32")]
pub use shell::mount;
