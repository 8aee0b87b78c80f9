//! Progress: what is kept of somebody's lessons, by the lesson's id and revision.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::class::Enrolled;
use super::lesson::{MOST_QUESTIONS, MOST_TASKS};
use super::note::Note;
use super::read::is_id;
use super::standing::Standing;
use super::texts::MOST_HINTS;

/// The format of the text.
pub const FORMAT: &str = "progress/1";
/// The most bytes of a text.
pub const MOST_BYTES: usize = 512 * 1024;
/// The most notes of a lesson that are kept; the oldest go first.
pub const MOST_NOTES: usize = 500;
/// The most lessons that a file may tell of.
pub const MOST_LESSONS: usize = 500;
/// The most seconds of a lesson that are believed: a year.
const MOST_SECONDS: u64 = 366 * 24 * 60 * 60;
/// The most characters that a word of a note may have.
const MOST_WORD: usize = 200;

/// Why a text is not taken as progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotProgress {
    /// It has more bytes than [`MOST_BYTES`].
    TooLarge,
    /// It is none, or of another format.
    OtherFormat,
    /// It tells what cannot be, such as more tasks done than there are.
    Impossible,
}

/// What is kept of all lessons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnerProgress {
    format: String,
    lessons: BTreeMap<String, LessonProgress>,
}

/// What is kept of one lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonProgress {
    /// The revision that it belongs to.
    pub rev: u32,
    /// The learner's seed in the run that is under way.
    pub seed: u64,
    /// How many tasks are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// Whether the lesson was completed once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
    /// The most points that were reached.
    #[serde(default)]
    pub points: u32,
    /// How many hints were taken, task by task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<usize>,
    /// The tasks that the lesson itself has shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<usize>,
    /// The answers that were given, question by question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quiz: Vec<Option<usize>>,
    /// Seconds that it was looked at.
    #[serde(default)]
    pub seconds: u64,
    /// Whether the run is in another browser, whose workspace is not here: here the lesson begins anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
    /// The class that the run belongs to, if it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Enrolled>,
    /// What the journal of the run does not hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

impl Default for LearnerProgress {
    fn default() -> LearnerProgress {
        LearnerProgress { format: FORMAT.to_owned(), lessons: BTreeMap::new() }
    }
}

impl LearnerProgress {
    /// What was kept; nothing where that cannot be read.
    pub fn parse(text: &str) -> Option<LearnerProgress> {
        let small = text.len() <= MOST_BYTES;
        let progress: LearnerProgress = small.then(|| serde_json::from_str(text).ok()).flatten()?;
        (progress.format == FORMAT).then_some(progress)
    }

    /// What somebody hands in, however hostile the text.
    ///
    /// # Errors
    /// [`NotProgress`].
    pub fn read(text: &str) -> Result<LearnerProgress, NotProgress> {
        if text.len() > MOST_BYTES {
            return Err(NotProgress::TooLarge);
        }
        let progress = LearnerProgress::parse(text).ok_or(NotProgress::OtherFormat)?;
        let possible = |(id, kept): (&String, &LessonProgress)| is_id(id) && kept.is_possible();
        let few = progress.lessons.len() <= MOST_LESSONS;
        (few && progress.lessons.iter().all(possible)).then_some(progress).ok_or(NotProgress::Impossible)
    }

    /// Takes in what was kept elsewhere, and loses nothing that is here: a run under way stays, and of each lesson the
    /// newest revision and the best that was reached. How many lessons that has changed.
    pub fn merge(&mut self, other: LearnerProgress) -> usize {
        let mut changed = 0;
        for (id, theirs) in other.lessons {
            let merged = match self.lessons.get(&id) {
                Some(ours) if ours.rev > theirs.rev => continue,
                Some(ours) if ours.rev == theirs.rev => ours.with(&theirs),
                Some(_) | None => theirs,
            };
            if self.lessons.get(&id) != Some(&merged) {
                changed += 1;
                self.keep(&id, merged);
            }
        }
        changed
    }

