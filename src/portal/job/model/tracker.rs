//! The tracker: the way of a job in one line of steps, and what became of each.

use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::service::simulation::{Course, Happening};

use super::diagram::{Diagram, DiagramMark, DiagramNode};

/// A step of the tracker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackerStep {
    /// The state, and the job's stays in it.
    pub node: DiagramNode,
    /// What became of it.
    pub fate: StepFate,
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFate {
    /// The job is there.
    Current,
    /// The job has been there.
    Passed,
    /// The job has been there, and a cancel request ended it before its time.
    CutShort,
    /// The job has gone on without it, or will.
    Skipped,
    /// The job may still come there.
    Ahead,
}

/// The steps of a job on `course`, which stands in `diagram` at `now`: the usual states, a fault where it
/// happened, and how the job ends or will.
pub fn steps(diagram: &Diagram, course: &Course, now: SimTime) -> Vec<TrackerStep> {
    let nodes = way(diagram);
    let met = |node: &DiagramNode| !node.stays.is_empty() || node.expected.is_some();
    let last = nodes.iter().rposition(|node| met(node));
    let cut = cut_short(course, now);
    let fate = |(n, node): (usize, &DiagramNode)| match node.mark {
        DiagramMark::Current => StepFate::Current,
        DiagramMark::Next | DiagramMark::Visited | DiagramMark::Elsewhere if !node.stays.is_empty() => {
            match cut {
                Some(state) if state == node.state => StepFate::CutShort,
                Some(_) | None => StepFate::Passed,
            }
        }
        DiagramMark::Next | DiagramMark::Visited | DiagramMark::Elsewhere
            if !met(node) && last.is_some_and(|last| n < last) =>
        {
            StepFate::Skipped
        }
        DiagramMark::Next | DiagramMark::Visited | DiagramMark::Elsewhere => StepFate::Ahead,
    };
    nodes
        .iter()
        .enumerate()
        .map(|(n, node)| TrackerStep { node: (*node).clone(), fate: fate((n, node)) })
        .collect()
}

/// The state that a cancel request has ended before its time, if it has.
fn cut_short(course: &Course, now: SimTime) -> Option<JobState> {
    let past = || course.past(now).map(|moment| moment.what);
    if past().any(|what| what == Happening::CopyStopped) {
        return Some(JobState::Transferring);
    }
    let unsent = past().all(|what| what != Happening::Shipped);
    (unsent && past().any(|what| what == Happening::Completed)).then_some(JobState::Creating)
}

fn way(diagram: &Diagram) -> Vec<&DiagramNode> {
    let met = |node: &DiagramNode| !node.stays.is_empty() || node.expected.is_some();
    let closes = diagram.nodes.iter().any(|node| node.state == JobState::Closed && met(node));
    let shown = |node: &&DiagramNode| match node.state {
        JobState::Closed => closes,
        JobState::Completed => met(node) || !closes,
        JobState::Faulted => false,
        JobState::Creating
        | JobState::Shipping
        | JobState::Received
        | JobState::Transferring
        | JobState::Packaging => true,
    };
    let mut steps: Vec<&DiagramNode> = diagram.nodes.iter().filter(shown).collect();
    let entered = |node: &DiagramNode| node.stays.last().map(|stay| stay.from);
    let fault = diagram.nodes.iter().find(|node| node.state == JobState::Faulted);
    if let Some((fault, at)) = fault.and_then(|fault| Some((fault, entered(fault)?))) {
        let before = steps.iter().rposition(|step| entered(step).is_some_and(|from| from < at));
        steps.insert(before.map_or(0, |place| place + 1), fault);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::{Job, Patch};
    use crate::domain::state::RuleSet;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;
    use crate::service::status::Status;
    use JobState::{Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};

    fn job(scenario: Scenario, name: &str) -> Job {
        let (_, jobs, _) = scenario.build(1, None);
        jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario")
    }

    fn at(job: &Job, now: SimTime) -> Vec<(JobState, StepFate)> {
        let course = Course::of(job, 1);
        let diagram = Diagram::of(job, &course, RuleSet::Rest2017, now);
        steps(&diagram, &course, now).into_iter().map(|step| (step.node.state, step.fate)).collect()
    }

    fn cancelled(job: &Job, at: SimTime) -> Job {
        let patch = Patch { cancel: true, ..Patch::default() };
        let state = Status::of(job, 1, at).state;
        job.patched(&patch, state, RuleSet::Rest2017, at).expect("the rules allow it")
    }

    #[test]
    fn a_fault_is_a_step_where_it_happened() {
        let unreadable = job(Scenario::Fabrikam, "unreadable-drive");
        let states = |now| at(&unreadable, now).into_iter().map(|(state, _)| state).collect::<Vec<_>>();
        let faulted = (0..60)
            .map(|days| Scenario::START + Span::days(days))
            .find(|now| Status::of(&unreadable, 1, *now).state == Faulted)
            .expect("the drive cannot be read");
        let ends = [Creating, Shipping, Received, Transferring, Faulted, Packaging];
        assert_eq!(states(faulted)[..6], ends);
        assert_eq!(states(Scenario::START + Span::days(60))[3..5], [Faulted, Transferring]);
        let plain = at(&job(Scenario::Contoso, "sequencing-run-118"), Scenario::START);
        assert_eq!(plain.last(), Some(&(Completed, StepFate::Ahead)));
        assert!(plain.iter().all(|(state, _)| *state != Faulted));
    }

    #[test]
    fn the_step_that_a_cancel_cuts_short_is_marked_once_it_is_carried_out() {
        let copying = cancelled(&job(Scenario::Contoso, "sequencing-run-118"), Scenario::START);
        assert_eq!(at(&copying, Scenario::START)[3], (Transferring, StepFate::Current));
        let after = at(&copying, Scenario::START + Span::days(1));
        assert_eq!(after[3..5], [(Transferring, StepFate::CutShort), (Packaging, StepFate::Current)]);
        let left_alone = at(&job(Scenario::Contoso, "sequencing-run-118"), Scenario::START + Span::days(30));
        assert!(left_alone.iter().all(|(_, fate)| *fate != StepFate::CutShort && *fate != StepFate::Skipped));
    }

    #[test]
    fn what_a_job_goes_on_without_is_skipped_and_not_ahead() {
        let unsent = cancelled(&job(Scenario::Contoso, "hr-archive-2012-2019"), Scenario::START);
        let pending: Vec<_> = at(&unsent, Scenario::START).into_iter().map(|(_, fate)| fate).collect();
        let middle = [StepFate::Skipped; 4];
        assert_eq!(
            (pending[0], &pending[1..5], pending[5]),
            (StepFate::Current, &middle[..], StepFate::Ahead)
        );
        let ended = at(&unsent, Scenario::START + Span::hours(1));
        assert_eq!((ended[0], ended[5]), ((Creating, StepFate::CutShort), (Completed, StepFate::Current)));
        let received = cancelled(&job(Scenario::Contoso, "media-masters-import"), Scenario::START);
        let end = Course::of(&received, 1).moments.last().expect("it ends").at;
        let before_end = SimTime::from_millis(end.millis() - 1);
        assert!(at(&received, before_end).contains(&(Transferring, StepFate::Skipped)));
    }

    #[test]
    fn a_job_that_nobody_ships_has_its_way_ahead() {
        let waiting = at(&job(Scenario::Contoso, "hr-archive-2012-2019"), Scenario::START);
        assert!(waiting[1..].iter().all(|(_, fate)| *fate == StepFate::Ahead), "{waiting:?}");
    }
}
