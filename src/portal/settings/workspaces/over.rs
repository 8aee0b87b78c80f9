//! Starting over: the workspace shown begins again with the scenario and seed that it began with.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::workspace_names;
use crate::portal::ui::{Ask, Consequence};

/// "Start over?"
#[component]
pub fn StartOver(
    /// Called when the question is answered, either way.
    on_close: Callback<()>,
) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let name = move |m: &Messages| workspace_names::plain_name(&backend.origin(), m);
    let title = derive(move || {
        let m = t.get();
        m.over_title(name(&m))
    });
    let jobs = move || format::number(t.language_now(), backend.peek(|all| all.records().len()));
    let lines = derive(move || {
        let m = t.get();
        vec![
            Consequence::new("refresh", m.over_text()),
            Consequence::new("trash", m.anew_loses(name(&m), jobs())).toned(Tone::Danger),
            Consequence::new("no", m.ask_no_undo()).toned(Tone::Danger),
            Consequence::new("download", m.ask_save_first()),
            Consequence::new("check", m.ask_others_stay()),
        ]
    });
    let go = move |()| {
        spawn_local(async move {
            let m = t.peek();
            let Some(fresh) = backend.beginning() else {
                return commands.feedback.alert(m.over_unknown());
            };
            match backend.reset(fresh).await {
                Ok(()) => commands.feedback.notify(News {
                    tone: Tone::Success,
                    title: m.over_done(),
                    text: m.anew_done_text(jobs()),
                    link: Some(Route::jobs()),
                }),
                Err(why) => commands.tell_not_done(m.anew_failed(), &why, None),
            }
        });
    };
    view! {
        <Ask
            title=title
            lines=lines
            press=derive(t.say(Messages::over_press))
            on_close=on_close
            on_go=go
        />
    }
    .into_any()
}
