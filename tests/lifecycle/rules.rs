//! The rules of state and time, for whole jobs.

use import_export_portal::domain::drive::{CopyStatus, DriveState};
use import_export_portal::domain::job::{LogLevel, Patch, Tags};
use import_export_portal::domain::name::JobKey;
use import_export_portal::domain::state::{Action, JobState, RuleSet, Why};
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::simulation::Happening;
use import_export_portal::service::workspace::{Command, CommandError};

use crate::lab::{Lab, cancel, ship};
use crate::orders::{SUBSCRIPTION, address, drive, export, id, import, parcel};
use JobState::{Completed, Creating, Packaging, Received, Shipping, Transferring};

#[test]
fn a_cancel_is_accepted_until_packaging_and_the_rule_set_decides() {
    for (rules, until) in [
        (RuleSet::Rest2017, vec![Creating, Shipping, Received, Transferring]),
        (RuleSet::Faq2020, vec![Creating, Shipping]),
        (RuleSet::Portal2023, vec![Creating]),
    ] {
        let mut lab = Lab::new(import(&["A"]));
        lab.does(&Command::SetRules(rules)).unwrap();
        for state in [Creating, Shipping, Received, Transferring, Packaging, Completed] {
            if state == Shipping {
                lab.patch(&ship("123", 1)).unwrap();
            }
            lab.until(state);
            let result = lab
                .workspace
                .prepare(&Command::Patch { key: id("job").key(), patch: Box::new(cancel()) }, Actor::Portal);
            match result {
                Ok(_) => assert!(until.contains(&state), "{rules:?} {state:?}"),
                Err(CommandError::Refused(refusal)) => {
                    assert!(!until.contains(&state), "{rules:?} {state:?}");
                    assert_eq!(refusal.allowed, until);
                    assert_eq!((refusal.state, refusal.why), (state, Why::State));
                }
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn a_second_put_in_creating_takes_the_new_order_and_keeps_a_pending_cancel() {
    let mut lab = Lab::new(import(&["A"]));
    lab.patch(&cancel()).unwrap();
    lab.does(&Command::Put { id: id("job"), order: Box::new(export()) }).unwrap();
    let record = lab.record();
    assert_eq!(record.job.order, export());
    assert!(record.job.history.cancel_requested.is_some());
}

#[test]
fn cancelled_before_the_copy_nothing_is_copied_and_the_drives_come_back() {
    let whole = [Shipping, Received, Packaging, Completed];
    for (state, expected) in [(Shipping, &whole[..]), (Received, &whole[1..])] {
        let mut lab = Lab::shipped(import(&["A", "B"]), "123", 2);
        lab.until(state);
        lab.on(Span::hours(1));
        lab.patch(&cancel()).unwrap();
        lab.patch(&cancel()).unwrap();
        let mut copy = Lab { workspace: lab.workspace.clone() };
        assert_eq!(copy.states_to_the_end(), expected);
        lab.until(Packaging);
        assert_eq!(lab.drive_states(), [DriveState::Received; 2]);
        lab.until(Completed);
        assert_eq!(lab.drive_states(), [DriveState::ShippedBack; 2]);
        assert_eq!(lab.copies(), [None, None]);
        lab.ends(Completed);
    }
}

#[test]
fn cancelled_too_late_the_copy_finishes_first_and_nothing_changes() {
    let lab = Lab::shipped(import(&["A"]), "123", 1);
    let course = lab.status().course;
    let packing =
        course.moments.iter().find(|m| m.what == Happening::PackagingStarted).map(|m| m.at).unwrap();
    let mut late = Lab { workspace: lab.workspace.clone() };
    late.to(SimTime::from_millis(packing.millis() - 1));
    late.patch(&cancel()).unwrap();
    late.to(packing);
    assert_eq!(late.state(), Packaging);
    assert_eq!(late.copies(), [Some(CopyStatus::Completed)]);
    late.until(Completed);
    assert_eq!(late.status().percent_complete(), Some(100));
}

#[test]
fn creating_lasts_14_days_from_the_last_update() {
    let mut lab = Lab::new(import(&["A"]));
    lab.on(Span::days(13));
    lab.patch(&Patch { log_level: Some(LogLevel::Verbose), ..Patch::default() }).unwrap();
    lab.on(Span::days(13));
    lab.put(import(&["B"])).unwrap();
    lab.on(Span::days(13));
    lab.patch(&Patch { delivery_package: Some(parcel("1", 1)), ..Patch::default() }).unwrap();
    assert_eq!(lab.state(), Creating, "a package alone does not ship");
    let until = lab.workspace.now() + Span::days(14);
    lab.to(SimTime::from_millis(until.millis() - 1));
    assert_eq!(lab.state(), Creating);
    lab.to(until);
    lab.is_nowhere();
    let last = lab.workspace.log().next_back().unwrap();
    assert_eq!((last.action, last.by, last.at), (LogAction::Deleted, Actor::Service, until));
}

#[test]
fn shipping_needs_a_package_and_an_address_sent_now_or_before() {
    let only_ship = Patch { ship: true, ..Patch::default() };
    let mut lab = Lab::new(import(&["A"]));
    assert_eq!(
        lab.patch(&only_ship),
        Err(CommandError::ShippingNeeds(vec!["deliveryPackage", "returnAddress"]))
    );
    lab.patch(&Patch { delivery_package: Some(parcel("1", 1)), ..Patch::default() }).unwrap();
    assert_eq!(lab.patch(&only_ship), Err(CommandError::ShippingNeeds(vec!["returnAddress"])));
    lab.patch(&Patch { return_address: Some(address("1 Way")), ..Patch::default() }).unwrap();
    assert!(lab.patch(&only_ship).is_ok());
    assert_eq!(lab.state(), Shipping);
    let shipped = lab.record().job.history.shipped;
    lab.on(Span::hours(1));
    assert!(lab.patch(&only_ship).is_ok(), "saying it again is harmless");
    assert_eq!(lab.record().job.history.shipped, shipped);
}

#[test]
fn one_refused_part_refuses_the_whole_change() {
    let mut lab = Lab::shipped(import(&["A"]), "123", 1);
    let patch = Patch {
        tags: Some(Tags::parse([("a", "b")]).unwrap()),
        drives: Some(vec![drive("B")]),
        ..Patch::default()
    };
    let before = lab.workspace.clone();
    let result = lab.patch(&patch);
    assert_eq!(lab.refusal(result), (Action::EditDrives, Shipping, vec![Creating]));
    assert_eq!(lab.workspace, before);
}

#[test]
fn the_log_tells_commands_apart() {
    let mut lab = Lab::new(import(&["A"]));
    lab.put(import(&["A", "B"])).unwrap();
    lab.patch(&Patch { backup_drive_manifest: Some(true), ..Patch::default() }).unwrap();
    lab.patch(&ship("1", 2)).unwrap();
    lab.patch(&cancel()).unwrap();
    let actions: Vec<LogAction> = lab.workspace.log().map(|line| line.action).collect();
    assert_eq!(
        actions,
        [
            LogAction::Created,
            LogAction::Replaced,
            LogAction::Updated,
            LogAction::MarkedShipped,
            LogAction::CancelRequested
        ]
    );
}

#[test]
fn jobs_are_found_by_scope_in_the_order_of_their_names() {
    let mut lab = Lab::new(export());
    for name in ["alpha", "Beta", "gamma"] {
        lab.does(&Command::Put { id: id(name), order: Box::new(export()) }).unwrap();
    }
    let names = |after: Option<&JobKey>, group: Option<&str>| -> Vec<String> {
        lab.workspace
            .in_scope(&SUBSCRIPTION.to_uppercase(), group, after)
            .map(|(key, record)| {
                assert_eq!(*key, record.job.id.key());
                record.job.id.name.to_string()
            })
            .collect()
    };
    assert_eq!(names(None, None), ["alpha", "Beta", "gamma", "job"]);
    assert_eq!(names(None, Some("LAB")), ["alpha", "Beta", "gamma", "job"]);
    assert_eq!(names(None, Some("la")), Vec::<String>::new());
    assert_eq!(names(None, Some("")), Vec::<String>::new());
    assert_eq!(names(Some(&id("beta").key()), Some("lab")), ["gamma", "job"]);
}
