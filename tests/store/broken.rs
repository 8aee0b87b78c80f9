//! Broken storage: whatever stands under our keys, the rest works and nothing is lost unseen.

use std::collections::{BTreeMap, BTreeSet};

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::aside;
use import_export_portal::store::entries::{self, MAIN};
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::MemoryStore;
use import_export_portal::store::{Storage, StoreError};

use crate::support::{delete, kept, stored, stored_few};

/// Numbers that look random and are the same in every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// One of the ways in which a text can be spoilt.
fn spoil(text: &str, numbers: &mut Numbers) -> String {
    const FOREIGN: [&str; 12] = [
        "",
        "null",
        "true",
        "0",
        "-1e999",
        "\"text\"",
        "[]",
        "{}",
        "{\"__proto__\":{\"a\":1}}",
        "[[[[[[[[",
        "[1,2,3,\"00000000\"]",
        "undefined \u{0}\u{fffd}🙂",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    match numbers.below(6) {
        0 => chars.truncate(numbers.below(chars.len().max(1))),
        1 if !chars.is_empty() => {
            let at = numbers.below(chars.len());
            let flipped = (chars[at] as u32) ^ (1 << numbers.below(7));
            chars[at] = char::from_u32(flipped).unwrap_or('?');
        }
        2 if !chars.is_empty() => {
            let at = numbers.below(chars.len());
            chars.remove(at);
        }
        3 => chars.insert(numbers.below(chars.len() + 1), ' '),
        4 => return "[".repeat(1 + numbers.below(2_000)),
        _ => return FOREIGN[numbers.below(FOREIGN.len())].to_owned(),
    }
    chars.into_iter().collect()
}

#[test]
fn ten_thousand_corruptions_leave_the_rest_as_it_was() {
    let sound = stored_few();
    let before = kept(&sound).workspace;
    let keys: Vec<String> = sound.entries().into_keys().collect();
    let mut numbers = Numbers(1);
    let mut unnoticed = 0;
    for round in 0..10_000 {
        let store = MemoryStore::with(sound.entries());
        let mut spoilt: BTreeMap<String, String> = BTreeMap::new();
        for _ in 0..=numbers.below(3) {
            let key = &keys[numbers.below(keys.len())];
            let text = spoil(&sound.get(key).unwrap().unwrap(), &mut numbers);
            store.set(key, &text).unwrap();
            spoilt.insert(key.clone(), text);
        }
        spoilt.retain(|key, text| sound.get(key).unwrap().as_ref() != Some(text));
        let mut opened = match load(&store, MAIN) {
            Ok(Found::Kept(kept)) => kept,
            other => panic!("round {round}, {spoilt:?}: {other:?}"),
        };
        // An idle reserve that is shorter or longer says the same.
        let idle =
            |key: &String, text: &String| key.ends_with("/wal") && text.trim_end_matches(' ').is_empty();
        let wrong: BTreeSet<&String> =
            spoilt.iter().filter(|(key, text)| !idle(key, text)).map(|(key, _)| key).collect();
        let named: BTreeSet<String> = opened.broken.iter().map(|broken| broken.key.clone()).collect();
        unnoticed += wrong.iter().filter(|key| !named.contains(**key)).count();
        let head_lost = named.contains("iep/w/main/head");
        for record in before.records() {
            let key = format!("iep/w/main/job/{}", record.job.no);
            let found = opened.workspace.record(record.job.no);
            if wrong.contains(&key) {
                assert!(found.is_none(), "round {round}: {key} is taken though it was changed");
            } else {
                assert_eq!(found.map(|found| &found.job), Some(&record.job), "round {round}: {key}");
                assert!(head_lost || found == Some(record), "round {round}: {key} stands elsewhere");
            }
        }
        opened.repair(&store).unwrap();
        let aside: BTreeMap<String, String> =
            aside::list(&store).unwrap().into_iter().map(|aside| (aside.from, aside.raw)).collect();
        for key in wrong {
            assert_eq!(aside.get(key), spoilt.get(key), "round {round}: what was found is kept as it was");
        }
        if round % 20 == 0 {
            let again = kept(&store);
            assert!(again.broken.is_empty(), "round {round}: {:?}", again.broken);
            assert_eq!(again.workspace, opened.workspace, "round {round}");
            if opened.workspace.records().len() == before.records().len() {
                assert!(delete(&store, &mut opened.workspace, &mut opened.ledger), "round {round}");
            }
        }
    }
    assert_eq!(unnoticed, 0);
}

#[test]
fn foreign_entries_among_ours_are_set_aside_and_others_left_alone() {
    let store = stored(Scenario::Contoso);
    let others =
        ["theme", "iep", "iep/pref/theme", "iep/draft/1", "iep/w/other/job/1", "iep/w/mainframe/head"];
    for key in others.iter().chain(&["iep/w/main/job/007", "iep/w/main/__proto__", "iep/w/main/job/1/2"]) {
        store.set(key, "something").unwrap();
    }
    let mut opened = kept(&store);
    assert_eq!(opened.broken.len(), 3);
    opened.repair(&store).unwrap();
    for key in others {
        assert_eq!(store.get(key), Ok(Some("something".to_owned())), "{key}");
    }
    let aside = aside::list(&store).unwrap();
    assert!(aside.iter().all(|aside| aside.raw == "something") && aside.len() == 3, "{aside:?}");
    for entry in &aside {
        aside::discard(&store, &entry.key).unwrap();
    }
    aside::discard(&store, "theme").unwrap();
    assert_eq!(aside::list(&store), Ok(Vec::new()));
    assert_eq!(store.get("theme"), Ok(Some("something".to_owned())));
}

#[test]
fn what_was_set_aside_before_is_never_overwritten() {
    let store = stored(Scenario::Contoso);
    for text in ["first", "second"] {
        store.set(&format!("{}head", entries::prefix(MAIN)), text).unwrap();
        kept(&store).repair(&store).unwrap();
    }
    let raw: Vec<String> = aside::list(&store).unwrap().into_iter().map(|aside| aside.raw).collect();
    assert_eq!(raw, ["first", "second"]);
}

#[test]
fn a_full_store_sets_a_broken_entry_aside_all_the_same() {
    for key in ["head", "job/1", "log/1"] {
        let store = stored(Scenario::Contoso);
        let key = format!("{}{key}", entries::prefix(MAIN));
        store.set(&key, &"x".repeat(300)).unwrap();
        let mut full = MemoryStore::with(store.entries());
        full.capacity = Some(full.used());
        let mut opened = kept(&full);
        assert_eq!(opened.repair(&full), Ok(()), "{key}");
        let aside = aside::list(&full).unwrap();
        assert_eq!(
            aside.iter().map(|aside| (&aside.from, aside.raw.len())).collect::<Vec<_>>(),
            [(&key, 300)]
        );
    }
}

#[test]
fn what_cannot_be_set_aside_stays_in_its_place() {
    let store = stored(Scenario::Contoso);
    let key = format!("{}head", entries::prefix(MAIN));
    store.set(&key, &"x".repeat(20_000)).unwrap();
    let mut full = MemoryStore::with(store.entries());
    full.capacity = Some(full.used());
    let mut opened = kept(&full);
    assert_eq!(opened.repair(&full), Err(StoreError::Full));
    assert!(!opened.broken.is_empty(), "the caller knows that it must write nothing");
    assert_eq!(full.get(&key), Ok(Some("x".repeat(20_000))));
}
