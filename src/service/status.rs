//! Status: what a job and its drives look like at one moment of their course.

use crate::domain::drive::{CopyStatus, DriveState};
use crate::domain::job::{Job, JobKind};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;

use super::dice::Dice;
use super::simulation::{Copying, Course, DriveCourse, Happening, TimedHappening};

/// A job at one moment, with the course that it is on.
#[derive(Clone, Debug)]
pub struct Status {
    /// The moment.
    pub now: SimTime,
    /// The state.
    pub state: JobState,
    /// Since when it is in that state.
    pub since: SimTime,
    /// All that happens to it; what is after [`Status::now`] will, if nothing more is asked.
    pub course: Course,
}

/// A drive at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DriveStatus {
    /// The drive's serial number: the customer's for an import, made up for an export and for
    /// drives that nobody listed.
    pub id: String,
    /// The state.
    pub state: DriveState,
    /// How its copy stands; absent before it begins.
    pub copy_status: Option<CopyStatus>,
    /// What part of its data has been copied, in whole per cent, rounded down.
    pub percent_complete: u8,
    /// How many bytes have been copied.
    pub bytes_succeeded: u64,
    /// How many bytes there are to copy.
    pub bytes: u64,
    /// Whether it is one more than the job lists.
    pub extra: bool,
}

/// How the copy of a job stands, from one happening to the next: cheap enough to be asked of
/// thousands of jobs at every frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes there are.
    total: u64,
    /// How many bytes of the drives that are done have been copied.
    done: u64,
    /// The drive that is being copied, with its size.
    current: Option<(u64, Copying)>,
}

impl Progress {
    /// How many bytes have been copied by `now`.
    pub fn copied(&self, now: SimTime) -> u64 {
        self.done + self.current.map_or(0, |(bytes, copy)| copy.copied(bytes, now))
    }

    /// What part of all data has been copied by `now`, in whole per cent, rounded down.
    pub fn percent(&self, now: SimTime) -> u8 {
        per_cent(self.copied(now), self.total)
    }
}

impl Status {
    /// `job` as it is at `now` in the workspace with this `seed`.
    pub fn of(job: &Job, seed: u64, now: SimTime) -> Status {
        let course = Course::of(job, seed);
        let entered =
            course.past(now).filter_map(|moment| moment.what.enters().map(|state| (state, moment.at))).last();
        let (state, since) = entered.unwrap_or((JobState::Creating, job.history.created));
        Status { now, state, since, course }
    }

    /// When something happens to the job next, if anything will.
    pub fn next(&self) -> Option<TimedHappening> {
        self.course.moments.iter().copied().find(|moment| moment.at > self.now)
    }

    /// Whether the service has deleted the job by now.
    pub fn is_gone(&self) -> bool {
        self.course.deleted_at().is_some_and(|at| at <= self.now)
    }

    /// When the drives were sent back, if they are on their way.
    pub fn shipped_back(&self) -> Option<SimTime> {
        self.course.drives.iter().filter_map(|drive| drive.returned).filter(|at| *at <= self.now).max()
    }

    /// What part of all data has been copied, in whole per cent, rounded down; absent in
    /// `Creating`, as in the recorded answers of the service.
    pub fn percent_complete(&self) -> Option<u8> {
        (self.state != JobState::Creating).then(|| self.progress().percent(self.now))
    }

    /// How many bytes of the job have been copied.
    pub fn bytes_succeeded(&self) -> u64 {
        self.progress().copied(self.now)
    }

    /// How the copy stands, in a form that stays right until something happens to the job.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { total: 0, done: 0, current: None };
        for drive in self.course.drives.iter().filter(|drive| !drive.extra) {
            progress.total = progress.total.saturating_add(drive.bytes);
            match drive.copy.filter(|copy| copy.from <= self.now) {
                Some(copy) if self.now < copy.until => progress.current = Some((drive.bytes, copy)),
                Some(copy) => progress.done += copy.copied(drive.bytes, self.now),
                None => {}
            }
        }
        progress
    }

    /// The drives, in the order of the list. An export job has none until they are received.
    pub fn drives(&self, job: &Job, seed: u64) -> Vec<DriveStatus> {
        let arrived = self.course.past(self.now).any(|m| m.what == Happening::Received);
        let (listed, shown): (&[_], bool) = match &job.order.kind {
            JobKind::Import(drives) => (drives, true),
            JobKind::Export(_) => (&[], arrived),
        };
        if !shown {
            return Vec::new();
        }
        let dice = Dice::new(seed, job.no);
        // A drive that has not come with the parcel, or within two weeks, counts as never received
        // until it does come.
        let awaited = !self.course.past(self.now).any(|m| m.what.ends_waiting());
        self.course
            .drives
            .iter()
            .enumerate()
            .filter(|(_, drive)| !drive.extra || arrived)
            .map(|(n, drive)| DriveStatus {
                id: listed.get(n).map_or_else(|| serial(dice, n), |d| d.id.to_string()),
                state: drive.state(self.now, awaited),
                copy_status: drive.copy_status(self.now),
                percent_complete: per_cent(drive.copied(self.now), drive.bytes),
                bytes_succeeded: drive.copied(self.now),
                bytes: drive.bytes,
                extra: drive.extra,
            })
            .collect()
    }
}

impl Course {
    /// What has happened by `now`.
    pub fn past(&self, now: SimTime) -> impl Iterator<Item = &TimedHappening> {
        self.moments.iter().take_while(move |moment| moment.at <= now)
    }
}

impl Happening {
    /// Whether a drive that is not there by then is missed.
    fn ends_waiting(self) -> bool {
        matches!(self, Happening::Received | Happening::OperatorsNotified)
    }
}

