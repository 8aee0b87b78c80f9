//! Migrations: what every released format has left behind is still read.

use std::collections::BTreeMap;

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::codec::{self, Mark, Origin, SCHEMA};
use import_export_portal::store::entries::MAIN;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::memory::{MemoryStore, WriteFault};
use import_export_portal::store::{Storage, migrate};

use crate::support::{cancel, kept, seen, workspace};

/// What the release with this format wrote on a first visit.
fn fixture(schema: u32) -> MemoryStore {
    let path = format!("{}/tests/fixtures/schema-{schema}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let entries: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    MemoryStore::with(entries)
}

#[test]
fn every_released_format_is_read() {
    let expected = workspace(Scenario::Contoso, None);
    for schema in migrate::OLDEST..=SCHEMA {
        let store = fixture(schema);
        let mut opened = kept(&store);
        assert!(opened.broken.is_empty(), "{schema}: {:?}", opened.broken);
        assert_eq!(opened.workspace, expected, "{schema}");
        opened.repair(&store).unwrap();
        let fresh = MemoryStore::default();
        Ledger::create(&fresh, MAIN, &expected, "", Mark { seq: 1, epoch: 1 }).unwrap();
        assert_eq!(store.entries(), fresh.entries(), "{schema} becomes what is written today");
        assert!(cancel(&store, &mut opened.workspace, &mut opened.ledger));
    }
}

#[test]
fn the_fixture_of_this_format_is_what_is_written() {
    let store = MemoryStore::default();
    let workspace = workspace(Scenario::Contoso, None);
    Ledger::create(&store, MAIN, &workspace, "", Mark { seq: 1, epoch: 1 }).unwrap();
    let path = format!("{}/tests/fixtures/schema-{SCHEMA}.json", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(path, serde_json::to_string_pretty(&store.entries()).unwrap() + "\n").unwrap();
    }
    assert_eq!(fixture(SCHEMA).entries(), store.entries());
}

#[test]
fn a_conversion_that_is_stopped_anywhere_goes_on_later() {
    let old = fixture(1);
    let whole = fixture(1);
    kept(&whole).repair(&whole).unwrap();
    let expected = seen(&whole);
    for n in 1..=whole.writes() {
        for fault in [WriteFault::DeadFrom(n), WriteFault::FullFrom(n), WriteFault::FullAt(n)] {
            let store = MemoryStore::with(old.entries());
            store.fault.set(fault);
            // What comes of it, an error or silence, does not matter.
            let _ = kept(&store).repair(&store);
            store.fault.set(WriteFault::None);
            let again = kept(&store);
            assert!(again.broken.is_empty(), "{fault:?}: {:?}", again.broken);
            assert_eq!(seen(&store), expected, "{fault:?}");
            for (key, text) in old.entries() {
                let now = store.get(&key).unwrap();
                assert!(now.is_some() || key.ends_with("/wal"), "{fault:?}: {key} was lost");
                assert!(
                    now.as_ref() == Some(&text) || now == whole.get(&key).unwrap() || key.ends_with("/wal")
                );
            }
            kept(&store).repair(&store).unwrap();
            assert_eq!(store.entries(), whole.entries(), "{fault:?}");
        }
    }
    let origin = whole.get("iep/w/main/origin").unwrap().unwrap();
    let contoso = Origin { seed: 1, scenario: "Contoso".to_owned(), title: String::new() };
    assert_eq!(codec::origin(&origin), Ok(contoso));
}
