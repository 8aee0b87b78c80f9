//! Parcels: the drives that belong to a job, and what the marks on them ask to go wrong.

use crate::domain::fault::Fault;
use crate::domain::injection::DriveFault;
use crate::domain::job::{Job, JobKind};

use super::super::dice::Dice;
use super::drive_course::DriveCourse;

/// The drives of a job, before anything has happened to them.
pub struct Parcel {
    /// Those that the job lists (import) or that the customer sends (export), then an extra one.
    pub drives: Vec<DriveCourse>,
    /// What goes wrong with the drive at the same place, if anything.
    pub faults: Vec<Option<Fault>>,
}

impl Parcel {
    /// What belongs to `job`. Before it is shipped an export has no drives, since nobody has said
    /// how many there will be.
    pub fn of(job: &Job, dice: Dice) -> Parcel {
        let package = job.order.delivery_package.as_deref().filter(|_| job.history.shipped.is_some());
        let tracking = package.map_or("", |package| package.tracking_number.as_str());
        let mut faults: Vec<Option<Fault>> = match &job.order.kind {
            JobKind::Import(drives) => drives.iter().map(|d| Fault::of_drive(d.id.as_str())).collect(),
            JobKind::Export(_) => {
                let sent = package.map_or(0, |package| package.drives().unwrap_or(1));
                let first = Fault::of_drive(tracking);
                (0..sent).map(|n| first.filter(|_| n == 0)).collect()
            }
        };
        let listed = faults.len();
        for (n, fault) in faults.iter_mut().enumerate() {
            let injected = job.history.injected.fault(n);
            *fault = fault.or(injected.map(DriveFault::fault));
        }
        if Fault::Extra.is_marked_in(tracking) {
            faults.push(None);
        }
        let drive = |n: usize| DriveCourse {
            bytes: dice.bytes(n),
            received: None,
            not_in_parcel: false,
            copy: None,
            extra: n >= listed,
            returned: None,
        };
        Parcel { drives: (0..faults.len()).map(drive).collect(), faults }
    }
}
