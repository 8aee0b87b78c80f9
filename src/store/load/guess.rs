//! Guesses: a head for jobs whose own is lost, made of what the jobs and the log tell.

use std::sync::Arc;

use crate::domain::job::Job;
use crate::domain::state::RuleSet;
use crate::service::clock::Speed;
use crate::service::log::{LogAction, LogLine};
use crate::service::range;
use crate::service::scenario::Scenario;
use crate::service::tally::Tally;
use crate::service::workspace::Head;
use crate::store::codec::Origin;
use crate::store::sense::latest;

/// The head: time as late as anything that is known to have happened, and standing still until somebody looks; the
/// rules that were chosen last, as far as the log goes back.
pub(super) fn head(origin: Option<Origin>, jobs: &[Arc<Job>], lines: &[LogLine]) -> Head {
    let Origin { seed, scenario, .. } = origin.unwrap_or(Origin { seed: 1, ..Origin::default() });
    let latest = jobs.iter().map(|job| latest(job)).chain(lines.iter().map(|line| line.at)).max();
    let chosen = lines.iter().rev().find_map(|line| match line.action {
        LogAction::RulesChosen(rules) => Some(rules),
        LogAction::Created
        | LogAction::Replaced
        | LogAction::Updated
        | LogAction::MarkedShipped
        | LogAction::CancelRequested
        | LogAction::Deleted
        | LogAction::Jumped(_)
        | LogAction::Injected(_) => None,
    });
    Head {
        now: latest.unwrap_or(Scenario::START),
        speed: Speed::RealTime.millis_a_second(),
        paused: true,
        seed,
        rules: chosen.unwrap_or(RuleSet::default()),
        scenario,
        next_job: range::behind(jobs.last().map(|job| job.no)),
        next_line: range::behind(lines.last().map(|line| line.no)),
        jobs: Some(Tally::of(jobs.iter().map(|job| job.no))),
    }
}
