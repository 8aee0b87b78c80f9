//! Following: how a tab keeps up with the one that leads, notices its silence, and has its own requests carried out by it.
//!
//! Invariant: a follower writes nothing; what it shows is what a leader has kept.

use crate::domain::time::SimTime;
use crate::store::codec::Mark;

use super::dedup::QuestionStanding;
use super::doing::{Caught, Doing, Work};
use super::io::{Host, NotCarriedOut, Output, Role};
use super::lease::{BEAT, LOOK, SILENCE, UNEASY};
use super::message::{Asked, Beat, Envelope, Message, Replied};
use super::node::{Node, Place};
use super::replica::{Follow, Snapshot, read};
use super::requests::Whereabouts;
use super::term::{self, Claim};

impl Node {
    /// Finds out which tab leads, and from then on leads or follows.
    pub(super) fn join(&mut self, host: &Host<'_>) {
        (self.heard, self.looked) = (host.now, host.now);
        self.clock.begin(host.now);
        if self.place != Place::Slot || !self.has_channel {
            let term = self.term.begin(Claim::None);
            self.queue.push_back(Work::Lead(term, Role::Alone));
            return;
        }
        self.claim(host, false);
        self.tell(Message::Hello);
    }

    /// The browser has no channel between tabs: each is on its own.
    pub fn be_alone(&mut self) {
        self.has_channel = false;
    }

    /// Queues to lead, or takes the lead from a tab that does not answer.
    pub(super) fn claim(&mut self, host: &Host<'_>, steal: bool) {
        self.give_up(host);
        if self.has_locks {
            let term = self.term.begin(Claim::Lock);
            self.put(Output::Claim { term, steal });
            return;
        }
        let Some(storage) = host.storage else { return };
        self.term.begin(Claim::Entry);
        if term::is_free(storage, &self.slot, &self.me, host.wall) {
            term::write_entry(storage, &self.slot, &self.me, host.wall);
            self.term.settles = Some(term::settles_at(host.now));
        }
    }

    /// Leaves the queue, or lets another tab lead.
    pub(super) fn give_up(&mut self, host: &Host<'_>) {
        match (self.term.claim, host.storage) {
            (Claim::Lock, _) => self.put(Output::Release),
            (Claim::Entry, Some(storage)) => term::remove_entry(storage, &self.slot, &self.me),
            (Claim::Entry, None) | (Claim::None, _) => {}
        }
    }

    /// Time has passed.
    pub(super) fn tick(&mut self, host: &Host<'_>) {
        if let Some(no) = self.copy.late(host.now) {
            self.put(Output::Drop(no));
            let late = super::second_copy::CopyOutcome::Failed("IndexedDB does not answer".to_owned());
            if let Some(purpose) = self.copy.end(no) {
                self.copied(host, purpose, late);
            }
        }
        self.go_on(host);
        if host.now - self.looked >= LOOK {
            self.look(host);
        }
        self.redispatch(host);
    }

    /// Gives signs of life, or waits for those of the leader.
    fn look(&mut self, host: &Host<'_>) {
        let was_asleep = host.now - self.looked > UNEASY;
        self.looked = host.now;
        if self.term.settles.is_some_and(|at| host.now >= at) {
            self.term.settles = None;
            let has_it = host.storage.is_some_and(|storage| term::has_entry(storage, &self.slot, &self.me));
            if has_it {
                self.queue.push_front(Work::Lead(self.term.no, Role::Leader));
            }
        }
        if matches!(self.place, Place::Outdated) || !self.has_channel {
            return;
        }
        if self.leads() {
            if let Some(storage) = host.storage.filter(|_| self.log.is_behind() && self.may_write(host))
                && self.log.catch_up(storage).is_ok()
            {
                self.put(Output::Health);
            }
            if self.lease.is_beat_due(host.now) {
                self.beat_or_step_down(host);
            }
            return;
        }
        if matches!(self.doing, Doing::Taking(_)) {
            // Nobody is silent but this tab itself.
            self.heard = host.now;
            self.tell(Message::Taking);
            return;
        }
        if was_asleep {
            // This tab was asleep and has heard nothing for that reason alone.
            self.heard = host.now;
            self.tell(Message::Hello);
        }
        let silence = host.now - self.heard;
        if silence > SILENCE + self.modesty {
            self.heard = host.now;
            self.claim(host, true);
        } else if silence > UNEASY {
            self.tell(Message::Hello);
        }
    }

