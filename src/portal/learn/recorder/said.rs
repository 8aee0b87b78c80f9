//! What the lesson says: its id and sources, and its texts in each language.

use leptos::prelude::*;

use crate::lessons::draft::Draft;
use crate::lessons::texts::{LessonTexts, MOST_HINTS, MOST_TEXT};
use crate::phrases::{Language, Messages};
use crate::portal::text::texts::Phrase;
use crate::portal::ui::reactive::erased::{live, memo};

use super::desk::RecorderDesk;

type Place = fn(&mut Draft) -> &mut String;

/// The fields.
#[component]
pub fn Said(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    // What is typed changes no field but its own, so that the one that is typed into stays.
    let shape = memo(move |_| {
        desk.read(|draft| (0..draft.tasks.len()).map(|task| draft.attempts(task).len()).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let languages = move || {
        let wrong = shape.get();
        Language::all().map(|language| texts(desk, language, &wrong)).collect_view()
    };
    let minutes = desk.peek(|draft| draft.minutes).unwrap_or(10);
    let takes = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse::<u32>() {
            desk.change(|draft| draft.minutes = minutes);
        }
    };
    let own = live(move || desk.read(|draft| draft.learner).unwrap_or_default());
    let turn = move |event| {
        let learner = event_target_checked(&event);
        desk.change(|draft| draft.learner = learner);
    };
    view! {
        <section class="card stack" aria-labelledby="recorder-lesson">
            <h2 id="recorder-lesson">{t.say(Messages::recorder_lesson)}</h2>
            <div class="field-grid">
                {plain(desk, "recorder-id", Messages::recorder_id, Some(Messages::recorder_id_hint), false, |draft| &mut draft.id)}
                <div class="field">
                    <label class="field__label" for="recorder-minutes">{t.say(Messages::recorder_minutes)}</label>
                    <input class="input recorder__number" id="recorder-minutes" type="number" min="1" max="240" prop:value=minutes.to_string() on:change=takes/>
                </div>
            </div>
            {plain(desk, "recorder-sources", Messages::recorder_sources, Some(Messages::recorder_sources_hint), true, |draft| &mut draft.sources)}
            <label class="check">
                <input type="checkbox" prop:checked=own on:change=turn/>
                <span>{t.say(Messages::recorder_learner)}</span>
            </label>
        </section>
        {live(languages)}
    }
    .into_any()
}

fn plain(
    desk: RecorderDesk,
    id: &'static str,
    label: Phrase,
    hint: Option<Phrase>,
    long: bool,
    place: Place,
) -> AnyView {
    let t = desk.commands.texts;
    let label = live(move || label(&t.get()));
    let value = desk.peek(|draft| place(&mut draft.clone()).clone()).unwrap_or_default();
    let set = Callback::new(move |text| desk.change(|draft| *place(draft) = text));
    field(id.to_owned(), label.into_any(), value, None, hint.map(|hint| t.say(hint)()), long, set)
}

/// A field with its label, and what takes what is typed into it.
fn field(
    id: String,
    label: AnyView,
    value: String,
    language: Option<Language>,
    hint: Option<String>,
    long: bool,
    set: Callback<String>,
) -> AnyView {
    let describes = hint.as_ref().map(|_| format!("{id}-hint"));
    let typed = move |event| set.run(event_target_value(&event));
    let tag = language.map(Language::tag);
    let input = match long {
        true => view! {
            <textarea class="textarea" id=id.clone() lang=tag rows="3" aria-describedby=describes.clone() prop:value=value on:input=typed></textarea>
        }
        .into_any(),
        false => view! {
            <input class="input" id=id.clone() lang=tag type="text" autocomplete="off" aria-describedby=describes.clone() prop:value=value on:input=typed/>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            {input}
            {hint.map(|hint| view! { <p class="hint" id=describes>{hint}</p> }.into_any())}
        </div>
    }
    .into_any()
}

/// The texts in a language.
fn texts(desk: RecorderDesk, language: Language, wrong: &[usize]) -> AnyView {
    let t = desk.commands.texts;
    let tag = language.tag();
    let m = t.get();
    type Whole = fn(&mut LessonTexts) -> &mut String;
    let whole: [(Phrase, bool, Whole); 5] = [
        (Messages::recorder_text_title, false, |texts| &mut texts.title),
        (Messages::recorder_text_about, false, |texts| &mut texts.about),
        (Messages::recorder_text_misconception, false, |texts| &mut texts.misconception),
        (Messages::recorder_text_situation, true, |texts| &mut texts.situation),
        (Messages::recorder_text_debrief, true, |texts| &mut texts.debrief),
    ];
    let read = move |part: &dyn Fn(&LessonTexts) -> String| {
        desk.peek(|draft| draft.texts.get(tag).map(part)).flatten().unwrap_or_default()
    };
    let change = move |change: &dyn Fn(&mut LessonTexts)| {
        desk.change(|draft| {
            if let Some(texts) = draft.texts.get_mut(tag) {
                change(texts);
            }
        });
    };
    let mut fields = Vec::new();
    for (no, (label, long, place)) in whole.into_iter().enumerate() {
        let value = read(&|texts| place(&mut texts.clone()).clone());
        let set = Callback::new(move |text: String| change(&|texts| *place(texts) = one_line(&text)));
        let label = label(&m).into_any();
        fields.push(field(format!("said-{tag}-{no}"), label, value, Some(language), None, long, set));
    }
    for (task, answers) in wrong.iter().enumerate() {
        let value = read(&|texts| texts.tasks.get(task).map(|task| task.text.clone()).unwrap_or_default());
        let set = Callback::new(move |text: String| {
            change(&|texts| {
                if let Some(task) = texts.tasks.get_mut(task) {
                    task.text = one_line(&text);
                }
            });
        });
        let label = m.recorder_text_task(task + 1).into_any();
        fields.push(field(format!("said-{tag}-task-{task}"), label, value, Some(language), None, true, set));
        let value =
            read(&|texts| texts.tasks.get(task).map(|task| task.hints.join("\n")).unwrap_or_default());
        let set = Callback::new(move |text: String| {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let hints: Vec<String> = lines.take(MOST_HINTS).map(one_line).collect();
            change(&|texts| {
                if let Some(task) = texts.tasks.get_mut(task) {
                    task.hints.clone_from(&hints);
                }
            });
        });
        let label = m.recorder_text_hints(task + 1).into_any();
        let hint = Some(m.recorder_text_hints_hint());
        fields.push(field(format!("said-{tag}-hints-{task}"), label, value, Some(language), hint, true, set));
        for answer in 0..*answers {
            let value = read(&|texts| {
                let task = texts.tasks.get(task);
                task.and_then(|task| task.says.get(answer)).cloned().unwrap_or_default()
            });
            let set = Callback::new(move |text: String| {
                change(&|texts| {
                    let task = texts.tasks.get_mut(task);
                    if let Some(says) = task.and_then(|task| task.says.get_mut(answer)) {
                        *says = one_line(&text);
                    }
                });
            });
            let label = m.recorder_text_says(task + 1, answer + 1).into_any();
            let id = format!("said-{tag}-says-{task}-{answer}");
            fields.push(field(id, label, value, Some(language), None, true, set));
        }
    }
    let id = format!("said-{tag}");
    view! {
        <section class="card stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{m.recorder_texts(language.phrases().language_name())}</h2>
            {fields}
        </section>
    }
    .into_any()
}

/// A text as lessons have it: on one line, and not too long.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_TEXT).collect()
}
