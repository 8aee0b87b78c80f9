//! Entries: a label, a control, a hint and what is wrong, joined for those who cannot see them.

use leptos::prelude::*;

use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{derive, live, memo};

use super::control::{EntryControl, Required, Typed};
use super::draft::{Field, ProblemPlace};
use super::wizard::use_wizard;
use super::words;

/// What tells an entry from the others.
#[derive(Clone, Copy)]
pub struct EntryLook {
    /// What one types into.
    pub control: EntryControl,
    /// Whether the API wants it.
    pub required: Required,
    /// What is said below the control.
    pub hint: Option<Phrase>,
}

impl EntryLook {
    /// One line that is needed.
    pub const NEEDED: EntryLook =
        EntryLook { control: EntryControl::Line, required: Required::Always, hint: None };
    /// One line that may be empty.
    pub const FREE: EntryLook =
        EntryLook { control: EntryControl::Line, required: Required::Never, hint: None };

    /// The same with another control.
    pub const fn of(self, control: EntryControl) -> EntryLook {
        EntryLook { control, ..self }
    }

    /// The same with a hint.
    pub const fn hint(self, hint: Phrase) -> EntryLook {
        EntryLook { hint: Some(hint), ..self }
    }
}

/// The entry of a field of one text.
#[component]
pub fn FieldEntry(field: Field, look: EntryLook) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let label = derive(move || words::field(field, &t.get()).to_string());
    let value = derive(move || wizard.form.with(|form| form.text(field).to_owned()));
    let place = ProblemPlace::Field(field);
    let on_input = move |text| wizard.change(place, |form| form.set(field, text));
    view! { <Entry place label value on_input look/> }
}

/// An entry at any place of the form.
#[component]
pub fn Entry(
    place: ProblemPlace,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    look: EntryLook,
) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let id = place.id();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let fault = memo(move |_| wizard.fault(place));
    // What only looks wrong is said in the same place, but not called wrong.
    let remark = memo(move |_| wizard.remark(place).filter(|_| fault.with(Option::is_none)));
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        let hint = look.hint.is_some();
        derive(move || {
            let told = fault.with(Option::is_some) || remark.get().is_some();
            match (hint, told) {
                (true, true) => Some(format!("{error_id} {hint_id}")),
                (true, false) => Some(hint_id.clone()),
                (false, true) => Some(error_id.clone()),
                (false, false) => None,
            }
        })
    };
    let error = live(move || {
        let m = t.get();
        let (class, icon, sentence) = match (fault.get(), remark.get()) {
            (Some(fault), _) => ("field__error", "error", words::fault(&fault, &m)),
            (None, Some(remark)) => ("field__remark", "warning", words::remark(remark, &m)),
            (None, None) => return None,
        };
        Some(
            view! {
            <p class=class id=error_id.clone()><Icon name=icon/><span>{sentence}</span></p>
            }
            .into_any(),
        )
    });
    let typed = Typed { place, value, on_input, described, invalid: fault, required: look.required };
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {live(move || label.get())}
                {live(move || look.required.holds().then(|| view! { <span class="field__required" aria-hidden="true">" *"</span> }.into_any()))}
            </label>
            {typed.control(look.control)}
            {look.hint.map(|hint| view! { <p class="hint" id=hint_id>{t.say(hint)}</p> }.into_any())}
            {error}
        </div>
    }
    .into_any()
}
