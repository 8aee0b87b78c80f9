//! The data centre: what happens to a job, as a function of its order, its history, a seed and time.

use crate::domain::drive::CopyStatus;
use crate::domain::fault::Fault;
use crate::domain::job::{Job, JobKind, Marked};
use crate::domain::state::JobState;
use crate::domain::time::{SimTime, Span};

use super::dice::{Dice, Draw};

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
pub struct Moment {
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
    pub moments: Vec<Moment>,
    /// What becomes of each drive.
    pub drives: Vec<DriveCourse>,
    /// Whether a cancel request kept data from being copied (or came before any was).
    pub cut_short: bool,
}

/// What becomes of one drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DriveCourse {
    /// How much data it holds (import) or takes (export), in bytes.
    pub bytes: u64,
    /// When it is at the data centre, if ever.
    pub received: Option<SimTime>,
    /// Whether the parcel came without it.
    pub not_in_parcel: bool,
    /// When it is copied, if ever.
    pub copy: Option<Copying>,
    /// Whether it is one more than the job lists; such drives are not copied.
    pub extra: bool,
    /// When it is sent back, if ever.
    pub returned: Option<SimTime>,
}

/// The copy of one drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copying {
    /// When it begins.
    pub from: SimTime,
    /// When it ends.
    pub to: SimTime,
    /// How it ends.
    pub outcome: CopyStatus,
    /// What part of the bytes is copied at the end, in millionths.
    pub reach: u64,
}

impl Course {
    /// What happens to `job` in the workspace with this `seed`.
    pub fn of(job: &Job, seed: u64) -> Course {
        let mut course = Course::default();
        let dice = Dice::new(seed, job.no);
        course.push(job.history.created, Happening::Created);
        if let Some(at) = job.history.cancel_requested {
            course.push(at, Happening::CancelRequested);
        }
        match job.history.shipped {
            None => course.stays_here(job, dice),
            Some(shipped) => course.travels(job, dice, shipped),
        }
        course.moments.sort_by_key(|moment| moment.at);
        course
    }

    /// The moment it is deleted by the service.
    pub fn deleted_at(&self) -> Option<SimTime> {
        self.moments.iter().find(|m| m.what == Happening::Deleted).map(|m| m.at)
    }

    fn push(&mut self, at: SimTime, what: Happening) {
        self.moments.push(Moment { at, what });
    }

    fn ends(&mut self, at: SimTime, how: Happening) {
        self.push(at, how);
        self.push(at + times::KEPT, Happening::Deleted);
    }

    /// Nothing is shipped: the job expires, or its cancel is carried out within a minute.
    fn stays_here(&mut self, job: &Job, dice: Dice) {
        if let JobKind::Import(drives) = &job.order.kind {
            self.drives = (0..drives.len()).map(|n| DriveCourse::at_customer(dice.bytes(n))).collect();
        }
        match job.history.cancel_requested {
            Some(at) => {
                self.cut_short = true;
                self.ends(at + dice.span(Draw::CancelCreating), Happening::Completed);
            }
            None => self.push(job.history.touched + times::CREATING_EXPIRES, Happening::Deleted),
        }
    }

    fn travels(&mut self, job: &Job, dice: Dice, shipped: SimTime) {
        self.push(shipped, Happening::Shipped);
        self.drives = Parcel::of(job, dice).drives;
        let trip = passage(shipped, dice.span(Draw::Transit), &job.history.lost, Span::days(1));
        let overdue = shipped + times::PARCEL_OVERDUE;
        let given_up = overdue + times::ANSWER;
        let arrival = trip.end.filter(|end| *end < given_up);
        if arrival.is_none_or(|end| end > overdue) {
            self.push(overdue, Happening::OperatorsNotified);
        }
        match arrival {
            None => self.ends(given_up, Happening::Closed),
            Some(received) => self.arrives(job, dice, received),
        }
    }

    fn arrives(&mut self, job: &Job, dice: Dice, received: SimTime) {
        self.push(received, Happening::Received);
        let faults = Parcel::of(job, dice).faults;
        for (n, drive) in self.drives.iter_mut().enumerate() {
            drive.received = match faults.get(n).copied().flatten() {
                Some(Fault::Missing) => None,
                Some(Fault::Late) => Some(received + dice.span(Draw::LateArrival(n))),
                Some(_) | None => Some(received),
            };
            drive.not_in_parcel = drive.received != Some(received);
        }
        let start = received + dice.span(Draw::Waiting);
        let cancelled = job.history.cancel_requested;
        let done = match cancelled {
            Some(at) if at < start => {
                self.cut_short = true;
                start
            }
            Some(_) | None => self.copies(dice, &faults, start, cancelled),
        };
        // What arrives while drives are being packed goes back with them; what arrives later
        // than that was never there.
        self.packs(job, dice, done);
    }

