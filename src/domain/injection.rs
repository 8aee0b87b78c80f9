//! Injections: what a trainer makes go wrong with a job on its way, without a mark in anybody's input.

use super::fault::Fault;
use super::state::JobState;
use super::time::{SimTime, Span};

/// Something that is made to go wrong from now on. What has been stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Injection {
    /// The parcel to the data centre is lost, until the customer sends another tracking number.
    Lost,
    /// The return address turns out to be wrong, until the customer sends another.
    Address,
    /// The service deletes the job a day from now, unless an update in `Creating` starts its time anew.
    Expire,
    /// The drive at this place of the list, from 0, has a fault.
    Drive(u8, DriveFault),
}

/// What can be made to go wrong with a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DriveFault {
    /// Some of its files cannot be copied, as [`Fault::Copy`].
    Corrupt,
    /// It cannot be read, as [`Fault::Unreadable`].
    Unreadable,
    /// Its BitLocker key does not unlock it, as [`Fault::BitLocker`].
    BitLocker,
}

impl DriveFault {
    /// Every fault.
    pub const ALL: [DriveFault; 3] = [DriveFault::Corrupt, DriveFault::Unreadable, DriveFault::BitLocker];

    /// The fault whose mark would do the same.
    pub fn fault(self) -> Fault {
        match self {
            DriveFault::Corrupt => Fault::Copy,
            DriveFault::Unreadable => Fault::Unreadable,
            DriveFault::BitLocker => Fault::BitLocker,
        }
    }
}

/// Why nothing can be injected. The job is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInjectable {
    /// In this state it would change nothing, or what has been.
    State(JobState),
    /// The job has only so many drives.
    NoSuchDrive(usize),
    /// The drive is being copied already, or has been.
    DriveBegun,
    /// The drive has a fault already.
    DriveFaulty,
}

/// What has been injected into a job and still counts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Injected {
    /// Whether the parcel is lost.
    pub lost: bool,
    /// Whether the return address is wrong.
    pub address: bool,
    /// When the service deletes the job, at the latest.
    pub expires: Option<SimTime>,
    /// The drives that have a fault, by their places.
    pub drives: Vec<(u8, DriveFault)>,
}

impl Injected {
    /// The fault of the drive at this place.
    pub fn fault(&self, drive: usize) -> Option<DriveFault> {
        self.drives.iter().find(|(place, _)| usize::from(*place) == drive).map(|(_, fault)| *fault)
    }

    /// When the service deletes a job that it would delete at `at`, and that has waited for it since `since`.
    pub fn deletion(&self, since: SimTime, at: SimTime) -> SimTime {
        self.expires.filter(|expires| *expires > since).map_or(at, |expires| expires.min(at))
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        *self == Injected::default()
    }
}

impl Injection {
    /// How long a job has left after [`Injection::Expire`].
    pub const LEFT: Span = Span::days(1);

    /// The states in which it changes something that is still to come.
    pub fn states(self) -> &'static [JobState] {
        use JobState::{Closed, Completed, Creating, Packaging, Received, Shipping, Transferring};
        match self {
            Injection::Lost => &[Shipping],
            Injection::Address => &[Shipping, Received, Transferring, Packaging],
            Injection::Expire => &[Creating, Completed, Closed],
            Injection::Drive(..) => &[Creating, Shipping, Received, Transferring],
        }
    }
}
