//! Logs and encryption: what few people change, folded away until something in it is wrong.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::phrases::Messages;
use crate::portal::create::draft::{Field, ProblemPlace, WizardForm};
use crate::portal::create::entry::{EntryLook, FieldEntry};
use crate::portal::create::wizard::use_wizard;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{live, memo, when};

/// The second part of the step Job details.
#[component]
pub fn Advanced() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let inside = [Field::Logs, Field::KeyUrl, Field::Vault];
    let open = memo(move |before: Option<&bool>| {
        let wrong = inside.into_iter().any(|field| wizard.fault(ProblemPlace::Field(field)).is_some());
        wrong || before.copied().unwrap_or_else(|| wizard.form.with_untracked(|form| form.own_key))
    });
    let own_key = memo(move |_| wizard.form.read().own_key);
    let import = memo(move |_| wizard.form.read().kind == JobType::Import);
    view! {
        <details class="form-section" prop:open=live(move || open.get())>
            <summary class="field__label">{t.say(Messages::create_advanced)}</summary>
            <div class="stack">
                <FieldEntry field=Field::Logs look=EntryLook::FREE/>
                <Switch
                    label=Messages::create_verbose
                    hint=Messages::create_verbose_hint
                    part=|form| &mut form.verbose
                />
                {when(move || import.get(), || {
                    view! {
                        <Switch
                            label=Messages::create_backup
                            hint=Messages::create_backup_hint
                            part=|form| &mut form.backup
                        />
                    }
                    .into_any()
                })}
                <Switch
                    label=Messages::create_own_key
                    hint=Messages::create_own_key_hint
                    part=|form| &mut form.own_key
                />
                {when(move || own_key.get(), || {
                    view! {
                        <FieldEntry field=Field::KeyUrl look=EntryLook::NEEDED/>
                        <FieldEntry field=Field::Vault look=EntryLook::NEEDED/>
                    }
                    .into_any()
                })}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Switch(label: Phrase, hint: Phrase, part: fn(&mut WizardForm) -> &mut bool) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let on = move || *part(&mut wizard.form.get());
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=on
                on:change=move |event| wizard.change_all(|form| *part(form) = event_target_checked(&event))
            />
            <span>{t.say(label)}<span class="hint">{t.say(hint)}</span></span>
        </label>
    }
    .into_any()
}
