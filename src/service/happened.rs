//! What happened: the service's own events between two moments, read off the courses of jobs, so that nothing is recorded.

use crate::domain::job::JobNo;
use crate::domain::name::{JobId, JobName};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;

use super::log::{Actor, LogAction};
use super::simulation::{Course, Happening, TimedHappening};
use super::sorted::sort_by;
use super::workspace::{Record, Workspace};

/// Something that the service did to a job that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The job.
    pub job: JobNo,
    /// When it happened, and what.
    pub moment: TimedHappening,
}

/// The service's own events after `from` and until now, oldest first. Jobs that are gone have none.
pub fn events(workspace: &Workspace, from: SimTime) -> Vec<Event> {
    let mut all: Vec<Event> = Vec::new();
    for record in workspace.records() {
        let moments = own(workspace, record, from);
        all.extend(moments.into_iter().map(|moment| Event { job: record.job.no, moment }));
    }
    sort_by(&mut all, |one, other| (one.moment.at, one.job).cmp(&(other.moment.at, other.job)));
    all
}

/// What the service did to one job after `from`, oldest first.
fn own(workspace: &Workspace, record: &Record, from: SimTime) -> Vec<TimedHappening> {
    let course = Course::of(&record.job, workspace.head().seed);
    let past = course.past(workspace.now()).filter(|moment| moment.at > from && by_service(moment.what));
    past.copied().collect()
}

/// Whether the service does this of its own accord, and not the customer.
fn by_service(what: Happening) -> bool {
    match what {
        Happening::Created | Happening::Shipped | Happening::CancelRequested => false,
        Happening::OperatorsNotified
        | Happening::Received
        | Happening::TransferStarted
        | Happening::LateDriveArrived(_)
        | Happening::DriveStarted(_)
        | Happening::DriveEnded(..)
        | Happening::CopyStopped
        | Happening::Faulted(_)
        | Happening::Recovered(_)
        | Happening::PackagingStarted
        | Happening::Completed
        | Happening::Closed
        | Happening::Deleted => true,
    }
}

/// How the jobs of a workspace stood at one moment, to be compared with a later one. It keeps no more of a job than its
/// number, its state and when something happens to it next.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    at: SimTime,
    beginning: (u64, String),
    next_line: u64,
    jobs: Vec<(JobNo, JobState, Option<SimTime>)>,
}

/// What time has made of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its name, which a deleted job leaves in the activity log too.
    pub name: JobName,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It is there.
    Here {
        /// Which one it is.
        no: JobNo,
        /// Its address.
        id: JobId,
        /// The state that it was in.
        from: JobState,
        /// The state that it is in.
        to: JobState,
        /// What happened to it last.
        last: TimedHappening,
    },
    /// The service has deleted it.
    Deleted,
}

impl Glance {
    /// How they stand now.
    pub fn of(workspace: &Workspace) -> Glance {
        let head = workspace.head();
        Glance {
            at: workspace.now(),
            beginning: (head.seed, head.scenario.clone()),
            next_line: head.next_line,
            jobs: workspace.records().map(|record| (record.job.no, record.state, record.next)).collect(),
        }
    }

    /// Whether `workspace` is the one that was looked at, at a later moment. Another one, or one that was begun anew or put
    /// back, cannot be compared.
    pub fn is_of(&self, workspace: &Workspace) -> bool {
        let head = workspace.head();
        let same = head.seed == self.beginning.0 && head.scenario == self.beginning.1;
        same && head.now >= self.at && head.next_line >= self.next_line
    }

    /// The jobs that time has changed since, in the order of their numbers, and then those that the service has deleted.
    pub fn changes(&self, workspace: &Workspace) -> Vec<Changed> {
        if !self.is_of(workspace) {
            return Vec::new();
        }
        let now = workspace.now();
        let due = self.jobs.iter().filter(|(_, _, next)| next.is_some_and(|at| at <= now));
        let here = due.filter_map(|(no, from, _)| {
            let record = workspace.record(*no)?;
            let last = own(workspace, record, self.at).pop()?;
            let id = record.job.id.clone();
            let fate = Fate::Here { no: *no, id: id.clone(), from: *from, to: record.state, last };
            Some(Changed { name: id.name, fate })
        });
        let new = workspace.log().rev().take_while(|line| line.no >= self.next_line);
        let gone = new.filter(|line| line.action == LogAction::Deleted && line.by == Actor::Service);
        let mut gone: Vec<Changed> =
            gone.filter_map(|line| Some(Changed { name: line.job.clone()?, fate: Fate::Deleted })).collect();
        gone.reverse();
        here.chain(gone).collect()
    }
}

