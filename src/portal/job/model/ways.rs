//! Ways: how a job comes from one state to another, and out of the service at last, each with its reasons.

use crate::domain::state::JobState;

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagramPlace {
    /// A state.
    State(JobState),
    /// Nowhere: the job is deleted.
    Deleted,
}

impl DiagramPlace {
    /// Every place, the states in the order of [`JobState::ALL`].
    pub const ALL: [DiagramPlace; JobState::ALL.len() + 1] = {
        let (mut all, mut n) = ([DiagramPlace::Deleted; JobState::ALL.len() + 1], 0);
        while n < JobState::ALL.len() {
            all[n] = DiagramPlace::State(JobState::ALL[n]);
            n += 1;
        }
        all
    };
}

/// Why a job goes a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The customer marks it as shipped.
    MarkedShipped,
    /// Cancelled before anything was shipped.
    CancelUnsent,
    /// All drives are in.
    Arrived,
    /// The parcel does not come and nobody says where it is.
    ParcelLost,
    /// The first drive is being copied.
    CopyStarts,
    /// Cancelled before anything was copied.
    CancelUncopied,
    /// All drives are done.
    Copied,
    /// Cancelled while data is being copied.
    CancelCopying,
    /// A drive cannot be read.
    Unreadable,
    /// The service goes on without that drive.
    WithoutDrive,
    /// Shipped back without errors, or cancelled.
    SentBack,
    /// Shipped back with errors.
    WithErrors,
    /// The return address does not work.
    WrongAddress,
    /// The customer has corrected it.
    Corrected,
    /// Nobody corrects it.
    NoAnswer,
    /// A person deletes the job.
    Person,
    /// Nobody changes the job for 14 days.
    Unchanged,
    /// The 90 days are over that an ended job is kept.
    Kept,
}

/// A way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where it begins.
    pub from: JobState,
    /// Where it leads.
    pub to: DiagramPlace,
    /// Why a job goes it: each is enough.
    pub reasons: &'static [Reason],
}

const fn way(from: JobState, to: JobState, reasons: &'static [Reason]) -> Way {
    Way { from, to: DiagramPlace::State(to), reasons }
}

use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};

/// Every way.
pub const WAYS: [Way; 17] = [
    way(Creating, Shipping, &[Reason::MarkedShipped]),
    way(Creating, Completed, &[Reason::CancelUnsent]),
    Way { from: Creating, to: DiagramPlace::Deleted, reasons: &[Reason::Person, Reason::Unchanged] },
    way(Shipping, Received, &[Reason::Arrived]),
    way(Shipping, Closed, &[Reason::ParcelLost]),
    way(Received, Transferring, &[Reason::CopyStarts]),
    way(Received, Packaging, &[Reason::CancelUncopied]),
    way(Transferring, Packaging, &[Reason::Copied, Reason::CancelCopying]),
    way(Transferring, Faulted, &[Reason::Unreadable]),
    way(Packaging, Completed, &[Reason::SentBack]),
    way(Packaging, Closed, &[Reason::WithErrors]),
    way(Packaging, Faulted, &[Reason::WrongAddress]),
    way(Faulted, Transferring, &[Reason::WithoutDrive]),
    way(Faulted, Packaging, &[Reason::Corrected]),
    way(Faulted, Closed, &[Reason::NoAnswer]),
    Way { from: Completed, to: DiagramPlace::Deleted, reasons: &[Reason::Person, Reason::Kept] },
    Way { from: Closed, to: DiagramPlace::Deleted, reasons: &[Reason::Kept] },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::state::{Action, RuleSet, allowed_states};

    #[test]
    fn a_person_may_delete_where_the_rules_allow_it_and_nowhere_else() {
        for rules in RuleSet::ALL {
            let drawn: Vec<JobState> = WAYS
                .into_iter()
                .filter(|way| way.reasons.contains(&Reason::Person))
                .map(|way| way.from)
                .collect();
            assert_eq!(drawn, allowed_states(Action::Delete, rules));
        }
    }

    #[test]
    fn three_ways_lead_out_of_the_service() {
        let mut reasons: Vec<Reason> = WAYS
            .into_iter()
            .filter(|way| way.to == DiagramPlace::Deleted)
            .flat_map(|way| way.reasons.to_vec())
            .collect();
        reasons.sort();
        reasons.dedup();
        assert_eq!(reasons, [Reason::Person, Reason::Unchanged, Reason::Kept]);
    }
}
