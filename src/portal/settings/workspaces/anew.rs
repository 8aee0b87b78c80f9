//! Beginning anew: scenario, seed and number of jobs, a question, and what came of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::settings::beginning::{WrongBeginning, typed};
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::workspace_names;
use crate::portal::ui::{ActionButton, Ask, Consequence, Icon};
use crate::service::scenario::Scenario;
use crate::store::codec::Origin;
use crate::store::entries::MAIN;
use crate::store::fresh::Fresh;

use super::card::{CardShared, room, what_stays};

/// The form.
#[component]
pub fn Anew(card: CardShared) -> impl IntoView {
    let t = card.commands.texts;
    // What is shown begins again unless one chooses otherwise.
    let shown = card.commands.backend.beginning().unwrap_or(Fresh::FIRST);
    let scenario = RwSignal::new(shown.scenario);
    let seed = RwSignal::new(shown.seed.to_string());
    let jobs = RwSignal::new(shown.jobs.unwrap_or(Scenario::LOAD_JOBS).to_string());
    let wrong = RwSignal::new(WrongBeginning::default());
    let asked = RwSignal::new(None::<Fresh>);
    let option = move |one: Scenario| {
        view! {
            <option value=one.as_str() prop:selected=live(move || scenario.get() == one)>{t.say(meaning(one))}</option>
        }
        .into_any()
    };
    let choose = move |event| {
        scenario.set(Scenario::parse(&event_target_value(&event)).unwrap_or_default());
        wrong.set(WrongBeginning::default());
    };
    let press = move |()| {
        let typed = seed
            .with_untracked(|seed| jobs.with_untracked(|jobs| typed(scenario.get_untracked(), seed, jobs)));
        match typed {
            Ok(fresh) => {
                wrong.set(WrongBeginning::default());
                asked.set(Some(fresh));
            }
            Err(why) => {
                wrong.set(why);
                let m = t.peek();
                let said = [(why.seed, m.anew_seed_wrong()), (why.jobs, m.anew_jobs_wrong())];
                let said: Vec<String> =
                    said.into_iter().filter(|(wrong, _)| *wrong).map(|(_, text)| text.to_string()).collect();
                card.commands.feedback.alert(said.join(" "));
            }
        }
    };
    let seed_wrong = derive(move || wrong.with(|wrong| wrong.seed));
    let jobs_wrong = derive(move || wrong.with(|wrong| wrong.jobs));
    let load = memo(move |_| scenario.get() == Scenario::Load);
    let jobs_entry = move || {
        number(
            "anew-jobs",
            jobs,
            Messages::workspaces_jobs,
            Messages::anew_jobs_hint,
            Messages::anew_jobs_wrong,
            jobs_wrong,
            card,
        )
    };
    let seed_entry = number(
        "anew-seed",
        seed,
        Messages::workspaces_seed,
        Messages::anew_seed_hint,
        Messages::anew_seed_wrong,
        seed_wrong,
        card,
    );
    view! {
        <div class="setting setting--wide" role="group" aria-labelledby="anew-title">
            <h3 id="anew-title">{t.say(Messages::anew)}</h3>
            <p class="hint">{t.say(Messages::anew_hint)}</p>
            <div class="field">
                <label class="field__label" for="anew-scenario">{t.say(Messages::workspaces_scenario)}</label>
                <select class="select" id="anew-scenario" on:change=choose>
                    {Scenario::all().map(option).collect::<Vec<_>>()}
                </select>
            </div>
            <div class="field-grid">{seed_entry} {live(move || load.get().then(jobs_entry))}</div>
            <div>
                <ActionButton label=derive(t.say(Messages::anew_press)) reason=card.reason() on_press=press/>
            </div>
            {live(move || asked.get().map(|fresh| view! { <Question card fresh asked/> }.into_any()))}
        </div>
    }
    .into_any()
}

fn meaning(scenario: Scenario) -> Phrase {
    match scenario {
        Scenario::Contoso => Messages::anew_contoso,
        Scenario::Fabrikam => Messages::anew_fabrikam,
        Scenario::Empty => Messages::anew_empty,
        Scenario::Load => Messages::anew_load,
    }
}

fn number(
    id: &'static str,
    value: RwSignal<String>,
    label: Phrase,
    hint: Phrase,
    error: Phrase,
    wrong: Signal<bool>,
    card: CardShared,
) -> AnyView {
    let t = card.commands.texts;
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{error_id} {hint_id}");
    let sentence = live(move || {
        wrong.get().then(|| view! { <Icon name="error"/><span>{t.say(error)}</span> }.into_any())
    });
    view! {
        <div class="field">
            <label class="field__label" for=id>{t.say(label)}</label>
            <input
                class="input"
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-invalid=live(move || wrong.get().then_some("true"))
                aria-describedby=described
                prop:value=live(move || value.get())
                on:input=move |event| value.set(event_target_value(&event))
            />
            <p class="field__error" id=error_id>{sentence}</p>
            <p class="hint" id=hint_id>{t.say(hint)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Question(card: CardShared, fresh: Fresh, asked: RwSignal<Option<Fresh>>) -> impl IntoView {
    let (t, backend) = (card.commands.texts, card.commands.backend);
    let fresh_name = move |m: &Messages| {
        let scenario = fresh.scenario.as_str().to_owned();
        workspace_names::plain_name(&Origin { seed: fresh.seed, scenario, title: String::new() }, m)
    };
    let title = derive(move || {
        let m = t.get();
        m.anew_title(fresh_name(&m)).to_string()
    });
    // Only what is large is worth a word.
    let need = fresh.is_many().then(|| card.need(&fresh.build()));
    let jobs = move || format::number(t.language_now(), backend.peek(|all| all.records().len()));
    let lines = derive(move || {
        let m = t.get();
        let kept = backend.slot() == MAIN && backend.beginning() != Some(fresh);
        let mut lines = if kept && backend.has_room_beside() {
            vec![what_stays(card.commands)]
        } else {
            vec![
                Consequence::new("trash", m.anew_loses(card.name(), jobs())).toned(Tone::Danger),
                Consequence::new("no", m.ask_no_undo()).toned(Tone::Danger),
            ]
        };
        if let Some(need) = need {
            lines.extend(room(card.commands, need));
        }
        lines.extend([
            Consequence::new("download", m.ask_save_first()),
            Consequence::new("check", m.ask_others_stay()),
        ]);
        lines
    });
    let go = move |()| {
        card.busy.set(true);
        spawn_local(async move {
            let done = backend.reset(fresh).await;
            // The page may have been left meanwhile.
            card.busy.try_set(false);
            card.discarded.try_update(|count| *count += 1);
            let m = t.peek();
            match done {
                Ok(()) => card.commands.feedback.notify(News {
                    tone: Tone::Success,
                    title: m.anew_done(fresh_name(&m)).to_string(),
                    text: m.anew_done_text(jobs()).to_string(),
                    link: Some(Route::jobs()),
                }),
                Err(why) => card.commands.tell_not_done(m.anew_failed().to_string(), &why, None),
            }
        });
    };
    view! {
        <Ask
            title=title
            lines=lines
            press=derive(t.say(Messages::anew))
            on_close=move |()| asked.set(None)
            on_go=go
        />
    }
    .into_any()
}
