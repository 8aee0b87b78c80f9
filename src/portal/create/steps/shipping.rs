//! The step Return shipping: who brings the drives back, and where to.

use leptos::prelude::*;

use crate::domain::place::INBOUND_CARRIERS;
use crate::phrases::Messages;
use crate::portal::create::control::{EntryControl, Required};
use crate::portal::create::draft::{Choice, Field};
use crate::portal::create::entry::{EntryLook, FieldEntry};
use crate::portal::create::wizard::use_wizard;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, memo};

/// For each of [`Field::ADDRESS`] what browsers fill in by themselves, which keyboard suits it, and whether
/// the API wants it once there is an address at all.
const LINES: [(&str, &str, bool); Field::ADDRESS.len()] = [
    ("name", "text", true),
    ("address-line1", "text", true),
    ("address-line2", "text", false),
    ("address-level2", "text", true),
    ("address-level1", "text", false),
    ("postal-code", "text", true),
    ("country-name", "text", true),
    ("tel", "tel", true),
    ("email", "email", true),
];

/// The step.
#[component]
pub fn ReturnShipping() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let begun = |fields: &'static [Field]| {
        memo(move |_| {
            let form = wizard.form.read();
            fields.iter().any(|field| !form.text(*field).trim().is_empty())
        })
    };
    let carriers = derive(move || {
        let names = wizard.form.read().carriers();
        let none = match names.is_empty() {
            true => t.get().create_carrier_first(),
            false => t.get().create_carrier_none(),
        };
        let none = (String::new(), none.to_string());
        let names = names.iter().map(|name| ((*name).to_owned(), (*name).to_owned()));
        std::iter::once(none).chain(names).collect()
    });
    let carrier = EntryLook::FREE.of(EntryControl::OneOf(carriers)).hint(Messages::create_carrier_hint);
    let shipping = begun(&Field::SHIPPING);
    let address = begun(&Field::ADDRESS);
    let parcel = begun(&Field::PARCEL);
    let inbound = Signal::stored(
        INBOUND_CARRIERS.map(|name| Choice { value: name.to_owned(), name: String::new() }).to_vec(),
    );
    let line = move |(field, (autocomplete, kind, needed)): (Field, (&'static str, &'static str, bool))| {
        let look = EntryLook {
            required: if needed { Required::While(address) } else { Required::Never },
            ..EntryLook::FREE
        };
        view! { <FieldEntry field look=look.of(EntryControl::Personal(autocomplete, kind))/> }.into_any()
    };
    view! {
        <p class="hint">{t.say(Messages::create_return_hint)}</p>
        <section class="form-section stack">
            <h2>{t.say(Messages::track_return_carrier)}</h2>
            <div class="field-grid">
                <FieldEntry field=Field::Carrier look=EntryLook { required: Required::While(shipping), ..carrier }/>
                <FieldEntry
                    field=Field::Account
                    look=EntryLook { required: Required::While(shipping), ..EntryLook::FREE }
                />
            </div>
        </section>
        <section class="form-section stack">
            <h2>{t.say(Messages::create_return_address)}</h2>
            <div class="field-grid">{Field::ADDRESS.into_iter().zip(LINES).map(line).collect::<Vec<_>>()}</div>
        </section>
        <section class="form-section stack">
            <h2>{t.say(Messages::track_parcel)}</h2>
            <p class="hint">{t.say(Messages::create_parcel_hint)}</p>
            <div class="field-grid">
                <FieldEntry
                    field=Field::Inbound
                    look=EntryLook { required: Required::While(parcel), ..EntryLook::FREE.of(EntryControl::Known(inbound)) }
                />
                <FieldEntry field=Field::Tracking look=EntryLook { required: Required::While(parcel), ..EntryLook::FREE }/>
            </div>
        </section>
    }
    .into_any()
}
