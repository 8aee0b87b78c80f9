//! The end of a lesson: what was reached, what to take away, and the questions.

use leptos::prelude::*;

use crate::lessons::lesson::Question;
use crate::lessons::texts::QuestionTexts;
use crate::phrases::Messages;
use crate::portal::ui::reactive::erased::live;

use super::class::HandIn;
use super::course::OpenLesson;

/// What stands under the tasks when all are done.
#[component]
pub fn End(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let report = live(move || {
        let m = t.get();
        let kept = course.kept.get()?;
        let lesson = course.lesson.get()?;
        let points =
            course.standing.with(|now| now.as_ref().map_or(0, |now| now.points(&lesson, &kept.shown)));
        Some(m.lesson_report(
            points.to_string(),
            lesson.points().to_string(),
            kept.hints.iter().sum::<usize>().to_string(),
            kept.shown.len().to_string(),
            kept.seconds.div_ceil(60).to_string(),
        ))
    });
    let questions = move || {
        let lesson = course.lesson.get()?;
        let texts = lesson.texts_in("")?.quiz.clone();
        let asked = lesson.quiz.iter().copied().zip(texts).enumerate();
        Some(asked.map(|(no, (question, texts))| ask(course, no, question, texts)).collect::<Vec<_>>())
    };
    let given_up = move || {
        course.is_given_up().then(|| view! { <p>{t.say(Messages::lesson_exam_failed)}</p> }.into_any())
    };
    view! {
        <p>{report}</p>
        {live(given_up)}
        <h3>{t.say(Messages::lesson_debrief)}</h3>
        <p>{live(move || course.said(|texts| texts.debrief.clone()))}</p>
        {live(questions)}
        <HandIn course/>
    }
    .into_any()
}

fn ask(course: OpenLesson, no: usize, question: Question, texts: QuestionTexts) -> AnyView {
    let t = course.commands.texts;
    let given =
        move || course.kept.with(|kept| kept.as_ref().and_then(|kept| kept.quiz.get(no).copied().flatten()));
    let reasons: Vec<String> = texts.answers.iter().map(|answer| answer.because.clone()).collect();
    let said = live(move || {
        given().map(|answer| {
            let m = t.get();
            let verdict = if answer == question.right { m.lesson_right() } else { m.lesson_wrong() };
            format!("{verdict} {}", reasons.get(answer).cloned().unwrap_or_default())
        })
    });
    let choices = texts.answers.into_iter().enumerate().map(|(answer, texts)| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=format!("lesson-question-{no}")
                    prop:checked=live(move || given() == Some(answer))
                    on:change=move |_| course.update(|kept| kept.answers(no, answer))
                />
                <span>{texts.text}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <h3>{t.say(Messages::lesson_quiz)}</h3>
        <fieldset class="fieldset stack">
            <legend>{texts.ask}</legend>
            {choices.collect::<Vec<_>>()}
        </fieldset>
        <p role="status">{said}</p>
    }
    .into_any()
}
