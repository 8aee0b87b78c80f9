//! Happenings: what happens to a job, in the tense that fits where the present is.

use crate::api::explain;
use crate::domain::drive::CopyStatus;
use crate::domain::job::Job;
use crate::phrases::Messages;
use crate::service::simulation::{Course, Happening, Trouble};

use super::timeline::drive_name;

/// What has happened to `job`, or will where it lies `ahead`, in a few words.
pub fn in_words(job: &Job, course: &Course, what: Happening, ahead: bool, messages: &Messages) -> String {
    match ahead {
        true => will_happen(job, course, what, messages),
        false => has_happened(job, course, what, messages),
    }
}

fn has_happened(job: &Job, course: &Course, what: Happening, messages: &Messages) -> String {
    let drive = |n: usize| drive_label(job, course, n, messages);
    match what {
        Happening::Created => messages.happening_created(),
        Happening::Shipped => messages.happening_shipped(),
        Happening::CancelRequested => messages.happening_cancel_requested(),
        Happening::OperatorsNotified => messages.happening_operators_notified(),
        Happening::Received => messages.happening_received(),
        Happening::TransferStarted => messages.happening_transfer_started(),
        Happening::LateDriveArrived(n) => messages.happening_late_drive(drive(n)),
        Happening::DriveStarted(n) => messages.happening_drive_started(drive(n)),
        Happening::DriveEnded(n, how) => match how {
            CopyStatus::Copying | CopyStatus::Completed => messages.happening_drive_completed(drive(n)),
            CopyStatus::CompletedWithInfo => messages.happening_drive_info(drive(n)),
            CopyStatus::CompletedWithErrors => messages.happening_drive_errors(drive(n)),
            CopyStatus::DriveUnreadable => messages.happening_drive_unreadable(drive(n)),
            CopyStatus::BitLockerKeyInvalid => messages.happening_drive_key(drive(n)),
            CopyStatus::Canceled => messages.happening_drive_canceled(drive(n)),
        },
        Happening::CopyStopped => messages.happening_copy_stopped(),
        Happening::Faulted(Trouble::UnreadableDrive) => messages.happening_faulted_drive(),
        Happening::Faulted(Trouble::ReturnAddress) => messages.happening_faulted_address(),
        Happening::Recovered(state) => messages.happening_recovered(explain::state(state, messages)),
        Happening::PackagingStarted => messages.happening_packaging(),
        Happening::Completed if job.history.shipped.is_none() => messages.happening_completed_unsent(),
        Happening::Completed => messages.happening_completed(),
        Happening::Closed if returns(course) => messages.happening_closed(),
        Happening::Closed => messages.happening_closed_given_up(),
        Happening::Deleted => messages.happening_deleted(),
    }
    .to_string()
}

fn will_happen(job: &Job, course: &Course, what: Happening, messages: &Messages) -> String {
    let drive = |n: usize| drive_label(job, course, n, messages);
    match what {
        // What people ask for happens when they ask, so these never lie ahead.
        Happening::Created => messages.happening_created(),
        Happening::Shipped => messages.happening_shipped(),
        Happening::CancelRequested => messages.happening_cancel_requested(),
        Happening::OperatorsNotified => messages.ahead_operators_notified(),
        Happening::Received => messages.ahead_received(),
        Happening::TransferStarted => messages.ahead_transfer_started(),
        Happening::LateDriveArrived(n) => messages.ahead_late_drive(drive(n)),
        Happening::DriveStarted(n) => messages.ahead_drive_started(drive(n)),
        Happening::DriveEnded(n, how) => match how {
            CopyStatus::Copying | CopyStatus::Completed => messages.ahead_drive_completed(drive(n)),
            CopyStatus::CompletedWithInfo => messages.ahead_drive_info(drive(n)),
            CopyStatus::CompletedWithErrors => messages.ahead_drive_errors(drive(n)),
            CopyStatus::DriveUnreadable => messages.ahead_drive_unreadable(drive(n)),
            CopyStatus::BitLockerKeyInvalid => messages.ahead_drive_key(drive(n)),
            CopyStatus::Canceled => messages.ahead_drive_canceled(drive(n)),
        },
        Happening::CopyStopped => messages.ahead_copy_stopped(),
        Happening::Faulted(Trouble::UnreadableDrive) => messages.ahead_faulted_drive(),
        Happening::Faulted(Trouble::ReturnAddress) => messages.ahead_faulted_address(),
        Happening::Recovered(state) => messages.ahead_recovered(explain::state(state, messages)),
        Happening::PackagingStarted => messages.ahead_packaging(),
        Happening::Completed if job.history.shipped.is_none() => messages.ahead_completed_unsent(),
        Happening::Completed => messages.ahead_completed(),
        Happening::Closed if returns(course) => messages.ahead_closed(),
        Happening::Closed => messages.ahead_closed_given_up(),
        Happening::Deleted => messages.ahead_deleted(),
    }
    .to_string()
}

fn returns(course: &Course) -> bool {
    course.drives.iter().any(|drive| drive.returned.is_some())
}

fn drive_label(job: &Job, course: &Course, n: usize, messages: &Messages) -> String {
    let extra = course.drives.get(n).is_some_and(|drive| drive.extra);
    let number = (n + 1).to_string();
    match drive_name(job, n) {
        Some(name) => name.to_owned(),
        None if extra => messages.happening_drive_extra(number).to_string(),
        None => messages.happening_drive_number(number).to_string(),
    }
}
