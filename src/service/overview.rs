//! The whole at a glance: sums over all jobs, and the order in which a list shows them.

use std::cmp::Ordering;

use crate::domain::job::{JobKind, JobNo};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;

use super::workspace::{Record, Workspace};

/// Sums over all jobs of a workspace at its present time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many jobs are in each state, in the order of [`JobState::ALL`].
    pub states: [usize; JobState::ALL.len()],
    /// How many jobs wait for a cancel request to be carried out or to take its way.
    pub cancels_pending: usize,
    /// How many drives are on their way to a data centre.
    pub drives_in_transit: usize,
    /// How many bytes have been copied.
    pub bytes_copied: u64,
    /// What the service deletes next and when, if nothing more is asked of it.
    pub next_deletion: Option<(SimTime, JobNo)>,
}

impl Summary {
    /// Counts the jobs. It looks at every record once and computes nothing anew: a fraction of a
    /// millisecond for ten thousand.
    pub fn of(workspace: &Workspace) -> Summary {
        let now = workspace.now();
        let mut sum = Summary {
            states: [0; JobState::ALL.len()],
            cancels_pending: 0,
            drives_in_transit: 0,
            bytes_copied: 0,
            next_deletion: None,
        };
        for record in workspace.records() {
            sum.states[record.state as usize] += 1;
            let asked = record.job.history.cancel_requested.is_some();
            sum.cancels_pending += usize::from(asked && !record.state.is_final());
            if record.state == JobState::Shipping {
                sum.drives_in_transit += drives_sent(record);
            }
            sum.bytes_copied = sum.bytes_copied.saturating_add(record.progress.copied(now));
            let deletion = record.deletion.map(|at| (at, record.job.no));
            sum.next_deletion = match (sum.next_deletion, deletion) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        sum
    }

    /// How many jobs are in `state`.
    pub fn in_state(&self, state: JobState) -> usize {
        self.states[state as usize]
    }
}

/// How many drives the customer has sent, as far as the job says.
fn drives_sent(record: &Record) -> usize {
    match &record.job.order.kind {
        JobKind::Import(drives) => drives.len(),
        JobKind::Export(_) => {
            let package = record.job.order.delivery_package.as_deref();
            package.and_then(|package| package.drives()).map_or(1, usize::from)
        }
    }
}

/// What a list of jobs can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The job's name, whatever its case.
    Name,
    /// Import or export.
    Kind,
    /// The state, in the order of a job's life.
    State,
    /// What part has been copied; none in `Creating`, which comes first.
    Percent,
    /// The region.
    Location,
    /// The resource group, whatever its case.
    Group,
    /// The subscription, whatever its case.
    Subscription,
    /// When it was created.
    Created,
    /// The name of the storage account.
    Account,
    /// The tags, in the order given; none come first.
    Tags,
    /// When the service deletes the job, if nothing more is asked of it; never comes last.
    Deletion,
}

impl Column {
    /// Every column.
    pub const ALL: [Column; 11] = [
        Column::Name,
        Column::Kind,
        Column::State,
        Column::Percent,
        Column::Location,
        Column::Group,
        Column::Subscription,
        Column::Created,
        Column::Account,
        Column::Tags,
        Column::Deletion,
    ];

    /// How two jobs compare by this column at the workspace's time `now`. Jobs that are equal by
    /// it compare by name and then by number, so that a list never shuffles.
    pub fn compare(self, one: &Record, other: &Record, now: SimTime) -> Ordering {
        let (a, b) = (&one.job, &other.job);
        let by_column = match self {
            Column::Name => Ordering::Equal,
            Column::Kind => a.order.kind.job_type().as_str().cmp(b.order.kind.job_type().as_str()),
            Column::State => one.state.cmp(&other.state),
            Column::Percent => one.percent_complete(now).cmp(&other.percent_complete(now)),
            Column::Location => a.order.location.name().cmp(b.order.location.name()),
            Column::Group => without_case(a.id.group.as_str(), b.id.group.as_str()),
            Column::Subscription => without_case(a.id.subscription.as_str(), b.id.subscription.as_str()),
            Column::Created => a.history.created.cmp(&b.history.created),
            Column::Account => {
                without_case(a.order.storage_account.account(), b.order.storage_account.account())
            }
            Column::Tags => a.order.tags.iter().cmp(b.order.tags.iter()),
            Column::Deletion => {
                (one.deletion.is_none(), one.deletion).cmp(&(other.deletion.is_none(), other.deletion))
            }
        };
        by_column
            .then_with(|| without_case(a.id.name.as_str(), b.id.name.as_str()))
            .then_with(|| a.no.cmp(&b.no))
    }
}

