//! Fields of a form about a parcel: each with its label and, once somebody tried to send it, what is wrong with it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::explain;
use crate::domain::place::INBOUND_CARRIERS;
use crate::domain::text::Invalid;
use crate::portal::job::model::tracking::{TrackingField, is_day};
use crate::portal::job::model::words;
use crate::portal::route::JobTab;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

use super::typed::{Form, FormKind};

/// Moves the focus to a field once it is in the page.
fn focus_field(id: String) {
    request_animation_frame(move || {
        let input = document().get_element_by_id(&id);
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
            // An element that is in the page can take the focus.
            let _ = input.focus();
        }
    });
}

/// All that is wrong, each with a way to its field.
#[component]
pub fn Summary(
    form: Form,
    found: Memo<Vec<(TrackingField, Invalid)>>,
    summary: NodeRef<html::Div>,
) -> impl IntoView {
    let t = form.watch.texts;
    let title = move || t.get().track_errors(found.with(Vec::len)).to_string();
    let item = move |(field, problem): (TrackingField, Invalid)| {
        let m = t.get();
        let own = form.kind.fields().contains(&field);
        let text = match own {
            true => m.track_error_of(words::field(field, &m), explain::invalid(&problem, &m)),
            false => m.track_needs_address(),
        };
        let go = move |event: leptos::ev::MouseEvent| {
            // The fragment is the route, so this link must not go there.
            event.prevent_default();
            focus_field(if own { form.kind.id(field) } else { FormKind::Return.id(field) });
        };
        let link = form.watch.route(JobTab::Tracking).to_string();
        view! { <li><a href=link on:click=go>{text.to_string()}</a></li> }.into_any()
    };
    view! {
        <div class="error-summary" role="group" aria-label=title tabindex="-1" node_ref=summary>
            <h3>{live(title)}</h3>
            <ul>{live(move || found.get().into_iter().map(item).collect::<Vec<_>>())}</ul>
        </div>
    }
    .into_any()
}

/// A field with its label and, once somebody tried to send it, what is wrong with it.
#[component]
pub fn TextField(
    form: Form,
    field: TrackingField,
    found: Memo<Vec<(TrackingField, Invalid)>>,
) -> impl IntoView {
    let t = form.watch.texts;
    let id = form.kind.id(field);
    let list = format!("{id}-known");
    let known = (field == TrackingField::Carrier).then(|| carriers(list.clone()));
    // What somebody wrote in another way, through the API, stays as it is.
    let date = field == TrackingField::ShipDate && untrack(|| is_day(&form.value(field)));
    let error_id = format!("{id}-error");
    let error = memo(move |_| {
        let problem = found.with(|found| found.iter().find(|(f, _)| *f == field).map(|(_, p)| p.clone()));
        problem.map(|problem| explain::invalid(&problem, &t.get()))
    });
    let wrong = move || error.with(Option::is_some);
    let fixed = live(move || form.watch.refusal(form.kind.action()).is_some());
    let described = error_id.clone();
    let message = live(move || {
        error.get().map(|text| {
            view! { <p class="field__error" id=error_id.clone()><Icon name="error"/><span>{text}</span></p> }
                .into_any()
        })
    });
    let (purpose, keyboard) = purpose(field);
    // A job need not name a carrier; one that is named needs both.
    const CARRIER: [TrackingField; 2] = [TrackingField::ReturnCarrier, TrackingField::ReturnAccount];
    let required = memo(move |_| {
        let begun = || CARRIER.iter().any(|field| !form.value(*field).is_empty());
        !field.is_optional() && (!CARRIER.contains(&field) || begun())
    });
    let star = live(move || {
        required
            .get()
            .then(|| view! { <span class="field__required" aria-hidden="true">" *"</span> }.into_any())
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{live(move || words::field(field, &t.get()))}{star}</label>
            <input
                class="input"
                type=if date { "date" } else { "text" }
                id=id
                inputmode=keyboard
                list=known.is_some().then_some(list)
                autofocus=matches!(form.kind, FormKind::Shipment { .. }) && field == TrackingField::Carrier
                autocomplete=purpose
                prop:value=live(move || form.value(field))
                readonly=fixed
                aria-required=live(move || required.get().then_some("true"))
                aria-invalid=live(move || wrong().then_some("true"))
                aria-describedby=live(move || wrong().then(|| described.clone()))
                on:input:target=move |event| form.set(field, event.target().value())
            />
            {known}
            {message}
        </div>
    }
    .into_any()
}

/// What browsers fill a field in with by themselves, and which keyboard suits it.
fn purpose(field: TrackingField) -> (&'static str, &'static str) {
    match field {
        TrackingField::Recipient => ("name", "text"),
        TrackingField::Street1 => ("address-line1", "text"),
        TrackingField::Street2 => ("address-line2", "text"),
        TrackingField::City => ("address-level2", "text"),
        TrackingField::Region => ("address-level1", "text"),
        TrackingField::PostalCode => ("postal-code", "text"),
        TrackingField::Country => ("country-name", "text"),
        TrackingField::Phone => ("tel", "tel"),
        TrackingField::Email => ("email", "email"),
        TrackingField::DriveCount => ("off", "numeric"),
        TrackingField::Carrier
        | TrackingField::TrackingNumber
        | TrackingField::ShipDate
        | TrackingField::ReturnCarrier
        | TrackingField::ReturnAccount => ("off", "text"),
    }
}

/// The carriers that usually bring parcels in; any other may be typed.
fn carriers(id: String) -> AnyView {
    let option = |name: &'static str| view! { <option value=name></option> }.into_any();
    view! { <datalist id=id>{INBOUND_CARRIERS.map(option)}</datalist> }.into_any()
}
