//! Words: what the parts of a job's page are called in the language that it is shown in.

use crate::api::explain;
use crate::domain::job::JobKind;
use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::route::JobTab;
use crate::portal::ui::state_look::job_state_look;
use crate::service::simulation::Happening;

use super::tracking::TrackingField;
use super::ways::{DiagramPlace, Reason};

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
pub fn field(field: TrackingField, messages: &Messages) -> String {
    match field {
        TrackingField::Carrier => messages.track_carrier(),
        TrackingField::TrackingNumber => messages.track_number(),
        TrackingField::DriveCount => messages.track_count(),
        TrackingField::ShipDate => messages.track_date(),
        TrackingField::Recipient => messages.track_recipient(),
        TrackingField::Street1 => messages.track_street_1(),
        TrackingField::Street2 => messages.track_street_2(),
        TrackingField::City => messages.track_city(),
        TrackingField::Region => messages.track_region(),
        TrackingField::PostalCode => messages.track_postal_code(),
        TrackingField::Country => messages.track_country(),
        TrackingField::Phone => messages.track_phone(),
        TrackingField::Email => messages.track_email(),
        TrackingField::ReturnCarrier => messages.track_return_carrier(),
        TrackingField::ReturnAccount => messages.track_return_account(),
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
pub fn place(place: DiagramPlace, messages: &Messages) -> String {
    match place {
        DiagramPlace::State(state) => explain::state(state, messages),
        DiagramPlace::Deleted => messages.job_deleted(),
    }
}

/// The shape that shows what happens.
pub fn happening_icon(what: Happening) -> &'static str {
    let state = match what {
        Happening::CancelRequested | Happening::CopyStopped => return "cancel",
        Happening::OperatorsNotified => return "warning",
        Happening::DriveEnded(..) => return "drive",
        Happening::Deleted => return "trash",
        // The rest is known by the state that the job enters, or that what happens to a drive belongs to.
        Happening::Created => JobState::Creating,
        Happening::Shipped => JobState::Shipping,
        Happening::Received | Happening::LateDriveArrived(_) => JobState::Received,
        Happening::TransferStarted | Happening::DriveStarted(_) | Happening::Recovered(_) => {
            JobState::Transferring
        }
        Happening::Faulted(_) => JobState::Faulted,
        Happening::PackagingStarted => JobState::Packaging,
        Happening::Completed => JobState::Completed,
        Happening::Closed => JobState::Closed,
    };
    job_state_look(state).icon
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
