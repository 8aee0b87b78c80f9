//! Create: the request is sent, and the portal goes to the new job, or back to what is wrong.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::calls;
use crate::domain::name::JobId;
use crate::portal::route::Route;
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::ui::commands::{CommandOutcome, Commands, use_commands};
use crate::portal::ui::feedback::{News, Tone};

use super::draft::{answer_problems, body, job_id};
use super::wizard::{SUMMARY, Wizard, focus, use_wizard};

/// What the button Create does.
pub fn use_submit() -> Callback<()> {
    let wizard = use_wizard();
    let commands = use_commands();
    let navigation = use_navigation();
    Callback::new(move |()| {
        if wizard.busy.get_untracked() {
            return;
        }
        wizard.show_all();
        let id = wizard.form.with_untracked(job_id);
        match id {
            Ok(id) if untrack(|| wizard.faults().is_empty()) => {
                spawn_local(create(id, wizard, commands, navigation));
            }
            Ok(_) | Err(_) => focus(SUMMARY.to_owned()),
        }
    })
}

async fn create(id: JobId, wizard: Wizard, commands: Commands, navigation: Navigation) {
    wizard.busy.set(true);
    let outcome = commands.send(calls::put(&id, &wizard.form.with_untracked(body))).await;
    // Whoever has gone elsewhere meanwhile is told all the same, and stays there.
    let stayed = !wizard.busy.is_disposed();
    if !outcome.is_done() {
        let _ = wizard.busy.try_set(false);
    }
    let messages = commands.texts.peek();
    let name = id.name.as_str();
    match outcome {
        CommandOutcome::Done(_) => {
            wizard.forget();
            let link = Some(Route::job(&id));
            commands.feedback.notify(News {
                tone: Tone::Success,
                title: messages.create_done(name).to_string(),
                text: messages.create_done_text().to_string(),
                link,
            });
            if stayed {
                navigation.go(&Route::job(&id));
            }
        }
        CommandOutcome::Refused(response) => {
            let (problems, other) = answer_problems(&response);
            let title = messages.create_failed(name).to_string();
            if let Some(text) = other {
                commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
            } else {
                commands.feedback.alert(title);
            }
            if stayed && !problems.is_empty() {
                wizard.say(problems);
                focus(SUMMARY.to_owned());
            }
        }
        CommandOutcome::NotDone(why) => {
            commands.tell_not_done(messages.create_failed(name).to_string(), &why, None);
        }
    }
}
