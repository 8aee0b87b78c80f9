//! Sense: spoilt storage of one's own is told once, keeps what can be read, and carries out nothing that nobody wrote.

use import_export_portal::domain::state::RuleSet;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Command;
use import_export_portal::store::Storage;
use import_export_portal::store::aside::BrokenReason;
use import_export_portal::store::aside::{self, Aside};
use import_export_portal::store::codec::{self, Mark, Wal};
use import_export_portal::store::entries::{self, Entry, MAIN, Write};
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::load;
use import_export_portal::store::memory::MemoryStore;
use serde_json::json;

use crate::support::{cancel, commit, delete, kept, stored, stored_few, workspace};

fn key(inner: &str) -> String {
    [&entries::prefix(MAIN), inner].concat()
}

/// Opens and mends the store, and holds that nothing is told anew when it is opened again.
fn mended(store: &MemoryStore) -> Vec<Aside> {
    kept(store).repair(store).unwrap();
    let told = aside::list(store).unwrap();
    for _ in 0..3 {
        let mut again = kept(store);
        assert!(again.broken.is_empty(), "{:?}", again.broken);
        again.repair(store).unwrap();
    }
    assert_eq!(aside::list(store).unwrap(), told, "it is told once");
    told
}

fn from(told: &[Aside]) -> Vec<&str> {
    told.iter().map(|aside| aside.from.as_str()).collect()
}

#[test]
fn every_job_stays_where_the_head_alone_cannot_be_read() {
    let head = |elements: &[serde_json::Value]| codec::sealed(&Entry::Head, elements);
    let zero = {
        let store = stored(Scenario::Contoso);
        let mut elements = codec::elements(&Entry::Head, &store.get(&key("head")).unwrap().unwrap()).unwrap();
        elements[0] = json!(0);
        head(&elements)
    };
    let spoilt = ["[]".to_owned(), head(&[]), zero, head(&[json!(0)]), head(&[json!("x")]), String::new()];
    for text in spoilt {
        let store = stored(Scenario::Contoso);
        let mut before = kept(&store);
        let rules = Command::SetRules(RuleSet::ALL[1]);
        let change = before.workspace.prepare(&rules, Actor::Portal).unwrap().change.unwrap();
        assert!(commit(&store, &mut before.workspace, &mut before.ledger, &change));
        store.set(&key("head"), &text).unwrap();
        let told = mended(&store);
        assert_eq!(from(&told), [key("head")], "{text}: only the head is set aside");
        let after = kept(&store).workspace;
        assert_eq!(after.records().len(), before.workspace.records().len(), "{text}");
        assert!(after.log().eq(before.workspace.log()), "{text}");
        assert_eq!(after.head().rules, RuleSet::ALL[1], "the log tells which rules were chosen");
        assert_eq!(after.head().next_job, before.workspace.head().next_job, "{text}");
    }
}

#[test]
fn a_log_that_no_ledger_can_have_written_is_set_aside_and_nothing_of_it_is_carried_out() {
    let sound = stored(Scenario::Contoso);
    let before = kept(&sound).workspace;
    let head = sound.get(&key("head")).unwrap();
    let write = |seq, entry: &str, text: Option<&str>| {
        let mut writes: Vec<Write> = vec![(entry.to_owned(), text.map(str::to_owned))];
        let text = codec::head_text(before.head(), Mark { seq: 2, epoch: 1 });
        writes.push(("head".to_owned(), Some(text)));
        Wal::Writes(seq, 1, writes)
    };
    let replace = |from: &str, cleared, seq| Wal::Replace(from.to_owned(), cleared, seq, 1);
    let far = 1 << 53;
    for wal in [
        Wal::Migrating(0),
        Wal::Migrating(99),
        Wal::Reset("Atlantis".to_owned(), 1, None, 2, 1),
        Wal::Reset("load".to_owned(), 1, Some(usize::MAX), 2, 1),
        Wal::Reset("Contoso".to_owned(), 1, None, far, 1),
        Wal::Reset("Contoso".to_owned(), 1, None, 0, 1),
        replace("nothing", false, 2),
        replace("nothing", true, 2),
        replace(MAIN, false, 2),
        replace("", false, 2),
        replace("beside", false, far),
        Wal::Writes(2, 1, Vec::new()),
        Wal::Writes(2, 1, before.records().map(|r| (format!("job/{}", r.job.no), None)).collect()),
        Wal::Writes(2, 1, vec![("head".to_owned(), None)]),
        Wal::Writes(3, 1, vec![("head".to_owned(), head.clone())]),
        write(far, "job/1", None),
        write(2, "theme", Some("x")),
        write(2, "job/1", Some("[]")),
        write(2, "job/9007199254740992", None),
        write(2, "origin", None),
        write(2, "log/1", Some("null")),
    ] {
        let store = MemoryStore::with(sound.entries());
        store.set(&key("wal"), &codec::wal_text(&wal)).unwrap();
        let told = mended(&store);
        if wal == replace("nothing", true, 2) {
            // What was moved was moved: it says nothing that is not so.
            assert!(from(&told).is_empty());
        } else {
            assert_eq!(from(&told), [key("wal")], "{wal:?}");
        }
        assert_eq!(kept(&store).workspace, before, "{wal:?}");
    }
}

#[test]
fn a_first_writing_that_came_to_its_end_is_taken_whatever_the_log_says() {
    let store = stored(Scenario::Contoso);
    let before = kept(&store).workspace;
    store.set(&key("wal"), &codec::wal_text(&Wal::Creating)).unwrap();
    assert!(mended(&store).is_empty());
    assert_eq!(kept(&store).workspace, before);
}

