//! This tab: the node of the protocol that it is, and what of the browser stands around it. It translates and decides
//! nothing: what happens becomes an input of the node, and what the node puts out is done.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::browser::BrowserStorage;
use crate::store::entries::PREFIX;
use crate::store::slots::Wanted;
use crate::store::{Storage, StoreError};
use crate::sync::io::{LockEvent, Ticket};
use crate::sync::message::{Asked, Replied, read, write};
use crate::sync::second_copy::Op;
use crate::sync::{Host, Input, Node, NotDone as Undone, Output};

use super::copy::CopyStore;
use super::page::{Channel, Lock, Promised, is_hidden, now, sleep};
use super::{Backend, NotDone};

/// Milliseconds of work after which the page gets its turn.
const SLICE: f64 = 8.0;

/// What a request comes to.
type Answer = Result<Replied, Undone>;

/// The node of this page and what stands around it.
pub struct Tab {
    pub node: RefCell<Node>,
    /// localStorage, or why it cannot be used.
    pub storage: Result<BrowserStorage, StoreError>,
    /// What has happened and is not dealt with yet.
    inputs: RefCell<VecDeque<Input>>,
    /// Whether somebody deals with it.
    is_busy: Cell<bool>,
    /// Whether it has joined the others, so that time passes.
    has_joined: Cell<bool>,
    /// When the next timer goes off.
    wakes: Cell<f64>,
    channel: RefCell<Option<Channel>>,
    lock: RefCell<Option<Rc<Lock>>>,
    /// A lock of this tab's own, by which it knows itself among those who hold locks.
    own: RefCell<Option<Rc<Lock>>>,
    copy: Rc<CopyStore>,
    waiting: RefCell<BTreeMap<Ticket, Promised<Answer>>>,
    last_ticket: Cell<Ticket>,
    /// When the room that is left was last to be measured.
    pub measured: Cell<f64>,
    /// Whether a link describes the workspace, and it was there for nobody before this page.
    pub is_new_link: bool,
}

/// What of a node's output is told once, when everything is done.
#[derive(Default)]
struct News {
    changed: bool,
    moved: bool,
    health: bool,
    kept: bool,
}

impl Tab {
    /// A tab that has not joined the others.
    pub fn new(node: Node, storage: Result<BrowserStorage, StoreError>) -> Tab {
        let copy = Rc::new(CopyStore::new(node.slot()));
        Tab {
            node: RefCell::new(node),
            storage,
            inputs: RefCell::default(),
            is_busy: Cell::new(false),
            has_joined: Cell::new(false),
            wakes: Cell::new(f64::INFINITY),
            channel: RefCell::default(),
            lock: RefCell::default(),
            own: RefCell::default(),
            copy,
            waiting: RefCell::default(),
            last_ticket: Cell::new(0),
            measured: Cell::new(f64::NEG_INFINITY),
            is_new_link: false,
        }
    }

    /// Reads the slot without writing anything: this tab may not be the one that leads.
    pub fn open(wanted: Wanted) -> Tab {
        let storage = BrowserStorage::open();
        let me = format!("{:x}", (js_sys::Math::random() * 1e15) as u64);
        // Not all at once, should there be several to take over.
        let modesty = js_sys::Math::random() * crate::sync::lease::LOOK;
        let opened = storage.as_ref().map(|storage| storage as &dyn Storage).map_err(Clone::clone);
        let is_link = matches!(wanted, Wanted::Scenario(_));
        let node = Node::open(&me, wanted, opened, modesty);
        let is_new_link = is_link && node.is_new();
        Tab { is_new_link, ..Tab::new(node, storage) }
    }

    fn channel_name(slot: &str) -> String {
        format!("{PREFIX}{slot}")
    }

    fn handle(&self, input: Input) {
        let storage = self.storage.as_ref().ok().map(|storage| storage as &dyn Storage);
        let host = Host { now: now(), wall: js_sys::Date::now(), storage };
        self.node.borrow_mut().handle(&host, input);
    }

    fn next_input(&self) -> Option<Input> {
        self.inputs.borrow_mut().pop_front()
    }

    fn next_output(&self) -> Option<Output> {
        self.node.borrow_mut().poll()
    }

    /// When the node is to be told that time has passed.
    fn due(&self) -> f64 {
        let node = self.node.borrow();
        if self.has_joined.get() || node.is_at_work() { node.due(now()) } else { f64::INFINITY }
    }

    fn own_lock(&self) -> String {
        format!("{PREFIX}tab/{}", self.node.borrow().name())
    }

    /// Tells the tabs that show the workspace in `slot` that it is thrown away, whichever this one shows.
    pub fn say_farewell(&self, slot: &str) {
        Channel::send_to(&Tab::channel_name(slot), &write(&self.node.borrow().farewell()));
    }
}

