//! The command bar of a job's page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::calls;
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::ui::commands::{CommandOutcome, refusal, use_commands};
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{ActionButton, ConfirmCancel, ConfirmDelete};

use super::refusals::{reason, tell_refused};
use super::watch::Watch;

/// Cancel, Delete, Mark as shipped, Refresh.
#[component]
pub fn JobCommands(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let asked = watch.asked;
    let close = move |()| asked.set(None);
    let why = move |action: Action| memo(move |_| reason(watch, action));
    let cancel_label = memo(move |_| match watch.is_cancel_pending() {
        true => t.get().cancel_requested(),
        false => t.get().action_cancel(),
    });
    let question = live(move || {
        let id = watch.job.with_untracked(|job| job.id.clone());
        let question = match asked.get()? {
            Action::Cancel => view! { <ConfirmCancel id on_close=close/> }.into_any(),
            Action::Delete => view! { <ConfirmDelete id on_close=close/> }.into_any(),
            Action::Ship | Action::EditTags | Action::EditLogging => enter(Room::JobDialog),
            // These have a tab, or the console.
            Action::Replace | Action::EditDrives | Action::EditDelivery | Action::EditReturn => return None,
        };
        Some(question)
    });
    view! {
        <div class="command-bar" role="group" aria-label=t.say(Messages::job_commands)>
            <ActionButton
                label=cancel_label
                icon="cancel"
                class="button--subtle"
                reason=why(Action::Cancel)
                on_refused=tell_refused(watch, Action::Cancel)
                on_press=move |()| asked.set(Some(Action::Cancel))
            />
            <ActionButton
                label=t.say(Messages::action_delete)
                icon="trash"
                class="button--subtle"
                reason=why(Action::Delete)
                on_refused=tell_refused(watch, Action::Delete)
                on_press=move |()| asked.set(Some(Action::Delete))
            />
            <ActionButton
                label=t.say(Messages::action_ship)
                icon="s-shipping"
                class="button--subtle"
                reason=why(Action::Ship)
                on_refused=tell_refused(watch, Action::Ship)
                on_press=move |()| asked.set(Some(Action::Ship))
            />
            <Refresh watch/>
        </div>
        {question}
    }
    .into_any()
}

/// Reads the job anew through the API, as the real portal does; the page itself is never behind.
#[component]
fn Refresh(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let commands = use_commands();
    let press = move |()| {
        let id = watch.job.with_untracked(|job| job.id.clone());
        spawn_local(async move {
            let outcome = commands.send(calls::get(&id)).await;
            let messages = t.peek();
            match outcome {
                CommandOutcome::Done(_) => {
                    commands.feedback.tell(messages.job_refreshed(id.name.as_str()).to_string());
                    // The page may have been left meanwhile.
                    watch.refreshed.try_update(|times| *times += 1);
                }
                CommandOutcome::Refused(response) => commands.feedback.alert(refusal(&response, &messages)),
                CommandOutcome::NotDone(why) => {
                    commands.tell_not_done(messages.job_refresh().to_string(), &why, None);
                }
            }
        });
    };
    view! {
        <ActionButton label=t.say(Messages::job_refresh) icon="refresh" class="button--subtle" on_press=press/>
    }
}
