//! Words: why a lesson or a submission is not taken, and what was found of one, as sentences.

use crate::phrases::Messages;

use super::class::Obstacle;
use super::class::collection::NotCollected;
use super::progress::{self, NotProgress};
use super::read::{MOST_BYTES, NotALesson};
use super::standing::Outside;
use super::submission::{self, Forgery, NotASubmission, SubmissionVerdict};
use super::texts::Misfit;

impl NotALesson {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            NotALesson::TooLarge(_) => messages.lesson_too_large((MOST_BYTES / 1024).to_string()),
            NotALesson::NotJson(line, column) => {
                messages.lesson_not_json(line.to_string(), column.to_string())
            }
            NotALesson::OtherFormat => messages.lesson_other_format(),
            NotALesson::Shape(words) => messages.lesson_shape(words.as_str()),
            NotALesson::Limit(place) => messages.lesson_limit(place.as_str()),
            NotALesson::Unknown(place) => messages.lesson_unknown(place.as_str()),
            NotALesson::Texts(language, misfit) => {
                let place = match misfit {
                    Misfit::Count(place) | Misfit::Text(place) => place.clone(),
                    Misfit::Hints(task) => format!("tasks[{task}].hints"),
                };
                messages.lesson_texts(language.as_str(), place.as_str())
            }
            NotALesson::NoTexts => messages.lesson_no_texts(),
        }
    }
}

impl NotProgress {
    /// The reason as a sentence.
    pub fn sentence(self, messages: &Messages) -> String {
        match self {
            NotProgress::TooLarge => messages.progress_too_large((progress::MOST_BYTES / 1024).to_string()),
            NotProgress::OtherFormat => messages.progress_other_format().to_string(),
            NotProgress::Impossible => messages.progress_impossible().to_string(),
        }
    }
}

impl Outside {
    /// What was used, and that the lesson does without, as a sentence.
    pub fn sentence(self, messages: &Messages) -> String {
        match self {
            Outside::Clock => messages.lesson_outside_clock(),
            Outside::Rewind => messages.lesson_outside_rewind(),
            Outside::Rules => messages.lesson_outside_rules(),
            Outside::Rest => messages.lesson_outside_rest(),
        }
    }
}

impl SubmissionVerdict {
    /// What was found, as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            SubmissionVerdict::Verified(outcome) if outcome.complete => messages.verdict_complete(),
            SubmissionVerdict::Verified(outcome) => {
                let done = outcome.done.iter().filter(|done| **done).count();
                messages.verdict_verified(done.to_string(), outcome.done.len().to_string())
            }
            SubmissionVerdict::Outdated => messages.verdict_outdated(),
            SubmissionVerdict::OtherTerms => messages.verdict_other_terms(),
            SubmissionVerdict::DiffersAt(no) => messages.verdict_differs(no.to_string()),
            SubmissionVerdict::Forged(forgery) => messages.verdict_forged(forgery.sentence(messages)),
        }
    }
}

impl Forgery {
    /// What is not so, as a sentence.
    pub fn sentence(self, messages: &Messages) -> String {
        match self {
            Forgery::Seed => messages.forgery_seed(),
            Forgery::Beginning => messages.forgery_beginning(),
            Forgery::Journal => messages.forgery_journal(),
            Forgery::Refusal => messages.forgery_refusal(),
            Forgery::Claim => messages.forgery_claim(),
        }
    }
}

impl NotCollected {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            NotCollected::File(NotASubmission::TooLarge) => {
                messages.submission_too_large((submission::MOST_BYTES / 1024 / 1024).to_string())
            }
            NotCollected::File(NotASubmission::OtherFormat) => messages.submission_other_format(),
            NotCollected::OtherLesson(lesson) => messages.submission_other_lesson(lesson.as_str()),
        }
    }
}

impl Obstacle {
    /// Why the lesson does not go with the class, as a sentence.
    pub fn sentence(self, messages: &Messages) -> String {
        match self {
            Obstacle::Clock => messages.class_needs_clock(),
            Obstacle::Rules => messages.class_needs_rules(),
        }
    }
}
