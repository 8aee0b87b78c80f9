//! The question before many jobs are cancelled or deleted: which of them, which not, and why not.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{calls, explain};
use crate::domain::job::JobNo;
use crate::domain::name::JobId;
use crate::domain::state::{Action, JobState, Refusal};
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::search::fold;
use crate::portal::text::texts::{Phrase, Texts};
use crate::portal::ui::commands::{CommandOutcome, Commands, by_rule, not_done, refusal, use_commands};
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{ActionButton, Dialog, StateBadge, rule_link};

use super::model::chosen::JobSet;
use super::model::order::Split;
use super::state::List;

/// The most names that are listed; the rest is counted.
const MOST: usize = 100;

/// A job of the question: its state, and why it is left alone.
#[derive(Clone, PartialEq)]
struct Item {
    no: JobNo,
    name: String,
    state: JobState,
    why: Option<(String, Option<Route>)>,
}

/// Why a chosen job is left alone.
enum Why<'a> {
    /// The rules refuse it.
    Refused(&'a Refusal),
    /// Its cancel is pending.
    Pending,
}

/// "Cancel 2 of 4 selected jobs?"
#[component]
pub fn BulkDialog(list: List, action: Action, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let commands = use_commands();
    let (backend, t) = (commands.backend, commands.texts);
    let deletes = action == Action::Delete;
    // How many are done, while it is being done.
    let running = RwSignal::new(None::<usize>);
    let typed = RwSignal::new(String::new());
    let parts = memo(move |before: Option<&(Vec<Item>, Vec<Item>)>| {
        if running.get().is_some() {
            return before.cloned().unwrap_or_default();
        }
        // The clock goes on while the question is open.
        backend.clock().track();
        let (chosen, m) = (list.chosen.get(), t.get());
        let split = list.shown.with(|shown| backend.read(|all| Split::of(action, &chosen, shown, all)));
        backend.peek(|all| {
            let item = |no: JobNo, why: Option<Why<'_>>| {
                let record = all.record(no)?;
                let id = &record.job.id;
                let rule = match &why {
                    Some(Why::Refused(_)) => Some(Route::rule(id, action)),
                    Some(Why::Pending) | None => None,
                };
                let why = why.map(|why| match why {
                    Why::Refused(refusal) => explain::sentence(refusal, &m),
                    Why::Pending => m.list_pending_why(),
                });
                let name = id.name.to_string();
                Some(Item { no, name, state: record.state, why: why.map(|why| (why, rule)) })
            };
            let pending = split.pending.iter().map(|no| (no, Why::Pending));
            let stay = pending.chain(split.refused.iter().map(|(no, why)| (no, Why::Refused(why))));
            (
                split.allowed.iter().filter_map(|no| item(*no, None)).collect(),
                stay.filter_map(|(no, why)| item(*no, Some(why))).collect(),
            )
        })
    });
    let count = memo(move |_| parts.with(|(may, may_not)| (may.len(), may.len() + may_not.len())));
    let title = move || {
        let (m, (may, all)) = (t.get(), count.get());
        let (may, all) = (format::of_them(t.language(), may), format::number(t.language(), all));
        if deletes { m.bulk_delete_title(may, all) } else { m.bulk_cancel_title(may, all) }.to_string()
    };
    let label = move || {
        let (m, (may, _)) = (t.get(), count.get());
        let shown = format::number(t.language(), may);
        if deletes { m.bulk_delete(may, shown) } else { m.bulk_cancel(may, shown) }.to_string()
    };
    let word = move || t.get().bulk_word().to_string();
    let several = move || deletes && count.get().0 > 1;
    let reason = move || {
        let m: Messages = t.get();
        if running.get().is_some() {
            return Some(m.bulk_running().to_string());
        }
        if count.get().0 == 0 {
            return Some(m.bulk_nothing().to_string());
        }
        let missing = several() && typed.with(|typed| fold(typed.trim()) != fold(&word()));
        missing.then(|| m.bulk_type_first(word()).to_string())
    };
    let open = StoredValue::new(());
    let go = move |()| {
        let numbers: Vec<JobNo> = parts.with_untracked(|(may, _)| may.iter().map(|item| item.no).collect());
        running.set(Some(0));
        spawn_local(async move {
            let still_open = move || open.try_get_value().is_some();
            let tried = carry_out(commands, action, numbers, running, still_open).await;
            // What nobody has tried stays chosen: somebody stopped halfway.
            list.chosen.try_update(|chosen| match tried {
                Tried::All => *chosen = JobSet::default(),
                Tried::Some(tried) => chosen.retain(|no| !tried.contains(no)),
            });
            on_close.try_run(());
        });
    };
    let foot = view! {
        <button type="button" class="button" autofocus on:click=move |_| on_close.run(())>
            {live(move || if running.get().is_some() { t.get().bulk_stop() } else { t.get().keep_jobs() }.to_string())}
        </button>
        <ActionButton
            label=label
            reason=reason
            class=if deletes { "button--danger" } else { "button--primary" }
            on_press=go
        />
    };
    let will = if deletes { Messages::bulk_will_delete } else { Messages::bulk_will_cancel };
    let confirm = live(move || {
        several().then(|| {
            view! {
                <label class="field">
                    <span class="field__label">{live(move || t.get().bulk_type(word()).to_string())}</span>
                    <input
                        class="input"
                        type="text"
                        autocomplete="off"
                        bind:value=typed
                        on:keydown=move |event| {
                            if event.key() == "Enter" && reason().is_none() {
                                event.prevent_default();
                                go(());
                            }
                        }
                    />
                </label>
            }
            .into_any()
        })
    });
    view! {
        <Dialog title=title on_close=on_close foot=foot.into_any()>
            {live(move || names(t, will, parts.with(|(may, _)| may.clone())))}
            {live(move || names(t, Messages::bulk_will_stay, parts.with(|(_, may_not)| may_not.clone())))}
            <p class="muted">
                {live(move || if deletes { t.get().delete_no_undo() } else { t.get().cancel_best_effort() }.to_string())}
            </p>
            {confirm}
            {live(move || running.get().map(|done| view! {
                <progress class="progress" max=count.get().0.to_string() value=done.to_string() aria-label=t.say(Messages::bulk_running)></progress>
            }.into_any()))}
        </Dialog>
    }
    .into_any()
}

