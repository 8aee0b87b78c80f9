//! Hostile input: a sound file or store with one field at its edges or beyond is refused, or does no harm.

use import_export_portal::domain::name::{JobId, JobName};
use import_export_portal::domain::time::Span;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Command, Workspace};
use import_export_portal::store::codec::{self, Mark};
use import_export_portal::store::entries::{self, Entry, MAIN};
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::MemoryStore;
use import_export_portal::store::portable::{export, import};
use import_export_portal::store::usage::{Need, Usage};
use import_export_portal::store::{Storage, aside};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{commit, kept, workspace};

/// What takes the place of the field, until it gives way to something that may be no JSON.
const HERE: &str = "here it stands";
/// How long the longest text is.
const LONG: usize = 1_000_000;

/// What a field becomes, as JSON or not.
const EDGES: [&str; 30] = [
    "0",
    "-0",
    "-1",
    "1",
    "1.5",
    "127",
    "128",
    "255",
    "256",
    "2147483647",
    "2147483648",
    "4294967296",
    "-9223372036854775808",
    "9007199254740990",
    "9007199254740991",
    "9007199254740992",
    "18446744073709551615",
    "18446744073709551616",
    "1e400",
    "253402300800000",
    "NaN",
    "null",
    "true",
    "\"\"",
    "\"NaN\"",
    "\"9007199254740992\"",
    "[]",
    "{}",
    "[[[[[[]]]]]]",
    "long",
];

fn edge(which: usize) -> String {
    match EDGES[which % EDGES.len()] {
        "long" => format!("\"{}\"", "x".repeat(LONG)),
        text => text.to_owned(),
    }
}

/// How many plain values there are in one.
fn fields(value: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter().map(fields).sum(),
        Value::Object(all) => all.values().map(fields).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

/// Puts the mark in the place of the plain value that is the `nth`.
fn mark(value: &mut Value, nth: &mut usize) {
    let mut each = |one: &mut Value| mark(one, nth);
    match value {
        Value::Array(all) => all.iter_mut().for_each(&mut each),
        Value::Object(all) => all.values_mut().for_each(&mut each),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            if *nth == 0 {
                *value = HERE.into();
            }
            *nth = nth.wrapping_sub(1);
        }
    }
}

/// The text with one of its fields at an edge.
fn with_edge(mut value: Value, field: usize, edge: &str) -> String {
    let mut nth = field % fields(&value).max(1);
    mark(&mut value, &mut nth);
    value.to_string().replacen(&format!("\"{HERE}\""), edge, 1)
}

/// An entry with one of its fields at an edge, and a check that is right.
fn sealed_with_edge(entry: &Entry, text: &str, field: usize, edge: &str) -> String {
    let elements = codec::elements(entry, text).unwrap();
    codec::beside_text(entry, &with_edge(elements.into(), field, edge))
}

fn sound(which: usize) -> Workspace {
    let mut workspace = match which % 3 {
        0 => workspace(Scenario::Contoso, None),
        1 => workspace(Scenario::Fabrikam, None),
        _ => workspace(Scenario::Load, Some(4)),
    };
    if which.is_multiple_of(2) {
        workspace.advance(workspace.now() + Span::days(3), usize::MAX);
    }
    workspace
}

/// A file in which one field is at an edge: one of an entry, the key of one, or one around them.
fn hostile_file(which: usize, at: usize, field: usize, edge: &str) -> String {
    let mut file: Value = serde_json::from_str(&export(&sound(which), "A class")).unwrap();
    let rows = file["entries"].as_array_mut().unwrap();
    let at = at % (rows.len() + 2);
    if at == rows.len() {
        file["entries"] = Value::Array(Vec::new());
        return with_edge(file, field, edge);
    }
    if at > rows.len() {
        let nth = field % rows.len();
        let kind = rows[nth][0].as_str().unwrap().split('/').next().unwrap().to_owned();
        rows[nth][0] = [&kind, "/", edge.trim_matches('"')].concat().into();
        return file.to_string();
    }
    let entry = Entry::parse(rows[at][0].as_str().unwrap()).unwrap();
    rows[at][1] = sealed_with_edge(&entry, rows[at][1].as_str().unwrap(), field, edge).into();
    file.to_string()
}

