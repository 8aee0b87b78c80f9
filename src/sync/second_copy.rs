//! The second copy: what outlives a browser that is killed, and what is known of it.
//!
//! Invariant: a copy that lags, is fenced off or failed to be written is never forgotten about. It is not called whole,
//! it is tried again until it is, and what it may still hold of deleted jobs is noted beside the ledger until it is gone.

pub mod note;

use std::collections::BTreeMap;

use crate::store::codec::Mark;
use crate::store::entries::Write;

use super::dedup::{Given, KeptAnswer};

/// Milliseconds after which an operation counts as failed.
pub const PATIENCE: f64 = 5_000.0;
/// The same for one that writes much.
pub const LONG_PATIENCE: f64 = 60_000.0;
/// So many entries are little.
pub const FEW: usize = 2_000;
/// Milliseconds that count at once, however long they have taken: a tab that was asleep has not waited.
pub const AWAKE: f64 = 1_000.0;
/// Milliseconds until a copy that failed is tried again; twice as long each time.
const FIRST_RETRY: f64 = 1_000.0;
/// But never longer.
const LAST_RETRY: f64 = 30_000.0;

/// How many leaders later an answer is forgotten: more than there can be while somebody waits for it.
pub const OLD: u64 = 12;

/// An operation on the second copy, done whole or not at all. None of a leader before the one that has led last is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// Makes the caller the leader: from now on no leader before the one with this epoch, or the one after the
    /// copy's own, can write.
    Lead(u64),
    /// Reads every entry.
    Read,
    /// Writes a commit, and with it answers.
    Commit(Mark, Vec<Write>, Vec<KeptAnswer>),
    /// Writes everything anew.
    Rewrite(Mark, Vec<(String, String)>, Vec<KeptAnswer>),
    /// Takes everything away but these answers, which have come with the commits up to this one.
    Wipe(Mark, Vec<KeptAnswer>),
    /// Forgets a slot that was thrown away.
    Forget(String),
}

/// What a leader finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fenced {
    /// The last commit that the copy has; the number 0 where there is no copy.
    pub mark: Mark,
    /// Under which epoch the caller leads.
    pub epoch: u64,
    /// The answers of the leaders before this one.
    pub answers: Vec<Given>,
}

/// What an operation came to.
#[derive(Clone, Debug, PartialEq)]
pub enum CopyOutcome {
    /// Of [`Op::Lead`].
    Led(Fenced),
    /// Of [`Op::Read`]: every entry, inside the slot.
    Entries(BTreeMap<String, String>),
    /// It is done.
    Done,
    /// A later leader has begun; nothing is done.
    Fenced,
    /// It is not known to be done, in the browser's own words.
    Failed(String),
}

impl CopyOutcome {
    /// Why it is not known to be done, in the browser's own words; empty where it says something else.
    pub fn why(self) -> String {
        match self {
            CopyOutcome::Failed(why) => why,
            CopyOutcome::Led(_) | CopyOutcome::Entries(_) | CopyOutcome::Done | CopyOutcome::Fenced => {
                String::new()
            }
        }
    }
}

/// A commit that a copy being made lacks, and the answers kept with it.
type Missed = (Mark, Vec<Write>, Vec<KeptAnswer>);

/// How the copy stands, for the tab that leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// That is another tab's business.
    #[default]
    Elsewhere,
    /// It has every commit.
    Whole,
    /// Everything is to be written anew, or is being written; the commits made meanwhile.
    Making(Vec<Missed>),
    /// It could not be reached or written: why, and when it is tried again.
    Failed(String, f64),
}

/// What the settings say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyStanding {
    /// That is the business of the tab that leads, if of any.
    Elsewhere,
    /// It has every command that was answered.
    Whole,
    /// It is being made.
    Making,
    /// There is none, for this reason in the browser's own words.
    Missing(String),
    /// It cannot be reached, for this reason, and may still hold so many deleted jobs.
    Lagging(String, u64),
}

/// What an operation is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To keep the leaders before this one from writing.
    Fence,
    /// To find what localStorage lacks.
    Recover,
    /// To keep what came together from both copies, before either is written anew.
    Mend,
    /// To keep a change.
    Commit,
    /// To write everything anew.
    Renew,
    /// To bring a copy up to date that has what it needs but for a commit.
    CatchUp,
    /// To take away what would soon be wrong.
    Wipe,
    /// To forget the slot of this name, which was thrown away.
    Forget(String),
}

/// What is under way with the copy; one operation at a time.
#[derive(Clone, Debug, PartialEq)]
struct Lane {
    no: u64,
    purpose: Purpose,
    /// Milliseconds in which this tab was awake.
    waited: f64,
    patience: f64,
    looked: f64,
}

/// The second copy as the tab that leads knows it.
#[derive(Debug, Default)]
pub struct SecondCopy {
    /// How it stands.
    pub state: State,
    lane: Option<Lane>,
    last: u64,
    /// Whether a copy that is being made lacks nothing but what was missed meanwhile.
    is_written: bool,
    /// Whether what is under way writes what has been overtaken since.
    is_stale: bool,
    /// Whether the slots that were thrown away have been looked for.
    pub has_looked: bool,
    /// Why it failed last, while it is being tried again.
    failed: Option<String>,
    wait: f64,
    /// How many deleted jobs it may still hold.
    pub deleted: u64,
}

