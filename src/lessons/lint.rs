//! The linter: what a lesson promises, carried out. Every lesson in the source passes it, and imported ones go through
//! the same.

use std::fmt;

use crate::journal::run::CommandRefusal;
use crate::phrases::Language;
use crate::service::log::Actor;
use crate::store::portable;

use super::coverage::Coverage;
use super::evidence::Evidence;
use super::lesson::Lesson;
use super::run::{Run, Unexpected};
use super::standing::{Outside, Standing};
use super::step::LessonStep;

/// How many seeds a lesson is solved with.
pub const SEEDS: u64 = 50;

/// Something that a lesson promises and does not keep. Tasks, steps and the like are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonProblem {
    /// It has no texts in this language.
    Language(&'static str),
    /// This step of its beginning is refused.
    Begin(usize, Box<CommandRefusal>),
    /// Its beginning fulfils this task already.
    Given(usize),
    /// Its beginning is spoilt already, in this way.
    BornSpoilt(usize),
    /// This step of the solution of this task does not go as it says.
    Step(usize, usize, Box<Unexpected>),
    /// The solution of this task leaves the task undone.
    Undone(usize),
    /// After the whole solution this task is undone again.
    UndoneAgain(usize),
    /// After this step of the solution, and before its last, the last task is done.
    Early(usize),
    /// Without this step of the solution all is done too.
    Spare(usize),
    /// The solution uses what the lesson does not allow.
    NotAllowed(Outside),
    /// A step of this wrong attempt of this task does not go as it says.
    NearStep(usize, usize, Box<Unexpected>),
    /// This wrong attempt of this task does the task.
    NearDoes(usize, usize),
    /// Nobody says anything to this wrong attempt of this task.
    NearUnanswered(usize, usize),
    /// No wrong attempt of this task is met by this answer.
    SaysUnmet(usize, usize),
    /// No wrong attempt spoils the lesson in this way.
    SpoiltUnmet(usize),
    /// Solved twice, it ends differently.
    Differs,
    /// It cannot be solved with this seed.
    Seed(u64),
    /// A branch cannot be read again.
    Journal,
}

impl fmt::Display for LessonProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LessonProblem::Language(tag) => write!(f, "there are no texts in {tag}"),
            LessonProblem::Begin(step, why) => write!(f, "start.steps[{step}] is refused: {why:?}"),
            LessonProblem::Given(task) => write!(f, "the start fulfils tasks[{task}]"),
            LessonProblem::BornSpoilt(way) => write!(f, "the start is spoilt by spoilt[{way}]"),
            LessonProblem::Step(task, step, why) => write!(f, "tasks[{task}].solve[{step}]: {why:?}"),
            LessonProblem::Undone(task) => write!(f, "tasks[{task}].solve leaves the task undone"),
            LessonProblem::UndoneAgain(task) => write!(f, "tasks[{task}] is undone at the end"),
            LessonProblem::Early(step) => {
                write!(f, "the last task is done after step {step} of the solution")
            }
            LessonProblem::Spare(step) => write!(f, "step {step} of the solution can be left out"),
            LessonProblem::NotAllowed(what) => write!(f, "the solution uses what is not allowed: {what:?}"),
            LessonProblem::NearStep(task, near, why) => write!(f, "tasks[{task}].near[{near}]: {why:?}"),
            LessonProblem::NearDoes(task, near) => write!(f, "tasks[{task}].near[{near}] does the task"),
            LessonProblem::NearUnanswered(task, near) => {
                write!(f, "tasks[{task}].near[{near}] gets no answer")
            }
            LessonProblem::SaysUnmet(task, says) => write!(f, "tasks[{task}].says[{says}] answers no near"),
            LessonProblem::SpoiltUnmet(way) => write!(f, "spoilt[{way}] is reached by no near"),
            LessonProblem::Differs => f.write_str("solved twice, it ends differently"),
            LessonProblem::Seed(seed) => write!(f, "it cannot be solved with seed {seed}"),
            LessonProblem::Journal => f.write_str("its journal cannot be read again"),
        }
    }
}

/// Every check of a lesson; what its runs meet is added to the coverage.
pub fn lint(lesson: &Lesson, coverage: &mut Coverage) -> Vec<LessonProblem> {
    let mut problems: Vec<LessonProblem> = Language::all()
        .map(Language::tag)
        .filter(|tag| !lesson.texts.contains_key(*tag))
        .map(LessonProblem::Language)
        .collect();
    match Run::begin(lesson, 1) {
        Err((step, why)) => problems.push(LessonProblem::Begin(step, Box::new(why))),
        Ok(run) => {
            let found = Lint { lesson, start: run }.all(coverage);
            problems.extend(found.unwrap_or_else(|problem| vec![problem]));
        }
    }
    problems
}

struct Lint<'a> {
    lesson: &'a Lesson,
    start: Run,
}

