//! Simulate a fault: the ways in which a job can go wrong on purpose, and which of them this one will.

use leptos::prelude::*;

use crate::domain::fault::Fault;
use crate::phrases::Messages;
use crate::portal::create::draft::{ProblemPlace, simulate, simulated};
use crate::portal::create::wizard::use_wizard;
use crate::portal::create::words;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;

/// The picker, and what has been picked.
#[component]
pub fn Faults() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let feedback = use_feedback();
    let pick = move |event: leptos::ev::Event| {
        let mark = event_target_value(&event);
        let Some(fault) = Fault::ALL.into_iter().find(|fault| fault.mark() == mark) else { return };
        let mut place = ProblemPlace::Drives;
        wizard.change_all(|form| place = simulate(form, fault));
        let m = t.peek();
        feedback.announce(m.create_fault_written(fault.mark(), words::place(place, &m)));
        // The next pick may be the same again, for another drive.
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
    };
    let option = move |fault: Fault| {
        view! {
            <option value=fault.mark()>
                {live(move || t.get().create_fault_option(fault.mark(), words::simulated(fault, &t.get())))}
            </option>
        }
        .into_any()
    };
    let marked = live(move || {
        let m = t.get();
        let line = |(place, fault): (ProblemPlace, Fault)| {
            let text = m.create_fault_marked(words::place(place, &m), words::simulated(fault, &m));
            let mend = move |event: leptos::ev::MouseEvent| {
                // The fragment is the route; the place to change is no route of its own.
                event.prevent_default();
                wizard.mend(place);
            };
            view! { <li><a href=Route::Create.to_string() on:click=mend>{fault.mark()}</a> " " {text}</li> }
                .into_any()
        };
        wizard.form.with(simulated).into_iter().map(line).collect::<Vec<_>>()
    });
    view! {
        <section class="form-section stack">
            <div class="field">
                <label class="field__label" for="simulate">{t.say(Messages::create_fault)}</label>
                <select class="select" id="simulate" aria-describedby="simulate-hint" on:change=pick>
                    <option value="">{t.say(Messages::create_fault_none)}</option>
                    {Fault::ALL.map(option)}
                </select>
                <p class="hint" id="simulate-hint">{t.say(Messages::create_fault_hint)}</p>
            </div>
            <ul class="lines">{marked}</ul>
        </section>
    }
    .into_any()
}
