//! What stands in place of the table where no job is shown.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::rooms::later::use_later;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

use super::state::List;

/// No job at all, or none that the filters let through.
#[component]
pub fn Nothing(list: List, total: Memo<usize>) -> impl IntoView {
    let none = memo(move |_| total.get() == 0);
    live(move || match none.get() {
        true => view! { <NoJobs/> }.into_any(),
        false => view! { <NoMatch list total/> }.into_any(),
    })
}

/// Shown where there is no job at all.
#[component]
fn NoJobs() -> impl IntoView {
    let (t, later) = (use_texts(), use_later());
    view! {
        <div class="table-region table-region--fill">
            <div class="empty">
                <Icon name="jobs" class="icon--xl"/>
                <h2>{t.say(Messages::list_empty_title)}</h2>
                <p>{t.say(Messages::list_empty_text)}</p>
                <div class="cluster">
                    <a class="button button--primary" href=Route::Create.to_string()>{t.say(Messages::nav_create)}</a>
                    {live(move || later.show(|parts| (parts.samples)()))}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Shown where the filters hide every job.
#[component]
fn NoMatch(list: List, total: Memo<usize>) -> impl IntoView {
    let t = use_texts();
    view! {
        <div class="table-region table-region--fill">
            <div class="empty">
                <Icon name="search" class="icon--xl"/>
                <h2>{t.say(Messages::list_no_match_title)}</h2>
                <p>{live(move || t.get().list_no_match_text(total.get(), format::number(t.language(), total.get())).to_string())}</p>
                <button type="button" class="button" on:click=move |_| list.clear_filters()>
                    {t.say(Messages::filters_clear)}
                </button>
            </div>
        </div>
    }
    .into_any()
}
