//! The node: one tab's part in the protocol, which it plays by being told what happens and saying what is to be done.
//!
//! Invariant: one thing is done at a time, in the order in which it was asked for, and whoever loses the lead on the way
//! leaves it undone and says so.

use std::collections::VecDeque;

use crate::journal::undo::Undo;
use crate::service::workspace::{Change, Workspace};
use crate::store::codec::Mark;
use crate::store::load::{Found, Kept, load};
use crate::store::slots::{self, Wanted};
use crate::store::{Storage, StoreError};

use super::dedup::Dedup;
use super::dedup::QuestionId;
use super::doing::{After, Doing, Ticking, Work};
use super::io::{Host, Input, LockEvent, MemoryOnly, NotCarriedOut, Output, Role};
use super::lease::Lease;
use super::log::Log;
use super::message::{Envelope, Heard, Message, PROTOCOL, Replied};
use super::replica::Replica;
use super::requests::Requests;
use super::second_copy::{Op, Purpose, SecondCopy};
use super::term::{Claim, Term};

/// Where changes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere.
    Memory(MemoryOnly),
    /// Nowhere any more: a newer version has written the data, or the workspace was thrown away.
    Outdated,
    /// Into the slot.
    Slot,
}

/// The commit that a tab begins with, and what was read.
type Opened = (Mark, Option<Box<Kept>>);

/// What a tab shows at first, by what was read of its slot.
fn begin(wanted: &Wanted, read: Result<Found, StoreError>) -> (Place, Workspace, Opened) {
    let nothing = (Mark::default(), None);
    match read {
        Ok(Found::Kept(kept)) => {
            // Another tab may have more of a spoilt commit: what is shown is none that anybody else knows.
            let mark = if kept.broken.is_empty() { kept.ledger.mark() } else { Mark::default() };
            (Place::Slot, kept.workspace.clone(), (mark, Some(kept)))
        }
        Ok(Found::Nothing) => (Place::Slot, wanted.beginning().build(), nothing),
        Ok(Found::Newer(_)) => (Place::Outdated, wanted.beginning().build(), nothing),
        Err(why) => (Place::Memory(why.into()), wanted.beginning().build(), nothing),
    }
}

/// A tab among those that show one workspace.
pub struct Node {
    pub(super) me: String,
    pub(super) slot: String,
    pub(super) place: Place,
    pub(super) gone: bool,
    pub(super) has_locks: bool,
    pub(super) has_channel: bool,
    pub(super) replica: Replica,
    /// What of the last jumps can be undone.
    pub(super) undo: Undo,
    /// What was read when the page was opened.
    pub(super) found: Option<Box<Kept>>,
    pub(super) role: Role,
    /// Under whose lead.
    pub(super) epoch: u64,
    /// The commit that this tab's lead began with.
    pub(super) base: Mark,
    pub(super) term: Term,
    pub(super) lease: Lease,
    /// When the leader was last heard of.
    pub(super) heard: f64,
    pub(super) asked_all: f64,
    pub(super) looked: f64,
    /// How much longer than others this tab waits before it takes the lead, so that not all do at once.
    pub(super) modesty: f64,
    pub(super) is_shown: bool,
    pub(super) log: Log,
    pub(super) copy: SecondCopy,
    pub(super) dedup: Dedup,
    pub(super) requests: Requests,
    pub(super) clock: Ticking,
    pub(super) queue: VecDeque<Work>,
    pub(super) doing: Doing,
    /// How far a jump that takes long has come, in per cent.
    pub(super) jump: Option<u8>,
    out: VecDeque<Output>,
}

impl Node {
    /// Reads a slot, without writing anything: this tab may not be the one that leads. `me` is a name that no other tab
    /// has; `modesty` says how many milliseconds this tab waits before it takes the lead from one that is silent.
    pub fn open(me: &str, wanted: Wanted, storage: Result<&dyn Storage, StoreError>, modesty: f64) -> Node {
        let read = storage.and_then(|storage| load(storage, &wanted.slot()));
        let (place, workspace, opened) = begin(&wanted, read);
        let mut node = Node::with(me, wanted.slot(), place, workspace, modesty);
        node.hold(opened);
        node
    }

    /// A node over what can be shown of a slot before all of it is read; nothing is to happen to it before
    /// [`Node::complete`].
    pub fn preview(me: &str, wanted: &Wanted, workspace: Workspace, modesty: f64) -> Node {
        Node::with(me, wanted.slot(), Place::Slot, workspace, modesty)
    }

