//! Workspaces: which one is shown, those beside it, and how others come and go.

mod adopt;
mod anew;
mod card;
mod file;
mod list;
mod over;
mod rename;
mod samples;
mod share;
mod shown;

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{memo, when};
use crate::portal::ui::reactive::throttle::throttled;

pub use adopt::ConfirmAdopt;
pub use over::StartOver;
pub use rename::Rename;
pub use samples::LoadSamples;
pub use share::Links;

use anew::Anew;
use card::CardShared;
use file::OpenFile;
use list::List;
use share::Share;
use shown::Shown;

/// What brings a workspace in from a file, in a dialog of its own.
#[component]
pub fn OpenFromFile() -> impl IntoView {
    let all = memo(|_| Vec::new());
    let card =
        CardShared { commands: use_commands(), all, discarded: RwSignal::new(0), busy: RwSignal::new(false) };
    view! { <OpenFile card/> }
}

/// The id of the card's heading.
const TITLE: &str = "workspaces-title";

thread_local! {
    /// Whether the settings were gone to for the workspaces.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// To be called when a link to the settings is pressed that means the workspaces: their heading takes the focus.
pub fn lead_to_workspaces() {
    WANTED.set(true);
    // On the settings nothing is drawn anew.
    request_animation_frame(take_focus);
}

/// Puts the focus on the heading of the card if it is there and was asked for.
fn take_focus() {
    let heading = document().get_element_by_id(TITLE).filter(|_| WANTED.get());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        WANTED.set(false);
        // An element that is in the page can take the focus.
        let _ = heading.focus();
    }
}

/// The card.
#[component]
pub fn WorkspacesCard(
    /// Grows when a workspace is thrown away.
    discarded: RwSignal<u32>,
) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, use_backend());
    // Listing reads everything, so not with every change.
    let changes = throttled(Duration::from_secs(2), move || {
        backend.revision().track();
        // What a link has opened is written when this tab leads.
        backend.health().track();
        false
    });
    let all = memo(move |_| {
        changes.track();
        discarded.track();
        backend.workspaces()
    });
    let card = CardShared { commands, all, discarded, busy: RwSignal::new(false) };
    // The heading of the page has its turn first.
    request_animation_frame(|| request_animation_frame(take_focus));
    let working = move || {
        view! {
            <progress class="progress" aria-label=t.say(Messages::workspaces_busy)></progress>
        }
        .into_any()
    };
    view! {
        <section class="card divided" aria-labelledby=TITLE>
            <div class="setting setting--wide">
                <h2 id=TITLE tabindex="-1">{t.say(Messages::workspaces)}</h2>
                <p class="hint">{t.say(Messages::workspaces_hint)}</p>
                <Shown card/>
                {when(move || card.busy.get(), working)}
            </div>
            <Anew card/>
            <OpenFile card/>
            <Share/>
            <List card/>
        </section>
    }
    .into_any()
}
