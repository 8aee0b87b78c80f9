//! The activity log across all jobs.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::injection::{DriveFault, Injection};
use crate::phrases::{Language, Messages};
use crate::portal::backend::{Backend, use_backend};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{Query, Route};
use crate::portal::text::format;
use crate::portal::text::search::{has_words, words};
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::reactive::throttle::throttled;
use crate::portal::ui::{Icon, PageHead, hand_on_focus, rule_link};
use crate::service::log::{Actor, LogAction};

use super::model::{ActivityEntry, ActivityEvent, EntryKind, entries};
use super::wanted::{ActivityFilter, ActivityOutcome, actor_name};

/// How many lines are shown at first, and how many more at each request.
const STEP: usize = 100;
/// How often changes of state follow the passing of time.
const FOLLOWS: Duration = Duration::from_secs(1);

/// An entry with all that is written of it.
#[derive(Clone, PartialEq)]
struct Line {
    entry: ActivityEntry,
    action: String,
    who: String,
    when: String,
    result: String,
}

/// The page.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let navigation = use_navigation();
    let query = memo(move |before: Option<&Query>| {
        let Route::Activity(query) = navigation.route() else { return before.cloned().unwrap_or_default() };
        query
    });
    let set = move |name: &'static str, value: String| {
        navigation.replace(Route::Activity(query.get_untracked().with(name, &value)));
    };
    let wanted = memo(move |_| query.with(ActivityFilter::of));
    let most = RwSignal::new(STEP);
    let kind = memo(move |_| wanted.with(|wanted| wanted.kind));
    let stamp = throttled(FOLLOWS, move || {
        backend.revision().track();
        backend.calls().track();
        if kind.get() != EntryKind::Commands {
            backend.clock().track();
        }
        // Somebody waits for the outcome of a command.
        kind.get() == EntryKind::Commands
    });
    let lines = memo(move |_| {
        stamp.track();
        all_lines(backend, t, kind.get())
    });
    let total = memo(move |_| lines.with(Vec::len));
    let found = memo(move |_| {
        let wanted = wanted.get();
        let words = words(&wanted.text);
        let fits = |line: &&Line| {
            if !wanted.fits(&line.entry) {
                return false;
            }
            let all = [&line.entry.job, &line.action, &line.who, &line.when, &line.result];
            has_words(&all.map(String::as_str).join("\n"), &words)
        };
        lines.with(|lines| lines.iter().filter(fits).cloned().collect::<Vec<Line>>())
    });
    let more = memo(move |_| found.with(Vec::len).saturating_sub(most.get()).min(STEP));
    let count = live(move || {
        let (found, all) = (found.with(Vec::len), total.get());
        let language = t.language();
        t.get().activity_count(format::of_them(language, found), format::number(language, all)).to_string()
    });
    let clear = move |_| {
        hand_on_focus(".empty", ".toolbar input");
        navigation.replace(Route::activity());
    };
    let body = live(move || match (total.get() == 0, found.with(Vec::is_empty)) {
        (true, _) => nothing(t, Messages::activity_none_title, Messages::activity_none_text, None),
        (false, true) => {
            let button = view! {
                <button type="button" class="button" on:click=clear>{t.say(Messages::activity_clear)}</button>
            };
            let button = Some(button.into_any());
            nothing(t, Messages::activity_no_match_title, Messages::activity_no_match_text, button)
        }
        (false, false) => view! { <Table found most/> }.into_any(),
    });
    let whos = [("", Messages::filter_all as Phrase)]
        .into_iter()
        .chain(Actor::ALL.map(|actor| (actor_name(actor), who(actor))))
        .collect();
    let kinds = EntryKind::ALL.map(|kind| (kind.as_str(), kind_name(kind))).to_vec();
    let results = [("", Messages::filter_all as Phrase)]
        .into_iter()
        .chain(ActivityOutcome::ALL.map(|outcome| (outcome.as_str(), outcome_name(outcome))))
        .collect();
    view! {
        <PageHead title=t.say(Messages::nav_activity) icon="log"/>
        <p class="measure muted">{t.say(Messages::activity_intro)}</p>
        <div class="toolbar" role="search" aria-label=t.say(Messages::activity_filter)>
            <label class="search toolbar__search">
                <Icon name="search"/>
                <span class="visually-hidden">{t.say(Messages::activity_filter)}</span>
                <input
                    class="input"
                    type="search"
                    placeholder=t.say(Messages::activity_filter)
                    prop:value=live(move || wanted.with(|wanted| wanted.text.clone()))
                    on:input:target=move |event| set("q", event.target().value())
                />
            </label>
            {choice(t, Messages::activity_who, "who", query, whos, set)}
            {choice(t, Messages::activity_what, "what", query, kinds, set)}
            {choice(t, Messages::activity_result, "result", query, results, set)}
            <p class="hint" role="status">{count}</p>
        </div>
        {body}
        <p hidden=live(move || more.get() == 0)>
            <button type="button" class="button" on:click=move |_| most.update(|most| *most += STEP)>
                {live(move || t.get().activity_more(format::number(t.language(), more.get())).to_string())}
            </button>
        </p>
    }
    .into_any()
}

