//! The section of one's own lessons in the catalogue: what reads a lesson is fetched where there is one, or a file to read.

use leptos::prelude::*;

use crate::lessons::read::MOST_BYTES;
use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::live;

use super::files::has_shelf;
use super::upload::{Unread, Upload};

/// What stands in a route for the page where lessons are made.
pub const RECORDER: &str = "recorder";

/// What the room of one's own lessons knows of the section in which it is.
#[derive(Clone, Copy)]
pub struct Owned {
    /// The text of a file that was chosen, until it is read.
    pub chosen: RwSignal<Option<Result<String, Unread>>>,
    /// Told when there are others.
    pub on_change: Callback<()>,
}

/// The lessons of one's own in the catalogue, and the ways in.
#[component]
pub fn OwnSection(
    /// Told when there are others.
    on_change: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let chosen = RwSignal::new(None);
    provide_context(Owned { chosen, on_change });
    let wanted = RwSignal::new(has_shelf());
    let read = move |text| {
        chosen.set(Some(text));
        if !wanted.get_untracked() {
            wanted.set(true);
        }
    };
    view! {
        <section class="stack" aria-labelledby="own-lessons">
            <h2 id="own-lessons">{t.say(Messages::own_title)}</h2>
            <p class="hint measure" id="own-hint">{t.say(Messages::own_hint)}</p>
            {live(move || wanted.get().then(|| enter(Room::OwnLessons)))}
            <div class="cluster">
                <Upload label=Messages::own_open most=MOST_BYTES hint="own-hint" on_read=read/>
                <a class="button button--sm" href=Route::Learn(RECORDER.to_owned()).to_string()>{t.say(Messages::own_make)}</a>
            </div>
        </section>
    }
    .into_any()
}
