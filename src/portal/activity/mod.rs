//! The activity log across all jobs: its entries, and the page that lists them.

pub mod model;
pub mod wanted;

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
pub use page::ActivityPage;
