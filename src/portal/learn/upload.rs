//! Uploads: a file that the user chooses, read only where it is not too large.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use crate::portal::text::texts::Phrase;
use crate::portal::text::texts::use_texts;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more bytes than are taken, so many.
    TooLarge(usize),
    /// The browser cannot read it, in its own words.
    Unreadable(String),
}

/// A button that lets the user choose a file, whose text is handed on.
#[component]
pub fn Upload(
    /// What the button says.
    label: Phrase,
    /// The most bytes that are read.
    most: usize,
    /// The id of what describes the button.
    hint: &'static str,
    /// What takes the text.
    #[prop(into)]
    on_read: Callback<Result<String, Unread>>,
) -> impl IntoView {
    let t = use_texts();
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                on_read.run(text(&file, most).await);
            });
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <span class="file-pick">
            <input
                type="file"
                accept=".json,application/json"
                aria-label=t.say(label)
                aria-describedby=hint
                on:change=chosen
            />
            <span class="button button--sm" aria-hidden="true">{t.say(label)}</span>
        </span>
    }
    .into_any()
}

/// The text of a file that is not too large.
///
/// # Errors
/// [`Unread`].
pub async fn text(file: &File, most: usize) -> Result<String, Unread> {
    // What is too large is not even read.
    if file.size() > most as f64 {
        return Err(Unread::TooLarge(file.size() as usize));
    }
    match JsFuture::from(file.text()).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(reason) => {
            let reason = reason.dyn_into::<js_sys::Error>().map(|error| String::from(error.message()));
            Err(Unread::Unreadable(reason.unwrap_or_default()))
        }
    }
}
