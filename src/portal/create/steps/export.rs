//! What an export takes: everything, chosen blobs, or what a file lists.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::create::control::EntryControl;
use crate::portal::create::draft::{ExportSource, Field};
use crate::portal::create::entry::{EntryLook, FieldEntry};
use crate::portal::create::wizard::use_wizard;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{live, memo};

/// The choice, and the fields that it asks for.
#[component]
pub fn Export() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let source = memo(move |_| wizard.form.read().source);
    let lines = EntryLook::FREE.of(EntryControl::Lines);
    let fields = live(move || match source.get() {
        ExportSource::Everything => ().into_any(),
        ExportSource::Chosen => view! {
            <FieldEntry field=Field::Paths look=lines.hint(Messages::create_paths_hint)/>
            <FieldEntry field=Field::Prefixes look=lines.hint(Messages::create_prefixes_hint)/>
        }
        .into_any(),
        ExportSource::ListFile => {
            let look = EntryLook::NEEDED.hint(Messages::create_list_path_hint);
            view! { <FieldEntry field=Field::ListFile look/> }.into_any()
        }
    });
    let choices: [(ExportSource, Phrase, Phrase); 3] = [
        (ExportSource::Everything, Messages::create_everything, Messages::create_everything_hint),
        (ExportSource::Chosen, Messages::create_chosen, Messages::create_chosen_hint),
        (ExportSource::ListFile, Messages::create_list_file, Messages::create_list_file_hint),
    ];
    let choice = |(value, label, hint)| view! { <SourceChoice value label hint/> }.into_any();
    view! {
        <section class="form-section stack">
            <h2 id="source-title">{t.say(Messages::create_source)}</h2>
            <div class="fieldset" role="radiogroup" aria-labelledby="source-title">
                {choices.map(choice)}
            </div>
            {fields}
        </section>
    }
    .into_any()
}

#[component]
fn SourceChoice(value: ExportSource, label: Phrase, hint: Phrase) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    view! {
        <label class="check">
            <input
                type="radio"
                name="source"
                prop:checked=live(move || wizard.form.read().source == value)
                on:change=move |_| wizard.change_all(|form| form.source = value)
            />
            <span>{t.say(label)}<span class="hint">{t.say(hint)}</span></span>
        </label>
    }
    .into_any()
}
