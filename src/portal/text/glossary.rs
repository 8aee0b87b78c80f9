//! The glossary: what each state of a job and of a drive means, in a sentence.

use crate::domain::drive::DriveState;
use crate::domain::state::JobState;
use crate::phrases::Messages;

/// What it means that a job is in this state.
pub fn job_state(state: JobState, messages: &Messages) -> String {
    match state {
        JobState::Creating => messages.about_creating(),
        JobState::Shipping => messages.about_shipping(),
        JobState::Received => messages.about_received(),
        JobState::Transferring => messages.about_transferring(),
        JobState::Packaging => messages.about_packaging(),
        JobState::Completed => messages.about_completed(),
        JobState::Closed => messages.about_closed(),
        JobState::Faulted => messages.about_faulted(),
    }
    .to_string()
}

/// What it means that a drive is in this state.
pub fn drive_state(state: DriveState, messages: &Messages) -> String {
    match state {
        DriveState::Specified => messages.about_drive_specified(),
        DriveState::Received => messages.about_drive_received(),
        DriveState::NeverReceived => messages.about_drive_never_received(),
        DriveState::Transferring => messages.about_drive_transferring(),
        DriveState::Completed => messages.about_drive_completed(),
        DriveState::CompletedMoreInfo => messages.about_drive_more_info(),
        DriveState::ShippedBack => messages.about_drive_shipped_back(),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Language;

    #[test]
    fn every_state_has_a_meaning_of_its_own_in_every_language() {
        for language in Language::all() {
            let m = language.phrases();
            let jobs = JobState::ALL.map(|state| job_state(state, &m));
            let drives = DriveState::ALL.map(|state| drive_state(state, &m));
            let mut meanings: Vec<&String> = jobs.iter().chain(&drives).collect();
            assert!(meanings.iter().all(|meaning| meaning.len() > 20));
            meanings.sort();
            meanings.dedup();
            assert_eq!(meanings.len(), jobs.len() + drives.len());
        }
    }
}
