//! Branches: the lines of time of one workspace, of which one is the present.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::sorted::sort_by;
use crate::service::workspace::Workspace;

use super::command::JournalCommand;
use super::line::{Journal, JournalEntry, Limits, LookError, Moment};

/// The most branches.
pub const MOST_BRANCHES: usize = 8;
/// The most characters of a branch's name.
pub const MOST_NAME: usize = 40;

/// The number of a branch; the first is 1.
pub type BranchNo = u32;

/// A line of time with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Its number, which no other branch of the workspace ever has.
    pub no: BranchNo,
    /// Its name; empty while nobody has given it one.
    pub name: String,
    /// Whether it is held against being discarded.
    pub pinned: bool,
    /// Which branch it left, and at which moment; none for the first.
    pub left: Option<(BranchNo, Moment)>,
    /// Its line.
    pub journal: Journal,
}

/// Why something is not done with a branch. Nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum BranchError {
    /// There is no such branch.
    NoSuchBranch(BranchNo),
    /// There are [`MOST_BRANCHES`] already.
    TooMany,
    /// The present cannot be discarded.
    Present,
    /// It is pinned.
    Pinned,
    /// A name has at most [`MOST_NAME`] characters and no control characters.
    BadName,
    /// The moment cannot be had.
    Look(LookError),
}

impl From<LookError> for BranchError {
    fn from(error: LookError) -> Self {
        BranchError::Look(error)
    }
}

/// How much a recording still takes before its oldest commands are folded into the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordingRoom {
    /// How many commands the present branch has.
    pub commands: usize,
    /// How many bytes all branches take.
    pub bytes: usize,
    /// How much they may.
    pub limits: Limits,
}

impl RecordingRoom {
    /// Whether folding is near: fewer commands than one fold, or an eighth of the bytes, are left.
    pub fn is_scarce(self) -> bool {
        let Limits { commands, keep_every, bytes } = self.limits;
        self.commands + keep_every > commands || self.bytes > bytes / 8 * 7
    }

    fn is_used_up(self) -> bool {
        self.commands > self.limits.commands || self.bytes > self.limits.bytes
    }
}

/// The lines of time of one workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct Branches {
    present: Branch,
    others: Vec<Branch>,
    next: BranchNo,
}

impl Branches {
    /// One branch, which begins with this workspace.
    pub fn new(beginning: Workspace, limits: Limits) -> Branches {
        let journal = Journal::new(beginning, limits);
        let present = Branch { no: 1, name: String::new(), pinned: false, left: None, journal };
        Branches { present, others: Vec::new(), next: 2 }
    }

    /// Branches as they were stored; none unless each number is there once and there are not too many.
    pub fn stored(present: Branch, others: Vec<Branch>) -> Option<Branches> {
        let numbers: BTreeSet<BranchNo> = others.iter().chain([&present]).map(|branch| branch.no).collect();
        let next = numbers.last()?.checked_add(1)?;
        let right = numbers.len() == others.len() + 1 && numbers.len() <= MOST_BRANCHES;
        right.then_some(Branches { present, others, next })
    }

    /// Every branch, in the order they were made.
    pub fn all(&self) -> Vec<&Branch> {
        let mut all: Vec<&Branch> = self.others.iter().chain([&self.present]).collect();
        sort_by(&mut all, |one, other| one.no.cmp(&other.no));
        all
    }

    /// The branch that is the present.
    pub fn present(&self) -> &Branch {
        &self.present
    }

    /// The branch with this number.
    ///
    /// # Errors
    /// [`BranchError::NoSuchBranch`].
    pub fn get(&self, no: BranchNo) -> Result<&Branch, BranchError> {
        let mut all = self.others.iter().chain([&self.present]);
        all.find(|branch| branch.no == no).ok_or(BranchError::NoSuchBranch(no))
    }

    fn get_mut(&mut self, no: BranchNo) -> Result<&mut Branch, BranchError> {
        let mut all = self.others.iter_mut().chain([&mut self.present]);
        all.find(|branch| branch.no == no).ok_or(BranchError::NoSuchBranch(no))
    }

