//! Words: events, commands and branches as the page tells of them.

use crate::api::explain;
use crate::journal::compare::JobStand;
use crate::journal::events::{EventKind, Happened, JournalEvent};
use crate::journal::{Branch, Journal};
use crate::phrases::{Language, Messages};
use crate::portal::text::asked::asked;
use crate::portal::text::format;
use crate::service::simulation::Happening;

/// What an event was.
pub fn event(event: &JournalEvent, journal: &Journal, language: Language) -> String {
    let m = &language.phrases();
    match &event.what {
        EventKind::Asked(no) => journal.entry(*no).map_or_else(String::new, |entry| asked(entry, language)),
        EventKind::Happened(happened) => happened_words(happened, language, m),
    }
}

fn happened_words(happened: &Happened, language: Language, m: &Messages) -> String {
    let job = happened.job.as_str();
    let what = match (happened.what.enters(), happened.what) {
        (Some(state), _) => m.timeline_state(job, explain::state(state, m)),
        (None, Happening::Deleted) => m.timeline_deleted(job),
        (
            None,
            Happening::Created
            | Happening::Shipped
            | Happening::CancelRequested
            | Happening::OperatorsNotified
            | Happening::Received
            | Happening::TransferStarted
            | Happening::LateDriveArrived(_)
            | Happening::DriveStarted(_)
            | Happening::DriveEnded(..)
            | Happening::CopyStopped
            | Happening::Faulted(_)
            | Happening::Recovered(_)
            | Happening::PackagingStarted
            | Happening::Completed
            | Happening::Closed,
        ) => m.timeline_moved(job),
    };
    match happened.others {
        0 => what.to_string(),
        others => m.timeline_others(what.to_string(), format::number(language, others)).to_string(),
    }
}

/// What a branch is called.
pub fn branch(branch: &Branch, language: Language) -> String {
    match branch.name.as_str() {
        "" => language.phrases().branch_number(format::number(language, branch.no as usize)).to_string(),
        name => name.to_owned(),
    }
}

/// How a job stands.
pub fn stand(stand: Option<JobStand>, language: Language) -> String {
    let m = &language.phrases();
    match stand {
        None => m.compare_gone().to_string(),
        Some(JobStand { state, percent: None }) => explain::state(state, m),
        Some(JobStand { state, percent: Some(percent) }) => {
            format!("{} {}", explain::state(state, m), format::percent(language, percent))
        }
    }
}
