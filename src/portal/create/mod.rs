//! The wizard that makes a job: the draft as it is typed, the journal files that it reads, and the steps that show it.

pub mod draft;
pub mod journal_file;

#[cfg(target_arch = "wasm32")]
mod control;
#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod submit;
#[cfg(target_arch = "wasm32")]
mod wizard;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub use page::CreatePage;
#[cfg(target_arch = "wasm32")]
pub use steps::JournalFiles;
