//! The rules: in which states a job may be cancelled, deleted or changed, under each rule set.

/// Declares the states, so that each is in [`JobState::ALL`] and the API calls it as it is called here.
macro_rules! states {
    ($(#[$about:meta])* JobState: $($(#[$one:meta])* $name:ident,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum JobState {
            $($(#[$one])* $name,)*
        }

        impl JobState {
            /// Every state, in the order of a job's life; `Faulted` last.
            pub const ALL: [JobState; [$(stringify!($name)),*].len()] = [$(JobState::$name),*];

            /// The name that the REST API uses; never translated.
            pub fn as_str(self) -> &'static str {
                match self { $(JobState::$name => stringify!($name),)* }
            }
        }
    };
}

states! {
    /// The state of a job, as Microsoft.ImportExport names it (shared vocabulary of the service;
    /// the states and their order are those of "Retrieving state information", 2016).
    JobState:
    /// Put Job made it; nothing has been shipped.
    Creating,
    /// The customer has handed the drives to a carrier.
    Shipping,
    /// All drives of the parcel are at the data centre.
    Received,
    /// At least one drive has begun to be copied.
    Transferring,
    /// All drives are done and are being packed.
    Packaging,
    /// Shipped back without errors, or cancelled.
    Completed,
    /// Shipped back with errors, or given up.
    Closed,
    /// Something is in the way and operators have turned to the customer.
    Faulted,
}

impl JobState {
    /// The state that the API calls `name`, whatever its case.
    pub fn parse(name: &str) -> Option<JobState> {
        JobState::ALL.into_iter().find(|state| state.as_str().eq_ignore_ascii_case(name))
    }

    /// Whether the job has come to its end and only waits to be deleted.
    pub fn is_final(self) -> bool {
        match self {
            JobState::Completed | JobState::Closed => true,
            JobState::Creating
            | JobState::Shipping
            | JobState::Received
            | JobState::Transferring
            | JobState::Packaging
            | JobState::Faulted => false,
        }
    }
}

/// What somebody may ask of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// `cancelRequested: true` by Update Job Properties.
    Cancel,
    /// Delete Job.
    Delete,
    /// Put Job on a name that is taken.
    Replace,
    /// `state: Shipping` by Update Job Properties: the drives are on their way.
    Ship,
    /// A change of `driveList`.
    EditDrives,
    /// A change of `deliveryPackage`.
    EditDelivery,
    /// A change of `logLevel` or `backupDriveManifest`.
    EditLogging,
    /// A change of `returnAddress` or `returnShipping`.
    EditReturn,
    /// A change of `tags`.
    EditTags,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 9] = [
        Action::Cancel,
        Action::Delete,
        Action::Replace,
        Action::Ship,
        Action::EditDrives,
        Action::EditDelivery,
        Action::EditLogging,
        Action::EditReturn,
        Action::EditTags,
    ];
}

/// Which of Microsoft's texts decides where they disagree. Only [`Action::Cancel`] differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum RuleSet {
    /// "Canceling and deleting Azure Import/Export jobs", 2017: cancel until `Packaging`.
    #[default]
    Rest2017,
    /// The service FAQ of 2020: cancel in `Creating` or `Shipping`.
    Faq2020,
    /// The portal articles of 2021 to 2023: cancel in `Creating` only.
    Portal2023,
}

impl RuleSet {
    /// Every rule set, oldest first.
    pub const ALL: [RuleSet; 3] = [RuleSet::Rest2017, RuleSet::Faq2020, RuleSet::Portal2023];

    /// The name it is stored and offered under.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleSet::Rest2017 => "REST 2017",
            RuleSet::Faq2020 => "FAQ 2020",
            RuleSet::Portal2023 => "Portal 2023",
        }
    }

    /// The rule set called `name`.
    pub fn parse(name: &str) -> Option<RuleSet> {
        RuleSet::ALL.into_iter().find(|rules| rules.as_str() == name)
    }
}

/// Why a refused action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The job is in a state that does not allow it.
    State,
    /// A cancel is pending, and a job with a pending cancel cannot be set to `Shipping`.
    CancelPending,
}

/// The answer "no", with all that a sentence about it needs. The button's disabled reason and the
/// REST API's 409 are made of the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Refusal {
    /// What was asked.
    pub action: Action,
    /// The state that the job is in.
    pub state: JobState,
    /// The rules that were asked.
    pub rules: RuleSet,
    /// The states in which those rules would allow it.
    pub allowed: &'static [JobState],
    /// Whether the state or something else is in the way.
    pub why: Why,
}

