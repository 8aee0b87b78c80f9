//! The steps: tabs that can be visited in any order, the step shown, and the buttons below.

mod advanced;
mod basics;
mod details;
mod drives;
mod export;
mod faults;
mod files;
pub mod review;
mod shipping;
mod tags;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo, when};
use crate::portal::ui::{ActionButton, Tab, TabPanel, Tabs};

use super::draft::WizardStep;
use super::submit::use_submit;
use super::wizard::{focus_step, use_wizard};
use super::words;
use advanced::Advanced;
use basics::Basics;
use details::Details;
pub use files::JournalFiles;
use review::Review;
use shipping::ReturnShipping;
use tags::TagsStep;

/// The steps of the wizard.
#[component]
pub fn Steps() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let tab = |step: WizardStep| {
        let wrong = memo(move |_| wizard.is_wrong(step));
        let label = move || {
            let name = words::step(step, &t.get()).to_string();
            if wrong.get() { t.get().create_step_wrong(name).to_string() } else { name }
        };
        let mark = derive(move || wrong.get().then_some(("error", "tab--error")));
        Tab { mark, ..Tab::new(step.slug(), label) }
    };
    let choose = move |slug: &'static str| {
        if let Some(step) = WizardStep::ALL.into_iter().find(|step| step.slug() == slug) {
            wizard.go(step);
        }
    };
    // A second press on the tab of the step shown leaves the step, and the focus in it, as they are.
    let shown = memo(move |_| wizard.step.get());
    view! {
        <Tabs
            label=derive(t.say(Messages::create_steps))
            tabs=WizardStep::ALL.map(tab).to_vec()
            chosen=derive(move || wizard.step.get().slug())
            on_choose=choose
        />
        {live(move || panel(shown.get()))}
        <Foot/>
    }
    .into_any()
}

fn panel(step: WizardStep) -> AnyView {
    let content = match step {
        WizardStep::Basics => view! { <Basics/> }.into_any(),
        WizardStep::Details => view! { <Details/><Advanced/> }.into_any(),
        WizardStep::Return => view! { <ReturnShipping/> }.into_any(),
        WizardStep::Tags => view! { <TagsStep/> }.into_any(),
        WizardStep::Review => view! { <Review/> }.into_any(),
    };
    // A form lets screen readers go from field to field; Enter in a field sends nothing.
    view! {
        <TabPanel id=step.slug()>
            <form class="wizard" novalidate on:submit=|event| event.prevent_default()><Fill/>{content}</form>
        </TabPanel>
    }
    .into_any()
}

/// Samples for what is empty, for whoever wants a job and not a form.
#[component]
fn Fill() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let (backend, feedback) = (use_backend(), use_feedback());
    let press = move |()| {
        let count = wizard.fill(backend);
        feedback.announce(t.peek().create_filled(count));
    };
    view! {
        <div class="wizard__fill">
            <ActionButton label=t.say(Messages::create_fill) icon="plus" class="button--sm" on_press=press/>
            <span class="hint">{t.say(Messages::create_fill_hint)}</span>
        </div>
    }
    .into_any()
}

/// Back, on, and at the end Create.
#[component]
fn Foot() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let submit = use_submit();
    let to = move |by: isize| wizard.step.get().moved(by);
    let go = move |by: isize| {
        if let Some(step) = wizard.step.get_untracked().moved(by) {
            wizard.go(step);
            focus_step(step);
        }
    };
    let last = move || {
        wizard.go(WizardStep::Review);
        focus_step(WizardStep::Review);
    };
    let forward = move |_| match wizard.step.get_untracked() {
        WizardStep::Review => submit.run(()),
        WizardStep::Basics | WizardStep::Details | WizardStep::Return | WizardStep::Tags => go(1),
    };
    let forward_label = live(move || match to(1) {
        Some(step) => t.get().create_next(words::step(step, &t.get()).to_string()).to_string(),
        None if wizard.busy.get() => t.get().create_submitting().to_string(),
        None => t.get().create_submit().to_string(),
    });
    let feedback = use_feedback();
    let lost = memo(move |_| wizard.kept.get() == Some(false));
    effect(move |_| {
        if lost.get() {
            feedback.alert(t.peek().create_draft_not_kept().to_string());
        }
    });
    let kept = live(move || {
        let kept = wizard.kept.get()?;
        let text = if kept { t.get().create_draft_kept() } else { t.get().create_draft_not_kept() };
        Some(text.to_string())
    });
    view! {
        <div class="wizard__foot">
            // Whoever presses it again and again finds it at the same place.
            <button type="button" class="button button--primary" on:click=forward>{forward_label}</button>
            {live(move || {
                to(-1)
                    .map(|_| {
                        view! {
                            <button type="button" class="button" on:click=move |_| go(-1)>
                                {t.say(Messages::create_previous)}
                            </button>
                        }
                        .into_any()
                    })
            })}
            // The step before the last says the same by itself.
            {when(move || to(2).is_some(), move || {
                view! {
                    <button type="button" class="button" on:click=move |_| last()>
                        {live(move || words::step(WizardStep::Review, &t.get()))}
                    </button>
                }
                .into_any()
            })}
            // Where there is little room only bad news is worth it.
            <span class=live(move || if lost.get() { "hint push" } else { "hint push large-only" })>{kept}</span>
        </div>
    }
    .into_any()
}
