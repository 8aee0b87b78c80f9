//! The store: how a workspace is kept in the browser, entry by entry, and read again.
//!
//! Everything but [`browser`] is plain Rust over the port [`Storage`], so that faults can be
//! injected natively.

pub mod aside;
pub mod codec;
pub mod entries;
pub mod fresh;
pub mod ledger;
pub mod load;
pub mod memory;
pub mod migrate;
pub mod newest;
pub mod port;
pub mod portable;
pub mod sense;
pub mod slots;
pub mod usage;
pub mod writes;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use port::{Storage, StoreError};
