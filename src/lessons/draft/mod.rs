//! Drafts: a lesson that somebody makes out of a recording: which move belongs where, what is checked, and what it says.

mod answers;
pub mod missing;
pub mod moves;
pub mod propose;
pub mod shelf;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::state::RuleSet;
use crate::journal::JournalCommand;
use crate::lessons::FORMAT;
use crate::phrases::Language;

use super::lesson::{Allow, Lesson, MOST_TASKS, OfLearner, Seed, Start, Surface, Task};
use super::predicate::Predicate;
use super::predicate::named::some_rules;
use super::step::LessonStep;
use super::texts::{LessonTexts, TaskTexts};

/// A lesson that is being made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The lesson's id.
    pub id: String,
    /// How long it takes.
    pub minutes: u32,
    /// The documents that it teaches, one a line.
    pub sources: String,
    /// The scenario that the recording begins with.
    pub scenario: String,
    /// The seed that it was recorded with.
    pub seed: u64,
    /// Whether every learner has durations of their own.
    pub learner: bool,
    /// The rules that decided when the recording began, if others than a workspace begins with.
    #[serde(default, with = "some_rules", skip_serializing_if = "Option::is_none")]
    pub rules: Option<RuleSet>,
    /// All that was done, the oldest first.
    pub moves: Vec<Move>,
    /// What is asked of the learner.
    pub tasks: Vec<TaskDraft>,
    /// What it says, by language; a text may be empty as yet.
    pub texts: BTreeMap<String, LessonTexts>,
}

/// Something that was done, and what it is in the lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// What was done.
    pub step: LessonStep,
    /// Where it belongs.
    pub part: LessonPart,
}

/// Where a move belongs. Tasks are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LessonPart {
    /// It is done before the learner comes.
    Start,
    /// It solves this task.
    Task(usize),
    /// It is a wrong attempt at this task.
    Wrong(usize),
    /// It is left out.
    Out,
}

/// A task that is being made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskDraft {
    /// What it counts.
    pub points: u32,
    /// What must hold for it to be done, all of it.
    pub check: Vec<Predicate>,
}

impl Default for TaskDraft {
    fn default() -> Self {
        TaskDraft { points: 1, check: Vec::new() }
    }
}

impl Draft {
    /// Adds a task, if there may be one more.
    pub fn add_task(&mut self) {
        if self.tasks.len() < MOST_TASKS {
            self.tasks.push(TaskDraft::default());
        }
        self.fit();
    }

    /// Takes the last task away; its moves are left out.
    pub fn remove_task(&mut self) {
        if self.tasks.len() > 1 {
            self.tasks.pop();
        }
        let count = self.tasks.len();
        for made in &mut self.moves {
            if matches!(made.part, LessonPart::Task(task) | LessonPart::Wrong(task) if task >= count) {
                made.part = LessonPart::Out;
            }
        }
        self.fit();
    }

    /// Says where a move belongs.
    pub fn belongs(&mut self, place: usize, part: LessonPart) {
        if let Some(made) = self.moves.get_mut(place) {
            made.part = part;
        }
        self.fit();
    }

    /// Takes a predicate into the check of a task, or out of it.
    pub fn checks(&mut self, task: usize, predicate: &Predicate, taken: bool) {
        if let Some(task) = self.tasks.get_mut(task) {
            task.check.retain(|known| known != predicate);
            if taken {
                task.check.push(predicate.clone());
            }
        }
    }

    /// Gives every language as many texts as there are places for.
    pub fn fit(&mut self) {
        let wrong: Vec<usize> = (0..self.tasks.len()).map(|task| self.attempts(task).len()).collect();
        for tag in Language::all().map(Language::tag) {
            let texts = self.texts.entry(tag.to_owned()).or_insert_with(empty);
            let none = TaskTexts { text: String::new(), hints: Vec::new(), says: Vec::new() };
            texts.tasks.resize(wrong.len(), none);
            for (texts, count) in texts.tasks.iter_mut().zip(&wrong) {
                texts.says.resize(*count, String::new());
            }
        }
    }

    /// The moves that belong to a part.
    pub fn of_part(&self, part: LessonPart) -> Vec<LessonStep> {
        self.moves.iter().filter(|made| made.part == part).map(|made| made.step.clone()).collect()
    }

    /// The wrong attempts at a task: moves that follow each other are one attempt.
    pub fn attempts(&self, task: usize) -> Vec<Vec<LessonStep>> {
        let groups = self.moves.chunk_by(|one, next| one.part == next.part);
        let wrong =
            groups.filter(|group| group.first().is_some_and(|first| first.part == LessonPart::Wrong(task)));
        wrong.map(|group| group.iter().map(|made| made.step.clone()).collect()).collect()
    }

    /// The lesson as far as it is made; whether it can be taken is for [`super::read`] to say.
    pub fn lesson(&self) -> Lesson {
        let start = self.of_part(LessonPart::Start).into_iter().filter_map(|step| match step {
            LessonStep::Give(command) => Some(command),
            // Nothing comes of these, so a beginning does without.
            LessonStep::Try(_) | LessonStep::Call(_) => None,
        });
        let given = |wanted: fn(&JournalCommand) -> bool| {
            let solution = self.moves.iter().filter(|made| matches!(made.part, LessonPart::Task(_)));
            solution.filter_map(|made| made.step.command()).any(wanted)
        };
        let rules = given(|command| matches!(command, JournalCommand::Rules(_)));
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        Lesson {
            format: FORMAT.to_owned(),
            id: self.id.trim().to_owned(),
            rev: 1,
            minutes: self.minutes,
            needs: Vec::new(),
            sources: lines(&self.sources),
            start: Start {
                scenario: self.scenario.clone(),
                seed: if self.learner { Seed::Learner(OfLearner::Learner) } else { Seed::Fixed(self.seed) },
                rules: self.rules,
                steps: start.collect(),
            },
            // Learners try things out, and find their way back.
            allow: Allow {
                surfaces: vec![Surface::Portal, Surface::Console],
                clock: true,
                rewind: true,
                rules,
                hints: true,
            },
            tasks: (0..self.tasks.len()).map(|task| self.task(task)).collect(),
            spoilt: Vec::new(),
            quiz: Vec::new(),
            texts: self.texts.clone(),
        }
    }

    fn task(&self, task: usize) -> Task {
        let solve = self.of_part(LessonPart::Task(task));
        let near = self.attempts(task);
        let draft = self.tasks.get(task).cloned().unwrap_or_default();
        let check = match draft.check.as_slice() {
            [one] => one.clone(),
            many => Predicate::All(many.to_vec()),
        };
        Task {
            points: draft.points,
            check,
            anchor: solve.first().and_then(answers::anchor),
            says: near.iter().map(|steps| answers::says(steps)).collect(),
            solve,
            near,
        }
    }
}

fn empty() -> LessonTexts {
    LessonTexts {
        title: String::new(),
        about: String::new(),
        misconception: String::new(),
        situation: String::new(),
        tasks: Vec::new(),
        spoilt: Vec::new(),
        quiz: Vec::new(),
        debrief: String::new(),
    }
}
