//! Checking: whether a predicate holds of what there is to go by.

use crate::api::wire::{Detail, job_json};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::JobRef;
use crate::service::cancel::CancelEffect;
use crate::service::log::Actor;
use crate::service::simulation::Happening;
use crate::service::workspace::Record;

use super::evidence::{AcceptedCommand, BranchEvidence, Evidence, Life};
use super::note::{Note, is_named, is_portal};
use super::predicate::{
    Absent, Called, CancelFate, CancelOf, CommandWay, CountOf, Deleter, Did, DriveOf, FieldOf, HappenedTo,
    JobEvent, Predicate, RefusalOf, Since, StateOf,
};

/// Whether it holds, in the present branch if nothing else is said.
pub fn holds(predicate: &Predicate, evidence: &Evidence) -> bool {
    evidence.lines.first().is_some_and(|present| holds_in(predicate, evidence, present))
}

fn holds_in(predicate: &Predicate, evidence: &Evidence, line: &BranchEvidence) -> bool {
    match predicate {
        Predicate::State(StateOf { job, is }) => {
            there(line, job).is_some_and(|record| is.contains(&record.state))
        }
        Predicate::Absent(absent) => is_absent(absent, line),
        Predicate::Field(field) => has_field(field, line),
        Predicate::Drive(drive) => has_drive(drive, line),
        Predicate::Cancel(CancelOf { job, is }) => fate(line, job) == Some(*is),
        Predicate::Happened(happened) => has_happened(happened, line),
        Predicate::Since(since) => is_since(since, line),
        Predicate::Did(did) => has_done(did, line),
        Predicate::Refused(refused) => evidence.notes.iter().any(|note| is_refusal(note, refused)),
        Predicate::Called(called) => evidence.notes.iter().any(|note| is_call(note, called, line)),
        Predicate::Rules(rules) => line.end.head().rules == *rules,
        Predicate::Count(count) => has_so_many(count, line),
        Predicate::AnyBranch(part) => evidence.lines.iter().any(|line| holds_in(part, evidence, line)),
        Predicate::All(parts) => parts.iter().all(|part| holds_in(part, evidence, line)),
        Predicate::Any(parts) => parts.iter().any(|part| holds_in(part, evidence, line)),
        Predicate::Not(part) => !holds_in(part, evidence, line),
    }
}

/// The job of this name that is there.
fn there<'a>(line: &'a BranchEvidence, job: &'a JobRef) -> Option<&'a Record> {
    let life = line.lives(job).rev().find(|life| life.gone.is_none())?;
    line.end.record(life.job.no)
}

fn is_absent(absent: &Absent, line: &BranchEvidence) -> bool {
    // The last to bear the name counts; somebody may have made it anew.
    let all_gone = line.lives(&absent.job).all(|life| life.gone.is_some());
    let last = line.lives(&absent.job).next_back().and_then(|life| life.gone);
    all_gone
        && last.is_some_and(|(_, by)| match absent.by {
            None => true,
            Some(Deleter::Service) => by == Actor::Service,
            Some(Deleter::Person) => by != Actor::Service,
        })
}

fn has_field(field: &FieldOf, line: &BranchEvidence) -> bool {
    there(line, &field.job).is_some_and(|record| {
        job_json(&line.end, &record.job, Detail::Whole).pointer(&field.at) == Some(&field.is)
    })
}

fn has_drive(wanted: &DriveOf, line: &BranchEvidence) -> bool {
    let Some(record) = there(line, &wanted.job) else { return false };
    let drives = line.end.status(&record.job).drives(&record.job, line.end.head().seed);
    drives.iter().enumerate().any(|(n, drive)| {
        wanted.drive.is_none_or(|place| place == n + 1)
            && wanted.state.is_none_or(|state| state == drive.state)
            && wanted.copy.is_none_or(|copy| drive.copy_status == Some(copy))
            && wanted.extra.is_none_or(|extra| extra == drive.extra)
    })
}

fn fate(line: &BranchEvidence, job: &JobRef) -> Option<CancelFate> {
    let record = there(line, job)?;
    let (seed, now) = (line.end.head().seed, line.end.now());
    Some(match CancelEffect::of_request(&record.job, seed, now) {
        None => CancelFate::NotAsked,
        Some(
            CancelEffect::CompletesShortly { .. }
            | CancelEffect::NothingIsCopied
            | CancelEffect::CopyStops { .. },
        ) => CancelFate::Pending,
        Some(CancelEffect::Stopped { .. } | CancelEffect::Ended { .. }) => CancelFate::Stopped,
        Some(CancelEffect::TooLate { .. }) => CancelFate::TooLate,
        Some(CancelEffect::GivenUp) => CancelFate::GivenUp,
    })
}

