//! The two forms of the tracking tab: what is typed, checked by the API's own validators, and sent.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::{calls, explain};
use crate::domain::state::Action;
use crate::domain::text::Invalid;
use crate::phrases::Messages;
use crate::portal::job::commands::tell_refused;
use crate::portal::job::model::tracking::{Field, body, problems};
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::route::JobTab;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::{Story, use_commands};
use crate::portal::ui::{ActionButton, Icon, hand_on_focus};

/// Which of the forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormKind {
    /// The parcel to the data centre.
    Parcel,
    /// Address and carrier of the return.
    Return,
}

impl FormKind {
    fn fields(self) -> &'static [Field] {
        match self {
            FormKind::Parcel => &Field::PARCEL,
            FormKind::Return => &Field::RETURN,
        }
    }

    fn action(self) -> Action {
        match self {
            FormKind::Parcel => Action::EditDelivery,
            FormKind::Return => Action::EditReturn,
        }
    }
}

/// A form: what the user has changed and not sent yet; all else shows the job as it is.
#[derive(Clone, Copy)]
pub struct Form {
    /// The job.
    pub watch: Watch,
    kind: FormKind,
    /// Whether the parcel is to be marked as shipped, which needs both forms.
    pub ship: RwSignal<bool>,
    typed: RwSignal<Vec<(Field, String)>>,
    /// Whether somebody has tried to send what is wrong in either form; only then is it called wrong.
    tried: RwSignal<bool>,
}

impl Form {
    /// Both forms, which nobody has typed into.
    pub fn both(watch: Watch) -> [Form; 2] {
        let (ship, tried) = (RwSignal::new(false), RwSignal::new(false));
        let form = |kind| Form { watch, kind, ship, typed: RwSignal::new(Vec::new()), tried };
        [form(FormKind::Parcel), form(FormKind::Return)]
    }

    /// What stands in a field.
    fn value(self, field: Field) -> String {
        let typed =
            self.typed.with(|typed| typed.iter().find(|(f, _)| *f == field).map(|(_, text)| text.clone()));
        typed.unwrap_or_else(|| self.watch.job.with(|job| field.value(job)))
    }

    fn set(self, field: Field, text: String) {
        self.typed.update(|typed| {
            typed.retain(|(f, _)| *f != field);
            typed.push((field, text));
        });
    }

    fn values(self) -> Vec<(Field, String)> {
        self.kind.fields().iter().map(|field| (*field, self.value(*field))).collect()
    }

    /// What would be wrong with sending it.
    fn problems(self) -> Vec<(Field, Invalid)> {
        let (values, ship) = (self.values(), self.ship.get());
        self.watch.job.with(|job| problems(job, &values, ship))
    }

    fn is_changed(self) -> bool {
        self.kind == FormKind::Parcel && self.ship.get() || self.typed.with(|typed| !typed.is_empty())
    }

    fn clear(self) {
        // The page may have been left meanwhile.
        self.typed.try_set(Vec::new());
        self.tried.try_set(false);
        if self.kind == FormKind::Parcel {
            self.ship.try_set(false);
        }
    }
}

/// The form with its fields, what belongs below them, and its buttons.
#[component]
pub fn TrackingForm(form: Form, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let t = form.watch.texts;
    let commands = use_commands();
    let summary = NodeRef::<html::Div>::new();
    let refusal = Memo::new(move |_| {
        form.watch.refusal(form.kind.action()).map(|refusal| explain::sentence(&refusal, &t.get()))
    });
    let found = Memo::new(move |_| if form.tried.get() { form.problems() } else { Vec::new() });
    let send = move |()| {
        if !untrack(|| form.problems()).is_empty() {
            form.tried.set(true);
            request_animation_frame(move || {
                if let Some(summary) = summary.get_untracked() {
                    // An element that is in the page can take the focus.
                    let _ = summary.focus();
                }
            });
            return;
        }
        let values = untrack(|| form.values());
        let ship = form.kind == FormKind::Parcel && form.ship.get_untracked();
        let (request, id) = form
            .watch
            .job
            .with_untracked(|job| (calls::patch(&job.id, &body(job, &values, ship)), job.id.clone()));
        let (m, name) = (t.peek(), id.name.as_str());
        let done = match (form.kind, ship) {
            (FormKind::Parcel, true) => m.track_saved_shipped(name),
            (FormKind::Parcel, false) => m.track_saved_parcel(name),
            (FormKind::Return, _) => m.track_saved_return(name),
        };
        let failed = m.track_not_saved(name).to_string();
        let rule = form.watch.rule(if ship { Action::Ship } else { form.kind.action() });
        let story = Story { done: done.to_string(), text: String::new(), failed, link: None, rule };
        spawn_local(async move {
            if commands.run(request, story).await.is_done() {
                form.clear();
            }
        });
    };
    let undo = move |_| {
        hand_on_focus(".cluster", "main h1");
        form.clear();
    };
    let label = match form.kind {
        FormKind::Parcel => Messages::track_update as Phrase,
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
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| event.prevent_default()>
            <Show when=move || refusal.with(Option::is_some)>{link}</Show>
            <Show when=move || !found.with(Vec::is_empty)><Summary form found summary/></Show>
            <div class="field-grid">
                {form.kind.fields().iter().map(|field| view! { <TextField form field=*field found/> }).collect::<Vec<_>>()}
            </div>
            {children.map(|children| children())}
            <div class="cluster">
                <ActionButton
                    label=t.say(label)
                    class="button--primary"
                    reason=refusal
                    on_press=send
                    on_refused=tell_refused(form.watch, form.kind.action())
                />
                <Show when=move || form.is_changed()>
                    <button type="button" class="button" on:click=undo>
                        {t.say(Messages::track_undo)}
                    </button>
                </Show>
            </div>
        </form>
    }
    .into_any()
}

