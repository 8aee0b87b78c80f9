//! The step Return shipping: who brings the drives back, and where to.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::draft::Field;
use crate::portal::texts::use_texts;

use super::entry::{Control, FieldEntry, Look};
use super::wizard::use_wizard;

/// The lines of the address; what the API wants once there is an address at all is marked.
const ADDRESS: [(Field, &str, &str, bool); 9] = [
    (Field::Recipient, "name", "text", true),
    (Field::Street1, "address-line1", "text", true),
    (Field::Street2, "address-line2", "text", false),
    (Field::City, "address-level2", "text", true),
    (Field::Province, "address-level1", "text", false),
    (Field::Postal, "postal-code", "text", true),
    (Field::Country, "country-name", "text", true),
    (Field::Phone, "tel", "tel", true),
    (Field::Email, "email", "email", true),
];

/// The step.
#[component]
pub fn ReturnShipping() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let begun = |fields: &'static [Field]| {
        Memo::new(move |_| {
            let form = wizard.form.read();
            fields.iter().any(|field| !form.text(*field).trim().is_empty())
        })
    };
    let carriers = Signal::derive(move || {
        let names = wizard.form.read().carriers();
        let none = match names.is_empty() {
            true => t.get().create_carrier_first(),
            false => t.get().create_carrier_none(),
        };
        let none = (String::new(), none.to_string());
        let names = names.iter().map(|name| ((*name).to_owned(), (*name).to_owned()));
        std::iter::once(none).chain(names).collect()
    });
    let carrier = Look::FREE.of(Control::OneOf(carriers)).hint(Messages::create_carrier_hint);
    let shipping = begun(&[Field::Carrier, Field::Account]);
    let address = begun(&[
        Field::Recipient,
        Field::Street1,
        Field::Street2,
        Field::City,
        Field::Province,
        Field::Postal,
        Field::Country,
        Field::Phone,
        Field::Email,
    ]);
    let line = move |(field, autocomplete, kind, needed): (Field, &'static str, &'static str, bool)| {
        let look = Look { required: needed && address.get_untracked(), ..Look::FREE };
        view! { <FieldEntry field look=look.of(Control::Personal(autocomplete, kind))/> }
    };
    view! {
        <p class="hint">{t.say(Messages::create_return_hint)}</p>
        <section class="form-section stack">
            <h2>{t.say(Messages::track_return_carrier)}</h2>
            <div class="field-grid">
                <FieldEntry field=Field::Carrier look=Look { required: shipping.get_untracked(), ..carrier }/>
                <FieldEntry
                    field=Field::Account
                    look=Look { required: shipping.get_untracked(), ..Look::FREE }
                />
            </div>
        </section>
        <section class="form-section stack">
            <h2>{t.say(Messages::create_return_address)}</h2>
            <div class="field-grid">{ADDRESS.map(line)}</div>
        </section>
    }
    .into_any()
}
