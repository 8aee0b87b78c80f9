//! A button that copies a text.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;

use super::icon::Icon;

/// Copies a text; false where the browser does not let this page.
pub async fn copy_text(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    // Pages that are not served securely have no clipboard.
    let there = clipboard.is_ok_and(|clipboard| clipboard.is_object());
    there && JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// A button that copies `text`.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What it is called: the button's name is "Copy" and this.
    #[prop(into)]
    what: Signal<String>,
) -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let copy = move |_| {
        let (text, what) = (text.get_untracked(), what.get_untracked());
        spawn_local(async move {
            let done = copy_text(&text).await;
            let messages: Messages = t.peek();
            match done {
                true => feedback.tell(messages.copied(what).to_string()),
                false => feedback.alert(messages.not_copied(what).to_string()),
            }
        });
    };
    view! {
        <button
            type="button"
            class="button button--subtle button--icon button--sm"
            aria-label=live(move || t.get().copy(what.get()).to_string())
            on:click=copy
        >
            <Icon name="copy"/>
        </button>
    }
    .into_any()
}