    /// Something was said by another tab.
    pub(super) fn receive(&mut self, host: &Host<'_>, envelope: Envelope) {
        let leads = matches!(
            envelope.message,
            Message::Beat(_) | Message::Commit(_) | Message::All(..) | Message::Taking
        );
        if leads && (envelope.epoch >= self.epoch || envelope.message == Message::Taking) {
            self.heard = host.now;
        }
        if self.leads() {
            self.heed_as_leader(host, envelope);
        } else if envelope.message != Message::Taking {
            self.queue.push_back(Work::Heed(envelope));
        }
    }

    /// Heeds what the leader says.
    pub(super) fn heed(&mut self, host: &Host<'_>, envelope: Envelope) {
        if self.leads() {
            self.heed_as_leader(host, envelope);
            return;
        }
        let Envelope { epoch, message, .. } = envelope;
        if epoch < self.epoch {
            return;
        }
        let is_new = epoch != self.epoch;
        if matches!(message, Message::Beat(_) | Message::Commit(_) | Message::All(..) | Message::Reply(..)) {
            // What a tab says that has only heard of an epoch does not begin it.
            self.epoch = epoch;
        }
        match message {
            Message::Beat(beat) => self.follow_beat(host, epoch, beat, is_new),
            Message::Commit(writes) => match self.replica.follow(&writes) {
                Follow::Known => {}
                Follow::Next(change, mark) => {
                    let to = change.head.now;
                    self.catch_up(to, Caught::Apply(Box::new(change), mark));
                    self.go_on(host);
                }
                Follow::Missed => self.want_all(host),
                Follow::Newer => self.outdate(host),
            },
            Message::Reply(to, no, replied) => {
                if to == self.me {
                    self.answered(host, no, replied);
                }
            }
            Message::All(to, all) => {
                if to.is_empty() || to == self.me {
                    self.take_all(host, all);
                }
            }
            Message::Hello
            | Message::Yield
            | Message::Ask(..)
            | Message::WantAll
            | Message::Taking
            | Message::Gone => {}
        }
    }

    fn follow_beat(&mut self, host: &Host<'_>, epoch: u64, beat: Beat, is_new: bool) {
        let mark = self.replica.mark;
        let known = Mark { seq: beat.seq, epoch };
        if mark == known || (mark == beat.base() && mark.seq == beat.seq) {
            self.catch_up(SimTime::from_millis(beat.millis), Caught::Up(known));
            self.go_on(host);
        } else {
            self.want_all(host);
        }
        if is_new {
            for no in self.requests.sent() {
                self.send_request(host, no);
            }
        }
        if beat.hidden && self.is_shown {
            self.tell(Message::Yield);
        }
    }

    /// Begins to let the replica's time go on.
    fn catch_up(&mut self, to: SimTime, then: Caught) {
        self.doing = Doing::CatchingUp(to, then, false);
    }

    /// Lets the replica's time go on by a few steps.
    pub(super) fn go_on_catching_up(
        &mut self,
        host: &Host<'_>,
        to: SimTime,
        then: Caught,
        mut touched: bool,
    ) {
        let before = self.replica.workspace.now();
        if before < to {
            let advanced = self.replica.advance(to);
            touched |= !advanced.touched.is_empty();
            if !advanced.change.jobs.is_empty() {
                // The leader writes what has happened; if it dies before, this tab does.
                self.log.owe(&advanced.change);
            }
            self.put(Output::Moved);
        }
        if self.replica.workspace.now() < to {
            self.doing = Doing::CatchingUp(to, then, touched);
            return;
        }
        match then {
            Caught::Up(mark) => self.follow(mark),
            Caught::Apply(change, mark) => {
                touched = true;
                self.make(&change);
                self.follow(mark);
            }
        }
        if touched {
            self.changed();
        }
        self.settle_as_follower(host);
    }

