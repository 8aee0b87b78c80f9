//! The recorder: a lesson that somebody makes out of what was done in a recorded workspace.

mod branches;
mod checks;
mod desk;
mod moves;
mod page;
mod said;
mod tasks;
mod words;

pub use page::Recorder;
