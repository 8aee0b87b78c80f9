//! Captions: what has just been at a stop and why that matters, for those who sit in the last row.

use crate::api::explain;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::JournalCommand;
use crate::phrases::{Language, Messages, Sentence};
use crate::service::simulation::Happening;

use super::stops::{Stop, Told};

/// The text of a stop.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Caption {
    /// What has just been, in a few words.
    pub what: String,
    /// Why that matters, in a sentence or two.
    pub why: String,
}

/// The words of which a browser knows how its reader writes numbers and dates.
#[derive(Clone, Copy)]
pub struct Words {
    /// A command, as the timeline says it.
    pub asked: fn(&JournalCommand, Language) -> String,
    /// A moment of simulated time.
    pub moment: fn(Language, SimTime) -> String,
}

/// The caption of a stop.
pub fn caption(stop: &Stop, language: Language, words: Words) -> Caption {
    let m = &language.phrases();
    let name = stop.job.as_ref().map(|job| job.name.as_str()).unwrap_or_default();
    let said = |what: String, why: Sentence| Caption { what, why };
    match &stop.told {
        Told::Beginning => said(m.present_beginning(), m.present_why_beginning()),
        Told::Asked(entry) => said(asked(&entry.command, language, words), why_asked(&entry.command, m)),
        Told::Refused(tried) => Caption { what: refused(&tried.command, m), why: tried.why.sentence(m) },
        Told::Happened(what) => said(happened(*what, name, m), why_happened(*what, m)),
        Told::Passed(to) => said(m.present_passed((words.moment)(language, *to)), m.present_why_passed()),
    }
}

/// What was asked, as the timeline says it, at the head of a caption.
fn asked(asked: &JournalCommand, language: Language, words: Words) -> String {
    let text = (words.asked)(asked, language);
    // Names begin as they are written.
    match asked.job() {
        Some(job) if text.starts_with(job.name()) => text,
        Some(_) | None => capital(&text, language),
    }
}

/// The text with a large first letter.
fn capital(text: &str, language: Language) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some('i') if language.tag() == "tr" => ["İ", letters.as_str()].concat(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn why_asked(asked: &JournalCommand, m: &Messages) -> Sentence {
    match asked {
        JournalCommand::Put(_) => m.present_why_put(),
        JournalCommand::Patch(_) => m.present_why_patch(),
        JournalCommand::Ship(_) => m.present_why_ship(),
        JournalCommand::Cancel(_) => m.present_why_cancel(),
        JournalCommand::Delete(_) => m.present_why_delete(),
        JournalCommand::Rules(_) => m.present_why_rules(),
        JournalCommand::Inject(_) => m.present_why_inject(),
        JournalCommand::Rewind(_) => m.present_why_rewind(),
        JournalCommand::Speed(_) | JournalCommand::Paused(_) | JournalCommand::Advance(_) => {
            m.present_why_clock()
        }
    }
}

fn refused(asked: &JournalCommand, m: &Messages) -> String {
    let name = asked.job().map(|job| job.name()).unwrap_or_default();
    match asked {
        JournalCommand::Delete(_) => m.present_refused_delete(name),
        JournalCommand::Cancel(_) => m.present_refused_cancel(name),
        JournalCommand::Put(_)
        | JournalCommand::Patch(_)
        | JournalCommand::Ship(_)
        | JournalCommand::Inject(_)
        | JournalCommand::Rules(_)
        | JournalCommand::Speed(_)
        | JournalCommand::Paused(_)
        | JournalCommand::Advance(_)
        | JournalCommand::Rewind(_) => m.present_refused(name),
    }
}

fn happened(what: Happening, job: &str, m: &Messages) -> String {
    match (what.enters(), what) {
        (Some(state), _) => m.timeline_state(job, explain::state(state, m)),
        (None, Happening::Deleted) => m.timeline_deleted(job),
        (None, Happening::CopyStopped) => m.present_copy_stopped(job),
        (None, Happening::OperatorsNotified) => m.present_overdue(job),
        (
            None,
            Happening::Created
            | Happening::Shipped
            | Happening::CancelRequested
            | Happening::Received
            | Happening::TransferStarted
            | Happening::LateDriveArrived(_)
            | Happening::DriveStarted(_)
            | Happening::DriveEnded(..)
            | Happening::Faulted(_)
            | Happening::Recovered(_)
            | Happening::PackagingStarted
            | Happening::Completed
            | Happening::Closed,
        ) => m.timeline_moved(job),
    }
}

fn why_happened(what: Happening, m: &Messages) -> Sentence {
    match what {
        Happening::Recovered(_) => m.present_why_recovered(),
        Happening::CopyStopped => m.present_why_copy_stopped(),
        Happening::OperatorsNotified => m.present_why_overdue(),
        Happening::Deleted => m.present_why_deleted(),
        Happening::CancelRequested => m.present_why_cancel(),
        Happening::LateDriveArrived(_) | Happening::DriveStarted(_) | Happening::DriveEnded(..) => {
            m.present_why_drive()
        }
        Happening::Created => why_state(JobState::Creating, m),
        Happening::Shipped => why_state(JobState::Shipping, m),
        Happening::Received => why_state(JobState::Received, m),
        Happening::TransferStarted => why_state(JobState::Transferring, m),
        Happening::PackagingStarted => why_state(JobState::Packaging, m),
        Happening::Completed => why_state(JobState::Completed, m),
        Happening::Closed => why_state(JobState::Closed, m),
        Happening::Faulted(_) => why_state(JobState::Faulted, m),
    }
}

fn why_state(state: JobState, m: &Messages) -> Sentence {
    match state {
        JobState::Creating => m.present_why_put(),
        JobState::Shipping => m.present_why_ship(),
        JobState::Received => m.present_why_received(),
        JobState::Transferring => m.present_why_transferring(),
        JobState::Packaging => m.present_why_packaging(),
        JobState::Completed => m.present_why_completed(),
        JobState::Closed => m.present_why_closed(),
        JobState::Faulted => m.present_why_faulted(),
    }
}
