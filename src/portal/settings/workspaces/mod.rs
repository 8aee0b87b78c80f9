//! Workspaces: which one is shown, those beside it, and how others come and go.

mod adopt;
mod anew;
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
use crate::portal::text::format;
use crate::portal::ui::Line;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::reactive::throttle::throttled;
use crate::service::workspace::Workspace;
use crate::store::slots::Slot;
use crate::store::usage::Need;

pub use adopt::ConfirmAdopt;
pub use over::StartOver;
pub use rename::Rename;
pub use samples::LoadSamples;
pub use share::Links;

use anew::Anew;
use file::OpenFile;
use list::List;
use share::Share;
use shown::Shown;

/// What the parts of the card share.
#[derive(Clone, Copy)]
struct Shelf {
    commands: Commands,
    /// Every workspace of this browser.
    all: Memo<Vec<Slot>>,
    /// Grows when one is thrown away.
    discarded: RwSignal<u32>,
    /// Whether something is under way that takes a while.
    busy: RwSignal<bool>,
}

impl Shelf {
    /// Why nothing else can be begun now.
    fn reason(self) -> Signal<Option<String>> {
        let t = self.commands.texts;
        derive(move || self.busy.get().then(|| t.get().workspaces_busy_text().to_string()))
    }

    /// What a workspace would take of the room that is left.
    fn need(self, workspace: &Workspace) -> Need {
        let backend = self.commands.backend;
        let used = backend.usage().map_or(0, |usage| usage.used());
        Need::of(workspace, &backend.slot(), used)
    }

    /// What the workspace shown is called.
    fn name(self) -> String {
        let backend = self.commands.backend;
        crate::portal::ui::workspace_names::name(
            &backend.slot(),
            &backend.origin(),
            &self.commands.texts.get(),
        )
    }
}

/// What becomes of the user's own workspace when another takes its place, in a line of the question before.
fn what_stays(commands: Commands) -> Line {
    let m = commands.texts.get();
    match commands.backend.has_room_beside() {
        true => Line::new("check", m.ask_kept_beside()),
        false => Line::new("trash", m.ask_no_room_beside()).toned(Tone::Danger),
    }
}

/// How much room a workspace takes, and what will not work in it, in lines of the question before.
fn room(commands: Commands, need: Need) -> Vec<Line> {
    let (t, m) = (commands.texts, commands.texts.get());
    let [takes, left] = [need.units, need.left].map(|units| format::kilobytes(t.language(), units));
    let tight = need.is_tight().then(|| Line::new("no", m.files_tight()).toned(Tone::Danger));
    std::iter::once(Line::new("info", m.files_room(takes, left))).chain(tight).collect()
}

/// What brings a workspace in from a file, in a dialog of its own.
#[component]
pub fn OpenFromFile() -> impl IntoView {
    let all = memo(|_| Vec::new());
    let shelf =
        Shelf { commands: use_commands(), all, discarded: RwSignal::new(0), busy: RwSignal::new(false) };
    view! { <OpenFile shelf/> }
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
    let shelf = Shelf { commands, all, discarded, busy: RwSignal::new(false) };
    // The heading of the page has its turn first.
    request_animation_frame(|| request_animation_frame(take_focus));
    let working = move || {
        view! {
            <progress class="progress" aria-label=t.say(Messages::workspaces_busy)></progress>
        }
    };
    view! {
        <section class="card divided" aria-labelledby=TITLE>
            <div class="setting setting--wide">
                <h2 id=TITLE tabindex="-1">{t.say(Messages::workspaces)}</h2>
                <p class="hint">{t.say(Messages::workspaces_hint)}</p>
                <Shown shelf/>
                <Show when=live(move || shelf.busy.get())>{working}</Show>
            </div>
            <Anew shelf/>
            <OpenFile shelf/>
            <Share/>
            <List shelf/>
        </section>
    }
    .into_any()
}
