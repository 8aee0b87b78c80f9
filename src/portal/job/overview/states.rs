//! The table of states: the state diagram in words.

use leptos::prelude::*;

use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::job::model::diagram::{DiagramMark, DiagramNode};
use crate::portal::job::model::ways::{DiagramPlace, WAYS};
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::StateBadge;
use crate::portal::ui::reactive::erased::{live, memo};

/// The card.
#[component]
pub fn StatesTable(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let rules = live(move || t.get().job_may_rule_set(watch.rules.get().as_str()).to_string());
    view! {
        <section class="card" aria-labelledby="states-title">
            <div class="head">
                <h2 id="states-title">{t.say(Messages::job_states)}</h2>
                <span class="hint">{rules}</span>
            </div>
            <table class="data-table data-table--cards" role="table" id="states" aria-labelledby="states-title">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{t.say(Messages::job_states_state)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::job_states_where)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::job_states_allows)}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{JobState::ALL.map(|state| view! { <StateRow watch state/> }.into_any())}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// A state: where the job stands towards it, where it leads, what it allows.
#[component]
fn StateRow(watch: Watch, state: JobState) -> impl IntoView {
    let t = watch.texts;
    let node = memo(move |_| {
        watch.diagram.with(|diagram| diagram.nodes.iter().find(|node| node.state == state).cloned())
    });
    let place =
        move || node.with(|node| node.as_ref().map(|node| sentences(node, watch)).unwrap_or_default());
    let target = memo(move |_| {
        let action = watch.shown_rule.get()?;
        node.with(|node| node.as_ref().map(|node| node.allows.contains(&action)))
    });
    let allows = live(move || {
        let m = t.get();
        let actions: Vec<String> = node.with(|node| {
            let actions = node.iter().flat_map(|node| node.allows.iter());
            actions.map(|action| words::action(*action, &m)).collect()
        });
        format::list(t.language(), &actions)
    });
    let label = move |label: Phrase| t.say(label);
    view! {
        <tr role="row" class=live(move || if target.get() == Some(true) { "row--selected" } else { "" })>
            <th role="rowheader" scope="row" data-label=label(Messages::job_states_state)>
                <StateBadge state=Signal::stored(state)/>
            </th>
            <td role="cell" data-label=label(Messages::job_states_where)>{place}</td>
            <td role="cell" data-label=label(Messages::job_states_allows)>{allows}</td>
        </tr>
    }
    .into_any()
}

/// Where the job stands towards a state, and where that state leads.
pub fn sentences(node: &DiagramNode, watch: Watch) -> String {
    let (t, m) = (watch.texts, watch.texts.get());
    let moment = |at| format::date_time(t.language(), at);
    let mut sentences: Vec<String> = Vec::new();
    for stay in &node.stays {
        sentences.push(match stay.until {
            None => m.job_states_here(moment(stay.from)).to_string(),
            Some(until) => m.job_states_was(moment(stay.from), moment(until)).to_string(),
        });
    }
    if node.mark == DiagramMark::Next {
        sentences.push(m.job_states_next().to_string());
    }
    if let Some(at) = node.expected {
        sentences.push(m.job_states_expected(moment(at)).to_string());
    }
    if sentences.is_empty() {
        sentences.push(m.job_states_not().to_string());
    }
    let next: Vec<String> = WAYS
        .into_iter()
        .filter(|way| way.from == node.state && way.to != DiagramPlace::Deleted)
        .map(|way| words::place(way.to, &m))
        .collect();
    sentences.push(match next.is_empty() {
        true => m.job_states_end().to_string(),
        false => m.job_states_leads(format::list(t.language(), &next)).to_string(),
    });
    if node.state == JobState::Creating {
        sentences.push(m.job_states_expires().to_string());
    }
    sentences.join(" ")
}
