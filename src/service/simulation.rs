//! The data centre: what happens to a job, as a function of its order, its history, a seed and time.

mod drive_course;
mod parcel;
mod passage;
#[cfg(test)]
mod tests;

use crate::domain::drive::CopyStatus;
use crate::domain::fault::Fault;
use crate::domain::job::{History, Job};
use crate::domain::state::JobState;
use crate::domain::time::{SimTime, Span};

use super::dice::{Dice, Draw};
use super::sorted::sort_few;
use parcel::Parcel;
use passage::Passage;

pub use drive_course::{Copying, DriveCourse};

/// The rules of time (shared rules §2 and §5).
pub mod times {
    use crate::domain::time::Span;

    /// A job in `Creating` that nobody updates is deleted after this.
    pub const CREATING_EXPIRES: Span = Span::days(14);
    /// A job in `Completed` or `Closed` is deleted after this.
    pub const KEPT: Span = Span::days(90);
    /// Operators are notified of a parcel that has not arrived after this.
    pub const PARCEL_OVERDUE: Span = Span::days(14);
    /// Without an answer the job is closed this much later.
    pub const ANSWER: Span = Span::days(30);
}

/// Something that happens to a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// Put Job made it.
    Created,
    /// The customer said that the drives are on their way.
    Shipped,
    /// The customer asked for the job to be cancelled.
    CancelRequested,
    /// The parcel is overdue; operators are notified.
    OperatorsNotified,
    /// The parcel is at the data centre.
    Received,
    /// The first drive is being copied.
    TransferStarted,
    /// The drive at this place of the list arrived after the parcel.
    LateDriveArrived(usize),
    /// The drive at this place of the list is being copied.
    DriveStarted(usize),
    /// The drive at this place of the list is done, thus.
    DriveEnded(usize, CopyStatus),
    /// The cancel request has been carried out: nothing more is copied.
    CopyStopped,
    /// Something is in the way.
    Faulted(Trouble),
    /// The way is free again.
    Recovered(JobState),
    /// All drives are done and are being packed.
    PackagingStarted,
    /// Shipped back without errors, or cancelled.
    Completed,
    /// Shipped back with errors, or given up.
    Closed,
    /// The service deletes the job.
    Deleted,
}

/// What a job in `Faulted` waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Operators ask the customer about a drive that cannot be read.
    UnreadableDrive,
    /// Operators ask the customer for the right return address.
    ReturnAddress,
}

/// Something that happens to a job, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedHappening {
    /// When.
    pub at: SimTime,
    /// What.
    pub what: Happening,
}

impl Happening {
    /// The state that the job is in from then on, if it changes.
    pub fn enters(self) -> Option<JobState> {
        match self {
            Happening::Created => Some(JobState::Creating),
            Happening::Shipped => Some(JobState::Shipping),
            Happening::Received => Some(JobState::Received),
            Happening::TransferStarted => Some(JobState::Transferring),
            Happening::PackagingStarted => Some(JobState::Packaging),
            Happening::Completed => Some(JobState::Completed),
            Happening::Closed => Some(JobState::Closed),
            Happening::Faulted(_) => Some(JobState::Faulted),
            Happening::Recovered(state) => Some(state),
            Happening::CancelRequested
            | Happening::OperatorsNotified
            | Happening::LateDriveArrived(_)
            | Happening::DriveStarted(_)
            | Happening::DriveEnded(..)
            | Happening::CopyStopped
            | Happening::Deleted => None,
        }
    }
}

/// All that happens to a job from its creation to its deletion, if nothing more is asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Course {
    /// In the order of time; what happens at one moment, in the order it happens.
    pub moments: Vec<TimedHappening>,
    /// What becomes of each drive.
    pub drives: Vec<DriveCourse>,
    /// Whether a cancel request kept data from being copied (or came before any was).
    pub cut_short: bool,
}

impl Course {
    /// What happens to `job` in the workspace with this `seed`.
    pub fn of(job: &Job, seed: u64) -> Course {
        let mut course = Course { moments: Vec::with_capacity(16), ..Course::default() };
        let dice = Dice::new(seed, job.no);
        course.push(job.history.created, Happening::Created);
        let parcel = Parcel::of(job, dice);
        match job.history.shipped {
            None => course.stays_here(job, dice, parcel),
            Some(shipped) => course.travels(job, dice, parcel, shipped),
        }
        sort_few(&mut course.moments, |moment| moment.at);
        if let Some(at) = job.history.cancel_requested {
            // The request comes after whatever had happened by then, and all that follows from it
            // is later: a command leaves the past alone.
            let place = course.moments.partition_point(|moment| moment.at <= at);
            course.moments.insert(place, TimedHappening { at, what: Happening::CancelRequested });
        }
        course
    }

