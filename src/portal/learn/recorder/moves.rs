//! Moves: what was done, and where in the lesson each of it belongs.

use leptos::prelude::*;

use crate::lessons::draft::{Draft, LessonPart};
use crate::lessons::lesson::MOST_TASKS;
use crate::phrases::Messages;
use crate::portal::ui::reactive::erased::{live, memo};

use super::desk::RecorderDesk;
use super::words;

/// The list of moves.
#[component]
pub fn Moves(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    let rows = memo(move |_| {
        let language = t.language();
        let rows = |draft: &Draft| {
            let row = |made: &crate::lessons::draft::Move| (words::step(&made.step, language), made.part);
            (draft.tasks.len(), draft.moves.iter().map(row).collect::<Vec<_>>())
        };
        desk.read(rows).unwrap_or_default()
    });
    let list = move || {
        let (tasks, rows) = rows.get();
        let m = t.get();
        let parts: Vec<(LessonPart, String)> = std::iter::once((LessonPart::Start, m.recorder_part_start()))
            .chain((0..tasks).map(|task| (LessonPart::Task(task), m.recorder_part_task(task + 1))))
            .chain((0..tasks).map(|task| (LessonPart::Wrong(task), m.recorder_part_wrong(task + 1))))
            .chain([(LessonPart::Out, m.recorder_part_out())])
            .collect();
        let row = |(place, (what, part)): (usize, (String, LessonPart))| {
            let values: Vec<LessonPart> = parts.iter().map(|(part, _)| *part).collect();
            let option = |(no, (of, label)): (usize, &(LessonPart, String))| {
                view! { <option value=no.to_string() selected=*of == part>{label.clone()}</option> }
                    .into_any()
            };
            let options = parts.iter().enumerate().map(option).collect_view();
            let choose = move |event| {
                let chosen =
                    event_target_value(&event).parse().ok().and_then(|no: usize| values.get(no).copied());
                if let Some(part) = chosen {
                    desk.change(|draft| draft.belongs(place, part));
                }
            };
            let id = format!("move-{place}");
            view! {
                <li class="recorder__move">
                    <label for=id.clone()>{what}</label>
                    <select class="select" id=id on:change=choose>{options}</select>
                </li>
            }
            .into_any()
        };
        rows.into_iter().enumerate().map(row).collect_view()
    };
    let count = memo(move |_| desk.read(|draft| draft.tasks.len()).unwrap_or_default());
    let add = move |_| desk.change(Draft::add_task);
    let remove = move |_| desk.change(Draft::remove_task);
    let adds = move || {
        (count.get() < MOST_TASKS).then(|| {
            view! {
            <button type="button" class="button" on:click=add>{t.say(Messages::recorder_add_task)}</button>
        }.into_any()
        })
    };
    let removes = move || {
        (count.get() > 1).then(|| view! {
            <button type="button" class="button" on:click=remove>{t.say(Messages::recorder_remove_task)}</button>
        }.into_any())
    };
    view! {
        <section class="card stack" aria-labelledby="recorder-moves">
            <h2 id="recorder-moves">{t.say(Messages::recorder_moves)}</h2>
            <p class="hint measure">{t.say(Messages::recorder_moves_hint)}</p>
            <ol class="recorder__moves" role="list">{live(list)}</ol>
            <div class="cluster">{live(adds)} {live(removes)}</div>
        </section>
    }
    .into_any()
}
