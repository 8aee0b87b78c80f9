//! Slots: which workspaces a browser has, and what each was made from.

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::Storage;
use import_export_portal::store::codec::{Mark, Wal, wal_text};
use import_export_portal::store::entries::{MAIN, prefix};
use import_export_portal::store::ledger::{Ledger, clear, discard};
use import_export_portal::store::memory::MemoryStore;
use import_export_portal::store::slots::{beside, is_begun, is_there, list, origin};
use import_export_portal::store::usage::{StorageRoom, Usage};

use crate::support::workspace;

#[test]
fn a_slot_is_there_from_its_last_write_until_it_is_cleared() {
    let store = MemoryStore::default();
    assert_eq!(is_there(&store, "file-1"), Ok(false));
    let all = workspace(Scenario::Fabrikam, None);
    store.set("iep/w/file-1/wal", &wal_text(&Wal::Creating)).unwrap();
    assert_eq!(is_there(&store, "file-1"), Ok(false), "a first writing that is under way");
    Ledger::create(&store, "file-1", &all, "My class", Mark { seq: 1, epoch: 0 }).unwrap();
    assert_eq!(is_there(&store, "file-1"), Ok(true));
    let found = origin(&store, "file-1").unwrap();
    assert_eq!((found.scenario.as_str(), found.seed, found.title.as_str()), ("Fabrikam", 1, "My class"));
    store.set("iep/w/file-1/wal", &wal_text(&Wal::Reset("Empty".to_owned(), 1, None, 2, 0))).unwrap();
    store.remove("iep/w/file-1/head").unwrap();
    assert_eq!(is_there(&store, "file-1"), Ok(true), "a new beginning that is promised");
    clear(&store, "file-1").unwrap();
    assert_eq!(is_there(&store, "file-1"), Ok(false));
    assert_eq!(origin(&store, "file-1"), Ok(Default::default()));
}

#[test]
fn a_new_beginning_on_its_way_is_no_workspace_and_goes_with_the_one_it_is_for() {
    let store = MemoryStore::default();
    let put = |slot: &str| {
        Ledger::create(&store, slot, &workspace(Scenario::Empty, None), "", Mark::default()).unwrap();
    };
    put("file-1");
    assert_eq!(is_begun(&store, &beside("file-1")), Ok(false));
    put(&beside("file-1"));
    put(&beside(MAIN));
    assert_eq!(is_begun(&store, &beside("file-1")), Ok(true));
    let names: Vec<String> = list(&store).unwrap().into_iter().map(|slot| slot.name).collect();
    assert_eq!(names, ["file-1"]);
    discard(&store, "file-1").unwrap();
    assert!(list(&store).unwrap().is_empty());
    assert_eq!(is_begun(&store, &beside("file-1")), Ok(false));
    assert_eq!(is_begun(&store, &beside(MAIN)), Ok(true), "another's stays");
    clear(&store, &beside(MAIN)).unwrap();
    store.set("iep/w/beside-main/wal", &wal_text(&Wal::Creating)).unwrap();
    assert_eq!(is_begun(&store, &beside(MAIN)), Ok(true), "not even all of it is there");
}

#[test]
fn every_workspace_is_listed_and_measured() {
    let store = MemoryStore::default();
    for (slot, scenario) in [("fabrikam-1", Scenario::Fabrikam), (MAIN, Scenario::Contoso)] {
        Ledger::create(&store, slot, &workspace(scenario, None), "", Mark { seq: 1, epoch: 0 }).unwrap();
    }
    store.set("iep/pref/theme", "dark").unwrap();
    store.set("somebody-else", "x").unwrap();
    let all = list(&store).unwrap();
    let names: Vec<(&str, &str)> =
        all.iter().map(|slot| (slot.name.as_str(), slot.origin.scenario.as_str())).collect();
    assert_eq!(names, [(MAIN, "Contoso"), ("fabrikam-1", "Fabrikam")]);
    let [own, other] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(own.jobs, workspace(Scenario::Contoso, None).records().len());
    let seen = Usage::of(&store, "fabrikam-1").unwrap();
    assert_eq!((seen.others, seen.jobs + seen.log), (own.units, other.units));
    assert_eq!((seen.portal, seen.foreign), (18, 14));
}

#[test]
fn room_that_is_said_to_be_plenty_is_there() {
    assert!(!StorageRoom::default().is_plenty(), "nothing was measured yet");
    let store = MemoryStore::default();
    let mut room = StorageRoom::measured(&Usage::of(&store, MAIN).unwrap());
    assert!(room.is_plenty());
    let mut said = 0;
    for n in 0.. {
        // Every third write takes the place of another, every seventh takes one away.
        let text = (n % 7 != 6).then(|| "x".repeat(20_000));
        let writes = [(format!("job/{}", n - n % 3), text)];
        for (key, text) in &writes {
            let key = [&prefix(MAIN), key.as_str()].concat();
            match text {
                Some(text) => store.set(&key, text).unwrap(),
                None => store.remove(&key).unwrap(),
            }
        }
        room = room.after(MAIN, &writes);
        said += usize::from(room.is_plenty());
        if store.used() >= Usage::WARNING {
            break;
        }
    }
    assert!(!room.is_plenty());
    assert!(said > 100, "it was said {said} times");
    let usage = Usage::of(&store, MAIN).unwrap();
    assert_eq!(usage.used(), store.used());
    assert!(!StorageRoom::measured(&usage).is_plenty());
}
