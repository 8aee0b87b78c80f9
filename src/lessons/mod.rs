//! Lessons: exercises that are data. A lesson's test is a replay, and so is its answer key. `docs/lessons.md` is for
//! those who write them.

pub mod anchor;
pub mod check;
pub mod class;
pub mod coverage;
pub mod draft;
pub mod evidence;
pub mod lesson;
pub mod lint;
pub mod note;
pub mod predicate;
pub mod progress;
pub mod read;
pub mod rescue;
pub mod run;
pub mod standing;
pub mod step;
pub mod submission;
pub mod texts;
mod words;

pub use evidence::Evidence;
pub use lesson::{Lesson, Task};
pub use read::{NotALesson, read, read_parts};
pub use run::Run;
pub use standing::Standing;

/// The format that every lesson names.
pub const FORMAT: &str = "lesson/1";
