//! Leading: the tab that leads shows signs of life, and tends the second copy.
//!
//! Invariant: it answers only what it has kept, and stops as soon as it hears that it leads no more.

use crate::service::workspace::Workspace;
use crate::store::{slots, writes};

use super::dedup::beside;
use super::doing::{Doing, Work};
use super::io::{Host, Output, Role};
use super::message::{Beat, Envelope, Message};
use super::node::{Node, Place};
use super::replica::snapshot;
use super::second_copy::{CopyOutcome, Op, Purpose, note};
use super::term::{self, Claim};

impl Node {
    /// Heeds what another tab says while this one leads.
    pub(super) fn heed_as_leader(&mut self, host: &Host<'_>, envelope: Envelope) {
        let Envelope { from, epoch, message, .. } = envelope;
        match message {
            Message::Hello => self.beat_or_step_down(host),
            Message::Yield if !self.is_shown => self.queue.push_back(Work::Yield),
            Message::Yield => {}
            Message::Ask(no, asked) => self.take_on(host, (from, no), asked),
            Message::WantAll => self.tell_all(&from),
            Message::Beat(_) if (epoch, &from) > (self.epoch, &self.me) => self.step_down(host),
            // Somebody else thinks that it leads, and steps down when it hears of this tab.
            Message::Beat(_) => self.beat_or_step_down(host),
            Message::Commit(_) | Message::Reply(..) | Message::All(..) | Message::Taking | Message::Gone => {}
        }
    }

    /// Whether this tab may write at this moment.
    pub(super) fn may_write(&self, host: &Host<'_>) -> bool {
        match self.role {
            Role::Alone => self.place == Place::Slot,
            Role::Leader => self.lease.stands(host.now) && self.has_entry(host),
            Role::Follower | Role::Undecided => false,
        }
    }

    fn has_entry(&self, host: &Host<'_>) -> bool {
        match (self.term.claim, host.storage) {
            (Claim::Entry, Some(storage)) => term::has_entry(storage, &self.slot, &self.me),
            (Claim::Entry, None) => false,
            (Claim::Lock | Claim::None, _) => true,
        }
    }

    /// Finds out whether what was claimed is still held; [`Node::confirmed`] is told.
    pub(super) fn confirm(&mut self, host: &Host<'_>) {
        match self.term.claim {
            Claim::Lock => {
                if let Some(no) = self.term.ask(host.now) {
                    self.put(Output::Query(no));
                }
            }
            // A lease that has run out proves nothing; who does not lead yet has just written it.
            Claim::Entry => self.confirmed(host, !self.leads() && self.has_entry(host), host.now),
            Claim::None => self.confirmed(host, true, host.now),
        }
    }

    /// What was claimed was still held, or not, when somebody asked at `asked`.
    pub(super) fn confirmed(&mut self, host: &Host<'_>, held: bool, asked: f64) {
        if matches!(self.doing, Doing::Taking(_)) {
            self.confirmed_while_taking(host, held, asked);
        } else if !self.leads() {
            // It has been settled otherwise.
        } else if !held {
            self.step_down(host);
        } else {
            self.lease.renew(asked);
            self.beat(host);
            if matches!(self.doing, Doing::Confirming(_))
                && let Doing::Confirming(then) = std::mem::replace(&mut self.doing, Doing::Nothing)
            {
                self.resume(host, *then);
            }
        }
    }

    /// Gives a sign of life, if this tab still leads.
    pub(super) fn beat_or_step_down(&mut self, host: &Host<'_>) {
        if self.role == Role::Alone {
            // There is nobody to hear it.
        } else if self.may_write(host) {
            self.beat(host);
        } else {
            self.confirm(host);
        }
    }

    fn beat(&mut self, host: &Host<'_>) {
        if self.role == Role::Alone {
            return;
        }
        if let (Claim::Entry, Some(storage)) = (self.term.claim, host.storage) {
            term::write_entry(storage, &self.slot, &self.me, host.wall);
        }
        self.lease.renew(host.now);
        self.tell(Message::Beat(Beat {
            seq: self.log.mark().seq,
            millis: self.replica.workspace.now().millis(),
            hidden: !self.is_shown,
            base: (self.base.seq, self.base.epoch),
        }));
    }

    /// Leads from now on.
    pub(super) fn lead(&mut self, host: &Host<'_>, role: Role, asked: f64) {
        self.role = role;
        self.lease.renew(asked);
        self.beat(host);
        self.requests.send_back(host.now);
        self.put(Output::Health);
        self.redispatch(host);
    }

    /// Lets another tab lead that has taken over.
    pub(super) fn step_down(&mut self, host: &Host<'_>) {
        self.stop_leading(host);
        if self.place == Place::Slot {
            self.claim(host, false);
            self.tell(Message::WantAll);
        }
    }

    /// Writes nothing any more, and does not claim to; after a silence it will.
    pub(super) fn retire(&mut self, host: &Host<'_>) {
        self.give_up(host);
        self.term.begin(Claim::None);
        self.stop_leading(host);
    }

    fn stop_leading(&mut self, host: &Host<'_>) {
        self.role = Role::Follower;
        self.lease.end();
        self.heard = host.now;
        self.jump = None;
        if self.log.is_in_debt() || matches!(self.doing, Doing::Jumping(_)) {
            // Time has brought here what nobody has kept: what is shown is none that anybody else knows.
            self.replica.mark = Default::default();
        }
        self.log.follow(self.replica.mark);
        if let Some(no) = self.copy.leave() {
            self.put(Output::Drop(no));
        }
        self.found = None;
        self.interrupt(host);
        self.dedup.forget();
        self.put(Output::Health);
    }

