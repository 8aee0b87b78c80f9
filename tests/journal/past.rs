//! Events, comparisons and the undoing of jumps.

use import_export_portal::domain::state::{JobState, RuleSet};
use import_export_portal::domain::time::Span;
use import_export_portal::journal::compare::{compare, differences};
use import_export_portal::journal::events::{EventKind, EventLog, JournalEvent};
use import_export_portal::journal::{LookError, Undo};
use import_export_portal::service::command::Command;
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use serde_json::json;

use crate::support::{bytes, run, scenario, session};

#[test]
fn events_are_what_people_and_the_service_did_each_at_its_moment() {
    let mut session = session();
    run(&mut session, json!({"cancel": "sequencing-run-118"}));
    run(&mut session, json!({"advance": {"by": "P30D"}}));
    run(&mut session, json!({"delete": "hr-archive-2012-2019"}));
    let journal = &session.branches().present().journal;
    let events = EventLog::of(journal).unwrap().events;
    let asked: Vec<usize> = events
        .iter()
        .filter_map(|event| match event.what {
            EventKind::Asked(no) => Some(no),
            EventKind::Happened(_) => None,
        })
        .collect();
    // The job that was to be deleted has expired by then, so there was nothing to do.
    assert_eq!(asked, [0, 1]);
    assert!(events.windows(2).all(|pair| pair[0].moment < pair[1].moment));
    let mut earlier = EventLog::of(&journal.fork(events[3].moment).unwrap()).unwrap();
    assert_eq!(earlier.events, events[..4]);
    earlier.extend(journal).unwrap();
    assert_eq!(earlier.events, events, "a log is carried on");
    for JournalEvent { moment, what } in &events {
        let now = journal.at(*moment).unwrap();
        let before = journal.before_last(*moment).filter(|_| matches!(what, EventKind::Asked(_)));
        if let Some(before) = before {
            assert_ne!(bytes(&journal.at(before).unwrap()), bytes(&now));
        }
        if let EventKind::Happened(happened) = what {
            let name = happened.job.as_str();
            let record = now.records().find(|record| record.job.id.name.as_str() == name);
            let entered = happened.what.enters();
            assert!(entered.is_none() || record.map(|record| record.state) == entered, "{happened:?}");
        }
    }
}

#[test]
fn branches_are_compared_at_one_time_and_where_they_part() {
    let mut session = session();
    run(&mut session, json!({"speed": 60}));
    run(&mut session, json!({"cancel": "sequencing-run-118"}));
    run(&mut session, json!({"advance": {"by": "P2D"}}));
    run(&mut session, json!({"rewind": {"to": "2026-03-02T08:00:00Z"}}));
    let branches = session.branches();
    let (one, two) = (&branches.get(1).unwrap().journal, &branches.get(2).unwrap().journal);
    assert_eq!(compare(one, two, one.last().at).unwrap().at, two.last().at, "as far as both go");
    run(&mut session, json!({"delete": "hr-archive-2012-2019"}));
    run(&mut session, json!({"advance": {"by": "P2D"}}));
    session.switch(1).unwrap();
    run(&mut session, json!({"rewind": {"by": "P1D"}}));
    let branches = session.branches();
    let journal = |no| &branches.get(no).unwrap().journal;
    let found = compare(journal(1), journal(2), journal(1).last().at).unwrap();
    let parting = found.parting.unwrap();
    assert_eq!(parting.no, 3);
    assert!(parting.one.is_none() && parting.other.is_some(), "{parting:?}");
    let names: Vec<&str> = found.jobs.iter().map(|job| job.id.name.as_str()).collect();
    assert_eq!(names, ["hr-archive-2012-2019"]);
    assert_eq!(found.jobs[0].one.map(|stand| stand.state), Some(JobState::Creating));
    assert_eq!(found.jobs[0].other, None);
    assert_eq!(compare(journal(1), journal(3), journal(3).last().at).unwrap().jobs, []);
    assert_eq!(compare(journal(1), journal(1), journal(1).last().at).unwrap().parting, None);
    let early = import_export_portal::domain::time::SimTime::EPOCH;
    assert_eq!(compare(journal(1), journal(2), early), Err(LookError::NotThere));
}

