//! Scenarios: the jobs that a workspace begins with, the same for everybody who names the same seed.

mod customer;
mod firm;
mod plans;

use crate::domain::job::{Job, JobNo, Patch};
use crate::domain::state::{JobState, RuleSet};
use crate::domain::text::Invalid;
use crate::domain::time::{SimTime, Span};

use super::dice::Dice;
use super::log::{Actor, LogAction, LogLine, MAX_LINES};
use super::range;
use super::simulation::{Course, Happening};
use super::sorted::sort_by;
use super::tally::Tally;
use super::workspace::Head;
use customer::{Customers, home};
use firm::Firm;
use plans::{Cancel, Plan, Stand};

pub use customer::{subscription_id, subscription_name};

/// A named beginning of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Scenario {
    /// What a first visit shows: import and export jobs in every state, some with a pending cancel.
    #[default]
    Contoso,
    /// Everything that can go wrong, one job a fault.
    Fabrikam,
    /// No job at all.
    Empty,
    /// As many jobs as asked for, to see how the portal bears them.
    Load,
}

/// What a workspace begins with: its head, its jobs and the lines of its activity log.
pub type Beginning = (Head, Vec<Job>, Vec<LogLine>);

impl Scenario {
    /// The simulated moment that every scenario begins at: 2026-03-02T08:00:00Z, a Monday.
    pub const START: SimTime = SimTime::from_millis(1_772_438_400_000);
    /// How many jobs the load scenario has when nobody says.
    pub const LOAD_JOBS: usize = 1_000;
    /// The most jobs that the load scenario can have.
    pub const MAX_LOAD_JOBS: usize = 100_000;

    /// Every scenario, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Scenario> {
        [Scenario::Contoso, Scenario::Fabrikam, Scenario::Empty, Scenario::Load].into_iter()
    }

    /// The scenario called `name`, whatever its case.
    pub fn parse(name: &str) -> Option<Scenario> {
        Scenario::all().find(|scenario| scenario.as_str().eq_ignore_ascii_case(name))
    }

    /// The name that links and the stored head use; never translated.
    pub fn as_str(self) -> &'static str {
        match self {
            Scenario::Contoso => "Contoso",
            Scenario::Fabrikam => "Fabrikam",
            Scenario::Empty => "Empty",
            Scenario::Load => "load",
        }
    }

    /// The subscription and the resource group that a job is in when nobody says where.
    pub fn home(self) -> (&'static str, &'static str) {
        home(match self {
            Scenario::Contoso | Scenario::Empty | Scenario::Load => Firm::Contoso,
            Scenario::Fabrikam => Firm::Fabrikam,
        })
    }

    /// What a workspace of this scenario begins with. `jobs` counts for the load scenario alone.
    pub fn build(self, seed: u64, jobs: Option<usize>) -> Beginning {
        let mut made: Vec<Job> = Vec::new();
        let mut lines: Vec<LogLine> = Vec::new();
        let customers = Customers::new();
        let mut add = |plan: &Plan| {
            let no = made.len() as JobNo + 1;
            // What breaks a limit would be left out; a test holds that nothing does.
            if let Ok(Life { job, lines: told }) =
                customers.as_ref().map_err(Clone::clone).and_then(|all| tell(plan, no, seed, all))
            {
                made.push(job);
                lines.extend(told);
            }
        };
        match self {
            Scenario::Contoso => plans::CONTOSO.iter().for_each(add),
            Scenario::Fabrikam => plans::FABRIKAM.iter().for_each(add),
            Scenario::Empty => {}
            Scenario::Load => {
                let wanted = jobs.unwrap_or(Self::LOAD_JOBS).min(Self::MAX_LOAD_JOBS);
                (0..wanted).for_each(|n| add(&plans::load(seed, n)));
            }
        }
        let lines = in_order(lines);
        let head = Head {
            now: Self::START,
            speed: 1_000,
            paused: false,
            seed,
            rules: RuleSet::default(),
            scenario: self.as_str().to_owned(),
            next_job: range::behind(made.last().map(|job| job.no)),
            next_line: range::behind(lines.last().map(|line| line.no)),
            jobs: Some(Tally::of(made.iter().map(|job| job.no))),
        };
        (head, made, lines)
    }
}

