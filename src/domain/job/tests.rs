//! Tests of jobs: changes, what they need, and what is noted of them.

use super::*;
use crate::domain::name::{GroupName, JobName, SubscriptionId};
use crate::domain::shipping::Email;
use crate::domain::time::Span;

const SUBSCRIPTION: &str = "00000000-0000-4000-8000-00000000cafe";
const RULES: RuleSet = RuleSet::Rest2017;

fn at(hour: i64) -> SimTime {
    SimTime::EPOCH + Span::hours(hour)
}

fn text<const MAX: usize>(text: &str) -> Text<MAX> {
    Text::parse(text).unwrap()
}

fn drive(id: &str) -> Drive {
    Drive {
        id: text(id),
        bit_locker_key: text("000011"),
        manifest_file: text("\\m.xml"),
        manifest_hash: text("00FF"),
        drive_header_hash: None,
    }
}

fn parcel(number: &str) -> Arc<DeliveryPackage> {
    let carrier_name = text("FedEx");
    Arc::new(DeliveryPackage {
        carrier_name,
        tracking_number: text(number),
        drive_count: None,
        ship_date: None,
    })
}

fn address(street: &str) -> Arc<ReturnAddress> {
    Arc::new(ReturnAddress {
        recipient_name: text("Lab"),
        street_address1: text(street),
        street_address2: None,
        city: text("Sampleton"),
        state_or_province: None,
        postal_code: text("00000"),
        country_or_region: text("Exampleland"),
        phone: text("000"),
        email: Email::parse("lab@example.com").unwrap(),
    })
}

fn order(kind: JobKind) -> Order {
    let account = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/lab"
    );
    Order {
        location: Location::parse("westus").unwrap(),
        tags: Tags::default(),
        kind,
        storage_account: StorageAccountId::parse(&account).unwrap(),
        return_address: None,
        return_shipping: None,
        delivery_package: None,
        diagnostics_path: DiagnosticsPath::default(),
        log_level: LogLevel::Error,
        backup_drive_manifest: false,
        encryption: Encryption::MicrosoftManaged,
    }
}

/// A job made at hour 1.
fn job() -> Job {
    let id = JobId {
        subscription: SubscriptionId::parse(SUBSCRIPTION).unwrap(),
        group: GroupName::parse("lab").unwrap(),
        name: JobName::parse("job").unwrap(),
    };
    Job::new(7, id, order(JobKind::Import(vec![drive("A")])), at(1))
}

fn export() -> JobKind {
    JobKind::Export(Selection::ListFile(text("list.xml")))
}

/// What a change in `Creating` at this hour comes to.
fn patched(job: &Job, patch: &Patch, hour: i64) -> Result<Job, PatchError> {
    job.patched(patch, JobState::Creating, RULES, at(hour))
}

#[test]
fn kinds_have_the_names_of_the_contract() {
    let import = JobKind::Import(Vec::new());
    assert_eq!([import.job_type(), export().job_type()], JobType::ALL);
    assert_eq!(JobType::NAMES, ["Import", "Export"]);
    assert_eq!(JobType::NAMES.map(JobType::parse), JobType::ALL.map(Some));
    assert_eq!(
        ["EXPORT", "import", "Exports", ""].map(JobType::parse),
        [Some(JobType::Export), Some(JobType::Import), None, None]
    );
}

#[test]
fn another_order_takes_the_place_of_the_first_and_a_pending_cancel_stays() {
    let first = patched(&job(), &Patch { cancel: true, ..Patch::default() }, 2).unwrap();
    let other = order(export());
    let second = first.replaced(other.clone(), at(3));
    assert_eq!((second.no, &second.id, &second.order), (first.no, &first.id, &other));
    let History { created, touched, cancel_requested, .. } = second.history;
    assert_eq!((created, touched, cancel_requested), (at(1), at(3), Some(at(2))));
}