    /// Copies one drive after the other and returns when the last is done.
    fn copies(
        &mut self,
        dice: Dice,
        faults: &[Option<Fault>],
        start: SimTime,
        cancelled: Option<SimTime>,
    ) -> SimTime {
        let order = copy_order(&self.drives);
        if order.is_empty() {
            return start;
        }
        self.push(start, Happening::TransferStarted);
        let total: u64 = order.iter().filter_map(|n| self.drives.get(*n)).map(|d| d.bytes).sum();
        let stop = cancelled.map(|at| at + dice.span(Draw::CancelCopying));
        let all = dice.span(Draw::Copying).as_millis();
        let mut cursor = start;
        for n in order {
            let Some(drive) = self.drives.get(n).copied() else { continue };
            let from = drive.received.map_or(cursor, |at| cursor.max(at));
            if let Some(at) = drive.received.filter(|_| drive.not_in_parcel) {
                self.push(at, Happening::LateDriveArrived(n));
            }
            if let Some(stop) = stop.filter(|stop| *stop <= from) {
                // The request is carried out between two drives: this one is not begun.
                self.stops(stop);
                return stop;
            }
            let share = i128::from(all) * i128::from(drive.bytes) / i128::from(total.max(1));
            let fault = faults.get(n).copied().flatten();
            let copying = outcome(fault, from, Span::millis(i64::try_from(share).unwrap_or(all)));
            let asks = fault == Some(Fault::Unreadable);
            // An unreadable drive stops the copy by itself. A request made before that is carried
            // out there and then, and operators need not ask about the drive any more.
            let asked_before = asks && cancelled.is_some_and(|at| at < copying.to);
            let cut = stop.filter(|stop| *stop < copying.to || asked_before);
            match cut {
                Some(stop) => {
                    let stop = stop.min(copying.to);
                    self.push(from, Happening::DriveStarted(n));
                    self.record(n, copying.cut_at(stop));
                    self.push(stop, Happening::DriveEnded(n, CopyStatus::Canceled));
                    self.stops(stop);
                    return stop;
                }
                None => {
                    self.push(from, Happening::DriveStarted(n));
                    self.record(n, copying);
                    self.push(copying.to, Happening::DriveEnded(n, copying.outcome));
                    cursor = copying.to;
                    if asks {
                        self.push(cursor, Happening::Faulted(Trouble::UnreadableDrive));
                        cursor = cursor + dice.span(Draw::Operators(n));
                        self.push(cursor, Happening::Recovered(JobState::Transferring));
                    }
                }
            }
        }
        cursor
    }

    fn record(&mut self, n: usize, copying: Copying) {
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
        let trip = passage(ready, half, &job.history.wrong_address, Span::hours(1));
        let mut closed = None;
        for stop in &trip.stops {
            let given_up = stop.from + times::ANSWER;
            self.push(stop.from, Happening::Faulted(Trouble::ReturnAddress));
            match stop.to.filter(|to| *to < given_up) {
                Some(to) => self.push(to, Happening::Recovered(JobState::Packaging)),
                None => {
                    closed = Some(given_up);
                    break;
                }
            }
        }
        let at_errors = |d: &DriveCourse| d.copy.is_some_and(|c| c.outcome.is_error());
        let errors = self.drives.iter().any(|d| at_errors(d) || d.received.is_none() && !d.extra);
        match closed.or(trip.end.filter(|_| errors && !self.cut_short)) {
            Some(at) => {
                self.sends_back(closed.is_none(), at);
                self.ends(at, Happening::Closed);
            }
            None => {
                let at = trip.end.unwrap_or(ready + half);
                self.sends_back(true, at);
                self.ends(at, Happening::Completed);
            }
        }
    }

    fn sends_back(&mut self, sent: bool, at: SimTime) {
        for drive in &mut self.drives {
            drive.received = drive.received.filter(|received| *received <= at);
            if sent && drive.received.is_some() {
                drive.returned = Some(at);
            }
        }
    }
}