    /// The workspace shown is at a commit of another tab.
    fn follow(&mut self, mark: Mark) {
        let owed = mark.seq == self.replica.mark.seq && self.log.is_in_debt();
        self.replica.mark = mark;
        if !owed {
            self.log.follow(mark);
        }
        self.found = None;
    }

    fn settle_as_follower(&mut self, host: &Host<'_>) {
        if self.role != Role::Follower {
            self.role = Role::Follower;
            self.put(Output::Health);
            self.redispatch(host);
        }
    }

    fn want_all(&mut self, host: &Host<'_>) {
        if host.now - self.asked_all > BEAT {
            self.asked_all = host.now;
            self.tell(Message::WantAll);
        }
    }

    fn take_all(&mut self, host: &Host<'_>, all: Vec<(String, String)>) {
        match read(&self.slot, all) {
            Snapshot::Whole(_, mark) if mark.rank() < self.replica.mark.rank() => {}
            Snapshot::Whole(workspace, mark) => {
                self.follow(mark);
                self.show(workspace);
                self.settle_as_follower(host);
            }
            Snapshot::Newer => self.outdate(host),
            Snapshot::Nothing => {}
        }
    }

    /// Has what waits for it looked at again.
    pub(super) fn redispatch(&mut self, host: &Host<'_>) {
        for no in self.requests.late(host.now) {
            self.end_request(no, Err(NotCarriedOut::NoAnswer));
        }
        for no in self.requests.due(host.now) {
            self.dispatch(host, no);
        }
    }

    /// Has a request carried out by the tab that leads, this one or another.
    pub(super) fn dispatch(&mut self, host: &Host<'_>, no: u64) {
        if let Some(why) = self.refusal() {
            self.end_request(no, Err(why));
        } else if self.leads() {
            let Some(open) = self.requests.get_mut(no) else { return };
            open.at = Whereabouts::Here;
            let (question, asked) = ((self.me.clone(), no), open.asked.clone());
            self.take_on(host, question, asked);
        } else if self.role == Role::Follower {
            self.send_request(host, no);
        } else if let Some(open) = self.requests.get_mut(no) {
            open.at = Whereabouts::Waiting(host.now + LOOK);
        }
    }

    fn send_request(&mut self, host: &Host<'_>, no: u64) {
        let Some(open) = self.requests.get_mut(no) else { return };
        open.at = Whereabouts::Sent(host.now);
        let asked = open.asked.clone();
        self.tell(Message::Ask(no, asked));
    }

    /// Begins with a request, of this tab or another, unless that has been done.
    pub(super) fn take_on(&mut self, host: &Host<'_>, question: (String, u64), asked: Asked) {
        match self.dedup.begin(&question) {
            QuestionStanding::New => self.queue.push_back(Work::Carry(question, asked)),
            // Its answer comes when it is done.
            QuestionStanding::UnderWay => {}
            QuestionStanding::Answered(replied) => self.reply(host, &question, replied),
        }
    }

    /// Takes an answer to the one who waits for it.
    pub(super) fn answered(&mut self, host: &Host<'_>, no: u64, replied: Replied) {
        let done = match replied {
            Replied::Full => Err(NotCarriedOut::Full),
            Replied::Storage(words) => Err(NotCarriedOut::Storage(words)),
            Replied::Outdated => Err(NotCarriedOut::Outdated),
            Replied::Gone => Err(NotCarriedOut::Gone),
            Replied::Again | Replied::Begun(_) | Replied::Replacing(..) => {
                if let Some(open) = self.requests.get_mut(no) {
                    open.at = Whereabouts::Waiting(host.now + LOOK);
                }
                return;
            }
            Replied::Response(..) | Replied::Done => Ok(replied),
        };
        self.end_request(no, done);
    }

    fn end_request(&mut self, no: u64, done: Result<Replied, NotCarriedOut>) {
        if let Some(open) = self.requests.remove(no) {
            self.put(Output::Answer(open.ticket, done));
        }
    }
}
