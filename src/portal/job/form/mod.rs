//! The forms of parcels.

mod fields;
mod typed;

use leptos::html;
use leptos::prelude::*;

use crate::api::explain;
use crate::domain::text::Invalid;
use crate::phrases::Messages;
use crate::portal::job::model::tracking::TrackingField;
use crate::portal::job::refusals::{reason, tell_refused};
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{memo, when};
use crate::portal::ui::{ActionButton, hand_on_focus};

use fields::{Summary, TextField};

pub use typed::{Form, FormKind};

/// The fields of a form, behind what is wrong with them.
#[component]
pub fn Fields(
    form: Form,
    found: Memo<Vec<(TrackingField, Invalid)>>,
    summary: NodeRef<html::Div>,
) -> impl IntoView {
    let field = move |field: &TrackingField| view! { <TextField form field=*field found/> }.into_any();
    view! {
        {when(move || !found.with(Vec::is_empty), move || view! { <Summary form found summary/> }.into_any())}
        <div class="field-grid">{form.kind.fields().iter().map(field).collect::<Vec<_>>()}</div>
    }
    .into_any()
}

/// A form of the tracking tab with its fields, what belongs below them, and its buttons.
#[component]
pub fn TrackingForm(form: Form, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let t = form.watch.texts;
    let commands = use_commands();
    let summary = NodeRef::<html::Div>::new();
    let refusal = memo(move |_| {
        form.watch.refusal(form.kind.action()).map(|refusal| explain::sentence(&refusal, &t.get()))
    });
    // What would change nothing is not sent, so that nobody is told that something was updated.
    let off = memo(move |_| {
        reason(form.watch, form.kind.action())
            .or_else(|| (!form.is_changed()).then(|| t.get().track_nothing_changed()))
    });
    let found = form.found();
    let send = move |()| form.send(commands, summary, || {});
    let undo = move |_| {
        hand_on_focus(".cluster", "main h1");
        form.clear();
    };
    let label = match form.kind {
        FormKind::Parcel | FormKind::Shipment { .. } => Messages::track_update as Phrase,
        FormKind::Return => Messages::track_update_return,
    };
    let link = move || {
        view! {
            <p class="hint">
                {refusal} " "
                <button type="button" class="link-button" on:click=move |_| form.watch.show_rule(form.kind.action())>
                    {t.say(Messages::job_may_see)}
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| event.prevent_default()>
            {when(move || refusal.with(Option::is_some), link)}
            <Fields form found summary/>
            {children.map(|children| children())}
            <div class="cluster">
                <ActionButton
                    label=t.say(label)
                    class="button--primary"
                    reason=off
                    on_press=send
                    on_refused=tell_refused(form.watch, form.kind.action())
                />
                {when(move || form.is_begun(), move || {
                    view! {
                        <button type="button" class="button" on:click=undo>
                            {t.say(Messages::track_undo)}
                        </button>
                    }
                    .into_any()
                })}
            </div>
        </form>
    }
    .into_any()
}
