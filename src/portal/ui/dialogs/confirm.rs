//! Confirmations: what will happen to a job, before it is cancelled or deleted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{calls, explain};
use crate::domain::name::JobId;
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::call_history;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::{CommandStory, use_commands};
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ActionButton, rule_link};
use crate::service::cancel::CancelEffect;
use crate::service::log::LogAction;

use super::consequences::{Consequence, Consequences};
use super::dialog::Dialog;
use super::effect::{cancel_effect, cancel_story};

/// "Cancel NAME?"
#[component]
pub fn ConfirmCancel(
    /// The job.
    id: JobId,
    /// Called when the question is answered, either way.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called when the request has been carried out.
    #[prop(into, optional)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let commands = use_commands();
    let (backend, t) = (commands.backend, commands.texts);
    let key = id.key();
    let effect = memo(move |_| {
        let now = backend.clock().get();
        backend.read(|all| {
            let record = all.find(&key)?;
            let asked = record.job.history.cancel_requested;
            Some((CancelEffect::of_asking(&record.job, all.head().seed, now), asked, now))
        })
    });
    let lines = memo(move |_| {
        let (effect, asked, now) = effect.get()?;
        let mut lines = cancel_effect(effect, now, t.language());
        if let Some(asked) = asked {
            let when = format::date_time(t.language(), asked);
            lines.insert(0, Consequence::new("info", t.get().cancel_asked_before(when)).toned(Tone::Info));
        }
        Some(lines)
    });
    let follows = derive(move || {
        effect.get().map_or_else(String::new, |(effect, ..)| cancel_story(effect, t.language()))
    });
    confirm(Question { id, action: Action::Cancel, lines, follows, on_close, on_done })
}

/// "Delete NAME?"
#[component]
pub fn ConfirmDelete(
    /// The job.
    id: JobId,
    /// Called when the question is answered, either way.
    #[prop(into)]
    on_close: Callback<()>,
    /// Called when the job has been deleted.
    #[prop(into, optional)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let commands = use_commands();
    let (backend, t) = (commands.backend, commands.texts);
    let key = id.key();
    let lines = memo(move |_| {
        let pending = backend.read(|all| {
            let record = all.find(&key)?;
            Some(record.job.history.cancel_requested.is_some() && !record.state.is_final())
        })?;
        let m: Messages = t.get();
        let mut lines = vec![
            Consequence::new("trash", m.delete_everywhere()),
            Consequence::new("no", m.delete_no_undo()).toned(Tone::Danger),
            Consequence::new("log", m.delete_log_line()),
        ];
        if pending {
            lines.push(Consequence::new("info", m.delete_drops_cancel()));
        }
        Some(lines)
    });
    let follows = Signal::stored(String::new());
    confirm(Question { id, action: Action::Delete, lines, follows, on_close, on_done })
}

struct Question {
    id: JobId,
    action: Action,
    /// What will happen; nothing where the job is gone.
    lines: Memo<Option<Vec<Consequence>>>,
    /// What follows from it once it is done, in a sentence; may be empty.
    follows: Signal<String>,
    on_close: Callback<()>,
    on_done: Option<Callback<()>>,
}

fn confirm(question: Question) -> AnyView {
    let Question { id, action, lines, follows, on_close, on_done } = question;
    let commands = use_commands();
    let (backend, t) = (commands.backend, commands.texts);
    let (key, name, ruled) = (id.key(), id.name.to_string(), id.clone());
    let gone = name.clone();
    let deletes = action == Action::Delete;
    let asks = if deletes { LogAction::Deleted } else { LogAction::CancelRequested };
    // The clock goes on while the question is open: what was allowed may be refused by now.
    let reason = memo(move |_| {
        let _ = backend.clock().get();
        let m: Messages = t.get();
        // Whoever asks twice while the answer is on its way is not asked to wait for two.
        if backend.calls().with(|calls| call_history::is_asked(calls, &key, asks)) {
            return Some(m.pending_twice());
        }
        backend.read(|all| match all.find(&key) {
            Some(record) => {
                let refusal = record.job.may(action, record.state, all.head().rules).err()?;
                Some(explain::sentence(&refusal, &m))
            }
            None => Some(m.error_no_such_job(gone.as_str()).to_string()),
        })
    });
    let title = live(move || {
        let m = t.get();
        if deletes { m.delete_title(name.as_str()) } else { m.cancel_title(name.as_str()) }.to_string()
    });
    let (press, class): (Phrase, _) = match deletes {
        true => (Messages::delete_job, "button--danger"),
        false => (Messages::cancel_job, "button--primary"),
    };
    let go = move |()| {
        let (m, name) = (t.peek(), id.name.as_str());
        let (request, done, failed) = match deletes {
            true => (calls::delete(&id), m.delete_done(name), m.delete_failed(name)),
            false => (calls::cancel(&id), m.cancel_done(name), m.cancel_failed(name)),
        };
        let story = CommandStory {
            done: done.to_string(),
            text: follows.get_untracked(),
            failed: failed.to_string(),
            link: Some(Route::job(&id)),
            rule: Route::rule(&id, action),
        };
        on_close.run(());
        spawn_local(async move {
            if let (true, Some(on_done)) = (commands.run(request, story).await.is_done(), on_done) {
                // The page that asked may have been left meanwhile.
                on_done.try_run(());
            }
        });
    };
    let shown = derive(move || match reason.get() {
        Some(why) => vec![Consequence::new("error", why).toned(Tone::Danger)],
        None => lines.get().unwrap_or_default(),
    });
    let rule = Route::rule(&ruled, action);
    let link = live(move || {
        // The question goes with the page that it was asked on.
        reason
            .with(Option::is_some)
            .then(|| view! { <p on:click=move |_| on_close.run(())>{rule_link(rule.clone())}</p> }.into_any())
    });
    let foot = view! {
        <button type="button" class="button" autofocus on:click=move |_| on_close.run(())>{t.say(Messages::keep_job)}</button>
        <ActionButton label=t.say(press) class=class reason=reason on_press=go/>
    };
    view! {
        <Dialog title=title on_close=on_close foot=foot.into_any()>
            <Consequences lines=shown/>
            {link}
        </Dialog>
    }
    .into_any()
}
