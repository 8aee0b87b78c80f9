//! What a job's page shows, as plain values: worked out here, tested natively, drawn by the page.

pub mod calls;
pub mod diagram;
pub mod happening;
pub mod layout;
pub mod log;
pub mod story;
pub mod timeline;
pub mod tracker;
pub mod tracking;
pub mod ways;
pub mod words;
