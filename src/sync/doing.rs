//! Doings: what a node does until something comes of it, and what waits for its turn meanwhile.
//!
//! Invariant: whoever waits for the outcome of a doing is known from it, so that one that is broken off can be asked for
//! again.

use crate::domain::time::{SimTime, Span};
use crate::service::clock::Clock;
use crate::service::workspace::Change;
use crate::store::codec::Mark;
use crate::store::fresh::Fresh;
use crate::store::ledger::Batch;

use super::dedup::{KeptAnswer, QuestionId};
use super::io::Role;
use super::message::{Asked, Envelope, Replied};
use super::recovery::mending::Recovered;
use super::recovery::{Consult, Copied};
use super::second_copy::{self, Fenced};

/// What a node does until something comes of it.
#[derive(Debug)]
pub(super) enum Doing {
    Nothing,
    /// It is about to lead.
    Taking(Box<Taking>),
    /// It makes sure that it leads.
    Confirming(Box<Then>),
    /// A commit waits for the second copy.
    Writing(Box<Pending>),
    /// Simulated time goes on at once.
    Jumping(PendingJump),
    /// The replica's time goes on to the leader's, and something may have happened to a job on the way.
    CatchingUp(SimTime, Caught, bool),
    /// A new beginning waits for its second copy.
    Beginning(Anew),
}

/// What waits for its turn.
#[derive(Debug)]
pub(super) enum Work {
    /// To lead, as was claimed in this term.
    Lead(u64, Role),
    /// To heed what the leader says.
    Heed(Envelope),
    /// To carry something out.
    Carry(QuestionId, Asked),
    /// To let another tab lead that somebody looks at.
    Yield,
    /// To record what has begun anew.
    Record,
}

/// A change on its way.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) batch: Batch,
    /// How many jobs it deletes.
    pub(super) deleted: u64,
    pub(super) answers: Vec<KeptAnswer>,
    /// Whether it would be made once more if it were asked for again and nobody knew its answer.
    pub(super) repeats: bool,
    pub(super) copied: InCopy,
    pub(super) after: After,
}

/// Whether the second copy has a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InCopy {
    /// It was not asked to.
    No,
    /// It was asked to and did not say so: it may have it all the same.
    Unsure,
    /// It says that it has it.
    Yes,
}

/// What is done when a change is kept, or could not be.
#[derive(Debug)]
pub(super) enum After {
    /// It is made and answered.
    Command { question: QuestionId, reply: Replied, change: Change },
    /// What the clock has deleted.
    Clock,
    /// A new beginning that is recorded as what was before it.
    Recorded(Change),
    /// The line about a jump: it is made, and time goes on.
    JumpNoted(PendingJump, Change),
    /// What a jump has deleted so far, or that it was begun.
    JumpGoesOn(PendingJump),
    /// The jump is over.
    JumpDone(PendingJump),
    /// A new beginning was noted, and takes its place.
    Begun(Anew),
}

impl After {
    /// Who waits for it.
    pub(super) fn question(self) -> Option<QuestionId> {
        match self {
            After::Command { question, .. } => Some(question),
            After::Clock | After::Recorded(_) => None,
            After::JumpNoted(jump, _) | After::JumpGoesOn(jump) | After::JumpDone(jump) => {
                Some(jump.question)
            }
            After::Begun(anew) => Some(anew.question),
        }
    }
}

/// What is done when it is sure that this tab leads.
#[derive(Debug)]
pub(super) enum Then {
    /// Something is carried out.
    Carry(QuestionId, Asked),
    /// A change is kept from the start.
    Keep(Box<Keep>),
    /// A change that the second copy may have is written to localStorage.
    Settle(Box<Pending>),
    /// A new beginning, which stands beside, takes its place.
    Begin(Anew),
}

/// A change that is not prepared yet, with an answer.
pub(super) type Keep = (Change, Option<(QuestionId, Replied)>, After);

impl Then {
    /// Who waits for it.
    pub(super) fn question(self) -> Option<QuestionId> {
        match self {
            Then::Carry(question, _) => Some(question),
            Then::Keep(keep) => keep.2.question(),
            Then::Settle(pending) => pending.after.question(),
            Then::Begin(anew) => Some(anew.question),
        }
    }
}

/// A jump on its way.
#[derive(Debug)]
pub(super) struct PendingJump {
    pub(super) question: QuestionId,
    pub(super) from: SimTime,
    pub(super) to: SimTime,
    /// Whether it is noted where it goes to.
    pub(super) noted: bool,
    /// Whether anything has happened to a job on the way.
    pub(super) touched: bool,
    pub(super) since: f64,
}

/// The running clock.
#[derive(Debug, Default)]
pub(super) struct Ticking {
    pub(super) clock: Clock,
    pub(super) last: f64,
    pub(super) kept: f64,
    /// Simulated time that has passed but is not carried out yet.
    pub(super) ahead: Span,
}

impl Ticking {
    /// Runs from now on.
    pub(super) fn begin(&mut self, now: f64) {
        (self.last, self.kept) = (now, now);
    }
}

/// What is done when the replica's time has caught up.
#[derive(Debug)]
pub(super) enum Caught {
    /// The leader's state is shown, at this commit.
    Up(Mark),
    /// A commit is applied.
    Apply(Box<Change>, Mark),
}

/// A new beginning on its way.
#[derive(Debug)]
pub(super) struct Anew {
    pub(super) question: QuestionId,
    /// The slot that it comes from.
    pub(super) from: String,
    /// What it begins with, where it is none that somebody has put there.
    pub(super) fresh: Option<Fresh>,
    /// Whether it is recorded: the recording goes with what it told of, and its switch stays as it was.
    pub(super) recorded: bool,
}

/// How often the second copy is tried again when it fails, and for how many milliseconds at most.
const MOST_FAILURES: usize = 5;
const MOST_WAITING: f64 = second_copy::PATIENCE;

/// A takeover on its way.
#[derive(Debug)]
pub(super) struct Taking {
    pub(super) role: Role,
    pub(super) step: TakingStep,
    /// What the second copy said of the leaders before.
    pub(super) fenced: Fenced,
    /// Why the second copy cannot be reached.
    pub(super) failed: Option<String>,
    /// Whether something in localStorage could not be read, or was in an older format, before it was put in order.
    pub(super) spoilt: bool,
    pub(super) older: bool,
    /// What was read of the second copy.
    pub(super) recovered: Option<Recovered>,
    pub(super) read: Copied,
    pub(super) has_read: bool,
    /// How often it has failed, and since when this goes on.
    pub(super) failures: usize,
    pub(super) since: f64,
    /// Why it was read.
    pub(super) why: Consult,
    pub(super) is_mended: bool,
    /// Whether it was asked once more whether the claim is held.
    pub(super) is_asked_again: bool,
    /// The answers to those whose new beginning the leader before has brought to its end.
    pub(super) replaced: Vec<KeptAnswer>,
    /// Whether localStorage is in order and under this tab's epoch.
    pub(super) has_written: bool,
}

impl Taking {
    /// The second copy may be newer than all else, and is not given up lightly; but one that hangs is.
    pub(super) fn may_try_again(&self, now: f64) -> bool {
        self.failures < MOST_FAILURES && now - self.since < MOST_WAITING
    }
}

/// What a takeover waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakingStep {
    /// It waits for the second copy.
    Copy,
    /// It waits until it is sure of its claim, to go on from there.
    Claim,
}
