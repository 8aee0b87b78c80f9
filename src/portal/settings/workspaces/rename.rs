//! Renaming: the workspace shown gets a name of its own.

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::workspace_names;
use crate::portal::ui::{Dialog, unique_id};

/// As many characters as a name may have.
const MOST: i64 = 100;

/// The dialog.
#[component]
pub fn Rename(
    /// Called when it is closed, either way.
    on_close: Callback<()>,
) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let (field, hint) = (unique_id("name"), unique_id("hint"));
    let (named, described, form) = (field.clone(), hint.clone(), unique_id("form"));
    let submits = form.clone();
    let typed = NodeRef::<html::Input>::new();
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(name) = typed.get_untracked().map(|field| field.value()) else { return };
        let done = backend.rename(&name);
        on_close.run(());
        let m = t.peek();
        match done {
            Ok(()) => {
                let name = workspace_names::plain_name(&backend.origin(), &m);
                commands.feedback.tell(m.rename_done(name));
            }
            Err(why) => commands.tell_not_done(m.rename_failed(), &why, None),
        }
    };
    let foot = view! {
        <button type="button" class="button" on:click=move |_| on_close.run(())>{t.say(Messages::leave_it)}</button>
        <button type="submit" class="button button--primary" form=submits>{t.say(Messages::rename_press)}</button>
    };
    view! {
        <Dialog title=derive(t.say(Messages::rename_title)) on_close=on_close foot=foot.into_any()>
            <form class="field" id=form on:submit=go>
                <label class="field__label" for=field>{t.say(Messages::rename_label)}</label>
                <input
                    class="input"
                    id=named
                    type="text"
                    maxlength=MOST.to_string()
                    autocomplete="off"
                    autofocus
                    aria-describedby=described
                    node_ref=typed
                    value=backend.origin().title
                />
                <p class="hint" id=hint>{t.say(Messages::rename_hint)}</p>
            </form>
        </Dialog>
    }
    .into_any()
}
