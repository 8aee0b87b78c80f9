//! Steps: what a random sequence is made of, small enough to be read when it fails.

use import_export_portal::domain::fault::Fault;
use import_export_portal::domain::job::{LogLevel, Order, Patch, Tags};
use import_export_portal::domain::name::JobId;
use import_export_portal::domain::state::RuleSet;
use import_export_portal::domain::time::Span;
use import_export_portal::service::clock::Speed;
use import_export_portal::service::workspace::Command;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::orders::{address, drive, export, id, import, parcel};

/// A step of a sequence.
#[derive(Clone, Debug)]
pub enum Step {
    /// Put Job.
    Put(Name, OrderSpec),
    /// Update Job Properties.
    Patch(Name, PatchSpec),
    /// Delete Job.
    Delete(Name),
    /// Another rule set.
    Rules(RuleSet),
    /// Another speed of the clock, or a pause.
    Clock(u64, bool),
    /// Time goes on, in bits of at most so many happenings.
    Advance(Span, usize),
    /// Time goes on to the next thing that the model knows of, so many times.
    Next(u8),
    /// The workspace is stored and loaded again.
    Reload,
    /// The entry at this place is spoilt, in this way, in a copy of the store.
    Corrupt(usize, u8),
}

/// One of few names, in one of two cases.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub of: usize,
    pub shouted: bool,
}

pub const NAMES: [&str; 4] = ["job-a", "job-b", "job-c", "job-d"];

/// What an order says, as far as anything depends on it.
#[derive(Clone, Debug)]
pub struct OrderSpec {
    /// The faults of an import's drives; none for an export.
    pub import: Option<Vec<Option<Fault>>>,
    pub package: Option<PackageSpec>,
    /// Whether the return address is a wrong one.
    pub wrong_address: Option<bool>,
    /// Something to recognise the job's data by.
    pub secret: u64,
}

/// What a parcel says.
#[derive(Clone, Copy, Debug)]
pub struct PackageSpec {
    /// What the tracking number is marked with.
    pub mark: Option<Fault>,
    pub drives: u8,
}

/// What a change asks for.
#[derive(Clone, Debug, Default)]
pub struct PatchSpec {
    pub cancel: bool,
    pub ship: bool,
    pub package: Option<PackageSpec>,
    pub wrong_address: Option<bool>,
    pub drives: Option<Vec<Option<Fault>>>,
    pub verbose: bool,
    pub secret: Option<u64>,
}

pub fn secret(number: u64) -> String {
    format!("secret-{number}")
}

impl Name {
    pub fn id(self) -> JobId {
        let name = NAMES[self.of];
        if self.shouted { id(&name.to_uppercase()) } else { id(name) }
    }
}

impl Step {
    /// The command that the step gives, if it gives one.
    pub fn command(&self) -> Option<Command> {
        Some(match self {
            Step::Put(name, order) => Command::Put { id: name.id(), order: Box::new(order.order()) },
            Step::Patch(name, patch) => {
                Command::Patch { key: name.id().key(), patch: Box::new(patch.patch()) }
            }
            Step::Delete(name) => Command::Delete { key: name.id().key() },
            Step::Rules(rules) => Command::SetRules(*rules),
            Step::Clock(speed, true) => Command::SetSpeed(*speed),
            Step::Clock(speed, false) => Command::SetPaused(speed / 1_000 % 2 == 0),
            Step::Advance(..) | Step::Next(_) | Step::Reload | Step::Corrupt(..) => return None,
        })
    }
}

pub fn drive_ids(faults: &[Option<Fault>]) -> Vec<String> {
    faults.iter().enumerate().map(|(n, fault)| format!("D{n}{}", fault.map_or("", Fault::mark))).collect()
}

fn tags(number: u64) -> Tags {
    Tags::parse([("secret", secret(number).as_str())]).unwrap()
}

pub fn street(wrong: bool) -> &'static str {
    if wrong { Fault::Address.mark() } else { "1 Example Street" }
}

impl PackageSpec {
    pub fn tracking(self) -> String {
        format!("77-{}", self.mark.map_or("", Fault::mark))
    }
}

impl OrderSpec {
    fn order(&self) -> Order {
        let order = match &self.import {
            Some(faults) => {
                let ids = drive_ids(faults);
                import(&ids.iter().map(String::as_str).collect::<Vec<_>>())
            }
            None => export(),
        };
        Order {
            tags: tags(self.secret),
            return_address: self.wrong_address.map(|wrong| address(street(wrong))),
            delivery_package: self.package.map(|p| parcel(&p.tracking(), p.drives.into())),
            ..order
        }
    }
}

