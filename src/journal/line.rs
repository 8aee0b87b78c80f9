//! A journal: the beginning of a workspace and all that was asked of it since, in one line of time.

use std::sync::Arc;

use serde_json::json;

use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

use super::command::JournalCommand;
use super::run::{CommandRefusal, Ready, pass, prepare};

/// How much a recording takes. Tests have small ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most commands of a line; beyond them the oldest are folded into the beginning.
    pub commands: usize,
    /// A state is kept after so many commands, so that no moment is farther away than that; and so many are folded
    /// into the beginning at once.
    pub keep_every: usize,
    /// The most bytes that the commands of all branches take where they are stored; what branches have in common
    /// counts once.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { commands: 2_000, keep_every: 200, bytes: 512 * 1024 }
    }
}

/// Something that was asked of a workspace, and accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// When, in simulated time.
    pub at: SimTime,
    /// By whom.
    pub by: Actor,
    /// What.
    pub command: JournalCommand,
    bytes: usize,
}

impl JournalEntry {
    /// An entry of this time.
    pub fn new(at: SimTime, by: Actor, command: JournalCommand) -> JournalEntry {
        let mut entry = JournalEntry { at, by, command, bytes: 0 };
        entry.bytes = entry.json().to_string().len();
        entry
    }

    /// Lets time go on to it and carries it out again, as far as it was carried out at once.
    ///
    /// # Errors
    /// [`CommandRefusal`]: time has gone on, and nothing else has changed.
    pub fn carry_out(&self, workspace: &mut Workspace) -> Result<(), CommandRefusal> {
        pass(workspace, self.at);
        let Ready { change, .. } = prepare(workspace, &self.command, self.by)?;
        if let Some(change) = &change {
            workspace.apply(change);
        }
        Ok(())
    }

    /// How many bytes it takes where it is stored.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The entry as it is stored: milliseconds of simulated time, `portal` or `rest`, and the command.
    pub fn json(&self) -> serde_json::Value {
        json!([self.at.millis(), actor_name(self.by), self.command])
    }
}

/// The name of who asks.
pub fn actor_name(by: Actor) -> &'static str {
    match by {
        Actor::Portal => "portal",
        Actor::Rest => "rest",
        Actor::Service => "service",
    }
}

/// A moment of a line: a time, and how much had been asked by then, since several things may be asked at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// How many commands had been given, those that are folded into the beginning among them.
    pub commands: usize,
    /// When, in simulated time.
    pub at: SimTime,
}

/// Why a moment cannot be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum LookError {
    /// It is not in this line, or no longer.
    NotThere,
    /// The command with this number, counted from 0, is refused where it was accepted: the line is not what it was.
    Refused(usize, CommandRefusal),
}

/// A line of time that can be had again, every moment equal to the byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    beginning: Workspace,
    /// How many commands are folded into the beginning.
    folded: usize,
    /// Shared by the branches that have them in common.
    entries: Vec<Arc<JournalEntry>>,
    /// States right after so many commands, fewest first.
    kept: Vec<(usize, Workspace)>,
    /// How far the line goes.
    end: SimTime,
    limits: Limits,
}

impl Journal {
    /// A line that begins with this workspace.
    pub fn new(beginning: Workspace, limits: Limits) -> Journal {
        Journal::continued(beginning, 0, limits)
    }

    /// A line that begins with this workspace, into which so many commands are folded.
    pub fn continued(beginning: Workspace, folded: usize, limits: Limits) -> Journal {
        let end = beginning.now();
        Journal { beginning, folded, entries: Vec::new(), kept: Vec::new(), end, limits }
    }

    /// How much it takes.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// What it begins with.
    pub fn beginning(&self) -> &Workspace {
        &self.beginning
    }

    /// How many commands are folded into the beginning.
    pub fn folded(&self) -> usize {
        self.folded
    }

    /// What was asked, oldest first, without what is folded into the beginning.
    pub fn entries(&self) -> &[Arc<JournalEntry>] {
        &self.entries
    }

    /// How many commands were given in all.
    pub fn commands(&self) -> usize {
        self.folded + self.entries.len()
    }

    /// The entry with this number, counted from 0 over the whole line.
    pub fn entry(&self, no: usize) -> Option<&Arc<JournalEntry>> {
        self.entries.get(no.checked_sub(self.folded)?)
    }

    /// The first moment.
    pub fn first(&self) -> Moment {
        Moment { commands: self.folded, at: self.beginning.now() }
    }

    /// The last moment, which is the present of the line.
    pub fn last(&self) -> Moment {
        Moment { commands: self.commands(), at: self.end }
    }

