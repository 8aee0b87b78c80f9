//! What can be injected into a job right now: only what leaves its past alone and changes what is to come.

use crate::domain::injection::{Injection, NotInjectable};
use crate::domain::job::Job;

use super::status::Status;

/// Whether `injection` befalls `job`, which stands as `status` says.
///
/// # Errors
/// [`NotInjectable`].
pub fn may_inject(job: &Job, status: &Status, injection: Injection) -> Result<(), NotInjectable> {
    if !injection.states().contains(&status.state) {
        return Err(NotInjectable::State(status.state));
    }
    let place = match injection {
        Injection::Drive(place, _) => usize::from(place),
        Injection::Lost | Injection::Address | Injection::Expire => return Ok(()),
    };
    let drives = &status.course.drives;
    let Some(drive) = drives.get(place).filter(|drive| !drive.extra) else {
        return Err(NotInjectable::NoSuchDrive(drives.iter().filter(|drive| !drive.extra).count()));
    };
    if drive.copy.is_some_and(|copy| copy.from <= status.now) {
        return Err(NotInjectable::DriveBegun);
    }
    if job.marked_fault(place).is_some() || job.history.injected.fault(place).is_some() {
        return Err(NotInjectable::DriveFaulty);
    }
    Ok(())
}