    /// What is to be kept, and can be handed on.
    pub fn text(&self) -> String {
        // Texts and numbers cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What is kept of a lesson, if it is of this revision.
    pub fn of(&self, lesson: &str, rev: u32) -> Option<&LessonProgress> {
        self.lessons.get(lesson).filter(|kept| kept.rev == rev)
    }

    /// Whether what is kept of a lesson belongs to an older revision.
    pub fn is_outdated(&self, lesson: &str, rev: u32) -> bool {
        self.lessons.get(lesson).is_some_and(|kept| kept.rev < rev)
    }

    /// Keeps this of a lesson.
    pub fn keep(&mut self, lesson: &str, mut kept: LessonProgress) {
        let over = kept.notes.len().saturating_sub(MOST_NOTES);
        kept.notes.drain(..over);
        self.lessons.insert(lesson.to_owned(), kept);
    }

    /// Every lesson of which something is kept.
    pub fn all(&self) -> impl Iterator<Item = (&String, &LessonProgress)> {
        self.lessons.iter()
    }

    /// Forgets a lesson.
    pub fn forget(&mut self, lesson: &str) {
        self.lessons.remove(lesson);
    }
}

impl LessonProgress {
    /// A run that begins.
    pub fn begin(rev: u32, seed: u64, of: usize) -> LessonProgress {
        LessonProgress {
            rev,
            seed,
            done: 0,
            of,
            complete: false,
            points: 0,
            hints: Vec::new(),
            shown: Vec::new(),
            quiz: Vec::new(),
            seconds: 0,
            elsewhere: false,
            class: None,
            notes: Vec::new(),
        }
    }

    /// The same lesson begun anew, in the same class: what was reached once stays.
    pub fn again(&self, seed: u64) -> LessonProgress {
        LessonProgress {
            complete: self.complete,
            points: self.points,
            class: self.class.clone(),
            ..LessonProgress::begin(self.rev, seed, self.of)
        }
    }

    /// The same run, and the best that was reached in it or in another.
    fn with(&self, other: &LessonProgress) -> LessonProgress {
        LessonProgress {
            complete: self.complete || other.complete,
            points: self.points.max(other.points),
            seconds: self.seconds.max(other.seconds),
            ..self.clone()
        }
    }

    /// Whether all of it can have come about.
    fn is_possible(&self) -> bool {
        let task = |task: &usize| *task < MOST_TASKS;
        let word = |word: &str| word.chars().count() <= MOST_WORD && !word.chars().any(char::is_control);
        let note = |note: &Note| match note {
            Note::Refused { job, state, rules, .. } => word(job) && word(state) && word(rules),
            Note::Called { job, .. } => word(job),
        };
        (1..=MOST_TASKS).contains(&self.of)
            && self.done <= self.of
            && self.points <= 100 * u32::try_from(MOST_TASKS).unwrap_or(u32::MAX)
            && self.hints.len() <= MOST_TASKS
            && self.hints.iter().all(|hints| *hints <= MOST_HINTS)
            && self.shown.len() <= MOST_TASKS
            && self.shown.iter().all(task)
            && self.quiz.len() <= MOST_QUESTIONS
            && self.quiz.iter().flatten().all(|answer| *answer < MOST_QUESTIONS)
            && self.seconds <= MOST_SECONDS
            && self.notes.len() <= MOST_NOTES
            && self.notes.iter().all(note)
    }

    /// Gives up the tasks that are not done: they count nothing from now on, whoever does them.
    pub fn gives_up(&mut self, standing: &Standing) {
        let undone = standing.done.iter().enumerate().filter(|(_, done)| !**done).map(|(task, _)| task);
        let new: Vec<usize> = undone.filter(|task| !self.shown.contains(task)).collect();
        self.shown.extend(new);
    }

    /// How many hints of a task were taken.
    pub fn hints_of(&self, task: usize) -> usize {
        self.hints.get(task).copied().unwrap_or(0)
    }

    /// One more hint of a task is taken.
    pub fn takes_hint(&mut self, task: usize) {
        if self.hints.len() <= task {
            self.hints.resize(task + 1, 0);
        }
        if let Some(hints) = self.hints.get_mut(task) {
            *hints += 1;
        }
    }

    /// An answer is given to a question.
    pub fn answers(&mut self, question: usize, answer: usize) {
        if self.quiz.len() <= question {
            self.quiz.resize(question + 1, None);
        }
        if let Some(given) = self.quiz.get_mut(question) {
            *given = Some(answer);
        }
    }
}
