//! Readings: what a page of the real portal would read from the service before it shows anything.

use crate::api::route::JobPath;
use crate::portal::route::{JobTab, Route};

/// What a page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The jobs of every subscription.
    Jobs,
    /// A job.
    Job(JobPath),
    /// A job and its BitLocker keys.
    Keys(JobPath),
    /// The locations that a job can be made in.
    Locations,
    /// The activity log, of which the contract has no operation.
    Log,
}

impl Reading {
    /// What the page of a route reads; nothing where it shows what is in the browser anyway.
    pub fn of(route: &Route) -> Option<Reading> {
        match route {
            Route::Jobs(_) => Some(Reading::Jobs),
            Route::Job(path, JobTab::Keys) => Some(Reading::Keys(path.clone())),
            Route::Job(path, _) | Route::Rule(path, _) => Some(Reading::Job(path.clone())),
            Route::Create => Some(Reading::Locations),
            Route::Activity(_) => Some(Reading::Log),
            Route::Console(_)
            | Route::Call(..)
            | Route::Conformance(_)
            | Route::Learn(_)
            | Route::Class(_)
            | Route::Gallery(_)
            | Route::Settings
            | Route::Unknown(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::route::Query;

    #[test]
    fn a_page_is_read_again_when_it_shows_something_else_and_not_when_it_is_filtered() {
        let filtered = Route::Jobs(Query::default().with("q", "lab"));
        assert_eq!(Reading::of(&filtered), Reading::of(&Route::jobs()));
        let path = JobPath { subscription: "s".into(), group: "g".into(), name: "j".into() };
        let tab = |tab| Reading::of(&Route::Job(path.clone(), tab));
        assert_eq!(tab(JobTab::Overview), tab(JobTab::Json));
        assert_ne!(tab(JobTab::Overview), tab(JobTab::Keys));
        assert_eq!(Reading::of(&Route::Settings), None);
    }
}
