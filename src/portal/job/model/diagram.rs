//! The state diagram: the eight states of a job, the ways between them, and where one job stands.

use crate::domain::job::Job;
use crate::domain::state::{Action, JobState, RuleSet, allowed_states};
use crate::domain::time::SimTime;
use crate::service::simulation::Course;

use super::ways::{DiagramPlace, WAYS, Way};

/// The diagram of one job at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// The states, in the order of [`JobState::ALL`].
    pub nodes: Vec<DiagramNode>,
    /// The ways, in the order of [`WAYS`].
    pub edges: Vec<Edge>,
    /// The end of the job: whether it may come next.
    pub deleted: DiagramMark,
    /// When the service deletes the job, if nothing more is asked of it.
    pub deletion: Option<SimTime>,
}

/// A state in the diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagramNode {
    /// The state.
    pub state: JobState,
    /// Where it lies as seen from the job.
    pub mark: DiagramMark,
    /// The stays of the job in it so far, the earliest first.
    pub stays: Vec<Stay>,
    /// When the job enters it next, if nothing more is asked of it.
    pub expected: Option<SimTime>,
    /// What the rules allow in it, in the order of [`Action::ALL`].
    pub allows: Vec<Action>,
}

/// A way in the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The way.
    pub way: Way,
    /// Whether the job has gone it or may go it next.
    pub mark: DiagramMark,
}

/// Where something lies as seen from the job; a state that was visited and may come next lies ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagramMark {
    /// The job is there.
    Current,
    /// The job may come there next.
    Next,
    /// The job has been there.
    Visited,
    /// Neither.
    Elsewhere,
}

/// A stay of the job in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// When it came.
    pub from: SimTime,
    /// When it left; not while it is there.
    pub until: Option<SimTime>,
}

impl Diagram {
    /// The diagram of `job`, which is on `course`, at `now` under `rules`.
    pub fn of(job: &Job, course: &Course, rules: RuleSet, now: SimTime) -> Diagram {
        let entries: Vec<(SimTime, JobState)> =
            course.moments.iter().filter_map(|moment| Some((moment.at, moment.what.enters()?))).collect();
        let past = entries.partition_point(|(at, _)| *at <= now);
        let (past, future) = entries.split_at(past);
        let current = past.last().map_or(JobState::Creating, |(_, state)| *state);
        let cancelled = job.history.cancel_requested.is_some_and(|at| at <= now);
        let leads = |way: Way| way.from == current && is_open(way, cancelled);
        let next = |place: DiagramPlace| WAYS.into_iter().any(|way| way.to == place && leads(way));
        let node = |state: JobState| {
            let ends = past.iter().skip(1).map(|(at, _)| Some(*at)).chain([None]);
            let stays: Vec<Stay> = past
                .iter()
                .zip(ends)
                .filter(|((_, entered), _)| *entered == state)
                .map(|((from, _), until)| Stay { from: *from, until })
                .collect();
            let mark = if state == current {
                DiagramMark::Current
            } else if next(DiagramPlace::State(state)) {
                DiagramMark::Next
            } else if stays.is_empty() {
                DiagramMark::Elsewhere
            } else {
                DiagramMark::Visited
            };
            DiagramNode {
                state,
                mark,
                stays,
                expected: future.iter().find(|(_, entered)| *entered == state).map(|(at, _)| *at),
                allows: Action::ALL
                    .into_iter()
                    .filter(|action| allowed_states(*action, rules).contains(&state))
                    .collect(),
            }
        };
        let gone = |way: Way| {
            let steps = past.iter().zip(past.iter().skip(1));
            steps
                .into_iter()
                .any(|((_, one), (_, other))| *one == way.from && DiagramPlace::State(*other) == way.to)
        };
        let edge = |way: Way| {
            let mark = if leads(way) {
                DiagramMark::Next
            } else if gone(way) {
                DiagramMark::Visited
            } else {
                DiagramMark::Elsewhere
            };
            Edge { way, mark }
        };
        Diagram {
            nodes: JobState::ALL.into_iter().map(node).collect(),
            edges: WAYS.map(edge).to_vec(),
            deleted: if next(DiagramPlace::Deleted) { DiagramMark::Next } else { DiagramMark::Elsewhere },
            deletion: course.deleted_at(),
        }
    }

    /// The state that the job is in.
    pub fn current(&self) -> JobState {
        let current = self.nodes.iter().find(|node| node.mark == DiagramMark::Current);
        current.map_or(JobState::Creating, |node| node.state)
    }
}

