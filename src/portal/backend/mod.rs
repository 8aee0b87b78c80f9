//! The backend: the portal's one way to the service. Pages read a replica of the workspace here and
//! send everything that changes something as REST requests.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::message::{Request, Response};
use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

/// A handle to the backend; a context of every component.
#[derive(Clone, Copy)]
pub struct Backend {
    workspace: StoredValue<Workspace>,
    revision: RwSignal<u64>,
    clock: RwSignal<SimTime>,
    calls: RwSignal<Vec<Arc<Call>>>,
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

/// Ways to let simulated time go on at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// By so many hours.
    Hours(i64),
    /// By so many days.
    Days(i64),
    /// To the next moment at which something happens to any job.
    NextEvent,
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
    /// A backend over a workspace in memory.
    pub fn in_memory(workspace: Workspace) -> Backend {
        let now = workspace.now();
        Backend {
            workspace: StoredValue::new(workspace),
            revision: RwSignal::new(0),
            clock: RwSignal::new(now),
            calls: RwSignal::new(Vec::new()),
        }
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
        let _ = (request, by);
        Err(NotDone::NoAnswer)
    }

    /// Lets simulated time go on at once.
    ///
    /// # Errors
    /// [`NotDone`]: time has not moved, or only part of the way.
    pub async fn jump(self, jump: Jump) -> Result<(), NotDone> {
        let _ = jump;
        Err(NotDone::NoAnswer)
    }

    /// Changes a setting of the workspace.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn set(self, setting: Setting) -> Result<(), NotDone> {
        let _ = setting;
        Err(NotDone::NoAnswer)
    }
}

/// The backend of the component that calls this.
pub fn use_backend() -> Backend {
    expect_context()
}
