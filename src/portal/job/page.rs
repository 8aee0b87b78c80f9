//! A job's page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::message::Response;
use crate::api::route::JobPath;
use crate::domain::job::Job;
use crate::portal::backend::{Backend, use_backend};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{JobTab, Route};
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};

use super::frame::JobFrame;
use super::missing::NoSuchJob;
use super::model::calls::deletes;
use super::watch::Watch;

/// What there is at the page's address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    /// The job with this number.
    Job(u64),
    /// No job. `lost` says whether the page has shown one.
    Nothing { lost: bool },
    /// The job that the user of this page has just deleted.
    Deleted,
}

/// The room: the page of whichever job the route names, which stays while only its tab changes.
#[component]
pub fn JobRoom() -> impl IntoView {
    let job = use_navigation().part::<Option<(JobPath, JobTab)>>(|route| route.shown_job().map(Some));
    let address = memo(move |_| job.get().map(|(address, _)| address));
    let tab = derive(move || job.get().map_or(JobTab::Overview, |(_, tab)| tab));
    live(move || address.get().map(|address| view! { <JobPage address tab/> }.into_any()))
}

/// The page. While it is open the job may go, deleted by its user, in another tab or by the
/// service, and a new one may take its name.
#[component]
fn JobPage(address: JobPath, tab: Signal<JobTab>) -> impl IntoView {
    let backend = use_backend();
    let navigation = use_navigation();
    let key = address.key();
    let shown = StoredValue::new(None::<Arc<Job>>);
    let there = memo(move |_| {
        // A job that the service deletes goes because time does.
        backend.clock().track();
        match backend.read(|all| all.find(&key).map(|record| record.job.clone())) {
            Some(job) => {
                let no = job.no;
                shown.set_value(Some(job));
                There::Job(no)
            }
            None => match shown.get_value() {
                Some(job) if was_deleted_here(backend, &job) => There::Deleted,
                known => There::Nothing { lost: known.is_some() },
            },
        }
    });
    // Whoever comes back before the list was drawn has not left this page: it says that there is nothing.
    let returned = RwSignal::new(false);
    effect(move |left: Option<bool>| {
        let route = navigation.route();
        let deleted = there.get() == There::Deleted;
        match left {
            Some(true) if deleted => returned.set(matches!(route, Route::Job(..) | Route::Rule(..))),
            _ if deleted => navigation.go(&Route::jobs()),
            _ => {}
        }
        deleted
    });
    live(move || match there.get() {
        There::Job(no) => Watch::of(no, backend).map(|watch| view! { <JobFrame watch tab/> }.into_any()),
        There::Nothing { lost } => Some(view! { <NoSuchJob address=address.clone() lost/> }.into_any()),
        There::Deleted => {
            returned.get().then(|| view! { <NoSuchJob address=address.clone() lost=false/> }.into_any())
        }
    })
}

/// Whether somebody has pressed Delete for this very job in this tab.
fn was_deleted_here(backend: Backend, job: &Job) -> bool {
    backend.calls().with_untracked(|calls| {
        calls.iter().any(|call| {
            call.at >= job.history.created
                && deletes(call.by, &call.request, &job.id)
                && call.response.as_ref().is_none_or(Response::is_success)
        })
    })
}
