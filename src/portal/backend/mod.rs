//! The backend: the portal's one way to the service. Pages read a replica of the workspace here and
//! send everything that changes something as REST requests.

mod clock;
pub mod health;
mod keeper;
mod page;
mod relay;
mod turn;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api;
use crate::api::message::{Request, Response};
use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::workspace::{Change, Command, Workspace};

pub use crate::service::clock::Jump;

use health::{Health, MemoryOnly};
use keeper::Keeper;
use turn::Turns;

/// A handle to the backend; a context of every component.
#[derive(Clone, Copy)]
pub struct Backend {
    workspace: StoredValue<Workspace>,
    revision: RwSignal<u64>,
    clock: RwSignal<SimTime>,
    calls: RwSignal<Vec<Arc<Call>>>,
    health: RwSignal<Health>,
    parts: StoredValue<Parts, LocalStorage>,
}

/// What only the backend itself deals with.
#[derive(Clone)]
struct Parts {
    keeper: Rc<Keeper>,
    turns: Rc<Turns>,
}

/// One call to the API, as the console shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its number since the page was opened.
    pub no: u64,
    /// When it was made, in simulated time.
    pub at: SimTime,
    /// Who made it.
    pub by: Actor,
    /// What was asked.
    pub request: Request,
    /// What came back; nothing yet while it is under way.
    pub response: Option<Response>,
}

/// Why a request has no response, or a setting was not changed: the change could not be kept, and
/// so was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The browser's storage has no room left.
    Full,
    /// The storage refused for another reason, in the browser's own words.
    Storage(String),
    /// No tab that leads answered in time.
    NoAnswer,
    /// A newer version of the portal has written the data; this page must be reloaded.
    Outdated,
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
    /// The most calls that are remembered.
    const MOST_CALLS: usize = 200;

    /// The backend of this page: the user's own workspace, kept in the browser, with its clock
    /// running.
    pub fn start() -> Backend {
        let opened = Keeper::open(crate::store::entries::MAIN);
        let backend = Backend::new(opened.workspace, opened.keeper);
        backend.run_clock();
        backend.start_relay();
        backend
    }

    /// A backend over a workspace in memory, whose clock stands still.
    pub fn in_memory(workspace: Workspace) -> Backend {
        Backend::new(workspace, Keeper::memory(MemoryOnly::Wanted))
    }

    fn new(workspace: Workspace, keeper: Keeper) -> Backend {
        let now = workspace.now();
        let health =
            Health { storage: keeper.keeping(), outdated: keeper.is_outdated(), ..Health::default() };
        let parts = Parts { keeper: Rc::new(keeper), turns: Rc::new(Turns::default()) };
        Backend {
            workspace: StoredValue::new(workspace),
            revision: RwSignal::new(0),
            clock: RwSignal::new(now),
            calls: RwSignal::new(Vec::new()),
            health: RwSignal::new(health),
            parts: StoredValue::new_local(parts),
        }
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

    /// Reads the workspace; a reactive reader is told when [`Backend::revision`] grows.
    pub fn read<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.revision.track();
        self.workspace.with_value(look)
    }

    /// Reads the workspace, for use outside of anything reactive.
    pub fn peek<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.workspace.with_value(look)
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
        let call = self.note_call(&request, by);
        let done = self.carry_out(|workspace| {
            let answer = api::prepare(workspace, &request, by);
            (answer.response, answer.change)
        });
        let done = done.await;
        self.note_answer(call, done.as_ref().ok());
        done
    }

    /// Changes a setting of the workspace.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn set(self, setting: Setting) -> Result<(), NotDone> {
        let command = match setting {
            Setting::Rules(rules) => Command::SetRules(rules),
            Setting::Speed(speed) => Command::SetSpeed(speed),
            Setting::Paused(paused) => Command::SetPaused(paused),
        };
        // Settings are never refused.
        let prepare = |workspace: &Workspace| {
            ((), workspace.prepare(&command, Actor::Portal).ok().and_then(|prepared| prepared.change))
        };
        self.carry_out(prepare).await
    }

    /// Prepares a change when it is this one's turn, keeps it and applies it.
    async fn carry_out<T>(
        self,
        prepare: impl FnOnce(&Workspace) -> (T, Option<Change>),
    ) -> Result<T, NotDone> {
        let Parts { keeper, turns } = self.parts.get_value();
        let _turn = turns.take().await;
        let (answer, change) = self.workspace.with_value(prepare);
        if let Some(change) = change {
            keeper.commit(&change)?;
            self.workspace.update_value(|workspace| workspace.apply(&change));
            self.changed();
        }
        Ok(answer)
    }

    /// Tells all who look that jobs, the log or a setting have changed.
    fn changed(self) {
        self.show_time();
        self.revision.update(|revision| *revision += 1);
    }

    fn update_health(self, change: impl FnOnce(&mut Health)) {
        let mut health = self.health.get_untracked();
        change(&mut health);
        if health != self.health.get_untracked() {
            self.health.set(health);
        }
    }

    fn show_time(self) {
        let now = self.workspace.with_value(Workspace::now);
        if self.clock.get_untracked() != now {
            self.clock.set(now);
        }
    }

    fn note_call(self, request: &Request, by: Actor) -> u64 {
        let at = self.workspace.with_value(Workspace::now);
        let mut no = 0;
        self.calls.update(|calls| {
            no = calls.last().map_or(1, |last| last.no + 1);
            if calls.len() >= Self::MOST_CALLS {
                calls.remove(0);
            }
            calls.push(Arc::new(Call { no, at, by, request: request.clone(), response: None }));
        });
        no
    }

    fn note_answer(self, no: u64, response: Option<&Response>) {
        self.calls.update(|calls| {
            if let Some(call) = calls.iter_mut().rev().find(|call| call.no == no) {
                *call = Arc::new(Call { response: response.cloned(), ..Call::clone(call) });
            }
        });
    }
}

/// The backend of the component that calls this.
pub fn use_backend() -> Backend {
    expect_context()
}
