//! The sample jobs, for a workspace that has none: nothing is lost, so nothing is asked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::focus_heading;
use crate::store::fresh::Fresh;

/// The button.
#[component]
pub fn LoadSamples() -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let press = move |_| {
        spawn_local(async move {
            match commands.backend.reset(Fresh::FIRST).await {
                Ok(()) => {
                    commands.feedback.announce(t.peek().samples_loaded());
                    // The button has gone with the emptiness.
                    request_animation_frame(focus_heading);
                }
                Err(why) => commands.tell_not_done(t.peek().samples_failed(), &why, None),
            }
        });
    };
    view! {
        <button type="button" class="button" on:click=press>{t.say(Messages::samples_load)}</button>
    }
    .into_any()
}
