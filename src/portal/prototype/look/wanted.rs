//! Whether somebody wants another look, and how much of it is overridden: what is known before the room of the look is there.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::portal::route::Query;
use crate::portal::route::fragment::{arrived, on_followed, query_of};

use super::model::Look;

thread_local! {
    /// How many things of the look are overridden.
    static COUNT: ArcRwSignal<usize> = ArcRwSignal::new(0);
    /// The query of the last address that said anything of the look.
    static ASKED: RefCell<Query> = const { RefCell::new(Query(Vec::new())) };
}

/// Notes what an address says of the look: whether it says anything.
fn note(fragment: &str) -> bool {
    let query = query_of(fragment);
    let says = Look::is_in(&query);
    if says {
        ASKED.set(query);
    }
    says
}

/// The query of the last address that said anything of the look; empty where none has.
pub fn asked() -> Query {
    ASKED.with_borrow(Query::clone)
}

/// Whether the address has asked for another look since the page was opened. To be called by a component.
pub fn is_wanted() -> RwSignal<bool> {
    let wanted = RwSignal::new(note(&arrived()));
    on_followed(move |fragment| {
        // Told once: what follows the look then stays as it is.
        if note(fragment) && !wanted.get_untracked() {
            wanted.set(true);
        }
    });
    wanted
}

/// How many things of the look are overridden now; a reactive reader is told when that changes.
pub fn count() -> ArcRwSignal<usize> {
    COUNT.with(ArcRwSignal::clone)
}
