//! The history: every call of this page, whoever made it, the newest first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::Call;
use crate::portal::call_history::actor;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo, when};

use super::model::{method_class, status_class};
use super::state::use_console;

/// The list.
#[component]
pub fn History() -> impl IntoView {
    let t = use_texts();
    let console = use_console();
    let none = memo(move |_| console.calls().is_empty());
    view! {
        <section class="card card--flush" aria-labelledby="console-history">
            <div class="popover__head"><h2 id="console-history">{t.say(Messages::console_history)}</h2></div>
            <ul class="history divided">
                <For
                    each=live(move || console.calls())
                    key=|call| (call.no, call.response.is_some())
                    children=|call| view! { <Item call/> }
                />
            </ul>
            {when(move || none.get(), move || view! { <p class="empty hint">{t.say(Messages::console_no_calls)}</p> }.into_any())}
        </section>
    }
    .into_any()
}

#[component]
fn Item(call: Arc<Call>) -> impl IntoView {
    let t = use_texts();
    let console = use_console();
    let (no, at, by) = (call.no, call.at, call.by);
    let current = memo(move |_| console.call().is_some_and(|call| call.no == no));
    let status = call.response.as_ref().map(|response| response.status.to_string());
    let status = live(move || status.clone().unwrap_or_else(|| t.get().calls_pending().to_string()));
    let when = live(move || format!("{} · {}", actor(by, &t.get()), format::date_time(t.language(), at)));
    view! {
        <li>
            <button
                type="button"
                class="history__item"
                aria-current=live(move || current.get().then_some("true"))
                on:click=move |_| console.look_at(no)
            >
                <span class=method_class(&call.request.method)>{call.request.method.clone()}</span>
                <span class="history__path" title=call.request.target.clone()>{shown(&call.request.target)}</span>
                <span class=status_class(call.response.as_ref())>{status}</span>
                <span class="hint">{when}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The end of a path tells more than its beginning, which is the same in most.
fn shown(target: &str) -> String {
    let path = target.split('?').next().unwrap_or_default();
    match path.split_once("/providers/Microsoft.ImportExport/") {
        Some((scope, rest)) if !scope.is_empty() => format!("…/{rest}"),
        Some(_) | None => path.to_owned(),
    }
}
