//! Handing on: one's progress as a file, out of this browser and into it.

use leptos::prelude::*;

use crate::lessons::progress::{LearnerProgress, MOST_BYTES, NotProgress};
use crate::phrases::Messages;
use crate::portal::ui::SaveButton;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::derive;

use super::course::{progress, take_in};
use super::upload::{Unread, Upload};

/// The name of the file.
const FILE: &str = "lessons-progress.json";

/// The buttons that save progress and load it.
#[component]
pub fn Handing(
    /// Told when other progress is kept.
    #[prop(into)]
    on_change: Callback<()>,
) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let text = derive(|| progress().text());
    let read = move |text: Result<String, Unread>| {
        let m = t.peek();
        let refused = |text: String| {
            let title = m.progress_not_loaded();
            commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
        };
        let progress = match text {
            Ok(text) => LearnerProgress::read(&text),
            Err(Unread::TooLarge(_)) => Err(NotProgress::TooLarge),
            Err(Unread::Unreadable(words)) => return refused(m.progress_unreadable(words.as_str())),
        };
        match progress.map(take_in) {
            Err(why) => refused(why.sentence(&m)),
            Ok(None) => refused(m.progress_not_kept()),
            Ok(Some(0)) => commands.feedback.tell(m.progress_loaded_none()),
            Ok(Some(count)) => {
                commands.feedback.tell(m.progress_loaded(count));
                on_change.run(());
            }
        }
    };
    view! {
        <div class="cluster">
            <SaveButton text file=derive(|| FILE.to_owned()) label=derive(t.say(Messages::progress_save)) mime="application/json"/>
            <Upload label=Messages::progress_load most=MOST_BYTES hint="progress-hint" on_read=read/>
        </div>
        <p class="hint measure" id="progress-hint">{t.say(Messages::progress_hint)}</p>
    }
    .into_any()
}
