//! The list of jobs: search, filters, order and columns are in its link.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::rooms::later::use_later;
use crate::portal::route::Query;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::PageHead;
use crate::portal::ui::first_paint::use_drawing;
use crate::portal::ui::reactive::erased::{live, memo};

use super::command_bar::CommandBar;
use super::filters::Filters;
use super::state::{Asking, List};
use super::strip::Strip;
use super::table::JobsTable;

/// The page.
#[component]
pub fn JobsPage(query: Signal<Query>) -> impl IntoView {
    let t = use_texts();
    let list = List::new(query);
    let total = memo(move |_| list.total());
    let found = memo(move |_| list.found());
    // The table stays, and the focus in it, while jobs come and go.
    let empty = memo(move |_| (total.get() == 0, found.get() == 0));
    let (drawing, later) = (use_drawing(), use_later());
    let body = live(move || match empty.get() {
        _ if !drawing.has_rest() => ().into_any(),
        (true, _) | (false, true) => later.show(|parts| (parts.nothing)(list, total)),
        (false, false) => view! { <JobsTable list/> }.into_any(),
    });
    let count = live(move || {
        let text = live(move || list.count_text(found.get(), total.get()));
        drawing.has_rest().then(|| view! { <p class="cluster hint">{text}</p> }.into_any())
    });
    view! {
        <PageHead title=t.say(Messages::nav_jobs) icon="jobs" home=true/>
        <CommandBar list/>
        <Strip list/>
        <Filters list/>
        {body}
        {count}
        <Questions list/>
    }
    .into_any()
}

/// What is asked before something is done.
#[component]
fn Questions(list: List) -> impl IntoView {
    let later = use_later();
    let close = Callback::new(move |()| list.asking.set(None));
    live(move || {
        let asking = list.asking.get()?;
        Some(later.show(move |parts| match asking {
            Asking::Cancel(id) => (parts.cancel)(id, close),
            Asking::Delete(id) => (parts.delete)(id, close),
            Asking::Many(action) => (parts.bulk)(list, action, close),
        }))
    })
}
