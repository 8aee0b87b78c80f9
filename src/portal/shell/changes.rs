//! What time has changed: told after each jump and each event of the service, with a list behind the line.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::api::explain;
use crate::phrases::Messages;
use crate::portal::backend::{Backend, use_backend};
use crate::portal::job::model::happening;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::changes::{Changes, use_changes};
use crate::portal::ui::clock::use_clock;
use crate::portal::ui::feedback::{Feedback, News, Tone, use_feedback};
use crate::portal::ui::opens;
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::reactive::throttle::throttled;
use crate::service::happened::{Changed, Fate, Glance};
use crate::service::simulation::Course;

/// How often what a running clock changes is told.
const EVERY: Duration = Duration::from_secs(4);
/// The most changes that are told one by one, in the history of notifications and in the list.
const MOST_NOTICES: usize = 5;
const MOST_LISTED: usize = 100;
/// The id of the list.
const PANEL: &str = "changes";

/// Looks after each jump and each event what has changed, and tells it.
pub fn follow_changes() {
    let (backend, clock) = (use_backend(), use_clock());
    let (changes, feedback, t) = (use_changes(), use_feedback(), use_texts());
    let glance = StoredValue::new(backend.peek(Glance::of));
    let looking = backend.looking();
    let was_jumping = StoredValue::new(false);
    let landed = StoredValue::new(false);
    let looks = throttled(EVERY, move || {
        backend.revision().track();
        let jumping = clock.is_jumping();
        // Somebody waits for what a jump has done.
        let lands = was_jumping.get_value() && !jumping;
        was_jumping.set_value(jumping);
        if lands {
            landed.set_value(true);
        }
        lands
    });
    effect(move |_| {
        looks.track();
        // Whoever looks at the past has changed nothing.
        if looking.get() {
            return;
        }
        // What a jump does is told as a whole, when it is over.
        if was_jumping.get_value() {
            return;
        }
        let (now, changed) = backend.peek(|all| {
            let changed = glance.with_value(|glance| glance.changes(all));
            glance.set_value(Glance::of(all));
            (all.now(), changed)
        });
        let jumped = landed.get_value();
        landed.set_value(false);
        if !changed.is_empty() {
            note(&changed, feedback, backend, t);
        }
        if jumped || !changed.is_empty() {
            changes.tell(now, changed);
        }
    });
}

/// Puts what has changed into the history of notifications.
fn note(changed: &[Changed], feedback: Feedback, backend: Backend, t: Texts) {
    let m = t.peek();
    if changed.len() > MOST_NOTICES {
        let count = changed.len();
        let title = m.time_changed(count, format::number(t.language_now(), count)).to_string();
        let names: Vec<String> = changed.iter().map(|one| one.name.to_string()).collect();
        let more = m.bulk_more((count - MOST_NOTICES).to_string()).to_string();
        let text = format!("{}, {more}", names[..MOST_NOTICES].join(", "));
        return feedback.note(News { tone: Tone::Info, title, text, link: None });
    }
    for one in changed {
        let link = match &one.fate {
            Fate::Here { id, .. } => Some(Route::job(id)),
            Fate::Deleted => None,
        };
        let text = what_became(one, backend, &m);
        feedback.note(News { tone: Tone::Info, title: one.name.to_string(), text, link });
    }
}

/// What became of a job, in a few words.
fn what_became(one: &Changed, backend: Backend, m: &Messages) -> String {
    match &one.fate {
        Fate::Deleted => m.time_deleted().to_string(),
        Fate::Here { from, to, .. } if from != to => {
            format!("{} → {}", explain::state(*from, m), explain::state(*to, m))
        }
        Fate::Here { no, last, .. } => backend.peek(|all| {
            let Some(record) = all.record(*no) else { return m.time_deleted().to_string() };
            let course = Course::of(&record.job, all.head().seed);
            happening::in_words(&record.job, &course, last.what, false, m)
        }),
    }
}

/// The line: how many jobs have changed, which opens the list of them.
#[component]
pub fn ChangedLine() -> impl IntoView {
    let t = use_texts();
    let last = use_changes().last();
    let button = NodeRef::<html::Button>::new();
    let line = live(move || {
        let report = last.get()?;
        let count = report.jobs.len();
        let text = move || t.get().time_changed(count, format::number(t.language(), count)).to_string();
        Some(match count {
            0 => view! { <span>{live(text)}</span> }.into_any(),
            _ => view! {
                <button
                    type="button"
                    class="link-button"
                    popovertarget=PANEL
                    node_ref=button
                    on:click=opens(PANEL, button)
                >
                    {live(text)}
                </button>
            }
            .into_any(),
        })
    });
    view! { <p class="clock__changed" role="status">{line}</p> }.into_any()
}

/// The list: which jobs have changed, and what became of each.
#[component]
pub fn ChangesPanel() -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let changes: Changes = use_changes();
    let panel = NodeRef::<html::Div>::new();
    let close = move |_| drop(panel.get_untracked().map(|panel| panel.hide_popover()));
    let item = move |one: Changed| {
        let words = what_became(&one, backend, &t.get());
        let name = one.name.to_string();
        let (name, when) = match &one.fate {
            Fate::Here { id, last, .. } => {
                let at = last.at;
                let when = format::date_time(t.language(), at);
                let when = view! { <time datetime=format::iso(at)>{when}</time> };
                let link = view! { <a href=Route::job(id).to_string() on:click=close>{name}</a> };
                (link.into_any(), Some(when))
            }
            Fate::Deleted => (view! { <strong>{name}</strong> }.into_any(), None),
        };
        view! { <li class="change"><p>{name}</p><p class="hint">{words} " " {when}</p></li> }.into_any()
    };
    let list = live(move || {
        let report = changes.last().get()?;
        let left_out = report.jobs.len().saturating_sub(MOST_LISTED);
        let until = t.get().time_until(format::date_time(t.language(), report.at)).to_string();
        let more = (left_out > 0).then(|| {
            view! { <li class="hint">{t.get().bulk_more(left_out.to_string()).to_string()}</li> }.into_any()
        });
        let items = report.jobs.into_iter().take(MOST_LISTED).map(item).collect::<Vec<_>>();
        Some(
            view! {
            <p class="hint change">{until}</p>
            <ul class="divided" role="list">{items} {more}</ul>
            }
            .into_any(),
        )
    });
    view! {
        <div
            class="popover popover--panel popover--above"
            id=PANEL
            popover="auto"
            role="region"
            aria-labelledby="changes-title"
            node_ref=panel
        >
            <div class="popover__head">
                <h2 id="changes-title">{t.say(Messages::time_changes)}</h2>
                <button
                    type="button"
                    class="button button--subtle button--icon button--sm"
                    aria-label=t.say(Messages::close)
                    popovertarget=PANEL
                >
                    <Icon name="close"/>
                </button>
            </div>
            {list}
        </div>
    }
    .into_any()
}
