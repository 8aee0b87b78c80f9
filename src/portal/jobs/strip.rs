//! The dashboard strip: jobs by state, drives in transit, data copied, what is deleted next.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::reactive::throttle::throttled;
use crate::portal::ui::state_look::{StateLook, job_state_look};
use crate::service::overview::Summary;

use super::model::view::{CancelFilter, ViewFilter, with_filter, without_filters};
use super::state::List;

/// How often the sums follow the passing of time.
const FOLLOWS: Duration = Duration::from_millis(500);

/// The strip; open at first where there is room.
#[component]
pub fn Strip(list: List) -> impl IntoView {
    let t = use_texts();
    let backend = list.backend;
    let stamp = throttled(FOLLOWS, move || {
        backend.revision().track();
        backend.clock().track();
        false
    });
    let sum = memo(move |_| {
        stamp.track();
        backend.loading();
        // What is not known yet is hidden, and takes the room that it is likely to need.
        backend.peek_loaded(Summary::of)
    });
    let roomy = window().match_media("(min-width: 48.01rem) and (min-height: 40rem)");
    let open = roomy.ok().flatten().is_some_and(|query| query.matches());
    let read = move || sum.with(|sum| sum.states.iter().sum::<usize>());
    let total = move || backend.loading().unwrap_or_else(read);
    let state = move |state: JobState| {
        let count = memo(move |_| sum.with(|sum| sum.in_state(state)) * total() / read().max(1));
        let here = memo(move |_| list.view.with(|view| view.state == Some(state)));
        let link = live(move || {
            list.link(|query| match here.get() {
                true => with_filter(query, ViewFilter::State, ""),
                false => with_filter(without_filters(query), ViewFilter::State, state.as_str()),
            })
        });
        let StateLook { icon, class } = job_state_look(state);
        view! {
            <li>
                <a class=format!("state-count {class}") href=link aria-current=live(move || here.get().then_some("true"))>
                    <Icon name=icon/>
                    <strong>{live(move || format::number(t.language(), count.get()))}</strong>
                    " "
                    <span>{live(move || explain::state(state, &t.get()))}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let bar = move |state: JobState| {
        let count = move || sum.with(|sum| sum.in_state(state));
        let class = job_state_look(state).class;
        view! { <span class=class hidden=live(move || count() == 0) style=("--n", move || count().to_string())></span> }
        .into_any()
    };
    let title = live(move || {
        let (m, shown) = (t.get(), format::number(t.language(), total()));
        match backend.loading() {
            Some(_) => m.strip_loading(shown).to_string(),
            None => m.strip_title(total(), shown).to_string(),
        }
    });
    view! {
        <details class="strip" open=open>
            <summary>{title}</summary>
            <div class="strip__body" aria-busy=live(move || backend.loading().map(|_| "true"))>
                <div class="strip__states">
                    <div class="state-bar" aria-hidden="true">{JobState::ALL.map(bar).collect_view()}</div>
                    <ul class="state-counts">{JobState::ALL.map(state).collect_view()}</ul>
                </div>
                <Facts list sum/>
            </div>
        </details>
    }
    .into_any()
}

/// Figures about all jobs.
#[component]
fn Facts(list: List, sum: Memo<Summary>) -> impl IntoView {
    let t = use_texts();
    let transit = live(move || format::number(t.language(), sum.with(|sum| sum.drives_in_transit)));
    let copied = live(move || format::bytes(t.language(), sum.with(|sum| sum.bytes_copied)));
    let pending = move || format::number(t.language(), sum.with(|sum| sum.cancels_pending));
    let cancels = derive(move || {
        let pending = list.view.with(|view| view.cancel == Some(CancelFilter::Requested));
        list.link(|query| match pending {
            true => with_filter(query, ViewFilter::Cancel, ""),
            false => {
                with_filter(without_filters(query), ViewFilter::Cancel, CancelFilter::Requested.as_str())
            }
        })
    });
    let deletion = memo(move |_| {
        let (at, no) = sum.with(|sum| sum.next_deletion)?;
        list.backend.peek_loaded(|all| Some((at, all.record(no)?.job.id.clone())))
    });
    let when = memo(move |_| match deletion.get() {
        Some((at, _)) => format::relative(t.language(), at, list.backend.clock().get()),
        None => "—".to_owned(),
    });
    let which = live(move || {
        deletion.get().map(|(_, id)| {
            view! { <span class="hint"><a href=Route::job(&id).to_string()>{id.name.to_string()}</a></span> }
                .into_any()
        })
    });
    view! {
        <dl class="facts-row">
            <div><dt>{t.say(Messages::strip_transit)}</dt><dd>{transit}</dd></div>
            <div><dt>{t.say(Messages::strip_copied)}</dt><dd>{copied}</dd></div>
            <div>
                <dt id="cancels">{t.say(Messages::strip_cancels)}</dt>
                <dd><a id="cancels-count" href=live(move || cancels.get()) aria-labelledby="cancels cancels-count">{live(pending)}</a></dd>
            </div>
            <div><dt>{t.say(Messages::strip_deletion)}</dt><dd>{live(move || when.get())}{which}</dd></div>
        </dl>
    }
    .into_any()
}
