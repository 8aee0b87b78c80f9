//! Changes: what time has changed last, and the jobs that are marked for it for a while.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;

use crate::domain::job::JobNo;
use crate::domain::time::SimTime;
use crate::service::happened::{Changed, Fate};

/// How long the rows of jobs that have changed are marked.
const MARKED: Duration = Duration::from_secs(8);

/// What time has changed between two looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Its number since the page was opened.
    pub no: u64,
    /// The time that it was then.
    pub at: SimTime,
    /// Each job that has changed.
    pub jobs: Vec<Changed>,
}

/// The last report; a context of every component.
#[derive(Clone, Copy)]
pub struct Changes {
    last: RwSignal<Option<Report>>,
    marked: RwSignal<BTreeSet<JobNo>>,
}

impl Changes {
    /// Nothing has changed yet.
    pub fn none() -> Changes {
        Changes { last: RwSignal::new(None), marked: RwSignal::new(BTreeSet::new()) }
    }

    /// Tells that these jobs have changed by `at`, and marks them.
    pub fn tell(self, at: SimTime, jobs: Vec<Changed>) {
        let marked: BTreeSet<JobNo> = jobs
            .iter()
            .filter_map(|changed| match &changed.fate {
                Fate::Here { no, .. } => Some(*no),
                Fate::Deleted => None,
            })
            .collect();
        let no = self.last.with_untracked(|last| last.as_ref().map_or(1, |last| last.no + 1));
        self.marked.set(marked);
        self.last.set(Some(Report { no, at, jobs }));
        let unmark = move || {
            if self.last.try_with_untracked(|last| last.as_ref().is_some_and(|last| last.no == no))
                == Some(true)
            {
                self.marked.set(BTreeSet::new());
            }
        };
        set_timeout(unmark, MARKED);
    }

    /// What was told last.
    pub fn last(self) -> Signal<Option<Report>> {
        self.last.into()
    }

    /// Whether a job is marked.
    pub fn is_marked(self, no: JobNo) -> bool {
        self.marked.with(|marked| marked.contains(&no))
    }
}

/// The changes of the component that calls this.
pub fn use_changes() -> Changes {
    expect_context()
}
