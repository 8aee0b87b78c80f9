//! Handing in: what a learner's file holds, in words, and the button that saves it.

use leptos::prelude::*;

use crate::journal::{Session, annex};
use crate::lessons::Lesson;
use crate::lessons::class::Enrolled;
use crate::lessons::note::Note;
use crate::lessons::progress::LessonProgress;
use crate::lessons::submission::{Submission, text_of_all};
use crate::phrases::Messages;
use crate::portal::learn::course::{OpenLesson, slot_of};
use crate::portal::route::{ClassPlace, Query, Route};
use crate::portal::ui::commands::Commands;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::{Icon, save};
use crate::store::browser::BrowserStorage;
use crate::store::load::{Found, load};

/// What a learner hands in of one lesson; none where its recording is gone or cannot be read.
pub fn submission(commands: Commands, lesson: &Lesson, kept: &LessonProgress) -> Option<Submission> {
    let enrolled = kept.class.as_ref()?;
    let (class, _) = enrolled.in_lesson(&lesson.id)?;
    let slot = slot_of(&lesson.id);
    let session = match commands.backend.slot() == slot {
        true => untrack(|| commands.backend.present(|now| annex::open(now).ok().flatten())),
        false => stored(&slot),
    };
    Submission::of(&class.on_terms(lesson), enrolled, &session?, kept).ok()
}

/// The recording of a lesson that this tab does not show.
fn stored(slot: &str) -> Option<Session> {
    let storage = BrowserStorage::open().ok()?;
    match load(&storage, slot).ok()? {
        Found::Kept(kept) => annex::open(&kept.workspace).ok().flatten(),
        Found::Nothing | Found::Newer(_) => None,
    }
}

/// What a submission says, in two sentences.
pub fn in_words(submission: &Submission, title: &str, of: usize, m: &Messages) -> String {
    let refused = |note: &&Note| matches!(note, Note::Refused { .. });
    let did = m.class_handin_did(
        submission.sums.len().to_string(),
        submission.notes.iter().filter(refused).count().to_string(),
        submission.hints.iter().sum::<usize>().to_string(),
        submission.shown.len().to_string(),
        submission.seconds.div_ceil(60).to_string(),
    );
    let sum = m.class_handin_sum(
        title.to_owned(),
        submission.done.to_string(),
        of.to_string(),
        submission.points.to_string(),
    );
    format!("{sum} {did}")
}

/// The name of a file: what the file is about and whose it is, in characters that every system takes.
fn file_name(what: &str, code: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '_' };
    format!("{}-{what}.json", code.trim().chars().map(plain).collect::<String>())
}

/// Saves submissions as a file, and tells it.
pub fn hand_in(commands: Commands, submissions: &[Submission]) {
    let m = commands.texts.peek();
    let Some(first) = submissions.first() else {
        commands.feedback.alert(m.class_handin_none());
        return;
    };
    let (what, text) = match submissions {
        [one] => (one.lesson.as_str(), one.text()),
        [..] => ("class", text_of_all(submissions)),
    };
    let file = file_name(what, &first.code);
    match save(&text, &file, "application/json") {
        Ok(()) => commands.feedback.tell(m.class_handin_saved(file)),
        Err(_) => commands.feedback.alert(m.class_handin_not_saved()),
    }
}

/// The link to the class that somebody is in.
pub fn class_link(enrolled: &Enrolled) -> String {
    Route::Class(ClassPlace::Join(Query::parse(&enrolled.class))).to_string()
}

/// At the end of a lesson: what the file holds, and the button; nothing outside of a class.
#[component]
pub fn HandIn(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    live(move || {
        let kept = course.kept.get()?;
        course.commands.backend.revision().track();
        kept.class.as_ref()?;
        let lesson = course.lesson.get()?;
        let m = t.get();
        let title = course.said(|texts| texts.title.clone()).unwrap_or_default();
        let Some(made) = submission(course.commands, &lesson, &kept) else {
            return Some(view! { <p>{m.class_handin_failed(title)}</p> }.into_any());
        };
        let holds = m.class_handin_holds(made.code.as_str());
        let words = in_words(&made, &title, lesson.tasks.len(), &m);
        let press = move |_| hand_in(course.commands, std::slice::from_ref(&made));
        Some(
            view! {
                <h3>{t.say(Messages::class_handin)}</h3>
                <p>{words}</p>
                <p class="hint">{holds}</p>
                <p>
                    <button type="button" class="button button--primary" on:click=press>
                        <Icon name="download"/>
                        {t.say(Messages::class_handin_one)}
                    </button>
                </p>
                <p class="hint">{t.say(Messages::class_handin_then)}</p>
            }
            .into_any(),
        )
    })
}
