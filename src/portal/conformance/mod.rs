//! The conformance page: what of the service's contract works here, and what shows it.

pub mod model;

#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub use page::ConformancePage;
