//! A lesson: how it begins, what is to be reached, what spoils it, and how it is solved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::state::RuleSet;
use crate::journal::run::{CommandRefusal, run};
use crate::journal::{JobRef, JournalCommand};
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;

use super::anchor::Anchor;
use super::predicate::Predicate;
use super::predicate::named::some_rules;
use super::step::LessonStep;
use super::texts::LessonTexts;

/// The most tasks.
pub const MOST_TASKS: usize = 12;
/// The most steps of a beginning, of a whole solution, and of a wrong attempt.
pub const MOST_STEPS: usize = 60;
/// The most wrong attempts, wrong moves or ways to spoil a lesson, counted for each task.
pub const MOST_NEAR: usize = 12;
/// The most questions, and answers to one.
pub const MOST_QUESTIONS: usize = 6;

/// A lesson. Its texts stand beside it by language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// [`super::FORMAT`].
    pub format: String,
    /// Its name for ever: small letters, digits and hyphens. Progress is kept under it.
    pub id: String,
    /// Rises whenever a check changes.
    pub rev: u32,
    /// How long it takes.
    pub minutes: u32,
    /// The lessons to take first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// The documents that it teaches, by their titles.
    pub sources: Vec<String>,
    /// How it begins.
    pub start: Start,
    /// What may be used.
    pub allow: Allow,
    /// What is to be reached, in this order.
    pub tasks: Vec<Task>,
    /// When the goal can no longer be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spoilt: Vec<Predicate>,
    /// What is asked at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quiz: Vec<Question>,
    /// What it says, by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, LessonTexts>,
}

/// How a lesson begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// With which jobs.
    pub scenario: String,
    /// What durations are drawn from.
    pub seed: Seed,
    /// Whose rules decide.
    #[serde(default, with = "some_rules", skip_serializing_if = "Option::is_none")]
    pub rules: Option<RuleSet>,
    /// What is done before the learner comes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<JournalCommand>,
}

/// What durations are drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Seed {
    /// The same for everybody.
    Fixed(u64),
    /// Another for every learner: `"learner"`.
    Learner(OfLearner),
}

/// The word `learner`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfLearner {
    /// The word.
    #[serde(rename = "learner")]
    Learner,
}

impl Seed {
    /// The seed for a learner who has this one.
    pub fn of(self, learner: u64) -> u64 {
        match self {
            Seed::Fixed(seed) => seed,
            Seed::Learner(OfLearner::Learner) => learner,
        }
    }
}

/// What may be used. What is not named here counts against the lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The ways to the service.
    pub surfaces: Vec<Surface>,
    /// Jumps of the clock.
    #[serde(default)]
    pub clock: bool,
    /// Going back in time.
    #[serde(default)]
    pub rewind: bool,
    /// Other rules.
    #[serde(default)]
    pub rules: bool,
    /// Hints; *Show me* is always there, for no points.
    #[serde(default = "yes")]
    pub hints: bool,
}

fn yes() -> bool {
    true
}

/// A way to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Surface {
    /// The portal's own pages.
    Portal,
    /// The REST console.
    Console,
    /// Scripts in the page.
    Scripts,
}

/// Something to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What it counts.
    #[serde(default = "one")]
    pub points: u32,
    /// Whether it is done.
    pub check: Predicate,
    /// Where it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// Wrong moves that get an answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<Predicate>,
    /// How it is solved, once the tasks before it are.
    pub solve: Vec<LessonStep>,
    /// Wrong attempts, made once the tasks before it are solved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<Vec<LessonStep>>,
}

fn one() -> u32 {
    1
}

/// A question at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// How many answers there are to choose from.
    pub answers: usize,
    /// Which one is right, counted from 0.
    pub right: usize,
}

impl Lesson {
    /// The workspace that it begins with, for a learner who has this seed.
    ///
    /// # Errors
    /// The step, counted from 0, that is refused, and why.
    pub fn begin(&self, learner: u64) -> Result<Workspace, (usize, CommandRefusal)> {
        let scenario = Scenario::parse(&self.start.scenario).unwrap_or_default();
        let seed = self.start.seed.of(learner);
        let mut workspace = Fresh { scenario, seed, jobs: None }.build();
        if let Some(rules) = self.start.rules {
            run(&mut workspace, &JournalCommand::Rules(rules), Actor::Portal).map_err(|why| (0, why))?;
        }
        for (n, step) in self.start.steps.iter().enumerate() {
            run(&mut workspace, step, Actor::Portal).map_err(|why| (n, why))?;
        }
        Ok(workspace)
    }

    /// The whole solution, with the number of the task that each step belongs to.
    pub fn solution(&self) -> impl Iterator<Item = (usize, &LessonStep)> {
        self.tasks.iter().enumerate().flat_map(|(n, task)| task.solve.iter().map(move |step| (n, step)))
    }

    /// What all tasks count together.
    pub fn points(&self) -> u32 {
        self.tasks.iter().map(|task| task.points).fold(0, u32::saturating_add)
    }

    /// Every predicate at the top of a check, a wrong move or a way to spoil it, with its place.
    pub fn predicates(&self) -> Vec<(String, &Predicate)> {
        let mut all = Vec::new();
        for (n, task) in self.tasks.iter().enumerate() {
            all.push((format!("tasks[{n}].check"), &task.check));
            all.extend(task.says.iter().enumerate().map(|(s, says)| (format!("tasks[{n}].says[{s}]"), says)));
        }
        all.extend(self.spoilt.iter().enumerate().map(|(n, spoilt)| (format!("spoilt[{n}]"), spoilt)));
        all
    }

    /// The texts in a language, or in any other where that is missing.
    pub fn texts_in(&self, language: &str) -> Option<&LessonTexts> {
        self.texts.get(language).or_else(|| self.texts.values().next())
    }

    /// The job that a task points at.
    pub fn pointed_at(&self, task: usize) -> Option<&JobRef> {
        self.tasks.get(task)?.anchor.as_ref()?.job.as_ref()
    }
}
