//! Every fault from its mark to its end.

use import_export_portal::domain::drive::{CopyStatus, DriveState};
use import_export_portal::domain::fault::Fault;
use import_export_portal::domain::job::Patch;
use import_export_portal::domain::state::{Action, JobState};
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::simulation::{Happening, Trouble};

use crate::lab::{Lab, cancel, ship};
use crate::orders::{address, import, parcel};
use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};

/// Sends off a job of two drives with the mark of `fault` and returns it with its states.
fn faulty(fault: Fault) -> (Lab, Vec<JobState>) {
    let marked = format!("9CA9-{}", fault.mark());
    let lab = match fault {
        Fault::BitLocker | Fault::Unreadable | Fault::Copy | Fault::Info | Fault::Late | Fault::Missing => {
            Lab::shipped(import(&[&marked, "B"]), "123", 2)
        }
        Fault::Lost | Fault::Extra => Lab::shipped(import(&["A", "B"]), &marked, 2),
        Fault::Address => {
            let mut lab = Lab::new(import(&["A", "B"]));
            lab.patch(&Patch { return_address: Some(address(&marked)), ..ship("123", 2) }).unwrap();
            lab
        }
    };
    let states = Lab { workspace: lab.workspace.clone() }.states_to_the_end();
    (lab, states)
}

#[test]
fn every_fault_has_its_way_to_the_end() {
    let plain = [Shipping, Received, Transferring, Packaging];
    let with = |tail: &[JobState]| [plain.as_slice(), tail].concat();
    for fault in Fault::ALL {
        let (mut lab, states) = faulty(fault);
        let expected = match fault {
            Fault::BitLocker | Fault::Copy | Fault::Missing => with(&[Closed]),
            Fault::Info | Fault::Late | Fault::Extra => with(&[Completed]),
            Fault::Unreadable => {
                vec![Shipping, Received, Transferring, Faulted, Transferring, Packaging, Closed]
            }
            Fault::Lost => vec![Shipping, Closed],
            Fault::Address => with(&[Faulted, Closed]),
        };
        assert_eq!(states, expected, "{fault:?}");
        let end = *expected.last().unwrap();
        lab.until(end);
        lab.ends(end);
    }
}

#[test]
fn drives_at_fault_end_as_the_fault_says() {
    use CopyStatus as C;
    use DriveState as D;
    let done = Some(C::Completed);
    for (fault, copies, packed) in [
        (
            Fault::BitLocker,
            vec![Some(C::BitLockerKeyInvalid), done],
            vec![D::CompletedMoreInfo, D::Completed],
        ),
        (Fault::Unreadable, vec![Some(C::DriveUnreadable), done], vec![D::CompletedMoreInfo, D::Completed]),
        (Fault::Copy, vec![Some(C::CompletedWithErrors), done], vec![D::CompletedMoreInfo, D::Completed]),
        (Fault::Info, vec![Some(C::CompletedWithInfo), done], vec![D::CompletedMoreInfo, D::Completed]),
        (Fault::Late, vec![done, done], vec![D::Completed, D::Completed]),
        (Fault::Missing, vec![None, done], vec![D::NeverReceived, D::Completed]),
        (Fault::Extra, vec![done, done, None], vec![D::Completed, D::Completed, D::Received]),
        (Fault::Address, vec![done, done], vec![D::Completed, D::Completed]),
    ] {
        let (mut lab, states) = faulty(fault);
        lab.until(Packaging);
        assert_eq!((lab.copies(), lab.drive_states()), (copies, packed.clone()), "{fault:?}");
        lab.until(*states.last().unwrap());
        let back: Vec<DriveState> = packed
            .into_iter()
            .map(|state| if state == D::NeverReceived { state } else { D::ShippedBack })
            .collect();
        if fault == Fault::Address {
            assert!(lab.status().shipped_back().is_none(), "nobody knows where to");
        } else {
            assert_eq!(lab.drive_states(), back, "{fault:?}");
        }
    }
}

#[test]
fn percentages_tell_what_was_copied() {
    let percent = |fault: Fault| {
        let (mut lab, states) = faulty(fault);
        lab.until(*states.last().unwrap());
        let drives: Vec<u8> = lab.drives().iter().map(|drive| drive.percent_complete).collect();
        (lab.status().percent_complete(), drives)
    };
    assert_eq!(percent(Fault::Info), (Some(100), vec![100, 100]));
    assert_eq!(percent(Fault::Extra), (Some(100), vec![100, 100, 0]));
    assert_eq!(percent(Fault::Lost), (Some(0), vec![0, 0]));
    for (fault, first) in
        [(Fault::BitLocker, 0), (Fault::Unreadable, 0), (Fault::Copy, 97), (Fault::Missing, 0)]
    {
        let (job, drives) = percent(fault);
        assert_eq!(drives, [first, 100], "{fault:?}");
        assert!(job < Some(100) && job > Some(0));
    }
}

#[test]
fn a_lost_parcel_is_noticed_after_14_days_and_given_up_30_days_later() {
    let (mut lab, _) = faulty(Fault::Lost);
    let shipped = lab.workspace.now();
    lab.to(SimTime::from_millis((shipped + Span::days(14)).millis() - 1));
    assert_eq!(lab.drive_states(), [DriveState::Specified; 2]);
    assert_eq!(lab.seen(Happening::OperatorsNotified), None);
    lab.to(shipped + Span::days(14));
    assert_eq!(lab.seen(Happening::OperatorsNotified), Some(shipped + Span::days(14)));
    assert_eq!(lab.drive_states(), [DriveState::NeverReceived; 2]);
    assert_eq!(lab.state(), Shipping);
    lab.to(SimTime::from_millis((shipped + Span::days(44)).millis() - 1));
    assert_eq!(lab.state(), Shipping);
    lab.to(shipped + Span::days(44));
    lab.ends(Closed);
}

