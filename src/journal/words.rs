//! Words: what the journal refuses, as sentences that say what happened, what was kept and what to do.

use crate::phrases::Messages;

use super::branches::{BranchError, MOST_BRANCHES, MOST_NAME};
use super::format::NotRead;
use super::line::LookError;
use super::session::NotRun;

impl NotRead {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            NotRead::TooLarge => messages.recording_too_large(),
            NotRead::NotJson(line, column) => {
                messages.recording_not_json(line.to_string(), column.to_string())
            }
            NotRead::NotAJournal => messages.recording_not_a_journal(),
            NotRead::OtherFormat(format) => messages.recording_other_format(format.as_str()),
            NotRead::OtherRules(version) => messages.recording_other_rules(version.to_string()),
            NotRead::Beginning(_) => messages.recording_beginning(),
            NotRead::Branches => messages.recording_branches(),
            NotRead::OutOfOrder(branch, no) => {
                messages.recording_out_of_order(no.to_string(), branch.to_string())
            }
            NotRead::Refused(branch, no, refusal) => {
                let why = refusal.sentence(messages);
                messages.recording_refused(no.to_string(), branch.to_string(), why.as_str())
            }
            NotRead::TooMany => messages.recording_too_many(),
            NotRead::Differs => messages.recording_differs(),
        }
    }
}

impl BranchError {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            BranchError::NoSuchBranch(no) => messages.branch_none(no.to_string()),
            BranchError::TooMany => messages.branch_too_many(MOST_BRANCHES.to_string()),
            BranchError::Present => messages.branch_present(),
            BranchError::Pinned => messages.branch_pinned(),
            BranchError::BadName => messages.branch_bad_name(MOST_NAME.to_string()),
            BranchError::Look(error) => error.sentence(messages),
        }
    }
}

impl LookError {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            LookError::NotThere => messages.look_not_there(),
            LookError::Refused(no, refusal) => {
                let why = refusal.sentence(messages);
                messages.look_refused((no + 1).to_string(), why.as_str())
            }
        }
    }
}

impl NotRun {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            NotRun::Refused(refusal) => refusal.sentence(messages),
            NotRun::Branch(error) => error.sentence(messages),
        }
    }
}
