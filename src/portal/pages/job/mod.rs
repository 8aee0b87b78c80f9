//! A job's page.

mod calls;
mod commands;
mod diagram;
mod drives;
mod essentials;
mod form;
mod frame;
mod json;
mod keys;
mod may;
mod missing;
mod news;
mod overview;
mod save;
mod states;
mod timeline;
mod tracker;
mod tracking;
mod watch;

use leptos::prelude::*;

use crate::portal::backend::use_backend;
use crate::portal::route::{JobAddress, JobTab};

use frame::JobFrame;
use missing::NoSuchJob;
use watch::Watch;

/// The page. While it is open the job may go, deleted by its user, in another tab or by the
/// service, and a new one may take its name.
#[component]
pub fn JobPage(address: JobAddress, tab: Signal<JobTab>) -> impl IntoView {
    let backend = use_backend();
    let key = address.key();
    let no = Memo::new(move |_| {
        // A job that the service deletes goes because time does.
        backend.clock().track();
        backend.read(|all| all.find(&key).map(|record| record.job.no))
    });
    // Whether the user of this page has deleted the job and is on the way to the list.
    let leaving = RwSignal::new(false);
    let was_there = StoredValue::new(false);
    move || match no.get().and_then(|no| Watch::of(no, backend)) {
        Some(watch) => {
            was_there.set_value(true);
            view! { <JobFrame watch tab leaving/> }.into_any()
        }
        None if leaving.get_untracked() => ().into_any(),
        None => {
            let lost = was_there.get_value();
            view! { <NoSuchJob address=address.clone() lost/> }.into_any()
        }
    }
}