#[test]
fn a_job_whose_entry_is_missing_is_noticed_and_told_once() {
    for missing in [&[3][..], &[1, 2], &[1, 2, 3]] {
        let store = stored(Scenario::Contoso);
        let before = kept(&store).workspace;
        for no in missing {
            store.remove(&key(&format!("job/{no}"))).unwrap();
        }
        let opened = kept(&store);
        assert!(
            opened.broken.iter().all(|broken| broken.why == BrokenReason::Missing)
                && opened.broken.len() == 1
        );
        let told = mended(&store);
        let named = match missing {
            [no] => format!("job/{no}"),
            many => format!("jobs/{}", many.len()),
        };
        assert_eq!(from(&told), [key(&named)]);
        assert!(told[0].was_missing());
        let after = kept(&store).workspace;
        assert_eq!(after.records().len(), before.records().len() - missing.len());
    }
}

#[test]
fn a_job_that_is_missing_is_told_beside_one_that_cannot_be_read() {
    let store = stored(Scenario::Contoso);
    store.remove(&key("job/3")).unwrap();
    store.set(&key("job/5"), "spoilt").unwrap();
    let mut told = mended(&store);
    told.sort_by(|one, other| one.from.cmp(&other.from));
    assert_eq!(from(&told), [key("job/3"), key("job/5")]);
}

#[test]
fn a_time_that_the_jobs_cannot_have_lived_to_costs_none_of_them() {
    let store = stored(Scenario::Contoso);
    let before = kept(&store).workspace;
    let mut elements = codec::elements(&Entry::Head, &store.get(&key("head")).unwrap().unwrap()).unwrap();
    elements[3] = json!(253_402_300_799_999_u64);
    store.set(&key("head"), &codec::sealed(&Entry::Head, &elements)).unwrap();
    assert_eq!(from(&mended(&store)), [key("head")]);
    let after = kept(&store).workspace;
    assert_eq!(after.records().len(), before.records().len());
    assert!(after.head().paused && after.now() <= before.now());
    assert_eq!(after.head().seed, before.head().seed);
}

#[test]
fn a_job_whose_own_times_are_wrong_is_set_aside_and_costs_the_head_nothing() {
    let store = stored(Scenario::Contoso);
    let before = kept(&store).workspace;
    let entry = Entry::Job(3);
    let mut elements = codec::elements(&entry, &store.get(&key("job/3")).unwrap().unwrap()).unwrap();
    elements[7] = json!([0, 0, null]);
    store.set(&key("job/3"), &codec::sealed(&entry, &elements)).unwrap();
    assert_eq!(from(&mended(&store)), [key("job/3")]);
    let after = kept(&store).workspace;
    assert_eq!(after.records().len() + 1, before.records().len());
    assert_eq!(after.now(), before.now());
}

#[test]
fn a_head_that_is_not_there_is_told_and_made_anew() {
    let store = stored(Scenario::Contoso);
    let before = kept(&store).workspace;
    store.remove(&key("head")).unwrap();
    let told = mended(&store);
    assert_eq!(from(&told), [key("head")]);
    assert_eq!(kept(&store).workspace.records().len(), before.records().len());
}

#[test]
fn what_is_done_in_the_usual_way_is_never_told_as_missing() {
    let store = stored_few();
    let mut opened = kept(&store);
    assert!(delete(&store, &mut opened.workspace, &mut opened.ledger));
    assert!(kept(&store).broken.is_empty());
    assert!(crate::support::create(&store, &mut opened.workspace, &mut opened.ledger));
    assert!(cancel(&store, &mut opened.workspace, &mut opened.ledger));
    assert!(kept(&store).broken.is_empty());
    for _ in 0..3 {
        assert!(crate::support::ninety_days(&store, &mut opened.workspace, &mut opened.ledger));
        assert!(kept(&store).broken.is_empty());
        assert_eq!(kept(&store).workspace, opened.workspace);
    }
}

#[test]
fn a_store_of_an_older_format_that_counts_no_jobs_is_opened_as_it_is() {
    let store = stored(Scenario::Contoso);
    let mut elements = codec::elements(&Entry::Head, &store.get(&key("head")).unwrap().unwrap()).unwrap();
    elements.pop();
    elements[0] = json!(4);
    store.set(&key("head"), &codec::sealed(&Entry::Head, &elements)).unwrap();
    store.remove(&key("job/3")).unwrap();
    let mut opened = kept(&store);
    assert!(opened.broken.is_empty(), "nobody knows that there was another");
    opened.repair(&store).unwrap();
    store.remove(&key("job/4")).unwrap();
    assert_eq!(kept(&store).broken.len(), 1, "from now on it is known");
}

#[test]
fn a_replacement_whose_source_is_there_is_carried_out() {
    let store = stored(Scenario::Contoso);
    let other = workspace(Scenario::Load, Some(5));
    Ledger::create(&store, "beside", &other, "a file", Mark { seq: 1, epoch: 1 }).unwrap();
    let wal = Wal::Replace("beside".to_owned(), false, 2, 1);
    store.set(&key("wal"), &codec::wal_text(&wal)).unwrap();
    assert!(mended(&store).is_empty());
    assert_eq!(kept(&store).workspace.records().len(), 5);
    assert!(load(&store, "beside").is_ok());
}