impl Backend {
    /// Joins the other tabs; from now on time passes.
    pub(super) fn join(self) {
        let tab = self.tab();
        let name = Tab::channel_name(tab.node.borrow().slot());
        let channel = Channel::open(&name, move |text| self.give(Input::Heard(read(&text))));
        if channel.is_none() {
            tab.node.borrow_mut().be_alone();
        }
        *tab.channel.borrow_mut() = channel;
        self.give(Input::Start);
        if is_hidden() {
            self.give(Input::Shown(false));
        }
        tab.has_joined.set(true);
        self.wake(&tab);
        let seen = window_event_listener(leptos::ev::visibilitychange, move |_| {
            self.give(Input::Shown(!is_hidden()));
        });
        on_cleanup(move || seen.remove());
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.give(Input::Leave));
        on_cleanup(move || left.remove());
    }

    /// Has something carried out by the tab that leads, whichever that is.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub(in crate::portal) async fn ask(self, asked: Asked) -> Result<Replied, NotDone> {
        let tab = self.tab();
        let ticket = tab.last_ticket.get() + 1;
        tab.last_ticket.set(ticket);
        let answer = Promised::default();
        tab.waiting.borrow_mut().insert(ticket, answer.clone());
        self.give(Input::Ask(ticket, asked));
        Ok(answer.get().await?)
    }

    /// Gives the node what has happened, and does what comes of it.
    pub(super) fn give(self, input: Input) {
        // The page may be being taken down.
        if let Some(tab) = self.parts.try_get_value() {
            tab.inputs.borrow_mut().push_back(input);
            self.settle(&tab);
        }
    }

    /// Does what the node says, and all that comes of that at once.
    pub(super) fn settle(self, tab: &Rc<Tab>) {
        if tab.is_busy.replace(true) {
            return;
        }
        let (start, mut news) = (now(), News::default());
        loop {
            while let Some(output) = tab.next_output() {
                self.carry_out_output(tab, output, &mut news);
            }
            if let Some(input) = tab.next_input() {
                tab.handle(input);
            } else if tab.due() <= now() && now() - start < SLICE {
                // What is done in steps goes on as long as the page can wait.
                tab.handle(Input::Tick);
            } else {
                break;
            }
        }
        tab.is_busy.set(false);
        self.wake(tab);
        self.tell(&news);
    }

    fn carry_out_output(self, tab: &Rc<Tab>, output: Output, news: &mut News) {
        match output {
            Output::Send(envelope) => {
                if let Some(channel) = &*tab.channel.borrow() {
                    channel.send(&write(&envelope));
                }
            }
            Output::Claim { term, steal } => self.claim(tab, term, steal),
            Output::Release => {
                if let Some(lock) = tab.lock.take() {
                    lock.give_up();
                }
            }
            Output::Query(no) => self.query(tab, no),
            Output::Copy(no, op) => self.copy(tab, no, op),
            Output::Drop(no) => tab.copy.give_up(no),
            Output::Answer(ticket, answer) => {
                let waiting = tab.waiting.borrow_mut().remove(&ticket);
                if let Some(waiting) = waiting {
                    waiting.give(answer);
                }
            }
            Output::Changed => news.changed = true,
            Output::Moved => news.moved = true,
            Output::Health => news.health = true,
            Output::Kept => news.kept = true,
            Output::Warn(why) => leptos::logging::warn!("{why}"),
        }
    }

    fn tell(self, news: &News) {
        if news.changed {
            self.changed();
        } else if news.moved {
            self.show_time();
        }
        if news.health {
            self.hear_of_health();
        }
        if news.kept {
            self.measure_soon();
        }
    }

    /// Queues for the lock, or takes it from whoever has it.
    fn claim(self, tab: &Rc<Tab>, term: u64, steal: bool) {
        if Lock::exist() && tab.own.borrow().is_none() {
            // Without it this tab does not know itself, and leads only while it gives signs of life.
            *tab.own.borrow_mut() = Lock::request(&tab.own_lock(), false, || {}, || {}).ok();
        }
        let name = Tab::channel_name(tab.node.borrow().slot());
        let gained = move || self.give(Input::Lock(LockEvent::Granted(term)));
        let lost = move || self.give(Input::Lock(LockEvent::Lost(term)));
        if Lock::exist()
            && let Ok(lock) = Lock::request(&name, steal, gained, lost)
        {
            *tab.lock.borrow_mut() = Some(lock);
        } else {
            self.give(Input::Lock(LockEvent::None));
        }
    }

    /// Finds out whether the lock is held.
    fn query(self, tab: &Rc<Tab>, no: u64) {
        let (lock, own) = (tab.lock.borrow().clone(), tab.own_lock());
        spawn_local(async move {
            let held = match lock {
                Some(lock) => lock.is_held_with(&own).await,
                None => false,
            };
            self.give(Input::Lock(LockEvent::Held(no, held)));
        });
    }

    /// Does something with the second copy.
    fn copy(self, tab: &Rc<Tab>, no: u64, op: Op) {
        let copy = tab.copy.clone();
        spawn_local(async move {
            let outcome = copy.carry_out(no, op).await;
            self.give(Input::Copy(no, outcome));
        });
    }

    /// Sets the timer at which the node is to be told that time has passed, unless an earlier one is set.
    fn wake(self, tab: &Rc<Tab>) {
        let due = tab.due();
        if due >= tab.wakes.get() {
            return;
        }
        tab.wakes.set(due);
        spawn_local(async move {
            sleep((due - now()).max(0.0)).await;
            let Some(tab) = self.parts.try_get_value() else { return };
            if tab.wakes.get() == due {
                tab.wakes.set(f64::INFINITY);
                self.give(Input::Tick);
            }
        });
    }
}
