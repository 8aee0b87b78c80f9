//! Texts: what a lesson says, in one language. They stand beside what it checks, at the same places.

use serde::{Deserialize, Serialize};

/// The most hints of a task.
pub const MOST_HINTS: usize = 3;
/// The most characters of a text.
pub const MOST_TEXT: usize = 1_000;

/// All that a lesson says in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonTexts {
    /// What it is called.
    pub title: String,
    /// What one learns, in a sentence.
    pub about: String,
    /// What many believe, and the lesson puts right.
    pub misconception: String,
    /// How things stand when it begins.
    pub situation: String,
    /// Of each task.
    pub tasks: Vec<TaskTexts>,
    /// Why the goal can no longer be reached, for each way to spoil it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spoilt: Vec<String>,
    /// The questions at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quiz: Vec<QuestionTexts>,
    /// What to take away.
    pub debrief: String,
}

/// The texts of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTexts {
    /// What is to be done.
    pub text: String,
    /// Where, what, and exactly how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// What wrong moves mean, in the order of the lesson's `says`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<String>,
}

/// The texts of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionTexts {
    /// The question.
    pub ask: String,
    /// The answers to choose from.
    pub answers: Vec<AnswerTexts>,
}

/// The texts of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerTexts {
    /// The answer.
    pub text: String,
    /// Why it is right or wrong.
    pub because: String,
}

/// Where texts do not fit their lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There are more or fewer texts here than the lesson has places, such as `tasks` or `tasks[1].says`.
    Count(String),
    /// A text is empty, too long, or holds control characters.
    Text(String),
    /// A task has more than [`MOST_HINTS`] hints.
    Hints(usize),
}

impl LessonTexts {
    /// Every text with its place.
    pub fn all(&self) -> Vec<(String, &str)> {
        let mut all: Vec<(String, &str)> = vec![
            ("title".to_owned(), self.title.as_str()),
            ("about".to_owned(), self.about.as_str()),
            ("misconception".to_owned(), self.misconception.as_str()),
            ("situation".to_owned(), self.situation.as_str()),
            ("debrief".to_owned(), self.debrief.as_str()),
        ];
        for (n, task) in self.tasks.iter().enumerate() {
            all.push((format!("tasks[{n}].text"), &task.text));
            all.extend(
                task.hints
                    .iter()
                    .enumerate()
                    .map(|(h, text)| (format!("tasks[{n}].hints[{h}]"), text.as_str())),
            );
            all.extend(
                task.says
                    .iter()
                    .enumerate()
                    .map(|(s, text)| (format!("tasks[{n}].says[{s}]"), text.as_str())),
            );
        }
        all.extend(self.spoilt.iter().enumerate().map(|(n, text)| (format!("spoilt[{n}]"), text.as_str())));
        for (n, question) in self.quiz.iter().enumerate() {
            all.push((format!("quiz[{n}].ask"), &question.ask));
            for (a, answer) in question.answers.iter().enumerate() {
                all.push((format!("quiz[{n}].answers[{a}].text"), &answer.text));
                all.push((format!("quiz[{n}].answers[{a}].because"), &answer.because));
            }
        }
        all
    }
}

/// Whether a text can be shown as it is.
pub fn is_plain(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= MOST_TEXT && !text.chars().any(char::is_control)
}