    /// Writes an accepted command down in the present line; `after` is the workspace right after it, before time goes
    /// on. Returns how many of the oldest commands were folded for its sake.
    pub fn record(&mut self, by: Actor, command: JournalCommand, after: &Workspace) -> usize {
        self.present.journal.record(by, command, after);
        let mut folded = 0;
        while self.room().is_used_up() {
            match self.present.journal.fold() {
                // What other branches take is not this one's to fold; and what cannot be replayed stays as it is.
                Ok(0) | Err(_) => break,
                Ok(count) => folded += count,
            }
        }
        folded
    }

    /// Folds the oldest commands of the present line into its beginning, and returns how many.
    ///
    /// # Errors
    /// [`LookError::Refused`]: the line is as it was.
    pub fn fold_present(&mut self) -> Result<usize, LookError> {
        self.present.journal.fold()
    }

    /// Puts a stored entry behind the others of the present line, which is carried out on `present`.
    ///
    /// # Errors
    /// [`LookError`]: the line is as it was.
    pub fn replay(&mut self, entry: JournalEntry, present: &mut Workspace) -> Result<(), LookError> {
        self.present.journal.replay(Arc::new(entry), present)
    }

    /// Time has gone on to `now` in the present line.
    pub fn reach(&mut self, now: SimTime) {
        self.present.journal.reach(now);
    }

    /// How much room the recording takes.
    pub fn room(&self) -> RecordingRoom {
        let mut seen = BTreeSet::new();
        let branches = self.others.iter().chain([&self.present]);
        let entries = branches.flat_map(|branch| branch.journal.entries());
        let own = entries.filter(|entry| self.others.is_empty() || seen.insert(Arc::as_ptr(entry)));
        let bytes = own.map(|entry: &Arc<JournalEntry>| entry.bytes()).sum();
        let journal = &self.present.journal;
        RecordingRoom { commands: journal.entries().len(), bytes, limits: journal.limits() }
    }

    /// Goes on from a moment of a branch in a new one, which is the present from then on; the old one stays as it was.
    /// Returns the workspace at that moment.
    ///
    /// # Errors
    /// [`BranchError`].
    pub fn fork(&mut self, no: BranchNo, moment: Moment) -> Result<Workspace, BranchError> {
        if self.others.len() + 1 >= MOST_BRANCHES {
            return Err(BranchError::TooMany);
        }
        let from = &self.get(no)?.journal;
        let workspace = from.at(moment)?;
        let journal = from.fork(moment)?;
        let branch =
            Branch { no: self.next, name: String::new(), pinned: false, left: Some((no, moment)), journal };
        self.next += 1;
        self.others.push(std::mem::replace(&mut self.present, branch));
        Ok(workspace)
    }

    /// Makes another branch the present, and returns the workspace as it stood there.
    ///
    /// # Errors
    /// [`BranchError`].
    pub fn switch(&mut self, no: BranchNo) -> Result<Workspace, BranchError> {
        let journal = &self.get(no)?.journal;
        let workspace = journal.at(journal.last())?;
        if let Some(other) = self.others.iter_mut().find(|branch| branch.no == no) {
            std::mem::swap(other, &mut self.present);
        }
        Ok(workspace)
    }

    /// Gives a branch a name; an empty one takes it away.
    ///
    /// # Errors
    /// [`BranchError`].
    pub fn rename(&mut self, no: BranchNo, name: &str) -> Result<(), BranchError> {
        let name = name.trim();
        if name.chars().count() > MOST_NAME || name.chars().any(char::is_control) {
            return Err(BranchError::BadName);
        }
        self.get_mut(no)?.name = name.to_owned();
        Ok(())
    }

    /// Holds a branch against being discarded, or lets it go.
    ///
    /// # Errors
    /// [`BranchError::NoSuchBranch`].
    pub fn pin(&mut self, no: BranchNo, pinned: bool) -> Result<(), BranchError> {
        self.get_mut(no)?.pinned = pinned;
        Ok(())
    }

    /// Throws a branch away.
    ///
    /// # Errors
    /// [`BranchError`]: it is the present, or pinned, or not there.
    pub fn discard(&mut self, no: BranchNo) -> Result<(), BranchError> {
        let branch = self.get(no)?;
        if no == self.present.no {
            return Err(BranchError::Present);
        }
        if branch.pinned {
            return Err(BranchError::Pinned);
        }
        self.others.retain(|branch| branch.no != no);
        Ok(())
    }
}