    /// The moment it is deleted by the service.
    pub fn deleted_at(&self) -> Option<SimTime> {
        self.moments.iter().find(|m| m.what == Happening::Deleted).map(|m| m.at)
    }

    /// Whether a drive of the order never came or was copied with errors.
    pub fn has_errors(&self) -> bool {
        let incomplete = |d: &DriveCourse| match d.copy {
            Some(copy) => copy.outcome.is_error(),
            None => d.received.is_none(),
        };
        self.drives.iter().any(|d| !d.extra && incomplete(d))
    }

    fn push(&mut self, at: SimTime, what: Happening) {
        self.moments.push(TimedHappening { at, what });
    }

    fn ends(&mut self, job: &Job, at: SimTime, how: Happening) {
        self.push(at, how);
        self.push(job.history.injected.deletion(at, at + times::KEPT), Happening::Deleted);
    }

    /// Nothing is shipped: the job expires, or its cancel is carried out within a minute.
    fn stays_here(&mut self, job: &Job, dice: Dice, parcel: Parcel) {
        self.drives = parcel.drives;
        match job.history.cancel_requested {
            Some(at) => {
                self.cut_short = true;
                self.ends(job, at + dice.span(Draw::CancelCreating), Happening::Completed);
            }
            None => {
                let History { touched, injected, .. } = &job.history;
                self.push(
                    injected.deletion(*touched, *touched + times::CREATING_EXPIRES),
                    Happening::Deleted,
                );
            }
        }
    }

    fn travels(&mut self, job: &Job, dice: Dice, parcel: Parcel, shipped: SimTime) {
        self.push(shipped, Happening::Shipped);
        // A mark that was corrected by then was never on a parcel.
        let lost = &job.history.lost;
        let before = lost.partition_point(|mark| mark.until.is_some_and(|until| until <= shipped));
        let trip = Passage::of(shipped, dice.span(Draw::Transit), &lost[before..], Span::days(1));
        let overdue = shipped + times::PARCEL_OVERDUE;
        let given_up = overdue + times::ANSWER;
        let arrival = trip.end.filter(|end| *end < given_up);
        if arrival.is_none_or(|end| end > overdue) {
            self.push(overdue, Happening::OperatorsNotified);
        }
        match arrival {
            None => {
                self.drives = parcel.drives;
                self.ends(job, given_up, Happening::Closed);
            }
            Some(received) => self.arrives(job, dice, parcel, received),
        }
    }

    fn arrives(&mut self, job: &Job, dice: Dice, parcel: Parcel, received: SimTime) {
        self.push(received, Happening::Received);
        let Parcel { drives, faults } = parcel;
        self.drives = drives;
        for (n, drive) in self.drives.iter_mut().enumerate() {
            drive.received = match faults.get(n).copied().flatten() {
                Some(Fault::Missing) => None,
                Some(Fault::Late) => Some(received + dice.span(Draw::LateArrival(n))),
                Some(_) | None => Some(received),
            };
            drive.not_in_parcel = drive.received != Some(received);
            if let Some(at) = drive.received.filter(|at| *at > received) {
                self.moments.push(TimedHappening { at, what: Happening::LateDriveArrived(n) });
            }
        }
        let order = copy_order(&self.drives);
        let first = order.first().and_then(|n| self.drives.get(*n)).and_then(|drive| drive.received);
        let start = (received + dice.span(Draw::Waiting)).max(first.unwrap_or(received));
        let cancelled = job.history.cancel_requested;
        let done = match cancelled {
            Some(at) if at < start => {
                self.cut_short = true;
                start
            }
            Some(_) | None => self.copies(dice, &order, &faults, start, cancelled),
        };
        self.packs(job, dice, done);
    }

    /// Copies one drive after the other and returns when the last is done.
    fn copies(
        &mut self,
        dice: Dice,
        order: &[usize],
        faults: &[Option<Fault>],
        start: SimTime,
        cancelled: Option<SimTime>,
    ) -> SimTime {
        if order.is_empty() {
            return start;
        }
        self.push(start, Happening::TransferStarted);
        let total: u64 = order.iter().filter_map(|n| self.drives.get(*n)).map(|d| d.bytes).sum();
        let stop = cancelled.map(|at| at + dice.span(Draw::CancelCopying));
        let all = dice.span(Draw::Copying).as_millis();
        let mut cursor = start;
        for &n in order {
            let Some(drive) = self.drives.get(n).copied() else { continue };
            let from = drive.received.map_or(cursor, |at| cursor.max(at));
            if let Some(stop) = stop.filter(|stop| *stop <= from) {
                // The request is carried out between two drives: this one is not begun.
                self.stops(stop);
                return stop;
            }
            let share = i128::from(all) * i128::from(drive.bytes) / i128::from(total.max(1));
            let fault = faults.get(n).copied().flatten();
            let copying = Copying::new(fault, from, Span::millis(i64::try_from(share).unwrap_or(all)));
            let asks = fault == Some(Fault::Unreadable);
            // An unreadable drive stops the copy by itself. A request made before that is carried
            // out there and then, and operators need not ask about the drive any more.
            let asked_before = asks && cancelled.is_some_and(|at| at < copying.until);
            self.push(from, Happening::DriveStarted(n));
            if let Some(stop) = stop.filter(|stop| *stop < copying.until || asked_before) {
                let until = stop.min(copying.until);
                self.record(n, Copying { until, outcome: CopyStatus::Canceled, ..copying });
                self.stops(until);
                return until;
            }
            self.record(n, copying);
            cursor = copying.until;
            if asks {
                self.push(cursor, Happening::Faulted(Trouble::UnreadableDrive));
                cursor = cursor + dice.span(Draw::Operators(n));
                self.push(cursor, Happening::Recovered(JobState::Transferring));
            }
        }
        cursor
    }