    /// Puts what was read of the slot in the place of the preview.
    pub fn complete(&mut self, wanted: &Wanted, read: Result<Found, StoreError>) {
        let (place, workspace, opened) = begin(wanted, read);
        self.place = place;
        self.replica.workspace = workspace;
        self.hold(opened);
    }

    fn hold(&mut self, (mark, found): Opened) {
        self.replica.mark = mark;
        self.log.follow(mark);
        self.found = found;
    }

    /// A node over a workspace in memory.
    pub fn in_memory(workspace: Workspace, why: MemoryOnly) -> Node {
        let slot = crate::store::entries::MAIN.to_owned();
        let mut node = Node::with("", slot, Place::Memory(why), workspace, 0.0);
        node.role = Role::Alone;
        node
    }

    fn with(me: &str, slot: String, place: Place, workspace: Workspace, modesty: f64) -> Node {
        Node {
            me: me.to_owned(),
            log: Log::new(&slot, Mark::default()),
            slot,
            place,
            gone: false,
            has_locks: true,
            has_channel: true,
            replica: Replica { workspace, mark: Mark::default() },
            undo: Undo::default(),
            found: None,
            role: Role::Undecided,
            epoch: 0,
            base: Mark::default(),
            term: Term::default(),
            lease: Lease::default(),
            heard: 0.0,
            asked_all: f64::NEG_INFINITY,
            looked: 0.0,
            modesty,
            is_shown: true,
            copy: SecondCopy::default(),
            dedup: Dedup::default(),
            requests: Requests::default(),
            clock: Ticking::default(),
            queue: VecDeque::new(),
            doing: Doing::Nothing,
            jump: None,
            out: VecDeque::new(),
        }
    }

    /// Deals with something that happens.
    pub fn handle(&mut self, host: &Host<'_>, input: Input) {
        match input {
            Input::Start => self.join(host),
            Input::Heard(heard) => self.hear(host, heard),
            Input::Tick => self.tick(host),
            Input::Lock(event) => self.hear_of_lock(host, event),
            Input::Copy(no, outcome) => {
                if let Some(purpose) = self.copy.end(no) {
                    self.copied(host, purpose, outcome);
                }
            }
            Input::Ask(ticket, asked) => {
                let no = self.requests.add(ticket, asked, host.now);
                self.dispatch(host, no);
            }
            Input::Shown(is_shown) => {
                self.is_shown = is_shown;
                if is_shown {
                    self.tell(Message::Hello);
                }
            }
            Input::Leave => self.keep_time(host),
            Input::Lose => self.lose(host),
        }
        self.pump(host);
    }

    /// The next thing that is to be done.
    pub fn poll(&mut self) -> Option<Output> {
        self.out.pop_front()
    }

    /// When it is to be told next that time has passed.
    pub fn due(&self, now: f64) -> f64 {
        if self.is_at_work() { now } else { self.looked + super::lease::LOOK }
    }

    /// Does what waits for its turn, as far as it need not be waited for.
    fn pump(&mut self, host: &Host<'_>) {
        loop {
            self.tend_copy(host);
            if !matches!(self.doing, Doing::Nothing) {
                return;
            }
            let starting = self.role == Role::Undecided;
            let next = self.queue.iter().position(|work| !starting || !matches!(work, Work::Carry(..)));
            let Some(work) = next.and_then(|at| self.queue.remove(at)) else { return };
            match work {
                Work::Lead(term, role) => self.take_lead(host, term, role),
                Work::Heed(envelope) => self.heed(host, envelope),
                Work::Carry(question, asked) => self.carry(host, question, asked),
                // Without locks nobody waits in line: the lead would be nobody's for a silence, or this tab's again.
                Work::Yield if self.role == Role::Leader && !self.is_shown && self.has_locks => {
                    self.step_down(host);
                }
                Work::Yield => {}
                Work::Record => self.record(host),
            }
        }
    }

    fn hear_of_lock(&mut self, host: &Host<'_>, event: LockEvent) {
        match event {
            LockEvent::Granted(term) => self.queue.push_front(Work::Lead(term, Role::Leader)),
            LockEvent::Lost(term) if term == self.term.no => self.step_down(host),
            LockEvent::Lost(_) => {}
            LockEvent::Held(no, held) => {
                if let Some(asked) = self.term.answered(no) {
                    self.confirmed(host, held, asked);
                }
            }
            LockEvent::None => {
                self.has_locks = false;
                if self.term.claim == Claim::Lock && !self.leads() {
                    self.claim(host, false);
                }
            }
        }
    }

