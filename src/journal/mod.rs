//! The journal: what was asked of a workspace, when and by whom, so that any moment can be had again.

pub mod annex;
pub mod branches;
pub mod command;
pub mod compare;
pub mod events;
pub mod format;
pub mod line;
pub mod moments;
pub mod run;
pub mod session;
pub mod travel;
pub mod undo;
mod words;

pub use branches::{Branch, BranchError, BranchNo, Branches};
pub use command::{Advance, Inject, InjectedFault, JobRef, JournalCommand, Rewind, Sent, Ship, Until};
pub use line::{Journal, JournalEntry, Limits, LookError, Moment};
pub use run::{CommandRefusal, Outcome, run};
pub use session::{NotRun, Session};
pub use undo::Undo;

/// The version of the rules by which commands are carried out. It rises with every change after which the same commands
/// would make another history; a journal of other rules cannot be replayed.
pub const RULES: u32 = 1;
