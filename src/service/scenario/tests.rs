//! What every scenario promises, for several seeds.

use std::collections::HashSet;

use super::*;
use crate::domain::fault::Fault;
use crate::domain::job::JobKind;
use crate::service::status::Status;
use crate::service::workspace::Workspace;

fn state(job: &Job, seed: u64) -> JobState {
    Status::of(job, seed, Scenario::START).state
}

#[test]
fn scenarios_are_found_by_name() {
    for scenario in Scenario::all() {
        assert_eq!(Scenario::parse(&scenario.as_str().to_uppercase()), Some(scenario));
    }
    assert_eq!(Scenario::parse("Northwind"), None);
    assert_eq!(Scenario::all().next(), Some(Scenario::default()));
}

#[test]
fn contoso_shows_every_state_and_pending_cancels_whatever_the_seed() {
    for seed in 0..40 {
        let (head, jobs, lines) = Scenario::Contoso.build(seed, None);
        assert_eq!(jobs.len(), plans::CONTOSO.len());
        let states: HashSet<JobState> = jobs.iter().map(|job| state(job, seed)).collect();
        assert_eq!(states.len(), JobState::ALL.len(), "seed {seed}: {states:?}");
        let pending: HashSet<JobState> = jobs
            .iter()
            .filter(|job| job.history.cancel_requested.is_some())
            .map(|job| state(job, seed))
            .filter(|state| !state.is_final())
            .collect();
        assert_eq!(
            pending,
            HashSet::from([JobState::Shipping, JobState::Received, JobState::Transferring]),
            "seed {seed}"
        );
        assert!(jobs.iter().any(|job| job.id.name.as_str().len() == 63));
        assert!(jobs.iter().any(|job| matches!(&job.order.kind, JobKind::Import(d) if d.len() == 10)));
        assert!(jobs.iter().any(|job| matches!(job.order.kind, JobKind::Export(_))));
        let cancels = jobs.iter().filter(|job| job.history.cancel_requested.is_some()).count();
        let shipped = jobs.iter().filter(|job| job.history.shipped.is_some()).count();
        assert_eq!(lines.len(), jobs.len() + cancels + shipped);
        assert!(lines.iter().all(|line| line.at <= head.now));
        assert!(lines.is_sorted_by_key(|line| (line.at, line.no)));
        assert_eq!(head.next_line, lines.len() as u64 + 1);
    }
}

#[test]
fn jobs_stand_where_their_plan_says() {
    for (scenario, plans) in
        [(Scenario::Contoso, plans::CONTOSO.as_slice()), (Scenario::Fabrikam, plans::FABRIKAM.as_slice())]
    {
        for seed in 0..40 {
            let (_, jobs, _) = scenario.build(seed, None);
            assert_eq!(jobs.len(), plans.len());
            for (job, plan) in jobs.iter().zip(plans) {
                let expected = match plan.stand {
                    Stand::In(state, _) => Some(state),
                    Stand::JustCancelled(_) => plan.cancel.map(|cancel| cancel.during),
                };
                assert_eq!(Some(state(job, seed)), expected, "{} with seed {seed}", job.id.name);
                assert_eq!(job.history.cancel_requested.is_some(), plan.cancel.is_some());
                assert_eq!(job.history.shipped.is_some(), plan.ships());
            }
        }
    }
}

#[test]
fn fabrikam_has_every_fault() {
    let faults: HashSet<Fault> = plans::FABRIKAM.iter().filter_map(|plan| plan.fault).collect();
    assert_eq!(faults, HashSet::from(Fault::ALL));
    let (_, jobs, _) = Scenario::Fabrikam.build(1, None);
    for (job, plan) in jobs.iter().zip(&plans::FABRIKAM) {
        let text = format!("{:?}", job.order);
        let marked: Vec<Fault> = Fault::ALL.into_iter().filter(|f| f.is_marked_in(&text)).collect();
        assert_eq!(marked, Vec::from_iter(plan.fault), "{}", job.id.name);
    }
}

#[test]
fn empty_is_empty() {
    let (head, jobs, lines) = Scenario::Empty.build(5, Some(100));
    assert_eq!((jobs.len(), lines.len(), head.next_job, head.next_line), (0, 0, 1, 1));
    assert_eq!((head.now, head.seed, head.scenario.as_str()), (Scenario::START, 5, "Empty"));
}

#[test]
fn ten_thousand_jobs_are_all_there_and_live() {
    let (head, jobs, lines) = Scenario::Load.build(1, Some(10_000));
    assert_eq!(jobs.len(), 10_000);
    let mut count = [0_usize; JobState::ALL.len()];
    for job in &jobs {
        count[state(job, 1) as usize] += 1;
    }
    assert!(count.iter().all(|n| *n > 300), "{count:?}");
    let regions: HashSet<&str> = jobs.iter().map(|job| job.order.location.name()).collect();
    assert!(regions.len() > 5);
    // A workspace has one job a name and leaves out what is deleted by now.
    let workspace = Workspace::new(head, jobs, lines);
    assert_eq!(workspace.records().len(), 10_000);
    assert_eq!(workspace.by_name().count(), 10_000);
    assert_eq!(workspace.log().len(), MAX_LINES);
}

#[test]
fn the_same_seed_gives_the_same_jobs_and_another_seed_others() {
    for scenario in Scenario::all() {
        assert_eq!(scenario.build(3, Some(200)), scenario.build(3, Some(200)));
    }
    let (_, small, _) = Scenario::Load.build(3, Some(50));
    let (_, large, _) = Scenario::Load.build(3, Some(200));
    assert_eq!(small.as_slice(), &large[..50]);
    assert_ne!(Scenario::Load.build(3, Some(50)).1, Scenario::Load.build(4, Some(50)).1);
    assert_eq!(Scenario::Load.build(1, None).1.len(), Scenario::LOAD_JOBS);
}
