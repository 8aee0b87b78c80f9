//! The backend: the portal's one way to the service. Pages read a replica of the workspace here and
//! send everything that changes something as REST requests.

mod address;
mod arrival;
mod beside;
mod copy;
mod database;
mod driver;
pub mod health;
mod keeping;
mod loading;
mod not_done;
mod own_slot;
pub mod page;
mod past;
mod relay;
mod tab;
mod workspaces;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::message::{Request, Response};
use crate::domain::time::SimTime;
use crate::portal::call_history;
use crate::portal::rooms::later;
use crate::portal::ui::reactive::subscribers::renew_readers;
use crate::service::log::Actor;
use crate::service::workspace::Workspace;
use crate::store::StoreError;
use crate::sync::message::{Asked, Replied, SentCall};
use crate::sync::{MemoryOnly, Node};

pub use crate::portal::call_history::Call;
pub use crate::service::clock::Jump;
pub use address::{Overridden, from_link, overrides, set_overrides, to_link};
pub use arrival::{Arrival, TakenIn, arrive, take_in};
pub use not_done::{NotDone, NotOpened};
pub use past::PastLook;
pub use workspaces::OpenedBy;

use health::Health;
use tab::PageNode;

/// A handle to the backend; a context of every component.
#[derive(Clone, Copy)]
pub struct Backend {
    revision: RwSignal<u64>,
    clock: RwSignal<SimTime>,
    calls: RwSignal<Vec<Arc<Call>>>,
    health: RwSignal<Health>,
    /// The workspace that is looked at in the place of the present.
    past: StoredValue<Option<Workspace>>,
    look: StoredValue<Option<PastLook>>,
    looking: RwSignal<bool>,
    undo_offered: RwSignal<bool>,
    /// How many jobs there are, while not all of them have been read; otherwise 0.
    loading: RwSignal<u64>,
    /// What only the backend itself deals with.
    parts: StoredValue<Rc<PageNode>, LocalStorage>,
}

/// A setting of the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Whose rules decide.
    Rules(crate::domain::state::RuleSet),
    /// Milliseconds of simulated time in a second of real time.
    Speed(u64),
    /// Whether the clock stands still.
    Paused(bool),
}

impl Backend {
    /// The backend of this page: the workspace that it arrives at, kept in the browser, as it was left. It changes nothing
    /// before [`Backend::work`].
    pub fn start(arrival: Arrival) -> Backend {
        let (tab, jobs) = PageNode::open(arrival.wanted);
        if let Some(carried) = arrival.carried.filter(|_| tab.memory_only().is_some()) {
            // Where nothing can be kept, what a link carries is only here.
            tab.node.borrow_mut().show(carried);
        }
        let backend = Backend::new(tab);
        backend.health.update(|health| health.link = arrival.refused);
        backend.loading.set(jobs.unwrap_or_default());
        backend.follow_links();
        backend
    }

    /// Begins to work: joins the other tabs, lets the clock run and answers what is asked. What is kept can be
    /// seen before.
    pub fn work(self) {
        self.join();
        self.prepare_preview();
        self.start_relay();
        self.record_link();
    }

    /// A backend over a workspace in memory, whose clock stands still.
    pub fn in_memory(workspace: Workspace) -> Backend {
        let none = Err(StoreError::Blocked(String::new()));
        Backend::new(PageNode::new(Node::in_memory(workspace, MemoryOnly::Wanted), none))
    }

    fn new(tab: PageNode) -> Backend {
        let now = tab.node.borrow().workspace().now();
        let mut health = Health::default();
        health.begin(&tab);
        Backend {
            revision: RwSignal::new(0),
            clock: RwSignal::new(now),
            calls: RwSignal::new(Vec::new()),
            health: RwSignal::new(health),
            past: StoredValue::new(None),
            look: StoredValue::new(None),
            looking: RwSignal::new(false),
            undo_offered: RwSignal::new(false),
            loading: RwSignal::new(0),
            parts: StoredValue::new_local(Rc::new(tab)),
        }
    }

    /// Lets those go that no longer look: to be called when a page is left.
    pub fn renew_readers(self) {
        renew_readers(&self.revision);
        renew_readers(&self.clock);
        renew_readers(&self.calls);
        renew_readers(&self.health);
    }

    /// How well the backend can do its work at the moment.
    pub fn health(self) -> Signal<Health> {
        self.health.into()
    }

    /// Where the portal is served: the base of every [`Request`], without a slash at the end.
    pub fn base(self) -> String {
        page::base()
    }

    /// Grows by one whenever a job, the log or a setting has changed; not when only time has passed.
    pub fn revision(self) -> Signal<u64> {
        self.revision.into()
    }

