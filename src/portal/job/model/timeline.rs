//! The timeline: what has happened to a job and what will, with a mark where the present is.

use crate::domain::job::{Job, JobKind};
use crate::domain::time::SimTime;
use crate::service::simulation::{Course, Happening, TimedHappening};

/// The timeline of one job at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// What is worth a line, in the order of time.
    pub moments: Vec<TimedHappening>,
    /// How many of them have happened; the present lies behind those.
    pub past: usize,
}

impl Timeline {
    /// The timeline of a job on `course` at `now`.
    pub fn of(course: &Course, now: SimTime) -> Timeline {
        let shown = course.moments.iter().enumerate().filter(|(n, moment)| is_shown(course, *n, moment));
        let moments: Vec<TimedHappening> = shown.map(|(_, moment)| *moment).collect();
        let past = moments.partition_point(|moment| moment.at <= now);
        Timeline { moments, past }
    }
}

/// The start of a drive is left out where it says nothing new: one drive starts when the one
/// before it ends, the first when copying starts.
fn is_shown(course: &Course, n: usize, moment: &TimedHappening) -> bool {
    match moment.what {
        Happening::DriveStarted(_) => {
            let before = n.checked_sub(1).and_then(|n| course.moments.get(n));
            before.is_none_or(|before| before.at != moment.at)
        }
        Happening::Created
        | Happening::Shipped
        | Happening::CancelRequested
        | Happening::OperatorsNotified
        | Happening::Received
        | Happening::TransferStarted
        | Happening::LateDriveArrived(_)
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

/// What the drive at this place of the list is called, if the customer named it.
pub fn drive_name(job: &Job, n: usize) -> Option<&str> {
    match &job.order.kind {
        JobKind::Import(drives) => drives.get(n).map(|drive| drive.id.as_str()),
        JobKind::Export(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::drive::CopyStatus;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    fn course(scenario: Scenario, name: &str) -> Course {
        let (_, jobs, _) = scenario.build(1, None);
        let job = jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario");
        Course::of(&job, 1)
    }

    #[test]
    fn the_present_lies_between_what_was_and_what_will_be() {
        let timeline = Timeline::of(&course(Scenario::Contoso, "sequencing-run-118"), Scenario::START);
        let (past, future) = timeline.moments.split_at(timeline.past);
        assert!(past.iter().all(|moment| moment.at <= Scenario::START) && past.len() >= 4);
        assert!(future.iter().all(|moment| moment.at > Scenario::START));
        assert_eq!(past.first().map(|m| m.what), Some(Happening::Created));
        assert_eq!(future.last().map(|m| m.what), Some(Happening::Deleted));
    }

    #[test]
    fn drives_are_told_once_each() {
        let timeline = Timeline::of(&course(Scenario::Contoso, "media-masters-import"), Scenario::START);
        let starts = timeline.moments.iter().filter(|m| matches!(m.what, Happening::DriveStarted(_))).count();
        let ends = timeline
            .moments
            .iter()
            .filter(|m| matches!(m.what, Happening::DriveEnded(_, CopyStatus::Completed)))
            .count();
        assert_eq!((starts, ends), (0, 10));
    }

    #[test]
    fn a_job_that_nobody_ships_only_waits_to_be_deleted() {
        let course = course(Scenario::Contoso, "hr-archive-2012-2019");
        let timeline = Timeline::of(&course, Scenario::START);
        let what: Vec<Happening> = timeline.moments.iter().map(|m| m.what).collect();
        assert_eq!((what, timeline.past), (vec![Happening::Created, Happening::Deleted], 1));
        assert_eq!(Timeline::of(&course, Scenario::START + Span::days(15)).past, 2);
    }
}
