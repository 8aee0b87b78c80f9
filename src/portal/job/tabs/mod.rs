//! The tabs of a job's page beside its overview.

mod calls;
mod drives;
mod json;
mod keys;
mod tracking;

pub use calls::Calls;
pub use drives::Drives;
pub use json::JobJson;
pub use keys::Keys;
pub use tracking::Tracking;
