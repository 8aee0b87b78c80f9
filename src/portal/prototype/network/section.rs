//! The section "Network" of the panel.

use leptos::prelude::*;

use crate::api::message::reason_phrase;
use crate::api::operation::Operation;
use crate::phrases::Messages;
use crate::portal::prototype::desk::{Desk, release};
use crate::portal::prototype::fields::{Choices, choice, number, text};
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{Icon, hand_on_focus};

use super::plan::{Latency, MOST_LATENCY, NetworkPlan, NetworkRule, PlannedOutcome, Scope, When};

/// The latencies that are offered.
const OFFERED: [u32; 4] = [0, 200, 800, 3_000];
/// What stands for a latency that is typed.
const OWN: &str = "own";
/// The most that the number of a call can be.
const MOST_CALL: u32 = 9_999;

/// The section.
#[component]
pub fn NetworkSection(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let met = live(move || {
        let (all, met) = desk.met.get();
        t.get().network_met(all, met.to_string())
    });
    let held = live(move || {
        let held = desk.held.get();
        (held > 0).then(|| {
            view! {
                <p class="cluster">
                    <span>{t.get().network_held(held)}</span>
                    <button type="button" class="button button--sm" on:click=move |_| release()>{t.say(Messages::network_release)}</button>
                </p>
            }
            .into_any()
        })
    });
    view! {
        <p class="hint">{t.say(Messages::network_intro)}</p>
        <LatencyFields desk/>
        <Rules desk/>
        <SeedField desk/>
        <div role="status"><p class="hint">{met}</p>{held}</div>
    }
    .into_any()
}

fn every(latency: &[Latency]) -> Option<Latency> {
    latency.iter().find(|one| one.scope == Scope::Every).copied()
}

/// Has every operation take so long; those that have a latency of their own keep it.
fn take(plan: &mut NetworkPlan, millis: u32, jitter: u32) {
    plan.latency.retain(|one| one.scope != Scope::Every);
    if millis > 0 || jitter > 0 {
        plan.latency.push(Latency { scope: Scope::Every, millis, jitter });
    }
}

#[component]
fn LatencyFields(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let now = derive(move || desk.switches.with(|switches| every(&switches.network.latency)));
    let own = RwSignal::new(false);
    let choices = derive(move || {
        let m = t.get();
        let name = |millis: u32| match millis {
            0 => m.network_latency_none(),
            millis => m.network_millis(format::number(t.language(), millis as usize)),
        };
        let mut all: Choices = OFFERED.iter().map(|millis| (millis.to_string(), name(*millis))).collect();
        all.push((OWN.to_owned(), m.network_latency_own()));
        all
    });
    let chosen = derive(move || {
        let millis = now.get().map_or(0, |latency| latency.millis);
        if own.get() || !OFFERED.contains(&millis) { OWN.to_owned() } else { millis.to_string() }
    });
    let jitter_now = move || now.get_untracked().map_or(0, |latency| latency.jitter);
    let choose = move |value: String| {
        own.set(value == OWN);
        if let Ok(millis) = value.parse() {
            desk.plan(|plan| take(plan, millis, if millis == 0 { 0 } else { jitter_now() }));
        }
    };
    let (millis, jitter) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    Effect::new(move |_| {
        let now = now.get();
        millis.set(now.map_or(0, |latency| latency.millis).to_string());
        jitter.set(now.map_or(0, |latency| latency.jitter).to_string());
    });
    let tried = RwSignal::new(false);
    let problem = move |value: RwSignal<String>| {
        derive(move || {
            let wrong = tried.get() && value.with(|text| number(text, 0, MOST_LATENCY).is_none());
            wrong.then(|| t.get().network_invalid("0", format::number(t.language(), MOST_LATENCY as usize)))
        })
    };
    let set = move |_| {
        let read = |value: RwSignal<String>| value.with_untracked(|text| number(text, 0, MOST_LATENCY));
        match (read(millis), read(jitter)) {
            (Some(millis), Some(jitter)) => {
                tried.set(false);
                desk.plan(|plan| take(plan, millis, jitter));
            }
            _ => tried.set(true),
        }
    };
    view! {
        {choice(Messages::network_latency, choices, chosen, choose)}
        <div class="prototype__row">
            {live(move || (chosen.get() == OWN).then(|| text(Messages::network_latency_millis, millis, true, problem(millis))))}
            {text(Messages::network_jitter, jitter, true, problem(jitter))}
            <button type="button" class="button" on:click=set>{t.say(Messages::network_apply)}</button>
        </div>
    }
}

/// What an outcome is called: statuses by their number and the words of HTTP.
fn outcome_name(outcome: PlannedOutcome, m: &Messages) -> String {
    match outcome {
        PlannedOutcome::Status(status) => format!("{} {}", status.number(), reason_phrase(status.number())),
        PlannedOutcome::Cut => m.network_cut(),
        PlannedOutcome::Never => m.network_never(),
        PlannedOutcome::Offline => m.network_offline(),
    }
}

fn scope_name(scope: Scope, m: &Messages) -> String {
    match scope {
        Scope::Every => m.network_every(),
        Scope::One(operation) => operation.as_str().to_owned(),
    }
}

