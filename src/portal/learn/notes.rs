//! Notes: what the page sees of refusals and of calls that only read, since no journal holds them.

use leptos::prelude::*;

use crate::lessons::note::Note;
use crate::portal::route::Route;
use crate::portal::ui::reactive::erased::effect;

use super::course::OpenLesson;

/// Takes notes as long as the lesson is there.
pub fn take(course: OpenLesson) {
    let backend = course.commands.backend;
    let last_call =
        StoredValue::new(backend.calls().with_untracked(|calls| calls.last().map_or(0, |call| call.no)));
    effect(move |_| {
        let mut notes = Vec::new();
        backend.calls().with(|calls| {
            let from = last_call.get_value();
            for call in calls.iter().filter(|call| call.no > from) {
                // What has not been answered yet is looked at again.
                let Some(response) = &call.response else { break };
                last_call.set_value(call.no);
                notes.extend(Note::of_call(call.at, &call.request, response));
            }
        });
        add(course, notes);
    });
    let notices = course.commands.feedback.notices();
    let last_notice =
        StoredValue::new(notices.with_untracked(|all| all.iter().map(|notice| notice.no).max().unwrap_or(0)));
    // A button that is off and the API refuse by the same rule; who presses it is told, and has asked.
    effect(move |_| {
        let mut found = Vec::new();
        notices.with(|all| {
            let from = last_notice.get_value();
            for notice in all.iter().filter(|notice| notice.no > from) {
                last_notice.update_value(|last| *last = (*last).max(notice.no));
                if let Some(Route::Rule(path, action)) = &notice.news.link {
                    found.push((path.clone(), *action));
                }
            }
        });
        let notes = untrack(|| {
            backend.present(|all| {
                let refused = found.iter().filter_map(|(path, action)| {
                    let record = all.find(&path.key())?;
                    let why = record.job.may(*action, record.state, all.head().rules).err()?;
                    Some(Note::refused(all.now(), path, why.action, why.state, why.rules))
                });
                refused.collect::<Vec<_>>()
            })
        });
        add(course, notes);
    });
}

fn add(course: OpenLesson, notes: Vec<Note>) {
    if notes.is_empty() {
        return;
    }
    untrack(|| {
        course.update(|kept| kept.notes.extend(notes));
        course.look();
    });
}
