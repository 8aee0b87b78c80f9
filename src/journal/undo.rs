//! Undoing a jump: for the length of a visit and in memory alone, back to before the last jumps of time.
//!
//! It is for workspaces that are not recorded. What a person has deleted since stays deleted: it is taken out of what is
//! remembered the moment it is deleted. What the service deleted on the way is there again, since that time has not
//! passed. The first other command that is accepted ends the offer, because it was given for a time that would not
//! be; a setting of the clock does not, and stays as it is.

use crate::domain::job::JobNo;
use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::workspace::{Head, Workspace};

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
    pub fn undo(&mut self, now: &Head) -> Option<Workspace> {
        let mut before = self.before.pop()?;
        before.set_clock(now.speed, now.paused);
        Some(before)
    }
}