impl Lint<'_> {
    fn all(&self, coverage: &mut Coverage) -> Result<Vec<LessonProblem>, LessonProblem> {
        let (_, first) = self.standing(&self.start)?;
        let given = first.done.iter().enumerate().filter(|(_, done)| **done);
        let mut problems: Vec<LessonProblem> = given.map(|(task, _)| LessonProblem::Given(task)).collect();
        problems.extend(first.spoilt.map(LessonProblem::BornSpoilt));
        let (solved, before) = self.solve(&mut problems)?;
        let (evidence, last) = self.standing(&solved)?;
        coverage.add(&self.lesson.id, &evidence);
        let undone = last.done.iter().enumerate().filter(|(_, done)| !**done);
        problems.extend(undone.map(|(task, _)| LessonProblem::UndoneAgain(task)));
        problems.extend(last.outside.iter().copied().map(LessonProblem::NotAllowed));
        if problems.is_empty() {
            self.without_each(&mut problems)?;
            self.twice(&solved, &mut problems);
            self.seeds(&mut problems);
        }
        self.near(&before, coverage, &mut problems)?;
        Ok(problems)
    }

    fn standing(&self, run: &Run) -> Result<(Evidence, Standing), LessonProblem> {
        let evidence = run.evidence().map_err(|_| LessonProblem::Journal)?;
        let standing = Standing::of(self.lesson, &evidence);
        Ok((evidence, standing))
    }

    /// The run after the whole solution, and the one before each task.
    fn solve(&self, problems: &mut Vec<LessonProblem>) -> Result<(Run, Vec<Run>), LessonProblem> {
        let (mut run, mut before) = (self.start.clone(), Vec::new());
        let (mut count, steps) = (0, self.lesson.solution().count());
        for (task, of) in self.lesson.tasks.iter().enumerate() {
            before.push(run.clone());
            for (n, step) in of.solve.iter().enumerate() {
                if let Err(why) = run.take(step, Actor::Portal) {
                    problems.push(LessonProblem::Step(task, n, Box::new(why)));
                }
                count += 1;
                if count < steps && self.standing(&run)?.1.done.last() == Some(&true) {
                    problems.push(LessonProblem::Early(count - 1));
                }
            }
            if self.standing(&run)?.1.done.get(task) != Some(&true) {
                problems.push(LessonProblem::Undone(task));
            }
        }
        Ok((run, before))
    }

    fn without_each(&self, problems: &mut Vec<LessonProblem>) -> Result<(), LessonProblem> {
        let steps: Vec<&LessonStep> = self.lesson.solution().map(|(_, step)| step).collect();
        for left_out in 0..steps.len() {
            let mut run = self.start.clone();
            for (_, step) in steps.iter().enumerate().filter(|(n, _)| *n != left_out) {
                // What is refused without it shows that it was needed; what that leads to is looked at in the end.
                let _ = run.take(step, Actor::Portal);
            }
            if self.standing(&run)?.1.next().is_none() {
                problems.push(LessonProblem::Spare(left_out));
            }
        }
        Ok(())
    }

    fn solved(&self, seed: u64) -> Option<Run> {
        let mut run = Run::begin(self.lesson, seed).ok()?;
        let taken = self.lesson.solution().all(|(_, step)| run.take(step, Actor::Portal).is_ok());
        taken.then_some(run)
    }

    fn twice(&self, solved: &Run, problems: &mut Vec<LessonProblem>) {
        let bytes = |run: &Run| portable::export(run.session.present(), "");
        let again = self.solved(1);
        if again.is_none_or(|again| bytes(&again) != bytes(solved) || again.notes != solved.notes) {
            problems.push(LessonProblem::Differs);
        }
    }

    fn seeds(&self, problems: &mut Vec<LessonProblem>) {
        for seed in 1..=SEEDS {
            let run = self.solved(seed);
            let complete =
                run.is_some_and(|run| self.standing(&run).is_ok_and(|(_, standing)| standing.is_complete()));
            if !complete {
                problems.push(LessonProblem::Seed(seed));
            }
        }
    }

    fn near(
        &self,
        before: &[Run],
        coverage: &mut Coverage,
        problems: &mut Vec<LessonProblem>,
    ) -> Result<(), LessonProblem> {
        let mut ways = vec![false; self.lesson.spoilt.len()];
        for (n, (task, start)) in self.lesson.tasks.iter().zip(before).enumerate() {
            let mut met = vec![false; task.says.len()];
            for (near, steps) in task.near.iter().enumerate() {
                let mut run = start.clone();
                for step in steps {
                    if let Err(why) = run.take(step, Actor::Portal) {
                        problems.push(LessonProblem::NearStep(n, near, Box::new(why)));
                    }
                }
                let (evidence, standing) = self.standing(&run)?;
                coverage.add(&self.lesson.id, &evidence);
                if standing.next().is_none_or(|next| next > n) {
                    problems.push(LessonProblem::NearDoes(n, near));
                }
                if standing.says.is_empty() && standing.spoilt.is_none() {
                    problems.push(LessonProblem::NearUnanswered(n, near));
                }
                for says in standing.says {
                    met[says] = true;
                }
                if let Some(way) = standing.spoilt {
                    ways[way] = true;
                }
            }
            let unmet = met.iter().enumerate().filter(|(_, met)| !**met);
            problems.extend(unmet.map(|(says, _)| LessonProblem::SaysUnmet(n, says)));
        }
        let unmet = ways.iter().enumerate().filter(|(_, met)| !**met);
        problems.extend(unmet.map(|(way, _)| LessonProblem::SpoiltUnmet(way)));
        Ok(())
    }
}
