//! What the list can do without: in the release build a wasm file of its own, fetched while the list is looked at, or
//! as soon as something of it is asked for.
//!
//! Whatever is reached through [`PARTS`] alone ends up in that file (xtask/src/split.rs); `trunk serve` builds one file.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::*;

use crate::api::route::JobPath;
use crate::domain::name::JobId;
use crate::domain::state::Action;
use crate::portal::activity::ActivityPage;
use crate::portal::backend::{Backend, NotDone};
use crate::portal::conformance::ConformancePage;
use crate::portal::console::ConsolePage;
use crate::portal::create::CreatePage;
use crate::portal::job::JobPage;
use crate::portal::jobs::{BulkDialog, ColumnsMenu, ExportMenu, List, Nothing, Pills, Reasons, refresh};
use crate::portal::learn::{LearnPage, LessonPanel};
use crate::portal::route::JobTab;
use crate::portal::settings::{ConfirmAdopt, LoadSamples, SettingsPage};
use crate::portal::shell::around::Around;
use crate::portal::shell::changes::ChangedLine;
use crate::portal::shell::next::{Forecast, NextEvent};
use crate::portal::timeline::Timeline;
use crate::portal::ui::commands::Commands;
use crate::portal::ui::first_paint::soon;
use crate::portal::ui::reactive::erased::memo;
use crate::portal::ui::{ConfirmCancel, ConfirmDelete, focus_heading, focused};
use crate::portal::welcome::FirstSteps;
use crate::sync::message::{Asked, Replied};

/// What a command comes to.
type CarriedOut = Pin<Box<dyn Future<Output = Result<Replied, NotDone>>>>;

/// What is in the other file.
pub struct Parts {
    /// Lets the backend begin to work.
    pub work: fn(Backend),
    /// Has a command carried out by the tab that leads.
    pub carry_out: fn(Backend, Asked) -> CarriedOut,
    /// Makes the workspace in a slot the user's own, as the page before this one was asked to.
    pub adopt_now: fn(Backend, String),
    /// The page of a job, with one of its tabs.
    pub job: fn(Signal<Option<JobPath>>, Signal<JobTab>) -> AnyView,
    /// The wizard.
    pub create: fn() -> AnyView,
    /// The activity log.
    pub activity: fn() -> AnyView,
    /// The REST console.
    pub console: fn() -> AnyView,
    /// What of the contract works here.
    pub conformance: fn() -> AnyView,
    /// The catalogue of lessons, and a lesson.
    pub learn: fn() -> AnyView,
    /// The settings.
    pub settings: fn() -> AnyView,
    /// The question before a job is cancelled.
    pub cancel: fn(JobId, Callback<()>) -> AnyView,
    /// The question before a job is deleted.
    pub delete: fn(JobId, Callback<()>) -> AnyView,
    /// The question before many jobs are cancelled or deleted.
    pub bulk: fn(List, Action, Callback<()>) -> AnyView,
    /// The columns and the formats of the list, and why its rows refuse.
    pub menus: fn(List) -> AnyView,
    /// The filters of the list that are set.
    pub pills: fn(List) -> AnyView,
    /// What stands in place of the table where no job is shown.
    pub nothing: fn(List, Memo<usize>) -> AnyView,
    /// Reads the jobs of the list anew.
    pub refresh: fn(List, Commands),
    /// The question before the workspace shown becomes the user's own.
    pub adopt: fn(Callback<()>) -> AnyView,
    /// The timeline of a recorded workspace.
    pub timeline: fn() -> AnyView,
    /// Messages, menus and shortcuts around every page.
    pub around: fn(RwSignal<bool>, RwSignal<bool>, RwSignal<bool>) -> AnyView,
    /// The first steps of a first visit.
    pub first_steps: fn(RwSignal<bool>) -> AnyView,
    /// What comes next and what has changed, in the bar of the clock.
    pub clock_news: fn() -> AnyView,
    /// The button that fills an empty workspace with the sample jobs.
    pub samples: fn() -> AnyView,
    /// How many jobs the longest jump lets the service delete.
    pub forecast: fn() -> AnyView,
}

