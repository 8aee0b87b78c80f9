//! The switch that records the user's own workspace, or stops and wipes the recording.

use leptos::prelude::*;

use crate::journal::annex::is_recorded;
use crate::journal::travel::Journey;
use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{live, memo};

/// The setting.
#[component]
pub fn RecordingChoice() -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let recorded = memo(move |_| backend.present(is_recorded));
    let choose = move |on: bool| {
        leptos::task::spawn_local(async move {
            let m = t.peek();
            let failed = m.timeline_not_done().to_string();
            backend.back_to_now();
            match backend.travel(Journey::Record(on), t.language_now().tag()).await {
                Ok(Ok(())) => {
                    let done = if on { m.timeline_started() } else { m.timeline_stopped() };
                    commands.feedback.announce(done.to_string());
                }
                Ok(Err(text)) => {
                    commands.feedback.notify(News { tone: Tone::Danger, title: failed, text, link: None });
                }
                Err(why) => commands.tell_not_done(failed, &why, None),
            }
        });
    };
    view! {
        <div class="setting">
            <div>
                <h2>{t.say(Messages::settings_recording)}</h2>
                <p class="hint" id="recording-hint">{t.say(Messages::settings_recording_hint)}</p>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    aria-describedby="recording-hint"
                    prop:checked=live(move || recorded.get())
                    on:change:target=move |event| choose(event.target().checked())
                />
                <span>{t.say(Messages::settings_recording_switch)}</span>
            </label>
        </div>
    }
    .into_any()
}
