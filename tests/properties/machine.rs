//! The machine: the service and the reference model, led through the same random steps.

use std::collections::BTreeMap;

use import_export_portal::domain::job::Job;
use import_export_portal::domain::state::{Action, JobState};
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::simulation::{Happening, TimedHappening};
use import_export_portal::service::workspace::{Change, Command, CommandError, Done, Workspace};
use import_export_portal::store::codec::Mark;
use import_export_portal::store::ledger::{Ledger, clear};
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::MemoryStore;
use proptest::test_runner::Config;
use proptest_state_machine::{StateMachineTest, prop_state_machine};

use crate::steps::{NAMES, Step, secret};
use crate::world::{Outcome, World, allows};
use crate::{rest, spoilt};

prop_state_machine! {
    #![proptest_config(Config { cases: 5_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_service_does_what_the_model_does(sequential 50..51 => Service<false>);
}

prop_state_machine! {
    // Writing every change takes far longer than making it, so these are fewer.
    #![proptest_config(Config { cases: 150, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_store_keeps_up_with_every_change(sequential 50..51 => Service<true>);
}

/// Where the store keeps the workspace.
const SLOT: &str = "main";

/// The service under test, three times: one goes through time in small bits and is reloaded from a
/// store now and then, one jumps, and one follows the first by its changes alone, as another tab
/// does. Where `STORED`, the store writes every change, else the whole when it is asked to.
pub struct Service<const STORED: bool> {
    bits: Workspace,
    storage: MemoryStore,
    ledger: Ledger,
    jumps: Workspace,
    follows: Workspace,
    /// How many bytes of each job had been copied when it was last looked at.
    copied: BTreeMap<u64, u64>,
}

impl<const STORED: bool> StateMachineTest for Service<STORED> {
    type SystemUnderTest = Self;
    type Reference = World;

    fn init_test(world: &World) -> Self {
        let (head, jobs, lines) = Scenario::Empty.build(world.seed, None);
        let bits = Workspace::new(head, jobs, lines);
        let storage = MemoryStore::default();
        let ledger = if STORED {
            Ledger::create(&storage, SLOT, &bits, "", Mark::default()).unwrap()
        } else {
            Ledger::new(SLOT, Mark::default(), Vec::new())
        };
        let (jumps, follows) = (bits.clone(), bits.clone());
        Service { bits, storage, ledger, jumps, follows, copied: BTreeMap::new() }
    }

    fn apply(mut service: Self, world: &World, step: Step) -> Self {
        match (step.command(), &step) {
            (Some(command), _) => service.command(&step, &command, &world.outcome),
            (None, Step::Advance(_, most)) => service.advance(world.now, *most),
            (None, Step::Next(_)) => service.advance(world.now, 1),
            (None, Step::Corrupt(which, how)) if STORED => {
                spoilt::one_entry(&service.storage, SLOT, &service.bits, *which, *how);
            }
            (None, Step::Corrupt(..)) => {}
            (None, _) => service.reload(),
        }
        service.copies_forward();
        service
    }

    fn check_invariants(service: &Self, world: &World) {
        assert_eq!(service.bits, service.jumps, "splitting a jump of time changes nothing");
        assert_eq!(service.bits, service.follows, "whoever follows the changes has the same");
        service.compare(world);
    }
}

