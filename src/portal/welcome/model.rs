//! The first steps: five things that show what the portal is about, each done when it has really happened.

use std::fmt;
use std::sync::Arc;

use crate::domain::name::JobKey;
use crate::domain::state::{Action, JobState};
use crate::portal::call_history::Call;
use crate::portal::route::Route;
use crate::portal::text::search::{has_words, words};
use crate::service::log::LogAction;
use crate::service::workspace::Workspace;

/// The name of the preference that says which steps are done, and whether they were sent away.
pub const PREFERENCE: &str = "first-steps";

/// What the preference says when somebody has sent the steps away.
const DISMISSED: &str = "dismissed";

/// One of the five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    /// Ask why a button is off.
    AskWhy,
    /// Request that a job be cancelled.
    Cancel,
    /// Let time change something.
    LetTimePass,
    /// Delete a job.
    Delete,
    /// Look for the deleted job where it was.
    SeeItGone,
}

impl TourStep {
    /// All of them, in the order in which they are best taken.
    pub const ALL: [TourStep; 5] =
        [TourStep::AskWhy, TourStep::Cancel, TourStep::LetTimePass, TourStep::Delete, TourStep::SeeItGone];

    /// What the preference calls it.
    fn slug(self) -> &'static str {
        match self {
            TourStep::AskWhy => "why",
            TourStep::Cancel => "cancel",
            TourStep::LetTimePass => "time",
            TourStep::Delete => "delete",
            TourStep::SeeItGone => "gone",
        }
    }
}

/// How far somebody has come, and whether they want to see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TourProgress {
    done: [bool; TourStep::ALL.len()],
    dismissed: bool,
}

impl TourProgress {
    /// What was kept; words of another version count for nothing.
    pub fn parse(kept: &str) -> TourProgress {
        let mut progress = TourProgress::default();
        for word in kept.split(' ') {
            progress.dismissed |= word == DISMISSED;
            if let Some(step) = TourStep::ALL.into_iter().find(|step| step.slug() == word) {
                progress = progress.with(step);
            }
        }
        progress
    }

    /// Whether a step is done.
    pub fn is_done(&self, step: TourStep) -> bool {
        self.done[step as usize]
    }

    /// The same with one more step done.
    pub fn with(mut self, step: TourStep) -> TourProgress {
        self.done[step as usize] = true;
        self
    }

    /// The first step that is not done yet.
    pub fn next(&self) -> Option<TourStep> {
        TourStep::ALL.into_iter().find(|step| !self.is_done(*step))
    }

    /// How many are done.
    pub fn count(&self) -> usize {
        self.done.iter().filter(|done| **done).count()
    }

    /// Whether they are shown when the page is opened: to those who have neither sent them away nor done them all.
    pub fn is_shown(&self) -> bool {
        !self.dismissed && self.next().is_some()
    }

    /// Sent away.
    pub fn dismissed(mut self) -> TourProgress {
        self.dismissed = true;
        self
    }

    /// Asked for again: those who had done them all begin anew.
    pub fn asked_for(self) -> TourProgress {
        let done = if self.next().is_some() { self.done } else { TourProgress::default().done };
        TourProgress { done, dismissed: false }
    }
}

impl fmt::Display for TourProgress {
    /// What is kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = TourStep::ALL.into_iter().filter(|step| self.is_done(*step)).map(TourStep::slug);
        let words: Vec<&str> = done.chain(self.dismissed.then_some(DISMISSED)).collect();
        f.write_str(&words.join(" "))
    }
}

/// The steps that the calls of this visit and the place shown say are done.
pub fn seen(calls: &[Arc<Call>], all: &Workspace, place: &Route) -> Vec<TourStep> {
    let done = |action: LogAction| {
        calls.iter().any(|call| call.action == Some(action) && status(call).is_some_and(|code| code < 300))
    };
    let refused = calls.iter().any(|call| call.action.is_some() && status(call) == Some(409));
    let gone = deleted(calls, all);
    let found = |step: TourStep| match step {
        TourStep::AskWhy => refused || matches!(place, Route::Rule(..)),
        TourStep::Cancel => done(LogAction::CancelRequested),
        // What time has done is no call.
        TourStep::LetTimePass => false,
        TourStep::Delete => !gone.is_empty(),
        TourStep::SeeItGone => {
            !gone.is_empty() && (looked_for(&gone, all, place) || asked_in_vain(&gone, calls))
        }
    };
    TourStep::ALL.into_iter().filter(|step| found(*step)).collect()
}

fn status(call: &Call) -> Option<u16> {
    call.response.as_ref().map(|response| response.status)
}

/// The jobs that were deleted in this visit and are not there now, the last one last.
pub fn deleted(calls: &[Arc<Call>], all: &Workspace) -> Vec<JobKey> {
    let deletions = calls.iter().filter(|call| call.action == Some(LogAction::Deleted));
    let carried_out = deletions.filter(|call| status(call) == Some(200));
    carried_out.filter_map(|call| call.key().cloned()).filter(|key| all.find(key).is_none()).collect()
}

/// Whether the place shown is one where a deleted job would be, if it were still there.
fn looked_for(gone: &[JobKey], all: &Workspace, place: &Route) -> bool {
    match place {
        Route::Job(address, _) | Route::Rule(address, _) => gone.contains(&address.key()),
        Route::Activity(_) => true,
        Route::Jobs(query) => query.get("q").is_some_and(|text| {
            let words = words(text);
            let fits = |name: &str| has_words(name, &words);
            !words.is_empty()
                && gone.iter().any(|key| fits(key.name()))
                && !all.records().any(|record| fits(record.job.id.name.as_str()))
        }),
        Route::Create
        | Route::Console(_)
        | Route::Call(..)
        | Route::Conformance(_)
        | Route::Learn(_)
        | Route::Class(_)
        | Route::Gallery(_)
        | Route::Settings
        | Route::Unknown(_) => false,
    }
}

