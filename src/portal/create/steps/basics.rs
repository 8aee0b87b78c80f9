//! The step Basics: where the job lives, its name and its direction.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::create::control::EntryControl;
use crate::portal::create::draft::{Choice, Field, KnownChoices};
use crate::portal::create::entry::{EntryLook, FieldEntry};
use crate::portal::create::wizard::use_wizard;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

/// The step.
#[component]
pub fn Basics() -> impl IntoView {
    let t = use_texts();
    let subscriptions = known(|known| known.subscriptions);
    let groups = known(|known| known.groups);
    let subscription =
        EntryLook::NEEDED.of(EntryControl::Known(subscriptions)).hint(Messages::create_subscription_hint);
    let name = EntryLook::NEEDED.hint(Messages::create_name_hint);
    view! {
        <section class="form-section stack">
            <h2>{t.say(Messages::create_project)}</h2>
            <div class="field-grid">
                <FieldEntry field=Field::Subscription look=subscription/>
                <FieldEntry field=Field::Group look=EntryLook::NEEDED.of(EntryControl::Known(groups))/>
            </div>
        </section>
        <section class="form-section stack">
            <h2>{t.say(Messages::create_instance)}</h2>
            <FieldEntry field=Field::Name look=name/>
            <fieldset>
                <legend class="field__label">{t.say(Messages::create_type)}</legend>
                <div class="choices">
                    <KindChoice kind=JobType::Import icon="import" label=Messages::create_import hint=Messages::create_import_hint/>
                    <KindChoice kind=JobType::Export icon="export" label=Messages::create_export hint=Messages::create_export_hint/>
                </div>
            </fieldset>
        </section>
    }
    .into_any()
}

/// A part of what the jobs that are there have.
pub fn known(part: fn(KnownChoices) -> Vec<Choice>) -> Signal<Vec<Choice>> {
    let (backend, wizard) = (use_backend(), use_wizard());
    memo(move |_| {
        let form = wizard.form.read();
        part(backend.read(|all| KnownChoices::of(all.records().map(|record| &*record.job), &form)))
    })
    .into()
}

#[component]
fn KindChoice(kind: JobType, icon: &'static str, label: Phrase, hint: Phrase) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    view! {
        <label class="choice">
            <input
                type="radio"
                name="kind"
                prop:checked=live(move || wizard.form.read().kind == kind)
                on:change=move |_| wizard.change_all(|form| form.kind = kind)
            />
            <span><strong>{t.say(label)}</strong><span class="hint">{t.say(hint)}</span></span>
            <Icon name=icon class="icon--lg"/>
        </label>
    }
    .into_any()
}
