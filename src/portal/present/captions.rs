//! Captions: what has just been at a stop and why that matters, for those who sit in the last row.

use crate::api::explain;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::Command;
use crate::phrases::{Language, Message, Messages};
use crate::service::simulation::Happening;

use super::stops::{Stop, Told, job_of};

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
    pub asked: fn(&Command, Language) -> String,
    /// A moment of simulated time.
    pub moment: fn(Language, SimTime) -> String,
}

/// The caption of a stop.
pub fn caption(stop: &Stop, language: Language, words: Words) -> Caption {
    let m = &language.phrases();
    let name = stop.job.as_ref().map(|job| job.name.as_str()).unwrap_or_default();
    let said = |what: String, why: Message| Caption { what, why };
    match &stop.told {
        Told::Beginning => said(m.present_beginning(), m.present_why_beginning()),
        Told::Asked(entry) => said(asked(&entry.command, language, words), why_asked(&entry.command, m)),
        Told::Refused(tried) => Caption { what: refused(&tried.command, m), why: tried.why.sentence(m) },
        Told::Happened(what) => said(happened(*what, name, m), why_happened(*what, m)),
        Told::Passed(to) => said(m.present_passed((words.moment)(language, *to)), m.present_why_passed()),
    }
}

/// What was asked, as the timeline says it, at the head of a caption.
fn asked(asked: &Command, language: Language, words: Words) -> String {
    let text = (words.asked)(asked, language);
    // Names begin as they are written.
    match job_of(asked) {
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

fn why_asked(asked: &Command, m: &Messages) -> Message {
    match asked {
        Command::Put(_) => m.present_why_put(),
        Command::Patch(_) => m.present_why_patch(),
        Command::Ship(_) => m.present_why_ship(),
        Command::Cancel(_) => m.present_why_cancel(),
        Command::Delete(_) => m.present_why_delete(),
        Command::Rules(_) => m.present_why_rules(),
        Command::Inject(_) => m.present_why_inject(),
        Command::Rewind(_) => m.present_why_rewind(),
        Command::Speed(_) | Command::Paused(_) | Command::Advance(_) => m.present_why_clock(),
    }
}

fn refused(asked: &Command, m: &Messages) -> String {
    let name = job_of(asked).map(|job| job.name()).unwrap_or_default();
    match asked {
        Command::Delete(_) => m.present_refused_delete(name),
        Command::Cancel(_) => m.present_refused_cancel(name),
        Command::Put(_)
        | Command::Patch(_)
        | Command::Ship(_)
        | Command::Inject(_)
        | Command::Rules(_)
        | Command::Speed(_)
        | Command::Paused(_)
        | Command::Advance(_)
        | Command::Rewind(_) => m.present_refused(name),
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

fn why_happened(what: Happening, m: &Messages) -> Message {
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

fn why_state(state: JobState, m: &Messages) -> Message {
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
