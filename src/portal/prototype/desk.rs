//! The desk: which overrides are on, and what they have done so far; one for the page.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::api;
use crate::api::operation::Operation;
use crate::phrases::Language;
use crate::portal::backend::page::{Promised, sleep, unless};
use crate::portal::backend::{Backend, NotDone, Overridden, set_overrides};
use crate::portal::route::fragment::on_followed;
use crate::portal::route::navigation::Navigation;
use crate::service::log::Actor;
use crate::sync::message::{Asked, Replied, SentCall};

use super::look::change_look;
use super::look::model::Look;
use super::network::answers::{LATENCY, half, refusal};
use super::network::draws::{Draws, Treatment};
use super::network::plan::{NetworkPlan, PlannedOutcome};
use super::switches::Switches;
use super::way::{self, OnItsWay, lay};

thread_local! {
    /// The desk that the network belongs to.
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
    /// Those who wait until what is held back is released.
    static HELD_BACK: RefCell<Vec<Promised<()>>> = const { RefCell::new(Vec::new()) };
}

/// The overrides of this page.
#[derive(Clone, Copy)]
pub struct Desk {
    backend: Backend,
    navigation: Navigation,
    /// Those that are on.
    pub switches: RwSignal<Switches>,
    /// What of the address was not understood.
    pub strange: RwSignal<Vec<String>>,
    /// How many calls there were under this plan, and how many of them met an override.
    pub met: RwSignal<(usize, usize)>,
    /// How many calls are held back.
    pub held: RwSignal<usize>,
    draws: StoredValue<Draws>,
}

impl Desk {
    /// The desk of this page, with what its address says; from now on every call passes its network.
    pub fn open(backend: Backend, navigation: Navigation) -> Desk {
        let desk = Desk {
            backend,
            navigation,
            switches: RwSignal::new(Switches::default()),
            strange: RwSignal::new(Vec::new()),
            met: RwSignal::new((0, 0)),
            held: RwSignal::new(0),
            draws: StoredValue::new(Draws::default()),
        };
        DESK.set(Some(desk));
        desk.adopt(&way::asked_by());
        on_followed(move |fragment| {
            if Switches::are_in(fragment) {
                desk.adopt(fragment);
            }
        });
        lay(Some(through));
        desk
    }

    /// Switches on what a fragment says, and nothing else.
    fn adopt(self, fragment: &str) {
        let read = Switches::read(fragment);
        self.strange.set(read.strange);
        self.set(read.switches);
    }

    /// Has these overrides be on, and no others.
    pub fn set(self, switches: Switches) {
        let before = self.switches.get_untracked();
        if switches.network != before.network {
            self.draws.set_value(Draws::default());
            self.met.set((0, 0));
        }
        set_overrides(Overridden::Service, switches.everywhere());
        set_overrides(Overridden::Jobs, switches.of_jobs());
        // Where there is nothing to say, the address is left as somebody has written it.
        let says = switches != before || Switches::are_in(&window().location().hash().unwrap_or_default());
        self.switches.set(switches);
        if says {
            untrack(|| self.navigation.say(self.backend.in_address(), self.backend.slot()));
        }
    }

    /// Changes the overrides.
    pub fn change(self, change: impl FnOnce(&mut Switches)) {
        let mut switches = self.switches.get_untracked();
        change(&mut switches);
        self.set(switches);
    }

    /// Changes the plan of the network.
    pub fn plan(self, change: impl FnOnce(&mut NetworkPlan)) {
        self.change(|switches| change(&mut switches.network));
    }

    /// Switches everything off that goes wherever somebody goes. What was held back goes on. The jobs of a prototype stay in
    /// their workspace.
    pub fn all_off(self) {
        self.strange.set(Vec::new());
        self.change(|switches| *switches = Switches { jobs: switches.jobs.take(), ..Switches::default() });
        change_look(|look| *look = Look::default());
        release();
    }

    /// What the next call meets.
    fn next(self, by: Actor, operation: Option<Operation>) -> Treatment {
        let plan = self.switches.with_untracked(|switches| switches.network.clone());
        let treatment = self.draws.try_update_value(|draws| draws.next(&plan, by, operation));
        let treatment = treatment.unwrap_or(Treatment { latency: 0, outcome: None });
        self.met.update(|(all, met)| {
            *all += 1;
            *met += usize::from(treatment.outcome.is_some());
        });
        treatment
    }

    /// Waits as long as a page waits that reads what the contract has no operation for.
    ///
    /// # Errors
    /// What it meets.
    pub async fn pass(self) -> Result<(), PlannedOutcome> {
        let Treatment { latency, outcome } = self.next(Actor::Portal, None);
        unless(released(), sleep(f64::from(latency))).await;
        match outcome {
            Some(PlannedOutcome::Never) => {
                self.hold_back().await;
                Ok(())
            }
            Some(other) => Err(other),
            None => Ok(()),
        }
    }

    async fn hold_back(self) {
        self.held.update(|held| *held += 1);
        released().await;
        self.held.update(|held| *held = held.saturating_sub(1));
    }
}

/// Lets everything go on that is held back.
pub fn release() {
    HELD_BACK.with_borrow(|waiting| waiting.iter().for_each(|one| one.give(())));
}

/// Waits for the next release.
async fn released() {
    let place = Place::take();
    place.0.get().await;
}

/// A place among those who wait, given up when nobody waits there any more.
struct Place(Promised<()>);

impl Place {
    fn take() -> Place {
        let promised = Promised::default();
        HELD_BACK.with_borrow_mut(|waiting| waiting.push(promised.clone()));
        Place(promised)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        HELD_BACK.with_borrow_mut(|waiting| waiting.retain(|one| *one != self.0));
    }
}

/// The network: the one that is planned on the desk.
fn through(backend: Backend, call: SentCall) -> OnItsWay {
    Box::pin(async move {
        let (request, by) = call.clone().request();
        let Some(desk) = DESK.get() else { return backend.ask(Asked::Call(call)).await };
        let planned = desk.switches.with_untracked(|switches| !switches.network.is_plain());
        let Treatment { latency, outcome } = desk.next(by, Operation::of(&request));
        if latency > 0 {
            unless(released(), sleep(f64::from(latency))).await;
        }
        let done = match outcome {
            Some(PlannedOutcome::Status(status)) => {
                let language = Language::negotiate(request.header("accept-language").unwrap_or_default());
                let headers = untrack(|| backend.present(|now| api::headers(now, &request)));
                Ok(Replied::from(refusal(status, headers, &language.phrases())))
            }
            Some(PlannedOutcome::Offline) => Err(NotDone::Offline),
            Some(PlannedOutcome::Cut) => {
                let replied = backend.ask(Asked::Call(call)).await?;
                if let Replied::Response(status, headers, body) = replied {
                    Err(NotDone::Cut(half(api::message::Response { status, headers, body })))
                } else {
                    Ok(replied)
                }
            }
            Some(PlannedOutcome::Never) => {
                desk.hold_back().await;
                backend.ask(Asked::Call(call)).await
            }
            None => backend.ask(Asked::Call(call)).await,
        };
        done.map(|mut replied| {
            if planned && let Replied::Response(_, headers, _) = &mut replied {
                headers.push((LATENCY.to_owned(), latency.to_string()));
            }
            replied
        })
    })
}
