//! The question before the workspace shown takes the place of the user's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::{Ask, Consequence};

use super::card::what_stays;

/// "Make this workspace your own?"
#[component]
pub fn ConfirmAdopt(
    /// Called when the question is answered, either way.
    on_close: Callback<()>,
) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let lines = derive(move || {
        let m = t.get();
        vec![
            Consequence::new("import", m.adopt_text()),
            what_stays(commands),
            Consequence::new("check", m.ask_others_stay()),
        ]
    });
    let go = move |()| {
        spawn_local(async move {
            // If it works, the page loads anew.
            if let Err(why) = commands.backend.adopt().await {
                commands.tell_not_done(t.peek().adopt_failed().to_string(), &why, None);
            }
        });
    };
    view! {
        <Ask
            title=derive(t.say(Messages::adopt_title))
            lines=lines
            press=derive(t.say(Messages::adopt_press))
            on_close=on_close
            on_go=go
        />
    }
    .into_any()
}