/// A filter of which one value is chosen; each value goes with what it is called.
fn choice(
    t: Texts,
    label: Phrase,
    name: &'static str,
    query: Memo<Query>,
    values: Vec<(&'static str, Phrase)>,
    set: impl Fn(&'static str, String) + 'static,
) -> AnyView {
    let option = move |(value, text): (&'static str, Phrase)| {
        let selected = live(move || query.with(|query| query.get(name).unwrap_or_default() == value));
        view! { <option value=value prop:selected=selected>{t.say(text)}</option> }.into_any()
    };
    view! {
        <label class="field field--inline">
            <span class="field__label">{t.say(label)}</span>
            <select class="select select--auto" on:change:target=move |event| set(name, event.target().value())>
                {values.into_iter().map(option).collect::<Vec<_>>()}
            </select>
        </label>
    }
    .into_any()
}

fn kind_name(kind: EntryKind) -> Phrase {
    match kind {
        EntryKind::Commands => Messages::activity_commands,
        EntryKind::States => Messages::activity_states,
        EntryKind::All => Messages::activity_both,
    }
}

fn outcome_name(outcome: ActivityOutcome) -> Phrase {
    match outcome {
        ActivityOutcome::Done => Messages::activity_done,
        ActivityOutcome::Refused => Messages::activity_refused,
    }
}

/// The lines found.
#[component]
fn Table(found: Memo<Vec<Line>>, most: RwSignal<usize>) -> impl IntoView {
    let t = use_texts();
    let shown = live(move || found.with(|found| found.iter().take(most.get()).cloned().collect::<Vec<_>>()));
    let head =
        move |label: Phrase| view! { <th role="columnheader" scope="col">{t.say(label)}</th> }.into_any();
    let row = move |line: Line| {
        let Line { entry, action, who, when, result } = line;
        let rule = entry.link.as_ref().zip(entry.rule).map(|(id, action)| rule_link(Route::rule(id, action)));
        let job = match entry.link {
            Some(id) => view! { <a href=Route::job(&id).to_string()>{entry.job}</a> }.into_any(),
            None if entry.job.is_empty() => "–".into_any(),
            None => entry.job.into_any(),
        };
        let tone = if entry.refused.is_some() { "tone--danger" } else { "tone--success" };
        let stamp = crate::api::wire::iso(entry.at);
        view! {
            <tr role="row">
                <td role="cell" data-label=t.say(Messages::activity_time)><time datetime=stamp>{when}</time></td>
                <td role="cell" data-label=t.say(Messages::activity_action)>{action}</td>
                <th role="rowheader" scope="row" data-label=t.say(Messages::activity_job)><span>{job}</span></th>
                <td role="cell" data-label=t.say(Messages::activity_who)>{who}</td>
                <td role="cell" data-label=t.say(Messages::activity_result)><span class=format!("chip {tone}")>{result}</span>{rule}</td>
            </tr>
        }
        .into_any()
    };
    let key = move |line: &Line| {
        // A line is written anew when its job is gone or the language is another.
        (line.entry.id, line.entry.link.is_some(), t.language().tag())
    };
    view! {
        <div class="table-region" role="region" aria-label=t.say(Messages::nav_activity) tabindex="0">
            <table class="data-table data-table--cards" role="table" aria-label=t.say(Messages::nav_activity)>
                <thead role="rowgroup">
                    <tr role="row">
                        {head(Messages::activity_time)}
                        {head(Messages::activity_action)}
                        {head(Messages::activity_job)}
                        {head(Messages::activity_who)}
                        {head(Messages::activity_result)}
                    </tr>
                </thead>
                <tbody role="rowgroup"><For each=shown key=key children=row/></tbody>
            </table>
        </div>
    }
    .into_any()
}

fn all_lines(backend: Backend, t: Texts, kind: EntryKind) -> Vec<Line> {
    let calls = backend.calls().get_untracked();
    let entries = backend.peek(|all| entries(all, &calls, kind));
    let (m, language) = (t.get(), t.language());
    let line = |entry: ActivityEntry| Line {
        action: match entry.what {
            ActivityEvent::Command(what) => action(what, &m, language),
            ActivityEvent::Entered(state) => m.activity_entered(explain::state(state, &m)),
        },
        who: who(entry.by)(&m).to_string(),
        when: format::date_time(language, entry.at),
        result: match &entry.refused {
            Some(why) => m.activity_refused_because(why.as_str()).to_string(),
            None => m.activity_done().to_string(),
        },
        entry,
    };
    entries.into_iter().map(line).collect()
}

fn nothing(t: Texts, title: Phrase, text: Phrase, button: Option<AnyView>) -> AnyView {
    view! {
        <div class="empty">
            <Icon name="log" class="icon--xl"/>
            <h2>{t.say(title)}</h2>
            <p>{t.say(text)}</p>
            {button}
        </div>
    }
    .into_any()
}

fn action(action: LogAction, m: &Messages, language: Language) -> String {
    match action {
        LogAction::Created => m.activity_created(),
        LogAction::Replaced => m.activity_replaced(),
        LogAction::Updated => m.activity_updated(),
        LogAction::MarkedShipped => m.activity_shipped(),
        LogAction::CancelRequested => m.activity_cancel(),
        LogAction::Deleted => m.activity_deleted(),
        LogAction::Injected(what) => injected(what, m),
        LogAction::RulesChosen(rules) => m.activity_rules(rules.as_str()),
        LogAction::Jumped(to) => m.activity_jumped(format::date_time(language, to)),
    }
    .to_string()
}

fn injected(what: Injection, m: &Messages) -> String {
    match what {
        Injection::Lost => m.activity_injected_lost(),
        Injection::Address => m.activity_injected_address(),
        Injection::Expire => m.activity_injected_expire(),
        Injection::Drive(place, fault) => {
            let drive = (u16::from(place) + 1).to_string();
            match fault {
                DriveFault::Corrupt => m.activity_injected_corrupt(drive),
                DriveFault::Unreadable => m.activity_injected_unreadable(drive),
                DriveFault::BitLocker => m.activity_injected_bitlocker(drive),
            }
        }
    }
}

fn who(actor: Actor) -> Phrase {
    match actor {
        Actor::Portal => Messages::activity_by_portal,
        Actor::Rest => Messages::activity_by_rest,
        Actor::Service => Messages::activity_by_service,
    }
}