#[test]
fn a_pending_cancel_forbids_shipping_and_nothing_else() {
    let fresh = job();
    let pending = patched(&fresh, &Patch { cancel: true, ..Patch::default() }, 2).unwrap();
    for action in Action::ALL {
        for state in JobState::ALL {
            let by_rule = permits(action, state, RULES);
            assert_eq!(fresh.may(action, state, RULES), by_rule);
            let expected = match (action, by_rule) {
                (Action::Ship, Ok(())) => {
                    Err(Refusal { action, state, rules: RULES, allowed: &[], why: Why::CancelPending })
                }
                (_, by_rule) => by_rule,
            };
            assert_eq!(pending.may(action, state, RULES), expected);
        }
    }
}

#[test]
fn a_change_is_carried_out_whole() {
    let carrier = Arc::new(ReturnShipping { carrier_name: text("DHL"), carrier_account_number: text("1") });
    let patch = Patch {
        tags: Some(Tags::parse([("a", "b")]).unwrap()),
        cancel: true,
        ship: false,
        return_address: Some(address("1 Example Street")),
        return_shipping: Some(carrier.clone()),
        delivery_package: Some(parcel("1")),
        log_level: Some(LogLevel::Verbose),
        backup_drive_manifest: Some(true),
        drives: Some(vec![drive("B"), drive("C")]),
    };
    let job = job();
    let after = patched(&job, &patch, 2).unwrap();
    let expected = Order {
        tags: Tags::parse([("a", "b")]).unwrap(),
        return_address: Some(address("1 Example Street")),
        return_shipping: Some(carrier),
        delivery_package: Some(parcel("1")),
        log_level: LogLevel::Verbose,
        backup_drive_manifest: true,
        ..order(JobKind::Import(vec![drive("B"), drive("C")]))
    };
    assert_eq!((after.no, &after.id, &after.order), (job.no, &job.id, &expected));
    assert_eq!((after.history.touched, after.history.cancel_requested), (at(2), Some(at(2))));
    let again = patched(&after, &Patch { cancel: true, ..Patch::default() }, 3).unwrap();
    assert_eq!(again.history.cancel_requested, Some(at(2)), "only the first request counts");
    assert_eq!(patched(&after, &Patch::default(), 4).map(|job| job.order), Ok(expected));
}

#[test]
fn only_changes_in_creating_start_the_fourteen_days_anew() {
    let tags = Patch { tags: Some(Tags::default()), ..Patch::default() };
    for state in JobState::ALL {
        let after = job().patched(&tags, state, RULES, at(5)).unwrap();
        assert_eq!(after.history.touched, at(if state == JobState::Creating { 5 } else { 1 }), "{state:?}");
    }
}

#[test]
fn shipping_needs_a_parcel_and_an_address() {
    let ship = Patch { ship: true, ..Patch::default() };
    let needs = |patch: &Patch| match patched(&job(), patch, 2) {
        Err(PatchError::ShippingNeeds(needs)) => needs,
        other => panic!("{other:?}"),
    };
    let with_parcel = Patch { delivery_package: Some(parcel("1")), ..ship.clone() };
    let with_address = Patch { return_address: Some(address("1 Example Street")), ..ship.clone() };
    assert_eq!(needs(&ship), ["deliveryPackage", "returnAddress"]);
    assert_eq!(needs(&with_parcel), ["returnAddress"]);
    assert_eq!(needs(&with_address), ["deliveryPackage"]);
    let both = Patch { delivery_package: Some(parcel("1")), ..with_address };
    let shipped = patched(&job(), &both, 2).unwrap();
    assert_eq!(shipped.history.shipped, Some(at(2)));
    assert_eq!(patched(&shipped, &ship, 3).unwrap().history.shipped, Some(at(2)), "said once is said");
    assert_eq!(patched(&job(), &Patch::default(), 2).unwrap().history.shipped, None);
}