    /// The moment at this time, after all that was asked at it; the nearest where the line does not go so far.
    pub fn moment_at(&self, at: SimTime) -> Moment {
        let at = at.clamp(self.beginning.now(), self.end);
        Moment { commands: self.folded + self.entries.partition_point(|entry| entry.at <= at), at }
    }

    /// The moment before the last command that had been given at `moment`.
    pub fn before_last(&self, moment: Moment) -> Option<Moment> {
        let no = moment.commands.checked_sub(1)?;
        Some(Moment { commands: no, at: self.entry(no)?.at })
    }

    /// Writes an accepted command down, as [`super::run::prepare`] resolved it; `after` is the workspace right after
    /// it, before time goes on.
    pub fn record(&mut self, by: Actor, command: JournalCommand, after: &Workspace) {
        self.push(Arc::new(JournalEntry::new(after.now(), by, command)), after);
    }

    fn push(&mut self, entry: Arc<JournalEntry>, after: &Workspace) {
        self.entries.push(entry);
        if self.commands().is_multiple_of(self.limits.keep_every) {
            self.kept.push((self.commands(), after.clone()));
        }
        self.reach(after.now());
    }

    /// Time has gone on to `now`.
    pub fn reach(&mut self, now: SimTime) {
        self.end = self.end.max(now);
    }

    /// Puts an entry of a stored line behind the others, which is carried out on `present`, the workspace at the end
    /// of the line.
    ///
    /// # Errors
    /// [`LookError`]: it is older than the line, or refused. The line is as it was.
    pub fn replay(&mut self, entry: Arc<JournalEntry>, present: &mut Workspace) -> Result<(), LookError> {
        if entry.at < self.end {
            return Err(LookError::NotThere);
        }
        entry.carry_out(present).map_err(|refusal| LookError::Refused(self.commands(), refusal))?;
        self.push(entry, present);
        Ok(())
    }

    /// The workspace as it was at a moment, equal to the byte.
    ///
    /// # Errors
    /// [`LookError`].
    pub fn at(&self, moment: Moment) -> Result<Workspace, LookError> {
        let given = moment.commands.checked_sub(self.folded).ok_or(LookError::NotThere)?;
        let asked = self.entries.get(..given).ok_or(LookError::NotThere)?;
        let from = asked.last().map_or(self.beginning.now(), |entry| entry.at);
        let until = self.entries.get(given).map_or(self.end, |next| next.at);
        if !(from..=until).contains(&moment.at) {
            return Err(LookError::NotThere);
        }
        let near = self.kept.iter().rev().find(|(commands, _)| *commands <= moment.commands);
        let (mut no, mut workspace) = match near {
            Some((commands, state)) => (*commands, state.clone()),
            None => (self.folded, self.beginning.clone()),
        };
        for entry in asked.iter().skip(no - self.folded) {
            entry.carry_out(&mut workspace).map_err(|refusal| LookError::Refused(no, refusal))?;
            no += 1;
        }
        pass(&mut workspace, moment.at);
        Ok(workspace)
    }

    /// A line that is this one up to `moment` and then goes its own way.
    ///
    /// # Errors
    /// [`LookError::NotThere`].
    pub fn fork(&self, moment: Moment) -> Result<Journal, LookError> {
        let given = moment.commands.checked_sub(self.folded).ok_or(LookError::NotThere)?;
        let entries = self.entries.get(..given).ok_or(LookError::NotThere)?.to_vec();
        let near = self.kept.iter().filter(|(commands, _)| *commands <= moment.commands);
        let (beginning, kept) = (self.beginning.clone(), near.cloned().collect());
        Ok(Journal { beginning, folded: self.folded, entries, kept, end: moment.at, limits: self.limits })
    }

    /// Folds the oldest commands into the beginning, as many as [`Limits::keep_every`] or half of what there is. No
    /// other moment changes.
    ///
    /// # Errors
    /// [`LookError::Refused`]: the line is as it was.
    pub fn fold(&mut self) -> Result<usize, LookError> {
        let fold = self.limits.keep_every;
        let count = if self.entries.len() > fold { fold } else { self.entries.len().div_ceil(2) };
        let Some(last) = count.checked_sub(1).and_then(|at| self.entries.get(at)) else { return Ok(0) };
        self.beginning = self.at(Moment { commands: self.folded + count, at: last.at })?;
        self.folded += count;
        self.entries.drain(..count);
        self.kept.retain(|(commands, _)| *commands > self.folded);
        Ok(count)
    }
}
