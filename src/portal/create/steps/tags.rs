//! The step Tags.

use leptos::prelude::*;

use crate::domain::job::Tags;
use crate::phrases::Messages;
use crate::portal::create::draft::ProblemPlace;
use crate::portal::create::entry::{Entry, EntryLook};
use crate::portal::create::wizard::{focus, use_wizard};
use crate::portal::create::words;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ActionButton, Icon};

/// The step.
#[component]
pub fn TagsStep() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let count = memo(move |_| wizard.form.read().tags.len());
    let full = derive(move || (count.get() >= Tags::MAX).then(|| t.get().create_tags_hint().to_string()));
    let add = move |()| {
        let new = count.get_untracked();
        wizard.change(ProblemPlace::Tags, |form| form.tags.push(Default::default()));
        focus(ProblemPlace::TagName(new).id());
    };
    let fault = live(move || wizard.fault(ProblemPlace::Tags).map(|fault| words::fault(&fault, &t.get())));
    // The group takes the focus where all tags together are wrong, and says what is.
    view! {
        <section class="form-section stack">
            <h2>{t.say(Messages::create_step_tags)}</h2>
            <p class="hint">{t.say(Messages::create_tags_hint)}</p>
            <For each=live(move || 0..count.get()) key=|no| *no children=|no| view! { <TagRow no/> }/>
            <div
                id=ProblemPlace::Tags.id()
                tabindex="-1"
                role="group"
                aria-label=t.say(Messages::create_step_tags)
                aria-describedby="tags-error"
            >
                <ActionButton
                    label=derive(t.say(Messages::create_tag_add))
                    icon="plus"
                    reason=full
                    on_press=add
                />
            </div>
            <p class="field__error" id="tags-error">{fault}</p>
        </section>
    }
    .into_any()
}

#[component]
fn TagRow(no: usize) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let feedback = use_feedback();
    let remove = move |_| {
        wizard.forget_rows();
        wizard.change(ProblemPlace::Tags, |form| {
            if no < form.tags.len() {
                form.tags.remove(no);
            }
        });
        feedback.announce(t.peek().create_tag_removed((no + 1).to_string()).to_string());
        let left = wizard.form.with_untracked(|form| form.tags.len());
        focus(match left.checked_sub(1) {
            Some(last) => ProblemPlace::TagName(no.min(last)).id(),
            None => ProblemPlace::Tags.id(),
        });
    };
    let text = move |part: fn(&(String, String)) -> &String| {
        derive(move || wizard.form.with(|form| form.tags.get(no).map(part).cloned().unwrap_or_default()))
    };
    let change = move |place: ProblemPlace, part: fn(&mut (String, String)) -> &mut String| {
        Callback::new(move |text| {
            wizard.change(place, |form| {
                if let Some(tag) = form.tags.get_mut(no) {
                    *part(tag) = text;
                }
            });
        })
    };
    let (name, value) = (ProblemPlace::TagName(no), ProblemPlace::TagValue(no));
    view! {
        <div
            class="tag-row"
            role="group"
            aria-label=live(move || t.get().create_tag_no((no + 1).to_string()).to_string())
        >
            <Entry
                place=name
                label=derive(t.say(Messages::create_tag_name))
                value=text(|tag| &tag.0)
                on_input=change(name, |tag| &mut tag.0)
                look=EntryLook::FREE
            />
            <Entry
                place=value
                label=derive(t.say(Messages::create_tag_value))
                value=text(|tag| &tag.1)
                on_input=change(value, |tag| &mut tag.1)
                look=EntryLook::FREE
            />
            <button
                type="button"
                class="button button--subtle button--icon"
                aria-label=live(move || t.get().create_tag_remove((no + 1).to_string()).to_string())
                on:click=remove
            >
                <Icon name="trash"/>
            </button>
        </div>
    }
    .into_any()
}