impl<const STORED: bool> Service<STORED> {
    fn command(&mut self, step: &Step, command: &Command, expected: &Outcome) {
        let key = match command {
            Command::Put { id, .. } => Some(id.key()),
            Command::Patch { key, .. } | Command::Delete { key } | Command::Inject { key, .. } => {
                Some(key.clone())
            }
            Command::SetRules(_) | Command::SetSpeed(_) | Command::SetPaused(_) | Command::NoteJump(_) => {
                None
            }
        };
        let before = self.bits.clone();
        let target = key.and_then(|key| before.find(&key).cloned());
        let prepared = self.bits.prepare(command, Actor::Rest);
        assert_eq!(self.bits, before, "nothing changes before the change is applied");
        let outcome = match &prepared {
            Ok(prepared) => match &prepared.done {
                Done::Created(_) => Outcome::Created,
                Done::Updated(_) => Outcome::Updated,
                Done::Deleted => Outcome::Deleted,
                Done::NothingToDelete => Outcome::NothingToDelete,
                Done::Set => Outcome::Set,
            },
            Err(CommandError::NoSuchJob) => Outcome::NoSuchJob,
            Err(CommandError::Refused(refusal)) => {
                let record = target.as_ref().unwrap();
                assert_eq!(refusal.state, record.state);
                assert!(!refusal.allowed.contains(&refusal.state));
                // One request that both ships and cancels is at odds with itself.
                let torn = matches!(command, Command::Patch { patch, .. } if patch.cancel && patch.ship);
                let may = record.job.may(refusal.action, record.state, refusal.rules);
                assert!(may == Err(*refusal) || torn && refusal.action == Action::Ship);
                Outcome::Refused
            }
            Err(CommandError::NotInjectable(why)) => unreachable!("no step injects: {why:?}"),
            Err(CommandError::Spent | CommandError::NoSuchSpeed) => unreachable!("no step counts so far"),
            Err(CommandError::ShippingNeeds(needs)) => Outcome::Lacks(needs.clone()),
        };
        assert_eq!(outcome, *expected);
        let prepared = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return rest::refuses(&self.bits, step, &error),
        };
        let Some(change) = prepared.change else { return };
        self.store(&change);
        for workspace in [&mut self.bits, &mut self.jumps, &mut self.follows] {
            workspace.apply(&change);
        }
        let mut again = self.bits.clone();
        again.apply(&change);
        assert_eq!(again, self.bits, "a change applied twice is as good as once");
        match (target, prepared.done) {
            (Some(target), Done::Updated(job)) => self.keeps_the_past(&target.job, &job),
            (Some(target), Done::Deleted) => self.has_forgotten(&target.job),
            _ => {}
        }
    }

    /// What had happened before a command has happened after it.
    fn keeps_the_past(&self, before: &Job, after: &Job) {
        let now = self.bits.now();
        let past =
            |job: &Job| -> Vec<TimedHappening> { self.bits.status(job).course.past(now).copied().collect() };
        let (old, new) = (past(before), past(after));
        assert!(new.starts_with(&old), "{old:?} became {new:?}");
        let own = [Happening::Shipped, Happening::CancelRequested];
        assert!(new[old.len()..].iter().all(|m| m.at == now && own.contains(&m.what)), "{new:?}");
        let copied = |job: &Job| self.bits.status(job).bytes_succeeded();
        assert_eq!(copied(before), copied(after));
    }

    fn has_forgotten(&self, job: &Job) {
        assert!(self.bits.find(&job.id.key()).is_none() && self.bits.record(job.no).is_none());
        let (_, secret) = job.order.tags.iter().next().unwrap();
        assert!(!format!("{:?}", self.bits).contains(secret), "none of its information is left");
        rest::has_forgotten(&self.bits, job, secret);
        if STORED {
            assert!(self.storage.entries().values().all(|text| !text.contains(secret)), "nor in storage");
        }
    }

    fn store(&mut self, change: &Change) {
        if STORED {
            let batch = self.ledger.prepare(&self.storage, change).unwrap();
            self.ledger.promise(&self.storage, &batch).unwrap();
            self.ledger.settle(&self.storage, batch).unwrap();
        }
    }

    fn advance(&mut self, to: SimTime, most: usize) {
        let jobs: Vec<_> = self.bits.records().map(|record| record.job.clone()).collect();
        let now = self.bits.now();
        let between = now + Span::millis(to.since(now).as_millis() / 3);
        for stop in [between, to] {
            while self.bits.now() < stop {
                let advanced = self.bits.advance(stop, most);
                self.follows.apply(&advanced.change);
                self.store(&advanced.change);
            }
        }
        let advanced = self.jumps.advance(to, usize::MAX);
        for job in jobs {
            if self.bits.record(job.no).is_none() {
                self.has_forgotten(&job);
                assert!(advanced.change.jobs.contains(&(job.no, None)));
            }
        }
    }

    /// What has been copied never becomes less, as long as the job lives.
    fn copies_forward(&mut self) {
        let now = self.bits.now();
        let copied: BTreeMap<u64, u64> =
            self.bits.records().map(|record| (record.job.no, record.progress.copied(now))).collect();
        for (no, bytes) in &copied {
            assert!(self.copied.get(no).is_none_or(|before| before <= bytes));
        }
        self.copied = copied;
    }

    fn reload(&mut self) {
        if !STORED {
            clear(&self.storage, SLOT).unwrap();
            self.ledger = Ledger::create(&self.storage, SLOT, &self.bits, "", self.ledger.mark()).unwrap();
        }
        let Found::Kept(kept) = load(&self.storage, SLOT).unwrap() else { panic!("it is there") };
        assert!(kept.broken.is_empty() && kept.stale().is_empty());
        assert_eq!(kept.workspace, self.bits, "a reload shows the same");
        (self.bits, self.ledger) = (kept.workspace, kept.ledger);
    }

    fn compare(&self, world: &World) {
        let (workspace, now) = (&self.bits, world.now);
        let head = workspace.head();
        assert_eq!(
            (head.now, head.rules, head.speed, head.paused, head.next_job),
            (now, world.rules, world.speed, world.paused, world.next_no)
        );
        assert_eq!(workspace.records().len(), world.jobs.len());
        assert_eq!(workspace.by_name().count(), world.jobs.len());
        for (name, job) in &world.jobs {
            let id = world.cases[name].id();
            let record = workspace.find(&id.key()).expect("the model has it");
            assert_eq!((record.job.no, &record.job.id), (job.no, &id));
            assert_eq!(record.state, job.state(), "{}", NAMES[*name]);
            assert_eq!(record.job.history.cancel_requested, job.cancel);
            let (_, tag) = record.job.order.tags.iter().next().unwrap();
            assert_eq!(tag, secret(job.secret));
            let status = workspace.status(&record.job);
            assert_eq!(record.percent_complete(now), job.percent(now));
            let drives: Vec<_> = status
                .drives(&record.job, world.seed)
                .into_iter()
                .map(|d| (d.state, d.copy_status, d.percent_complete, d.bytes_succeeded))
                .collect();
            assert_eq!(drives, job.drives(now), "{}", NAMES[*name]);
            if let Some(gone) = job.gone_at() {
                assert_eq!(record.deletion, Some(gone));
            }
            takes_a_legal_way(&status.course.moments);
            for (action, word) in ACTIONS {
                let may = record.job.may(action, record.state, world.rules).is_ok();
                let pending = action == Action::Ship && job.cancel.is_some();
                assert_eq!(may, allows(word, job.state(), world.rules) && !pending);
            }
        }
        assert!(workspace.next_event().is_none_or(|at| at > now));
        assert_eq!(workspace.next_event().is_none(), world.jobs.is_empty());
        let log: Vec<_> =
            workspace.log().map(|line| (line.at, line.action, line.job.clone(), line.by)).collect();
        assert_eq!(log, world.log);
        assert!(workspace.log().map(|line| line.no).eq(1..=world.log.len() as u64));
    }
}

