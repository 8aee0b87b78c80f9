//! Time: the clock that runs, and jumps; both go on by a few steps at once.
//!
//! Invariant: where a jump goes to is kept before it begins, so that a tab that takes over on the way goes to the same
//! moment and not as far again.

use crate::domain::time::{SimTime, Span};
use crate::journal::travel;
use crate::service::clock::Jump;
use crate::service::workspace::{Change, Command};

use super::dedup::QuestionId;
use super::doing::{After, Doing, PendingJump};
use super::io::{Host, MemoryOnly, NotKept, Output};
use super::message::Replied;
use super::node::{Node, Place};

/// Milliseconds of real time between two looks at the clock.
const TICK: f64 = 250.0;
/// How many deletions are kept in one commit, so that they fit into the ledger's reserve.
const DELETIONS: usize = 64;
/// Milliseconds of real time after which the time is kept, even if nothing else was.
const KEEP_EVERY: f64 = 5_000.0;
/// Milliseconds of work after which a jump shows how far it has come.
const SHOW_AFTER: f64 = 100.0;

impl Node {
    /// Whether there is more to do at once.
    pub fn is_at_work(&self) -> bool {
        match self.doing {
            Doing::Jumping(_) | Doing::CatchingUp(..) => true,
            Doing::Nothing => self.leads() && self.clock.ahead > Span::ZERO,
            Doing::Taking(_) | Doing::Confirming(_) | Doing::Writing(_) | Doing::Beginning(_) => false,
        }
    }

    /// Goes on with what is done in steps.
    pub(super) fn go_on(&mut self, host: &Host<'_>) {
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Jumping(jump) => self.go_on_jumping(host, jump),
            Doing::CatchingUp(to, then, touched) => self.go_on_catching_up(host, to, then, touched),
            other @ (Doing::Nothing
            | Doing::Taking(_)
            | Doing::Confirming(_)
            | Doing::Writing(_)
            | Doing::Beginning(_)) => self.doing = other,
        }
        self.run_clock(host);
    }

    fn run_clock(&mut self, host: &Host<'_>) {
        if self.place == Place::Memory(MemoryOnly::Wanted) {
            // Its clock stands still.
            return;
        }
        let passed = host.now - self.clock.last;
        if passed >= TICK {
            self.clock.last = host.now;
            let head = self.replica.workspace.head();
            if head.paused || !self.leads() {
                self.clock.ahead = Span::ZERO;
            } else {
                let ahead = self.clock.clock.tick((passed * 1_000.0) as u64, head.speed);
                self.clock.ahead = self.clock.ahead + ahead;
            }
        }
        if !self.leads() || !matches!(self.doing, Doing::Nothing) || !self.queue.is_empty() {
            return;
        }
        // What had passed before the clock was stopped is kept at once: nothing follows with which it would be.
        let stopped = self.clock.ahead > Span::ZERO && self.replica.workspace.head().paused;
        if self.clock.ahead > Span::ZERO {
            let before = self.replica.workspace.now();
            if self.advance(before + self.clock.ahead).1 {
                self.changed();
            }
            self.clock.ahead = self.clock.ahead - self.replica.workspace.now().since(before);
            let owed = self.log.owed();
            if owed >= DELETIONS || (owed > 0 && self.clock.ahead <= Span::ZERO) {
                // What is not kept stays owed and is tried again; time itself is never refused.
                self.keep_owed(host, After::Clock);
            }
        }
        if stopped || host.now - self.clock.kept > KEEP_EVERY {
            self.clock.kept = host.now;
            self.keep_time(host);
        }
    }

    /// Lets time go on towards `to` by a few steps: whether it is reached, and whether anything has happened to a job.
    fn advance(&mut self, to: SimTime) -> (bool, bool) {
        let advanced = self.replica.advance(to);
        self.put(Output::Moved);
        self.log.owe(&advanced.change);
        (advanced.change.head.now >= to, !advanced.touched.is_empty())
    }

    /// Keeps the present time.
    pub(super) fn keep_time(&mut self, host: &Host<'_>) {
        if self.may_write(host)
            && let Some(storage) = host.storage
        {
            self.log.touch(storage, self.replica.workspace.head());
        }
    }

    /// Begins to let simulated time go on at once.
    pub(super) fn begin_jump(&mut self, host: &Host<'_>, question: QuestionId, to: Jump) {
        let workspace = &self.replica.workspace;
        let begun = self.dedup.begun(&question).map(SimTime::from_millis);
        let Some(target) = begun.or_else(|| to.target(workspace)) else {
            self.finish(host, &question, Replied::Done);
            return;
        };
        let from = workspace.now();
        let jump = PendingJump {
            question,
            from,
            to: target,
            noted: begun.is_some(),
            touched: false,
            since: host.now,
        };
        if jump.noted {
            self.go_on_jumping(host, jump);
            return;
        }
        match travel::set(workspace, &Command::NoteJump(target)) {
            Some(change) => {
                let answer = (jump.question.clone(), Replied::Begun(target.millis()));
                self.keep(host, change.clone(), Some(answer), After::JumpNoted(jump, change));
            }
            None => self.go_on_jumping(host, jump),
        }
    }

    /// A jump is written down, or a line that finds no room is no reason to hold time up.
    pub(super) fn jump_noted(
        &mut self,
        host: &Host<'_>,
        mut jump: PendingJump,
        change: &Change,
        result: Result<(), NotKept>,
    ) {
        match result {
            Ok(()) => {
                self.apply(change);
                jump.noted = true;
                self.go_on_jumping(host, jump);
            }
            Err(NotKept::NotDone(_)) => self.go_on_jumping(host, jump),
            Err(NotKept::NotLeading) => self.end_jump(host, jump, Replied::Again),
        }
    }

    fn go_on_jumping(&mut self, host: &Host<'_>, mut jump: PendingJump) {
        let (reached, touched) = self.advance(jump.to);
        jump.touched |= touched;
        if reached {
            let (change, answer) = (self.note(), (jump.question.clone(), Replied::Done));
            self.keep(host, change, Some(answer), After::JumpDone(jump));
            return;
        }
        if host.now - jump.since > SHOW_AFTER {
            let (reached, from) = (self.replica.workspace.now().since(jump.from), jump.from);
            let per_cent = reached.as_millis() * 100 / jump.to.since(from).as_millis().max(1);
            self.show_jump(u8::try_from(per_cent).ok());
        }
        if !std::mem::replace(&mut jump.noted, true) {
            let (change, answer) = (self.note(), (jump.question.clone(), Replied::Begun(jump.to.millis())));
            self.keep(host, change, Some(answer), After::JumpGoesOn(jump));
        } else if self.log.owed() >= DELETIONS {
            self.keep_owed(host, After::JumpGoesOn(jump));
        } else {
            self.doing = Doing::Jumping(jump);
        }
    }

    /// A jump has come to its end, or is broken off.
    pub(super) fn end_jump(&mut self, host: &Host<'_>, jump: PendingJump, replied: Replied) {
        self.show_jump(None);
        // Nobody needs to see every step.
        self.put(if jump.touched { Output::Changed } else { Output::Moved });
        self.finish(host, &jump.question, replied);
    }

    fn show_jump(&mut self, per_cent: Option<u8>) {
        if self.jump != per_cent {
            self.jump = per_cent;
            self.put(Output::Health);
        }
    }
}
