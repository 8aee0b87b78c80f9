//! The pages: one module for each route.

use leptos::prelude::*;

use crate::portal::backend::use_backend;
use crate::portal::jobs::JobsPage;
use crate::portal::rooms::Room;
use crate::portal::rooms::later::use_later;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo};

use super::missing::NoSuchPage;

/// Which page is shown; what else the route says reaches the page as signals, so that a page stays
/// while its filters, its tab or its job change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Jobs,
    Room(Room),
    Missing,
}

/// The page that the route asks for.
#[component]
pub fn Page() -> impl IntoView {
    let navigation = use_navigation();
    let (later, backend, t) = (use_later(), use_backend(), use_texts());
    let shown = memo(move |_| match navigation.route() {
        Route::Jobs(_) => Shown::Jobs,
        Route::Job(..) | Route::Rule(..) => Shown::Room(Room::Job),
        Route::Create => Shown::Room(Room::Create),
        Route::Activity(_) => Shown::Room(Room::Activity),
        Route::Console(_) | Route::Call(..) => Shown::Room(Room::Console),
        Route::Conformance(_) => Shown::Room(Room::Conformance),
        Route::Learn(_) => Shown::Room(Room::Learn),
        Route::Class(_) => Shown::Room(Room::Class),
        Route::Settings => Shown::Room(Room::Settings),
        Route::Gallery(_) => Shown::Room(Room::Gallery),
        Route::Unknown(_) => Shown::Missing,
    });
    live(move || {
        on_cleanup(move || {
            t.renew_readers();
            backend.renew_readers();
        });
        match shown.get() {
            Shown::Jobs => {
                let query = navigation.part(|route| {
                    let Route::Jobs(query) = route else { return None };
                    Some(query)
                });
                view! { <JobsPage query/> }.into_any()
            }
            Shown::Room(room) => later.show(move |parts| (parts.enter)(room)),
            Shown::Missing => view! { <NoSuchPage/> }.into_any(),
        }
    })
}
