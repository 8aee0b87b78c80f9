//! This tab: the node of the protocol that it is, and what of the browser stands around it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::store::browser::BrowserStorage;
use crate::store::entries::PREFIX;
use crate::store::load::preview::{Loading, Preview};
use crate::store::slots::Wanted;
use crate::store::{Storage, StoreError};
use crate::sync::io::Ticket;
use crate::sync::message::{Replied, write};
use crate::sync::{Host, Input, Node, NotCarriedOut, Output};

use super::copy::CopyStore;
use super::page::{Channel, Lock, Promised, now};

/// Milliseconds of work after which the page gets its turn.
pub(super) const SLICE: f64 = 8.0;

/// What a request comes to.
type Answer = Result<Replied, NotCarriedOut>;

/// The node of this page and what stands around it.
pub struct PageNode {
    pub node: RefCell<Node>,
    /// localStorage, or why it cannot be used.
    pub storage: Result<BrowserStorage, StoreError>,
    /// What has happened and is not dealt with yet.
    pub(super) inputs: RefCell<VecDeque<Input>>,
    /// Whether somebody deals with it.
    pub(super) is_busy: Cell<bool>,
    /// Whether it has joined the others, so that time passes.
    pub(super) has_joined: Cell<bool>,
    /// When the next timer goes off.
    pub(super) wakes: Cell<f64>,
    pub(super) channel: RefCell<Option<Channel>>,
    pub(super) lock: RefCell<Option<Rc<Lock>>>,
    /// A lock of this tab's own, by which it knows itself among those who hold locks.
    pub(super) own: RefCell<Option<Rc<Lock>>>,
    pub(super) copy: Rc<CopyStore>,
    pub(super) waiting: RefCell<BTreeMap<Ticket, Promised<Answer>>>,
    pub(super) last_ticket: Cell<Ticket>,
    /// When the room that is left was last to be measured.
    pub measured: Cell<f64>,
    /// What is left to be read of the slot.
    rest: RefCell<Option<(Wanted, Loading)>>,
    /// Whether a link describes the workspace, and it was there for nobody before this page.
    pub is_new_link: bool,
}

impl PageNode {
    /// A tab that has not joined the others.
    pub fn new(node: Node, storage: Result<BrowserStorage, StoreError>) -> PageNode {
        let copy = Rc::new(CopyStore::new(node.slot()));
        PageNode {
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
            rest: RefCell::default(),
            is_new_link: false,
        }
    }

    /// Reads the slot without writing anything: this tab may not be the one that leads. Of a slot with many jobs only the
    /// newest are read at first; how many there are is said then.
    pub fn open(wanted: Wanted) -> (PageNode, Option<u64>) {
        let storage = BrowserStorage::open();
        let me = format!("{:x}", (js_sys::Math::random() * 1e15) as u64);
        // Not all at once, should there be several to take over.
        let modesty = js_sys::Math::random() * crate::sync::lease::LOOK;
        let opened = storage.as_ref().map(|storage| storage as &dyn Storage).map_err(Clone::clone);
        if let Some(Preview { workspace, jobs, loading }) =
            opened.as_ref().ok().and_then(|storage| Preview::read(*storage, &wanted.slot()))
        {
            let node = Node::preview(&me, &wanted, workspace, modesty);
            let rest = RefCell::new(Some((wanted, loading)));
            return (PageNode { rest, ..PageNode::new(node, storage) }, Some(jobs));
        }
        let is_link = matches!(wanted, Wanted::Scenario(_));
        let node = Node::open(&me, wanted, opened, modesty);
        let is_new_link = is_link && node.is_new();
        (PageNode { is_new_link, ..PageNode::new(node, storage) }, None)
    }

    /// Reads more of the slot, as long as the page can wait; whether anything is left to be read.
    pub(super) fn load_more(&self) -> bool {
        let (start, mut rest) = (now(), self.rest.borrow_mut());
        let (Some((_, loading)), Ok(storage)) = (&mut *rest, &self.storage) else { return false };
        let mut is_left = true;
        while is_left && now() - start < SLICE {
            // What cannot be read is told at the end.
            is_left = loading.step(storage).unwrap_or_default();
        }
        is_left
    }

    /// Reads what is left to be read, so that all is shown; whether anything was.
    pub(super) fn load_all(&self) -> bool {
        let (Some((wanted, loading)), Ok(storage)) = (self.rest.take(), &self.storage) else { return false };
        self.node.borrow_mut().complete(&wanted, loading.finish(storage));
        true
    }

    pub(super) fn channel_name(slot: &str) -> String {
        format!("{PREFIX}{slot}")
    }

    pub(super) fn handle(&self, input: Input) {
        let storage = self.storage.as_ref().ok().map(|storage| storage as &dyn Storage);
        let host = Host { now: now(), wall: js_sys::Date::now(), storage };
        self.node.borrow_mut().handle(&host, input);
    }

    pub(super) fn next_input(&self) -> Option<Input> {
        self.inputs.borrow_mut().pop_front()
    }

    pub(super) fn next_output(&self) -> Option<Output> {
        self.node.borrow_mut().poll()
    }

    /// When the node is to be told that time has passed.
    pub(super) fn due(&self) -> f64 {
        let node = self.node.borrow();
        if self.has_joined.get() || node.is_at_work() { node.due(now()) } else { f64::INFINITY }
    }

    pub(super) fn own_lock(&self) -> String {
        format!("{PREFIX}tab/{}", self.node.borrow().name())
    }

    /// Tells the tabs that show the workspace in `slot` that it is thrown away, whichever this one shows.
    pub fn say_farewell(&self, slot: &str) {
        Channel::send_to(&PageNode::channel_name(slot), &write(&self.node.borrow().farewell()));
    }
}
