//! The step Review + create: what is wrong, with links to where, and everything at a glance.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::phrases::Messages;
use crate::portal::create::draft::{
    ExportSource, Field, ProblemPlace, WizardForm, WizardStep, storage_account,
};
use crate::portal::create::wizard::{SUMMARY, WizardFault, focus_step, use_wizard};
use crate::portal::create::words;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Banner;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live};

/// The step.
#[component]
pub fn Review() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let edit = move |step: WizardStep| {
        wizard.go(step);
        focus_step(step);
    };
    let sections = live(move || {
        let messages = t.get();
        let form = wizard.form.read();
        let section = |step: WizardStep| {
            let rows = rows(&form, step, &messages);
            let row = |(name, value): (String, String)| {
                let value = if value.is_empty() {
                    view! { <dd class="muted">{messages.create_empty().to_string()}</dd> }.into_any()
                } else {
                    view! { <dd>{value}</dd> }.into_any()
                };
                view! { <div><dt>{name}</dt>{value}</div> }.into_any()
            };
            view! {
                <section class="form-section stack">
                    <div class="head">
                        <h2>{words::step(step, &messages)}</h2>
                        <button
                            type="button"
                            class="link-button"
                            aria-label=messages.create_edit_step(words::step(step, &messages))
                            on:click=move |_| edit(step)
                        >
                            {messages.create_edit()}
                        </button>
                    </div>
                    <dl class="facts facts--list">{rows.into_iter().map(row).collect::<Vec<_>>()}</dl>
                </section>
            }
            .into_any()
        };
        [WizardStep::Basics, WizardStep::Details, WizardStep::Return, WizardStep::Tags].map(section)
    });
    view! {
        <div id=SUMMARY tabindex="-1"><Summary/></div>
        {sections}
    }
    .into_any()
}

#[component]
fn Summary() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    live(move || {
        let faults = wizard.faults();
        if faults.is_empty() {
            let title = derive(t.say(Messages::create_valid));
            let text = derive(t.say(Messages::create_valid_text));
            return view! { <Banner tone=Tone::Success title text/> }.into_any();
        }
        let messages = t.get();
        let count = messages.create_wrong_count(faults.len()).to_string();
        let link = |(place, fault): (ProblemPlace, WizardFault)| {
            let step = words::step(place.step(), &messages).to_string();
            let text = messages
                .create_wrong_at(step, words::place(place, &messages), words::fault(&fault, &messages))
                .to_string();
            let mend = move |event: leptos::ev::MouseEvent| {
                // The fragment is the route; the place to mend is no route of its own.
                event.prevent_default();
                wizard.mend(place);
            };
            view! { <li><a href=Route::Create.to_string() on:click=mend>{text}</a></li> }.into_any()
        };
        view! {
            <div class="error-summary" role="alert">
                <h2>{count}</h2>
                <ul>{faults.into_iter().map(link).collect::<Vec<_>>()}</ul>
            </div>
        }
        .into_any()
    })
}

/// Names and values of a step; an empty value is one that was not filled in.
fn rows(form: &WizardForm, step: WizardStep, messages: &Messages) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    let fields = Field::ALL.into_iter().filter(|field| field.step() == step && form.shows(*field));
    let yes = |on: bool| if on { messages.create_yes() } else { messages.create_no() }.to_string();
    for field in fields {
        let text = if field == Field::Storage {
            storage_account(form)
        } else if field.is_list() {
            form.text(field).lines().collect::<Vec<_>>().join(", ")
        } else {
            form.text(field).trim().to_owned()
        };
        rows.push((words::field(field, messages).to_string(), text));
    }
    match step {
        WizardStep::Basics => {
            let kind = match form.kind {
                JobType::Import => messages.create_import(),
                JobType::Export => messages.create_export(),
            };
            rows.push((messages.create_type().to_string(), kind.to_string()));
        }
        WizardStep::Details => {
            match form.kind {
                JobType::Import => {
                    let ids: Vec<&str> = form.drives.iter().map(|drive| drive.id.trim()).collect();
                    rows.push((messages.create_drives().to_string(), ids.join(", ")));
                    rows.push((messages.create_backup().to_string(), yes(form.backup)));
                }
                JobType::Export => {
                    let source = match form.source {
                        ExportSource::Everything => messages.create_everything(),
                        ExportSource::Chosen => messages.create_chosen(),
                        ExportSource::ListFile => messages.create_list_file(),
                    };
                    rows.push((messages.create_source().to_string(), source.to_string()));
                }
            }
            rows.push((messages.create_verbose().to_string(), yes(form.verbose)));
            rows.push((messages.create_own_key().to_string(), yes(form.own_key)));
        }
        WizardStep::Tags => {
            let named = form.tags.iter().filter(|(name, _)| !name.trim().is_empty());
            rows.extend(named.map(|(name, value)| (name.clone(), value.clone())));
            if rows.is_empty() {
                rows.push((messages.create_step_tags().to_string(), messages.create_no_tags().to_string()));
            }
        }
        WizardStep::Return | WizardStep::Review => {}
    }
    rows
}
