//! Spoilt entries: whatever becomes of one, the rest is as it was and its text is kept aside (invariant 5).

use import_export_portal::service::workspace::{Head, Workspace};
use import_export_portal::store::aside;
use import_export_portal::store::entries::{Entry, prefix};
use import_export_portal::store::load::{Found, Kept, load};
use import_export_portal::store::memory::MemoryStore;

/// Spoils one of the entries of a sound store, in one of a few ways, and opens it.
pub fn one_entry(sound: &MemoryStore, slot: &str, sees: &Workspace, which: usize, how: u8) {
    let mut entries = sound.entries();
    let keys: Vec<String> = entries.keys().filter(|key| key.starts_with(&prefix(slot))).cloned().collect();
    let key = keys[which % keys.len()].clone();
    let inner = Entry::parse(&key[prefix(slot).len()..]).expect("nothing else is there");
    let text = entries[&key].clone();
    let raw = match how % 4 {
        // What the room is kept with while nothing is under way says the same at any length.
        _ if inner == Entry::Wal => "[\"w\"".to_owned(),
        0 => text[..text.len() / 2].to_owned(),
        1 => "{}".to_owned(),
        2 => text.replacen(|c: char| c.is_ascii_digit(), "-", 1),
        _ => format!("{text} "),
    };
    entries.insert(key.clone(), raw.clone());
    let store = MemoryStore::with(entries);
    let mut opened = open(&store, slot);
    let broken: Vec<&str> = opened.broken.iter().map(|broken| broken.key.as_str()).collect();
    assert_eq!(broken, [key.as_str()]);
    the_rest_is_as_it_was(&opened.workspace, sees, &inner);
    opened.repair(&store).unwrap();
    let kept: Vec<_> =
        aside::list(&store).unwrap().into_iter().map(|aside| (aside.from, aside.raw)).collect();
    assert_eq!(kept, [(key, raw)]);
    let again = open(&store, slot);
    assert!(again.broken.is_empty());
    assert_eq!(again.workspace, opened.workspace);
}

fn open(store: &MemoryStore, slot: &str) -> Box<Kept> {
    match load(store, slot) {
        Ok(Found::Kept(kept)) => kept,
        other => panic!("{other:?}"),
    }
}

fn the_rest_is_as_it_was(found: &Workspace, before: &Workspace, spoilt: &Entry) {
    for record in before.records() {
        let found = found.record(record.job.no);
        match spoilt {
            Entry::Job(no) if *no == record.job.no => assert_eq!(found, None),
            // Without its head nobody knows what time it is.
            Entry::Head => assert_eq!(found.map(|found| &found.job), Some(&record.job)),
            Entry::Origin | Entry::Wal | Entry::Job(_) | Entry::Line(_) | Entry::Beside(_) | Entry::Turn => {
                assert_eq!(found, Some(record))
            }
        }
    }
    assert!(found.log().eq(before.log().filter(|line| *spoilt != Entry::Line(line.no))));
    // How many jobs there are is counted, and one that cannot be read is none.
    let counted = Head { jobs: found.head().jobs, ..before.head().clone() };
    assert!(*spoilt == Entry::Head || *found.head() == counted);
}
