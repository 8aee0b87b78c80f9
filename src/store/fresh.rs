//! Fresh: what a workspace begins with.

use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;

/// A new beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// With which jobs.
    pub scenario: Scenario,
    /// What is drawn from.
    pub seed: u64,
    /// How many jobs, where the scenario lets one choose.
    pub jobs: Option<usize>,
}

impl Fresh {
    /// What a first visit begins with.
    pub const FIRST: Fresh = Fresh { scenario: Scenario::Contoso, seed: 1, jobs: None };

    /// Whether it is so large that a workspace must not give way to it before all of it is written.
    pub fn is_many(&self) -> bool {
        self.jobs.is_some_and(|jobs| jobs > 500)
    }

    /// The workspace that begins so.
    pub fn build(&self) -> Workspace {
        let (head, jobs, lines) = self.scenario.build(self.seed, self.jobs);
        Workspace::new(head, jobs, lines)
    }
}