    fn hear(&mut self, host: &Host<'_>, heard: Heard) {
        if matches!(self.place, Place::Memory(_)) {
            // What others do with a store is nothing to a page without one.
            return;
        }
        match heard {
            Heard::Message(envelope) if envelope.message == Message::Gone => self.lose(host),
            Heard::Message(envelope) => self.receive(host, *envelope),
            Heard::Newer => self.outdate(host),
            Heard::Noise => {}
        }
    }

    pub(super) fn put(&mut self, output: Output) {
        self.out.push_back(output);
    }

    /// Sends a message to the other tabs.
    pub(super) fn tell(&mut self, message: Message) {
        if self.has_channel && self.place == Place::Slot {
            let envelope = Envelope { v: PROTOCOL, from: self.me.clone(), epoch: self.epoch, message };
            self.put(Output::Send(envelope));
        }
    }

    /// Begins an operation on the second copy.
    pub(super) fn copy_op(&mut self, host: &Host<'_>, purpose: Purpose, op: Op) {
        let no = self.copy.begin(purpose, &op, host.now);
        self.put(Output::Copy(no, op));
    }

    /// Answers a request, of this tab or another.
    pub(super) fn finish(&mut self, host: &Host<'_>, question: &QuestionId, replied: Replied) {
        self.dedup.end(question, &replied);
        self.reply(host, question, replied);
    }

    pub(super) fn reply(&mut self, host: &Host<'_>, question: &QuestionId, replied: Replied) {
        if question.0 == self.me {
            self.answered(host, question.1, replied);
        } else {
            self.tell(Message::Reply(question.0.clone(), question.1, replied));
        }
    }

    /// Whether this tab carries out commands itself.
    pub fn leads(&self) -> bool {
        match self.role {
            Role::Leader | Role::Alone => true,
            Role::Follower | Role::Undecided => false,
        }
    }

    /// Tells all who look that jobs, the log or a setting have changed.
    pub(super) fn changed(&mut self) {
        self.put(Output::Changed);
    }

    /// Applies a change that is kept.
    pub(super) fn apply(&mut self, change: &Change) {
        self.make(change);
        self.replica.mark = self.log.mark();
        self.changed();
    }

    /// Makes a change of what is shown.
    pub(super) fn make(&mut self, change: &Change) {
        self.undo.see(&self.replica.workspace, change);
        self.replica.workspace.apply(change);
    }

    /// Shows another workspace from now on.
    pub fn show(&mut self, workspace: Workspace) {
        self.undo.clear();
        self.replica.workspace = workspace;
        self.changed();
    }

    /// Keeps nothing of what time has brought: something else is shown from now on.
    pub fn forgive(&mut self) {
        self.log.forgive();
    }

    /// Changes nothing any more: a newer version of the portal is at work.
    pub(super) fn outdate(&mut self, host: &Host<'_>) {
        self.retire(host);
        self.place = Place::Outdated;
        self.requests.send_back(host.now);
        self.redispatch(host);
        self.put(Output::Health);
    }

    fn lose(&mut self, host: &Host<'_>) {
        if !self.gone {
            self.gone = true;
            self.outdate(host);
        }
    }

    /// The slot that a new beginning is written to before it takes its place.
    pub(super) fn beside(&self) -> String {
        slots::beside(&self.slot)
    }

    /// Why nothing of a command can be done here.
    pub(super) fn refusal(&self) -> Option<NotCarriedOut> {
        match (&self.place, self.gone) {
            (Place::Outdated, true) => Some(NotCarriedOut::Gone),
            (Place::Outdated, false) => Some(NotCarriedOut::Outdated),
            (Place::Memory(_) | Place::Slot, _) => None,
        }
    }

    /// Hands over what was asked of the lead: a commit's continuation that is broken off is asked for again.
    pub(super) fn interrupt(&mut self, host: &Host<'_>) {
        let doing = std::mem::replace(&mut self.doing, Doing::Nothing);
        let question = match doing {
            Doing::Nothing | Doing::Taking(_) | Doing::CatchingUp(..) => None,
            Doing::Confirming(then) => then.question(),
            Doing::Writing(pending) => pending.after.question(),
            Doing::Jumping(jump) => Some(jump.question),
            Doing::Beginning(anew) => Some(anew.question),
        };
        if let Some(question) = question {
            self.finish(host, &question, Replied::Again);
        }
    }

    /// Keeps a change without an answer to anybody.
    pub(super) fn keep_owed(&mut self, host: &Host<'_>, after: After) {
        let change = self.note();
        self.keep(host, change, None, after);
    }

    /// A change of nothing but the present time.
    pub(super) fn note(&self) -> Change {
        let head = self.replica.workspace.head().clone();
        Change::of(head)
    }
}