/// One request after the other, until all are sent or the dialog has been closed.
async fn carry_out(
    commands: Commands,
    action: Action,
    jobs: Vec<JobNo>,
    running: RwSignal<Option<usize>>,
    still_open: impl Fn() -> bool,
) -> Tried {
    let mut tried = Vec::new();
    let (mut done, mut failed, mut why) = (0_usize, 0_usize, None);
    let all = jobs.len();
    for (at, no) in jobs.into_iter().enumerate() {
        tried.push(no);
        let id: Option<JobId> = commands.backend.peek(|all| Some(all.record(no)?.job.id.clone()));
        let Some(id) = id else { continue };
        let request = if action == Action::Delete { calls::delete(&id) } else { calls::cancel(&id) };
        match commands.send(request).await {
            CommandOutcome::Done(_) => done += 1,
            CommandOutcome::Refused(response) => {
                failed += 1;
                let rule = by_rule(&response).then(|| Route::rule(&id, action));
                why = Some((refusal(&response, &commands.texts.peek()), rule));
            }
            CommandOutcome::NotDone(reason) => {
                failed += 1;
                why = Some((not_done(&reason, &commands.texts.peek()), None));
            }
        }
        if !still_open() {
            break;
        }
        running.try_set(Some(at + 1));
    }
    let m = commands.texts.peek();
    let deletes = action == Action::Delete;
    let [shown, lost] = [done, failed].map(|count| format::number(commands.texts.language_now(), count));
    let title = if deletes { m.bulk_deleted(done, shown) } else { m.bulk_canceled(done, shown) }.to_string();
    let news = match why {
        None => News { tone: Tone::Success, title, text: String::new(), link: None },
        Some((why, link)) => {
            News { tone: Tone::Danger, title, text: m.bulk_failed(failed, lost, why).to_string(), link }
        }
    };
    commands.feedback.notify(news);
    if tried.len() == all { Tried::All } else { Tried::Some(tried) }
}

/// Which of the chosen jobs a request was sent for.
enum Tried {
    All,
    Some(Vec<JobNo>),
}

fn names(t: Texts, heading: Phrase, items: Vec<Item>) -> Option<AnyView> {
    let m = t.get();
    let rest = items.len().saturating_sub(MOST);
    let list: Vec<_> = items
        .iter()
        .take(MOST)
        .map(|Item { name, state, why, .. }| {
            let why = why
                .clone()
                .map(|(why, rule)| view! { <span class="hint">{why}{rule.map(rule_link)}</span> }.into_any());
            view! { <li><span>{name.clone()}</span><StateBadge state=*state/>{why}</li> }.into_any()
        })
        .collect();
    let more = (rest > 0).then(
        || view! { <li class="muted">{m.bulk_more(format::number(t.language(), rest)).to_string()}</li> },
    );
    (!items.is_empty()).then(|| {
        let heading = heading(&m).to_string();
            let name = heading.clone();
            // It may scroll, which needs the focus where there is no pointer.
            view! { <h3>{heading}</h3><ul class="name-list divided" tabindex="0" aria-label=name>{list}{more}</ul> }
                .into_any()
    })
}
