//! Sharing: a link that carries the whole workspace, or the file where that is too large.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::{ActionButton, Banner, SaveButton, copy_text};

/// The button, and why there is no link.
#[component]
pub fn Share() -> impl IntoView {
    let commands = use_commands();
    let (t, backend, feedback) = (commands.texts, commands.backend, commands.feedback);
    let problem = RwSignal::new(None::<(Phrase, Phrase)>);
    let tell = move |title: Phrase, text: Phrase| {
        let m = t.peek();
        feedback.alert(format!("{}. {}", title(&m), text(&m)));
        problem.set(Some((title, text)));
    };
    let press = move |()| {
        problem.set(None);
        let Some(link) = backend.link() else {
            tell(Messages::share_too_large, Messages::share_too_large_text);
            return;
        };
        spawn_local(async move {
            match copy_text(&link).await {
                true => feedback.announce(t.peek().share_copied().to_string()),
                false => tell(Messages::share_not_copied, Messages::share_not_copied_text),
            }
        });
    };
    let instead = move |(title, text): (Phrase, Phrase)| {
        let text_of_file = Signal::derive(move || backend.export());
        let file = Signal::derive(move || backend.file_name());
        let save = view! {
            <SaveButton text=text_of_file file label=Signal::derive(t.say(Messages::settings_save)) mime="application/json"/>
        };
        let (title, text) = (Signal::derive(t.say(title)), Signal::derive(t.say(text)));
        view! { <Banner tone=Tone::Warning title text actions=save.into_any()/> }
    };
    view! {
        <div class="setting setting--wide">
            <h3>{t.say(Messages::share)}</h3>
            <p class="hint">{t.say(Messages::share_hint)}</p>
            <div>
                <ActionButton label=Signal::derive(t.say(Messages::share_press)) icon="copy" on_press=press/>
            </div>
            {move || problem.get().map(instead)}
        </div>
    }
    .into_any()
}
