//! What may be done with a job now, and which rule refuses what may not.

use leptos::prelude::*;

use crate::api::explain;
use crate::api::route::JobPath;
use crate::domain::job::JobKind;
use crate::domain::state::{Action, allowed_states};
use crate::phrases::Messages;
use crate::portal::job::model::words;
use crate::portal::job::refusals::reason;
use crate::portal::job::watch::Watch;
use crate::portal::route::{JobTab, Route};
use crate::portal::text::format;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo, when};

/// The card.
#[component]
pub fn MayBeDone(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    // An export lists no drives.
    let import = watch.job.with_untracked(|job| matches!(job.order.kind, JobKind::Import(_)));
    let offered = Action::ALL.into_iter().filter(move |action| import || *action != Action::EditDrives);
    let rules = move || t.get().job_may_rule_set(watch.rules.get().as_str()).to_string();
    view! {
        <section class="card" aria-labelledby="may">
            <div class="head"><h2 id="may">{t.say(Messages::job_may)}</h2></div>
            <ul class="permits divided">{offered.map(|action| view! { <Permit watch action/> }.into_any()).collect::<Vec<_>>()}</ul>
            <p class="hint">
                {live(rules)} " · "
                <a href=Route::Settings.to_string()>{t.say(Messages::job_may_change_rules)}</a>
            </p>
        </section>
    }
    .into_any()
}

/// One action: allowed, or refused with the reason and a way to the rule.
#[component]
fn Permit(watch: Watch, action: Action) -> impl IntoView {
    let t = watch.texts;
    let refusal = memo(move |_| watch.refusal(action));
    let allowed = move || refusal.with(Option::is_none);
    // What has been done already is neither offered nor refused.
    let done = memo(move |_| reason(watch, action).filter(|_| allowed()));
    let words = move || {
        let m = t.get();
        match (refusal.get(), done.get()) {
            (Some(refusal), _) => explain::sentence(&refusal, &m),
            (None, Some(done)) => done,
            (None, None) => {
                let states: Vec<String> = allowed_states(action, watch.rules.get())
                    .iter()
                    .map(|state| explain::state(*state, &m))
                    .collect();
                m.job_may_where(format::list(t.language(), &states)).to_string()
            }
        }
    };
    let look = move || match (allowed(), done.with(Option::is_some)) {
        (false, _) => ("tone--danger", "no"),
        (true, true) => ("tone--info", "info"),
        (true, false) => ("tone--success", "check"),
    };
    let link = move || {
        let name = move || t.get().job_may_see_of(words::action(action, &t.get())).to_string();
        view! {
            <button
                type="button"
                class="link-button"
                aria-label=name
                on:click=move |_| watch.show_rule(action)
            >
                {t.say(Messages::job_may_see)}
            </button>
        }
        .into_any()
    };
    view! {
        <li class=live(move || look().0)>
            {live(move || view! { <Icon name=look().1/> })}
            <div>
                <strong>{live(move || words::action(action, &t.get()))}</strong>
                <p class="hint">{live(words)} " " {when(move || !allowed(), link)}</p>
                {when(move || allowed() && done.with(Option::is_none), move || view! { <Control watch action/> }.into_any())}
            </div>
        </li>
    }
    .into_any()
}

/// What does it: a button, a tab, or the console with the call filled in.
#[component]
fn Control(watch: Watch, action: Action) -> impl IntoView {
    let t = watch.texts;
    let name = move || words::action(action, &t.get());
    let ask = move || {
        view! {
            <button type="button" class="button button--sm" on:click=move |_| watch.asked.set(Some(action))>
                {live(name)}
            </button>
        }
        .into_any()
    };
    let own = match action {
        Action::Cancel | Action::Delete | Action::Ship | Action::EditTags | Action::EditLogging => ask(),
        Action::EditDelivery | Action::EditReturn => {
            let tracking = watch.route(JobTab::Tracking).to_string();
            view! { <a class="button button--sm" href=tracking>{live(name)}</a> }.into_any()
        }
        Action::Replace | Action::EditDrives => ().into_any(),
    };
    let call = watch.job.with_untracked(|job| Route::Call(JobPath::from(&job.id), action)).to_string();
    let console = move || t.get().job_may_console_of(words::action(action, &t.get()));
    view! {
        <div class="cluster">
            {own}
            <a href=call aria-label=console>{t.say(Messages::job_may_console)}</a>
        </div>
    }
    .into_any()
}
