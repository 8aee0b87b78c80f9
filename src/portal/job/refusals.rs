//! Refusals on a job's page: why something is not offered now, and what a press on it does all the same.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::Action;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::ui::feedback::use_feedback;

use super::watch::Watch;

/// Why the page does not offer `action` now, in a sentence: the rule that refuses it, or that it has been done and
/// doing it again, as the API lets one, would change nothing.
pub fn reason(watch: Watch, action: Action) -> Option<String> {
    let m = watch.texts.get();
    if let Some(refusal) = watch.refusal(action) {
        return Some(explain::sentence(&refusal, &m));
    }
    let when = |at| format::date_time(watch.texts.language(), at);
    match action {
        Action::Cancel => watch
            .job
            .with(|job| job.history.cancel_requested)
            .filter(|_| watch.is_cancel_pending())
            .map(|at| m.job_cancel_pending(when(at))),
        Action::Ship => watch.job.with(|job| job.history.shipped).map(|at| m.job_shipped_already(when(at))),
        Action::Delete
        | Action::Replace
        | Action::EditDrives
        | Action::EditDelivery
        | Action::EditLogging
        | Action::EditReturn
        | Action::EditTags => None,
    }
}

/// What a press on a refused button does: it tells why, and leads to the rule where one refuses.
pub fn tell_refused(watch: Watch, action: Action) -> Callback<String> {
    let feedback = use_feedback();
    Callback::new(move |why: String| {
        if untrack(|| watch.refusal(action)).is_none() {
            return feedback.announce(why);
        }
        let (m, id) = (watch.texts.peek(), watch.job.with_untracked(|job| job.id.clone()));
        let title = match action {
            Action::Cancel => m.cancel_failed(id.name.as_str()),
            Action::Delete => m.delete_failed(id.name.as_str()),
            Action::Replace
            | Action::Ship
            | Action::EditDrives
            | Action::EditDelivery
            | Action::EditLogging
            | Action::EditReturn
            | Action::EditTags => m.track_not_saved(id.name.as_str()),
        };
        feedback.refuse(title, why, Route::rule(&id, action));
    })
}