/// Whether a job may still go a way, its cancel being asked for or not.
fn is_open(way: Way, cancelled: bool) -> bool {
    // A pending cancel forbids to ship, and once carried out nothing is copied.
    let closed = [
        (JobState::Creating, DiagramPlace::State(JobState::Shipping)),
        (JobState::Received, DiagramPlace::State(JobState::Transferring)),
    ];
    !(cancelled && closed.contains(&(way.from, way.to)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::*;
    use crate::domain::job::Patch;
    use crate::domain::text::Text;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;
    use crate::service::status::Status;

    fn job(scenario: Scenario, name: &str) -> Job {
        let (_, jobs, _) = scenario.build(1, None);
        jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario")
    }

    fn diagram(job: &Job, now: SimTime) -> Diagram {
        Diagram::of(job, &Course::of(job, 1), RuleSet::Rest2017, now)
    }

    fn marked(diagram: &Diagram, mark: DiagramMark) -> Vec<JobState> {
        diagram.nodes.iter().filter(|node| node.mark == mark).map(|node| node.state).collect()
    }

    /// A job whose wrong return address is corrected when the scenario begins.
    fn corrected(job: Job) -> Option<Job> {
        let mut address = (**job.order.return_address.as_ref()?).clone();
        address.street_address1 = Text::parse("1 Example Street").ok()?;
        let patch = Patch { return_address: Some(Arc::new(address)), ..Patch::default() };
        let state = Status::of(&job, 1, Scenario::START).state;
        job.patched(&patch, state, RuleSet::Rest2017, Scenario::START).ok()
    }

    #[test]
    fn jobs_go_the_ways_of_the_diagram_and_no_others() {
        let mut gone = BTreeSet::new();
        for scenario in [Scenario::Contoso, Scenario::Fabrikam, Scenario::Load] {
            let mut jobs = scenario.build(1, None).1;
            jobs.extend(jobs.clone().into_iter().filter_map(corrected));
            for job in jobs {
                let states: Vec<(SimTime, JobState)> = Course::of(&job, 1)
                    .moments
                    .iter()
                    .filter_map(|moment| Some((moment.at, moment.what.enters()?)))
                    .collect();
                for pair in states.windows(2) {
                    gone.insert((pair[0].1, DiagramPlace::State(pair[1].1)));
                }
                let last = states.last().expect("every job begins").1;
                gone.insert((last, DiagramPlace::Deleted));
            }
        }
        let ways: BTreeSet<_> = WAYS.into_iter().map(|way| (way.from, way.to)).collect();
        assert!(gone.is_subset(&ways), "{:?}", gone.difference(&ways).collect::<Vec<_>>());
        let unused: Vec<_> = ways.difference(&gone).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    #[test]
    fn a_job_under_way_has_a_past_a_present_and_a_future() {
        let job = job(Scenario::Contoso, "sequencing-run-118");
        let diagram = diagram(&job, Scenario::START);
        assert_eq!(diagram.current(), JobState::Transferring);
        let past = [JobState::Creating, JobState::Shipping, JobState::Received];
        assert_eq!(marked(&diagram, DiagramMark::Visited), past);
        assert_eq!(marked(&diagram, DiagramMark::Next), [JobState::Packaging, JobState::Faulted]);
        let node = |state: JobState| diagram.nodes.iter().find(|n| n.state == state).expect("all are there");
        let (here, next) = (node(JobState::Transferring), node(JobState::Packaging));
        assert!(matches!(here.stays.as_slice(), [Stay { until: None, .. }]));
        assert_eq!(node(JobState::Received).stays[0].until, Some(here.stays[0].from));
        assert!(next.stays.is_empty() && next.expected > Some(Scenario::START));
        assert_eq!(node(JobState::Closed).expected, None);
        assert_eq!(node(JobState::Received).expected, None);
        let travelled = diagram.edges.iter().filter(|edge| edge.mark == DiagramMark::Visited).count();
        assert_eq!(travelled, 3);
    }

    #[test]
    fn a_job_that_may_be_deleted_next_says_so() {
        for (name, next) in
            [("hr-archive-2012-2019", true), ("sequencing-run-118", false), ("finance-close-2024", true)]
        {
            let job = job(Scenario::Contoso, name);
            let at = diagram(&job, Scenario::START);
            assert_eq!(at.deleted == DiagramMark::Next, next, "{name}");
            assert!(at.deletion > Some(Scenario::START));
        }
    }

    #[test]
    fn a_cancel_closes_ways() {
        let copied = job(Scenario::Contoso, "legal-hold-export");
        let open = marked(&diagram(&copied, Scenario::START), DiagramMark::Next);
        assert_eq!(open, [JobState::Transferring, JobState::Packaging]);
        let cancelled = job(Scenario::Contoso, "wind-farm-sensors-q4");
        assert_eq!(marked(&diagram(&cancelled, Scenario::START), DiagramMark::Next), [JobState::Packaging]);
    }

    #[test]
    fn a_stay_that_was_interrupted_is_told_twice() {
        let job = job(Scenario::Fabrikam, "unreadable-drive");
        let later = Scenario::START + Span::days(60);
        let diagram = diagram(&job, later);
        let stays = &diagram.nodes[JobState::Transferring as usize].stays;
        assert_eq!(stays.len(), 2);
        assert!(stays[0].until <= Some(stays[1].from));
    }

    #[test]
    fn actions_follow_the_rule_set() {
        let job = job(Scenario::Contoso, "sequencing-run-118");
        for (rules, states) in RuleSet::ALL.into_iter().zip([4, 2, 1]) {
            let diagram = Diagram::of(&job, &Course::of(&job, 1), rules, Scenario::START);
            let allowing = diagram.nodes.iter().filter(|node| node.allows.contains(&Action::Cancel)).count();
            assert_eq!(allowing, states);
        }
    }
}
