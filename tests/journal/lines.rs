//! Lines of time: any moment had again, rewinds, branches, folding.

use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::journal::branches::{MOST_BRANCHES, RecordingRoom};
use import_export_portal::journal::{BranchError, Limits, LookError, Moment, NotRun, Session};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use serde_json::json;

use crate::support::{bytes, command, import, run, scenario, session, ship};

/// A session in which much has happened, and every moment of it with what was seen then.
fn lived() -> (Session, Vec<(Moment, String)>) {
    let mut session = session();
    let mut seen = Vec::new();
    let look = |session: &Session, seen: &mut Vec<_>| {
        seen.push((session.branches().present().journal.last(), bytes(session.present())));
    };
    look(&session, &mut seen);
    for json in [
        json!({"put": {"job": "tapes", "body": import(2)}}),
        ship("tapes"),
        json!({"rules": "FAQ 2020"}),
        json!({"speed": 60}),
        json!({"advance": {"by": "P1D"}}),
        json!({"delete": "hr-archive-2012-2019"}),
        json!({"advance": {"until": "next"}}),
        json!({"paused": true}),
        json!({"advance": {"by": "P100D"}}),
        json!({"put": {"job": "more", "body": import(1)}}),
    ] {
        run(&mut session, json);
        look(&session, &mut seen);
        let later = session.present().now() + Span::millis(1_234_567);
        session.pass(later);
        look(&session, &mut seen);
    }
    (session, seen)
}

#[test]
fn every_moment_is_had_again_to_the_byte() {
    let (session, seen) = lived();
    let journal = &session.branches().present().journal;
    for (moment, then) in &seen {
        assert_eq!(bytes(&journal.at(*moment).unwrap()), *then, "{moment:?}");
    }
    assert_eq!(seen.len(), 21);
}

#[test]
fn a_moment_in_the_middle_of_a_jump_is_one_too() {
    let mut jumped = session();
    run(&mut jumped, json!({"advance": {"by": "P90D"}}));
    let half = jumped.present().now();
    let half = SimTime::from_millis(half.millis() - Span::days(45).as_millis());
    let journal = &jumped.branches().present().journal;
    let looked = journal.at(journal.moment_at(half)).unwrap();
    assert_eq!(looked.now(), half);
    let mut slow = scenario(Scenario::Contoso);
    slow.advance(half, usize::MAX);
    assert_eq!(looked.records().len(), slow.records().len());
}

#[test]
fn moments_that_are_not_in_the_line_are_refused() {
    let (session, _) = lived();
    let journal = &session.branches().present().journal;
    let last = journal.last();
    for moment in [
        Moment { commands: last.commands + 1, ..last },
        Moment { at: last.at + Span::millis(1), ..last },
        Moment { commands: 3, ..last },
        Moment { at: SimTime::EPOCH, ..journal.first() },
    ] {
        assert_eq!(journal.at(moment), Err(LookError::NotThere), "{moment:?}");
    }
    assert_eq!(journal.moment_at(SimTime::EPOCH).at, journal.first().at);
    assert_eq!(journal.moment_at(SimTime::MAX), last);
}

#[test]
fn the_moment_before_a_command_is_without_it() {
    let mut session = session();
    let before = bytes(session.present());
    run(&mut session, json!({"delete": "hr-archive-2012-2019"}));
    let journal = &session.branches().present().journal;
    let moment = journal.before_last(journal.last()).unwrap();
    assert_eq!(bytes(&journal.at(moment).unwrap()), before);
    assert_eq!(journal.before_last(moment), None);
}

#[test]
fn a_refused_command_is_in_no_journal() {
    let mut session = session();
    let before = session.clone();
    for json in [
        json!({"delete": "sequencing-run-118"}),
        json!({"advance": {"until": {"job": "tapes", "gone": true}}}),
        json!({"rewind": {"to": "2026-03-05T08:00:00Z"}}),
        json!({"rewind": {"by": "P1D"}}),
    ] {
        assert!(session.run(&command(json), Actor::Portal).is_err());
        assert_eq!(session, before);
    }
}

