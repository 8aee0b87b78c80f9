//! Workspaces as files: what goes out comes in again, and nothing else does.

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::codec;
use import_export_portal::store::entries::Entry;
use import_export_portal::store::portable::{MOST_BYTES, NotImported, export, import};

use serde_json::Value;

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
        ("empty", String::new(), NotImported::CutOff),
        ("cut off", good[..good.len() / 2].to_owned(), NotImported::CutOff),
        ("other JSON", "{\"jobs\":[]}".to_owned(), NotImported::NotAWorkspace),
        ("proto", good.replacen('{', "{\"__proto__\":{\"x\":1},", 1), NotImported::NotAWorkspace),
        ("proto entry", good.replace(job, "[\"__proto__\",\"x\"],"), entry("__proto__")),
        ("wrong type", good.replace("\"entries\":[", "\"entries\":{"), NotImported::NotAWorkspace),
        (
            "other product",
            good.replace("import-export-portal", "<script>alert(1)</script>"),
            NotImported::NotAWorkspace,
        ),
        ("newer", good.replace("\"schema\":5", "\"schema\":6"), NotImported::Newer),
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
        assert_eq!(import(&text), Err(reason), "{name}");
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

/// An entry of a file whose elements were changed by somebody who can count the check as well.
fn forged(key: &str, good: &str, change: impl FnOnce(&mut Vec<Value>)) -> String {
    let entry = Entry::parse(key).unwrap();
    let mut file: Value = serde_json::from_str(good).unwrap();
    let entries = file["entries"].as_array_mut().unwrap();
    let found = entries.iter_mut().find(|pair| pair[0] == key).unwrap();
    let mut elements = codec::elements(&entry, found[1].as_str().unwrap()).unwrap();
    change(&mut elements);
    found[1] = codec::sealed(&entry, &elements).into();
    file.to_string()
}

#[test]
fn a_file_whose_checks_are_right_still_keeps_the_limits_of_the_service() {
    let good = export(&workspace(Scenario::Contoso, None), "");
    assert!(import(&forged("head", &good, |_| {})).is_ok(), "what is forged without a change is sound");
    let import_job = |change: fn(&mut Vec<Value>)| {
        let file: Value = serde_json::from_str(&good).unwrap();
        let is_import = |pair: &&Value| pair[1].as_str().unwrap().contains("{\"i\":[");
        let key = file["entries"].as_array().unwrap().iter().find(is_import).unwrap()[0]
            .as_str()
            .unwrap()
            .to_owned();
        (key.clone(), forged(&key, &good, |row| change(row[3]["i"].as_array_mut().unwrap())))
    };
    let drives: [fn(&mut Vec<Value>); 3] = [
        |drives| drives.clear(),
        |drives| drives.push(drives[0].clone()),
        |drives| {
            for n in 0..100_000 {
                let mut drive = drives[0].clone();
                drive[0] = format!("DRIVE{n}").into();
                drives.push(drive);
            }
        },
    ];
    for change in drives {
        let (key, text) = import_job(change);
        assert_eq!(import(&text), Err(NotImported::Entry(key)));
    }
    // The numbers of the next job and the next line, and the speed of the clock.
    for (place, value) in [(9, u64::MAX), (10, u64::MAX), (4, 7)] {
        let text = forged("head", &good, |row| row[place] = value.into());
        assert_eq!(import(&text), Err(NotImported::Entry("head".to_owned())), "{place}");
    }
}

#[test]
fn a_file_of_very_many_entries_is_refused_when_they_are_too_many() {
    let good = export(&workspace(Scenario::Empty, None), "");
    for kind in ["job", "log"] {
        let many: String = (1..1_000_000)
            .map(|n| format!("[\"{kind}/{n}\",\"\"],"))
            .take_while({
                let mut room = MOST_BYTES - 10_000;
                move |entry| {
                    let fits = room >= entry.len();
                    room = room.saturating_sub(entry.len());
                    fits
                }
            })
            .collect();
        let text = good.replace("\"entries\":[", &format!("\"entries\":[{many}"));
        assert!(text.len() > MOST_BYTES / 2);
        assert_eq!(import(&text), Err(NotImported::TooMany), "{kind}");
    }
}
