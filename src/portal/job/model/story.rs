//! The story of trouble: why a job is in Faulted or ended in Closed, and until when something can be done.

use crate::domain::drive::{CopyStatus, DriveState};
use crate::domain::job::Job;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::service::simulation::{Course, Happening, Trouble, times};
use crate::service::status::{DriveStatus, Status};

/// Why a job is in Faulted or Closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The state that it tells of.
    pub state: JobState,
    /// What was in the way, the worst first.
    pub causes: Vec<Cause>,
    /// Until when an answer lets the job go on; none where none is awaited.
    pub answer_by: Option<SimTime>,
    /// When the service deletes the job; none while the job waits for somebody.
    pub deleted: Option<SimTime>,
}

/// One thing that was in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The parcel never arrived, and nobody said where it is.
    ParcelLost,
    /// The drives cannot go back: the return address does not work.
    ReturnAddress,
    /// A drive of the parcel was copied with errors or not at all.
    Drive {
        /// Its place in the list of drives.
        no: usize,
        /// What it is called.
        id: String,
        /// What was wrong with it.
        how: DriveTrouble,
    },
}

/// What was wrong with a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriveTrouble {
    /// Its BitLocker key does not unlock it.
    Key,
    /// It cannot be read.
    Unreadable,
    /// Some of its files could not be copied.
    Files,
    /// It was not in the parcel and did not follow.
    NeverCame,
}

impl DriveTrouble {
    /// Whether the drive has a log that tells more.
    pub fn is_logged(self) -> bool {
        match self {
            DriveTrouble::Key | DriveTrouble::Unreadable | DriveTrouble::Files => true,
            DriveTrouble::NeverCame => false,
        }
    }
}

impl Story {
    /// The story of `job`, which is on `course` in the workspace with this `seed`, at `now`; none in other states.
    pub fn of(job: &Job, course: &Course, seed: u64, now: SimTime) -> Option<Story> {
        let status = Status::of(job, seed, now);
        let past = || course.past(now).map(|moment| moment.what);
        let address = |what| what == Happening::Faulted(Trouble::ReturnAddress);
        let story = |causes, answer_by| {
            let deleted = course.deleted_at().filter(|_| status.state == JobState::Closed);
            Some(Story { state: status.state, causes, answer_by, deleted })
        };
        match status.state {
            JobState::Closed => {
                let mut causes = Vec::new();
                if past().all(|what| what != Happening::Received) {
                    return story(vec![Cause::ParcelLost], None);
                }
                if past().any(address) && status.shipped_back().is_none() {
                    causes.push(Cause::ReturnAddress);
                }
                causes.extend(
                    status.drives(job, seed).iter().enumerate().filter_map(|(n, drive)| of_drive(n, drive)),
                );
                story(causes, None)
            }
            JobState::Faulted => match past().last() {
                Some(what) if address(what) => {
                    story(vec![Cause::ReturnAddress], Some(status.since + times::ANSWER))
                }
                Some(_) | None => {
                    let drives = status.drives(job, seed);
                    let last = past().filter_map(unreadable).last();
                    let cause = last.and_then(|no| {
                        let id = drives.get(no)?.id.clone();
                        Some(Cause::Drive { no, id, how: DriveTrouble::Unreadable })
                    });
                    story(cause.into_iter().collect(), None)
                }
            },
            JobState::Creating
            | JobState::Shipping
            | JobState::Received
            | JobState::Transferring
            | JobState::Packaging
            | JobState::Completed => None,
        }
    }
}

/// The place of the drive that could not be read, where that has happened.
fn unreadable(what: Happening) -> Option<usize> {
    if let Happening::DriveEnded(no, CopyStatus::DriveUnreadable) = what { Some(no) } else { None }
}

fn of_drive(no: usize, drive: &DriveStatus) -> Option<Cause> {
    let how = match drive.copy_status {
        Some(CopyStatus::BitLockerKeyInvalid) => DriveTrouble::Key,
        Some(CopyStatus::DriveUnreadable) => DriveTrouble::Unreadable,
        Some(CopyStatus::CompletedWithErrors) => DriveTrouble::Files,
        None if drive.state == DriveState::NeverReceived => DriveTrouble::NeverCame,
        Some(
            CopyStatus::Copying
            | CopyStatus::Completed
            | CopyStatus::CompletedWithInfo
            | CopyStatus::Canceled,
        )
        | None => return None,
    };
    Some(Cause::Drive { no, id: drive.id.clone(), how })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;

    fn stories() -> Vec<(Job, Course, SimTime, JobState, Option<Story>)> {
        let mut all = Vec::new();
        for scenario in [Scenario::Contoso, Scenario::Fabrikam] {
            for job in scenario.build(1, None).1 {
                let course = Course::of(&job, 1);
                for moment in course.moments.clone() {
                    let state = Status::of(&job, 1, moment.at).state;
                    let story = Story::of(&job, &course, 1, moment.at);
                    all.push((job.clone(), course.clone(), moment.at, state, story));
                }
            }
        }
        all
    }

    #[test]
    fn every_job_in_faulted_or_closed_says_why_and_no_other() {
        let mut told = 0;
        for (job, course, now, state, story) in stories() {
            let needed = matches!(state, JobState::Faulted | JobState::Closed);
            assert_eq!(story.is_some(), needed, "{} in {state:?}", job.id);
            let Some(story) = story else { continue };
            assert!(!story.causes.is_empty(), "{} in {state:?}", job.id);
            assert_eq!(story.deleted, course.deleted_at().filter(|_| state == JobState::Closed));
            assert!(story.answer_by.is_none_or(|by| by > now));
            told += 1;
        }
        assert!(told > 10, "{told}");
    }

    #[test]
    fn a_story_names_the_drive_and_what_was_wrong_with_it() {
        let causes: Vec<Cause> =
            stories().into_iter().filter_map(|(.., story)| story).flat_map(|story| story.causes).collect();
        for wrong in
            [DriveTrouble::Key, DriveTrouble::Unreadable, DriveTrouble::Files, DriveTrouble::NeverCame]
        {
            let named = causes.iter().any(
                |cause| matches!(cause, Cause::Drive { id, how, .. } if *how == wrong && !id.is_empty()),
            );
            assert!(named, "{wrong:?}");
        }
        assert!(causes.contains(&Cause::ParcelLost) && causes.contains(&Cause::ReturnAddress));
    }

    #[test]
    fn a_wrong_address_is_awaited_for_thirty_days_and_then_told_as_the_reason() {
        let (_, jobs, _) = Scenario::Fabrikam.build(1, None);
        let job = jobs.into_iter().find(|job| job.id.name.as_str() == "wrong-return-address").expect("there");
        let course = Course::of(&job, 1);
        let entered = |state| {
            course.moments.iter().find(|m| m.what.enters() == Some(state)).map(|m| m.at).expect("it does")
        };
        let faulted = entered(JobState::Faulted);
        let story = Story::of(&job, &course, 1, faulted).expect("it is Faulted");
        assert_eq!(story.answer_by, Some(faulted + times::ANSWER));
        let closed = Story::of(&job, &course, 1, entered(JobState::Closed)).expect("it is Closed");
        assert_eq!(closed.causes.first(), Some(&Cause::ReturnAddress));
    }
}
