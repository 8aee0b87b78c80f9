//! Tracking information: the parcel to the data centre, where it goes, and the return.

use leptos::prelude::*;

use crate::api::wire::{Detail, iso, job_json};
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::job::form::{Form, TrackingForm};
use crate::portal::job::model::tracking::TrackingField;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::ui::reactive::erased::{live, memo, when};

/// The tab.
#[component]
pub fn Tracking(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let [parcel, back] = Form::both(watch);
    view! {
        <div class="columns">
            <section class="card" aria-labelledby="parcel">
                <div class="head"><h2 id="parcel">{t.say(Messages::track_parcel)}</h2></div>
                <TrackingForm form=parcel><ShippedBox form=parcel/></TrackingForm>
            </section>
            <div class="stack">
                <ShipTo watch/>
                <ReturnParcel watch/>
            </div>
        </div>
        <section class="card" aria-labelledby="return">
            <div class="head"><h2 id="return">{t.say(Messages::track_return)}</h2></div>
            <TrackingForm form=back/>
        </section>
    }
    .into_any()
}

/// "Drives have been shipped", which nobody can take back.
#[component]
fn ShippedBox(form: Form) -> impl IntoView {
    let watch = form.watch;
    let t = watch.texts;
    let shipped = memo(move |_| watch.job.with(|job| job.history.shipped));
    let fixed = memo(move |_| shipped.get().is_some() || watch.refusal(Action::Ship).is_some());
    let checked = move || shipped.get().is_some() || form.ship.get();
    let hint = move || match shipped.get() {
        Some(at) => t.get().track_shipped_already(format::date_time(t.language(), at)).to_string(),
        None => match watch.refusal(Action::Ship) {
            Some(refusal) => crate::api::explain::sentence(&refusal, &t.get()),
            None => t.get().track_shipped_hint().to_string(),
        },
    };
    let press = move |event: leptos::ev::MouseEvent| match fixed.get_untracked() {
        true => event.prevent_default(),
        false => form.ship.update(|ship| *ship = !*ship),
    };
    view! {
        <div class="check">
            <input
                type="checkbox"
                id="shipped"
                prop:checked=checked
                aria-disabled=live(move || fixed.get().then_some("true"))
                aria-describedby="shipped-hint"
                on:click=press
            />
            <div>
                <label for="shipped">{t.say(Messages::track_shipped_box)}</label>
                <span class="hint" id="shipped-hint">{live(hint)}</span>
            </div>
        </div>
    }
    .into_any()
}

/// Where the parcel goes: a fictional place.
#[component]
fn ShipTo(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let to = watch.job.with_untracked(|job| job.order.location.ship_to());
    let lines = [
        to.recipient_name.to_owned(),
        to.street_address.to_owned(),
        format!("{} {}", to.postal_code, to.city),
        to.country.to_owned(),
        to.phone.to_owned(),
    ];
    view! {
        <section class="card" aria-labelledby="ship-to">
            <div class="head"><h2 id="ship-to">{t.say(Messages::track_ship_to)}</h2></div>
            <address>{lines.map(|line| view! { <div>{line}</div> }.into_any())}</address>
            <p class="hint">{t.say(Messages::track_ship_to_hint)}</p>
        </section>
    }
    .into_any()
}

/// The parcel on its way back, once there is one, as the API tells it.
#[component]
fn ReturnParcel(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let parcel = memo(move |_| {
        watch.state.track();
        let told = watch.job.with(|job| watch.backend.read(|all| job_json(all, job, Detail::Listed)));
        told.pointer("/properties/returnPackage").cloned()
    });
    // The API's own spelling of the moment is for programs.
    let sent = move || {
        watch.state.track();
        watch.job.with(|job| watch.backend.read(|all| all.status(job))).shipped_back()
    };
    let date = move || {
        sent().map(|at| {
            view! { <time datetime=iso(at)>{format::date_time(t.language(), at)}</time> }.into_any()
        })
    };
    let label = move |field: TrackingField| move || crate::portal::job::model::words::field(field, &t.get());
    let fact = move |name: &'static str, field: TrackingField| {
        let value = move || {
            let parcel = parcel.get()?;
            let value = parcel.get(name)?;
            Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        };
        view! { <div><dt>{label(field)}</dt><dd><span>{live(move || value().unwrap_or_default())}</span></dd></div> }
            .into_any()
    };
    view! {
        {when(move || parcel.with(Option::is_some), move || {
            view! {
                <section class="card" aria-labelledby="return-parcel">
                    <div class="head"><h2 id="return-parcel">{t.say(Messages::track_returned)}</h2></div>
                    <dl class="facts facts--list">
                        {fact("carrierName", TrackingField::Carrier)}
                        {fact("trackingNumber", TrackingField::TrackingNumber)}
                        {fact("driveCount", TrackingField::DriveCount)}
                        <div><dt>{label(TrackingField::ShipDate)}</dt><dd>{live(date)}</dd></div>
                    </dl>
                </section>
            }
            .into_any()
        })}
    }
    .into_any()
}
