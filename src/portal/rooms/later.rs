//! What the list can do without: a wasm file of its own, fetched while the list is looked at, or as soon as something of
//! it is asked for.
//!
//! Whatever is reached through [`PARTS`] alone ends up in that file (xtask/src/split.rs).

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::*;

use crate::domain::name::JobId;
use crate::domain::state::Action;
use crate::journal::annex::is_recorded;
use crate::phrases::Messages;
use crate::portal::backend::{Backend, NotDone, TakenIn, take_in, use_backend};
use crate::portal::embed::is_embedded;
use crate::portal::jobs::{BulkDialog, ColumnsMenu, ExportMenu, List, Nothing, Pills, Reasons, refresh};
use crate::portal::learn::is_wanted;
use crate::portal::present;
use crate::portal::prototype::look::wanted;
use crate::portal::prototype::way;
use crate::portal::rooms::{Room, enter, expect};
use crate::portal::settings::{ConfirmAdopt, LoadSamples};
use crate::portal::shell::around::Around;
use crate::portal::shell::banners::PageTrouble;
use crate::portal::shell::changes::ChangedLine;
use crate::portal::shell::next::{Forecast, NextEvent};
use crate::portal::shell::troubles::trouble;
use crate::portal::ui::commands::{Commands, not_done_sentence};
use crate::portal::ui::first_paint::soon;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{ConfirmCancel, ConfirmDelete, focus_heading, focused};
use crate::sync::message::{Asked, Replied};

/// What a command comes to.
type CarriedOut = Pin<Box<dyn Future<Output = Result<Replied, NotDone>>>>;

/// What is in the other file.
pub struct Parts {
    /// Lets the backend begin to work.
    pub work: fn(Backend),
    /// Takes in the workspace that a link carries.
    pub take_in: fn(&str) -> TakenIn,
    /// Has a command carried out by the tab that leads.
    pub carry_out: fn(Backend, Asked) -> CarriedOut,
    /// Makes the workspace in a slot the user's own, as the page before this one was asked to.
    pub adopt_now: fn(Backend, String),
    /// A room, which is fetched then.
    pub enter: fn(Room) -> AnyView,
    /// Fetches the rooms that most go to.
    pub expect: fn(),
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
    /// What comes next and what has changed, in the bar of the clock.
    pub clock_news: fn() -> AnyView,
    /// The button that fills an empty workspace with the sample jobs.
    pub samples: fn() -> AnyView,
    /// A banner that is rarely there.
    pub trouble: fn(PageTrouble, Callback<()>) -> AnyView,
    /// Why something was not done and what to do.
    pub not_done: fn(&NotDone, &Messages) -> String,
    /// How many jobs the longest jump lets the service delete.
    pub forecast: fn() -> AnyView,
}

static PARTS: Parts = Parts {
    work: Backend::work,
    take_in,
    carry_out: |backend, asked| Box::pin(way::carry_out(backend, asked)),
    adopt_now: Backend::adopt_now,
    enter,
    expect,
    cancel: |id, on_close| view! { <ConfirmCancel id on_close/> }.into_any(),
    delete: |id, on_close| view! { <ConfirmDelete id on_close/> }.into_any(),
    bulk: |list, action, on_close| view! { <BulkDialog list action on_close/> }.into_any(),
    menus: |list| view! { <ColumnsMenu list/> <ExportMenu list/> <Reasons list/> }.into_any(),
    pills: |list| view! { <Pills list/> }.into_any(),
    nothing: |list, total| view! { <Nothing list total/> }.into_any(),
    refresh,
    adopt: |on_close| view! { <ConfirmAdopt on_close/> }.into_any(),
    timeline: || {
        let backend = use_backend();
        let recorded = memo(move |_| {
            backend.revision().track();
            backend.present(is_recorded)
        });
        live(move || recorded.get().then(|| enter(Room::Timeline))).into_any()
    },
    around: |help_open, nav_open, steps| {
        let lesson = is_wanted(&use_backend().slot()).then(|| enter(Room::Lesson));
        let host = is_embedded().then(|| enter(Room::Embed));
        let worn = wanted::is_wanted();
        let look = live(move || worn.get().then(|| enter(Room::Worn)));
        let door = present::door();
        let presenter = live(move || door.is_open().then(|| enter(Room::Present)));
        view! { <Around help_open nav_open steps/> {lesson} {host} {look} {presenter} {way::room(worn)} }
            .into_any()
    },
    clock_news: || view! { <NextEvent/> <ChangedLine/> }.into_any(),
    samples: || view! { <LoadSamples/> }.into_any(),
    trouble,
    not_done: not_done_sentence,
    forecast: || view! { <Forecast/> }.into_any(),
};

/// The parts, or that they could not be fetched; the next call tries again.
#[allow(unsafe_code, reason = "the macro names a function for the program that splits the wasm")]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<&'static Parts, SplitLoaderError> {
    Ok(&PARTS)
}

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: says why this file did not come.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = tellLater)]
    fn tell_later(file: &str);
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
            tell_later("later");
            None
        }
    }
}

/// The later parts, if they are there.
pub fn at_hand() -> Option<&'static Parts> {
    WAITING.get()?.parts.try_get_untracked().flatten()
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

    /// Whether they are there.
    pub fn have_come(self) -> bool {
        self.parts.get().is_some()
    }

    /// Something of them. Until they are there nothing is shown, and whoever reads this is told when they are.
    pub fn show(self, view: impl FnOnce(&Parts) -> AnyView) -> AnyView {
        match self.parts.get() {
            Some(parts) => view(parts),
            None => {
                // Where not all jobs have been read, [`fetch_behind`] has it come behind them.
                if self.backend.is_loaded() {
                    fetch();
                }
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
            soon(move || {
                (parts.work)(self.backend);
                soon(parts.expect);
            });
        });
        // The focus waits where the heading was not yet.
        if focused().is_some_and(|element| element.id() == "main") {
            request_animation_frame(focus_heading);
        }
    }
}

/// Fetches the later parts when what has been drawn is painted, and reads what is not shown of the workspace; at once
/// where nobody looks and nothing is.
pub fn fetch_behind(backend: Backend) {
    let begin = move || {
        if !backend.is_loaded() {
            // What comes looks at all jobs: it is fetched meanwhile, and is drawn when they have been read.
            spawn_local(async {
                // It is told below why it does not come.
                let _ = load().await;
            });
        }
        spawn_local(async move {
            backend.load_rest().await;
            needed().await;
        });
    };
    if document().hidden() {
        soon(begin);
    } else {
        request_animation_frame(move || soon(begin));
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
