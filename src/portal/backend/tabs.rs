//! Tabs: which of those that show one workspace leads, and what they say to each other.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::portal::letters::{Asked, BEAT, Envelope, LEASE, Letter, PROTOCOL, Replied, SILENCE, write};
use crate::store::entries::PREFIX;
use crate::store::{Storage, browser::BrowserStorage};

use super::health::Role;
use super::page::{Channel, Later, Lock, now};
use super::turn::Turn;

/// What this tab knows of the others.
#[derive(Default)]
pub struct Tabs {
    /// A name that no other tab has.
    pub me: String,
    role: Cell<Option<Role>>,
    /// Under whose lead.
    pub epoch: Cell<u64>,
    channel: RefCell<Option<Channel>>,
    claim: RefCell<Option<Claim>>,
    /// A lock of this tab's own, by which it knows itself among those who hold locks.
    own: RefCell<Option<Rc<Lock>>>,
    /// Grows whenever this tab claims the lead, loses it or gives it up.
    term: Cell<u64>,
    /// When the others last heard of this tab as the leader.
    beaten: Cell<f64>,
    /// When this tab last heard of the leader.
    pub heard: Cell<f64>,
    /// When it last asked for everything.
    pub asked_all: Cell<f64>,
    /// When the room that is left was last to be measured.
    pub measured: Cell<f64>,
    asks: RefCell<BTreeMap<u64, (Asked, Later<Replied>)>>,
    next_ask: Cell<u64>,
    inbox: RefCell<VecDeque<Envelope>>,
    reading: Cell<bool>,
    /// Whether this tab is about to lead, which takes a while where there is much to read.
    pub taking: Cell<bool>,
    /// Everybody's turn is kept until it is clear who leads.
    starting: RefCell<Option<Turn>>,
}

/// How this tab claims to lead, or waits for it.
enum Claim {
    Lock(Rc<Lock>),
    /// Where there are no locks: an entry in localStorage that says who leads and until when.
    Lease(BrowserStorage, String),
}

impl Tabs {
    /// Nothing is known yet; everybody waits.
    pub fn new(turn: Option<Turn>) -> Tabs {
        let tabs = Tabs { me: format!("{:x}", (js_sys::Math::random() * 1e15) as u64), ..Tabs::default() };
        tabs.role.set(Some(Role::Undecided));
        tabs.heard.set(now());
        *tabs.starting.borrow_mut() = turn;
        tabs
    }

    /// This tab among the others.
    pub fn role(&self) -> Role {
        self.role.get().unwrap_or(Role::Alone)
    }

    /// Changes the role; what waited for it goes on as soon as it is settled.
    pub fn become_role(&self, role: Role) {
        self.role.set(Some(role));
        if role != Role::Undecided {
            self.starting.borrow_mut().take();
        }
    }

    /// Whether everybody still waits for it to be clear who leads.
    pub fn is_starting(&self) -> bool {
        self.starting.borrow().is_some()
    }

    /// Whether this tab carries out commands itself.
    pub fn leads(&self) -> bool {
        match self.role() {
            Role::Leader | Role::Alone => true,
            Role::Follower | Role::Undecided => false,
        }
    }

    /// Whether it may write at this moment.
    pub fn may_write(&self) -> bool {
        match self.role() {
            Role::Alone => true,
            Role::Leader => now() - self.beaten.get() < LEASE && self.lease_stands(),
            Role::Follower | Role::Undecided => false,
        }
    }

    fn lease_stands(&self) -> bool {
        match &*self.claim.borrow() {
            Some(Claim::Lease(storage, key)) => lease(storage, key).is_some_and(|(who, _)| who == self.me),
            Some(Claim::Lock(_)) | None => true,
        }
    }

    /// Makes sure, after a silence of its own, that this tab still leads.
    pub async fn still_leads(&self) -> bool {
        if !self.leads() || self.may_write() {
            return self.leads();
        }
        let asked = now();
        let by_lock = matches!(&*self.claim.borrow(), Some(Claim::Lock(_)));
        let held = by_lock && self.holds(self.term.get()).await && self.role() == Role::Leader;
        if held {
            self.beaten.set(asked);
        }
        held
    }

    /// Begins a new term: what was claimed before does not count any more.
    pub fn new_term(&self) -> u64 {
        self.term.set(self.term.get() + 1);
        self.term.get()
    }

    /// Whether nothing has changed about the lead since this term began, as far as this tab has heard.
    pub fn is_term(&self, term: u64) -> bool {
        self.term.get() == term
    }

    /// Whether what was claimed in this term is still held, as the browser says.
    pub async fn holds(&self, term: u64) -> bool {
        let lock = match &*self.claim.borrow() {
            Some(Claim::Lock(lock)) => Some(lock.clone()),
            Some(Claim::Lease(..)) | None => None,
        };
        let held = match lock {
            Some(lock) => lock.is_held_with(&self.own_lock()).await,
            None => self.lease_stands(),
        };
        held && self.is_term(term)
    }

    fn own_lock(&self) -> String {
        format!("{PREFIX}tab/{}", self.me)
    }

    /// Shows a sign of life.
    pub fn beat(&self, seq: u64, millis: i64, hidden: bool) {
        if let Some(Claim::Lease(storage, key)) = &*self.claim.borrow() {
            // Without a lease entry this tab stops writing, which is all that can be done.
            let _ = storage.set(key, &format!("{} {}", self.me, js_sys::Date::now() as u64));
        }
        self.beaten.set(now());
        self.tell(Letter::Beat(seq, millis, hidden));
    }

