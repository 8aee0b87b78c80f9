//! What came back: status, headers, and the body in colours; everything is text, whatever it holds.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::message::{Response, reason_phrase};
use crate::phrases::Messages;
use crate::portal::backend::Call;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::CopyButton;
use crate::portal::ui::json::{JsonPiece, pieces, pretty};
use crate::portal::ui::reactive::erased::live;

use super::model::status_class;
use super::state::use_console;

/// A body longer than this is shown without colours, which would take too many elements.
const MOST_COLOURED: usize = 200_000;

/// The card.
#[component]
pub fn ResponseView(call: Arc<Call>) -> impl IntoView {
    let t = use_texts();
    let Some(response) = call.response.clone() else {
        return view! {
            <section class="card stack" aria-labelledby="console-response">
                <h2 id="console-response">{t.say(Messages::console_response)}</h2>
                <p class="muted">{t.say(Messages::console_no_answer)}</p>
            </section>
        }
        .into_any();
    };
    let Response { status, headers, body } = response.clone();
    let size = body.len() as u64;
    let text = pretty(&body);
    let copied = Signal::stored(text.clone());
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let body = if text.is_empty() {
        let why = if call.emptied { Messages::console_emptied } else { Messages::console_empty_body };
        view! { <p class="muted">{t.say(why)}</p> }.into_any()
    } else {
        view! {
            <pre class="code code--wrap" tabindex="0" role="region" aria-label=t.say(Messages::console_response_body)>
                <code>{coloured(&text)}</code>
            </pre>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="console-response">
            <div class="cluster">
                <h2 id="console-response">{t.say(Messages::console_response)}</h2>
                <span class=status_class(Some(&response))>{format!("{status} {}", reason_phrase(status))}</span>
                <span class="muted">{live(move || format::bytes(t.language(), size))}</span>
                <CopyButton text=copied what=t.say(Messages::console_response_body)/>
            </div>
            <details>
                <summary>{t.say(Messages::console_response_headers)}</summary>
                <pre class="code code--wrap" tabindex="0" role="region" aria-label=t.say(Messages::console_response_headers)>
                    <code>{headers}</code>
                </pre>
            </details>
            {body}
        </section>
    }
    .into_any()
}

fn coloured(text: &str) -> Vec<AnyView> {
    if text.len() > MOST_COLOURED {
        return vec![text.to_owned().into_any()];
    }
    let mut key = "";
    let mut views = Vec::new();
    for (piece, text) in pieces(text) {
        let link = (piece == JsonPiece::String && key == "\"nextLink\"")
            .then(|| serde_json::from_str::<String>(text).ok())
            .flatten();
        if piece == JsonPiece::Key {
            key = text;
        }
        views.push(match (link, piece.class()) {
            (Some(link), _) => view! { <NextLink link text=text.to_owned()/> }.into_any(),
            (None, Some(class)) => view! { <span class=class>{text.to_owned()}</span> }.into_any(),
            (None, None) => text.to_owned().into_any(),
        });
    }
    views
}

/// A link to the next page, which is fetched here.
#[component]
fn NextLink(link: String, text: String) -> impl IntoView {
    let console = use_console();
    let follow = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        console.follow(&link);
    };
    view! { <a class="code-string" href=Route::Console(None).to_string() on:click=follow>{text}</a> }
}
