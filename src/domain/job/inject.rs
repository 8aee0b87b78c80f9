//! What an injection does to a job, and what its own input is marked with.

use crate::domain::fault::Fault;
use crate::domain::injection::Injection;
use crate::domain::time::SimTime;

use super::{Job, JobKind};

impl Job {
    /// This job with an injection at `now`. Its order is as it was.
    pub fn injected(&self, injection: Injection, now: SimTime) -> Job {
        let mut job = self.clone();
        let injected = &mut job.history.injected;
        match injection {
            Injection::Lost => injected.lost = true,
            Injection::Address => injected.address = true,
            Injection::Expire => injected.expires = Some(now + Injection::LEFT),
            Injection::Drive(place, fault) => injected.drives.push((place, fault)),
        }
        job.note_marks(now);
        job
    }

    /// The fault that the drive at this place is marked with, in the input of the customer.
    pub fn marked_fault(&self, place: usize) -> Option<Fault> {
        match &self.order.kind {
            JobKind::Import(drives) => drives.get(place).and_then(|drive| Fault::of_drive(drive.id.as_str())),
            JobKind::Export(_) => {
                let package = self.order.delivery_package.as_deref().filter(|_| place == 0);
                package.and_then(|package| Fault::of_drive(package.tracking_number.as_str()))
            }
        }
    }
}
