//! Anchors on the page: where the control is that an [`Anchor`] names, on the page that is shown.

use leptos::prelude::*;
use web_sys::Element;

use crate::api::route::JobPath;
use crate::journal::JobRef;
use crate::journal::run::find;
use crate::lessons::anchor::{Anchor, Control};
use crate::portal::backend::Backend;
use crate::portal::route::{JobTab, Route};

/// The first element that a selector finds.
pub fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// A selector for the control, or for what leads to it; nothing where this page has neither.
pub fn selector(backend: Backend, anchor: &Anchor) -> Option<String> {
    let Anchor { control, job } = anchor;
    let link = |route: Route| format!("#nav a[href='{route}']");
    Some(match control {
        Control::Create => link(Route::Create),
        Control::Jobs => link(Route::jobs()),
        Control::Activity => link(Route::activity()),
        Control::Console => link(Route::Console(None)),
        Control::Settings => link(Route::Settings),
        Control::Clock => ".clock__jumps".to_owned(),
        Control::Timeline => ".timeline".to_owned(),
        Control::Row
        | Control::Cancel
        | Control::Delete
        | Control::Tracking
        | Control::Drives
        | Control::Keys => of_job(backend, *control, job.as_ref()?)?,
    })
}

/// The control of a job: on its own page if that is shown, else in its row.
fn of_job(backend: Backend, control: Control, job: &JobRef) -> Option<String> {
    let found = backend.present(|now| {
        let record = find(now, job).ok().flatten()?;
        Some((record.job.no, JobPath::from(&record.job.id)))
    });
    let (no, path) = found?;
    let place = Route::parse(&window().location().hash().unwrap_or_default());
    let tab = |wanted: JobTab| {
        JobTab::ALL
            .iter()
            .position(|tab| *tab == wanted)
            .map(|at| format!("[role=tab]:nth-of-type({})", at + 1))
    };
    let on_its_page = place.shown_job().is_some_and(|(shown, _)| shown.key() == path.key());
    match control {
        Control::Row if on_its_page => None,
        Control::Cancel if on_its_page => Some(".command-bar .button:nth-of-type(1)".to_owned()),
        Control::Delete if on_its_page => Some(".command-bar .button:nth-of-type(2)".to_owned()),
        Control::Tracking if on_its_page => tab(JobTab::Tracking),
        Control::Drives if on_its_page => tab(JobTab::Drives),
        Control::Keys if on_its_page => tab(JobTab::Keys),
        Control::Cancel => Some(format!("tr[data-no='{no}'] .button--row:not(.button--delete)")),
        Control::Delete => Some(format!("tr[data-no='{no}'] .button--delete")),
        Control::Row | Control::Tracking | Control::Drives | Control::Keys => {
            Some(format!("tr[data-no='{no}'] a"))
        }
        Control::Create
        | Control::Jobs
        | Control::Activity
        | Control::Console
        | Control::Settings
        | Control::Clock
        | Control::Timeline => None,
    }
}