#[test]
fn a_rewind_goes_on_in_a_branch_and_the_old_line_stays() {
    let mut session = session();
    run(&mut session, json!({"advance": {"by": "P2D"}}));
    run(&mut session, json!({"cancel": "sequencing-run-118"}));
    run(&mut session, json!({"advance": {"by": "P90D"}}));
    let old = bytes(session.present());
    run(&mut session, json!({"rewind": {"by": "P90D"}}));
    run(&mut session, json!({"rewind": {"to": "2026-03-03T08:00:00Z"}}));
    assert_eq!(session.present().now(), Scenario::START + Span::days(1));
    let numbers: Vec<u32> = session.branches().all().iter().map(|branch| branch.no).collect();
    assert_eq!(numbers, [1, 2, 3]);
    run(&mut session, json!({"delete": "hr-archive-2012-2019"}));
    session.switch(1).unwrap();
    assert_eq!(bytes(session.present()), old);
    session.switch(3).unwrap();
    assert_ne!(bytes(session.present()), old);
}

#[test]
fn a_ninth_branch_is_refused_and_nothing_is_lost() {
    let mut session = session();
    run(&mut session, json!({"advance": {"by": "P7D"}}));
    let back = command(json!({"rewind": {"by": "PT1H"}}));
    for _ in 1..MOST_BRANCHES {
        session.run(&back, Actor::Portal).unwrap();
    }
    let before = session.clone();
    assert_eq!(session.run(&back, Actor::Portal), Err(NotRun::Branch(BranchError::TooMany)));
    assert_eq!(session, before);
    assert_eq!(session.branches_mut().discard(8), Err(BranchError::Present));
    session.branches_mut().pin(2, true).unwrap();
    assert_eq!(session.branches_mut().discard(2), Err(BranchError::Pinned));
    assert_eq!(session.branches_mut().discard(9), Err(BranchError::NoSuchBranch(9)));
    session.branches_mut().discard(3).unwrap();
    session.run(&back, Actor::Portal).unwrap();
    assert_eq!(session.branches().present().no, 9, "a number is never given twice");
}

#[test]
fn branches_have_names_that_can_be_read() {
    let mut session = session();
    session.branches_mut().rename(1, "  too late ").unwrap();
    assert_eq!(session.branches().present().name, "too late");
    for bad in ["a\nb", &"x".repeat(41)] {
        assert_eq!(session.branches_mut().rename(1, bad), Err(BranchError::BadName));
    }
    session.branches_mut().rename(1, "").unwrap();
    assert_eq!(session.branches().present().name, "");
}

#[test]
fn folding_is_told_before_and_changes_no_moment_that_can_still_be_reached() {
    let Limits { commands: most, keep_every: fold, .. } = Limits::default();
    let mut session = session();
    let pause = |n: usize| command(json!({"paused": n.is_multiple_of(2)}));
    let mut warned = None;
    let mut seen = Vec::new();
    for n in 0..most + 1 {
        let room = session.branches().room();
        if room.is_scarce() && warned.is_none() {
            warned = Some(n);
        }
        session.run(&pause(n), Actor::Portal).unwrap();
        let later = session.present().now() + Span::minutes(1);
        session.pass(later);
        if n.is_multiple_of(97) || n.is_multiple_of(fold) {
            seen.push((session.branches().present().journal.last(), bytes(session.present())));
        }
    }
    assert_eq!(warned, Some(most - fold + 1));
    let journal = &session.branches().present().journal;
    assert_eq!(journal.folded(), fold);
    assert_eq!(journal.entries().len(), most + 1 - fold);
    let mut gone = 0;
    for (moment, then) in &seen {
        match journal.at(*moment) {
            Ok(workspace) => assert_eq!(bytes(&workspace), *then, "{moment:?}"),
            Err(LookError::NotThere) => gone += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(gone, seen.iter().filter(|(moment, _)| moment.commands < fold).count());
    assert!(!RecordingRoom { commands: most - fold, bytes: 0, limits: Limits::default() }.is_scarce());
}

#[test]
fn long_bodies_are_folded_before_they_take_more_than_their_room() {
    let mut session = session();
    let long = "x".repeat(1_000);
    let mut most = 0;
    for n in 0..60 {
        let paths: Vec<String> = (0..12).map(|at| format!("/{n}-{at}/{long}")).collect();
        let body = json!({
            "location": "westus",
            "properties": {
                "jobType": "Export", "storageAccountId": import(1)["properties"]["storageAccountId"],
                "export": {"blobList": {"blobPath": paths}}
            }
        });
        run(&mut session, json!({"put": {"job": "large", "body": body}}));
        most = most.max(session.branches().room().bytes);
    }
    assert!(most <= 512 * 1024, "{most}");
    assert!(session.branches().present().journal.folded() > 0);
    let last = session.branches().present().journal.last();
    assert_eq!(session.branches().present().journal.at(last).as_ref(), Ok(session.present()));
}
