//! Dialogs: the browser's own modal dialog with a title, a button to close it and a row of buttons.

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::feedback::move_regions;
use crate::portal::ui::focused;
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::unique_id;

/// What a dialog looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DialogKind {
    /// A question.
    #[default]
    Plain,
    /// Something to read.
    Wide,
    /// A panel at the side of the window.
    Drawer,
    /// The whole window.
    Full,
}

/// A modal dialog, open for as long as it is in the page. Put it into a `Show`, and take it out
/// when `on_close` is called. The focus goes back to where it was.
#[component]
pub fn Dialog(
    /// The heading, and the dialog's name.
    #[prop(into)]
    title: Signal<String>,
    /// Called when somebody closes it: by its button, by Escape.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it looks like.
    #[prop(optional)]
    kind: DialogKind,
    /// The buttons below.
    #[prop(optional)]
    foot: Option<AnyView>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let t = use_texts();
    let element = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(focused());
    effect(move |_| {
        if let Some(dialog) = element.get() {
            // Refused only for a dialog that is open or out of the page; both are as good.
            let _ = dialog.show_modal();
            move_regions(&dialog);
        }
    });
    on_cleanup(move || {
        // Closing it in the page lets the browser give the focus back; where that cannot be, we do.
        if let Some(dialog) = element.get_untracked() {
            if let Some(body) = document().body() {
                move_regions(&body);
            }
            dialog.close();
        }
        let lost = focused().is_none();
        if let Some(Some(opener)) = opener.try_get_value().filter(|_| lost) {
            let _ = opener.focus();
        }
    });
    let id = unique_id("dialog");
    let class = match kind {
        DialogKind::Plain => "dialog",
        DialogKind::Wide => "dialog dialog--wide",
        DialogKind::Drawer => "dialog dialog--drawer",
        DialogKind::Full => "dialog dialog--full",
    };
    let (name, body_name, body) = (id.clone(), id.clone(), format!("{id}-body"));
    // A question is read out as a whole, something to read is not.
    let described = (kind == DialogKind::Plain).then(|| body.clone());
    view! {
        <dialog
            class=class
            aria-labelledby=name
            aria-describedby=described
            node_ref=element
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="dialog__head">
                <h2 id=id>{live(move || title.get())}</h2>
                <button
                    type="button"
                    class="button button--subtle button--icon button--sm"
                    aria-label=t.say(Messages::close)
                    on:click=move |_| on_close.run(())
                >
                    <Icon name="close"/>
                </button>
            </div>
            <div class="dialog__body" id=body role="group" aria-labelledby=body_name tabindex="0">{children()}</div>
            {foot.map(|foot| view! { <div class="dialog__foot">{foot}</div> }.into_any())}
        </dialog>
    }
    .into_any()
}
