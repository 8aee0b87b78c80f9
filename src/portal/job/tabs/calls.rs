//! The calls of this session that were about the job.

use std::sync::Arc;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::Call;
use crate::portal::call_history::actor;
use crate::portal::job::model::calls::{error_code, touches};
use crate::portal::job::watch::Watch;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

/// The tab.
#[component]
pub fn Calls(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let calls = watch.backend.calls();
    let own = memo(move |_| {
        watch.job.with(|job| {
            // Calls before its creation were about another job of this name, which is gone.
            let own = |call: &&Arc<Call>| call.at >= job.history.created && touches(&call.request, &job.id);
            calls.with(|calls| calls.iter().rev().filter(own).cloned().collect::<Vec<_>>())
        })
    });
    let none = memo(move |_| own.with(Vec::is_empty));
    let empty = move || {
        view! {
            <div class="empty card">
                <Icon name="console" class="icon--xl"/>
                <h2>{t.say(Messages::calls_none)}</h2>
                <p>{t.say(Messages::calls_none_text)}</p>
            </div>
        }
        .into_any()
    };
    let table = move || {
        view! {
            <div class="table-region" role="region" aria-label=t.say(Messages::calls_table) tabindex="0">
                <table class="data-table data-table--cards" role="table" aria-label=t.say(Messages::calls_table)>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t.say(Messages::calls_time)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::calls_method)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::calls_status)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::calls_by)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::calls_what)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For
                            each=live(move || own.get())
                            key=|call| (call.no, call.response.is_some())
                            children=move |call| row(&call, watch)
                        />
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        {live(move || if none.get() { empty() } else { table() })}
        <p><a class="button" href=Route::Console(None).to_string()><Icon name="console"/>{t.say(Messages::calls_console)}</a></p>
    }
    .into_any()
}

fn row(call: &Call, watch: Watch) -> AnyView {
    let t = watch.texts;
    let by = call.by;
    let status = match &call.response {
        Some(response) => {
            let tone = if response.is_success() { "tone--success" } else { "tone--danger" };
            let code = error_code(response);
            let chip = view! { <span class=format!("chip {tone}")>{response.status.to_string()}</span> };
            view! { {chip} {code.map(|code| view! { " " <code>{code}</code> }.into_any())} }.into_any()
        }
        None => view! { <span class="muted">{t.say(Messages::calls_pending)}</span> }.into_any(),
    };
    let method = call.request.method.clone();
    let tone = match method.as_str() {
        "PUT" | "POST" => "tone--success",
        "PATCH" => "tone--warning",
        "DELETE" => "tone--danger",
        _ => "tone--info",
    };
    let class = format!("method {tone}");
    let what = call.request.target.clone();
    let link = Route::Console(Some(call.no)).to_string();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label=t.say(Messages::calls_time)>
                <time datetime=format::iso(call.at)>{watch.moment(call.at)}</time>
            </th>
            <td role="cell" data-label=t.say(Messages::calls_method)><span class=class>{method}</span></td>
            <td role="cell" data-label=t.say(Messages::calls_status)>{status}</td>
            <td role="cell" data-label=t.say(Messages::calls_by)>{live(move || actor(by, &t.get()))}</td>
            <td role="cell" data-label=t.say(Messages::calls_what)><a href=link><code class="mono">{what}</code></a></td>
        </tr>
    }
    .into_any()
}
