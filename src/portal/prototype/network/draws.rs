//! Draws: what the plan has ready for each call, the same in every browser for the same plan and the same calls.
//!
//! Calls are counted for each operation, and those of the portal apart from those of scripts: how often the portal reads
//! a page changes nothing of what a script meets.

use std::collections::HashMap;

use super::plan::{NetworkPlan, PlannedOutcome, When};
use crate::api::operation::Operation;
use crate::service::dice::Dice;
use crate::service::log::Actor;

/// What one call meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Treatment {
    /// Milliseconds that its answer takes.
    pub latency: u32,
    /// What happens to it; nothing where it is answered as always.
    pub outcome: Option<PlannedOutcome>,
}

/// The calls so far.
#[derive(Clone, Debug, Default)]
pub struct Draws(HashMap<(Actor, Option<Operation>), u32>);

/// The streams that are drawn from: the jitter, and one behind it for each rule.
const JITTER: u64 = 1;

impl Draws {
    /// What the next call of this operation meets.
    pub fn next(&mut self, plan: &NetworkPlan, by: Actor, operation: Option<Operation>) -> Treatment {
        let no = self.0.entry((by, operation)).or_default();
        *no += 1;
        treatment(plan, by, operation, *no)
    }
}

/// What the call with this number, counted from 1, meets.
fn treatment(plan: &NetworkPlan, by: Actor, operation: Option<Operation>, no: u32) -> Treatment {
    let place = operation
        .and_then(|operation| Operation::ALL.iter().position(|one| *one == operation))
        .map_or(0, |at| at as u64 + 1);
    let source = u64::from(by == Actor::Rest);
    let dice = Dice::new(plan.seed, (place << 1 | source) << 32 | u64::from(no));
    let latency = plan.latency.iter().find(|latency| latency.scope.covers(operation)).map_or(0, |latency| {
        let width = u64::from(latency.jitter) * 2 + 1;
        let drawn = (dice.throw(JITTER) % width) as u32;
        (latency.millis + drawn).saturating_sub(latency.jitter)
    });
    let mut rules = (JITTER + 1..).zip(&plan.rules).filter(|(_, rule)| rule.scope.covers(operation));
    let rule = rules.find(|(stream, rule)| match rule.when {
        When::Always => true,
        When::Call(wanted) => wanted == no,
        When::Percent(percent) => dice.throw(*stream) % 100 < u64::from(percent),
    });
    Treatment { latency, outcome: rule.map(|(_, rule)| rule.outcome) }
}

#[cfg(test)]
mod tests {
    use super::super::plan::{ErrorStatus, Latency, NetworkRule};
    use super::*;

    fn plan(latency: &str, rules: &str, seed: u64) -> NetworkPlan {
        let latency = super::super::plan::parse_list(latency, Latency::parse, 9).0;
        NetworkPlan { latency, rules: super::super::plan::parse_list(rules, NetworkRule::parse, 9).0, seed }
    }

    fn run(plan: &NetworkPlan, by: Actor, operation: Operation, calls: usize) -> Vec<Treatment> {
        let mut draws = Draws::default();
        (0..calls).map(|_| draws.next(plan, by, Some(operation))).collect()
    }

    #[test]
    fn the_same_plan_and_calls_meet_the_same_whoever_counts() {
        let stormy = plan("800~300", "30%,Jobs_Get:429@20%", 3);
        let one = run(&stormy, Actor::Rest, Operation::Get, 200);
        assert_eq!(one, run(&stormy, Actor::Rest, Operation::Get, 200));
        assert_ne!(one, run(&NetworkPlan { seed: 4, ..stormy.clone() }, Actor::Rest, Operation::Get, 200));
        // What the portal reads in between changes nothing.
        let mut draws = Draws::default();
        let between = (0..200).map(|_| {
            draws.next(&stormy, Actor::Portal, Some(Operation::Get));
            draws.next(&stormy, Actor::Rest, Some(Operation::ListLocations));
            draws.next(&stormy, Actor::Rest, Some(Operation::Get))
        });
        assert_eq!(between.collect::<Vec<_>>(), one);
    }

    #[test]
    fn about_as_many_fail_as_asked_for_and_latency_keeps_to_its_range() {
        let all = run(&plan("800~300", "30%", 3), Actor::Rest, Operation::ListLocations, 1_000);
        let failed = all.iter().filter(|one| one.outcome.is_some()).count();
        assert!((250..350).contains(&failed), "{failed}");
        assert!(all.iter().all(|one| (500..=1_100).contains(&one.latency)));
        assert!(all.iter().any(|one| one.latency < 560) && all.iter().any(|one| one.latency > 1_040));
    }

    #[test]
    fn the_call_that_is_named_fails_and_no_other() {
        let all = run(&plan("", "Jobs_Delete:503@2", 1), Actor::Portal, Operation::Delete, 4);
        let failed: Vec<bool> = all.iter().map(|one| one.outcome.is_some()).collect();
        assert_eq!(failed, [false, true, false, false]);
        let others = run(&plan("", "Jobs_Delete:503@2", 1), Actor::Portal, Operation::Get, 4);
        assert!(others.iter().all(|one| one.outcome.is_none()));
    }

    #[test]
    fn the_first_rule_that_fits_counts_and_the_first_latency_too() {
        let all = plan("Jobs_Get:3000,200", "Jobs_Get:cut,500", 1);
        let get = run(&all, Actor::Rest, Operation::Get, 1)[0];
        assert_eq!(get, Treatment { latency: 3_000, outcome: Some(PlannedOutcome::Cut) });
        let list = run(&all, Actor::Rest, Operation::ListLocations, 1)[0];
        assert_eq!(
            list,
            Treatment { latency: 200, outcome: Some(PlannedOutcome::Status(ErrorStatus::USUAL)) }
        );
    }
}