    fn record(&mut self, n: usize, copying: Copying) {
        self.push(copying.until, Happening::DriveEnded(n, copying.outcome));
        if let Some(drive) = self.drives.get_mut(n) {
            drive.copy = Some(copying);
        }
    }

    fn stops(&mut self, at: SimTime) {
        self.cut_short = true;
        self.push(at, Happening::CopyStopped);
    }

    /// Packs the drives and sends them back.
    fn packs(&mut self, job: &Job, dice: Dice, from: SimTime) {
        self.push(from, Happening::PackagingStarted);
        let half = Span::millis(dice.span(Draw::Packaging).as_millis() / 2);
        let ready = from + half;
        let trip = Passage::of(ready, half, &job.history.wrong_address, Span::hours(1));
        let mut given_up = None;
        for stop in &trip.stops {
            let deadline = stop.from + times::ANSWER;
            self.push(stop.from, Happening::Faulted(Trouble::ReturnAddress));
            match stop.to.filter(|to| *to < deadline) {
                Some(to) => self.push(to, Happening::Recovered(JobState::Packaging)),
                None => {
                    given_up = Some(deadline);
                    break;
                }
            }
        }
        let at = given_up.or(trip.end).unwrap_or(ready + half);
        // What arrives while drives are being packed goes back with them; what arrives later than
        // that was never there.
        self.moments.retain(|m| m.at <= at || !matches!(m.what, Happening::LateDriveArrived(_)));
        for drive in &mut self.drives {
            drive.received = drive.received.filter(|received| *received <= at);
            drive.returned = drive.received.and(Some(at)).filter(|_| given_up.is_none());
        }
        // A cancelled job ends in Completed whatever its drives were like, as long as they can go back.
        let closed = given_up.is_some() || self.has_errors() && !self.cut_short;
        self.ends(job, at, if closed { Happening::Closed } else { Happening::Completed });
    }
}

impl Copying {
    /// How the copy of a drive goes that begins at `from` and takes `span` if all is well.
    fn new(fault: Option<Fault>, from: SimTime, span: Span) -> Copying {
        let (outcome, reach, whole) = match fault {
            Some(Fault::BitLocker) => (CopyStatus::BitLockerKeyInvalid, 0, Span::hours(1)),
            Some(Fault::Unreadable) => (CopyStatus::DriveUnreadable, 0, Span::hours(2)),
            Some(Fault::Copy) => (CopyStatus::CompletedWithErrors, 970_000, span),
            Some(Fault::Info) => (CopyStatus::CompletedWithInfo, 1_000_000, span),
            Some(Fault::Late | Fault::Missing | Fault::Lost | Fault::Extra | Fault::Address) | None => {
                (CopyStatus::Completed, 1_000_000, span)
            }
        };
        Copying { from, until: from + whole, whole, outcome, reach }
    }

    /// How many of the drive's `bytes` have been copied by `now`. The amount grows evenly.
    pub fn copied(&self, bytes: u64, now: SimTime) -> u64 {
        let whole = self.whole.as_millis().max(1) as u128;
        let gone = (now.min(self.until).since(self.from).as_millis() as u128).min(whole);
        let copied = u128::from(bytes) * u128::from(self.reach) * gone / (whole * 1_000_000);
        u64::try_from(copied).unwrap_or(bytes)
    }
}

/// The drives that are copied, those of the parcel first, latecomers by their arrival.
fn copy_order(drives: &[DriveCourse]) -> Vec<usize> {
    let mut order: Vec<(SimTime, usize)> = drives
        .iter()
        .enumerate()
        .filter(|(_, drive)| !drive.extra)
        .filter_map(|(n, drive)| drive.received.map(|at| (at, n)))
        .collect();
    sort_few(&mut order, |drive| *drive);
    order.into_iter().map(|(_, n)| n).collect()
}
