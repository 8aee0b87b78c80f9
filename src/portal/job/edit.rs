//! Changes of what few people change: the tags of a job and its log settings, each in a panel of its own.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value, json};

use crate::api::{calls, explain};
use crate::domain::job::{JobKind, LogLevel, Tags};
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::ui::commands::{CommandStory, Commands, use_commands};
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ActionButton, Dialog, Icon};

use super::model::words;
use super::refusals::reason;
use super::watch::Watch;

/// "Change tags": all tags anew, as the API takes them.
#[component]
pub fn TagsDialog(watch: Watch, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let t = watch.texts;
    let now = move || -> Vec<(String, String)> {
        let tags =
            |tags: &Tags| tags.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        watch.job.with(|job| tags(&job.order.tags))
    };
    let rows = RwSignal::new(untrack(now));
    // One row to type into.
    rows.update(|rows| rows.push(Default::default()));
    let said = move || -> Vec<(String, String)> {
        let row = |(name, value): &(String, String)| (name.trim().to_owned(), value.trim().to_owned());
        rows.with(|rows| {
            rows.iter().map(row).filter(|(name, value)| !(name.is_empty() && value.is_empty())).collect()
        })
    };
    let wrong = memo(move |_| {
        let said = said();
        let parsed = Tags::parse(said.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        parsed.err().map(|(name, why)| t.get().track_error_of(name, explain::invalid(&why, &t.get())))
    });
    let changed = memo(move |_| said() != now());
    let send = move |commands| {
        let tags: Map<String, Value> =
            untrack(said).into_iter().map(|(name, value)| (name, Value::String(value))).collect();
        save(watch, Action::EditTags, json!({ "tags": tags }), commands, on_close);
    };
    let count = memo(move |_| rows.with(Vec::len));
    let row = move |no: usize| {
        let part = move |part: fn(&mut (String, String)) -> &mut String, label: String| {
            let value = live(move || {
                rows.with(|rows| rows.get(no).cloned())
                    .map(|mut row| std::mem::take(part(&mut row)))
                    .unwrap_or_default()
            });
            let typed = move |event: leptos::ev::Event| {
                rows.update(|rows| {
                    if let Some(row) = rows.get_mut(no) {
                        *part(row) = event_target_value(&event);
                    }
                });
            };
            view! { <input class="input" type="text" autocomplete="off" aria-label=label prop:value=value on:input=typed/> }
            .into_any()
        };
        let m = t.get();
        let label = |what: String| format!("{}, {what}", m.create_tag_no((no + 1).to_string()));
        let remove = move |_| {
            rows.update(|rows| {
                if no < rows.len() {
                    rows.remove(no);
                }
            });
        };
        view! {
            <div class="tag-row">
                {part(|row| &mut row.0, label(m.create_tag_name()))}
                {part(|row| &mut row.1, label(m.create_tag_value()))}
                <button
                    type="button"
                    class="button button--subtle button--icon"
                    aria-label=m.create_tag_remove((no + 1).to_string())
                    on:click=remove
                >
                    <Icon name="trash"/>
                </button>
            </div>
        }
        .into_any()
    };
    let full = derive(move || (count.get() >= Tags::MAX).then(|| t.get().create_tags_hint()));
    view! {
        <Panel watch action=Action::EditTags on_close wrong changed send>
            <For each=live(move || 0..count.get()) key=|no| *no children=row/>
            <div>
                <ActionButton
                    label=t.say(Messages::create_tag_add)
                    icon="plus"
                    class="button--sm"
                    reason=full
                    on_press=move |()| rows.update(|rows| rows.push(Default::default()))
                />
            </div>
        </Panel>
    }
    .into_any()
}

/// "Change log settings".
#[component]
pub fn LogDialog(watch: Watch, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let t = watch.texts;
    let now = move || {
        watch.job.with(|job| (job.order.log_level == LogLevel::Verbose, job.order.backup_drive_manifest))
    };
    let (verbose, backup) = untrack(now);
    let (verbose, backup) = (RwSignal::new(verbose), RwSignal::new(backup));
    let import = watch.job.with_untracked(|job| matches!(job.order.kind, JobKind::Import(_)));
    let changed = memo(move |_| (verbose.get(), backup.get()) != now());
    let send = move |commands| {
        let level = if verbose.get_untracked() { LogLevel::Verbose } else { LogLevel::Error };
        let properties = json!({"logLevel": level.as_str(), "backupDriveManifest": backup.get_untracked()});
        save(watch, Action::EditLogging, json!({ "properties": properties }), commands, on_close);
    };
    let switch = move |on: RwSignal<bool>, label: String, hint: String| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=on on:change=move |event| on.set(event_target_checked(&event))/>
                <span>{label}<span class="hint">{hint}</span></span>
            </label>
        }
        .into_any()
    };
    let switches = live(move || {
        let m = t.get();
        view! {
            {switch(verbose, m.create_verbose(), m.create_verbose_hint())}
            {import.then(|| switch(backup, m.create_backup(), m.create_backup_hint()))}
        }
        .into_any()
    });
    view! {
        <Panel watch action=Action::EditLogging on_close wrong=memo(|_| None) changed send>
            {switches}
        </Panel>
    }
    .into_any()
}

/// What both have: a title, the reason why it cannot be saved, and the buttons.
#[component]
fn Panel(
    watch: Watch,
    action: Action,
    on_close: Callback<()>,
    wrong: Memo<Option<String>>,
    changed: Memo<bool>,
    send: impl Fn(Commands) + Clone + Send + Sync + 'static,
    children: Children,
) -> impl IntoView {
    let t = watch.texts;
    let commands = use_commands();
    let off = memo(move |_| {
        reason(watch, action)
            .or_else(|| wrong.get())
            .or_else(|| (!changed.get()).then(|| t.get().track_nothing_changed()))
    });
    let error = live(move || {
        wrong.get().map(|text| {
            view! { <p class="field__error"><Icon name="error"/><span>{text}</span></p> }.into_any()
        })
    });
    let foot = view! {
        <button type="button" class="button" on:click=move |_| on_close.run(())>{t.say(Messages::ship_not_yet)}</button>
        <ActionButton
            label=t.say(Messages::edit_save)
            class="button--primary"
            reason=off
            on_press=move |()| send(commands)
        />
    };
    view! {
        <Dialog title=derive(move || words::action(action, &t.get())) on_close=on_close foot=foot.into_any()>
            {children()}
            <div role="status">{error}</div>
        </Dialog>
    }
    .into_any()
}

fn save(watch: Watch, action: Action, body: Value, commands: Commands, on_close: Callback<()>) {
    let id = watch.job.with_untracked(|job| job.id.clone());
    let (m, name) = (watch.texts.peek(), id.name.as_str());
    let done = match action {
        Action::EditTags => m.edit_tags_done(name),
        Action::EditLogging
        | Action::Cancel
        | Action::Delete
        | Action::Replace
        | Action::Ship
        | Action::EditDrives
        | Action::EditDelivery
        | Action::EditReturn => m.edit_logging_done(name),
    };
    let story = CommandStory {
        done,
        text: String::new(),
        failed: m.track_not_saved(name),
        link: None,
        rule: watch.rule(action),
    };
    let request = calls::patch(&id, &body);
    spawn_local(async move {
        if commands.run(request, story).await.is_done() {
            // The page may have been left meanwhile.
            let _ = on_close.try_run(());
        }
    });
}
