//! Ranges: a number that cannot be is refused on the way in, and a counter that has come to its end counts no further.

use import_export_portal::service::command::CommandError;
use import_export_portal::service::log::Actor;
use import_export_portal::service::range::EXACT;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Change, Command, Head, Workspace};
use import_export_portal::store::codec::{self, Mark};
use import_export_portal::store::entries::{self, Entry, MAIN};
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::portable::{NotImported, export, import};
use import_export_portal::store::writes;
use import_export_portal::store::{Storage, StoreError};
use serde_json::{Value, json};

use crate::support::{commit, kept, stored, stored_few, workspace};

/// A file of a small workspace as JSON.
fn file() -> Value {
    serde_json::from_str(&export(&workspace(Scenario::Contoso, None), "")).unwrap()
}

/// Gives an entry of the file other elements, with a check that is right.
fn edit(file: &mut Value, entry: &Entry, with: impl FnOnce(&mut Vec<Value>)) {
    let rows = file["entries"].as_array_mut().unwrap();
    let row = rows.iter_mut().find(|row| row[0] == entry.key().as_str()).unwrap();
    let mut elements = codec::elements(entry, row[1].as_str().unwrap()).unwrap();
    with(&mut elements);
    row[1] = codec::sealed(entry, &elements).into();
}

fn refusal(file: &Value) -> NotImported {
    import(&file.to_string()).unwrap_err()
}

#[test]
fn a_head_whose_numbers_cannot_be_is_refused_with_its_file() {
    let (damaged, unfit) = (NotImported::Entry("head".to_owned()), NotImported::Unfit("head".to_owned()));
    let far = json!(1_u64 << 53);
    for (at, what, value, why) in [
        (0, "schema", json!(0), &damaged),
        (1, "commit", far.clone(), &damaged),
        (1, "commit", json!(-1), &damaged),
        (2, "epoch", far.clone(), &damaged),
        (3, "time", json!(-1), &damaged),
        (3, "time", json!(253_402_300_800_000_u64), &damaged),
        (4, "speed", json!(0), &damaged),
        (4, "speed", json!(7), &damaged),
        (8, "scenario", json!("x".repeat(3_000_000)), &damaged),
        (9, "next job", json!(0), &damaged),
        (9, "next job", json!(1), &damaged),
        (9, "next job", json!(EXACT), &unfit),
        (9, "next job", far.clone(), &damaged),
        (10, "next line", json!(1), &unfit),
        (10, "next line", far.clone(), &damaged),
        (10, "next line", json!(1.5), &damaged),
    ] {
        let mut file = file();
        edit(&mut file, &Entry::Head, |elements| elements[at] = value.clone());
        assert_eq!(&refusal(&file), why, "{what}: {}", value.to_string().len());
    }
}

#[test]
fn a_file_of_the_format_0_is_none_of_ours() {
    for schema in [json!(0), json!(-1), json!(1_u64 << 53)] {
        let mut file = file();
        file["schema"] = schema;
        assert_eq!(refusal(&file), NotImported::NotAWorkspace);
    }
}

#[test]
fn a_job_or_a_line_of_the_future_or_beyond_the_numbers_is_refused_with_its_file() {
    let later = Scenario::START.millis() + 1;
    let mut early = file();
    edit(&mut early, &Entry::Job(1), |elements| elements[7] = json!([later, 0, null]));
    assert_eq!(refusal(&early), NotImported::Unfit("job/1".to_owned()));
    let mut early = file();
    edit(&mut early, &Entry::Line(1), |elements| elements[0] = json!(later));
    assert_eq!(refusal(&early), NotImported::Unfit("log/1".to_owned()));
    for key in ["job/0", "job/9007199254740991", "job/9007199254740992", "log/18446744073709551616"] {
        let mut far = file();
        far["entries"][1][0] = key.into();
        assert_eq!(refusal(&far), NotImported::Entry(key.to_owned()));
    }
}

fn at_the_end(with: impl FnOnce(&mut Head)) -> Workspace {
    let before = workspace(Scenario::Contoso, None);
    let mut head = before.head().clone();
    with(&mut head);
    Workspace::new(head, before.records().map(|record| record.job.clone()), before.log().cloned())
}

