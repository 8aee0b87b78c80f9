//! Proposals: predicates that became true by the moves of a task, for the author to pick from.

use crate::domain::state::JobState;
use crate::journal::{JobRef, JournalCommand};
use crate::lessons::check::{event_of, holds};
use crate::lessons::evidence::{Evidence, Life};
use crate::lessons::note::Note;
use crate::lessons::predicate::{Absent, Called, Deleter, Did, HappenedTo, Predicate, RefusalOf, StateOf};
use crate::lessons::run::Run;
use crate::lessons::step::LessonStep;
use crate::service::log::Actor;

use super::{Draft, LessonPart};

/// The most proposals for a task.
pub const MOST: usize = 16;

impl Draft {
    /// What became true by the moves of a task, the most telling first.
    pub fn proposals(&self, task: usize) -> Vec<Predicate> {
        let Ok(mut run) = Run::begin(&self.lesson(), self.seed) else { return Vec::new() };
        let take = |run: &mut Run, steps: &[LessonStep]| {
            // What does not go as it says, the linter tells.
            steps.iter().for_each(|step| drop(run.take(step, Actor::Portal)));
        };
        for earlier in 0..task {
            take(&mut run, &self.of_part(LessonPart::Task(earlier)));
        }
        let steps = self.of_part(LessonPart::Task(task));
        let Ok(before) = run.evidence() else { return Vec::new() };
        take(&mut run, &steps);
        let Ok(after) = run.evidence() else { return Vec::new() };
        let named: Vec<&JobRef> =
            steps.iter().filter_map(LessonStep::command).filter_map(JournalCommand::job).collect();
        let mut all = changes(&before, &after, &named);
        all.retain(|predicate| holds(predicate, &after) && !holds(predicate, &before));
        let mut proposals: Vec<Predicate> = Vec::new();
        for predicate in all {
            if !proposals.contains(&predicate) {
                proposals.push(predicate);
            }
        }
        proposals.truncate(MOST);
        proposals
    }
}

/// Everything that a task could ask for, what somebody did to the jobs that are named before all that time did.
fn changes(before: &Evidence, after: &Evidence, named: &[&JobRef]) -> Vec<Predicate> {
    let (Some(was), Some(is)) = (before.lines.first(), after.lines.first()) else { return Vec::new() };
    let mut all = Vec::new();
    for note in after.notes.iter().skip(before.notes.len()) {
        all.extend(noted(note));
    }
    for asked in is.asked.iter().skip(was.asked.len()) {
        let job = asked.job.as_ref().map(|(name, _)| name_of(name));
        let state = asked.job.as_ref().and_then(|(_, state)| *state);
        let deeds = asked.deeds.iter().filter(|deed| deed.is_of_a_job());
        all.extend(deeds.map(|deed| {
            let action = Some(*deed);
            Predicate::Did(Did { action, job: job.clone(), state, by: None, at_least: None, at_most: None })
        }));
    }
    let lives = |wanted: bool| {
        is.jobs.iter().filter(move |life| {
            named.iter().any(|job| crate::lessons::note::is_named(&life.name, job)) == wanted
        })
    };
    for life in lives(true).chain(lives(false)) {
        let old = was.jobs.iter().find(|old| old.job.no == life.job.no);
        all.extend(turned(old, life, is.end.record(life.job.no).map(|record| record.state)));
    }
    if was.end.head().rules != is.end.head().rules {
        all.push(Predicate::Rules(is.end.head().rules));
    }
    all
}

/// What has become of a job.
fn turned(old: Option<&Life>, life: &Life, state: Option<JobState>) -> Vec<Predicate> {
    let job = name_of(&life.name);
    let mut all = Vec::new();
    if let (Some((_, by)), true) = (life.gone, old.is_none_or(|old| old.gone.is_none())) {
        let by = if by == Actor::Service { Deleter::Service } else { Deleter::Person };
        all.push(Predicate::Absent(Absent { job: job.clone(), by: Some(by) }));
    }
    let known = old.map_or(0, |old| old.moments.len());
    let mut events: Vec<_> =
        life.moments.iter().skip(known).filter_map(|moment| event_of(moment.what)).collect();
    // The last is what the moves led to.
    events.reverse();
    all.extend(events.into_iter().map(|event| {
        let job = Some(job.clone());
        Predicate::Happened(HappenedTo { job, event, after: None, before: None, within: None })
    }));
    all.extend(state.map(|state| Predicate::State(StateOf { job, is: vec![state] })));
    all
}

fn noted(note: &Note) -> Option<Predicate> {
    Some(match note {
        Note::Refused { action, job, state, .. } => {
            let state = JobState::parse(state).into_iter().collect();
            Predicate::Refused(RefusalOf { action: *action, job: Some(name_of(job)), state, rules: None })
        }
        Note::Called { operation, job, .. } => {
            let job = Some(job).filter(|job| !job.is_empty()).map(|job| name_of(job));
            Predicate::Called(Called { operation: *operation, job, after: None })
        }
    })
}

/// A job by its name alone, as authors name it.
fn name_of(short: &str) -> JobRef {
    JobRef(short.rsplit('/').next().unwrap_or_default().to_owned())
}
