//! The contract of the start: what the start script (src/boot.js), the page (index.html), the build (Trunk.toml, xtask)
//! and the program agree on by name alone, which no compiler looks at.
//!
//! - `portalBoot`: what the script offers to the program.
//! - the tag `portal-files`: which files there are, and their digests.
//! - `boot-…`: the sentences of the page that the script shows.
//! - the locales: which texts a release build keeps beside the code in every language, and which come with the reader's.
//! - `iep/pref/`: preferences that are read before the program runs, and by the package for a learning platform.

#![allow(clippy::expect_used, reason = "the helpers of tests are tests too")]

mod sources;

use std::collections::{BTreeMap, BTreeSet};

use sources::{read, root, rust_files};

fn file(path: &str) -> String {
    read(&root().join(path))
}

/// The text of every Rust file below a folder.
fn texts(folder: &str) -> Vec<String> {
    let found: Vec<String> = rust_files(folder).iter().map(|path| read(path)).collect();
    assert!(found.len() > 10, "{folder} has too few files: {}", found.len());
    found
}

/// What stands between `before` and the next `after`, wherever that is.
fn between(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    let parts = text.split(before).skip(1);
    parts.filter_map(|part| part.split_once(after)).map(|(found, _)| found.trim().to_owned()).collect()
}

/// Every word that follows `before`, whatever comes after.
fn words(text: &str, before: &str) -> BTreeSet<String> {
    let word = |part: &str| -> String {
        part.chars().take_while(|char| char.is_alphanumeric() || matches!(char, '-' | '_')).collect()
    };
    text.split(before).skip(1).map(word).filter(|found| !found.is_empty()).collect()
}

fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn what_the_start_script_offers_is_what_is_asked_of_it() {
    let boot = file("src/boot.js");
    let list = between(&boot, "portalBoot = Object.freeze({", "});");
    let list = list.first().expect("what is offered").clone();
    let offered: BTreeSet<String> =
        list.split(',').filter_map(|one| one.split(':').next()).map(|name| name.trim().to_owned()).collect();
    let mut asked = words(&file("xtask/src/split/loader.rs"), "portalBoot.");
    for text in texts("src") {
        asked.extend(
            between(&text, "js_namespace = portalBoot, js_name = ", ")")
                .into_iter()
                .map(|name| name.split(',').next().unwrap_or_default().trim().to_owned()),
        );
        asked.extend(between(&text, "told(\"", "\")"));
    }
    assert_eq!(offered, asked);
}

#[test]
fn every_sentence_of_the_page_is_shown_by_the_start_script_and_every_one_that_it_shows_is_there() {
    let boot = file("src/boot.js");
    let in_page = words(&file("index.html"), "id=\"boot-");
    let mut shown = words(&boot, "\"boot-");
    // Troubles are told by their names alone.
    let quoted = boot.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    shown.extend(quoted.filter(|name| in_page.contains(*name)).map(str::to_owned));
    assert_eq!(shown, in_page);
}

#[test]
fn the_tag_of_the_files_has_what_is_read_of_it() {
    let (boot, trunk, finish) = (file("src/boot.js"), file("Trunk.toml"), file("xtask/src/finish.rs"));
    // Written by Trunk at every build, and by `finish` for a release.
    let by_trunk =
        words(between(&trunk, "<meta name=\"portal-files\"", ">").first().expect("a tag"), "data-");
    assert_eq!(by_trunk, set(["js", "wasm", "worker"]));
    for written in ["data-later=\\\"./{}", "data-texts=\\\"{}"] {
        assert!(finish.contains(written), "finish.rs writes {written}");
    }
    let checked = between(&finish, "const CHECKED: [&str; 5] = [", "];");
    let checked: BTreeSet<String> = checked
        .first()
        .expect("what is checked")
        .split(", ")
        .map(|name| name.trim_matches('"').to_owned())
        .collect();
    let mut known = by_trunk;
    known.extend(set(["later", "later-style"]));
    assert_eq!(checked, known);
    // As a script spells the names of attributes.
    let known: BTreeSet<String> = known.iter().map(|name| name.replace("-s", "S")).collect();
    let mut read_by_script = words(&boot, "files.");
    // Its digests stand in it.
    assert!(read_by_script.remove("texts"), "boot.js reads where the texts are");
    for taken in between(&boot, "const { ", " } = files;") {
        let names = taken.split(", ").filter_map(|one| one.split(" = ").next());
        read_by_script.extend(names.map(str::to_owned));
    }
    let digests = known.iter().map(|name| format!("{name}Integrity"));
    assert_eq!(read_by_script, known.iter().cloned().chain(digests).collect());
    // The program reads the digest of its worker, and of the catalogue of lessons in the reader's language.
    let mut read_by_program = BTreeSet::new();
    for text in texts("src").into_iter().filter(|text| text.contains("meta[name=portal-files]")) {
        read_by_program.extend(words(&text, "get_attribute(\"data-"));
        read_by_program.extend(words(&text, "get_attribute(&format!(\"data-"));
    }
    assert_eq!(read_by_program, set(["worker-integrity", "lessons-"]));
    assert!(
        finish.contains("data-lessons-{tag}-integrity"),
        "finish.rs writes the digests of the catalogues"
    );
}