/// The newest lines, by time, with numbers of their own.
fn in_order(mut lines: Vec<LogLine>) -> Vec<LogLine> {
    sort_by(&mut lines, |one, other| one.at.cmp(&other.at));
    let mut kept = lines.split_off(lines.len().saturating_sub(MAX_LINES));
    for (no, line) in (1..).zip(&mut kept) {
        line.no = no;
    }
    kept
}

/// The job that `plan` describes, and what the activity log says of it.
fn tell(plan: &Plan, no: JobNo, seed: u64, customers: &Customers) -> Result<Life, Invalid> {
    let (id, order) = customers.order(plan, Dice::new(seed, no))?;
    // Where a job stands depends only on how long ago it was made, so it is made at any time
    // first and then moved to where it stands as planned when the scenario begins.
    let anchor = SimTime::EPOCH + Span::days(1_000);
    let trial = live(plan, seed, Job::new(no, id.clone(), order.clone(), anchor));
    let course = Course::of(&trial.job, seed);
    let stands = match plan.stand {
        Stand::In(state, percent) => within(&course, state, percent),
        Stand::JustCancelled(minutes) => {
            trial.job.history.cancel_requested.unwrap_or(anchor) + Span::minutes(minutes)
        }
    };
    let age = stands.since(anchor).as_millis();
    let created = SimTime::from_millis(Scenario::START.millis() - age);
    Ok(live(plan, seed, Job::new(no, id, order, created)))
}

/// A job with the commands that made it what it is.
struct Life {
    job: Job,
    lines: Vec<LogLine>,
}

fn live(plan: &Plan, seed: u64, job: Job) -> Life {
    let created = job.history.created;
    let wait = Dice::new(seed, job.no).throw(1_000) % 1_800;
    let mut life = Life { job, lines: Vec::new() };
    life.note(created, LogAction::Created);
    if plan.ships() {
        let at = created + Span::minutes(90 + wait as i64);
        life.does(&Patch { ship: true, ..Patch::default() }, JobState::Creating, at);
        life.note(at, LogAction::MarkedShipped);
    }
    if let Some(Cancel { during, percent }) = plan.cancel {
        let at = within(&Course::of(&life.job, seed), during, percent);
        life.does(&Patch { cancel: true, ..Patch::default() }, during, at);
        life.note(at, LogAction::CancelRequested);
    }
    life
}

impl Life {
    fn does(&mut self, patch: &Patch, state: JobState, at: SimTime) {
        // A plan that breaks a rule would be left undone; a test holds that none does.
        if let Ok(job) = self.job.patched(patch, state, RuleSet::default(), at) {
            self.job = job;
        }
    }

    fn note(&mut self, at: SimTime, action: LogAction) {
        let by = if self.job.no.is_multiple_of(3) { Actor::Rest } else { Actor::Portal };
        self.lines.push(LogLine { no: 0, at, job: Some(self.job.id.name.clone()), action, by });
    }
}

/// The moment when `percent` of the first stay in `state` is over.
fn within(course: &Course, state: JobState, percent: u8) -> SimTime {
    let mut moments = course.moments.iter();
    let entered = moments.find(|m| m.what.enters() == Some(state)).map_or(SimTime::EPOCH, |m| m.at);
    let ends = |what: Happening| what == Happening::Deleted || what.enters().is_some_and(|s| s != state);
    let left = moments.find(|m| ends(m.what)).map_or(entered, |m| m.at);
    entered + Span::millis(left.since(entered).as_millis() * i64::from(percent) / 100)
}

#[cfg(test)]
mod tests;
