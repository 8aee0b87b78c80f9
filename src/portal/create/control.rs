//! Controls: the elements that entries are typed into or chosen from.

use leptos::prelude::*;

use super::draft::{Choice, ProblemPlace};
use super::wizard::{WizardFault, use_wizard};
use crate::portal::ui::reactive::erased::live;

/// What one types into, or chooses from.
#[derive(Clone, Copy)]
pub enum EntryControl {
    /// One line of text.
    Line,
    /// One line of text, with what is at hand already to choose from.
    Known(Signal<Vec<Choice>>),
    /// One line of the kind that browsers know, such as `street-address`, of an input type.
    Personal(&'static str, &'static str),
    /// Several lines.
    Lines,
    /// One of these: values, and what is shown for them.
    OneOf(Signal<Vec<(String, String)>>),
}

/// Whether something must be filled in.
#[derive(Clone, Copy)]
pub enum Required {
    /// In any case.
    Always,
    /// Never.
    Never,
    /// While this holds, such as once others that belong to it are filled in.
    While(Memo<bool>),
}

impl Required {
    /// Whether it is so now; a reactive reader is told when that changes.
    pub fn holds(self) -> bool {
        match self {
            Required::Always => true,
            Required::Never => false,
            Required::While(memo) => memo.get(),
        }
    }
}

/// What every control has.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The place in the form.
    pub place: ProblemPlace,
    /// What is in it.
    pub value: Signal<String>,
    /// Called when it is changed.
    pub on_input: Callback<String>,
    /// The ids of what describes it.
    pub described: Signal<Option<String>>,
    /// What is wrong with it.
    pub invalid: Memo<Option<WizardFault>>,
    /// Whether it is needed.
    pub required: Required,
}

impl Typed {
    /// The element.
    pub fn control(self, control: EntryControl) -> AnyView {
        match control {
            EntryControl::Line => self.line("text", None, None),
            EntryControl::Personal(autocomplete, kind) => self.line(kind, Some(autocomplete), None),
            EntryControl::Known(known) => self.line("text", None, Some(known)),
            EntryControl::Lines => self.lines(),
            EntryControl::OneOf(choices) => self.one_of(choices),
        }
    }

    fn required(self) -> Option<&'static str> {
        self.required.holds().then_some("true")
    }

    fn wrong(self) -> Option<&'static str> {
        self.invalid.with(Option::is_some).then_some("true")
    }

    fn line(
        self,
        kind: &'static str,
        autocomplete: Option<&'static str>,
        known: Option<Signal<Vec<Choice>>>,
    ) -> AnyView {
        let wizard = use_wizard();
        let list = known.map(|_| format!("{}-known", self.place.id()));
        let option = |Choice { value, name }: Choice| {
            view! { <option value=value label=(!name.is_empty()).then_some(name)></option> }.into_any()
        };
        view! {
            <input
                class="input"
                id=self.place.id()
                type=kind
                autocomplete=autocomplete.unwrap_or("off")
                spellcheck="false"
                list=list.clone()
                aria-required=live(move || self.required())
                aria-invalid=live(move || self.wrong())
                aria-describedby=live(move || self.described.get())
                prop:value=live(move || self.value.get())
                on:input=move |event| self.on_input.run(event_target_value(&event))
                on:blur=move |_| wizard.leave(self.place)
            />
            {known
                .map(|known| {
                    view! {
                        <datalist id=list>
                            {live(move || known.get().into_iter().map(option).collect::<Vec<_>>())}
                        </datalist>
                    }
                    .into_any()
                })}
        }
        .into_any()
    }

    fn lines(self) -> AnyView {
        let wizard = use_wizard();
        view! {
            <textarea
                class="textarea mono"
                id=self.place.id()
                spellcheck="false"
                aria-invalid=live(move || self.wrong())
                aria-describedby=live(move || self.described.get())
                prop:value=live(move || self.value.get())
                on:input=move |event| self.on_input.run(event_target_value(&event))
                on:blur=move |_| wizard.leave(self.place)
            ></textarea>
        }
        .into_any()
    }

    fn one_of(self, choices: Signal<Vec<(String, String)>>) -> AnyView {
        let wizard = use_wizard();
        let option = move |(value, shown): (String, String)| {
            let selected = value.clone();
            view! {
                <option value=value prop:selected=live(move || self.value.with(|now| *now == selected))>
                    {shown}
                </option>
            }
            .into_any()
        };
        view! {
            <select
                class="select"
                id=self.place.id()
                aria-required=live(move || self.required())
                aria-invalid=live(move || self.wrong())
                aria-describedby=live(move || self.described.get())
                on:change=move |event| self.on_input.run(event_target_value(&event))
                on:blur=move |_| wizard.leave(self.place)
            >
                {live(move || choices.get().into_iter().map(option).collect::<Vec<_>>())}
            </select>
        }
        .into_any()
    }
}
