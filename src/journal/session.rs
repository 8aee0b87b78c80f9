//! A session: a recorded workspace with its present, where every command can be run, rewinds too.

use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

use super::branches::{Branch, BranchError, BranchNo, Branches};
use super::command::{JournalCommand, Rewind};
use super::line::{JournalEntry, Limits, LookError, Moment};
use super::run::{CommandRefusal, Outcome, Ready, pass, prepare};

/// A recorded workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    branches: Branches,
    present: Workspace,
}

/// Why a session does not do what it is asked. Nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRun {
    /// The command is refused.
    Refused(CommandRefusal),
    /// The journal does not take it.
    Branch(BranchError),
}

impl From<CommandRefusal> for NotRun {
    fn from(refusal: CommandRefusal) -> Self {
        NotRun::Refused(refusal)
    }
}

impl From<BranchError> for NotRun {
    fn from(error: BranchError) -> Self {
        NotRun::Branch(error)
    }
}

impl Session {
    /// A recording that begins with this workspace.
    pub fn new(beginning: Workspace) -> Session {
        Session::with(beginning, Limits::default())
    }

    /// The same with limits of its own.
    pub fn with(beginning: Workspace, limits: Limits) -> Session {
        Session { branches: Branches::new(beginning.clone(), limits), present: beginning }
    }

    /// A recording as it was stored, at the end of its present branch.
    ///
    /// # Errors
    /// [`BranchError::Look`]: the journal is not what it was.
    pub fn stored(branches: Branches) -> Result<Session, BranchError> {
        let journal = &branches.present().journal;
        let present = journal.at(journal.last())?;
        Ok(Session { branches, present })
    }

    /// The workspace as it is now.
    pub fn present(&self) -> &Workspace {
        &self.present
    }

    /// Its lines of time.
    pub fn branches(&self) -> &Branches {
        &self.branches
    }

    /// Its lines of time, to be named, pinned and discarded.
    pub fn branches_mut(&mut self) -> &mut Branches {
        &mut self.branches
    }

    /// Runs a command and writes it down.
    ///
    /// # Errors
    /// [`NotRun`]: neither workspace nor journal has changed.
    pub fn run(&mut self, command: &JournalCommand, by: Actor) -> Result<Outcome, NotRun> {
        if let JournalCommand::Rewind(rewind) = command {
            return self.rewind(*rewind);
        }
        let Ready { command, outcome, change } = prepare(&self.present, command, by)?;
        let Some(change) = change else { return Ok(outcome) };
        self.present.apply(&change);
        self.branches.record(by, command, &self.present);
        if let Outcome::Advanced { to, .. } = outcome {
            self.pass(to);
        }
        Ok(outcome)
    }

    /// Puts a stored entry behind the others and carries it out.
    ///
    /// # Errors
    /// [`LookError`]: the branch is as it was.
    pub fn replay(&mut self, entry: JournalEntry) -> Result<(), LookError> {
        self.branches.replay(entry, &mut self.present)
    }

    /// Lets time pass without anybody asking for it.
    pub fn pass(&mut self, to: SimTime) {
        pass(&mut self.present, to);
        self.branches.reach(self.present.now());
    }

    fn rewind(&mut self, rewind: Rewind) -> Result<Outcome, NotRun> {
        let now = self.present.now();
        let to = match rewind {
            Rewind::By(span) => SimTime::from_millis(now.millis().saturating_sub(span.as_millis())),
            Rewind::To(to) => to,
        };
        let Branch { no, journal, .. } = self.branches.present();
        if to > now || to < journal.first().at {
            return Err(NotRun::Branch(LookError::NotThere.into()));
        }
        self.go_on_from(*no, journal.moment_at(to))?;
        Ok(Outcome::Advanced { from: now, to })
    }

    /// Goes on from a moment of a branch in a new branch.
    ///
    /// # Errors
    /// [`BranchError`].
    pub fn go_on_from(&mut self, no: BranchNo, moment: Moment) -> Result<(), BranchError> {
        self.present = self.branches.fork(no, moment)?;
        Ok(())
    }

    /// Makes another branch the present.
    ///
    /// # Errors
    /// [`BranchError`].
    pub fn switch(&mut self, no: BranchNo) -> Result<(), BranchError> {
        self.present = self.branches.switch(no)?;
        Ok(())
    }
}
