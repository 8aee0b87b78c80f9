//! A bar and a figure for how much is done.

use leptos::prelude::*;

use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo};

/// How much is done, in whole per cent; a dash where nothing is known.
#[component]
pub fn Progress(
    /// The figure, 0 to 100.
    #[prop(into)]
    percent: Signal<Option<u8>>,
    /// Whether nothing more will be done.
    #[prop(into, optional)]
    frozen: Signal<bool>,
) -> impl IntoView {
    let t = use_texts();
    let class = move || if frozen.get() { "progress progress--frozen" } else { "progress" };
    let bar = move |known: Memo<u8>| {
        view! {
            <span class="percent">
                <progress class=class max="100" value=live(move || known.get().to_string()) aria-hidden="true"></progress>
                <span class="percent__n">{live(move || format::percent(t.language(), known.get()))}</span>
            </span>
        }
        .into_any()
    };
    let known = memo(move |_| percent.get().is_some());
    live(move || match known.get() {
        true => bar(memo(move |_| percent.get().unwrap_or_default())),
        false => view! { <span class="muted">"—"</span> }.into_any(),
    })
}
