//! The pages of classes: the learner's, and the way to the trainer's.

use leptos::prelude::*;

use crate::portal::rooms::{Room, enter};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{ClassPlace, Query, Route};
use crate::portal::ui::reactive::erased::{live, memo};

use super::join::Join;

/// The page of classes that the route names.
#[component]
pub fn ClassPage() -> impl IntoView {
    let navigation = use_navigation();
    // A class that is joined; none on the trainer's pages, which stay while one goes from one to the next.
    let joined = memo(move |before: Option<&Option<Query>>| {
        let Route::Class(place) = navigation.route() else { return before.cloned().flatten() };
        match place {
            ClassPlace::Join(query) => Some(query),
            ClassPlace::Set | ClassPlace::Key | ClassPlace::Collect | ClassPlace::Device => None,
        }
    });
    live(move || match joined.get() {
        Some(query) => view! { <Join link=link(&query)/> }.into_any(),
        None => enter(Room::Trainer),
    })
}

/// The query as a class reads it.
fn link(query: &Query) -> String {
    query.to_string().trim_start_matches('?').to_owned()
}
