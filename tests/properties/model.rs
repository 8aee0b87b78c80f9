//! The reference model: the service as a plain machine with timers that goes from one happening to
//! the next, written without a look at how the service computes the same from its history. Only
//! the dice are shared.

use std::collections::VecDeque;

use import_export_portal::domain::drive::{CopyStatus, DriveState};
use import_export_portal::domain::fault::Fault;
use import_export_portal::domain::state::JobState;
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::dice::{Dice, Draw};

use crate::steps::{OrderSpec, PackageSpec};
use crate::work::Work;

/// A job of the model.
#[derive(Clone, Debug)]
pub struct Job {
    pub no: u64,
    pub secret: u64,
    pub cancel: Option<SimTime>,
    import: Option<Vec<Option<Fault>>>,
    package: Option<PackageSpec>,
    has_address: bool,
    lost_since: Option<SimTime>,
    wrong_since: Option<SimTime>,
    touched: SimTime,
    dice: Dice,
    stage: Stage,
    drives: Vec<Drive>,
    /// Whether drives that are not there count as never received.
    missed: bool,
    arrived: bool,
    cut: bool,
    returned: bool,
}

#[derive(Clone, Debug)]
enum Stage {
    Creating,
    Shipping { work: Work, overdue: SimTime },
    Received { start: SimTime },
    Copying { queue: VecDeque<usize>, current: Option<usize>, free: SimTime, asking: bool },
    Packing { ready: SimTime },
    Returning { work: Work, deadline: Option<SimTime> },
    Over { state: JobState, at: SimTime },
}

#[derive(Clone, Debug)]
struct Drive {
    bytes: u64,
    fault: Option<Fault>,
    extra: bool,
    arrives: Option<SimTime>,
    copy: Option<Copy>,
}

#[derive(Clone, Debug)]
struct Copy {
    from: SimTime,
    until: SimTime,
    whole: i64,
    millionths: u64,
    outcome: CopyStatus,
}

impl Job {
    pub fn new(no: u64, seed: u64, order: &OrderSpec, now: SimTime) -> Job {
        let mut job = Job {
            no,
            secret: 0,
            cancel: None,
            import: None,
            package: None,
            has_address: false,
            lost_since: None,
            wrong_since: None,
            touched: now,
            dice: Dice::new(seed, no),
            stage: Stage::Creating,
            drives: Vec::new(),
            missed: false,
            arrived: false,
            cut: false,
            returned: false,
        };
        job.replace(order, now);
        job
    }

    pub fn replace(&mut self, order: &OrderSpec, now: SimTime) {
        self.secret = order.secret;
        self.import.clone_from(&order.import);
        self.list_drives();
        self.set_package(order.package, now);
        self.set_address(order.wrong_address, now);
        self.touched = now;
    }

    fn list_drives(&mut self) {
        self.drives.clear();
        for fault in self.import.clone().unwrap_or_default() {
            self.add_drive(fault, false);
        }
    }

    fn add_drive(&mut self, fault: Option<Fault>, extra: bool) {
        // Faults of parcels and addresses do nothing when they are written on a drive.
        let fault = fault.filter(|f| !matches!(f, Fault::Lost | Fault::Extra | Fault::Address));
        let bytes = self.dice.bytes(self.drives.len());
        self.drives.push(Drive { bytes, fault, extra, arrives: None, copy: None });
    }

    pub fn set_drives(&mut self, faults: &[Option<Fault>]) {
        if self.import.is_some() {
            self.import = Some(faults.to_vec());
            self.list_drives();
        }
    }

    pub fn set_package(&mut self, package: Option<PackageSpec>, now: SimTime) {
        self.package = package;
        let lost = package.is_some_and(|p| p.mark == Some(Fault::Lost));
        if lost != self.lost_since.is_some() {
            self.lost_since = lost.then_some(now);
            match &mut self.stage {
                // Corrected at the moment of shipping, the mark was never on the parcel.
                Stage::Shipping { work, overdue } if !lost && *overdue == now + Span::days(14) => {
                    *work = Work::new(now, work.left, false, work.resume);
                }
                Stage::Shipping { work, .. } => work.marked(lost, now),
                Stage::Creating
                | Stage::Received { .. }
                | Stage::Copying { .. }
                | Stage::Packing { .. }
                | Stage::Returning { .. }
                | Stage::Over { .. } => {}
            }
        }
    }

