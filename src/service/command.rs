//! Commands: what is asked of the service, and the changes of a workspace that come of it.

use std::sync::Arc;

use crate::domain::injection::{Injection, NotInjectable};
use crate::domain::job::{Job, JobNo, Order, Patch, PatchError};
use crate::domain::name::{JobId, JobKey, JobName};
use crate::domain::state::{Refusal, RuleSet};
use crate::domain::time::SimTime;

use super::log::{Actor, LogAction, LogLine};
use super::range::{self, Spent};
use super::tally::Tally;

/// What somebody asks of the service. The case of names does not matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Put Job: make a job, or give a job in `Creating` another order.
    Put {
        /// Where.
        id: JobId,
        /// What is asked for.
        order: Box<Order>,
    },
    /// Update Job Properties.
    Patch {
        /// Which job.
        key: JobKey,
        /// What is to change.
        patch: Box<Patch>,
    },
    /// Delete Job.
    Delete {
        /// Which job.
        key: JobKey,
    },
    /// Make something go wrong. No REST call asks for it.
    Inject {
        /// With which job.
        key: JobKey,
        /// What.
        injection: Injection,
    },
    /// Choose the rules.
    SetRules(RuleSet),
    /// Set the clock's speed, in milliseconds of simulated time a second.
    SetSpeed(u64),
    /// Stop the clock or let it run.
    SetPaused(bool),
    /// Write down that time is about to go on to this moment at once; [`super::workspace::Workspace::advance`] lets it.
    NoteJump(SimTime),
}

/// What a command did.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// Put Job made this job.
    Created(Arc<Job>),
    /// Put Job or Update Job Properties changed this job.
    Updated(Arc<Job>),
    /// Delete Job deleted the job.
    Deleted,
    /// Delete Job found no such job, which is as good.
    NothingToDelete,
    /// A setting was changed.
    Set,
}

/// Why a command is refused. A refused command changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandError {
    /// There is no such job.
    NoSuchJob,
    /// A rule forbids it.
    Refused(Refusal),
    /// `state: Shipping` needs these properties.
    ShippingNeeds(Vec<&'static str>),
    /// Nothing can be injected there.
    NotInjectable(NotInjectable),
    /// No number is left for a job or a line of the log.
    Spent,
    /// The clock is not offered at this speed.
    NoSuchSpeed,
}

impl From<Spent> for CommandError {
    fn from(_: Spent) -> Self {
        CommandError::Spent
    }
}

impl From<Refusal> for CommandError {
    fn from(refusal: Refusal) -> Self {
        CommandError::Refused(refusal)
    }
}

impl From<NotInjectable> for CommandError {
    fn from(why: NotInjectable) -> Self {
        CommandError::NotInjectable(why)
    }
}

impl From<PatchError> for CommandError {
    fn from(error: PatchError) -> Self {
        match error {
            PatchError::Refused(refusal) => CommandError::Refused(refusal),
            PatchError::ShippingNeeds(needs) => CommandError::ShippingNeeds(needs),
        }
    }
}

/// A change of a workspace: what a store writes, what other tabs follow. Applying it twice is as
/// good as once.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Jobs as they are from now on; `None` for a job that is gone.
    pub jobs: Vec<(JobNo, Option<Arc<Job>>)>,
    /// New lines of the activity log.
    pub lines: Vec<LogLine>,
    /// The head as it is from now on.
    pub head: Head,
    /// Where the workspace becomes what it was at another time or in another line: the lines of the log that are no
    /// more.
    pub turn: Option<Vec<u64>>,
    /// What is kept beside the workspace from now on; `None` for what is no more.
    pub beside: Vec<(String, Option<Arc<str>>)>,
}

impl Change {
    /// A change of nothing but the head.
    pub fn of(head: Head) -> Change {
        Change { jobs: Vec::new(), lines: Vec::new(), head, turn: None, beside: Vec::new() }
    }
}

/// An accepted command that has not been carried out yet: write the change, then apply it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// What the command will have done.
    pub done: Done,
    /// What changes; nothing where [`Done::NothingToDelete`].
    pub change: Option<Change>,
}

/// What a workspace is besides its jobs and its log. Small: it is written with every change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Simulated time.
    pub now: SimTime,
    /// Milliseconds of simulated time that pass in a second of real time.
    pub speed: u64,
    /// Whether the clock stands still.
    pub paused: bool,
    /// What the durations are drawn from.
    pub seed: u64,
    /// Whose rules decide.
    pub rules: RuleSet,
    /// The name of the scenario it began with.
    pub scenario: String,
    /// The number that the next job gets.
    pub next_job: JobNo,
    /// The number that the next line of the activity log gets.
    pub next_line: u64,
    /// Which jobs there are; none in a head that an older version has kept. A workspace counts them itself.
    pub jobs: Option<Tally>,
}

impl Head {
    /// The next line of the log, of what is done at the time of the head.
    ///
    /// # Errors
    /// [`Spent`]: the head is as it was.
    pub(super) fn next_line(
        &mut self,
        job: Option<JobName>,
        action: LogAction,
        by: Actor,
    ) -> Result<LogLine, Spent> {
        let line = LogLine { no: self.next_line, at: self.now, job, action, by };
        self.next_line = range::after(line.no)?;
        Ok(line)
    }
}

/// What has happened while time went on.
#[derive(Clone, Debug, PartialEq)]
pub struct Advanced {
    /// The jobs that something happened to; a job may be named more than once.
    pub touched: Vec<JobNo>,
    /// What a store has to write.
    pub change: Change,
}
