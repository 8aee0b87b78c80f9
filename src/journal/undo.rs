//! Undoing a jump: for the length of a visit and in memory alone, back to before the last jumps of time.
//!
//! It is for workspaces that are not recorded. What a person has deleted since stays deleted: it is taken out of what is
//! remembered the moment it is deleted. What the service deleted on the way is there again, since that time has not
//! passed. The first other command that is accepted ends the offer, because it was given for a time that would not
//! be; a setting of the clock does not, and stays as it is.

use crate::domain::job::JobNo;
use crate::domain::time::SimTime;
use crate::service::command::Change;
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::workspace::{Head, Workspace};

use super::annex::is_recorded;

/// What is remembered of a visit's last jumps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    /// The workspace before each jump, oldest first.
    before: Vec<Workspace>,
}

impl Undo {
    /// The most jumps that are remembered.
    pub const MOST: usize = 8;

    /// Time is about to jump on from here.
    pub fn jumps(&mut self, from: &Workspace) {
        if self.before.len() >= Self::MOST {
            self.before.remove(0);
        }
        self.before.push(from.clone());
    }

    /// Somebody has deleted this job: it is nowhere any more, not here either.
    pub fn deleted(&mut self, no: JobNo, by: Actor) {
        for before in &mut self.before {
            before.erase(no, by);
        }
    }

    /// Something else has been done than letting time go on, deleting, or setting the clock.
    pub fn clear(&mut self) {
        self.before.clear();
    }

    /// The moment that undoing leads to, if there is a jump to undo.
    pub fn offer(&self) -> Option<SimTime> {
        self.before.last().map(Workspace::now)
    }

    /// The workspace before the last jump, with the clock's settings of today.
    pub fn before(&self, now: &Head) -> Option<Workspace> {
        let mut before = self.before.last()?.clone();
        before.set_clock(now.speed, now.paused);
        Some(before)
    }

    /// The last jump is undone.
    pub fn undone(&mut self) {
        self.before.pop();
    }

    /// A change is about to be made of this workspace; what the service did while time passed is none.
    pub fn see(&mut self, workspace: &Workspace, change: &Change) {
        if is_recorded(workspace) || !change.beside.is_empty() {
            // A recording has every moment.
            return self.clear();
        }
        if change.turn.is_some() {
            return self.undone();
        }
        let asked: Vec<&LogLine> = change.lines.iter().filter(|line| line.by != Actor::Service).collect();
        let is =
            |what: fn(LogAction) -> bool| !asked.is_empty() && asked.iter().all(|line| what(line.action));
        if is(|action| matches!(action, LogAction::Jumped(_))) {
            self.jumps(workspace);
        } else if is(|action| action == LogAction::Deleted) {
            let by = asked.first().map_or(Actor::Portal, |line| line.by);
            let gone =
                change.jobs.iter().filter(|(no, job)| job.is_none() && workspace.record(*no).is_some());
            for (no, _) in gone {
                self.deleted(*no, by);
            }
        } else if !asked.is_empty() {
            self.clear();
        }
    }
}
