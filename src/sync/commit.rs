//! A commit: how a change is kept before it is made: prepared in localStorage, written to the second copy, promised in
//! the log, carried out, and only then answered.
//!
//! Invariant: nothing is answered that is not kept, and nothing is kept by a tab that does not lead at that moment.

use crate::service::workspace::Change;
use crate::store::ledger::Batch;

use super::dedup::{Known, QuestionId, beside, key};
use super::doing::{After, Doing, InCopy, Pending, Then};
use super::io::{Host, NotCarriedOut, NotKept, Output};
use super::message::{Message, Replied};
use super::node::{Node, Place};
use super::second_copy::{CopyOutcome, Op, Purpose};

impl Node {
    /// Goes on with what has waited until it was sure that this tab leads.
    pub(super) fn resume(&mut self, host: &Host<'_>, then: Then) {
        match then {
            Then::Carry(question, asked) => self.carry(host, question, asked),
            Then::Keep(keep) => {
                let (change, answer, after) = *keep;
                self.keep(host, change, answer, after);
            }
            Then::Settle(pending) => self.settle(host, *pending),
            Then::Begin(anew) => self.note_begun(host, anew),
        }
    }

    /// Waits until it is sure that this tab leads.
    pub(super) fn when_sure(&mut self, host: &Host<'_>, then: Then) {
        self.doing = Doing::Confirming(Box::new(then));
        self.confirm(host);
    }

    /// Keeps a change, and with it what time has brought before and an answer.
    pub(super) fn keep(
        &mut self,
        host: &Host<'_>,
        change: Change,
        answer: Option<(QuestionId, Replied)>,
        after: After,
    ) {
        match &self.place {
            // What has waited for its turn since before the lead was lost.
            Place::Slot if !self.leads() => {
                self.kept(host, after, Err(NotKept::NotLeading));
                return;
            }
            Place::Slot if !self.may_write(host) => {
                self.when_sure(host, Then::Keep(Box::new((change, answer, after))));
                return;
            }
            Place::Slot => {}
            Place::Memory(_) => {
                self.log.forgive();
                self.kept(host, after, Ok(()));
                return;
            }
            Place::Outdated => {
                self.kept(host, after, Err(NotKept::NotDone(NotCarriedOut::Outdated)));
                return;
            }
        }
        let Some(storage) = host.storage else {
            self.kept(host, after, Err(NotKept::NotDone(NotCarriedOut::Storage(String::new()))));
            return;
        };
        let whole = self.log.whole(&change);
        let batch = match self.log.prepare(storage, &whole) {
            Ok(batch) => batch,
            Err(why) => {
                self.kept(host, after, Err(why));
                return;
            }
        };
        // What is told of a job that goes now goes with it.
        // Where time turns, numbers may be those of other jobs from then on.
        let gone =
            |job| whole.turn.is_some() || whole.jobs.iter().any(|(no, kept)| *no == job && kept.is_none());
        let mut answers = self.dedup.without(gone);
        // A job can be deleted but once.
        let repeats =
            answer.is_some() && (whole.jobs.is_empty() || whole.jobs.iter().any(|(_, kept)| kept.is_some()));
        answers.extend(answer.map(|(question, replied)| {
            let job = change.jobs.first().map(|(no, _)| *no);
            (key(&question), Known::new(&question, job, &replied))
        }));
        let deleted = whole.jobs.iter().filter(|(_, kept)| kept.is_none()).count() as u64;
        let pending = Pending { batch, deleted, answers, repeats, copied: InCopy::No, after };
        if self.copy.takes_commits() {
            let Batch { mark, writes, .. } = pending.batch.clone();
            self.copy_op(host, Purpose::Commit, Op::Commit(mark, writes, pending.answers.clone()));
            self.doing = Doing::Writing(Box::new(pending));
        } else {
            self.settle(host, pending);
        }
    }

