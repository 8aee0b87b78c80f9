//! The list of operations: picking one types its request in.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;

use super::model::{ConsoleOperation, RequestDraft};
use super::state::use_console;
use super::words;

/// So many names are offered; others can be typed.
const MOST_NAMES: usize = 100;

/// The job and the operation.
#[component]
pub fn Pick() -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let feedback = use_feedback();
    let console = use_console();
    let job =
        RwSignal::new(backend.peek(|all| {
            all.records().next().map(|record| record.job.id.name.to_string()).unwrap_or_default()
        }));
    let operation = RwSignal::new(None::<ConsoleOperation>);
    let names = live(move || {
        let names = backend.read(|all| {
            all.records().take(MOST_NAMES).map(|record| record.job.id.name.to_string()).collect::<Vec<_>>()
        });
        names.into_iter().map(|name| view! { <option value=name></option> }.into_any()).collect::<Vec<_>>()
    });
    let fill = move || {
        let Some(operation) = operation.get_untracked() else { return };
        let request = backend.peek(|all| {
            let name = job.get_untracked();
            let found =
                all.records().find(|record| record.job.id.name.as_str().eq_ignore_ascii_case(name.trim()));
            operation.request(all, found.map(|record| record.job.as_ref()))
        });
        match request {
            Some(request) => {
                let language = t.language_now().tag();
                let mut draft = RequestDraft::of(&request);
                draft.headers.push_str(&format!("\naccept-language: {language}"));
                console.type_in(draft);
            }
            None => feedback.alert(t.peek().console_no_such_job().to_string()),
        }
    };
    let choose = move |event| {
        let slug = event_target_value(&event);
        operation.set(ConsoleOperation::ALL.into_iter().find(|operation| operation.slug() == slug));
        fill();
    };
    let option = move |operation: ConsoleOperation| {
        view! { <option value=operation.slug()>{live(move || words::operation(operation, &t.get()).to_string())}</option> }
        .into_any()
    };
    view! {
        <div class="field-grid">
            <div class="field">
                <label class="field__label" for="console-job">{t.say(Messages::console_job)}</label>
                <input
                    class="input"
                    id="console-job"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    list="console-jobs"
                    prop:value=live(move || job.get())
                    on:change=move |event| {
                        job.set(event_target_value(&event));
                        fill();
                    }
                />
                <datalist id="console-jobs">{names}</datalist>
            </div>
            <div class="field">
                <label class="field__label" for="console-operation">{t.say(Messages::console_operation)}</label>
                <select class="select" id="console-operation" on:change=choose>
                    <option value="">{t.say(Messages::console_pick)}</option>
                    {ConsoleOperation::ALL.map(option)}
                </select>
            </div>
        </div>
    }
    .into_any()
}
