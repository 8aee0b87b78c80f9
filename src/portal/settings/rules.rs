//! The rule set: which of Microsoft's texts decides when a cancel is accepted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::explain;
use crate::domain::state::{Action, JobState, RuleSet, permits};
use crate::phrases::Messages;
use crate::portal::backend::Setting;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::derive;

use super::choice::{Choice, Option};

/// The setting.
#[component]
pub fn RulesSetting() -> impl IntoView {
    let t = use_texts();
    let commands = use_commands();
    let backend = commands.backend;
    let option = |rules: RuleSet| {
        let hint = derive(move || {
            let messages = t.get();
            let states: Vec<String> = JobState::ALL
                .into_iter()
                .filter(|state| permits(Action::Cancel, *state, rules).is_ok())
                .map(|state| explain::state(state, &messages))
                .collect();
            let states = format::list(t.language(), &states);
            messages.rules_cancel_in(source(rules)(&messages).to_string(), states).to_string()
        });
        Option { hint, ..Option::new(rules.as_str(), move || rules.as_str().to_owned()) }
    };
    let choose = move |name: &'static str| {
        let Some(rules) = RuleSet::parse(name) else { return };
        spawn_local(async move {
            let messages = t.peek();
            match backend.set(Setting::Rules(rules)).await {
                Ok(()) => commands.feedback.tell(messages.rules_now(rules.as_str()).to_string()),
                Err(why) => commands.tell_not_done(messages.rules_not_set().to_string(), &why, None),
            }
        });
    };
    view! {
        <Choice
            name="rules"
            title=derive(t.say(Messages::settings_rules))
            hint=derive(t.say(Messages::settings_rules_hint))
            options=RuleSet::ALL.map(option).to_vec()
            chosen=derive(move || backend.read(|all| all.head().rules).as_str())
            disabled=backend.looking()
            on_choose=choose
        />
    }
}

/// The text that a rule set follows.
fn source(rules: RuleSet) -> Phrase {
    match rules {
        RuleSet::Rest2017 => Messages::rules_rest_2017,
        RuleSet::Faq2020 => Messages::rules_faq_2020,
        RuleSet::Portal2023 => Messages::rules_portal_2023,
    }
}