    /// The second copy has a commit, or not.
    pub(super) fn copied_commit(&mut self, host: &Host<'_>, outcome: CopyOutcome) {
        if !matches!(self.doing, Doing::Writing(_)) {
            return;
        }
        let Doing::Writing(mut pending) = std::mem::replace(&mut self.doing, Doing::Nothing) else { return };
        match outcome {
            CopyOutcome::Done => pending.copied = InCopy::Yes,
            CopyOutcome::Fenced => {
                self.kept(host, pending.after, Err(NotKept::NotLeading));
                return;
            }
            outcome @ (CopyOutcome::Failed(_) | CopyOutcome::Led(_) | CopyOutcome::Entries(_)) => {
                pending.copied = InCopy::Unsure;
                self.copy_failed(host, outcome.why());
            }
        }
        self.settle(host, *pending);
    }

    /// Lets a change count in localStorage. Whoever leads by now has found it, and its answer, in the second copy or
    /// nowhere.
    fn settle(&mut self, host: &Host<'_>, pending: Pending) {
        if !self.may_write(host) {
            self.when_sure(host, Then::Settle(Box::new(pending)));
            return;
        }
        let Some(storage) = host.storage else { return };
        let Pending { batch, deleted, answers, repeats, copied, after } = pending;
        let counts = copied == InCopy::Yes;
        // Where it is neither here nor surely nowhere, its number is not given to another change: this tab takes over anew,
        // sees what the second copy has, and whoever has asked asks again.
        let failed = |why: NotKept| if copied == InCopy::Unsure { NotKept::NotLeading } else { why };
        if !counts {
            // Without it a request that comes again, should this tab die now, is carried out once more.
            if let Err(why) = beside::keep(storage, &self.slot, batch.mark, self.base, &answers)
                && repeats
            {
                self.kept(host, after, Err(failed(why.into())));
                return;
            }
            self.note_deleted(host, deleted);
        }
        let mark = batch.mark;
        match self.log.settle(storage, batch, counts) {
            Ok((writes, late)) => {
                if let Some(why) = late {
                    self.put(Output::Warn(format!("kept, but not in its place yet: {why:?}")));
                }
                if !counts {
                    self.copy.miss(mark, &writes, &answers);
                }
                self.replica.mark = mark;
                self.dedup.learn(answers);
                self.tell(Message::Commit(writes));
                self.put(Output::Kept);
                self.kept(host, after, Ok(()));
            }
            Err(why) => self.kept(host, after, Err(failed(why))),
        }
    }

    /// A change is kept, or could not be.
    fn kept(&mut self, host: &Host<'_>, after: After, result: Result<(), NotKept>) {
        if result == Err(NotKept::NotDone(NotCarriedOut::Full)) {
            self.put(Output::Health);
        }
        let lost = result == Err(NotKept::NotLeading);
        match (after, result) {
            (After::Command { question, reply, change }, Ok(())) => {
                self.apply(&change);
                self.finish(host, &question, reply);
            }
            (After::JumpNoted(jump, change), result) => self.jump_noted(host, jump, &change, result),
            (After::JumpGoesOn(jump), Ok(())) => self.doing = Doing::Jumping(jump),
            (After::JumpDone(jump), Ok(())) => self.end_jump(host, jump, Replied::Done),
            (After::JumpGoesOn(jump) | After::JumpDone(jump), Err(why)) => {
                self.end_jump(host, jump, why.into());
            }
            (After::Begun(anew), Ok(())) => self.begin_anew(host, anew),
            (After::Begun(anew), Err(why)) => self.not_begun(host, anew, why),
            (After::Recorded(change), Ok(())) => self.apply(&change),
            // Where a recording finds no room there is none, as its switch says.
            (After::Clock, Ok(()) | Err(_)) | (After::Recorded(_), Err(_)) => {}
            (After::Command { question, .. }, Err(why)) => self.finish(host, &question, why.into()),
        }
        // Whoever has taken over says so, or this tab begins anew with a term of its own.
        if lost && self.leads() {
            self.step_down(host);
        }
    }
}
