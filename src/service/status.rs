//! Status: what a job and its drives look like at one moment of their course.

use crate::domain::drive::{CopyStatus, DriveState};
use crate::domain::job::{Job, JobKind};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;

use super::dice::Dice;
use super::simulation::{Course, DriveCourse, Happening, Moment};

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
    pub fn next(&self) -> Option<Moment> {
        self.course.moments.iter().copied().find(|moment| moment.at > self.now)
    }

    /// Whether the service has deleted the job by now.
    pub fn is_gone(&self) -> bool {
        self.course.deleted_at().is_some_and(|at| at <= self.now)
    }

    /// Whether the drives are on their way back.
    pub fn is_shipped_back(&self) -> bool {
        self.course.drives.iter().any(|drive| drive.returned.is_some_and(|at| at <= self.now))
    }

    /// What part of all data has been copied, in whole per cent, rounded down; absent in
    /// `Creating`, as in the recorded answers of the service.
    pub fn percent_complete(&self) -> Option<u8> {
        if self.state == JobState::Creating {
            return None;
        }
        let listed = || self.course.drives.iter().filter(|drive| !drive.extra);
        let total: u64 = listed().map(|drive| drive.bytes).sum();
        let copied: u64 = listed().map(|drive| drive.copied(self.now)).sum();
        Some(per_cent(copied, total))
    }

    /// How many bytes of the job have been copied.
    pub fn bytes_succeeded(&self) -> u64 {
        self.course.drives.iter().map(|drive| drive.copied(self.now)).sum()
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
        let ended = self.state.is_final();
        self.course
            .drives
            .iter()
            .enumerate()
            .filter(|(_, drive)| !drive.extra || arrived)
            .map(|(n, drive)| DriveStatus {
                id: listed.get(n).map_or_else(|| serial(dice, n), |d| d.id.to_string()),
                state: drive.state(self.now, arrived || ended && job.history.shipped.is_some()),
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
    pub fn past(&self, now: SimTime) -> impl Iterator<Item = &Moment> {
        self.moments.iter().take_while(move |moment| moment.at <= now)
    }
}

impl DriveCourse {
    /// How many bytes have been copied by `now`. Where a drive is copied the amount grows evenly.
    fn copied(&self, now: SimTime) -> u64 {
        let Some(copy) = self.copy.filter(|copy| copy.from <= now) else { return 0 };
        let whole = copy.to.since(copy.from).as_millis().max(1) as u128;
        let gone = (now.since(copy.from).as_millis() as u128).min(whole);
        let bytes = u128::from(self.bytes) * u128::from(copy.reach) * gone / (whole * 1_000_000);
        u64::try_from(bytes).unwrap_or(self.bytes)
    }

    fn copy_status(&self, now: SimTime) -> Option<CopyStatus> {
        let copy = self.copy.filter(|copy| copy.from <= now)?;
        Some(if now < copy.to { CopyStatus::Copying } else { copy.outcome })
    }

    fn state(&self, now: SimTime, parcel_is_over: bool) -> DriveState {
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
            None if parcel_is_over => DriveState::NeverReceived,
            None => DriveState::Specified,
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