#[test]
fn a_jump_is_undone_with_what_the_service_deleted_and_without_what_a_person_did() {
    let mut now = scenario(Scenario::Contoso);
    let start = now.clone();
    let mut undo = Undo::default();
    assert_eq!(undo.offer(), None);
    undo.jumps(&now);
    now.advance(Scenario::START + Span::days(200), usize::MAX);
    assert!(now.records().len() < start.records().len());
    let deleted = start.records().next().unwrap().job.clone();
    now.set_clock(60_000, true);
    undo.deleted(deleted.no, Actor::Portal);
    assert_eq!(undo.offer(), Some(Scenario::START));
    let back = undo.before(now.head()).unwrap();
    undo.undone();
    assert_eq!(undo.before(now.head()), None);
    assert_eq!(back.now(), Scenario::START);
    assert_eq!((back.head().speed, back.head().paused), (60_000, true));
    let gone: Vec<String> = differences(&start, &back).iter().map(|job| job.id.name.to_string()).collect();
    assert_eq!(gone, [deleted.id.name.as_str()]);
    let text = bytes(&back);
    let keys = format!("job/{}\"", deleted.no);
    assert!(!text.contains(&keys), "only the log may tell of it");
    assert_eq!(back.log().next_back().unwrap().action, LogAction::Deleted);
}

#[test]
fn several_jumps_are_undone_one_by_one_until_something_else_is_done() {
    let mut now = scenario(Scenario::Contoso);
    let mut undo = Undo::default();
    let mut moments = Vec::new();
    for day in 1..=10 {
        undo.jumps(&now);
        moments.push(now.now());
        now.advance(Scenario::START + Span::days(day), usize::MAX);
    }
    let mut back = Vec::new();
    while let Some(before) = undo.before(now.head()) {
        back.push(before.now());
        undo.undone();
    }
    moments.reverse();
    assert_eq!(back, moments[..Undo::MOST]);
    undo.jumps(&now);
    undo.clear();
    assert_eq!(undo.offer(), None);
}

#[test]
fn what_is_remembered_follows_from_the_changes_themselves() {
    let mut now = scenario(Scenario::Contoso);
    let mut undo = Undo::default();
    let does = |now: &mut Workspace, undo: &mut Undo, asked: &Command| {
        let change = now.prepare(asked, Actor::Rest).unwrap().change.unwrap();
        undo.see(now, &change);
        now.apply(&change);
    };
    let key = |now: &Workspace, name: &str| {
        let mut records = now.records();
        records.find(|record| record.job.id.name.as_str() == name).unwrap().job.id.key()
    };
    let first = now.clone();
    does(&mut now, &mut undo, &Command::NoteJump(Scenario::START + Span::days(1)));
    now.advance(Scenario::START + Span::days(1), usize::MAX);
    does(&mut now, &mut undo, &Command::SetSpeed(60_000));
    let delete = Command::Delete { key: key(&now, "hr-archive-2012-2019") };
    does(&mut now, &mut undo, &delete);
    assert_eq!(undo.offer(), Some(Scenario::START), "clock and deletions leave the offer as it is");
    let back = now.turn_to(&undo.before(now.head()).unwrap());
    undo.see(&now, &back);
    now.apply(&back);
    assert_eq!((undo.offer(), now.now()), (None, Scenario::START));
    assert_eq!(differences(&first, &now).len(), 1);
    does(&mut now, &mut undo, &Command::NoteJump(Scenario::START + Span::days(1)));
    does(&mut now, &mut undo, &Command::SetRules(RuleSet::Faq2020));
    assert_eq!(undo.offer(), None, "what was asked for a later time ends it");
}
