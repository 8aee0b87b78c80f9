//! The four stories of cancelling and deleting, and the plain lives of drives.

use import_export_portal::domain::drive::{CopyStatus, DriveState};
use import_export_portal::domain::state::{Action, JobState};
use import_export_portal::domain::time::Span;
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::simulation::Happening;
use import_export_portal::service::workspace::{CommandError, Done};

use crate::lab::{Lab, cancel, ship};
use crate::orders::{export, import};
use JobState::{Completed, Creating, Packaging, Received, Shipping, Transferring};

#[test]
fn cancelled_in_creating_it_is_completed_shortly_after_and_kept_for_90_days() {
    let mut lab = Lab::new(import(&["A", "B"]));
    lab.on(Span::hours(5));
    let Ok(Done::Updated(job)) = lab.patch(&cancel()) else { panic!("it is accepted") };
    let asked = lab.workspace.now();
    assert_eq!(job.history.cancel_requested, Some(asked));
    assert_eq!(lab.state(), Creating, "the answer shows the old state");
    let (action, state, _) = {
        let result = lab.patch(&ship("123", 2));
        lab.refusal(result)
    };
    assert_eq!((action, state), (Action::Ship, Creating), "a pending cancel cannot be shipped");
    lab.to(asked + Span::minutes(1));
    assert_eq!(lab.state(), Completed);
    assert_eq!(lab.status().percent_complete(), Some(0));
    assert_eq!(lab.drive_states(), [DriveState::Specified; 2], "the drives have never left");
    lab.ends(Completed);
}

#[test]
fn cancelled_while_transferring_it_copies_on_for_a_while_and_freezes() {
    let mut lab = Lab::shipped(import(&["A", "B", "C"]), "123", 3);
    lab.until(Transferring);
    lab.on(Span::days(1));
    let before = lab.status();
    lab.patch(&cancel()).unwrap();
    let asked = lab.workspace.now();
    assert_eq!(lab.state(), Transferring);
    assert_eq!(lab.status().bytes_succeeded(), before.bytes_succeeded(), "nothing is lost by asking");
    lab.on(Span::minutes(20));
    assert_eq!(lab.state(), Transferring);
    assert!(lab.status().bytes_succeeded() > before.bytes_succeeded(), "data is still moving");
    lab.until(Packaging);
    let stopped = lab.workspace.now();
    assert!(stopped <= asked + Span::hours(8) && stopped >= asked + Span::minutes(30));
    let frozen = lab.status();
    assert!(frozen.percent_complete() < Some(100));
    assert_eq!(
        lab.drive_states(),
        [DriveState::CompletedMoreInfo, DriveState::Received, DriveState::Received]
    );
    assert_eq!(lab.copies(), [Some(CopyStatus::Canceled), None, None]);
    lab.until(Completed);
    assert_eq!(lab.status().percent_complete(), frozen.percent_complete());
    assert_eq!(lab.status().bytes_succeeded(), frozen.bytes_succeeded());
    assert_eq!(lab.drive_states(), [DriveState::ShippedBack; 3]);
    assert!(lab.status().shipped_back().is_some());
    lab.ends(Completed);
}

#[test]
fn deleted_in_creating_it_is_gone_at_once_cancel_pending_or_not() {
    for asks in [false, true] {
        let mut lab = Lab::new(import(&["A"]));
        if asks {
            lab.patch(&cancel()).unwrap();
        }
        let at = lab.workspace.now();
        assert_eq!(lab.delete(), Ok(Done::Deleted));
        lab.is_nowhere();
        let last = lab.workspace.log().next_back().unwrap();
        assert_eq!((last.action, last.by, last.at), (LogAction::Deleted, Actor::Rest, at));
        assert_eq!(lab.delete(), Ok(Done::NothingToDelete));
        lab.on(Span::days(120));
        lab.is_nowhere();
        assert_eq!(lab.workspace.log().next_back().map(|line| line.at), Some(at), "nothing more happens");
        assert_eq!(lab.patch(&cancel()), Err(CommandError::NoSuchJob));
    }
}

#[test]
fn deleted_in_completed_it_is_gone_and_its_name_is_free() {
    let mut lab = Lab::shipped(import(&["A"]), "123", 1);
    let first = lab.record().job.no;
    for state in [Shipping, Received, Transferring, Packaging] {
        lab.until(state);
        let result = lab.delete();
        assert_eq!(lab.refusal(result), (Action::Delete, state, vec![Creating, Completed]));
    }
    lab.until(Completed);
    assert_eq!(lab.status().percent_complete(), Some(100));
    lab.on(Span::days(30));
    assert_eq!(lab.delete(), Ok(Done::Deleted));
    lab.is_nowhere();
    let Ok(Done::Created(job)) = lab.put(export()) else { panic!("the name is free") };
    assert_ne!(job.no, first);
    assert_eq!(job.history.created, lab.workspace.now());
    lab.on(Span::days(13));
    assert_eq!(lab.state(), Creating);
    lab.on(Span::days(1));
    lab.is_nowhere();
}

#[test]
fn the_drives_of_an_import_are_copied_one_after_the_other() {
    use DriveState as D;
    let mut lab = Lab::shipped(import(&["A", "B"]), "123", 2);
    let shipped = lab.workspace.now();
    let mut lives = vec![(lab.state(), lab.drive_states())];
    while lab.state() != Completed {
        lab.step();
        lives.push((lab.state(), lab.drive_states()));
    }
    lives.dedup();
    assert_eq!(
        lives,
        [
            (Shipping, vec![D::Specified, D::Specified]),
            (Received, vec![D::Received, D::Received]),
            (Transferring, vec![D::Transferring, D::Received]),
            (Transferring, vec![D::Completed, D::Transferring]),
            (Packaging, vec![D::Completed, D::Completed]),
            (Completed, vec![D::ShippedBack, D::ShippedBack]),
        ]
    );
    let days = |from: Happening, to: Happening| {
        let span = lab.seen(to).unwrap().since(lab.seen(from).unwrap());
        span.as_millis() / Span::days(1).as_millis()
    };
    assert_eq!(lab.seen(Happening::Shipped), Some(shipped));
    assert!((2..=5).contains(&days(Happening::Shipped, Happening::Received)));
    assert!((1..=2).contains(&days(Happening::Received, Happening::TransferStarted)));
    assert!((6..=10).contains(&days(Happening::TransferStarted, Happening::PackagingStarted)));
    assert!((0..=2).contains(&days(Happening::PackagingStarted, Happening::Completed)));
    let drives = lab.drives();
    assert_eq!(drives.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert!(drives.iter().all(|d| d.bytes_succeeded == d.bytes && d.percent_complete == 100));
}

#[test]
fn an_export_has_no_drives_until_they_are_received() {
    let mut lab = Lab::new(export());
    assert_eq!(lab.drives(), []);
    lab.patch(&ship("123", 3)).unwrap();
    assert_eq!(lab.drives(), []);
    lab.until(Received);
    assert_eq!(lab.drive_states(), [DriveState::Received; 3]);
    assert!(lab.drives().iter().all(|drive| drive.id.starts_with("MOCK")));
    lab.until(Completed);
    assert_eq!(lab.drive_states(), [DriveState::ShippedBack; 3]);
    lab.ends(Completed);
}
