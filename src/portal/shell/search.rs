//! The search of the top bar: finds a job by its name, from every page.

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::jobs::model::order::named;
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{Query, Route};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;

/// The most names that are suggested.
const MOST: usize = 8;

/// The id of the field.
pub const FIND: &str = "find";

/// The field. Enter goes to the job, or to the list of those that fit where there is not exactly one.
#[component]
pub fn FindJob() -> impl IntoView {
    let t = use_texts();
    let (backend, navigation, feedback) = (use_backend(), use_navigation(), use_feedback());
    let field = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let suggested = live(move || {
        let typed = typed.get();
        let all = if typed.trim().is_empty() { Vec::new() } else { backend.peek(|all| named(all, &typed)) };
        let mut names: Vec<String> = all.iter().map(|id| id.name.to_string()).collect();
        names.dedup();
        names.truncate(MOST);
        names.into_iter().map(|name| view! { <option value=name></option> }.into_any()).collect::<Vec<_>>()
    });
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(text) = field.get_untracked().map(|field| field.value().trim().to_owned()) else { return };
        if text.is_empty() {
            return feedback.announce(t.peek().find_empty().to_string());
        }
        let found = backend.peek(|all| named(all, &text));
        typed.set(String::new());
        match found.as_slice() {
            [only] => navigation.go(&Route::job(only)),
            _ => navigation.go(&Route::Jobs(Query::default().with("q", &text))),
        }
    };
    view! {
        <form class="topbar__search" role="search" aria-label=t.say(Messages::find_label) on:submit=go>
            <label class="search">
                <Icon name="search"/>
                <span class="visually-hidden">{t.say(Messages::find_label)}</span>
                <input
                    class="input"
                    id=FIND
                    type="search"
                    list="find-names"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=t.say(Messages::find_label)
                    node_ref=field
                    prop:value=live(move || typed.get())
                    on:input:target=move |event| typed.set(event.target().value())
                />
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            <datalist id="find-names">{suggested}</datalist>
        </form>
    }
    .into_any()
}
