//! The reference workspace: the model's jobs, and what it answers to a step.

use std::collections::BTreeMap;

use import_export_portal::domain::name::JobName;
use import_export_portal::domain::state::{JobState, RuleSet};
use import_export_portal::domain::time::SimTime;
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::scenario::Scenario;
use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;

use crate::model::Job;
use crate::steps::{Name, PatchSpec, Step, step};

/// What the model says of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The step is no command.
    Nothing,
    Created,
    Updated,
    Deleted,
    NothingToDelete,
    Set,
    NoSuchJob,
    Refused,
    Lacks(Vec<&'static str>),
}

/// The model of a workspace.
#[derive(Clone, Debug)]
pub struct World {
    pub seed: u64,
    pub now: SimTime,
    pub rules: RuleSet,
    pub speed: u64,
    pub paused: bool,
    pub next_no: u64,
    pub jobs: BTreeMap<usize, Job>,
    pub cases: BTreeMap<usize, Name>,
    pub log: Vec<(SimTime, LogAction, Option<JobName>, Actor)>,
    pub outcome: Outcome,
}

impl World {
    fn new(seed: u64) -> World {
        World {
            seed,
            now: Scenario::START,
            rules: RuleSet::default(),
            speed: 1_000,
            paused: false,
            next_no: 1,
            jobs: BTreeMap::new(),
            cases: BTreeMap::new(),
            log: Vec::new(),
            outcome: Outcome::Nothing,
        }
    }

    fn does(&mut self, step: &Step) -> Outcome {
        match step {
            Step::Put(name, order) => match self.jobs.get_mut(&name.of) {
                Some(job) => {
                    if !allows("replace", job.state(), self.rules) {
                        return Outcome::Refused;
                    }
                    job.replace(order, self.now);
                    self.note(name.of, LogAction::Replaced, Actor::Rest);
                    Outcome::Updated
                }
                None => {
                    let job = Job::new(self.next_no, self.seed, order, self.now);
                    self.next_no += 1;
                    self.jobs.insert(name.of, job);
                    self.cases.insert(name.of, *name);
                    self.note(name.of, LogAction::Created, Actor::Rest);
                    Outcome::Created
                }
            },
            Step::Patch(name, patch) => self.patch(name.of, patch),
            Step::Delete(name) => match self.jobs.get(&name.of) {
                None => Outcome::NothingToDelete,
                Some(job) if allows("delete", job.state(), self.rules) => {
                    self.note(name.of, LogAction::Deleted, Actor::Rest);
                    self.jobs.remove(&name.of);
                    Outcome::Deleted
                }
                Some(_) => Outcome::Refused,
            },
            Step::Rules(rules) => {
                if self.rules != *rules {
                    self.log.push((self.now, LogAction::RulesChosen(*rules), None, Actor::Rest));
                }
                self.rules = *rules;
                Outcome::Set
            }
            Step::Clock(speed, true) => {
                self.speed = *speed;
                Outcome::Set
            }
            Step::Clock(speed, false) => {
                self.paused = speed / 1_000 % 2 == 0;
                Outcome::Set
            }
            Step::Advance(span, _) => {
                self.advance(self.now + *span);
                Outcome::Nothing
            }
            Step::Next(times) => {
                for _ in 0..*times {
                    if let Some(at) = self.next() {
                        self.advance(at);
                    }
                }
                Outcome::Nothing
            }
            Step::Reload | Step::Corrupt(..) => Outcome::Nothing,
        }
    }

    fn next(&self) -> Option<SimTime> {
        self.jobs.values().flat_map(|job| [job.next(), job.gone_at()]).flatten().min()
    }

    fn advance(&mut self, to: SimTime) {
        self.now = to;
        let mut gone = Vec::new();
        for (name, job) in &mut self.jobs {
            job.run(to);
            gone.extend(job.gone_at().filter(|at| *at <= to).map(|at| (at, job.no, *name)));
        }
        gone.sort_unstable();
        for (at, _, name) in gone {
            self.log.push((at, LogAction::Deleted, Some(self.cases[&name].id().name), Actor::Service));
            self.jobs.remove(&name);
        }
    }

    fn patch(&mut self, of: usize, patch: &PatchSpec) -> Outcome {
        let (now, rules) = (self.now, self.rules);
        let Some(job) = self.jobs.get_mut(&of) else { return Outcome::NoSuchJob };
        let state = job.state();
        let asked = [
            (patch.cancel, "cancel"),
            (patch.ship, "ship"),
            (patch.drives.is_some(), "drives"),
            (patch.package.is_some(), "package"),
            (patch.verbose, "logging"),
            (patch.wrong_address.is_some(), "address"),
            (patch.secret.is_some(), "tags"),
        ];
        if asked.iter().any(|(asked, action)| *asked && !allows(action, state, rules))
            || patch.ship && (patch.cancel || job.cancel.is_some())
        {
            return Outcome::Refused;
        }
        let before = job.clone();
        job.touch(now);
        if let Some(secret) = patch.secret {
            job.secret = secret;
        }
        if let Some(drives) = &patch.drives {
            job.set_drives(drives);
        }
        if patch.package.is_some() {
            job.set_package(patch.package, now);
        }
        if patch.wrong_address.is_some() {
            job.set_address(patch.wrong_address, now);
        }
        if patch.ship && !job.lacks().is_empty() {
            let lacks = job.lacks();
            *job = before;
            return Outcome::Lacks(lacks);
        }
        if patch.ship {
            job.ship(now);
        }
        if patch.cancel {
            job.cancel.get_or_insert(now);
        }
        let action = match (patch.cancel, patch.ship) {
            (true, _) => LogAction::CancelRequested,
            (false, true) => LogAction::MarkedShipped,
            (false, false) => LogAction::Updated,
        };
        self.note(of, action, Actor::Rest);
        Outcome::Updated
    }

    fn note(&mut self, name: usize, action: LogAction, by: Actor) {
        self.log.push((self.now, action, Some(self.cases[&name].id().name), by));
    }
}

impl ReferenceStateMachine for World {
    type State = World;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<World> {
        any::<u64>().prop_map(World::new).boxed()
    }

    fn transitions(world: &World) -> BoxedStrategy<Step> {
        step(&world.jobs.keys().copied().collect::<Vec<_>>())
    }

    fn apply(mut world: World, step: &Step) -> World {
        world.outcome = world.does(step);
        world
    }
}

/// Whether `rules` let a job in `state` be asked for this, from a table of letters.
pub fn allows(action: &str, state: JobState, rules: RuleSet) -> bool {
    let letters = match (action, rules) {
        ("cancel", RuleSet::Rest2017) => "CSRT",
        ("cancel", RuleSet::Faq2020) => "CS",
        ("cancel", RuleSet::Portal2023) | ("replace" | "drives", _) => "C",
        ("delete", _) => "CD",
        ("ship" | "package", _) => "CS",
        ("logging", _) => "CSR",
        ("address", _) => "CSRTPF",
        ("tags", _) => "CSRTPDXF",
        _ => unreachable!("{action}"),
    };
    let letter = match state {
        JobState::Creating => 'C',
        JobState::Shipping => 'S',
        JobState::Received => 'R',
        JobState::Transferring => 'T',
        JobState::Packaging => 'P',
        JobState::Completed => 'D',
        JobState::Closed => 'X',
        JobState::Faulted => 'F',
    };
    letters.contains(letter)
}