/// Whether `action` is allowed on a job in `state` under `rules`.
///
/// # Errors
/// A [`Refusal`] that names the state and the states that would allow the action.
pub fn permits(action: Action, state: JobState, rules: RuleSet) -> Result<(), Refusal> {
    let allowed = allowed_states(action, rules);
    if allowed.contains(&state) {
        Ok(())
    } else {
        Err(Refusal { action, state, rules, allowed, why: Why::State })
    }
}

/// The states in which `rules` allow `action`, in the order of a job's life.
pub fn allowed_states(action: Action, rules: RuleSet) -> &'static [JobState] {
    use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};
    match action {
        Action::Cancel => match rules {
            RuleSet::Rest2017 => &[Creating, Shipping, Received, Transferring],
            RuleSet::Faq2020 => &[Creating, Shipping],
            RuleSet::Portal2023 => &[Creating],
        },
        Action::Delete => &[Creating, Completed],
        Action::Replace | Action::EditDrives => &[Creating],
        // Saying again that the drives are shipped is harmless, as repeating a cancel is.
        Action::Ship | Action::EditDelivery => &[Creating, Shipping],
        Action::EditLogging => &[Creating, Shipping, Received],
        Action::EditReturn => &[Creating, Shipping, Received, Transferring, Packaging, Faulted],
        Action::EditTags => {
            &[Creating, Shipping, Received, Transferring, Packaging, Completed, Closed, Faulted]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row an action and rule set, one letter a state in the order of `JobState::ALL`
    /// (Creating, Shipping, Received, Transferring, Packaging, Completed, Closed, Faulted):
    /// `x` allowed, `.` refused. Sources: shared rules 1, 4 and the PATCH table.
    const TABLE: [(Action, [&str; 3]); 9] = [
        (Action::Cancel, ["xxxx....", "xx......", "x......."]),
        (Action::Delete, ["x....x..", "x....x..", "x....x.."]),
        (Action::Replace, ["x.......", "x.......", "x......."]),
        (Action::Ship, ["xx......", "xx......", "xx......"]),
        (Action::EditDrives, ["x.......", "x.......", "x......."]),
        (Action::EditDelivery, ["xx......", "xx......", "xx......"]),
        (Action::EditLogging, ["xxx.....", "xxx.....", "xxx....."]),
        (Action::EditReturn, ["xxxxx..x", "xxxxx..x", "xxxxx..x"]),
        (Action::EditTags, ["xxxxxxxx", "xxxxxxxx", "xxxxxxxx"]),
    ];

    #[test]
    fn every_action_in_every_state_under_every_rule_set() {
        assert_eq!(TABLE.map(|(action, _)| action), Action::ALL);
        for (action, rows) in TABLE {
            for (rules, row) in RuleSet::ALL.into_iter().zip(rows) {
                let states_that_allow: Vec<JobState> = JobState::ALL
                    .into_iter()
                    .zip(row.chars())
                    .filter_map(|(state, mark)| (mark == 'x').then_some(state))
                    .collect();
                for (state, mark) in JobState::ALL.into_iter().zip(row.chars()) {
                    match permits(action, state, rules) {
                        Ok(()) => assert_eq!(mark, 'x', "{action:?} {state:?} {rules:?}"),
                        Err(refusal) => {
                            assert_eq!(mark, '.', "{action:?} {state:?} {rules:?}");
                            assert_eq!(
                                (refusal.action, refusal.state, refusal.rules, refusal.why),
                                (action, state, rules, Why::State)
                            );
                            assert_eq!(refusal.allowed, states_that_allow.as_slice());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn states_and_rule_sets_are_found_by_name() {
        for state in JobState::ALL {
            assert_eq!(JobState::parse(&state.as_str().to_lowercase()), Some(state));
        }
        assert_eq!(JobState::parse("Lost"), None);
        for rules in RuleSet::ALL {
            assert_eq!(RuleSet::parse(rules.as_str()), Some(rules));
        }
        assert_eq!(RuleSet::parse("REST 1999"), None);
        assert_eq!(RuleSet::default(), RuleSet::Rest2017);
    }

    #[test]
    fn only_completed_and_closed_are_final() {
        let last: Vec<JobState> = JobState::ALL.into_iter().filter(|s| s.is_final()).collect();
        assert_eq!(last, [JobState::Completed, JobState::Closed]);
    }
}
