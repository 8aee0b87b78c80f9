//! What specimens say, and in which tone.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::prototype::gallery::registry::State;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::derive;

/// A phrase, or the long one where long texts are shown.
pub fn said(state: State, phrase: Phrase) -> Signal<String> {
    let t = use_texts();
    derive(t.say(if state == State::Long { Messages::gallery_long } else { phrase }))
}

/// A phrase.
pub fn plain(phrase: Phrase) -> Signal<String> {
    derive(use_texts().say(phrase))
}

/// The tone that a state has.
pub fn tone(state: State) -> Tone {
    use State::*;
    match state {
        Success => Tone::Success,
        Warning => Tone::Warning,
        Danger => Tone::Danger,
        Rest | Focus | Primary | Refused | Busy | Invalid | Chosen | Changed | Open | Wide | Side | Full
        | Empty | Frozen | Long => Tone::Info,
    }
}
