//! A question before something is lost: what will happen, and a way to leave everything as it is.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::live;

use super::consequences::{Consequence, Consequences};
use super::dialog::Dialog;

/// The question, open for as long as it is in the page.
#[component]
pub fn Ask(
    /// The question itself.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    lines: Signal<Vec<Consequence>>,
    /// What the button says that does it.
    #[prop(into)]
    press: Signal<String>,
    /// Called when the question is answered, either way.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called when it is to be done.
    #[prop(into)]
    on_go: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let go = move |_| {
        on_close.run(());
        on_go.run(());
    };
    let foot = view! {
        <button type="button" class="button" autofocus on:click=move |_| on_close.run(())>
            {t.say(Messages::leave_it)}
        </button>
        <button type="button" class="button button--danger" on:click=go>{live(move || press.get())}</button>
    };
    view! {
        <Dialog title=title on_close=on_close foot=foot.into_any()>
            <Consequences lines=lines/>
        </Dialog>
    }
    .into_any()
}
