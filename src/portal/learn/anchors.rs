//! Anchors on the page: marks the control that the next task is done at, and leaves it as it is otherwise.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Element;

use crate::api::route::JobPath;
use crate::journal::JobRef;
use crate::journal::run::find;
use crate::lessons::anchor::{Anchor, Control};
use crate::portal::route::{JobTab, Route};

use super::course::Course;

/// What a marked control carries.
const MARK: &str = "data-lesson-anchor";
/// How often the mark is looked after, since controls come and go.
const EVERY: Duration = Duration::from_millis(500);

/// Marks the control of the next task for as long as the caller is there.
pub fn follow(course: Course) {
    let look = move || {
        let wanted = untrack(|| selector(course)).and_then(|selector| first(&selector));
        let marked = first(&format!("[{MARK}]"));
        if marked == wanted {
            return;
        }
        // Plain attributes can be set and taken away.
        if let Some(old) = marked {
            let _ = old.remove_attribute(MARK);
        }
        if let Some(new) = wanted {
            let _ = new.set_attribute(MARK, "");
        }
    };
    if let Ok(handle) = set_interval_with_handle(look, EVERY) {
        on_cleanup(move || handle.clear());
    }
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Where the control of the next task is on the page that is shown; or where one finds it.
fn selector(course: Course) -> Option<String> {
    let next = course.next()?;
    let lesson = course.peek()?;
    let Anchor { control, job } = lesson.tasks.get(next)?.anchor.as_ref()?;
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
        | Control::Keys => of_job(course, *control, job.as_ref()?)?,
    })
}

/// The control of a job: on its own page if that is shown, else in its row.
fn of_job(course: Course, control: Control, job: &JobRef) -> Option<String> {
    let found = course.commands.backend.present(|now| {
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
    match place {
        Route::Job(shown, _) | Route::Rule(shown, _) if shown.key() == path.key() => match control {
            Control::Row => None,
            Control::Cancel => Some(".command-bar .button:nth-of-type(1)".to_owned()),
            Control::Delete => Some(".command-bar .button:nth-of-type(2)".to_owned()),
            Control::Tracking => tab(JobTab::Tracking),
            Control::Drives => tab(JobTab::Drives),
            Control::Keys => tab(JobTab::Keys),
            Control::Create
            | Control::Jobs
            | Control::Activity
            | Control::Console
            | Control::Settings
            | Control::Clock
            | Control::Timeline => None,
        },
        _ => Some(match control {
            Control::Cancel => format!("tr[data-no='{no}'] .button--row:not(.button--delete)"),
            Control::Delete => format!("tr[data-no='{no}'] .button--delete"),
            _ => format!("tr[data-no='{no}'] a"),
        }),
    }
}