fn rule_text(rule: NetworkRule, m: &Messages) -> String {
    let when = match rule.when {
        When::Always => m.network_rule_always(),
        When::Call(no) => m.network_rule_call(no.to_string()),
        When::Percent(share) => m.network_rule_percent(share.to_string()),
    };
    m.network_rule(outcome_name(rule.outcome, m), scope_name(rule.scope, m), when)
}

#[component]
fn Rules(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let remove = move |at: usize| {
        hand_on_focus(".prototype__list", ".prototype");
        desk.plan(|plan| {
            if at < plan.rules.len() {
                plan.rules.remove(at);
            }
        });
    };
    let list = live(move || {
        let m = t.get();
        let rules = desk.switches.with(|switches| switches.network.rules.clone());
        let one = |(at, rule): (usize, NetworkRule)| {
            let text = rule_text(rule, &m);
            let name = m.prototype_remove(text.as_str());
            view! {
                <li>
                    <span>{text}</span>
                    <button type="button" class="button button--subtle button--icon button--sm" aria-label=name on:click=move |_| remove(at)>
                        <Icon name="trash"/>
                    </button>
                </li>
            }
            .into_any()
        };
        match rules.is_empty() {
            true => view! { <p class="muted">{m.network_rules_none()}</p> }.into_any(),
            false => {
                let items = rules.into_iter().enumerate().map(one).collect::<Vec<_>>();
                view! { <ul class="prototype__list" role="list">{items}</ul> }.into_any()
            }
        }
    });
    view! {
        <section class="stack" aria-labelledby="prototype-rules">
            <h3 id="prototype-rules">{t.say(Messages::network_rules)}</h3>
            {list}
            <NewRule desk/>
        </section>
    }
}

#[component]
fn NewRule(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let (scope, outcome) = (RwSignal::new("*".to_owned()), RwSignal::new("503".to_owned()));
    let (when, value) = (RwSignal::new("always".to_owned()), RwSignal::new("30".to_owned()));
    let scopes = derive(move || {
        let every = std::iter::once(("*".to_owned(), t.get().network_every()));
        let named = |operation: Operation| (operation.as_str().to_owned(), operation.as_str().to_owned());
        every.chain(Operation::ALL.map(named)).collect()
    });
    let outcomes = derive(move || {
        let m = t.get();
        PlannedOutcome::all().map(|outcome| (outcome.to_string(), outcome_name(outcome, &m))).collect()
    });
    let whens = derive(move || {
        let m = t.get();
        let name = |value: &str, name: String| (value.to_owned(), name);
        vec![
            name("always", m.network_always()),
            name("next", m.network_next()),
            name("nth", m.network_nth()),
            name("percent", m.network_percent()),
        ]
    });
    let limits = move |when: &str| if when == "percent" { (1, 100) } else { (1, MOST_CALL) };
    let tried = RwSignal::new(false);
    let problem = derive(move || {
        let (least, most) = limits(&when.get());
        let wrong = tried.get() && value.with(|text| number(text, least, most).is_none());
        wrong.then(|| t.get().network_invalid(least.to_string(), format::number(t.language(), most as usize)))
    });
    let field = live(move || match when.get().as_str() {
        "nth" => Some(text(Messages::network_number, value, true, problem)),
        "percent" => Some(text(Messages::network_share, value, true, problem)),
        _ => None,
    });
    let add = move |_| {
        let kind = when.get_untracked();
        let (least, most) = limits(&kind);
        let number = value.with_untracked(|text| number(text, least, most));
        let when = match (kind.as_str(), number) {
            ("always", _) => When::Always,
            // The plan is new then, and its next call the first.
            ("next", _) => When::Call(1),
            ("nth", Some(no)) => When::Call(no),
            ("percent", Some(share)) => When::Percent(u8::try_from(share).unwrap_or(100)),
            _ => return tried.set(true),
        };
        tried.set(false);
        let scope = Operation::parse(&scope.get_untracked()).map_or(Scope::Every, Scope::One);
        if let Some(outcome) = PlannedOutcome::parse(&outcome.get_untracked()) {
            desk.plan(|plan| plan.rules.push(NetworkRule { scope, outcome, when }));
        }
    };
    view! {
        <div class="prototype__row">
            {choice(Messages::network_outcome, outcomes, outcome.into(), move |value| outcome.set(value))}
            {choice(Messages::network_scope, scopes, scope.into(), move |value| scope.set(value))}
            {choice(Messages::network_when, whens, when.into(), move |value| when.set(value))}
            {field}
            <button type="button" class="button" on:click=add>{t.say(Messages::prototype_add)}</button>
        </div>
    }
}

#[component]
fn SeedField(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let seed = RwSignal::new(String::new());
    Effect::new(move |_| seed.set(desk.switches.with(|switches| switches.network.seed).to_string()));
    let problem = derive(move || {
        let wrong = seed.with(|text| text.trim().parse::<u64>().is_err());
        wrong.then(|| t.get().network_invalid("0", u64::MAX.to_string()))
    });
    let set = move |_| {
        if let Ok(seed) = seed.with_untracked(|text| text.trim().parse()) {
            desk.plan(|plan| plan.seed = seed);
        }
    };
    view! {
        <div class="prototype__row">
            {text(Messages::network_seed, seed, true, problem)}
            <button type="button" class="button" on:click=set>{t.say(Messages::network_apply)}</button>
        </div>
        <p class="hint">{t.say(Messages::network_seed_hint)}</p>
    }
}
