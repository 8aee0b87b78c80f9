//! The search and the filters of the list, and what they are set to.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::api::explain;
use crate::domain::job::JobType;
use crate::domain::place::Location;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::rooms::later::use_later;
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::SearchWanted;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::reactive::throttle::throttled;

use super::model::order;
use super::model::view::{CancelFilter, ViewFilter, with_filter};
use super::state::List;

/// How often the choice of groups follows what happens to jobs.
const GROUPS: Duration = Duration::from_secs(2);

/// The toolbar.
#[component]
pub fn Filters(list: List) -> impl IntoView {
    let (t, later) = (use_texts(), use_later());
    let open = RwSignal::new(false);
    let backend = list.backend;
    let stamp = throttled(GROUPS, move || {
        backend.revision().track();
        false
    });
    let groups = memo(move |_| {
        stamp.track();
        // Those of the newest are most, and are as wide; the others come with their jobs.
        backend.peek_loaded(order::groups)
    });
    let plain = |names: &'static [&'static str]| {
        Signal::stored(names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect::<Vec<_>>())
    };
    let kinds = derive(move || {
        let m = t.get();
        JobType::ALL.map(|kind| (kind.as_str().to_owned(), type_name(kind, &m))).to_vec()
    });
    let states = derive(move || {
        let m = t.get();
        JobState::ALL.map(|state| (state.as_str().to_owned(), explain::state(state, &m))).to_vec()
    });
    let cancels = derive(move || {
        let m = t.get();
        CancelFilter::ALL.map(|cancel| (cancel.as_str().to_owned(), cancel_name(cancel, &m))).to_vec()
    });
    let groups = derive(move || groups.get().into_iter().map(|group| (group.clone(), group)).collect());
    let class = live(move || if open.get() { "toolbar toolbar--open" } else { "toolbar" });
    // A change from one filter to another leaves the pills where they are, and with them the focus.
    let filtered = memo(move |_| list.is_filtered());
    view! {
        <div class=class role="search" aria-label=t.say(Messages::filters_label)>
            <SearchField list/>
            <button
                type="button"
                class="button small-only"
                aria-expanded=live(move || open.get().to_string())
                aria-controls="filters"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t.say(Messages::filters_button)}
            </button>
            <div class="toolbar__more" id="filters">
                {choice(list, t, ViewFilter::Kind, kinds)}
                {choice(list, t, ViewFilter::State, states)}
                {choice(list, t, ViewFilter::Cancel, cancels)}
                {choice(list, t, ViewFilter::Location, plain(&Location::NAMES))}
                {choice(list, t, ViewFilter::Group, groups)}
            </div>
        </div>
        {live(move || filtered.get().then(|| later.show(|parts| (parts.pills)(list))))}
    }
    .into_any()
}

/// The search field. `/` brings the focus here.
#[component]
fn SearchField(list: List) -> impl IntoView {
    let t = use_texts();
    let field = NodeRef::<html::Input>::new();
    let wanted = expect_context::<SearchWanted>();
    effect(move |_| {
        if let (true, Some(field)) = (wanted.0.get(), field.get()) {
            wanted.0.set(false);
            // An element that is in the page can take the focus.
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <label class="search toolbar__search">
            <Icon name="search"/>
            <span class="visually-hidden">{t.say(Messages::search_label)}</span>
            <input
                class="input"
                type="search"
                placeholder=t.say(Messages::search_label)
                aria-keyshortcuts="/"
                node_ref=field
                prop:value=live(move || list.view.with(|view| view.text.clone()))
                on:input:target=move |event| {
                    let text = event.target().value();
                    list.replace(|query| with_filter(query, ViewFilter::Text, &text));
                }
            />
            <kbd aria-hidden="true">"/"</kbd>
        </label>
    }
    .into_any()
}

/// A filter of which one value is chosen; each value goes with what it is called.
fn choice(list: List, t: Texts, filter: ViewFilter, values: Signal<Vec<(String, String)>>) -> AnyView {
    let chosen = memo(move |_| list.view.with(|view| view.value(filter).to_owned()));
    let option = move |(value, text): (String, String)| {
        let here = value.clone();
        let selected = live(move || chosen.with(|chosen| chosen.eq_ignore_ascii_case(&here)));
        view! { <option value=value prop:selected=selected>{text}</option> }.into_any()
    };
    // A link may name a group that there is not (any more).
    let unknown = live(move || {
        let chosen = chosen.get();
        let known = chosen.is_empty()
            || values.with(|all| all.iter().any(|(value, _)| value.eq_ignore_ascii_case(&chosen)));
        (!known).then(|| option((chosen.clone(), chosen)))
    });
    let choose = move |value: String| list.go(|query| with_filter(query, filter, &value));
    view! {
        <label class="field field--inline">
            <span class="field__label">{t.say(filter_label(filter))}</span>
            <select class="select select--auto" on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=live(move || chosen.with(String::is_empty))>{t.say(Messages::filter_all)}</option>
                {live(move || values.get().into_iter().map(option).collect::<Vec<_>>())}
                {unknown}
            </select>
        </label>
    }
    .into_any()
}

/// What a standing towards cancelling is called.
pub fn cancel_name(cancel: CancelFilter, messages: &Messages) -> String {
    match cancel {
        CancelFilter::Requested => messages.cancel_requested(),
        CancelFilter::Cancelled => messages.filter_cancel_cancelled(),
        CancelFilter::Neither => messages.filter_cancel_none(),
    }
}

/// What a type of jobs is called where one is chosen.
pub fn type_name(kind: JobType, m: &Messages) -> String {
    match kind {
        JobType::Import => m.kind_import(),
        JobType::Export => m.kind_export(),
    }
    .to_string()
}

/// What a filter is called.
pub fn filter_label(filter: ViewFilter) -> Phrase {
    match filter {
        ViewFilter::Text => Messages::filter_text,
        ViewFilter::Kind => Messages::column_kind,
        ViewFilter::State => Messages::column_state,
        ViewFilter::Cancel => Messages::filter_cancel,
        ViewFilter::Location => Messages::column_location,
        ViewFilter::Group => Messages::filter_group,
    }
}