/// How many jobs the service deletes until `to`, if nothing more is asked of them.
pub fn deletions(workspace: &Workspace, to: SimTime) -> usize {
    workspace.records().filter(|record| record.deletion.is_some_and(|at| at <= to)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Span;
    use crate::service::command::Command;
    use crate::service::scenario::Scenario;

    fn contoso() -> Workspace {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        Workspace::new(head, jobs, lines)
    }

    fn later(mut workspace: Workspace, span: Span) -> Workspace {
        let to = workspace.now() + span;
        workspace.advance(to, usize::MAX);
        workspace
    }

    #[test]
    fn a_jump_names_each_job_that_it_changed_and_those_that_it_deleted() {
        let before = contoso();
        let glance = Glance::of(&before);
        for days in [1, 9, 40, 120] {
            let after = later(before.clone(), Span::days(days));
            let changes = glance.changes(&after);
            let here: Vec<JobNo> = changes
                .iter()
                .filter_map(|changed| match &changed.fate {
                    Fate::Here { no, .. } => Some(*no),
                    Fate::Deleted => None,
                })
                .collect();
            let expected: Vec<JobNo> = after
                .records()
                .filter(|record| !own(&after, record, before.now()).is_empty())
                .map(|record| record.job.no)
                .collect();
            assert_eq!(here, expected, "{days} days");
            let gone = before.records().filter(|record| after.record(record.job.no).is_none()).count();
            assert_eq!(changes.len() - here.len(), gone, "{days} days");
            assert_eq!(gone, deletions(&before, after.now()), "it was said before, {days} days");
        }
    }

    #[test]
    fn a_change_tells_the_states_before_and_after_and_what_happened_last() {
        let before = contoso();
        let after = later(before.clone(), Span::days(10));
        for Changed { fate, .. } in Glance::of(&before).changes(&after) {
            let Fate::Here { no, from, to, last, .. } = fate else { continue };
            let state = |all: &Workspace| all.record(no).map(|record| record.state);
            assert_eq!((Some(from), Some(to)), (state(&before), state(&after)));
            assert!(last.at > before.now() && last.at <= after.now());
        }
    }

    #[test]
    fn what_a_person_does_is_no_event_of_the_service() {
        let mut workspace = contoso();
        let glance = Glance::of(&workspace);
        let key = workspace.records().find(|r| r.state == JobState::Creating).map(|r| r.job.id.key());
        let command = Command::Delete { key: key.expect("a job in Creating") };
        let prepared = workspace.prepare(&command, Actor::Portal).expect("it may be deleted");
        workspace.apply(&prepared.change.expect("it is a change"));
        assert_eq!(glance.changes(&workspace), []);
    }

    #[test]
    fn another_workspace_or_one_put_back_is_not_compared() {
        let before = contoso();
        let after = later(before.clone(), Span::days(30));
        assert_eq!(Glance::of(&after).changes(&before), []);
        let (head, jobs, lines) = Scenario::Fabrikam.build(1, None);
        let other = later(Workspace::new(head, jobs, lines), Span::days(30));
        assert_eq!(Glance::of(&before).changes(&other), []);
    }

    #[test]
    fn events_are_the_same_whenever_one_looks_and_in_the_order_of_time() {
        let before = contoso();
        let after = later(before.clone(), Span::days(12));
        let all = events(&after, SimTime::EPOCH);
        assert!(all.is_sorted_by_key(|event| event.moment.at));
        assert!(all.iter().all(|event| by_service(event.moment.what)));
        let recent: Vec<&Event> = all.iter().filter(|event| event.moment.at > before.now()).collect();
        assert!(recent.len() > 5);
        assert!(recent.into_iter().copied().eq(events(&after, before.now())));
    }
}
