//! The step Job details: region, storage account, and what is moved.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::domain::place::Location;
use crate::phrases::Messages;
use crate::portal::create::control::EntryControl;
use crate::portal::create::draft::Field;
use crate::portal::create::entry::{EntryLook, FieldEntry};
use crate::portal::create::wizard::use_wizard;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, live, memo};

use super::basics::known;
use super::drives::Drives;
use super::export::Export;
use super::faults::Faults;

/// The first part of the step.
#[component]
pub fn Details() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let regions = derive(move || {
        let none = (String::new(), t.get().create_region_none().to_string());
        let regions = Location::NAMES.map(|name| (name.to_owned(), name.to_owned()));
        std::iter::once(none).chain(regions).collect()
    });
    let storage = EntryLook::NEEDED.of(EntryControl::Known(known(|known| known.accounts)));
    let kind = memo(move |_| wizard.form.read().kind);
    let moved = live(move || match kind.get() {
        JobType::Import => view! { <Drives/> }.into_any(),
        JobType::Export => view! { <Export/> }.into_any(),
    });
    view! {
        <section class="form-section stack">
            <h2>{t.say(Messages::create_place)}</h2>
            <FieldEntry field=Field::Location look=EntryLook::NEEDED.of(EntryControl::OneOf(regions))/>
            <FieldEntry field=Field::Storage look=storage.hint(Messages::create_storage_hint)/>
        </section>
        {moved}
        <Faults/>
    }
    .into_any()
}
