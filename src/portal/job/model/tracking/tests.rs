//! Tests of the forms of parcels: what they send, and what they find wrong.

use super::*;
use crate::api::{calls, handle};
use crate::domain::name::JobId;
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;

fn workspace(scenario: Scenario) -> Workspace {
    let (head, jobs, lines) = scenario.build(1, None);
    Workspace::new(head, jobs, lines)
}

fn job(workspace: &Workspace, name: &str) -> Job {
    let record = workspace.records().find(|record| record.job.id.name.as_str() == name);
    (*record.expect("a job of the scenario").job).clone()
}

fn typed(
    job: &Job,
    fields: &[TrackingField],
    changes: &[(TrackingField, &str)],
) -> Vec<(TrackingField, String)> {
    let text =
        |field: &TrackingField| changes.iter().find(|(changed, _)| changed == field).map(|(_, text)| *text);
    fields.iter().map(|f| (*f, text(f).map_or_else(|| f.value(job), str::to_owned))).collect()
}

fn send(workspace: &mut Workspace, id: &JobId, body: &Value) -> u16 {
    handle(workspace, &calls::patch(id, body), Actor::Portal).status
}

#[test]
fn a_parcel_can_be_typed_and_sent() {
    let mut workspace = workspace(Scenario::Contoso);
    let before = job(&workspace, "hr-archive-2012-2019");
    let empty = typed(&before, &TrackingField::PARCEL, &[]);
    let missing =
        [(TrackingField::Carrier, Invalid::Missing), (TrackingField::TrackingNumber, Invalid::Missing)];
    assert_eq!(problems(&before, &empty, true), missing);
    assert!(problems(&before, &empty, false).is_empty());

    let changes = [
        (TrackingField::Carrier, " UPS "),
        (TrackingField::TrackingNumber, "1Z-0001"),
        (TrackingField::DriveCount, "2"),
    ];
    let filled = typed(&before, &TrackingField::PARCEL, &changes);
    assert!(problems(&before, &filled, true).is_empty());
    assert_eq!(send(&mut workspace, &before.id, &body(&before, &filled, true)), 200);
    let after = job(&workspace, "hr-archive-2012-2019");
    assert!(after.history.shipped.is_some());
    let values = TrackingField::PARCEL.map(|field| field.value(&after));
    assert_eq!(values, ["UPS", "1Z-0001", "2", ""]);

    let without_count = typed(&after, &TrackingField::PARCEL, &[(TrackingField::DriveCount, "")]);
    assert_eq!(send(&mut workspace, &after.id, &body(&after, &without_count, false)), 200);
    assert_eq!(TrackingField::DriveCount.value(&job(&workspace, "hr-archive-2012-2019")), "");
}

#[test]
fn a_job_without_a_return_address_is_not_shipped_before_it_has_one() {
    let mut workspace = workspace(Scenario::Contoso);
    let mut before = job(&workspace, "hr-archive-2012-2019");
    before.order.return_address = None;
    let parcel = typed(
        &before,
        &TrackingField::PARCEL,
        &[(TrackingField::Carrier, "UPS"), (TrackingField::TrackingNumber, "1Z-0001")],
    );
    assert_eq!(problems(&before, &parcel, true), [(TrackingField::Recipient, Invalid::Missing)]);
    assert!(problems(&before, &parcel, false).is_empty());

    let needed = |ship: bool| -> Vec<TrackingField> {
        let typed = typed(&before, &TrackingField::RETURN, &[]);
        problems(&before, &typed, ship).into_iter().map(|(field, _)| field).collect()
    };
    let of_address = TrackingField::RETURN.into_iter().filter(|f| f.place().0 == "returnAddress");
    assert_eq!(needed(true), of_address.filter(|f| !f.is_optional()).collect::<Vec<_>>());
    assert_eq!(needed(false), []);

    let after = job(&workspace, "hr-archive-2012-2019");
    assert!(problems(&after, &parcel, true).is_empty());
    assert_eq!(send(&mut workspace, &after.id, &body(&after, &parcel, true)), 200);
}

