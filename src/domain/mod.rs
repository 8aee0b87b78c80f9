//! The rules and values of the Import/Export service: plain Rust without clock, chance or browser.

pub mod account;
pub mod drive;
pub mod fault;
pub mod injection;
pub mod job;
pub mod job_type;
pub mod name;
pub mod place;
pub mod sample;
pub mod shipping;
pub mod state;
pub mod tags;
pub mod text;
pub mod time;
