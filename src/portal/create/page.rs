//! The wizard that makes a job: its page, with the ready form and, over it, a draft that was left.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::{Tone, use_feedback};
use crate::portal::ui::reactive::erased::{derive, memo, when};
use crate::portal::ui::{Banner, PageHead};

use super::draft::{Field, WizardStep};
use super::kept::Left;
use super::steps::Steps;
use super::wizard::{Wizard, focus_step, use_wizard};

/// The page.
#[component]
pub fn CreatePage() -> impl IntoView {
    let t = use_texts();
    let left = super::kept::look();
    let broken = left == Left::Broken;
    let draft = match left {
        Left::Draft(form, step) => Some((*form, step)),
        Left::Nothing | Left::Broken => None,
    };
    let wizard = Wizard::new(draft, use_backend());
    provide_context(wizard);
    let waits = memo(move |_| wizard.waiting.with(Option::is_some));
    view! {
        <PageHead title=derive(t.say(Messages::create_title)) icon="plus"/>
        {broken
            .then(|| {
                let title = derive(t.say(Messages::create_draft_broken));
                let text = derive(t.say(Messages::create_draft_broken_text));
                view! { <Banner tone=Tone::Warning title text/> }.into_any()
            })}
        {when(move || waits.get(), move || view! { <DraftFound/> }.into_any())}
        <Steps/>
    }
}

/// The question what becomes of a draft; nothing is overwritten until it is answered.
#[component]
fn DraftFound() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let wizard = use_wizard();
    let name = wizard.waiting.with_untracked(|draft| {
        draft.as_ref().map(|(form, _)| form.text(Field::Name).to_owned()).unwrap_or_default()
    });
    let text = move || {
        let name = if name.is_empty() { t.get().create_draft_nameless() } else { name.clone() };
        t.get().create_draft_found_text(name)
    };
    let resume = move |_| {
        wizard.resume();
        focus_step(wizard.step.get_untracked());
    };
    let discard = move |_| {
        wizard.discard();
        feedback.announce(t.peek().create_draft_discarded());
        focus_step(WizardStep::Basics);
    };
    let actions = view! {
        <button type="button" class="button button--primary" on:click=resume>
            {t.say(Messages::create_draft_resume)}
        </button>
        <button type="button" class="button" on:click=discard>{t.say(Messages::create_draft_discard)}</button>
    }
    .into_any();
    let title = derive(t.say(Messages::create_draft_found));
    view! { <Banner tone=Tone::Info title text=derive(text) actions/> }
}