    /// Sends everything to one tab, or to all if none is named.
    pub(super) fn tell_all(&mut self, to: &str) {
        let all = snapshot(&self.replica.workspace, self.log.mark());
        self.tell(Message::All(to.to_owned(), all));
    }

    /// Has the second copy catch up, as far as nothing is under way with it.
    pub(super) fn tend_copy(&mut self, host: &Host<'_>) {
        let is_begun = matches!(&self.doing, Doing::Taking(taking) if taking.has_written);
        let is_kept = self.place == Place::Slot && (self.leads() || is_begun);
        let Some(storage) = host.storage.filter(|_| is_kept) else { return };
        if self.copy.is_retry_due(host.now) && self.log.is_behind() {
            // Something is in the second copy alone, which must stay until all of it is written anew.
            self.copy.renew();
        }
        if self.copy.is_retry_due(host.now) {
            // A job that is deleted before this is done is nowhere in what it leaves.
            let answers = self.dedup.all_bare();
            self.copy_op(host, Purpose::Wipe, Op::Wipe(self.log.mark(), answers));
        } else if self.copy.is_renewal_due() {
            let title = slots::origin(storage, &self.slot).unwrap_or_default().title;
            let mark = self.log.mark();
            let all = writes::of_workspace(&self.replica.workspace, &title, mark).collect();
            let answers = self.dedup.all();
            self.copy.begin_renewal();
            self.copy_op(host, Purpose::Renew, Op::Rewrite(mark, all, answers));
        } else if self.copy.is_completion_due() {
            if let Some((mark, writes, answers)) = self.copy.next_missed() {
                self.copy_op(host, Purpose::CatchUp, Op::Commit(mark, writes, answers));
                return;
            }
            if !std::mem::replace(&mut self.copy.has_looked, true)
                && let Ok(Some(gone)) = note::next_gone(storage)
            {
                self.copy_op(host, Purpose::Forget(gone.clone()), Op::Forget(gone));
                return;
            }
            self.copy.succeed();
            self.forget_note(host);
            // Those that stay count as little as those in the copy once they are old.
            let _ = beside::settle(storage, &self.slot);
            self.copy_stands(host);
        }
    }

    /// The copy holds nothing of a deleted job any more.
    fn forget_note(&mut self, host: &Host<'_>) {
        self.copy.deleted = 0;
        // One that stays has the copy written anew by the next leader, which does no harm.
        if let Some(storage) = host.storage
            && note::settle(storage, &self.slot).is_err()
        {
            self.put(Output::Warn("the note about the second copy stays".to_owned()));
        }
    }

    /// It is settled how the copy stands.
    fn copy_stands(&mut self, host: &Host<'_>) {
        self.put(Output::Health);
        self.copied_while_waiting(host);
    }

    /// An operation on the second copy has ended.
    pub(super) fn copied(&mut self, host: &Host<'_>, purpose: Purpose, outcome: CopyOutcome) {
        match (&purpose, outcome) {
            (Purpose::Fence | Purpose::Recover | Purpose::Mend, outcome) => {
                self.copied_while_taking(host, purpose, outcome);
            }
            (Purpose::Commit, outcome) => self.copied_commit(host, outcome),
            (Purpose::Forget(slot), CopyOutcome::Done) => {
                if let Some(storage) = host.storage {
                    // One that stays has it forgotten once more.
                    let _ = note::settle(storage, slot);
                }
                self.copy.has_looked = false;
            }
            // It is tried again by whoever leads next.
            (Purpose::Forget(_), _) => {}
            (Purpose::Renew, CopyOutcome::Done) => self.copy.set_written(),
            // What it still lacks follows.
            (Purpose::CatchUp, CopyOutcome::Done) => {}
            (Purpose::Wipe, CopyOutcome::Done) => {
                self.forget_note(host);
                self.copy.renew();
                self.put(Output::Health);
            }
            (Purpose::Renew | Purpose::CatchUp | Purpose::Wipe, CopyOutcome::Fenced) => self.step_down(host),
            (Purpose::Renew | Purpose::CatchUp | Purpose::Wipe, outcome) => {
                self.copy_failed(host, outcome.why());
                self.copied_while_waiting(host);
            }
        }
    }

    /// Does without a copy until it can be written again. What is left of it would soon be wrong, so it is to be taken
    /// away.
    pub(super) fn copy_failed(&mut self, host: &Host<'_>, why: String) {
        if self.copy.was_well() {
            self.put(Output::Warn(format!("no second copy any more: {why}")));
        }
        self.copy.fail(why, host.now);
        self.put(Output::Health);
    }

    /// The workspace that is about to take the place of the one shown has other jobs: what the copy holds of the old
    /// ones is noted.
    pub(super) fn note_all_deleted(&mut self, host: &Host<'_>, workspace: &Workspace) {
        self.note_deleted(host, workspace.records().len() as u64);
    }

    /// Notes what the second copy may still hold, and be it one that was emptied: that is being written anew by now.
    pub(super) fn note_deleted(&mut self, host: &Host<'_>, jobs: u64) {
        if jobs == 0 {
            return;
        }
        self.copy.deleted += jobs;
        self.put(Output::Health);
        let noted = host.storage.map(|storage| note::write(storage, &self.slot, self.copy.deleted));
        if let Some(Err(why)) = noted {
            self.put(Output::Warn(format!("what the second copy may still hold is not noted: {why:?}")));
        }
    }
}
