//! Words: what the parts of a job's page are called in the language that it is shown in.

use crate::api::explain;
use crate::domain::drive::CopyStatus;
use crate::domain::job::{Job, JobKind};
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::route::JobTab;
use crate::service::simulation::{Course, Happening, Trouble};

use super::timeline::drive_name;
use super::tracking::Field;
use super::ways::{Place, Reason};

/// The name of a tab.
pub fn tab(tab: JobTab, messages: &Messages) -> String {
    match tab {
        JobTab::Overview => messages.job_tab_overview(),
        JobTab::Tracking => messages.job_tab_tracking(),
        JobTab::Drives => messages.job_tab_drives(),
        JobTab::Keys => messages.job_tab_keys(),
        JobTab::Json => messages.job_tab_json(),
        JobTab::Calls => messages.job_tab_calls(),
    }
    .to_string()
}

/// Whether it is an import job or an export job.
pub fn kind(kind: &JobKind, messages: &Messages) -> String {
    match kind {
        JobKind::Import(_) => messages.job_kind_import(),
        JobKind::Export(_) => messages.job_kind_export(),
    }
    .to_string()
}

/// What somebody may ask of a job, as a button says it.
pub fn action(action: Action, messages: &Messages) -> String {
    match action {
        Action::Cancel => messages.action_cancel(),
        Action::Delete => messages.action_delete(),
        Action::Replace => messages.action_replace(),
        Action::Ship => messages.action_ship(),
        Action::EditDrives => messages.action_edit_drives(),
        Action::EditDelivery => messages.action_edit_delivery(),
        Action::EditLogging => messages.action_edit_logging(),
        Action::EditReturn => messages.action_edit_return(),
        Action::EditTags => messages.action_edit_tags(),
    }
    .to_string()
}

/// The label of a field of the tracking tab.
pub fn field(field: Field, messages: &Messages) -> String {
    match field {
        Field::Carrier => messages.track_carrier(),
        Field::TrackingNumber => messages.track_number(),
        Field::DriveCount => messages.track_count(),
        Field::ShipDate => messages.track_date(),
        Field::Recipient => messages.track_recipient(),
        Field::Street1 => messages.track_street_1(),
        Field::Street2 => messages.track_street_2(),
        Field::City => messages.track_city(),
        Field::Region => messages.track_region(),
        Field::PostalCode => messages.track_postal_code(),
        Field::Country => messages.track_country(),
        Field::Phone => messages.track_phone(),
        Field::Email => messages.track_email(),
        Field::ReturnCarrier => messages.track_return_carrier(),
        Field::ReturnAccount => messages.track_return_account(),
    }
    .to_string()
}

/// Why a job goes a way, in the few words that stand at its arrow.
pub fn reason(reason: Reason, messages: &Messages) -> String {
    match reason {
        Reason::MarkedShipped => messages.way_marked_shipped(),
        Reason::CancelUnsent => messages.way_cancel_unsent(),
        Reason::Arrived => messages.way_arrived(),
        Reason::ParcelLost => messages.way_parcel_lost(),
        Reason::CopyStarts => messages.way_copy_starts(),
        Reason::CancelUncopied => messages.way_cancel_uncopied(),
        Reason::Copied => messages.way_copied(),
        Reason::CancelCopying => messages.way_cancel_copying(),
        Reason::Unreadable => messages.way_unreadable(),
        Reason::WithoutDrive => messages.way_without_drive(),
        Reason::SentBack => messages.way_sent_back(),
        Reason::WithErrors => messages.way_with_errors(),
        Reason::WrongAddress => messages.way_wrong_address(),
        Reason::Corrected => messages.way_corrected(),
        Reason::NoAnswer => messages.way_no_answer(),
        Reason::Person => messages.way_person(),
        Reason::Unchanged => messages.way_unchanged(),
        Reason::Kept => messages.way_kept(),
    }
}

/// The same in a sentence.
pub fn reason_explained(reason: Reason, messages: &Messages) -> String {
    match reason {
        Reason::MarkedShipped => messages.way_marked_shipped_text(),
        Reason::CancelUnsent => messages.way_cancel_unsent_text(),
        Reason::Arrived => messages.way_arrived_text(),
        Reason::ParcelLost => messages.way_parcel_lost_text(),
        Reason::CopyStarts => messages.way_copy_starts_text(),
        Reason::CancelUncopied => messages.way_cancel_uncopied_text(),
        Reason::Copied => messages.way_copied_text(),
        Reason::CancelCopying => messages.way_cancel_copying_text(),
        Reason::Unreadable => messages.way_unreadable_text(),
        Reason::WithoutDrive => messages.way_without_drive_text(),
        Reason::SentBack => messages.way_sent_back_text(),
        Reason::WithErrors => messages.way_with_errors_text(),
        Reason::WrongAddress => messages.way_wrong_address_text(),
        Reason::Corrected => messages.way_corrected_text(),
        Reason::NoAnswer => messages.way_no_answer_text(),
        Reason::Person => messages.way_person_text(),
        Reason::Unchanged => messages.way_unchanged_text(),
        Reason::Kept => messages.way_kept_text(),
    }
}

/// What a place of the state diagram is called.
pub fn place(place: Place, messages: &Messages) -> String {
    match place {
        Place::State(state) => explain::state(state, messages),
        Place::Deleted => messages.job_deleted(),
    }
}

/// What happens to `job`, in a few words that fit before and after it has happened.
pub fn happening(job: &Job, course: &Course, what: Happening, messages: &Messages) -> String {
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

/// The shape that shows what happens.
pub fn happening_icon(what: Happening) -> &'static str {
    match what {
        Happening::Created => "s-creating",
        Happening::Shipped => "s-shipping",
        Happening::CancelRequested | Happening::CopyStopped => "cancel",
        Happening::OperatorsNotified => "warning",
        Happening::Received | Happening::LateDriveArrived(_) => "s-received",
        Happening::TransferStarted | Happening::DriveStarted(_) | Happening::Recovered(_) => "s-transferring",
        Happening::DriveEnded(..) => "drive",
        Happening::Faulted(_) => "s-faulted",
        Happening::PackagingStarted => "s-packaging",
        Happening::Completed => "s-completed",
        Happening::Closed => "s-closed",
        Happening::Deleted => "trash",
    }
}

/// Whether what happens is bad news.
pub fn is_trouble(what: Happening) -> bool {
    match what {
        Happening::OperatorsNotified | Happening::Faulted(_) | Happening::Closed => true,
        Happening::DriveEnded(_, how) => how.is_error(),
        Happening::Created
        | Happening::Shipped
        | Happening::CancelRequested
        | Happening::Received
        | Happening::TransferStarted
        | Happening::LateDriveArrived(_)
        | Happening::DriveStarted(_)
        | Happening::CopyStopped
        | Happening::Recovered(_)
        | Happening::PackagingStarted
        | Happening::Completed
        | Happening::Deleted => false,
    }
}