/// The messages of the locales, each with whether its group is marked as said in any language.
fn messages() -> BTreeMap<String, bool> {
    let mut in_any = false;
    let mut messages = BTreeMap::new();
    for line in file("src/portal/locales/en.ftl").lines() {
        if line.starts_with("## ") {
            in_any = line.ends_with("(in any language)");
        } else if let Some((name, _)) = line.split_once(" =")
            && line.starts_with(|char: char| char.is_ascii_lowercase())
        {
            messages.insert(name.replace('-', "_"), in_any);
        }
    }
    messages
}

#[test]
fn what_is_said_in_the_language_of_a_request_is_there_in_every_language() {
    let messages = messages();
    // Requests are answered in the language that they ask for, and other tabs of the portal in theirs.
    let mut answering: Vec<String> = ["api", "journal", "service", "sync"]
        .iter()
        .flat_map(|layer| texts(&format!("src/{layer}")))
        .collect();
    answering.push(file("src/portal/prototype/network/answers.rs"));
    // The part of it that scripts are answered with.
    answering.extend(between(&file("src/portal/ui/commands.rs"), "pub fn not_done_sentence", "\n}"));
    let said: BTreeSet<String> = answering
        .iter()
        .flat_map(|text| ["Messages::", "messages.", "m."].map(|before| words(text, before)))
        .flatten()
        .filter(|name| messages.contains_key(name))
        .collect();
    assert!(said.len() > 80, "only {} messages are found in the code that answers", said.len());
    let unmarked: Vec<&String> = said.iter().filter(|name| !messages[*name]).collect();
    assert!(unmarked.is_empty(), "groups of en.ftl to be marked “(in any language)”: {unmarked:?}");
    // The names of languages are shown beside each other.
    assert!(messages["language_name"]);
    // Most of what the portal says is said in its own language alone.
    assert!(messages.values().filter(|in_any| **in_any).count() < messages.len() / 8);
}

#[test]
fn preferences_that_are_read_before_the_program_runs_are_kept_by_it_under_the_same_names() {
    let mut kept = BTreeSet::new();
    for text in texts("src/portal") {
        kept.extend(between(&text, "write(\"", "\""));
        kept.extend(between(&text, "const PREFERENCE: &str = \"", "\""));
    }
    let prefix = between(&file("src/portal/ui/preferences.rs"), "const PREFIX: &str = \"", "\"");
    for script in ["src/boot.js", "scorm/scorm.js"] {
        let text = file(script);
        let asked = between(&text, "preference(\"", "\"");
        assert!(
            !asked.is_empty() && asked.is_subset(&kept),
            "{script} asks for {asked:?}, kept are {kept:?}"
        );
        let asks = format!("localStorage.getItem(own + \"{}\" + name)", prefix.first().expect("a prefix"));
        assert!(text.contains(&asks), "{script} does not ask by {asks}");
    }
}

#[test]
fn all_scripts_know_copies_apart_by_the_same_name() {
    for script in ["src/boot.js", "scorm/scorm.js"] {
        assert!(file(script).contains("\"iep/home\""), "{script}");
    }
}
