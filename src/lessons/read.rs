//! Reading: a lesson out of a text, however hostile the text.

use serde_json::Value;
use serde_json::error::Category;

use crate::journal::JournalCommand;
use crate::service::scenario::Scenario;

use super::FORMAT;
use super::lesson::{Lesson, MOST_NEAR, MOST_QUESTIONS, MOST_STEPS, MOST_TASKS};
use super::predicate::{MOST_DEPTH, MOST_NODES};
use super::step::LessonStep;
use super::texts::{LessonTexts, MOST_HINTS, Misfit, is_plain};

/// The most bytes of a lesson.
pub const MOST_BYTES: usize = 32 * 1024;

/// Why a text is not taken as a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotALesson {
    /// It has more bytes than [`MOST_BYTES`].
    TooLarge(usize),
    /// It is no JSON, or nested too deep: line and column, both from 1.
    NotJson(usize, usize),
    /// It is JSON of another kind.
    OtherFormat,
    /// A part of it is none that a lesson has, in the words of the reader.
    Shape(String),
    /// There is too much, or nothing, at this place.
    Limit(String),
    /// Nothing of the kind is known, such as a scenario or an id.
    Unknown(String),
    /// The texts in this language do not fit.
    Texts(String, Misfit),
    /// It has texts in no language.
    NoTexts,
}

/// A lesson with its texts in one text, as it is fetched, exported and imported.
///
/// # Errors
/// [`NotALesson`], never a panic, within a budget that does not depend on the text.
pub fn read(text: &str) -> Result<Lesson, NotALesson> {
    let lesson = bare(text)?;
    if lesson.texts.is_empty() {
        return Err(NotALesson::NoTexts);
    }
    for (language, texts) in &lesson.texts {
        fits(texts, &lesson).map_err(|misfit| NotALesson::Texts(language.clone(), misfit))?;
    }
    Ok(lesson)
}

/// A lesson out of its own file and one file of texts for each language, as the source has them.
///
/// # Errors
/// As [`read`].
pub fn read_parts(lesson: &str, texts: &[(&str, &str)]) -> Result<Lesson, NotALesson> {
    let mut lesson = bare(lesson)?;
    for (language, text) in texts {
        let texts: LessonTexts = typed(text)?;
        fits(&texts, &lesson).map_err(|misfit| NotALesson::Texts((*language).to_owned(), misfit))?;
        lesson.texts.insert((*language).to_owned(), texts);
    }
    if lesson.texts.is_empty() { Err(NotALesson::NoTexts) } else { Ok(lesson) }
}

fn bare(text: &str) -> Result<Lesson, NotALesson> {
    if text.len() > MOST_BYTES {
        return Err(NotALesson::TooLarge(text.len()));
    }
    let value: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(NotALesson::OtherFormat);
    }
    let lesson: Lesson = serde_json::from_value(value).map_err(|error| shape(&error))?;
    check(&lesson)?;
    Ok(lesson)
}

fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, NotALesson> {
    if text.len() > MOST_BYTES {
        return Err(NotALesson::TooLarge(text.len()));
    }
    serde_json::from_str(text).map_err(|error| not_json(&error))
}

fn not_json(error: &serde_json::Error) -> NotALesson {
    match error.classify() {
        Category::Data => shape(error),
        Category::Io | Category::Syntax | Category::Eof => NotALesson::NotJson(error.line(), error.column()),
    }
}

fn shape(error: &serde_json::Error) -> NotALesson {
    // It may quote the text, which may be of any length.
    NotALesson::Shape(error.to_string().chars().filter(|c| !c.is_control()).take(200).collect())
}

/// The words that name other pages where lessons are.
pub const RESERVED: [&str; 3] = ["class", "recorder", "import"];

/// Whether a word can be the id of a lesson.
pub fn is_id(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (3..=40).contains(&id.len())
        && id.chars().all(fits)
        && !id.starts_with('-')
        && !id.ends_with('-')
        && !RESERVED.contains(&id)
}

