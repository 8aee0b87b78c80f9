//! Whether the browser may delete by itself what is stored here, the jobs like the files; it can be asked not to.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::phrases::Messages;
use crate::portal::backend::page::field;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::live;

use super::worker::{call, settled};

/// What the browser says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lasting {
    /// Nothing yet, or it knows no such thing.
    Unsaid,
    /// It may delete what is stored.
    Evictable,
    /// It was asked, and may do so still.
    Refused,
    /// It deletes nothing by itself.
    Promised,
}

/// The state, and the button that asks.
#[component]
pub fn LastingStorage() -> impl IntoView {
    let t = use_texts();
    let lasting = RwSignal::new(Lasting::Unsaid);
    let learn = move |asking: bool| {
        spawn_local(async move {
            let said = match says(if asking { "persist" } else { "persisted" }).await {
                Some(true) => Lasting::Promised,
                Some(false) if asking => Lasting::Refused,
                Some(false) => Lasting::Evictable,
                None => return,
            };
            // The page may have been left meanwhile.
            let _ = lasting.try_set(said);
        });
    };
    learn(false);
    let text = live(move || match lasting.get() {
        Lasting::Unsaid => String::new(),
        Lasting::Evictable => t.get().lasting_evictable().to_string(),
        Lasting::Refused => t.get().lasting_refused().to_string(),
        Lasting::Promised => t.get().lasting_promised().to_string(),
    });
    let button = live(move || {
        matches!(lasting.get(), Lasting::Evictable | Lasting::Refused).then(|| {
            view! {
                <button type="button" class="button button--sm" on:click=move |_| learn(true)>
                    {t.say(Messages::lasting_ask)}
                </button>
            }
            .into_any()
        })
    });
    view! {
        <p class="hint" role="status" tabindex="-1" id="lasting">{text}</p>
        <div>{button}</div>
    }
}

/// What the browser's storage answers; nothing where it cannot be asked.
async fn says(method: &str) -> Option<bool> {
    let storage = field(&window().navigator(), "storage");
    if !storage.is_object() || !field(&storage, method).is_function() {
        return None;
    }
    let answer = settled(call(&storage, method, &Array::new()).ok()?).await.ok()?;
    Some(answer == JsValue::TRUE)
}