fn has_happened(wanted: &HappenedTo, line: &BranchEvidence) -> bool {
    let named = |life: &&Life| wanted.job.as_ref().is_none_or(|job| is_named(&life.name, job));
    line.jobs.iter().filter(named).any(|life| {
        let times = |event: JobEvent| times(life, event);
        times(wanted.event).iter().any(|(place, at)| {
            let in_time = |from: SimTime| wanted.within.is_none_or(|span| at.since(from) <= span);
            let after = wanted.after.is_none_or(|event| {
                times(event).iter().any(|(earlier, from)| earlier < place && in_time(*from))
            });
            let before =
                wanted.before.is_none_or(|event| !times(event).iter().any(|(earlier, _)| earlier < place));
            after && before
        })
    })
}

fn is_since(wanted: &Since, line: &BranchEvidence) -> bool {
    let lives = line.lives(&wanted.job).flat_map(|life| times(life, wanted.event));
    let last: Option<SimTime> = lives.map(|(_, at)| at).max();
    last.is_some_and(|at| line.end.now().since(at) >= wanted.at_least && line.end.now() >= at)
}

/// When something has happened to a job, each with its place in the job's life.
fn times(life: &Life, event: JobEvent) -> Vec<(usize, SimTime)> {
    let fits = |(_, moment): &(usize, &crate::service::simulation::TimedHappening)| {
        event_of(moment.what) == Some(event)
    };
    life.moments.iter().enumerate().filter(fits).map(|(place, moment)| (place, moment.at)).collect()
}

/// The event that a happening is, if lessons know it.
pub fn event_of(what: Happening) -> Option<JobEvent> {
    match what {
        Happening::Created => Some(JobEvent::Created),
        Happening::Shipped => Some(JobEvent::Shipped),
        Happening::CancelRequested => Some(JobEvent::CancelRequested),
        Happening::OperatorsNotified => Some(JobEvent::OperatorsNotified),
        Happening::Received => Some(JobEvent::Received),
        Happening::TransferStarted => Some(JobEvent::TransferStarted),
        Happening::LateDriveArrived(_) => Some(JobEvent::LateDriveArrived),
        Happening::CopyStopped => Some(JobEvent::CopyStopped),
        Happening::Faulted(_) => Some(JobEvent::Faulted),
        Happening::Recovered(_) => Some(JobEvent::Recovered),
        Happening::PackagingStarted => Some(JobEvent::PackagingStarted),
        Happening::Completed => Some(JobEvent::Completed),
        Happening::Closed => Some(JobEvent::Closed),
        Happening::Deleted => Some(JobEvent::Expired),
        Happening::DriveStarted(_) | Happening::DriveEnded(..) => None,
    }
}

fn has_done(did: &Did, line: &BranchEvidence) -> bool {
    let count = line.asked.iter().filter(|asked| is_deed(asked, did)).count();
    let least = did.at_least.unwrap_or(usize::from(did.at_most.is_none()));
    count >= least && did.at_most.is_none_or(|most| count <= most)
}

fn is_deed(asked: &AcceptedCommand, did: &Did) -> bool {
    let action = match did.action {
        Some(action) => asked.deeds.contains(&action),
        None => asked.deeds.iter().any(|deed| deed.is_of_a_job()),
    };
    let job =
        did.job.as_ref().is_none_or(|job| asked.job.as_ref().is_some_and(|(name, _)| is_named(name, job)));
    let state = did.state.is_none_or(|state| asked.job.as_ref().is_some_and(|(_, was)| *was == Some(state)));
    let by = did.by.is_none_or(|way| match way {
        CommandWay::Portal => is_portal(asked.by),
        CommandWay::Rest => !is_portal(asked.by),
    });
    action && job && state && by
}

fn is_refusal(note: &Note, wanted: &RefusalOf) -> bool {
    match note {
        Note::Called { .. } => false,
        Note::Refused { action, job, state, rules, .. } => {
            let of = wanted.job.as_ref().is_none_or(|named| is_named(job, named));
            let fits = |wanted: &JobState| wanted.as_str() == state;
            let there = wanted.state.is_empty() || wanted.state.iter().any(fits);
            let under = wanted.rules.is_none_or(|wanted| wanted.as_str() == rules);
            *action == wanted.action && of && there && under
        }
    }
}

fn is_call(note: &Note, wanted: &Called, line: &BranchEvidence) -> bool {
    match note {
        Note::Refused { .. } => false,
        Note::Called { at, operation, job } => {
            let of = wanted.job.as_ref().is_none_or(|named| is_named(job, named));
            let had = |event: JobEvent| {
                let lives = line.jobs.iter().filter(|life| life.name == *job);
                lives.flat_map(|life| times(life, event)).any(|(_, from)| from.millis() <= *at)
            };
            *operation == wanted.operation && of && wanted.after.is_none_or(had)
        }
    }
}

fn has_so_many(count: &CountOf, line: &BranchEvidence) -> bool {
    let fits = |record: &&Record| count.state.is_empty() || count.state.contains(&record.state);
    let found = line.end.records().filter(fits).count();
    count.at_least.is_none_or(|least| found >= least) && count.at_most.is_none_or(|most| found <= most)
}
