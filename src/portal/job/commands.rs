//! The command bar of a job's page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{calls, explain};
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::ui::commands::{Outcome, refusal, use_commands};
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{ActionButton, ConfirmCancel, ConfirmDelete};

use super::edit::{LogDialog, TagsDialog};
use super::ship::ShipDialog;
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
            Action::Ship => view! { <ShipDialog watch on_close=close/> }.into_any(),
            Action::EditTags => view! { <TagsDialog watch on_close=close/> }.into_any(),
            Action::EditLogging => view! { <LogDialog watch on_close=close/> }.into_any(),
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

/// Why the page does not offer `action` now, in a sentence: the rule that refuses it, or that it has been done and
/// doing it again, as the API lets one, would change nothing.
pub fn reason(watch: Watch, action: Action) -> Option<String> {
    let m = watch.texts.get();
    if let Some(refusal) = watch.refusal(action) {
        return Some(explain::sentence(&refusal, &m));
    }
    let when = |at| format::date_time(watch.texts.language(), at);
    match action {
        Action::Cancel => watch
            .job
            .with(|job| job.history.cancel_requested)
            .filter(|_| watch.is_cancel_pending())
            .map(|at| m.job_cancel_pending(when(at))),
        Action::Ship => watch.job.with(|job| job.history.shipped).map(|at| m.job_shipped_already(when(at))),
        Action::Delete
        | Action::Replace
        | Action::EditDrives
        | Action::EditDelivery
        | Action::EditLogging
        | Action::EditReturn
        | Action::EditTags => None,
    }
}

/// What a press on a refused button does: it tells why, and leads to the rule where one refuses.
pub fn tell_refused(watch: Watch, action: Action) -> Callback<String> {
    let feedback = use_feedback();
    Callback::new(move |why: String| {
        if untrack(|| watch.refusal(action)).is_none() {
            return feedback.announce(why);
        }
        let (m, id) = (watch.texts.peek(), watch.job.with_untracked(|job| job.id.clone()));
        let title = match action {
            Action::Cancel => m.cancel_failed(id.name.as_str()),
            Action::Delete => m.delete_failed(id.name.as_str()),
            Action::Replace
            | Action::Ship
            | Action::EditDrives
            | Action::EditDelivery
            | Action::EditLogging
            | Action::EditReturn
            | Action::EditTags => m.track_not_saved(id.name.as_str()),
        };
        feedback.refuse(title, why, Route::rule(&id, action));
    })
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
                Outcome::Done(_) => {
                    commands.feedback.tell(messages.job_refreshed(id.name.as_str()).to_string());
                    // The page may have been left meanwhile.
                    watch.refreshed.try_update(|times| *times += 1);
                }
                Outcome::Refused(response) => commands.feedback.alert(refusal(&response, &messages)),
                Outcome::NotDone(why) => {
                    commands.tell_not_done(messages.job_refresh().to_string(), &why, None);
                }
            }
        });
    };
    view! {
        <ActionButton label=t.say(Messages::job_refresh) icon="refresh" class="button--subtle" on_press=press/>
    }
}