impl DriveCourse {
    fn at_customer(bytes: u64) -> DriveCourse {
        DriveCourse { bytes, received: None, not_in_parcel: false, copy: None, extra: false, returned: None }
    }
}

impl Copying {
    fn cut_at(self, stop: SimTime) -> Copying {
        let whole = self.to.since(self.from).as_millis().max(1);
        let gone = stop.since(self.from).as_millis().min(whole);
        let part = i128::from(self.reach) * i128::from(gone) / i128::from(whole);
        Copying {
            to: stop,
            outcome: CopyStatus::Canceled,
            reach: u64::try_from(part).unwrap_or(self.reach),
            ..self
        }
    }
}

/// How the copy of a drive ends that begins at `from` and would take `span`.
fn outcome(fault: Option<Fault>, from: SimTime, span: Span) -> Copying {
    let (outcome, reach, span) = match fault {
        Some(Fault::BitLocker) => (CopyStatus::BitLockerKeyInvalid, 0, Span::hours(1)),
        Some(Fault::Unreadable) => (CopyStatus::DriveUnreadable, 0, Span::hours(2)),
        Some(Fault::Copy) => (CopyStatus::CompletedWithErrors, 970_000, span),
        Some(Fault::Info) => (CopyStatus::CompletedWithInfo, 1_000_000, span),
        Some(Fault::Late | Fault::Missing | Fault::Lost | Fault::Extra | Fault::Address) | None => {
            (CopyStatus::Completed, 1_000_000, span)
        }
    };
    Copying { from, to: from + span, outcome, reach }
}

/// The drives that are copied, those of the parcel first, latecomers by their arrival.
fn copy_order(drives: &[DriveCourse]) -> Vec<usize> {
    let mut order: Vec<(SimTime, usize)> = drives
        .iter()
        .enumerate()
        .filter(|(_, drive)| !drive.extra)
        .filter_map(|(n, drive)| drive.received.map(|at| (at, n)))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, n)| n).collect()
}

/// What is in a parcel, and what the marks on it ask for.
struct Parcel {
    drives: Vec<DriveCourse>,
    faults: Vec<Option<Fault>>,
}

impl Parcel {
    fn of(job: &Job, dice: Dice) -> Parcel {
        let package = job.order.delivery_package.as_deref();
        let tracking = package.map_or("", |package| package.tracking_number.as_str());
        let mut faults: Vec<Option<Fault>> = match &job.order.kind {
            JobKind::Import(drives) => drives.iter().map(|d| Fault::of_drive(d.id.as_str())).collect(),
            JobKind::Export(_) => {
                let count = package.and_then(|package| package.drive_count).map_or(1, |count| count.get());
                let first = Fault::of_drive(tracking);
                (0..count).map(|n| first.filter(|_| n == 0)).collect()
            }
        };
        let listed = faults.len();
        if Fault::Extra.is_marked_in(tracking) {
            faults.push(None);
        }
        let drive = |n: usize| DriveCourse { extra: n >= listed, ..DriveCourse::at_customer(dice.bytes(n)) };
        Parcel { drives: (0..faults.len()).map(drive).collect(), faults }
    }
}

/// A piece of work that stands still while some mark is there.
struct Passage {
    stops: Vec<Stop>,
    /// When the work is done; never, while a mark stays.
    end: Option<SimTime>,
}

struct Stop {
    from: SimTime,
    to: Option<SimTime>,
}

/// Work of length `work` from `start`, standing still from each mark to `resume` after its
/// correction. A mark that comes in on the way is noticed a minute later.
fn passage(start: SimTime, work: Span, marks: &[Marked], resume: Span) -> Passage {
    let mut stops = Vec::new();
    let (mut cursor, mut left) = (start, work);
    for mark in marks {
        let noticed = if mark.from <= start { start } else { mark.from + Span::minutes(1) };
        let from = noticed.max(cursor);
        if from >= cursor + left {
            break;
        }
        match mark.until {
            Some(until) if until <= from => {}
            Some(until) => {
                left = left - from.since(cursor);
                cursor = until + resume;
                stops.push(Stop { from, to: Some(cursor) });
            }
            None => {
                stops.push(Stop { from, to: None });
                return Passage { stops, end: None };
            }
        }
    }
    Passage { stops, end: Some(cursor + left) }
}
