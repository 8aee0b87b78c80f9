//! Files: what the portal hands to the browser to be saved.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::icon::Icon;
use crate::portal::ui::reactive::erased::live;

/// A button that saves `text` under the name `file`.
#[component]
pub fn SaveButton(
    /// What is saved.
    #[prop(into)]
    text: Signal<String>,
    /// The file's name.
    #[prop(into)]
    file: Signal<String>,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// The type of the file.
    mime: &'static str,
) -> impl IntoView {
    let press = move |_| {
        let (text, file) = (text.get_untracked(), file.get_untracked());
        if let Err(error) = save(&text, &file, mime) {
            // A browser that cannot save says so in its own way; there is nothing to lose here.
            leptos::logging::warn!("{error:?}");
        }
    };
    view! {
        <button type="button" class="button button--sm" on:click=press>
            <Icon name="download"/>
            {live(move || label.get())}
        </button>
    }
    .into_any()
}

/// Hands a text to the browser as a file to be saved.
///
/// # Errors
/// What the browser has against it.
pub fn save(text: &str, file: &str, mime: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &bag)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file);
    link.click();
    // The browser has taken hold of the content by the next turn.
    set_timeout(move || drop(Url::revoke_object_url(&url)), Duration::from_secs(1));
    Ok(())
}