#[test]
fn a_right_tracking_number_brings_a_lost_parcel_back() {
    let (mut lab, _) = faulty(Fault::Lost);
    lab.on(Span::days(20));
    lab.patch(&Patch { delivery_package: Some(parcel("456", 2)), ..Patch::default() }).unwrap();
    assert_eq!(lab.state(), Shipping);
    assert!(lab.seen(Happening::OperatorsNotified).is_some(), "what has been stays");
    assert_eq!(lab.drive_states(), [DriveState::NeverReceived; 2]);
    lab.until(Received);
    assert_eq!(lab.drive_states(), [DriveState::Received; 2]);
    lab.until(Completed);
    lab.ends(Completed);
}

#[test]
fn a_late_drive_is_missed_at_first_and_copied_in_the_end() {
    let (mut lab, _) = faulty(Fault::Late);
    lab.until(Received);
    assert_eq!(lab.drive_states(), [DriveState::NeverReceived, DriveState::Received]);
    while lab.seen(Happening::LateDriveArrived(0)).is_none() {
        lab.step();
    }
    assert_eq!(lab.drive_states()[0], DriveState::Received);
    lab.until(Packaging);
    assert_eq!(lab.drive_states(), [DriveState::Completed; 2]);
}

#[test]
fn when_every_drive_is_late_the_copy_waits_for_the_first() {
    let mut lab = Lab::shipped(import(&["FAULT-LATE-1", "FAULT-LATE-2"]), "1", 2);
    lab.until(Transferring);
    let started = lab.workspace.now();
    assert!(lab.drive_states().contains(&DriveState::Transferring));
    let arrived = [0, 1].map(|n| lab.seen(Happening::LateDriveArrived(n)));
    assert!(arrived.iter().flatten().any(|at| *at == started));
}

#[test]
fn a_cancel_does_not_forget_that_a_late_drive_has_come() {
    let (mut lab, _) = faulty(Fault::Late);
    while lab.seen(Happening::LateDriveArrived(0)).is_none() {
        lab.step();
    }
    assert_eq!(lab.state(), Transferring);
    let (before, at) = (lab.drive_states(), lab.workspace.now());
    lab.patch(&cancel()).unwrap();
    assert_eq!(lab.drive_states(), before);
    assert_eq!(lab.seen(Happening::LateDriveArrived(0)), Some(at));
    lab.until(Completed);
    assert_eq!(lab.drive_states(), [DriveState::ShippedBack; 2]);
}

#[test]
fn an_unreadable_drive_waits_for_operators_and_allows_neither_cancel_nor_delete() {
    let (mut lab, _) = faulty(Fault::Unreadable);
    lab.until(Faulted);
    assert!(lab.seen(Happening::Faulted(Trouble::UnreadableDrive)).is_some());
    let result = lab.patch(&cancel());
    assert_eq!(
        lab.refusal(result),
        (Action::Cancel, Faulted, vec![Creating, Shipping, Received, Transferring])
    );
    let result = lab.delete();
    assert_eq!(lab.refusal(result).0, Action::Delete);
    let since = lab.workspace.now();
    lab.until(Transferring);
    let asked = lab.workspace.now().since(since);
    assert!(asked >= Span::days(2) && asked <= Span::days(4));
}

#[test]
fn a_cancel_spares_operators_the_question_about_an_unreadable_drive() {
    let (mut lab, _) = faulty(Fault::Unreadable);
    lab.until(Transferring);
    lab.patch(&cancel()).unwrap();
    assert_eq!(lab.states_to_the_end(), [Transferring, Packaging, Completed]);
}

#[test]
fn a_right_address_lets_the_drives_go_home() {
    let (mut lab, _) = faulty(Fault::Address);
    lab.until(Faulted);
    lab.on(Span::days(3));
    lab.patch(&Patch { return_address: Some(address("2 Right Way")), ..Patch::default() }).unwrap();
    assert_eq!(lab.state(), Faulted, "the present stays as it is");
    lab.on(Span::hours(1));
    assert_eq!(lab.state(), Packaging);
    lab.until(Completed);
    assert_eq!(lab.drive_states(), [DriveState::ShippedBack; 2]);
    lab.ends(Completed);
}

#[test]
fn nobody_answers_about_the_address_and_the_job_is_closed_after_30_days() {
    let (mut lab, _) = faulty(Fault::Address);
    lab.until(Faulted);
    let since = lab.workspace.now();
    lab.until(Closed);
    assert_eq!(lab.workspace.now(), since + Span::days(30));
    lab.ends(Closed);
}

#[test]
fn a_wrong_address_given_while_packing_is_noticed_a_minute_later() {
    let mut lab = Lab::shipped(import(&["A"]), "1", 1);
    lab.until(Completed);
    let ended = lab.workspace.now();
    let mut lab = Lab::shipped(import(&["A"]), "1", 1);
    lab.to(SimTime::from_millis(ended.millis() - Span::hours(2).as_millis()));
    assert_eq!(lab.state(), Packaging);
    lab.patch(&Patch { return_address: Some(address("FAULT-ADDRESS")), ..Patch::default() }).unwrap();
    assert_eq!(lab.state(), Packaging);
    lab.on(Span::minutes(1));
    assert_eq!(lab.state(), Faulted);
}