fn without_case(one: &str, other: &str) -> Ordering {
    // Names of one estate mostly begin alike, which is found out faster byte by byte as they are.
    let differ = one.bytes().zip(other.bytes()).find(|(a, b)| a != b && !a.eq_ignore_ascii_case(b));
    match differ {
        Some((a, b)) => a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase()),
        None => one.len().cmp(&other.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    fn workspace(scenario: Scenario) -> Workspace {
        let (head, jobs, lines) = scenario.build(1, Some(300));
        Workspace::new(head, jobs, lines)
    }

    #[test]
    fn the_summary_agrees_with_every_job() {
        for scenario in Scenario::all() {
            let mut workspace = workspace(scenario);
            for _ in 0..12 {
                let sum = Summary::of(&workspace);
                let statuses: Vec<_> =
                    workspace.records().map(|r| (r.job.clone(), workspace.status(&r.job))).collect();
                for state in JobState::ALL {
                    let count = statuses.iter().filter(|(_, status)| status.state == state).count();
                    assert_eq!(sum.in_state(state), count);
                }
                let bytes: u64 = statuses.iter().map(|(_, status)| status.bytes_succeeded()).sum();
                assert_eq!(sum.bytes_copied, bytes);
                let deletion =
                    statuses.iter().filter_map(|(job, s)| Some((s.course.deleted_at()?, job.no))).min();
                assert_eq!(sum.next_deletion, deletion);
                for (record, (_, status)) in workspace.records().zip(&statuses) {
                    assert_eq!(record.percent_complete(workspace.now()), status.percent_complete());
                }
                let to = workspace.now() + Span::days(9) + Span::millis(12_345_678);
                workspace.advance(to, usize::MAX);
            }
        }
    }

    #[test]
    fn contoso_begins_with_drives_on_their_way_and_pending_cancels() {
        let sum = Summary::of(&workspace(Scenario::Contoso));
        assert_eq!((sum.drives_in_transit, sum.cancels_pending), (14, 3));
        let load = Summary::of(&workspace(Scenario::Load));
        assert!(load.drives_in_transit >= load.in_state(JobState::Shipping));
    }

    #[test]
    fn every_column_orders_jobs_and_settles_ties_by_name() {
        for column in Column::ALL {
            // The many jobs of Load have no tags.
            let scenario = if column == Column::Tags { Scenario::Contoso } else { Scenario::Load };
            let workspace = workspace(scenario);
            let now = workspace.now();
            let mut records: Vec<&Record> = workspace.records().collect();
            records.sort_by(|a, b| column.compare(a, b, now));
            let keys: Vec<(String, String)> = records
                .iter()
                .map(|r| {
                    let key = match column {
                        Column::Name => String::new(),
                        Column::Kind => r.job.order.kind.job_type().as_str().to_owned(),
                        Column::State => format!("{}", r.state as usize),
                        Column::Percent => {
                            format!("{:03}", r.percent_complete(now).map_or(0, |p| u16::from(p) + 1))
                        }
                        Column::Location => r.job.order.location.name().to_owned(),
                        Column::Group => r.job.id.group.as_str().to_lowercase(),
                        Column::Subscription => r.job.id.subscription.as_str().to_lowercase(),
                        Column::Created => format!("{:020}", r.job.history.created.millis()),
                        Column::Account => r.job.order.storage_account.account().to_lowercase(),
                        Column::Tags => r
                            .job
                            .order
                            .tags
                            .iter()
                            .map(|(name, value)| format!("{name}\0{value}\0"))
                            .collect(),
                        Column::Deletion => {
                            r.deletion.map_or("never".to_owned(), |at| format!("{:020}", at.millis()))
                        }
                    };
                    (key, r.job.id.name.as_str().to_lowercase())
                })
                .collect();
            assert!(keys.is_sorted(), "{column:?}");
            assert!(
                keys.first().map(|k| &k.0) < keys.last().map(|k| &k.0) || column == Column::Name,
                "{column:?}"
            );
        }
    }
}