    pub fn set_address(&mut self, wrong: Option<bool>, now: SimTime) {
        self.has_address = wrong.is_some();
        let wrong = wrong == Some(true);
        if wrong != self.wrong_since.is_some() {
            self.wrong_since = wrong.then_some(now);
            if let Stage::Returning { work, .. } = &mut self.stage {
                work.marked(wrong, now);
            }
        }
    }

    pub fn touch(&mut self, now: SimTime) {
        if self.state() == JobState::Creating {
            self.touched = now;
        }
    }

    /// What is missing before it can be shipped.
    pub fn lacks(&self) -> Vec<&'static str> {
        let package = self.package.is_none().then_some("deliveryPackage");
        package.into_iter().chain((!self.has_address).then_some("returnAddress")).collect()
    }

    pub fn ship(&mut self, now: SimTime) {
        if !matches!(self.stage, Stage::Creating) {
            return;
        }
        let stuck = self.lost_since.is_some_and(|since| since < now);
        let mut work = Work::new(now, self.dice.span(Draw::Transit), stuck, Span::days(1));
        if self.lost_since == Some(now) {
            work.marked(true, now);
        }
        self.stage = Stage::Shipping { work, overdue: now + Span::days(14) };
    }

    pub fn state(&self) -> JobState {
        match &self.stage {
            Stage::Creating => JobState::Creating,
            Stage::Shipping { .. } => JobState::Shipping,
            Stage::Received { .. } => JobState::Received,
            Stage::Copying { asking: true, .. } => JobState::Faulted,
            Stage::Copying { .. } => JobState::Transferring,
            Stage::Packing { .. } => JobState::Packaging,
            Stage::Returning { deadline: Some(_), .. } => JobState::Faulted,
            Stage::Returning { .. } => JobState::Packaging,
            Stage::Over { state, .. } => *state,
        }
    }

    /// When it is deleted, if that is what happens next.
    pub fn gone_at(&self) -> Option<SimTime> {
        match (&self.stage, self.cancel) {
            (Stage::Creating, None) => Some(self.touched + Span::days(14)),
            (Stage::Over { at, .. }, _) => Some(*at + Span::days(90)),
            _ => None,
        }
    }

    /// The next moment at which something happens, deletion aside.
    pub fn next(&self) -> Option<SimTime> {
        match &self.stage {
            Stage::Creating => self.cancel.map(|at| at + self.dice.span(Draw::CancelCreating)),
            Stage::Shipping { work, overdue } => {
                let timer = if self.missed { *overdue + Span::days(30) } else { *overdue };
                Some(work.next().map_or(timer, |at| at.min(timer)))
            }
            Stage::Received { start } => Some(*start),
            Stage::Copying { queue, current, free, asking } => Some(match (current, queue.front()) {
                (Some(n), _) => self.copy_ends(*n),
                (None, Some(n)) if !asking => {
                    let begins = self.drives[*n].arrives.map_or(*free, |at| at.max(*free));
                    self.stop().map_or(begins, |stop| stop.min(begins))
                }
                (None, _) => *free,
            }),
            Stage::Packing { ready } => Some(*ready),
            Stage::Returning { work, deadline } => match (work.next(), deadline) {
                (Some(next), Some(deadline)) => Some(next.min(*deadline)),
                (next, deadline) => next.or(*deadline),
            },
            Stage::Over { .. } => None,
        }
    }

    fn stop(&self) -> Option<SimTime> {
        self.cancel.map(|at| at + self.dice.span(Draw::CancelCopying))
    }

    fn copy_ends(&self, n: usize) -> SimTime {
        let until = self.drives[n].copy.as_ref().unwrap().until;
        self.stop().map_or(until, |stop| stop.min(until))
    }

    /// Lets time go on to `to`.
    pub fn run(&mut self, to: SimTime) {
        while let Some(at) = self.next().filter(|at| *at <= to) {
            self.fire(at);
        }
    }

    fn fire(&mut self, now: SimTime) {
        match &mut self.stage {
            Stage::Creating => {
                self.cut = true;
                self.stage = Stage::Over { state: JobState::Completed, at: now };
            }
            Stage::Shipping { work, overdue } => {
                if now == *overdue + Span::days(30) {
                    self.stage = Stage::Over { state: JobState::Closed, at: now };
                } else if work.next() == Some(now) {
                    if work.fire(now) {
                        self.arrive(now);
                    }
                } else {
                    self.missed = true;
                }
            }
            Stage::Received { .. } => self.begin(now),
            Stage::Copying { .. } => self.copy(now),
            Stage::Packing { .. } => {
                let left = self.half();
                let stuck = self.wrong_since.is_some_and(|since| since < now);
                let deadline = stuck.then(|| now + Span::days(30));
                self.stage = Stage::Returning { work: Work::new(now, left, stuck, Span::hours(1)), deadline };
            }
            Stage::Returning { work, deadline } => {
                if *deadline == Some(now) {
                    self.end(now, true);
                } else if work.fire(now) {
                    self.end(now, false);
                } else {
                    *deadline = work.is_stuck().then(|| now + Span::days(30));
                }
            }
            Stage::Over { .. } => unreachable!("nothing happens to it any more"),
        }
    }

    fn half(&self) -> Span {
        Span::millis(self.dice.span(Draw::Packaging).as_millis() / 2)
    }

    fn arrive(&mut self, now: SimTime) {
        (self.missed, self.arrived) = (true, true);
        let package = self.package.unwrap();
        if self.import.is_none() {
            (0..package.drives).for_each(|n| self.add_drive(package.mark.filter(|_| n == 0), false));
        }
        if package.mark == Some(Fault::Extra) {
            self.add_drive(None, true);
        }
        for (n, drive) in self.drives.iter_mut().enumerate() {
            drive.arrives = match drive.fault {
                Some(Fault::Missing) => None,
                Some(Fault::Late) => Some(now + self.dice.span(Draw::LateArrival(n))),
                _ => Some(now),
            };
        }
        let first = self.drives.iter().filter(|d| !d.extra).filter_map(|d| d.arrives).min();
        let start = now + self.dice.span(Draw::Waiting);
        self.stage = Stage::Received { start: first.map_or(start, |first| first.max(start)) };
    }

    fn begin(&mut self, now: SimTime) {
        let mut queue: Vec<usize> = (0..self.drives.len())
            .filter(|n| !self.drives[*n].extra && self.drives[*n].arrives.is_some())
            .collect();
        queue.sort_by_key(|n| self.drives[*n].arrives);
        if self.cancel.is_some() {
            self.cut = true;
            self.pack(now);
        } else if queue.is_empty() {
            self.pack(now);
        } else {
            self.stage = Stage::Copying { queue: queue.into(), current: None, free: now, asking: false };
            self.copy(now);
        }
    }

    fn copy(&mut self, now: SimTime) {
        let stop = self.stop();
        let cancel = self.cancel;
        let total: u64 =
            self.drives.iter().filter(|d| !d.extra && d.arrives.is_some()).map(|d| d.bytes).sum();
        let all = self.dice.span(Draw::Copying).as_millis();
        let Stage::Copying { queue, current, free, asking } = &mut self.stage else { unreachable!() };
        if let Some(n) = current.take() {
            let copy = self.drives[n].copy.as_mut().unwrap();
            let unreadable = copy.outcome == CopyStatus::DriveUnreadable;
            let asked = unreadable && cancel.is_some_and(|at| at < copy.until);
            if asked || now < copy.until {
                (copy.until, copy.outcome) = (now, CopyStatus::Canceled);
                self.cut = true;
                return self.pack(now);
            }
            *asking = unreadable;
            *free = if unreadable { now + self.dice.span(Draw::Operators(n)) } else { now };
            if unreadable {
                return;
            }
        } else if stop == Some(now) && !*asking {
            self.cut = true;
            return self.pack(now);
        }
        *asking = false;
        let Some(n) = queue.front().copied() else { return self.pack(now) };
        if self.drives[n].arrives.is_some_and(|at| at > now) {
            *free = now;
            return;
        }
        if stop.is_some_and(|stop| stop <= now) {
            self.cut = true;
            return self.pack(now);
        }
        queue.pop_front();
        *current = Some(n);
        let drive = &mut self.drives[n];
        let whole = (i128::from(all) * i128::from(drive.bytes) / i128::from(total)) as i64;
        let (whole, millionths, outcome) = match drive.fault {
            Some(Fault::BitLocker) => (3_600_000, 0, CopyStatus::BitLockerKeyInvalid),
            Some(Fault::Unreadable) => (7_200_000, 0, CopyStatus::DriveUnreadable),
            Some(Fault::Copy) => (whole, 970_000, CopyStatus::CompletedWithErrors),
            Some(Fault::Info) => (whole, 1_000_000, CopyStatus::CompletedWithInfo),
            _ => (whole, 1_000_000, CopyStatus::Completed),
        };
        drive.copy = Some(Copy { from: now, until: now + Span::millis(whole), whole, millionths, outcome });
    }

    fn pack(&mut self, now: SimTime) {
        self.stage = Stage::Packing { ready: now + self.half() };
    }

    fn end(&mut self, now: SimTime, given_up: bool) {
        let at_fault = |d: &Drive| match &d.copy {
            Some(copy) => matches!(
                copy.outcome,
                CopyStatus::CompletedWithErrors
                    | CopyStatus::DriveUnreadable
                    | CopyStatus::BitLockerKeyInvalid
            ),
            None => d.arrives.is_none(),
        };
        let errors = self.drives.iter().any(|d| !d.extra && at_fault(d));
        let closed = given_up || errors && !self.cut;
        let state = if closed { JobState::Closed } else { JobState::Completed };
        self.returned = !given_up;
        // What has not come by now never will.
        for drive in &mut self.drives {
            drive.arrives = drive.arrives.filter(|at| *at <= now);
        }
        self.stage = Stage::Over { state, at: now };
    }

    /// What a drive shows: state, copy status, per cent, bytes.
    pub fn drives(&self, now: SimTime) -> Vec<(DriveState, Option<CopyStatus>, u8, u64)> {
        if self.import.is_none() && !self.arrived {
            return Vec::new();
        }
        let shows = |drive: &Drive| {
            let copied = drive.copied(now);
            let percent = (u128::from(copied) * 100 / u128::from(drive.bytes)) as u8;
            let status = drive
                .copy
                .as_ref()
                .map(|copy| if now < copy.until { CopyStatus::Copying } else { copy.outcome });
            let here = drive.arrives.is_some_and(|at| at <= now);
            let state = match status {
                _ if self.returned && here => DriveState::ShippedBack,
                Some(CopyStatus::Copying) => DriveState::Transferring,
                Some(CopyStatus::Completed) => DriveState::Completed,
                Some(_) => DriveState::CompletedMoreInfo,
                None if here => DriveState::Received,
                None if self.missed => DriveState::NeverReceived,
                None => DriveState::Specified,
            };
            (state, status, percent, copied)
        };
        self.drives.iter().map(shows).collect()
    }

    /// What the job shows in per cent.
    pub fn percent(&self, now: SimTime) -> Option<u8> {
        let listed = || self.drives.iter().filter(|d| !d.extra);
        let total: u64 = listed().map(|d| d.bytes).sum();
        let copied: u64 = listed().map(|d| d.copied(now)).sum();
        let percent = (u128::from(copied) * 100).checked_div(u128::from(total)).unwrap_or(0) as u8;
        (self.state() != JobState::Creating).then_some(percent)
    }
}

impl Drive {
    fn copied(&self, now: SimTime) -> u64 {
        let Some(copy) = &self.copy else { return 0 };
        let gone = now.min(copy.until).since(copy.from).as_millis() as u128;
        let whole = copy.whole.max(1) as u128;
        (u128::from(self.bytes) * u128::from(copy.millionths) * gone / whole / 1_000_000) as u64
    }
}
