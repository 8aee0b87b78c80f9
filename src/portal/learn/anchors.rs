//! Anchors on the page: marks the control that the next task is done at, and leaves it as it is otherwise.

use std::time::Duration;

use leptos::prelude::*;

use crate::portal::ui::anchors::{first, selector};

use super::course::OpenLesson;

/// What a marked control carries.
const MARK: &str = "data-lesson-anchor";
/// How often the mark is looked after, since controls come and go.
const EVERY: Duration = Duration::from_millis(500);

/// Marks the control of the next task for as long as the caller is there.
pub fn follow(course: OpenLesson) {
    let look = move || {
        let wanted = untrack(|| wanted(course)).and_then(|selector| first(&selector));
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

/// Where the control of the next task is on the page that is shown; or where one finds it.
fn wanted(course: OpenLesson) -> Option<String> {
    let next = course.next()?;
    let lesson = course.peek()?;
    selector(course.commands.backend, lesson.tasks.get(next)?.anchor.as_ref()?)
}
