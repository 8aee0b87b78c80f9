//! What comes: the next event by name, and how many jobs the longest jump lets the service delete.

use leptos::prelude::*;

use crate::api::explain;
use crate::api::route::JobPath;
use crate::domain::time::{SimTime, Span};
use crate::portal::backend::use_backend;
use crate::portal::job::model::happening;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::service::happened::deletions;
use crate::service::simulation::{Happening, TimedHappening};
use crate::service::workspace::{Record, Workspace};

/// The longest of the jumps that are always in sight.
const LONGEST: Span = Span::days(90);

/// What comes next, and to which job: on the page of a job to that one, elsewhere to any.
#[component]
pub fn NextEvent() -> impl IntoView {
    let (backend, t) = (use_backend(), use_texts());
    let route = use_navigation().signal();
    let page = memo(move |_| route.get().shown_job().map(|(address, _)| address));
    // Found out anew when something happens, not with every tick.
    let due = memo(move |_| {
        backend.clock().track();
        backend.read(|all| due(all, page.get().as_ref()))
    });
    let what = memo(move |_| {
        let (_, no) = due.get()?;
        let m = t.get();
        backend.read(|all| {
            let record = all.record(no)?;
            let status = all.status(&record.job);
            let TimedHappening { what, .. } = status.next()?;
            let comes = match (what, what.enters()) {
                (Happening::Recovered(_), _) | (_, None) => {
                    format!("– {}", happening::in_words(&record.job, &status.course, what, true, &m))
                }
                (_, Some(state)) => format!("→ {}", explain::state(state, &m)),
            };
            Some((record.job.id.name.to_string(), comes))
        })
    });
    let text = move || match (due.get(), what.get()) {
        (Some((at, _)), Some((name, comes))) => {
            let when = format::relative(t.language(), at, backend.clock().get());
            match page.get() {
                Some(_) => t.get().time_next_here(when, comes).to_string(),
                None => t.get().time_next(when, name, comes).to_string(),
            }
        }
        (None, _) | (_, None) if page.get().is_some() => t.get().time_nothing_here().to_string(),
        (None, _) | (_, None) => t.get().nothing_comes().to_string(),
    };
    view! { <p class="clock__next" title=text>{live(text)}</p> }.into_any()
}

/// When something happens next, and to which job.
fn due(all: &Workspace, page: Option<&JobPath>) -> Option<(SimTime, u64)> {
    match page {
        Some(address) => {
            let Record { job, next, .. } = all.find(&address.key())?;
            Some(((*next)?, job.no))
        }
        None => all.next_job(),
    }
}

/// How many jobs the service deletes within the longest jump; nothing while it deletes none.
#[component]
pub fn Forecast() -> impl IntoView {
    let (backend, t) = (use_backend(), use_texts());
    let count = memo(move |_| {
        let to = backend.clock().get() + LONGEST;
        backend.read(|all| deletions(all, to))
    });
    live(move || {
        let count = count.get();
        (count > 0).then(|| t.get().time_deletes(count, format::number(t.language(), count)).to_string())
    })
}