    /// Opens the channel; false if the browser has none.
    pub fn open(&self, slot: &str, hear: impl Fn(String) + 'static) -> bool {
        let channel = Channel::open(&format!("{PREFIX}{slot}"), hear);
        let open = channel.is_some();
        *self.channel.borrow_mut() = channel;
        open
    }

    /// Sends a letter to the tabs that show the workspace in `slot`, whichever this one shows.
    pub fn tell_those_of(&self, slot: &str, letter: Letter) {
        let envelope = Envelope { v: PROTOCOL, from: self.me.clone(), epoch: self.epoch.get(), letter };
        Channel::send_to(&format!("{PREFIX}{slot}"), &write(&envelope));
    }

    /// Sends a letter to the other tabs.
    pub fn tell(&self, letter: Letter) {
        if let Some(channel) = &*self.channel.borrow() {
            let envelope = Envelope { v: PROTOCOL, from: self.me.clone(), epoch: self.epoch.get(), letter };
            channel.send(&write(&envelope));
        }
    }

    /// Queues to lead, or takes the lead from a tab that does not answer. Where there are no locks
    /// it says whether the lead is free for now.
    pub fn claim(
        &self,
        slot: &str,
        steal: bool,
        storage: Option<BrowserStorage>,
        gained: impl FnOnce() + 'static,
        lost: impl FnOnce() + 'static,
    ) -> bool {
        self.give_up();
        let name = format!("{PREFIX}{slot}");
        if Lock::exist() && self.own.borrow().is_none() {
            // Without it this tab does not know itself, and leads only while it gives signs of life.
            *self.own.borrow_mut() = Lock::request(&self.own_lock(), false, || {}, || {}).ok();
        }
        if Lock::exist()
            && let Ok(lock) = Lock::request(&name, steal, gained, lost)
        {
            *self.claim.borrow_mut() = Some(Claim::Lock(lock));
            return false;
        }
        let Some(storage) = storage else { return true };
        let key = format!("{PREFIX}lead/{slot}");
        let free = lease(&storage, &key)
            .is_none_or(|(who, at)| who == self.me || (js_sys::Date::now() - at).abs() > SILENCE);
        if free {
            let _ = storage.set(&key, &format!("{} {}", self.me, js_sys::Date::now() as u64));
        }
        *self.claim.borrow_mut() = Some(Claim::Lease(storage, key));
        free
    }

    /// Whether the lead goes by a lease, and this tab has it.
    pub fn has_lease(&self) -> bool {
        match &*self.claim.borrow() {
            Some(Claim::Lease(storage, key)) => lease(storage, key).is_some_and(|(who, _)| who == self.me),
            Some(Claim::Lock(_)) | None => false,
        }
    }

    /// Whether the lead goes by a lease.
    pub fn by_lease(&self) -> bool {
        matches!(&*self.claim.borrow(), Some(Claim::Lease(..)))
    }

    /// Leaves the queue, or lets another tab lead.
    pub fn give_up(&self) {
        match self.claim.borrow_mut().take() {
            Some(Claim::Lock(lock)) => lock.give_up(),
            // An old entry does no harm for longer than the silence of its owner.
            Some(Claim::Lease(storage, key))
                if lease(&storage, &key).is_some_and(|(who, _)| who == self.me) =>
            {
                let _ = storage.remove(&key);
            }
            Some(Claim::Lease(..)) => {}
            None => {}
        }
    }

    /// The number of this tab's next question.
    pub fn next_question(&self) -> u64 {
        let no = self.next_ask.get() + 1;
        self.next_ask.set(no);
        no
    }

    /// Asks the tab that leads, and gives what waits for the answer.
    pub fn ask(&self, no: u64, asked: Asked) -> Later<Replied> {
        let later = Later::default();
        self.asks.borrow_mut().insert(no, (asked.clone(), later.clone()));
        self.tell(Letter::Ask(no, asked));
        later
    }

    /// Takes an answer to the one who waits for it.
    pub fn answered(&self, no: u64, replied: Replied) {
        let waiting = self.asks.borrow_mut().remove(&no);
        if let Some((_, later)) = waiting {
            later.give(replied);
        }
    }

    /// Forgets a question.
    pub fn forget(&self, no: u64) {
        self.asks.borrow_mut().remove(&no);
    }

    /// Asks a new leader what the one before has not answered.
    pub fn ask_again(&self) {
        let open: Vec<(u64, Asked)> =
            self.asks.borrow().iter().map(|(no, (asked, _))| (*no, asked.clone())).collect();
        for (no, asked) in open {
            self.tell(Letter::Ask(no, asked));
        }
    }

    /// Has everybody who waits for an answer look again who leads.
    pub fn send_back(&self) {
        for (_, later) in std::mem::take(&mut *self.asks.borrow_mut()).into_values() {
            later.give(Replied::Again);
        }
    }

    /// Puts a letter into the inbox; true if nobody is reading yet.
    pub fn receive(&self, envelope: Envelope) -> bool {
        self.inbox.borrow_mut().push_back(envelope);
        !self.reading.replace(true)
    }

    /// The next letter; none ends the reading.
    pub fn next_letter(&self) -> Option<Envelope> {
        let next = self.inbox.borrow_mut().pop_front();
        self.reading.set(next.is_some());
        next
    }
}

/// Who has the lease, and when they last said so, in real time.
fn lease(storage: &BrowserStorage, key: &str) -> Option<(String, f64)> {
    let text = storage.get(key).ok().flatten()?;
    let (who, at) = text.split_once(' ')?;
    // The browser's clock shows whole milliseconds.
    Some((who.to_owned(), at.parse::<u64>().ok()? as f64))
}

/// How often this tab looks around, in milliseconds.
pub const LOOK: f64 = BEAT / 2.0;
