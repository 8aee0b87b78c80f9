//! Collections: what a class has handed in, each of it replayed, learner by lesson.

use crate::phrases::Messages;

use super::{Class, plain_code};
use crate::lessons::lesson::Lesson;
use crate::lessons::submission::{self, NotASubmission, Submission, SubmissionVerdict};
use crate::service::sorted::sort_by;

/// What a class has handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    class: Class,
    /// On the terms of the class, in its order.
    lessons: Vec<Lesson>,
    handed: Vec<Handed>,
}

#[derive(Clone, Debug, PartialEq)]
struct Handed {
    submission: Submission,
    verdict: SubmissionVerdict,
}

/// Why something that was handed in is not in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCollected {
    /// The file is none.
    File(NotASubmission),
    /// It is about a lesson that the class does not have.
    OtherLesson(String),
}

/// Everything, as a trainer looks at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The lessons, by their places in the class.
    pub lessons: Vec<String>,
    /// The learners, by their codes.
    pub rows: Vec<ClassRow>,
    /// The tasks that were not done by everybody, the most failed first.
    pub tasks: Vec<Failed>,
}

/// A learner.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassRow {
    /// The code as it was typed first.
    pub code: String,
    /// What was handed in of each lesson.
    pub cells: Vec<Option<ClassCell>>,
    /// What was verified counts so much.
    pub points: u32,
    /// How many lessons are verified and complete.
    pub complete: usize,
}

/// What a learner has handed in of a lesson: if there is more than one, the best.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassCell {
    /// What the replay makes of it.
    pub verdict: SubmissionVerdict,
    /// How many hints were taken, by its own account.
    pub hints: usize,
    /// How many tasks the lesson has shown, by its own account.
    pub shown: usize,
    /// How many seconds it was looked at, by its own account.
    pub seconds: u64,
    /// The codes of others who have handed in the same journal.
    pub same_as: Vec<String>,
    /// How often it was handed in.
    pub times: usize,
}

/// How a task went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The place of the lesson in the class.
    pub lesson: usize,
    /// The place of the task in the lesson.
    pub task: usize,
    /// How many did not do it themselves.
    pub failed: usize,
    /// Of how many whose work is verified.
    pub of: usize,
}

impl Collection {
    /// Nothing as yet, of a class with these lessons.
    pub fn new(class: Class, lessons: &[Lesson]) -> Collection {
        let of = |id: &String| lessons.iter().find(|lesson| lesson.id == *id);
        let lessons = class.lessons.iter().filter_map(of).map(|lesson| class.on_terms(lesson)).collect();
        Collection { class, lessons, handed: Vec::new() }
    }

    /// The lessons on the terms of the class, in its order.
    pub fn lessons(&self) -> &[Lesson] {
        &self.lessons
    }

    /// Replays what was handed in and puts it into the table.
    ///
    /// # Errors
    /// [`NotCollected::OtherLesson`].
    pub fn take(&mut self, submission: Submission) -> Result<(), NotCollected> {
        let found = self.lessons.iter().find(|lesson| lesson.id == submission.lesson);
        let lesson = found.ok_or_else(|| NotCollected::OtherLesson(submission.lesson.clone()))?;
        let verdict = match submission.terms == self.class.terms() {
            true => submission.verify(lesson, self.class.seed(&submission.code, &submission.lesson)),
            false => SubmissionVerdict::OtherTerms,
        };
        // The same file twice is the same work.
        if !self.handed.iter().any(|handed| handed.submission == submission) {
            self.handed.push(Handed { submission, verdict });
        }
        Ok(())
    }

    /// Forgets what was handed in.
    pub fn forget(&mut self) {
        self.handed.clear();
    }

    /// Everything so far.
    pub fn table(&self) -> Table {
        let mut codes: Vec<(String, String)> = Vec::new();
        for handed in &self.handed {
            let plain = plain_code(&handed.submission.code);
            if !codes.iter().any(|(known, _)| *known == plain) {
                codes.push((plain, handed.submission.code.clone()));
            }
        }
        sort_by(&mut codes, Ord::cmp);
        let rows: Vec<ClassRow> = codes.into_iter().map(|(plain, code)| self.row(&plain, code)).collect();
        let tasks = self.failed(&rows);
        Table { lessons: self.lessons.iter().map(|lesson| lesson.id.clone()).collect(), rows, tasks }
    }

