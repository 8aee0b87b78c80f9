//! The pages: one module for each route.

use leptos::prelude::*;

use crate::api::route::JobPath;
use crate::portal::backend::use_backend;
use crate::portal::jobs::JobsPage;
use crate::portal::later::use_later;
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{JobTab, Route};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, memo};

use super::missing::NoSuchPage;

/// Which page is shown; what else the route says reaches the page as signals, so that a page stays
/// while its filters, its tab or its job change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Jobs,
    Job,
    Create,
    Activity,
    Console,
    Conformance,
    Learn,
    Settings,
    Missing,
}

/// The page that the route asks for.
#[component]
pub fn Page() -> impl IntoView {
    let route = use_navigation().signal();
    let (later, backend, t) = (use_later(), use_backend(), use_texts());
    let shown = memo(move |_| match route.get() {
        Route::Jobs(_) => Shown::Jobs,
        Route::Job(..) | Route::Rule(..) => Shown::Job,
        Route::Create => Shown::Create,
        Route::Activity(_) => Shown::Activity,
        Route::Console(_) | Route::Call(..) => Shown::Console,
        Route::Conformance(_) => Shown::Conformance,
        Route::Learn(_) => Shown::Learn,
        Route::Settings => Shown::Settings,
        Route::Unknown(_) => Shown::Missing,
    });
    move || {
        on_cleanup(move || {
            t.renew_readers();
            backend.renew_readers();
        });
        match shown.get() {
            Shown::Jobs => {
                let query = kept(route, |route| match route {
                    Route::Jobs(query) => Some(query),
                    _ => None,
                });
                view! { <JobsPage query/> }.into_any()
            }
            Shown::Job => {
                let job = kept::<Option<(JobPath, JobTab)>>(route, |route| match route {
                    Route::Job(address, tab) => Some(Some((address, tab))),
                    Route::Rule(address, _) => Some(Some((address, JobTab::Overview))),
                    _ => None,
                });
                let address = derive(move || job.get().map(|(address, _)| address));
                let tab = derive(move || job.get().map_or(JobTab::Overview, |(_, tab)| tab));
                later.show(|parts| (parts.job)(address, tab))
            }
            Shown::Create => later.show(|parts| (parts.create)()),
            Shown::Activity => later.show(|parts| (parts.activity)()),
            Shown::Console => later.show(|parts| (parts.console)()),
            Shown::Conformance => later.show(|parts| (parts.conformance)()),
            Shown::Learn => later.show(|parts| (parts.learn)()),
            Shown::Settings => later.show(|parts| (parts.settings)()),
            Shown::Missing => view! { <NoSuchPage/> }.into_any(),
        }
    }
}

/// What a page takes from the route, as it last was: while the portal leaves for another page, the
/// old one is not told of a route that it does not understand.
fn kept<T>(route: Signal<Route>, part: fn(Route) -> Option<T>) -> Signal<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    memo(move |before: Option<&T>| part(route.get()).unwrap_or_else(|| before.cloned().unwrap_or_default()))
        .into()
}
