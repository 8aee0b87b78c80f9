//! Help: what this is, what its rules are, what its words mean, and what single keys do.

use leptos::prelude::*;

use crate::domain::drive::DriveState;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::glossary;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::{Dialog, DialogKind, DriveBadge, StateBadge};

use super::model::{PREFERENCE, TourProgress};

/// What a newcomer is told about the service, a sentence each.
const RULES: [Phrase; 5] = [
    Messages::help_rule_cancel,
    Messages::help_rule_effort,
    Messages::help_rule_delete,
    Messages::help_rule_kept,
    Messages::help_rule_gone,
];

/// What leads back, a sentence each.
const PAST: [Phrase; 3] = [Messages::help_past_undo, Messages::help_past_record, Messages::help_past_samples];

/// The dialog.
#[component]
pub fn HelpDialog(
    /// Whether the first steps are shown on the page.
    steps: RwSignal<bool>,
    /// The part about keys.
    keys: AnyView,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let show = move |_| {
        let kept = TourProgress::parse(&preferences::read(PREFERENCE).unwrap_or_default());
        // Where it cannot be kept they are shown for this visit.
        preferences::write(PREFERENCE, &kept.asked_for().to_string());
        steps.set(true);
        on_close.run(());
    };
    let again = live(move || {
        (!steps.get()).then(|| {
            view! {
                <p><button type="button" class="button" on:click=show>{t.say(Messages::help_steps)}</button></p>
            }
            .into_any()
        })
    });
    let job = move |state: JobState| {
        let about = move || glossary::job_state(state, &t.get());
        view! { <div><dt><StateBadge state=Signal::stored(state)/></dt><dd>{live(about)}</dd></div> }
            .into_any()
    };
    let drive = move |state: DriveState| {
        let about = move || glossary::drive_state(state, &t.get());
        view! { <div><dt><DriveBadge state=Signal::stored(state)/></dt><dd>{live(about)}</dd></div> }
            .into_any()
    };
    let rule = move |rule: Phrase| view! { <li>{t.say(rule)}</li> }.into_any();
    view! {
        <Dialog title=t.say(Messages::help_title) kind=DialogKind::Wide on_close=on_close>
            <section class="stack" aria-labelledby="help-what">
                <h3 id="help-what">{t.say(Messages::help_what)}</h3>
                <p>{t.say(Messages::steps_what)}</p>
                {again}
            </section>
            <section class="stack" aria-labelledby="help-rules">
                <h3 id="help-rules">{t.say(Messages::help_rules)}</h3>
                <ul>{RULES.map(rule).into_iter().collect::<Vec<_>>()}</ul>
            </section>
            <section class="stack" aria-labelledby="help-past">
                <h3 id="help-past">{t.say(Messages::help_past)}</h3>
                <ul>{PAST.map(rule).into_iter().collect::<Vec<_>>()}</ul>
                <p>
                    <a href=Route::Settings.to_string() on:click=move |_| on_close.run(())>
                        {t.say(Messages::help_past_settings)}
                    </a>
                </p>
            </section>
            <section class="stack" aria-labelledby="help-states">
                <h3 id="help-states">{t.say(Messages::help_states)}</h3>
                <dl class="glossary">{JobState::ALL.map(job).into_iter().collect::<Vec<_>>()}</dl>
            </section>
            <section class="stack" aria-labelledby="help-drives">
                <h3 id="help-drives">{t.say(Messages::help_drives)}</h3>
                <dl class="glossary">{DriveState::ALL.map(drive).into_iter().collect::<Vec<_>>()}</dl>
            </section>
            {keys}
        </Dialog>
    }
    .into_any()
}