    fn row(&self, plain: &str, code: String) -> ClassRow {
        let cells: Vec<Option<ClassCell>> =
            self.lessons.iter().map(|lesson| self.cell(plain, &lesson.id)).collect();
        let verified = || cells.iter().flatten().filter_map(|cell| cell.verdict.outcome());
        let points = verified().map(|outcome| outcome.points).fold(0, u32::saturating_add);
        let complete = verified().filter(|outcome| outcome.complete).count();
        ClassRow { code, points, complete, cells }
    }

    fn cell(&self, plain: &str, lesson: &str) -> Option<ClassCell> {
        let of_lesson = || self.handed.iter().filter(|handed| handed.submission.lesson == lesson);
        let own: Vec<&Handed> =
            of_lesson().filter(|handed| plain_code(&handed.submission.code) == plain).collect();
        let rank =
            |handed: &&&Handed| handed.verdict.outcome().map(|outcome| (outcome.complete, outcome.points));
        let Handed { submission, verdict } = own.iter().max_by_key(rank)?;
        let others = of_lesson().filter(|other| other.submission.is_copy_of(submission));
        let mut same_as: Vec<String> = others.map(|other| other.submission.code.clone()).collect();
        sort_by(&mut same_as, Ord::cmp);
        same_as.dedup();
        Some(ClassCell {
            verdict: verdict.clone(),
            hints: submission.hints.iter().fold(0, |sum, hints| sum.saturating_add(*hints)),
            shown: submission.shown.len(),
            seconds: submission.seconds,
            same_as,
            times: own.len(),
        })
    }

    fn failed(&self, rows: &[ClassRow]) -> Vec<Failed> {
        let mut all = Vec::new();
        for (place, lesson) in self.lessons.iter().enumerate() {
            let outcomes: Vec<_> =
                rows.iter().filter_map(|row| row.cells.get(place)?.as_ref()?.verdict.outcome()).collect();
            for task in 0..lesson.tasks.len() {
                let alone = |own: &[bool]| own.get(task) == Some(&true);
                let failed = outcomes.iter().filter(|outcome| !alone(&outcome.own)).count();
                all.push(Failed { lesson: place, task, failed, of: outcomes.len() });
            }
        }
        all.retain(|task| task.failed > 0);
        sort_by(&mut all, |one, other| other.failed.cmp(&one.failed));
        all
    }
}

impl Table {
    /// The lines of a sheet: a head, then one for each learner and lesson. `titles` are those of the lessons.
    pub fn sheet(&self, titles: &[String], lessons: &[Lesson], m: &Messages) -> Vec<Vec<String>> {
        let head = [
            m.class_learner(),
            m.class_lesson(),
            m.class_result(),
            m.class_points(),
            m.class_points_all(),
            m.class_hints_taken(),
            m.class_tasks_shown(),
            m.class_seconds(),
            m.class_same(),
        ];
        let mut lines = vec![head.iter().map(ToString::to_string).collect()];
        for row in &self.rows {
            let cells = row.cells.iter().zip(titles.iter().zip(lessons));
            for (cell, (title, lesson)) in cells.filter_map(|(cell, of)| Some((cell.as_ref()?, of))) {
                let points = cell.verdict.outcome().map(|outcome| outcome.points.to_string());
                lines.push(vec![
                    row.code.clone(),
                    title.clone(),
                    cell.verdict.sentence(m),
                    points.unwrap_or_default(),
                    lesson.points().to_string(),
                    cell.hints.to_string(),
                    cell.shown.to_string(),
                    cell.seconds.to_string(),
                    cell.same_as.join("; "),
                ]);
            }
        }
        lines
    }
}

/// What is in the text of a file: one submission, or several at once.
///
/// # Errors
/// [`NotCollected::File`].
pub fn read(text: &str) -> Result<Vec<Submission>, NotCollected> {
    submission::read_all(text).map_err(NotCollected::File)
}
