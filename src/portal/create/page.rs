//! The wizard that makes a job: its page, which first asks about a draft that was left.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::{Tone, use_feedback};
use crate::portal::ui::{Banner, PageHead};

use super::draft::{Field, Form, Step};
use super::kept::Left;
use super::steps::Steps;

/// A form, and the step it was left at.
type Draft = (Form, Step);

/// The page.
#[component]
pub fn CreatePage() -> impl IntoView {
    let t = use_texts();
    let left = super::kept::look();
    let broken = left == Left::Broken;
    let waiting = RwSignal::new(match left {
        Left::Draft(form, step) => Some((*form, step)),
        Left::Nothing | Left::Broken => None,
    });
    let start = RwSignal::new(None);
    let body = move || match waiting.get() {
        Some(draft) => view! { <DraftFound draft waiting start/> }.into_any(),
        None => view! { <Steps start=start.get_untracked()/> }.into_any(),
    };
    view! {
        <PageHead title=Signal::derive(t.say(Messages::create_title)) icon="plus"/>
        {broken
            .then(|| {
                let title = Signal::derive(t.say(Messages::create_draft_broken));
                let text = Signal::derive(t.say(Messages::create_draft_broken_text));
                view! { <Banner tone=Tone::Warning title text/> }
            })}
        {body}
    }
}

/// The question what becomes of a draft; nothing is overwritten until it is answered.
#[component]
fn DraftFound(
    draft: Draft,
    waiting: RwSignal<Option<Draft>>,
    start: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let name = draft.0.text(Field::Name).to_owned();
    let text = move || {
        let none = t.get().create_draft_nameless().to_string();
        let name = if name.is_empty() { none } else { name.clone() };
        t.get().create_draft_found_text(name).to_string()
    };
    let resume = move |_| {
        start.set(Some(draft.clone()));
        waiting.set(None);
        super::steps::focus_step(draft.1);
    };
    let discard = move |_| {
        super::kept::discard();
        feedback.announce(t.peek().create_draft_discarded().to_string());
        waiting.set(None);
        super::steps::focus_step(Step::Basics);
    };
    let actions = view! {
        <button type="button" class="button button--primary" on:click=resume>
            {t.say(Messages::create_draft_resume)}
        </button>
        <button type="button" class="button" on:click=discard>{t.say(Messages::create_draft_discard)}</button>
    }
    .into_any();
    let title = Signal::derive(t.say(Messages::create_draft_found));
    view! { <Banner tone=Tone::Info title text=Signal::derive(text) actions/> }
}
