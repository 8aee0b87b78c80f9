//! Whether somebody wants another look, and how much of it is overridden: what is known before the room of the look is there.

use leptos::ev;
use leptos::prelude::*;

use crate::portal::route::Query;

use super::model::Look;

thread_local! {
    /// How many things of the look are overridden.
    static COUNT: ArcRwSignal<usize> = ArcRwSignal::new(0);
}

/// The switches of an address, its fragment.
pub fn said(fragment: &str) -> Query {
    Query::parse(fragment.split_once('?').map_or("", |(_, query)| query))
}

fn is_said() -> bool {
    Look::is_in(&said(&window().location().hash().unwrap_or_default()))
}

/// Whether the address has asked for another look since the page was opened. To be called by a component.
pub fn is_wanted() -> RwSignal<bool> {
    let wanted = RwSignal::new(is_said());
    let listener = window_event_listener(ev::hashchange, move |_| {
        // Told once: what follows the look then stays as it is.
        if !wanted.get_untracked() && is_said() {
            wanted.set(true);
        }
    });
    on_cleanup(move || listener.remove());
    wanted
}

/// How many things of the look are overridden now; a reactive reader is told when that changes.
pub fn count() -> ArcRwSignal<usize> {
    COUNT.with(ArcRwSignal::clone)
}
