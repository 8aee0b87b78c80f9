//! The tables of what a class has handed in: learners and lessons, and the tasks that most failed.

use leptos::prelude::*;

use crate::lessons::class::collection::{ClassCell, ClassRow, Failed, Table};
use crate::lessons::submission::SubmissionVerdict;
use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::live;

use super::desk::ClassDesk;

/// Learner by lesson.
#[component]
pub fn Learners(desk: ClassDesk, table: Table) -> impl IntoView {
    let t = use_texts();
    let rows = move || {
        let m = t.get();
        let (titles, points) = (desk.titles.get(), desk.points.get());
        table.rows.iter().map(|learner| row(desk, learner, &titles, &points, &m)).collect::<Vec<_>>()
    };
    let heads = move || {
        let titles = desk.titles.get();
        titles
            .into_iter()
            .map(|title| view! { <th role="columnheader" scope="col">{title}</th> }.into_any())
            .collect::<Vec<_>>()
    };
    view! {
        <h2 id="class-table">{t.say(Messages::class_table)}</h2>
        <div class="table-region" role="region" aria-labelledby="class-table" tabindex="0">
            <table class="data-table class__table" role="table" aria-labelledby="class-table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{t.say(Messages::class_learner)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::class_total)}</th>
                        {live(heads)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{live(rows)}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: ClassDesk, learner: &ClassRow, titles: &[String], points: &[u32], m: &Messages) -> AnyView {
    let code = learner.code.clone();
    let certify = move |_| desk.certified.set(Some(code.clone()));
    let all: u32 = points.iter().sum();
    let cells: Vec<_> = learner
        .cells
        .iter()
        .zip(titles.iter().zip(points))
        .map(|(cell, (title, points))| {
            let inside = cell.as_ref().map_or_else(
                || view! { <span class="muted">{m.class_cell_none()}</span> }.into_any(),
                |cell| of_cell(cell, *points, m),
            );
            view! { <td role="cell" data-label=title.clone()>{inside}</td> }.into_any()
        })
        .collect();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{learner.code.clone()}</th>
            <td role="cell">
                <p>{m.class_points_of(learner.points.to_string(), all.to_string())}</p>
                <button
                    type="button"
                    class="button button--sm"
                    aria-label=m.certificate_for(learner.code.as_str())
                    on:click=certify
                >
                    {m.certificate()}
                </button>
            </td>
            {cells}
        </tr>
    }
    .into_any()
}

fn of_cell(cell: &ClassCell, points: u32, m: &Messages) -> AnyView {
    let tone = match &cell.verdict {
        SubmissionVerdict::Verified(outcome) if outcome.complete => "chip tone--success",
        SubmissionVerdict::Verified(_) => "chip tone--info",
        SubmissionVerdict::Outdated | SubmissionVerdict::OtherTerms => "chip tone--warning",
        SubmissionVerdict::DiffersAt(_) | SubmissionVerdict::Forged(_) => "chip tone--danger",
    };
    let sentence = cell.verdict.sentence(m);
    // The first words stand in the chip, the reason below it.
    let (short, long) = match cell.verdict.outcome() {
        Some(_) => (sentence, None),
        None => match sentence.split_once(": ") {
            Some((short, long)) => (short.to_owned(), Some(long.to_owned())),
            None => (sentence, None),
        },
    };
    let injected = cell.verdict.outcome().map_or(0, |outcome| outcome.injected);
    let counts = cell
        .verdict
        .outcome()
        .map(|outcome| m.class_points_of(outcome.points.to_string(), points.to_string()));
    let by = m.class_cell_by(
        cell.hints.to_string(),
        cell.shown.to_string(),
        cell.seconds.div_ceil(60).to_string(),
    );
    let same = (!cell.same_as.is_empty()).then(|| {
        view! { <p class="field__remark">{m.class_cell_same(cell.same_as.join(", "))}</p> }.into_any()
    });
    let injected =
        (injected > 0).then(|| view! { <p class="hint">{m.class_cell_injected(injected)}</p> }.into_any());
    let times = (cell.times > 1)
        .then(|| view! { <p class="hint">{m.class_cell_times(cell.times.to_string())}</p> }.into_any());
    view! {
        <p><span class=tone>{short}</span></p>
        {long.map(|long| view! { <p class="small">{long}</p> }.into_any())}
        {counts.map(|counts| view! { <p>{counts}</p> }.into_any())}
        <p class="hint">{by}</p>
        {same} {injected} {times}
    }
    .into_any()
}

/// The tasks that were not done by everybody.
#[component]
pub fn FailedTasks(desk: ClassDesk, table: Table) -> impl IntoView {
    let t = use_texts();
    let none = table.tasks.is_empty();
    let rows = move || {
        let m = t.get();
        let (titles, tasks) = (desk.titles.get(), desk.tasks.get());
        let row = |failed: &Failed| {
            let task = tasks.get(failed.lesson).and_then(|tasks| tasks.get(failed.task)).cloned();
            view! {
                <tr role="row">
                    <td role="cell">{m.class_failed_count(failed.failed.to_string(), failed.of.to_string())}</td>
                    <td role="cell">{titles.get(failed.lesson).cloned()}</td>
                    <td role="cell">{task}</td>
                </tr>
            }
            .into_any()
        };
        table.tasks.iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <h2 id="class-failed">{t.say(Messages::class_failed)}</h2>
        {none.then(|| view! { <p>{t.say(Messages::class_failed_none)}</p> }.into_any())}
        {(!none).then(|| view! {
            <div class="table-region" role="region" aria-labelledby="class-failed" tabindex="0">
                <table class="data-table" role="table" aria-labelledby="class-failed">
                    <thead role="rowgroup"><tr role="row">
                        <th role="columnheader" scope="col">{t.say(Messages::class_failed_who)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::class_lesson)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::class_failed_task)}</th>
                    </tr></thead>
                    <tbody role="rowgroup">{live(rows)}</tbody>
                </table>
            </div>
        }.into_any())}
    }
    .into_any()
}