impl PatchSpec {
    fn patch(&self) -> Patch {
        Patch {
            tags: self.secret.map(tags),
            cancel: self.cancel,
            ship: self.ship,
            return_address: self.wrong_address.map(|wrong| address(street(wrong))),
            return_shipping: None,
            delivery_package: self.package.map(|p| parcel(&p.tracking(), p.drives.into())),
            log_level: self.verbose.then_some(LogLevel::Verbose),
            backup_drive_manifest: None,
            drives: self.drives.as_ref().map(|faults| drive_ids(faults).iter().map(|id| drive(id)).collect()),
        }
    }
}

/// One of the names at these places, mostly; sometimes any.
fn name(mostly: &[usize]) -> BoxedStrategy<Name> {
    let any_name = (0..NAMES.len()).boxed();
    let of = match mostly {
        [] => any_name,
        _ => prop_oneof![9 => proptest::sample::select(mostly.to_vec()), 1 => any_name].boxed(),
    };
    (of, any::<bool>()).prop_map(|(of, shouted)| Name { of, shouted }).boxed()
}

fn faults() -> impl Strategy<Value = Vec<Option<Fault>>> {
    let fault = prop_oneof![
        5 => Just(None),
        4 => proptest::sample::select(&Fault::ALL[..]).prop_map(Some),
    ];
    vec(fault, 1..4)
}

fn package() -> impl Strategy<Value = PackageSpec> {
    let mark = prop_oneof![
        5 => Just(None),
        3 => Just(Some(Fault::Lost)),
        3 => proptest::sample::select(&Fault::ALL[..]).prop_map(Some),
    ];
    (mark, 1..4_u8).prop_map(|(mark, drives)| PackageSpec { mark, drives })
}

fn wrong_address() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.35)
}

fn order() -> impl Strategy<Value = OrderSpec> {
    (option::weighted(0.7, faults()), option::of(package()), option::of(wrong_address()), any::<u64>())
        .prop_map(|(import, package, wrong_address, secret)| OrderSpec {
            import,
            package,
            wrong_address,
            secret,
        })
}

fn patch() -> impl Strategy<Value = PatchSpec> {
    let ships = (package(), wrong_address()).prop_map(|(package, wrong)| PatchSpec {
        ship: true,
        package: Some(package),
        wrong_address: Some(wrong),
        ..PatchSpec::default()
    });
    let anything = (
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
        option::weighted(0.3, package()),
        option::weighted(0.3, wrong_address()),
        option::weighted(0.2, faults()),
        prop::bool::weighted(0.2),
        option::weighted(0.3, any::<u64>()),
    )
        .prop_map(|(cancel, ship, package, wrong_address, drives, verbose, secret)| PatchSpec {
            cancel,
            ship,
            package,
            wrong_address,
            drives,
            verbose,
            secret,
        });
    prop_oneof![
        6 => ships,
        2 => Just(PatchSpec { cancel: true, ..PatchSpec::default() }),
        2 => package().prop_map(|package| PatchSpec { package: Some(package), ..PatchSpec::default() }),
        3 => wrong_address().prop_map(|wrong| PatchSpec { wrong_address: Some(wrong), ..PatchSpec::default() }),
        2 => anything,
    ]
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        6 => (0..90_000_i64).prop_map(Span::millis),
        8 => (0..12 * 60_i64).prop_map(Span::minutes),
        8 => (0..4 * 24_i64).prop_map(Span::hours),
        1 => (4..120_i64).prop_map(Span::days),
    ]
}

/// Any step, the likely ones often, where the jobs at these places of [`NAMES`] live.
pub fn step(live: &[usize]) -> BoxedStrategy<Step> {
    let free: Vec<usize> = (0..NAMES.len()).filter(|n| !live.contains(n)).collect();
    let (puts, patches) = if live.is_empty() { (20, 1) } else { (3, 14) };
    prop_oneof![
        puts => (name(&free), order()).prop_map(|(name, order)| Step::Put(name, order)),
        patches => (name(live), patch()).prop_map(|(name, patch)| Step::Patch(name, patch)),
        1 => name(live).prop_map(Step::Delete),
        1 => proptest::sample::select(&RuleSet::ALL[..]).prop_map(Step::Rules),
        1 => (prop::sample::select(Speed::ALL.to_vec()), any::<bool>())
            .prop_map(|(speed, sets)| Step::Clock(speed.millis_a_second(), sets)),
        8 => (span(), 1..5_usize).prop_map(|(span, most)| Step::Advance(span, most)),
        10 => (1..4_u8).prop_map(Step::Next),
        2 => Just(Step::Reload),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(which, how)| Step::Corrupt(which, how)),
    ]
    .boxed()
}
