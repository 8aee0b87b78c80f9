//! Words: why a lesson is not taken, as a sentence.

use crate::phrases::Messages;

use super::progress::{self, NotProgress};
use super::read::{MOST_BYTES, NotALesson};
use super::standing::Outside;
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
