//! The card: what the parts of the card of workspaces share, and what they say of what stays.

use leptos::prelude::*;

use crate::portal::text::format;
use crate::portal::ui::commands::Commands;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::{Consequence, workspace_names};
use crate::service::workspace::Workspace;
use crate::store::slots::Slot;
use crate::store::usage::Need;

/// What the parts of the card share.
#[derive(Clone, Copy)]
pub(super) struct CardShared {
    pub(super) commands: Commands,
    /// Every workspace of this browser.
    pub(super) all: Memo<Vec<Slot>>,
    /// Grows when one is thrown away.
    pub(super) discarded: RwSignal<u32>,
    /// Whether something is under way that takes a while.
    pub(super) busy: RwSignal<bool>,
}

impl CardShared {
    /// Why nothing else can be begun now.
    pub(super) fn reason(self) -> Signal<Option<String>> {
        let t = self.commands.texts;
        derive(move || self.busy.get().then(|| t.get().workspaces_busy_text().to_string()))
    }

    /// What a workspace would take of the room that is left.
    pub(super) fn need(self, workspace: &Workspace) -> Need {
        let backend = self.commands.backend;
        let used = backend.usage().map_or(0, |usage| usage.used());
        Need::of(workspace, &backend.slot(), used)
    }

    /// What the workspace shown is called.
    pub(super) fn name(self) -> String {
        let backend = self.commands.backend;
        workspace_names::name(&backend.slot(), &backend.origin(), &self.commands.texts.get())
    }
}

/// What becomes of the user's own workspace when another takes its place, in a line of the question before.
pub(super) fn what_stays(commands: Commands) -> Consequence {
    let m = commands.texts.get();
    match commands.backend.has_room_beside() {
        true => Consequence::new("check", m.ask_kept_beside()),
        false => Consequence::new("trash", m.ask_no_room_beside()).toned(Tone::Danger),
    }
}

/// How much room a workspace takes, and what will not work in it, in lines of the question before.
pub(super) fn room(commands: Commands, need: Need) -> Vec<Consequence> {
    let (t, m) = (commands.texts, commands.texts.get());
    let [takes, left] = [need.units, need.left].map(|units| format::kilobytes(t.language(), units));
    let tight = need.is_tight().then(|| Consequence::new("no", m.files_tight()).toned(Tone::Danger));
    std::iter::once(Consequence::new("info", m.files_room(takes, left))).chain(tight).collect()
}
