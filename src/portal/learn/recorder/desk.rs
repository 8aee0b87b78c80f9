//! The desk: the draft that is worked at, kept in this browser.

use leptos::prelude::*;

use crate::lessons::draft::Draft;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::portal::ui::preferences;

/// Where the draft is kept.
const PREFERENCE: &str = "lesson-draft";

/// The draft that is worked at.
#[derive(Clone, Copy)]
pub struct RecorderDesk {
    /// The way to the service and to the user.
    pub commands: Commands,
    draft: RwSignal<Option<Draft>>,
}

impl RecorderDesk {
    /// The draft that was kept, or none.
    pub fn new() -> RecorderDesk {
        let kept = preferences::read(PREFERENCE).and_then(|text| serde_json::from_str(&text).ok());
        RecorderDesk { commands: use_commands(), draft: RwSignal::new(kept) }
    }

    /// Reads the draft; a reactive reader is told when it changes.
    pub fn read<T>(self, part: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with(|draft| draft.as_ref().map(part))
    }

    /// Reads the draft outside of anything reactive.
    pub fn peek<T>(self, part: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.draft.with_untracked(|draft| draft.as_ref().map(part))
    }

    /// Changes the draft, and keeps it. Where nothing can be kept, it holds for this visit.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(|draft| {
            if let Some(draft) = draft {
                change(draft);
                keep(Some(draft));
            }
        });
    }

    /// Works at this draft from now on, or at none.
    pub fn take(self, draft: Option<Draft>) {
        keep(draft.as_ref());
        self.draft.set(draft);
    }
}

fn keep(draft: Option<&Draft>) {
    match draft.and_then(|draft| serde_json::to_string(draft).ok()) {
        Some(text) => drop(preferences::write(PREFERENCE, &text)),
        None => preferences::forget(PREFERENCE),
    }
}
