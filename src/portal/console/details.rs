//! The call that is looked at: what came back, what went out, and the same as code.

use std::sync::Arc;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::Call;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

use super::model::{RequestDraft, method_class};
use super::response::ResponseView;
use super::snippets::Snippets;
use super::state::use_console;

/// What came back from the call.
#[component]
pub fn Response() -> impl IntoView {
    let console = use_console();
    let call = memo(move |_| console.call());
    live(move || call.get().map(|call| view! { <ResponseView call/> }.into_any()))
}

/// What went out, and the same as code.
#[component]
pub fn CallDetails() -> impl IntoView {
    let console = use_console();
    let call = memo(move |_| console.call());
    live(move || call.get().map(|call| view! { <Cards call/> }.into_any()))
}

#[component]
fn Cards(call: Arc<Call>) -> impl IntoView {
    let t = use_texts();
    let console = use_console();
    let request = call.request.clone();
    let again = {
        let draft = RequestDraft::of(&request);
        move |send: bool| {
            console.type_in(draft.clone());
            if send {
                console.send();
            }
        }
    };
    let edit = again.clone();
    let headers: String = request.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let body = String::from_utf8_lossy(&request.body).into_owned();
    let sent = format!("{headers}{}{body}", if body.is_empty() { "" } else { "\n" });
    view! {
        <section class="card stack" aria-labelledby="console-call">
            <div class="cluster">
                <h2 id="console-call">{t.say(Messages::console_call)}</h2>
                <button type="button" class="button button--sm push" on:click=move |_| edit(false)>
                    {t.say(Messages::console_edit)}
                </button>
                <button type="button" class="button button--sm" on:click=move |_| again(true)>
                    <Icon name="refresh"/>
                    {t.say(Messages::console_resend)}
                </button>
            </div>
            <p class="wrap">
                <span class=method_class(&request.method)>{request.method.clone()}</span>
                " "
                <code>{request.target.clone()}</code>
            </p>
            <pre class="code code--wrap" tabindex="0" role="region" aria-label=t.say(Messages::console_sent)>
                <code>{sent}</code>
            </pre>
        </section>
        <section class="card stack" aria-labelledby="console-copy">
            <h2 id="console-copy">{t.say(Messages::console_copy_as)}</h2>
            <Snippets request/>
        </section>
    }
    .into_any()
}
