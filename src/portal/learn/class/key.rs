//! The answer key: a learner's code, and how that learner solves each lesson.

use leptos::prelude::*;

use crate::api::explain;
use crate::lessons::Lesson;
use crate::lessons::class::key::{Key, StepAction, TakenStep};
use crate::lessons::class::{Class, MOST_CODE, is_code};
use crate::lessons::note::ReadOperation;
use crate::phrases::Messages;
use crate::portal::learn::files::NotFetched;
use crate::portal::text::asked::asked;
use crate::portal::text::format;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::reactive::tasks::while_here;

use super::own::{Own, OwnClass};

/// The page.
#[component]
pub fn AnswerKey(own: Own) -> impl IntoView {
    let t = use_texts();
    let code = RwSignal::new(None::<String>);
    let wrong = RwSignal::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    let show = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|input| input.value()).unwrap_or_default();
        wrong.set(!is_code(&typed));
        code.set(is_code(&typed).then(|| typed.trim().to_owned()));
    };
    view! {
        <p class="measure">{t.say(Messages::class_key_intro)}</p>
        <OwnClass own/>
        <form class="card stack class__code" on:submit=show>
            <div class="field">
                <label class="field__label" for="key-code">{t.say(Messages::class_code)}</label>
                <input
                    class="input"
                    id="key-code"
                    node_ref=field
                    autocomplete="off"
                    maxlength=MOST_CODE.to_string()
                    aria-describedby="key-code-error"
                    aria-invalid=live(move || wrong.get().then_some("true"))
                />
                <p class="field__error" id="key-code-error" role="status">{live(move || wrong.get().then(|| t.get().class_code_wrong()))}</p>
            </div>
            <p><button type="submit" class="button button--primary">{t.say(Messages::class_key_show)}</button></p>
        </form>
        {live(move || Some(view! { <Keys class=own.get()? code=code.get()?/> }.into_any()))}
    }
    .into_any()
}

/// The keys of all lessons.
#[component]
fn Keys(class: Class, code: String) -> impl IntoView {
    let t = use_texts();
    let found = RwSignal::new(None::<Result<Vec<Lesson>, NotFetched>>);
    let sought = class.clone();
    effect(move |_| {
        let (language, class) = (t.language().tag(), sought.clone());
        while_here(Own::lessons(class, language), move |lessons| found.set(Some(lessons)));
    });
    let name = code.clone();
    let print = move |_| {
        // A browser without printing says so itself.
        let _ = window().print();
    };
    let keys = move || {
        found.get().map(|found| match found {
            Err(why) => view! { <p role="alert">{why.sentence(&t.get())}</p> }.into_any(),
            Ok(lessons) => lessons
                .iter()
                .map(|lesson| of_lesson(t, &class, lesson, &code))
                .collect::<Vec<_>>()
                .into_any(),
        })
    };
    view! {
        <section class="stack" aria-labelledby="key-title">
            <div class="cluster">
                <h2 id="key-title">{live(move || t.get().class_key_of(name.as_str()))}</h2>
                <button type="button" class="button button--sm" on:click=print>{t.say(Messages::class_key_print)}</button>
            </div>
            {live(keys)}
        </section>
    }
    .into_any()
}

fn of_lesson(t: Texts, class: &Class, lesson: &Lesson, code: &str) -> AnyView {
    let m = t.get();
    let on_terms = class.on_terms(lesson);
    let Some(texts) = lesson.texts_in("") else { return ().into_any() };
    let key = Key::of(&on_terms, class.seed(code, &lesson.id));
    let steps = match key.filter(|_| class.obstacle(lesson).is_none()) {
        None => view! { <p>{m.class_key_none()}</p> }.into_any(),
        Some(key) => {
            let tasks = key.tasks.iter().zip(&texts.tasks).enumerate();
            tasks.map(|(no, (steps, task))| of_task(t, no, &task.text, steps)).collect::<Vec<_>>().into_any()
        }
    };
    view! {
        <section class="card stack class__key">
            <h3>{texts.title.clone()}</h3>
            {steps}
        </section>
    }
    .into_any()
}

fn of_task(t: Texts, no: usize, task: &str, steps: &[TakenStep]) -> AnyView {
    let m = t.get();
    let title = m.class_key_task((no + 1).to_string(), task.to_owned());
    let row = |done: &TakenStep| {
        let language = t.language();
        let moved = done.to != done.at;
        let when = format::date_time(language, done.at);
        let to = moved.then(|| m.class_key_to(format::date_time(language, done.to)));
        let changed: Vec<_> = done
            .changed
            .iter()
            .map(|(job, state)| {
                let text = match state {
                    None => m.class_key_gone(job.as_str()),
                    Some(state) => m.class_key_state(job.as_str(), explain::state(*state, &m)),
                };
                view! { <li>{text}</li> }.into_any()
            })
            .collect();
        let nothing = changed.is_empty().then(|| m.class_key_nothing());
        view! {
            <tr role="row">
                <td role="cell">{what(t, &done.what)}</td>
                <td role="cell">{when} {to.map(|to| view! { <br/> {to} }.into_any())}</td>
                <td role="cell"><ul role="list">{changed}</ul>{nothing}</td>
            </tr>
        }
        .into_any()
    };
    let head = |label: String| view! { <th role="columnheader" scope="col">{label}</th> }.into_any();
    view! {
        <table class="data-table" role="table">
            <caption>{title}</caption>
            <thead role="rowgroup"><tr role="row">
                {head(m.class_key_step())} {head(m.class_key_when())} {head(m.class_key_states())}
            </tr></thead>
            <tbody role="rowgroup">{steps.iter().map(row).collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}

fn what(t: Texts, what: &StepAction) -> String {
    let m = t.get();
    match what {
        StepAction::Gives(entry) => asked(entry, t.language()),
        StepAction::Tries(entry) => m.class_key_tries(asked(entry, t.language())),
        StepAction::Calls(call) => {
            let name = match call.operation {
                ReadOperation::Get => m.console_op_get(),
                ReadOperation::List => m.console_op_list_subscription(),
                ReadOperation::Keys => m.console_op_keys(),
                ReadOperation::Locations => m.console_op_locations(),
                ReadOperation::Operations => m.console_op_operations(),
            };
            let job = call.job.as_ref().map(|job| format!(" ({})", job.0)).unwrap_or_default();
            m.class_key_calls(format!("{name}{job}"))
        }
    }
}