#[test]
fn a_counter_at_its_end_refuses_and_nothing_changes() {
    let full = at_the_end(|head| head.next_job = EXACT);
    let model = full.records().next().unwrap().job.clone();
    let mut id = model.id.clone();
    id.name = import_export_portal::domain::name::JobName::parse("one-too-many").unwrap();
    let put = Command::Put { id, order: Box::new(model.order.clone()) };
    assert_eq!(full.prepare(&put, Actor::Rest), Err(CommandError::Spent));
    let last = at_the_end(|head| head.next_job = EXACT - 1);
    assert!(last.prepare(&put, Actor::Rest).is_ok(), "the number before is still given");
    let full = at_the_end(|head| head.next_line = EXACT);
    let jump = Command::NoteJump(Scenario::START);
    for command in [&put, &jump] {
        assert_eq!(full.prepare(command, Actor::Rest), Err(CommandError::Spent));
    }
}

#[test]
fn what_time_deletes_is_deleted_where_no_line_is_left_to_tell_of_it() {
    let (mut full, mut usual) = (at_the_end(|head| head.next_line = EXACT), at_the_end(|_| {}));
    let to = Scenario::START + import_export_portal::domain::time::Span::days(400);
    for workspace in [&mut full, &mut usual] {
        workspace.advance(to, usize::MAX);
    }
    assert!(full.records().eq(usual.records()));
    assert_eq!(full.head().next_line, EXACT);
}

#[test]
fn a_ledger_at_its_last_commit_writes_nothing_more() {
    let store = stored_few();
    let mut opened = kept(&store);
    opened.ledger.follow(Mark { seq: EXACT, epoch: 1 });
    let before = store.entries();
    let change = Change::of(opened.workspace.head().clone());
    assert!(matches!(opened.ledger.prepare(&store, &change), Err(StoreError::Blocked(_))));
    assert!(!commit(&store, &mut opened.workspace, &mut opened.ledger, &change));
    assert_eq!(store.entries(), before);
}

#[test]
fn a_commit_of_another_tab_whose_numbers_cannot_be_is_not_followed() {
    let workspace = workspace(Scenario::Contoso, None);
    let change = Change::of(workspace.head().clone());
    let writes = writes::of_change(&change, Mark { seq: 1, epoch: 1 });
    assert!(writes::change(&writes).is_ok());
    for (at, value) in [(1, json!(1_u64 << 53)), (9, json!(u64::MAX)), (4, json!(1)), (3, json!(-1))] {
        let mut hostile = writes.clone();
        let mut elements = codec::elements(&Entry::Head, hostile[0].1.as_ref().unwrap()).unwrap();
        elements[at] = value;
        hostile[0].1 = Some(codec::sealed(&Entry::Head, &elements));
        assert!(writes::change(&hostile).is_err(), "element {at}");
    }
    let mut hostile = writes;
    hostile.push(("job/9007199254740992".to_owned(), None));
    assert!(writes::change(&hostile).is_err());
}

#[test]
fn a_head_of_ones_own_that_is_out_of_range_is_set_aside_once() {
    for (at, value) in
        [(1, json!(1_u64 << 53)), (2, json!(1_u64 << 53)), (4, json!(7)), (9, json!(1_u64 << 53))]
    {
        let store = stored(Scenario::Contoso);
        let sound = kept(&store).workspace;
        let key = [&entries::prefix(MAIN), "head"].concat();
        let mut elements = codec::elements(&Entry::Head, &store.get(&key).unwrap().unwrap()).unwrap();
        elements[at] = value;
        store.set(&key, &codec::sealed(&Entry::Head, &elements)).unwrap();
        let mut opened = kept(&store);
        assert_eq!(opened.broken.len(), 1, "element {at}");
        opened.repair(&store).unwrap();
        let mut again = kept(&store);
        assert!(again.broken.is_empty(), "element {at}: once is enough");
        assert_eq!(again.workspace.records().len(), sound.records().len());
        assert!(crate::support::delete(&store, &mut again.workspace, &mut again.ledger));
        let left = Ledger::new(MAIN, again.ledger.mark(), Vec::new());
        assert_eq!(left.mark().seq, 1, "counting begins anew");
    }
}