impl SecondCopy {
    /// How it stands, for the settings.
    pub fn standing(&self) -> CopyStanding {
        let why = match &self.state {
            State::Elsewhere => return CopyStanding::Elsewhere,
            State::Whole => return CopyStanding::Whole,
            State::Failed(why, _) => Some(why),
            State::Making(_) => self.failed.as_ref(),
        };
        match why {
            None => CopyStanding::Making,
            Some(why) if self.deleted > 0 => CopyStanding::Lagging(why.clone(), self.deleted),
            Some(why) => CopyStanding::Missing(why.clone()),
        }
    }

    /// Whether it was there, or on its way for the first time.
    pub fn was_well(&self) -> bool {
        matches!(self.state, State::Whole | State::Making(_)) && self.failed.is_none()
    }

    /// Whether nothing is under way with it.
    pub fn is_idle(&self) -> bool {
        self.lane.is_none()
    }

    /// Whether a commit goes there first.
    pub fn takes_commits(&self) -> bool {
        self.state == State::Whole && self.is_idle()
    }

    /// Begins an operation and gives its number.
    pub fn begin(&mut self, purpose: Purpose, op: &Op, now: f64) -> u64 {
        self.last += 1;
        let is_long = matches!(op, Op::Rewrite(_, all, _) if all.len() > FEW);
        let patience = if is_long { LONG_PATIENCE } else { PATIENCE };
        self.lane = Some(Lane { no: self.last, purpose, waited: 0.0, patience, looked: now });
        self.last
    }

    /// What the operation with this number was for, if it is the one under way, which it no longer is.
    pub fn end(&mut self, no: u64) -> Option<Purpose> {
        self.lane.take_if(|lane| lane.no == no).map(|lane| lane.purpose)
    }

    /// The operation that has taken too long, seen at `now`.
    pub fn late(&mut self, now: f64) -> Option<u64> {
        let lane = self.lane.as_mut()?;
        lane.waited += (now - lane.looked).min(AWAKE);
        lane.looked = now;
        (lane.waited > lane.patience).then_some(lane.no)
    }

    /// Everything is to be written anew as soon as nothing else is under way.
    pub fn renew(&mut self) {
        self.state = State::Making(Vec::new());
        self.is_written = false;
        self.is_stale = !self.is_idle();
    }

    /// Everything is being written as it is now.
    pub fn begin_renewal(&mut self) {
        self.renew();
        self.is_stale = false;
    }

    /// The same, unless it could not be reached and is tried again anyway.
    pub fn renew_if_reached(&mut self) {
        if matches!(self.state, State::Whole | State::Making(_)) {
            self.renew();
        }
    }

    /// Whether it is being made.
    pub fn is_making(&self) -> bool {
        matches!(self.state, State::Making(_))
    }

    /// It lacks nothing but what is missed meanwhile.
    pub fn set_written(&mut self) {
        if self.is_stale {
            return;
        }
        if !matches!(self.state, State::Making(_)) {
            self.state = State::Making(Vec::new());
        }
        self.is_written = true;
    }

    /// Whether everything is to be written anew now.
    pub fn is_renewal_due(&self) -> bool {
        matches!(self.state, State::Making(_)) && !self.is_written && self.is_idle()
    }

    /// Whether it is written but for what was missed, and nothing is under way with it.
    pub fn is_completion_due(&self) -> bool {
        matches!(self.state, State::Making(_)) && self.is_written && self.is_idle()
    }

    /// A commit that is kept elsewhere.
    pub fn miss(&mut self, mark: Mark, writes: &[Write], answers: &[KeptAnswer]) {
        if let State::Making(missed) = &mut self.state {
            missed.push((mark, writes.to_vec(), answers.to_vec()));
        }
    }

    /// The next commit that a copy being made lacks; it is whole when there is none.
    pub fn next_missed(&mut self) -> Option<Missed> {
        if let State::Making(missed) = &mut self.state
            && !missed.is_empty()
        {
            return Some(missed.remove(0));
        }
        None
    }

    /// It has every commit.
    pub fn succeed(&mut self) {
        self.state = State::Whole;
        self.failed = None;
        self.wait = 0.0;
    }

    /// It could not be reached or written. It is tried at once after it was whole, then more and more rarely.
    pub fn fail(&mut self, why: String, now: f64) {
        let again = now + self.wait;
        self.wait = (self.wait * 2.0).clamp(FIRST_RETRY, LAST_RETRY);
        self.failed = Some(why.clone());
        self.state = State::Failed(why, again);
    }

    /// Whether it failed and is to be tried again now.
    pub fn is_retry_due(&self, now: f64) -> bool {
        matches!(self.state, State::Failed(_, at) if now >= at) && self.is_idle()
    }

    /// It is another tab's business from now on; the operation that was under way.
    pub fn leave(&mut self) -> Option<u64> {
        let left = self.lane.take().map(|lane| lane.no);
        *self = SecondCopy { last: self.last, ..SecondCopy::default() };
        left
    }
}

#[cfg(test)]
mod tests;