impl DriveCourse {
    /// How many bytes have been copied by `now`.
    fn copied(&self, now: SimTime) -> u64 {
        self.copy.map_or(0, |copy| copy.copied(self.bytes, now))
    }

    fn copy_status(&self, now: SimTime) -> Option<CopyStatus> {
        let copy = self.copy.filter(|copy| copy.from <= now)?;
        Some(if now < copy.until { CopyStatus::Copying } else { copy.outcome })
    }

    fn state(&self, now: SimTime, awaited: bool) -> DriveState {
        if self.returned.is_some_and(|at| at <= now) {
            return DriveState::ShippedBack;
        }
        match self.copy_status(now) {
            Some(CopyStatus::Copying) => DriveState::Transferring,
            Some(CopyStatus::Completed) => DriveState::Completed,
            Some(
                CopyStatus::CompletedWithInfo
                | CopyStatus::CompletedWithErrors
                | CopyStatus::DriveUnreadable
                | CopyStatus::BitLockerKeyInvalid
                | CopyStatus::Canceled,
            ) => DriveState::CompletedMoreInfo,
            None if self.received.is_some_and(|at| at <= now) => DriveState::Received,
            None if awaited => DriveState::Specified,
            None => DriveState::NeverReceived,
        }
    }
}

fn per_cent(part: u64, whole: u64) -> u8 {
    let per_cent = u128::from(part) * 100 / u128::from(whole.max(1));
    u8::try_from(per_cent.min(100)).unwrap_or(100)
}

/// A made-up serial number for a drive that no list names.
fn serial(dice: Dice, n: usize) -> String {
    format!("MOCK{:08X}", dice.throw(400 + n as u64) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    fn job(name: &str) -> Job {
        let (_, jobs, _) = Scenario::Contoso.build(1, None);
        jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario")
    }

    #[test]
    fn a_state_begins_with_its_moment_and_lasts_to_the_next() {
        let job = job("sequencing-run-118");
        let entered: Vec<(SimTime, JobState)> = Course::of(&job, 1)
            .moments
            .iter()
            .filter_map(|moment| moment.what.enters().map(|state| (moment.at, state)))
            .collect();
        assert_eq!(entered.len(), 6);
        for pair in entered.windows(2) {
            let (at, state) = pair[0];
            for now in [at, SimTime::from_millis(pair[1].0.millis() - 1)] {
                let status = Status::of(&job, 1, now);
                assert_eq!((status.state, status.since), (state, at));
            }
        }
    }

    #[test]
    fn what_comes_next_is_later_than_now() {
        let job = job("sequencing-run-118");
        let moments = Course::of(&job, 1).moments;
        for moment in &moments {
            let next = Status::of(&job, 1, moment.at).next();
            assert_eq!(next, moments.iter().copied().find(|m| m.at > moment.at));
        }
        let last = moments.last().map(|m| m.at).expect("it ends");
        assert!(Status::of(&job, 1, last).is_gone());
        assert!(!Status::of(&job, 1, SimTime::from_millis(last.millis() - 1)).is_gone());
    }

    #[test]
    fn half_of_the_time_is_half_of_the_data() {
        let job = job("finance-close-2024");
        let copy = Course::of(&job, 1).drives[0].copy.expect("it is copied");
        let half = copy.from + Span::millis(copy.whole.as_millis() / 2);
        let status = Status::of(&job, 1, half);
        assert_eq!(status.percent_complete(), Some(50));
        let drive = &status.drives(&job, 1)[0];
        assert_eq!((drive.percent_complete, drive.state), (50, DriveState::Transferring));
        assert_eq!(drive.copy_status, Some(CopyStatus::Copying));
        assert_eq!(drive.bytes_succeeded, status.bytes_succeeded());
        let begun = Status::of(&job, 1, copy.from);
        assert_eq!(begun.drives(&job, 1)[0].state, DriveState::Transferring);
        assert_eq!(begun.percent_complete(), Some(0));
        let done = Status::of(&job, 1, copy.until);
        assert_eq!(done.drives(&job, 1)[0].state, DriveState::Completed);
        assert_eq!(done.bytes_succeeded(), drive.bytes);
    }

    #[test]
    fn progress_stays_right_until_something_happens() {
        let job = job("media-masters-import");
        for pair in Course::of(&job, 1).moments.windows(2) {
            let (from, to) = (pair[0].at, pair[1].at);
            let progress = Status::of(&job, 1, from).progress();
            let quarter = to.since(from).as_millis() / 4;
            for now in (0..4).map(|n| from + Span::millis(n * quarter)).filter(|now| *now < to) {
                let status = Status::of(&job, 1, now);
                assert_eq!(progress.copied(now), status.bytes_succeeded());
                assert_eq!(progress.percent(now), status.progress().percent(now));
            }
        }
    }

    #[test]
    fn made_up_serial_numbers_differ_and_stay() {
        let job = job("legal-hold-export");
        let end = Course::of(&job, 1).moments.last().map(|m| m.at).expect("it ends");
        let ids = |now: SimTime| -> Vec<String> {
            Status::of(&job, 1, now).drives(&job, 1).into_iter().map(|drive| drive.id).collect()
        };
        let all = ids(end);
        assert_eq!(all, ids(Scenario::START));
        assert_eq!(all.len(), 2);
        assert_ne!(all[0], all[1]);
        assert!(all.iter().all(|id| id.len() == 12 && id.starts_with("MOCK")));
    }

    #[test]
    fn drives_are_shipped_back_at_the_end_and_not_before() {
        let job = job("finance-close-2024");
        let at = Course::of(&job, 1).drives[0].returned.expect("it goes back");
        assert!(Status::of(&job, 1, at).shipped_back().is_some());
        assert!(Status::of(&job, 1, SimTime::from_millis(at.millis() - 1)).shipped_back().is_none());
    }
}
