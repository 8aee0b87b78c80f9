//! Workspaces as files: what goes out comes in again, and nothing else does.

use std::time::{Duration, Instant};

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::portable::{MOST_BYTES, NotImported, export, import};

use crate::support::workspace;

#[test]
fn a_workspace_comes_back_from_its_file() {
    for scenario in Scenario::all() {
        let before = workspace(scenario, Some(300));
        assert_eq!(import(&export(&before, "My class")), Ok((before, "My class".to_owned())));
    }
}

#[test]
fn hostile_files_are_refused_with_a_reason_within_a_second() {
    let good = export(&workspace(Scenario::Contoso, None), "");
    let entry = |key: &str| NotImported::Entry(key.to_owned());
    let first_job = good.find("[\"job/1\",").unwrap();
    let end = good.find("[\"job/2\",").unwrap();
    let job = &good[first_job..end];
    let cases: Vec<(&str, String, NotImported)> = vec![
        ("50 MB", " ".repeat(50_000_000), NotImported::TooLarge),
        ("depth", "[".repeat(10_000), NotImported::NotAWorkspace),
        ("depth in a field", format!("{{\"product\":{}", "[".repeat(10_000)), NotImported::NotAWorkspace),
        (
            "depth in an entry",
            good.replace(job, &format!("[\"job/1\",{:?}],", "[".repeat(10_000))),
            entry("job/1"),
        ),
        ("empty", String::new(), NotImported::NotJson { line: 1, column: 0 }),
        (
            "cut off",
            good[..good.len() / 2].to_owned(),
            NotImported::NotJson { line: 1, column: good.len() / 2 },
        ),
        ("other JSON", "{\"jobs\":[]}".to_owned(), NotImported::NotAWorkspace),
        ("proto", good.replacen('{', "{\"__proto__\":{\"x\":1},", 1), NotImported::NotAWorkspace),
        ("proto entry", good.replace(job, "[\"__proto__\",\"x\"],"), entry("__proto__")),
        ("wrong type", good.replace("\"entries\":[", "\"entries\":{"), NotImported::NotAWorkspace),
        (
            "other product",
            good.replace("import-export-portal", "<script>alert(1)</script>"),
            NotImported::NotAWorkspace,
        ),
        ("newer", good.replace("\"schema\":3", "\"schema\":4"), NotImported::Newer),
        ("twice", good.replace(job, &job.repeat(2)), NotImported::Duplicate("job/1".to_owned())),
        ("script", good.replace("Contoso Mail Room", "<script>alert(1)</script>"), entry("job/1")),
        ("a log under way", good.replace(job, "[\"wal\",\"x\"],"), entry("wal")),
        (
            "nothing in it",
            good.replace(&good[good.find(":[[").unwrap()..], ":[]}"),
            NotImported::NotAWorkspace,
        ),
    ];
    for (name, text, reason) in cases {
        let start = Instant::now();
        assert_eq!(import(&text), Err(reason), "{name}");
        assert!(start.elapsed() < Duration::from_secs(1), "{name}: {:?}", start.elapsed());
    }
    let head = good.find("[\"head\",").unwrap();
    assert_eq!(import(&[&good[..head - 1], "]}"].concat()), Err(entry("head")));
}

#[test]
fn the_largest_workspace_fits_into_a_file() {
    let text = export(&workspace(Scenario::Load, Some(10_000)), "");
    println!("10,000 jobs are a file of {} bytes", text.len());
    assert!(text.len() < MOST_BYTES / 2);
}