fn check(lesson: &Lesson) -> Result<(), NotALesson> {
    let limit = |place: &str, count: usize, from: usize, to: usize| match (from..=to).contains(&count) {
        true => Ok(()),
        false => Err(NotALesson::Limit(place.to_owned())),
    };
    if !is_id(&lesson.id) {
        return Err(NotALesson::Unknown("id".to_owned()));
    }
    let scenario = Scenario::parse(&lesson.start.scenario);
    if scenario.is_none_or(|scenario| scenario == Scenario::Load) {
        return Err(NotALesson::Unknown("start.scenario".to_owned()));
    }
    limit("rev", lesson.rev as usize, 1, 1_000_000)?;
    limit("minutes", lesson.minutes as usize, 1, 240)?;
    limit("needs", lesson.needs.len(), 0, MOST_TASKS)?;
    limit("sources", lesson.sources.len(), 1, MOST_TASKS)?;
    limit("allow.surfaces", lesson.allow.surfaces.len(), 1, 3)?;
    limit("start.steps", lesson.start.steps.len(), 0, MOST_STEPS)?;
    limit("tasks", lesson.tasks.len(), 1, MOST_TASKS)?;
    limit("spoilt", lesson.spoilt.len(), 0, MOST_NEAR)?;
    limit("quiz", lesson.quiz.len(), 0, MOST_QUESTIONS)?;
    if lesson.start.steps.iter().any(|step| matches!(step, JournalCommand::Rewind(_))) {
        return Err(NotALesson::Unknown("start.steps: rewind".to_owned()));
    }
    limit("solve", lesson.solution().count(), 1, MOST_STEPS)?;
    for (n, task) in lesson.tasks.iter().enumerate() {
        limit(&format!("tasks[{n}].points"), task.points as usize, 0, 100)?;
        limit(&format!("tasks[{n}].says"), task.says.len(), 0, MOST_NEAR)?;
        limit(&format!("tasks[{n}].near"), task.near.len(), 0, MOST_NEAR)?;
        for steps in &task.near {
            limit(&format!("tasks[{n}].near"), steps.len(), 1, MOST_STEPS)?;
        }
        if task.anchor.as_ref().is_some_and(|anchor| anchor.job.is_some() != anchor.control.is_of_a_job()) {
            return Err(NotALesson::Unknown(format!("tasks[{n}].anchor.job")));
        }
        // A learner cannot make things go wrong, so no solution does.
        let injects = |step: &LessonStep| matches!(step.command(), Some(JournalCommand::Inject(_)));
        if task.solve.iter().chain(task.near.iter().flatten()).any(injects) {
            return Err(NotALesson::Unknown(format!("tasks[{n}]: inject")));
        }
    }
    for (n, question) in lesson.quiz.iter().enumerate() {
        limit(&format!("quiz[{n}].answers"), question.answers, 2, MOST_QUESTIONS)?;
        limit(&format!("quiz[{n}].right"), question.right, 0, question.answers - 1)?;
    }
    for (place, predicate) in lesson.predicates() {
        // Depth first: it is counted without going deeper than the JSON, which is read at most 128 deep.
        limit(&place, predicate.depth(), 1, MOST_DEPTH)?;
        limit(&place, predicate.nodes(), 1, MOST_NODES)?;
        if !predicate.is_askable() {
            return Err(NotALesson::Unknown(place));
        }
    }
    Ok(())
}

/// Whether texts fit their lesson.
///
/// # Errors
/// The first [`Misfit`].
pub fn fits(texts: &LessonTexts, lesson: &Lesson) -> Result<(), Misfit> {
    let count = |place: String, said: usize, places: usize| match said == places {
        true => Ok(()),
        false => Err(Misfit::Count(place)),
    };
    count("tasks".to_owned(), texts.tasks.len(), lesson.tasks.len())?;
    count("spoilt".to_owned(), texts.spoilt.len(), lesson.spoilt.len())?;
    count("quiz".to_owned(), texts.quiz.len(), lesson.quiz.len())?;
    for (n, (said, task)) in texts.tasks.iter().zip(&lesson.tasks).enumerate() {
        count(format!("tasks[{n}].says"), said.says.len(), task.says.len())?;
        if said.hints.len() > MOST_HINTS {
            return Err(Misfit::Hints(n));
        }
    }
    for (n, (said, question)) in texts.quiz.iter().zip(&lesson.quiz).enumerate() {
        count(format!("quiz[{n}].answers"), said.answers.len(), question.answers)?;
    }
    match texts.all().into_iter().find(|(_, text)| !is_plain(text)) {
        Some((place, _)) => Err(Misfit::Text(place)),
        None => Ok(()),
    }
}