/// Whether somebody has asked the API for a job after it was deleted.
fn asked_in_vain(gone: &[JobKey], calls: &[Arc<Call>]) -> bool {
    calls.iter().any(|call| {
        call.request.method == "GET"
            && status(call) == Some(404)
            && call.key().is_some_and(|key| gone.contains(key))
    })
}

/// A state in which there is a job to try an action on: for a cancel best one whose data is being copied.
pub fn state_to_try(action: Action, all: &Workspace) -> Option<JobState> {
    const BEST: [JobState; 5] = [
        JobState::Transferring,
        JobState::Received,
        JobState::Shipping,
        JobState::Completed,
        JobState::Creating,
    ];
    BEST.into_iter().find(|state| {
        all.records().any(|record| {
            let asked = action == Action::Cancel && record.job.history.cancel_requested.is_some();
            record.state == *state && !asked && record.job.may(action, record.state, all.head().rules).is_ok()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::message::Request;
    use crate::api::{calls as requests, handle};
    use crate::domain::name::JobId;
    use crate::portal::call_history::{answer, note};
    use crate::portal::route::Query;
    use crate::service::log::Actor;
    use crate::service::scenario::Scenario;

    struct Visit {
        all: Workspace,
        calls: Vec<Arc<Call>>,
    }

    impl Visit {
        fn begin() -> Visit {
            let (head, jobs, lines) = Scenario::Contoso.build(1, None);
            Visit { all: Workspace::new(head, jobs, lines), calls: Vec::new() }
        }

        fn job_in(&self, state: JobState) -> JobId {
            self.all.records().find(|r| r.state == state).map(|r| r.job.id.clone()).expect("such a job")
        }

        fn send(&mut self, request: &Request) {
            let no = note(&mut self.calls, request, Actor::Portal, &self.all);
            let response = handle(&mut self.all, request, Actor::Portal);
            answer(&mut self.calls, no, Some(&response), &self.all);
        }

        fn seen(&self, place: &Route) -> Vec<TourStep> {
            seen(&self.calls, &self.all, place)
        }
    }

    #[test]
    fn nothing_is_done_before_it_has_happened() {
        let mut visit = Visit::begin();
        let id = visit.job_in(JobState::Completed);
        assert_eq!(visit.seen(&Route::jobs()), []);
        visit.send(&requests::get(&id));
        assert_eq!(visit.seen(&Route::activity()), []);
        assert_eq!(visit.seen(&Route::job(&id)), []);
    }

    #[test]
    fn a_refusal_has_asked_why_and_so_has_the_rule_itself() {
        let mut visit = Visit::begin();
        let id = visit.job_in(JobState::Packaging);
        assert_eq!(visit.seen(&Route::rule(&id, Action::Cancel)), [TourStep::AskWhy]);
        visit.send(&requests::cancel(&id));
        assert_eq!(visit.seen(&Route::jobs()), [TourStep::AskWhy]);
    }

    #[test]
    fn a_cancel_counts_when_it_is_accepted() {
        let mut visit = Visit::begin();
        let id = visit.job_in(JobState::Shipping);
        visit.send(&requests::cancel(&id));
        assert_eq!(visit.seen(&Route::jobs()), [TourStep::Cancel]);
    }

    #[test]
    fn a_deleted_job_is_seen_gone_where_it_would_be() {
        let mut visit = Visit::begin();
        let id = visit.job_in(JobState::Completed);
        visit.send(&requests::delete(&id));
        assert_eq!(visit.seen(&Route::jobs()), [TourStep::Delete]);
        let search = |text: &str| Route::Jobs(Query::default().with("q", text));
        assert_eq!(visit.seen(&search("no such thing")), [TourStep::Delete], "it was not looked for");
        for place in [Route::job(&id), Route::activity(), search(id.name.as_str())] {
            assert_eq!(visit.seen(&place), [TourStep::Delete, TourStep::SeeItGone], "{place}");
        }
        visit.send(&requests::get(&id));
        assert_eq!(visit.seen(&Route::jobs()), [TourStep::Delete, TourStep::SeeItGone]);
    }

    #[test]
    fn what_is_kept_is_read_again_and_junk_is_nothing() {
        let mut progress = TourProgress::default();
        assert!(progress.is_shown());
        for step in [TourStep::Delete, TourStep::AskWhy] {
            progress = progress.with(step);
            assert_eq!(TourProgress::parse(&progress.to_string()), progress);
        }
        assert_eq!((progress.next(), progress.count()), (Some(TourStep::Cancel), 2));
        let away = progress.dismissed();
        assert!(!away.is_shown() && TourProgress::parse(&away.to_string()) == away);
        assert_eq!(away.asked_for(), progress);
        assert_eq!(TourProgress::parse("junk  why7"), TourProgress::default());
        let all = TourStep::ALL.into_iter().fold(TourProgress::default(), TourProgress::with);
        assert!(!all.is_shown() && all.next().is_none() && all.asked_for() == TourProgress::default());
    }

    #[test]
    fn there_is_a_job_to_try_each_action_on() {
        let visit = Visit::begin();
        assert_eq!(state_to_try(Action::Cancel, &visit.all), Some(JobState::Transferring));
        assert_eq!(state_to_try(Action::Delete, &visit.all), Some(JobState::Completed));
    }
}