static PARTS: Parts = Parts {
    work: Backend::work,
    carry_out: |backend, asked| Box::pin(backend.ask(asked)),
    adopt_now: Backend::adopt_now,
    job: |address, tab| {
        let page = move |address: JobPath| view! { <JobPage address tab/> };
        let address = memo(move |_| address.get());
        (move || address.get().map(page)).into_any()
    },
    create: || view! { <CreatePage/> }.into_any(),
    activity: || view! { <ActivityPage/> }.into_any(),
    console: || view! { <ConsolePage/> }.into_any(),
    conformance: || view! { <ConformancePage/> }.into_any(),
    learn: || view! { <LearnPage/> }.into_any(),
    settings: || view! { <SettingsPage/> }.into_any(),
    cancel: |id, on_close| view! { <ConfirmCancel id on_close/> }.into_any(),
    delete: |id, on_close| view! { <ConfirmDelete id on_close/> }.into_any(),
    bulk: |list, action, on_close| view! { <BulkDialog list action on_close/> }.into_any(),
    menus: |list| view! { <ColumnsMenu list/> <ExportMenu list/> <Reasons list/> }.into_any(),
    pills: |list| view! { <Pills list/> }.into_any(),
    nothing: |list, total| view! { <Nothing list total/> }.into_any(),
    refresh,
    adopt: |on_close| view! { <ConfirmAdopt on_close/> }.into_any(),
    timeline: || view! { <Timeline/> }.into_any(),
    around: |help_open, nav_open, steps| {
        view! { <Around help_open nav_open steps/> <LessonPanel/> }.into_any()
    },
    first_steps: |shown| view! { <FirstSteps shown/> }.into_any(),
    clock_news: || view! { <NextEvent/> <ChangedLine/> }.into_any(),
    samples: || view! { <LoadSamples/> }.into_any(),
    forecast: || view! { <Forecast/> }.into_any(),
};

/// The parts, or that they could not be fetched; the next call tries again.
#[cfg(split)]
#[allow(unsafe_code, reason = "the macro names a function for the program that splits the wasm")]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<&'static Parts, SplitLoaderError> {
    Ok(&PARTS)
}

/// The parts, which are there from the start.
#[cfg(not(split))]
async fn load() -> Result<&'static Parts, SplitLoaderError> {
    Ok(&PARTS)
}

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: says why the later parts did not come.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = tellLater)]
    fn tell_later();
}

/// The later parts, for something that cannot be done without them; if they do not come, the user is told.
pub async fn needed() -> Option<&'static Parts> {
    match load().await {
        Ok(parts) => {
            // Whatever has brought them, everything that waits for them is drawn.
            if let Some(later) = WAITING.get() {
                later.take(parts);
            }
            Some(parts)
        }
        Err(_) => {
            tell_later();
            None
        }
    }
}

thread_local! {
    /// What of the page waits for the later parts.
    static WAITING: Cell<Option<Later>> = const { Cell::new(None) };
}

/// The later parts as far as they are there; a context of every component.
#[derive(Clone, Copy)]
pub struct Later {
    parts: RwSignal<Option<&'static Parts>>,
    settled: RwSignal<bool>,
    backend: Backend,
}

impl Later {
    /// They are not there yet; as soon as they are, the backend begins to work.
    pub fn new(backend: Backend) -> Later {
        let later = Later { parts: RwSignal::new(None), settled: RwSignal::new(false), backend };
        WAITING.set(Some(later));
        later
    }

    /// Whether they were there before the present task: what they draw first is drawn in two, so that even a slow device
    /// answers in between.
    pub fn has_settled(self) -> bool {
        self.settled.get()
    }

    /// Something of them. Until they are there nothing is shown, and whoever reads this is told when they are.
    pub fn show(self, view: impl FnOnce(&Parts) -> AnyView) -> AnyView {
        match self.parts.get() {
            Some(parts) => view(parts),
            None => {
                fetch();
                ().into_any()
            }
        }
    }

    fn take(self, parts: &'static Parts) {
        if self.parts.get_untracked().is_some() {
            return;
        }
        self.parts.set(Some(parts));
        soon(move || {
            self.settled.set(true);
            soon(move || (parts.work)(self.backend));
        });
        // The focus waits where the heading was not yet.
        if focused().is_some_and(|element| element.id() == "main") {
            request_animation_frame(focus_heading);
        }
    }
}

/// Fetches the later parts when what has been drawn is painted; at once where nobody looks and nothing is.
pub fn fetch_behind() {
    if document().hidden() {
        soon(fetch);
    } else {
        request_animation_frame(|| soon(fetch));
    }
}

fn fetch() {
    spawn_local(async {
        needed().await;
    });
}

/// The later parts, for the component that calls this.
pub fn use_later() -> Later {
    expect_context()
}