#[test]
fn what_is_wrong_is_told_beside_its_field() {
    let workspace = workspace(Scenario::Contoso);
    let job = job(&workspace, "media-masters-import");
    let wrong = [
        (TrackingField::DriveCount, "11", Invalid::OutOfRange { min: 0, max: 10 }),
        (TrackingField::DriveCount, "two", Invalid::WrongType(crate::domain::text::JsonType::Integer)),
        (TrackingField::TrackingNumber, "", Invalid::Missing),
        (TrackingField::Carrier, "a\u{7}b", Invalid::ControlCharacters),
        (TrackingField::ShipDate, &"x".repeat(101), Invalid::TooLong { max: 100 }),
    ];
    for (field, text, problem) in wrong {
        let typed = typed(&job, &TrackingField::PARCEL, &[(field, text)]);
        assert_eq!(problems(&job, &typed, false), [(field, problem)]);
    }
    let broken =
        [(TrackingField::Email, "lab"), (TrackingField::City, " "), (TrackingField::ReturnAccount, "")];
    let typed = typed(&job, &TrackingField::RETURN, &broken);
    let fields: Vec<TrackingField> =
        problems(&job, &typed, false).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [TrackingField::City, TrackingField::Email, TrackingField::ReturnAccount]);
}

#[test]
fn correcting_the_address_sets_a_faulted_job_free() {
    let mut workspace = workspace(Scenario::Fabrikam);
    let before = job(&workspace, "wrong-return-address");
    let typed = typed(&before, &TrackingField::RETURN, &[(TrackingField::Street1, "1 Example Street")]);
    assert_eq!(send(&mut workspace, &before.id, &body(&before, &typed, false)), 200);
    let after = job(&workspace, "wrong-return-address");
    assert!(after.history.wrong_address.iter().all(|mark| mark.until.is_some()));
}

#[test]
fn every_field_of_the_api_is_a_field_here() {
    let workspace = workspace(Scenario::Contoso);
    let job = job(&workspace, "media-masters-import");
    for field in TrackingField::PARCEL.into_iter().chain(TrackingField::RETURN) {
        if !field.is_optional() {
            assert_ne!(field.value(&job), "", "{field:?}");
            let typed = [(field, String::new())];
            let found = problems(&job, &typed, false);
            assert_eq!(found.first().map(|(field, _)| *field), Some(field), "{field:?}");
        }
    }
}

#[test]
fn a_shipment_begins_with_the_simulated_day_and_the_drives_of_the_job() {
    let mut workspace = workspace(Scenario::Contoso);
    let mut before = job(&workspace, "hr-archive-2012-2019");
    let drives = match &before.order.kind {
        JobKind::Import(drives) => drives.len().to_string(),
        JobKind::Export(_) => "1".to_owned(),
    };
    let likely = changes(&before, Scenario::START);
    let day = likely.iter().find(|(field, _)| *field == TrackingField::ShipDate).map(|(_, day)| day.clone());
    assert!(day.as_deref().is_some_and(|day| is_day(day) && iso(Scenario::START).starts_with(day)));
    assert!(likely.contains(&(TrackingField::DriveCount, drives)));

    // One call carries parcel, address and state.
    before.order.return_address = None;
    let address = before.clone();
    let named =
        |field: &TrackingField| TrackingField::value(*field, &job(&workspace, "hr-archive-2012-2019"));
    let mut filled: Vec<(TrackingField, String)> =
        TrackingField::SHIPMENT.iter().map(|f| (*f, named(f))).collect();
    for (field, text) in likely.into_iter().chain([
        (TrackingField::Carrier, "UPS".to_owned()),
        (TrackingField::TrackingNumber, "1Z-0001".to_owned()),
    ]) {
        filled.retain(|(known, _)| *known != field);
        filled.push((field, text));
    }
    assert_eq!(problems(&address, &filled, true), []);
    assert_eq!(send(&mut workspace, &before.id, &body(&address, &filled, true)), 200);
    let after = job(&workspace, "hr-archive-2012-2019");
    assert!(after.history.shipped.is_some());
    assert_eq!(changes(&after, Scenario::START), [], "what the job says stays");
}

#[test]
fn what_was_typed_and_taken_back_is_no_change() {
    let workspace = workspace(Scenario::Contoso);
    let job = job(&workspace, "media-masters-import");
    let same = typed(&job, &TrackingField::PARCEL, &[]);
    assert!(!is_changed(&job, &same));
    let spaced = format!(" {} ", TrackingField::Carrier.value(&job));
    assert!(!is_changed(&job, &typed(&job, &TrackingField::PARCEL, &[(TrackingField::Carrier, &spaced)])));
    assert!(is_changed(&job, &typed(&job, &TrackingField::PARCEL, &[(TrackingField::Carrier, "Another")])));
    for (text, day) in [("", true), ("2026-03-12", true), ("12 March", false), ("2026-3-12", false)] {
        assert_eq!(is_day(text), day, "{text}");
    }
}