#[test]
fn one_request_does_not_both_ship_and_cancel() {
    let torn = Patch {
        ship: true,
        cancel: true,
        delivery_package: Some(parcel("1")),
        return_address: Some(address("1 Example Street")),
        ..Patch::default()
    };
    let refusal = Refusal {
        action: Action::Ship,
        state: JobState::Creating,
        rules: RULES,
        allowed: &[],
        why: Why::CancelPending,
    };
    assert_eq!(patched(&job(), &torn, 2), Err(PatchError::Refused(refusal)));
}

#[test]
fn a_refused_part_refuses_the_whole() {
    let patch = Patch { cancel: true, drives: Some(vec![drive("B")]), ..Patch::default() };
    let refused = job().patched(&patch, JobState::Shipping, RULES, at(2));
    let refusal = permits(Action::EditDrives, JobState::Shipping, RULES).unwrap_err();
    assert_eq!(refused, Err(PatchError::Refused(refusal)));
}

#[test]
fn marks_are_noted_from_when_they_come_to_when_they_go() {
    let mark = |street: &str, number: &str| Patch {
        return_address: Some(address(street)),
        delivery_package: Some(parcel(number)),
        ..Patch::default()
    };
    let fine = mark("1 Example Street", "1");
    let marked = mark("FAULT-ADDRESS 1", "1-fault-lost");
    let mut job = job();
    for (hour, patch) in [(2, &fine), (3, &marked), (4, &marked), (5, &fine), (6, &fine), (7, &marked)] {
        job = patched(&job, patch, hour).unwrap();
    }
    let times = [Marked { from: at(3), until: Some(at(5)) }, Marked { from: at(7), until: None }];
    assert_eq!((job.history.lost.as_slice(), job.history.wrong_address.as_slice()), (&times[..], &times[..]));
    // Each has times of its own, and an order that is marked from the start is marked from then on.
    let order = Order { return_address: Some(address("FAULT-ADDRESS")), ..job.order.clone() };
    let order = Order { delivery_package: None, ..order };
    let made = Job::new(1, job.id.clone(), order.clone(), at(9));
    assert_eq!((made.history.lost.len(), made.history.wrong_address[0].from), (0, at(9)));
    let replaced = job.replaced(order, at(8));
    assert_eq!(replaced.history.lost[1].until, Some(at(8)));
    assert_eq!(replaced.history.wrong_address, times);
}

#[test]
fn a_change_is_made_of_the_actions_that_its_parts_stand_for() {
    let text = |text| Text::parse(text).unwrap();
    let shipping = ReturnShipping { carrier_name: text("FedEx"), carrier_account_number: text("1") };
    for (patch, action) in [
        (Patch { cancel: true, ..Patch::default() }, Action::Cancel),
        (Patch { ship: true, ..Patch::default() }, Action::Ship),
        (Patch { drives: Some(Vec::new()), ..Patch::default() }, Action::EditDrives),
        (Patch { log_level: Some(LogLevel::Verbose), ..Patch::default() }, Action::EditLogging),
        (Patch { backup_drive_manifest: Some(true), ..Patch::default() }, Action::EditLogging),
        (Patch { return_shipping: Some(Arc::new(shipping)), ..Patch::default() }, Action::EditReturn),
        (Patch { tags: Some(Tags::default()), ..Patch::default() }, Action::EditTags),
    ] {
        assert_eq!(patch.actions(), [action]);
    }
    assert_eq!(Patch::default().actions(), []);
}

#[test]
fn the_api_has_names_for_levels_and_kinds_of_keys() {
    assert_eq!([LogLevel::Error, LogLevel::Verbose].map(LogLevel::as_str), LogLevel::NAMES);
    let (url, vault) = (Text::parse("https://vault.example/key").unwrap(), Text::parse("/vault").unwrap());
    let kinds = [Encryption::MicrosoftManaged, Encryption::CustomerManaged { url, vault }];
    assert_eq!(kinds.each_ref().map(Encryption::as_str), Encryption::NAMES);
}