/// Moves the focus to a field once it is in the page.
pub fn focus_field(field: Field) {
    request_animation_frame(move || {
        let input = document().get_element_by_id(&id(field));
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
            // An element that is in the page can take the focus.
            let _ = input.focus();
        }
    });
}

fn id(field: Field) -> String {
    let (object, name) = field.place();
    format!("{object}-{name}")
}

/// All that is wrong, each with a way to its field.
#[component]
fn Summary(form: Form, found: Memo<Vec<(Field, Invalid)>>, summary: NodeRef<html::Div>) -> impl IntoView {
    let t = form.watch.texts;
    let title = move || t.get().track_errors(found.with(Vec::len)).to_string();
    let item = move |(field, problem): (Field, Invalid)| {
        let m = t.get();
        let text = match form.kind.fields().contains(&field) {
            true => m.track_error_of(words::field(field, &m), explain::invalid(&problem, &m)),
            false => m.track_needs_address(),
        };
        let go = move |event: leptos::ev::MouseEvent| {
            // The fragment is the route, so this link must not go there.
            event.prevent_default();
            focus_field(field);
        };
        let link = form.watch.route(JobTab::Tracking).to_string();
        view! { <li><a href=link on:click=go>{text.to_string()}</a></li> }
    };
    view! {
        <div class="error-summary" role="group" aria-label=title tabindex="-1" node_ref=summary>
            <h3>{title}</h3>
            <ul>{move || found.get().into_iter().map(item).collect::<Vec<_>>()}</ul>
        </div>
    }
    .into_any()
}

/// A field with its label and, once somebody tried to send it, what is wrong with it.
#[component]
fn TextField(form: Form, field: Field, found: Memo<Vec<(Field, Invalid)>>) -> impl IntoView {
    let t = form.watch.texts;
    let id = id(field);
    let error_id = format!("{id}-error");
    let error = Memo::new(move |_| {
        let problem = found.with(|found| found.iter().find(|(f, _)| *f == field).map(|(_, p)| p.clone()));
        problem.map(|problem| explain::invalid(&problem, &t.get()))
    });
    let wrong = move || error.with(Option::is_some);
    let fixed = move || form.watch.refusal(form.kind.action()).is_some();
    let described = error_id.clone();
    let message = move || {
        error.get().map(|text| {
            view! { <p class="field__error" id=error_id.clone()><Icon name="error"/><span>{text}</span></p> }
        })
    };
    let (purpose, keyboard) = purpose(field);
    // A job need not name a carrier; one that is named needs both.
    const CARRIER: [Field; 2] = [Field::ReturnCarrier, Field::ReturnAccount];
    let required = Memo::new(move |_| {
        let begun = || CARRIER.iter().any(|field| !form.value(*field).is_empty());
        !field.is_optional() && (!CARRIER.contains(&field) || begun())
    });
    let star = move || {
        required.get().then(|| view! { <span class="field__required" aria-hidden="true">" *"</span> })
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{move || words::field(field, &t.get())}{star}</label>
            <input
                class="input"
                type="text"
                id=id
                inputmode=keyboard
                list=(field == Field::Carrier).then_some("carriers")
                autocomplete=purpose
                prop:value=move || form.value(field)
                readonly=fixed
                aria-required=move || required.get().then_some("true")
                aria-invalid=move || wrong().then_some("true")
                aria-describedby=move || wrong().then(|| described.clone())
                on:input:target=move |event| form.set(field, event.target().value())
            />
            {(field == Field::Carrier).then(carriers)}
            {message}
        </div>
    }
    .into_any()
}

/// What browsers fill a field in with by themselves, and which keyboard suits it.
fn purpose(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Recipient => ("name", "text"),
        Field::Street1 => ("address-line1", "text"),
        Field::Street2 => ("address-line2", "text"),
        Field::City => ("address-level2", "text"),
        Field::Region => ("address-level1", "text"),
        Field::PostalCode => ("postal-code", "text"),
        Field::Country => ("country-name", "text"),
        Field::Phone => ("tel", "tel"),
        Field::Email => ("email", "email"),
        Field::DriveCount => ("off", "numeric"),
        Field::Carrier
        | Field::TrackingNumber
        | Field::ShipDate
        | Field::ReturnCarrier
        | Field::ReturnAccount => ("off", "text"),
    }
}

/// The carriers that usually bring parcels in; any other may be typed.
fn carriers() -> impl IntoView {
    let option = |name: &'static str| view! { <option value=name></option> };
    view! { <datalist id="carriers">{["FedEx", "DHL", "UPS", "USPS"].map(option)}</datalist> }
}
