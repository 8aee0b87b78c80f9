//! Random walks: any moment looked at is what it was when it was first seen, whatever has been done since.

use std::collections::BTreeMap;

use import_export_portal::domain::time::Span;
use import_export_portal::journal::format::{Opened, read, write};
use import_export_portal::journal::{
    BranchNo, Inject, InjectedFault, JobRef, JournalCommand, Limits, LookError, Moment, Session,
};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{bytes, command, import, scenario};

/// A step of a walk.
#[derive(Clone, Debug)]
enum Step {
    /// Something is asked, accepted or not.
    Asks(Value),
    /// Something goes wrong with the job at this place.
    Injects(usize, usize, Option<u8>),
    /// Time passes by itself.
    Passes(Span),
    /// Somebody looks at one of the moments that were seen, and goes on from there.
    GoesOnFrom(usize),
    /// Another branch is the present.
    Switches(usize),
    /// A branch is thrown away.
    Discards(usize),
    /// The journal is stored and read again.
    Reloads,
}

const NAMES: [&str; 4] = ["sequencing-run-118", "hr-archive-2012-2019", "tapes", "legal-hold-export"];

fn step() -> impl Strategy<Value = Step> {
    let name = || proptest::sample::select(&NAMES[..]);
    let asks = prop_oneof![
        3 => name().prop_map(|name| json!({"delete": name})),
        3 => name().prop_map(|name| json!({"cancel": name})),
        2 => (1..4_usize).prop_map(|drives| json!({"put": {"job": "tapes", "body": import(drives)}})),
        2 => any::<bool>().prop_map(|marked| {
            let number = if marked { "FAULT-LOST-1" } else { "1Z" };
            json!({"ship": {"job": "tapes", "deliveryPackage": {"carrierName": "UPS", "trackingNumber": number}}})
        }),
        1 => name().prop_map(|name| json!({"patch": {"job": name, "body": {"tags": {"seen": "yes"}}}})),
        1 => proptest::sample::select(&["REST 2017", "FAQ 2020", "Portal 2023"][..])
            .prop_map(|rules| json!({"rules": rules})),
        1 => any::<bool>().prop_map(|paused| json!({"paused": paused})),
        1 => proptest::sample::select(&[1, 60, 86_400][..]).prop_map(|speed| json!({"speed": speed})),
        3 => (0..40_u32).prop_map(|days| json!({"advance": {"by": format!("P{days}D")}})),
        2 => Just(json!({"advance": {"until": "next"}})),
        1 => (name(), proptest::sample::select(&["Packaging", "Completed", "Closed"][..]))
            .prop_map(|(name, state)| json!({"advance": {"until": {"job": name, "state": state}}})),
        2 => (0..20_u32).prop_map(|days| json!({"rewind": {"by": format!("P{days}D")}})),
    ];
    prop_oneof![
        12 => asks.prop_map(Step::Asks),
        3 => (0..20_usize, 0..6_usize, prop::option::of(1..4_u8))
            .prop_map(|(job, fault, drive)| Step::Injects(job, fault, drive)),
        4 => (0..3 * 86_400_000_i64).prop_map(|millis| Step::Passes(Span::millis(millis))),
        3 => any::<usize>().prop_map(Step::GoesOnFrom),
        2 => any::<usize>().prop_map(Step::Switches),
        1 => any::<usize>().prop_map(Step::Discards),
        2 => Just(Step::Reloads),
    ]
}

/// A session, and what was seen at every moment of each of its branches.
struct Walk {
    session: Session,
    seen: BTreeMap<BranchNo, Vec<(Moment, String)>>,
}

impl Walk {
    fn notes(&mut self) {
        let present = self.session.branches().present();
        let seen = (present.journal.last(), bytes(self.session.present()));
        self.seen.entry(present.no).or_default().push(seen);
    }

    /// After a fork the new branch has all that the old one had by then.
    fn forked(&mut self) {
        let present = self.session.branches().present();
        let Some((from, moment)) = present.left else { return };
        let until = |(seen, _): &&(Moment, String)| *seen <= moment;
        let inherited = self.seen.get(&from).into_iter().flatten().filter(until).cloned().collect();
        self.seen.insert(present.no, inherited);
    }

    fn asks(&mut self, command: &JournalCommand) {
        let (before, branches) = (self.session.clone(), self.session.branches().all().len());
        if self.session.run(command, Actor::Rest).is_err() {
            assert!(self.session == before, "a refused command changes nothing: {command:?}");
        }
        if self.session.branches().all().len() > branches {
            self.forked();
        }
    }

    fn does(&mut self, step: &Step) {
        match step {
            Step::Asks(json) => self.asks(&command(json.clone())),
            Step::Injects(job, fault, drive) => {
                let mut records = self.session.present().records();
                let Some(record) = records.nth(*job) else { return };
                let job = JobRef(record.job.id.to_string());
                let fault = InjectedFault::ALL[*fault];
                drop(records);
                self.asks(&JournalCommand::Inject(Inject { fault, job, drive: *drive }));
            }
            Step::Passes(span) => self.session.pass(self.session.present().now() + *span),
            Step::GoesOnFrom(at) => {
                let (no, moment) = {
                    let all: Vec<(BranchNo, Moment)> = self
                        .seen
                        .iter()
                        .flat_map(|(no, seen)| seen.iter().map(|(moment, _)| (*no, *moment)))
                        .collect();
                    all[at % all.len()]
                };
                let before = self.session.clone();
                match self.session.go_on_from(no, moment) {
                    Ok(()) => self.forked(),
                    Err(_) => assert!(self.session == before),
                }
            }
            Step::Switches(at) => {
                let numbers: Vec<BranchNo> = self.seen.keys().copied().collect();
                self.session.switch(numbers[at % numbers.len()]).unwrap();
            }
            Step::Discards(at) => {
                let numbers: Vec<BranchNo> = self.seen.keys().copied().collect();
                let no = numbers[at % numbers.len()];
                if self.session.branches_mut().discard(no).is_ok() {
                    self.seen.remove(&no);
                }
            }
            Step::Reloads => {
                let text = write(self.session.branches(), Some(self.session.present()));
                match read(&text) {
                    Ok(Opened::Recording(read)) => {
                        assert_eq!(bytes(read.present()), bytes(self.session.present()));
                        assert_eq!(write(read.branches(), Some(read.present())), text);
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
        self.notes();
    }

    /// Every moment that was seen and can still be reached is as it was.
    fn looks_back(&self) {
        for (no, seen) in &self.seen {
            let journal = &self.session.branches().get(*no).unwrap().journal;
            for (moment, then) in seen {
                match journal.at(*moment) {
                    Ok(workspace) => assert_eq!(bytes(&workspace), *then, "{moment:?} of {no}"),
                    Err(LookError::NotThere) => {
                        assert!(*moment < journal.first(), "{moment:?} of {no} has not been folded");
                    }
                    Err(other) => panic!("{other:?}"),
                }
            }
        }
    }
}

/// Few commands, so that walks are folded; as large as usual in bytes.
const FEW: Limits = Limits { commands: 9, keep_every: 4, bytes: 512 * 1024 };

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_moment_is_as_it_was_first_seen(
        folds: bool,
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let limits = if folds { FEW } else { Limits { keep_every: 5, ..Limits::default() } };
        let session = Session::with(scenario(Scenario::Contoso), limits);
        let mut walk = Walk { session, seen: BTreeMap::new() };
        walk.notes();
        for step in &steps {
            walk.does(step);
        }
        walk.looks_back();
    }
}
