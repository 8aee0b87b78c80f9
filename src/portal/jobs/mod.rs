//! The list of jobs: its model, and the page with its table, filters and commands.

pub mod model;

#[cfg(target_arch = "wasm32")]
mod bulk;
#[cfg(target_arch = "wasm32")]
mod command_bar;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod filters;
#[cfg(target_arch = "wasm32")]
mod nothing;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod pills;
#[cfg(target_arch = "wasm32")]
mod reasons;
#[cfg(target_arch = "wasm32")]
mod refresh;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod strip;
#[cfg(target_arch = "wasm32")]
mod table;

#[cfg(target_arch = "wasm32")]
pub use bulk::BulkDialog;
#[cfg(target_arch = "wasm32")]
pub use exports::{ColumnsMenu, ExportMenu};
#[cfg(target_arch = "wasm32")]
pub use nothing::Nothing;
#[cfg(target_arch = "wasm32")]
pub use page::JobsPage;
#[cfg(target_arch = "wasm32")]
pub use pills::Pills;
#[cfg(target_arch = "wasm32")]
pub use reasons::Reasons;
#[cfg(target_arch = "wasm32")]
pub use refresh::refresh;
#[cfg(target_arch = "wasm32")]
pub use state::List;
