//! Wire: jobs and places in the JSON of Microsoft.ImportExport, both ways.

mod body;
mod date;
mod job;
mod order;
mod parts;
mod patch;
mod place;

pub use body::FieldError;
pub use date::iso;
pub use job::{Detail, bitlocker_keys_json, job_json};
pub use order::{OLD_LIST_FILE, parse_order};
pub use patch::parse_patch;
pub use place::{location_json, operations_json};

/// The resource type of a job.
pub const JOB_TYPE: &str = "Microsoft.ImportExport/jobs";
