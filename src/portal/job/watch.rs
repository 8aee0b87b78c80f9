//! Watching a job: the one job of the page as signals that change only when it does.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::route::JobPath;
use crate::domain::job::{Job, JobNo};
use crate::domain::state::{Action, JobState, Refusal, RuleSet};
use crate::domain::time::SimTime;
use crate::portal::backend::Backend;
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::route::{JobTab, Route};
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::text::{format, standing};
use crate::portal::ui::reactive::erased::{derive, memo};
use crate::service::cancel::CancelStanding;
use crate::service::simulation::Course;
use crate::service::status::Status;

use super::model::diagram::Diagram;
use super::model::log::LogKind;

/// The job of the page.
#[derive(Clone, Copy)]
pub struct Watch {
    /// The way to the service.
    pub backend: Backend,
    /// The language of the page.
    pub texts: Texts,
    /// What was ordered and asked of it; as it last was, should it be gone.
    pub job: Memo<Arc<Job>>,
    /// What has happened to it and what will.
    pub course: Memo<Arc<Course>>,
    /// The state that it is in.
    pub state: Memo<JobState>,
    /// How it stands towards cancelling.
    pub standing: Memo<CancelStanding>,
    /// Whose rules decide.
    pub rules: Memo<RuleSet>,
    /// Where it stands in the state diagram.
    pub diagram: Memo<Diagram>,
    /// Simulated time.
    pub now: Signal<SimTime>,
    /// The seed of the workspace.
    pub seed: Memo<u64>,
    /// How often somebody has asked to read the job anew.
    pub refreshed: RwSignal<u32>,
    /// What somebody wants to do with the job: the question or panel that is open.
    pub asked: RwSignal<Option<Action>>,
    /// The log that somebody wants to read: the drive's place in the list, and which of its logs.
    pub log_wanted: RwSignal<Option<(usize, LogKind)>>,
    /// The action whose rule is marked in the diagram, as the link says.
    pub shown_rule: Memo<Option<Action>>,
    /// Tells that somebody has asked for that rule, be it the one that is marked already.
    pub rule_asked: RwSignal<()>,
    navigation: Navigation,
}

/// What of the job's page is shown; a context of the page.
#[derive(Clone, Copy)]
pub struct ShownTab {
    /// The job.
    pub watch: Watch,
    /// The tab.
    pub tab: Memo<JobTab>,
}

impl Watch {
    /// Watches the job with this number, if there is one.
    pub fn of(no: JobNo, backend: Backend) -> Option<Watch> {
        let first = backend.peek(|all| all.record(no).map(|record| record.job.clone()))?;
        let job = memo(move |before: Option<&Arc<Job>>| {
            let known = backend.read(|all| all.record(no).map(|record| record.job.clone()));
            known.unwrap_or_else(|| before.unwrap_or(&first).clone())
        });
        let seed = memo(move |_| backend.read(|all| all.head().seed));
        let now = backend.clock();
        let course = memo(move |_| Arc::new(job.with(|job| Course::of(job, seed.get()))));
        let rules = memo(move |_| backend.read(|all| all.head().rules));
        let navigation = use_navigation();
        let diagram = memo(move |_| {
            let (now, rules) = (now.get(), rules.get());
            job.with(|job| course.with(|course| Diagram::of(job, course, rules, now)))
        });
        let state = memo(move |_| diagram.with(Diagram::current));
        let standing = memo(move |_| {
            let (now, state) = (now.get(), state.get());
            job.with(|job| CancelStanding::of(job, state, &Status::of(job, seed.get(), now).progress(), now))
        });
        Some(Watch {
            backend,
            texts: use_texts(),
            job,
            course,
            state,
            standing,
            rules,
            diagram,
            now,
            seed,
            refreshed: RwSignal::new(0),
            asked: RwSignal::new(None),
            log_wanted: RwSignal::new(None),
            shown_rule: memo(move |_| {
                let Route::Rule(_, action) = navigation.route() else { return None };
                Some(action)
            }),
            rule_asked: RwSignal::new(()),
            navigation,
        })
    }

    /// Why `action` is refused now, if it is.
    pub fn refusal(self, action: Action) -> Option<Refusal> {
        let (state, rules) = (self.state.get(), self.rules.get());
        self.job.with(|job| job.may(action, state, rules).err())
    }

    /// Whether a cancel has been requested and the job has not ended yet.
    pub fn is_cancel_pending(self) -> bool {
        self.standing.get() == CancelStanding::Requested
    }

    /// What stands beside the state: that a cancel is requested, or at what part the job was cut short.
    pub fn remark(self) -> Signal<String> {
        derive(move || standing::remark(self.standing.get(), self.texts.language()))
    }

    /// The place of one of the job's tabs.
    pub fn route(self, tab: JobTab) -> Route {
        Route::Job(self.job.with_untracked(|job| JobPath::from(&job.id)), tab)
    }

    /// Goes to one of the job's tabs.
    pub fn open(self, tab: JobTab) {
        self.navigation.go(&self.route(tab));
    }

    /// The place of the rule for `action`.
    pub fn rule(self, action: Action) -> Route {
        self.job.with_untracked(|job| Route::rule(&job.id, action))
    }

    /// Goes to the rule for `action`: marks the states that allow it and moves the focus there.
    pub fn show_rule(self, action: Action) {
        self.navigation.go(&self.rule(action));
        self.rule_asked.set(());
    }

    /// How far a moment is from now, in words that go on with time.
    pub fn relative(self, at: SimTime) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || format::relative(self.texts.language(), at, self.now.get())
    }

    /// A moment as a day and a time.
    pub fn moment(self, at: SimTime) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || format::date_time(self.texts.language(), at)
    }
}
