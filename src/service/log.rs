//! The activity log: one line for each thing done to a job, kept even when the job is gone, and for what else changes
//! what happens to jobs: other rules, and jumps of time.

use crate::domain::injection::Injection;
use crate::domain::name::JobName;
use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;

/// A line of the activity log. It holds no more of a job than its name, since a line outlives a
/// deleted job (shared rule 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// The line's number in the workspace.
    pub no: u64,
    /// When, in simulated time.
    pub at: SimTime,
    /// The job's name; none where it is about no job.
    pub job: Option<JobName>,
    /// What was done.
    pub action: LogAction,
    /// Who did it.
    pub by: Actor,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogAction {
    /// Put Job on a free name.
    Created,
    /// Put Job on a taken name.
    Replaced,
    /// Update Job Properties without cancel or shipping.
    Updated,
    /// `state: Shipping`.
    MarkedShipped,
    /// `cancelRequested: true`.
    CancelRequested,
    /// Delete Job, or the end of the time that the service keeps a job.
    Deleted,
    /// This was made to go wrong.
    Injected(Injection),
    /// These rules decide from then on.
    RulesChosen(RuleSet),
    /// Simulated time was let go on to this moment at once.
    Jumped(SimTime),
}

impl LogAction {
    /// Every action on a job that a call or the service may take.
    pub const ALL: [LogAction; 6] = [
        LogAction::Created,
        LogAction::Replaced,
        LogAction::Updated,
        LogAction::MarkedShipped,
        LogAction::CancelRequested,
        LogAction::Deleted,
    ];
}

/// Who did something to a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody at the portal's own pages.
    Portal,
    /// A REST call: the console, a client library, a script.
    Rest,
    /// The service itself, by its rules of time.
    Service,
}

impl Actor {
    /// Every actor.
    pub const ALL: [Actor; 3] = [Actor::Portal, Actor::Rest, Actor::Service];
}

/// The most lines kept; the oldest go first.
pub const MAX_LINES: usize = 500;
