//! Inputs and outputs: the values that a [`super::Node`] is given and gives back.
//!
//! Invariant: nothing else goes in or out, so the same values in the same order have the same effect.

use crate::store::{Storage, StoreError};

use super::message::{Asked, Envelope, Heard, Replied};
use super::second_copy::{CopyOutcome, Op};

/// What a node may look at while it deals with an input.
pub struct Host<'a> {
    /// Milliseconds since some moment; never goes back.
    pub now: f64,
    /// Milliseconds of the calendar, which all tabs share.
    pub wall: f64,
    /// localStorage, where it can be used.
    pub storage: Option<&'a dyn Storage>,
}

/// Who waits for an answer: a number that the caller has chosen.
pub type Ticket = u64;

/// What happens to a node.
#[derive(Debug)]
pub enum Input {
    /// It is to join the others.
    Start,
    /// Something came over the channel.
    Heard(Heard),
    /// Time has passed; [`super::Node::due`] says when it should have.
    Tick,
    /// What became of a lock.
    Lock(LockEvent),
    /// What the operation with this number on the second copy came to.
    Copy(u64, CopyOutcome),
    /// Somebody in this tab wants something done.
    Ask(Ticket, Asked),
    /// The tab can be seen from now on, or cannot.
    Shown(bool),
    /// The page is left.
    Leave,
    /// The workspace is being thrown away by this tab.
    Lose,
}

/// What became of a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockEvent {
    /// The one claimed in this term is there.
    Granted(u64),
    /// The one claimed in this term was taken away.
    Lost(u64),
    /// Whether the lock is held by this tab, in answer to the query with this number.
    Held(u64, bool),
    /// There are no locks here.
    None,
}

/// What a node wants done.
#[derive(Debug)]
pub enum Output {
    /// Tell the other tabs.
    Send(Envelope),
    /// Ask for the lock in this term, or take it from whoever has it.
    Claim {
        /// The term that events about it name.
        term: u64,
        /// Whether not to wait for it.
        steal: bool,
    },
    /// Leave the queue for the lock, or give it to the next.
    Release,
    /// Find out whether this tab holds the lock, and say so with this number.
    Query(u64),
    /// An operation on the second copy; its outcome comes with this number.
    Copy(u64, Op),
    /// The operation with this number is given up; it may have been done all the same.
    Drop(u64),
    /// The answer to somebody in this tab.
    Answer(Ticket, Result<Replied, NotCarriedOut>),
    /// Jobs, the log or a setting have changed.
    Changed,
    /// Time has gone on.
    Moved,
    /// How the node stands has changed.
    Health,
    /// Something has been kept: a good time to look how much room is left.
    Kept,
    /// For who debugs it.
    Warn(String),
}

/// Why a request has no response, or a setting was not changed: the change could not be kept, and
/// so was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCarriedOut {
    /// The browser's storage has no room left.
    Full,
    /// The storage refused for another reason, in the browser's own words.
    Storage(String),
    /// No tab that leads answered in time.
    NoAnswer,
    /// A newer version of the portal has written the data; this page must be reloaded.
    Outdated,
    /// The workspace was thrown away in another tab.
    Gone,
}

impl From<StoreError> for NotCarriedOut {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => NotCarriedOut::Full,
            StoreError::Blocked(words) => NotCarriedOut::Storage(words),
        }
    }
}

/// Why a change is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// For a reason that the user is told.
    NotDone(NotCarriedOut),
    /// Another tab leads by now and should be asked.
    NotLeading,
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        NotKept::NotDone(error.into())
    }
}

impl From<NotKept> for Replied {
    fn from(error: NotKept) -> Self {
        match error {
            NotKept::NotDone(NotCarriedOut::Full) => Replied::Full,
            NotKept::NotDone(NotCarriedOut::Storage(words)) => Replied::Storage(words),
            NotKept::NotDone(NotCarriedOut::Outdated) => Replied::Outdated,
            NotKept::NotDone(NotCarriedOut::Gone) => Replied::Gone,
            NotKept::NotDone(NotCarriedOut::NoAnswer) | NotKept::NotLeading => Replied::Again,
        }
    }
}

/// Why nothing is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemoryOnly {
    /// The browser refuses storage to this page, in its own words.
    Blocked(String),
    /// There is no room for the workspace.
    NoRoom,
    /// Nobody asked for it: a workspace made for a demonstration or a test.
    Wanted,
}

impl From<StoreError> for MemoryOnly {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => MemoryOnly::NoRoom,
            StoreError::Blocked(words) => MemoryOnly::Blocked(words),
        }
    }
}

/// A tab among the others that show the same workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Tabs do not hear of each other here.
    Alone,
    /// It is not settled yet.
    Undecided,
    /// This tab carries out everybody's commands.
    Leader,
    /// Another tab carries out this one's commands.
    Follower,
}