/// Asks for a job as often as somebody opens the page.
fn is_harmless(opened: Workspace) {
    let again = import(&export(&opened, ""));
    assert_eq!(
        again.map(|(workspace, _)| workspace).as_ref(),
        Ok(&opened),
        "it comes back from its own file"
    );
    let need = Need::of(&opened, MAIN, 0);
    let mut store = MemoryStore::default();
    store.capacity = Some(Usage::CAPACITY);
    let mark = Mark { seq: 1, epoch: 0 };
    assert_eq!(Ledger::create(&store, MAIN, &opened, "", mark).is_ok(), need.fits());
    if !need.fits() {
        return;
    }
    let model = workspace(Scenario::Contoso, None).records().next().unwrap().job.clone();
    for round in 0..3 {
        let mut page = kept(&store);
        assert!(page.broken.is_empty() && page.stale().is_empty(), "{:?}", page.broken);
        assert!(round > 0 || page.workspace == opened);
        let id = JobId { name: JobName::parse(&format!("asked-for-{round}")).unwrap(), ..model.id.clone() };
        let order = Box::new(model.order.clone());
        let put = page.workspace.prepare(&Command::Put { id: id.clone(), order }, Actor::Rest).unwrap();
        let done = commit(&store, &mut page.workspace, &mut page.ledger, &put.change.unwrap());
        assert!(done || need.is_tight(), "what will not work is said before");
        let found = kept(&store).workspace;
        assert_eq!(found.find(&id.key()).is_some(), done, "an answered command is kept");
    }
    let mut later = opened;
    later.advance(later.now() + Span::days(400), usize::MAX);
    assert!(import(&export(&later, "")).is_ok());
}

/// As many as `PROPTEST_CASES` says; 10,000 take some minutes.
fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(usual), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_file_with_one_field_beyond_its_edge_is_refused_or_harmless(
        which in 0..6_usize, at in 0..1_000_usize, field in 0..1_000_usize, to in 0..EDGES.len(),
    ) {
        let text = hostile_file(which, at, field, &edge(to));
        if let Ok((opened, _)) = import(&text) {
            is_harmless(opened);
        }
    }

    #[test]
    fn a_stored_entry_with_one_field_beyond_its_edge_is_told_once_and_costs_no_other_job(
        which in 0..6_usize, at in 0..1_000_usize, field in 0..1_000_usize, to in 0..EDGES.len(),
    ) {
        let before = sound(which);
        let store = MemoryStore::default();
        Ledger::create(&store, MAIN, &before, "", Mark { seq: 1, epoch: 1 }).unwrap();
        let keys: Vec<String> = store.entries().into_keys().filter(|key| !key.ends_with("/wal")).collect();
        let key = &keys[at % keys.len()];
        let inner = &key[entries::prefix(MAIN).len()..];
        let entry = Entry::parse(inner).unwrap();
        let text = sealed_with_edge(&entry, &store.get(key).unwrap().unwrap(), field, &edge(to));
        store.set(key, &text).unwrap();
        if let Ok(Found::Newer(_)) = load(&store, MAIN) {
            // It says that a newer version has written it, which is left alone.
            return Ok(());
        }
        let mut opened = kept(&store);
        opened.repair(&store).unwrap();
        let told = aside::list(&store).unwrap();
        let mut again = kept(&store);
        prop_assert!(again.broken.is_empty(), "told anew: {:?}", again.broken);
        again.repair(&store).unwrap();
        prop_assert_eq!(aside::list(&store).unwrap(), told);
        for record in before.records().filter(|record| inner != Entry::Job(record.job.no).key()) {
            prop_assert!(again.workspace.record(record.job.no).is_some(), "job {}", record.job.no);
        }
    }
}