    /// Simulated time, a few times a second while the clock runs.
    pub fn clock(self) -> Signal<SimTime> {
        self.clock.into()
    }

    /// Reads the workspace, all of it; a reactive reader is told when [`Backend::revision`] grows. What need not wait for
    /// all jobs is read by [`Backend::read_loaded`].
    pub fn read<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.revision.track();
        self.peek(look)
    }

    /// Reads the workspace, all of it, for use outside of anything reactive.
    pub fn peek<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.tab();
        self.peek_loaded(look)
    }

    /// The calls since the page was opened, oldest first, the last few hundred.
    pub fn calls(self) -> Signal<Vec<Arc<Call>>> {
        self.calls.into()
    }

    /// Sends a request to the service and waits until what it changed is stored.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn send(self, request: Request, by: Actor) -> Result<Response, NotDone> {
        if by == Actor::Portal
            && self.is_past()
            && ["PUT", "PATCH", "DELETE"].contains(&request.method.as_str())
        {
            return Err(NotDone::Past);
        }
        let call = self.note_call(&request, by);
        let done = match self.carry_out(Asked::Call(SentCall::of(&request, by))).await {
            Ok(Replied::Response(status, headers, body)) => Ok(Response { status, headers, body }),
            // Nobody answers a call in another way.
            Ok(_) => Err(NotDone::NoAnswer),
            Err(why) => Err(why),
        };
        self.note_answer(call, done.as_ref().ok());
        done
    }

    /// Changes a setting of the workspace.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn set(self, setting: Setting) -> Result<(), NotDone> {
        self.must_be_present()?;
        let asked = match setting {
            Setting::Rules(rules) => Asked::Rules(rules.as_str().to_owned()),
            Setting::Speed(speed) => Asked::Speed(speed),
            Setting::Paused(paused) => Asked::Paused(paused),
        };
        self.carry_out(asked).await.map(|_| ())
    }

    /// Lets simulated time go on at once.
    ///
    /// # Errors
    /// [`NotDone`]: time has not moved, or only part of the way.
    pub async fn jump(self, jump: Jump) -> Result<(), NotDone> {
        self.must_be_present()?;
        let asked = match jump {
            Jump::Hours(n) => Asked::Hours(n),
            Jump::Days(n) => Asked::Days(n),
            Jump::NextEvent => Asked::NextEvent,
            Jump::To(at) => Asked::To(at.millis()),
        };
        self.carry_out(asked).await.map(|_| ())
    }

    /// Has a command carried out by the tab that leads, whichever that is.
    async fn carry_out(self, asked: Asked) -> Result<Replied, NotDone> {
        match later::needed().await {
            Some(parts) => (parts.carry_out)(self, asked).await,
            // The files of this page are gone from the host, because newer ones are there.
            None => Err(NotDone::Outdated),
        }
    }

    /// This tab, after all of the workspace has been read.
    fn tab(self) -> Rc<PageNode> {
        let tab = self.parts.get_value();
        self.load_all(&tab);
        tab
    }

    fn update_health(self, change: impl FnOnce(&mut Health)) {
        let mut health = self.health.get_untracked();
        change(&mut health);
        if health != self.health.get_untracked() {
            self.health.set(health);
        }
    }

    /// Tells all who look that jobs, the log or a setting have changed.
    fn changed(self) {
        self.forget_gone();
        self.show_time();
        let offered = self.tab().node.borrow().can_undo();
        if self.undo_offered.get_untracked() != offered {
            self.undo_offered.set(offered);
        }
        self.revise();
    }

    fn revise(self) {
        self.revision.update_untracked(|revision| *revision += 1);
        renew_readers(&self.revision);
    }

    fn show_time(self) {
        let now = self.peek_loaded(Workspace::now);
        if self.clock.get_untracked() != now {
            *self.clock.write_untracked() = now;
            renew_readers(&self.clock);
        }
    }

    fn note_call(self, request: &Request, by: Actor) -> u64 {
        let mut no = 0;
        self.calls.update(|calls| {
            no = call_history::note(calls, request, by, self.tab().node.borrow().workspace());
        });
        no
    }

    fn note_answer(self, no: u64, response: Option<&Response>) {
        self.calls.update(|calls| {
            call_history::answer(calls, no, response, self.tab().node.borrow().workspace());
        });
    }

    /// Takes out of the history what it tells of jobs that are gone.
    fn forget_gone(self) {
        let mut any = false;
        self.calls.update_untracked(|calls| {
            any = call_history::forget(calls, self.tab().node.borrow().workspace());
        });
        if any {
            self.calls.notify();
        }
    }
}

/// The backend of the component that calls this.
pub fn use_backend() -> Backend {
    expect_context()
}