const ACTIONS: [(Action, &str); 9] = [
    (Action::Cancel, "cancel"),
    (Action::Delete, "delete"),
    (Action::Replace, "replace"),
    (Action::Ship, "ship"),
    (Action::EditDrives, "drives"),
    (Action::EditDelivery, "package"),
    (Action::EditLogging, "logging"),
    (Action::EditReturn, "address"),
    (Action::EditTags, "tags"),
];

/// The course of a job goes forward in time, only from a state to one that may follow it, and a
/// cancelled job whose drives can go back ends in `Completed`.
fn takes_a_legal_way(moments: &[TimedHappening]) {
    use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};
    assert!(moments.is_sorted_by_key(|moment| moment.at));
    let states: Vec<JobState> = moments.iter().filter_map(|moment| moment.what.enters()).collect();
    assert_eq!(states.first(), Some(&Creating));
    for pair in states.windows(2) {
        let next: &[JobState] = match pair[0] {
            Creating => &[Shipping, Completed],
            Shipping => &[Received, Closed],
            Received => &[Transferring, Packaging],
            Transferring => &[Packaging, Faulted],
            Packaging => &[Completed, Closed, Faulted],
            Faulted => &[Transferring, Packaging, Closed],
            Completed | Closed => &[],
        };
        assert!(next.contains(&pair[1]), "{states:?}");
    }
    let deleted = moments.iter().filter(|moment| moment.what == Happening::Deleted).count();
    assert_eq!(deleted, 1);
    let kept = moments.last().map(|m| m.at).zip(
        moments.iter().rev().find_map(|m| m.what.enters().filter(|state| state.is_final()).map(|_| m.at)),
    );
    assert!(kept.is_none_or(|(gone, ended)| gone.since(ended) == Span::days(90)));
}
