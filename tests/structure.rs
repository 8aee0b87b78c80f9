//! The structure of src: what a room of the portal may name, files that name each other in a circle, names that mean two
//! things, and sizes.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::expect_used)]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use sources::{read, root, rust_files};

/// The most lines of a file that a reader holds in the head.
const LINES: usize = 400;

/// The most modules side by side.
const MODULES: usize = 20;

/// The features of the portal: rooms that name one another by route alone.
const FEATURES: [&str; 13] = [
    "activity",
    "conformance",
    "console",
    "create",
    "embed",
    "job",
    "jobs",
    "learn",
    "present",
    "prototype",
    "settings",
    "timeline",
    "welcome",
];

/// What stands under the features, and what of the portal it may name.
const FLOORS: [(&str, &[&str]); 4] = [
    ("ui", &["ui", "text", "route", "backend", "call_history", "rooms/later"]),
    ("text", &["text", "ui/preferences", "ui/reactive"]),
    ("route", &["route", "ui/reactive"]),
    ("backend", &["backend", "route", "call_history", "rooms/later", "ui/reactive", "ui/commands"]),
];

/// The files that name the rooms for those below them: what is fetched behind the first view, and what when asked for.
const REGISTRIES: [&str; 2] = ["portal/rooms/later", "portal/rooms"];

/// Files that are still too long. One that is cut goes from this list.
const LONG: [&str; 0] = [];

type Module = String;

#[test]
fn features_name_each_other_by_route_alone() {
    let modules = modules();
    let mut wrong = Vec::new();
    for (module, named) in arrows(&modules) {
        let Some(feature) = FEATURES.iter().find(|feature| is_in(&module, &format!("portal/{feature}")))
        else {
            continue;
        };
        let others = FEATURES.iter().chain(&["shell"]).filter(|other| *other != feature);
        let others: Vec<String> = others.map(|other| format!("portal/{other}")).collect();
        let reached = named.iter().filter(|named| others.iter().any(|other| is_in(named, other)));
        wrong.extend(reached.map(|named| format!("{module} names {named}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_folder_of_the_portal_is_a_feature_or_stands_under_them_or_around_them() {
    let folders: BTreeSet<String> = modules()
        .into_keys()
        .filter_map(|module| {
            module.strip_prefix("portal/")?.split_once('/').map(|(folder, _)| folder.to_owned())
        })
        .collect();
    let floors = FLOORS.iter().map(|(floor, _)| *floor);
    let known = FEATURES.into_iter().chain(floors).chain(["rooms", "shell"]).map(str::to_owned).collect();
    assert_eq!(folders, known);
}

#[test]
fn what_stands_under_the_features_names_none_of_them() {
    let modules = modules();
    let mut wrong = Vec::new();
    for (module, named) in arrows(&modules) {
        let Some((_, allowed)) = FLOORS.iter().find(|(floor, _)| is_in(&module, &format!("portal/{floor}")))
        else {
            continue;
        };
        let foreign = named.iter().filter(|named| is_in(named, "portal") && *named != "portal");
        let foreign =
            foreign.filter(|named| !allowed.iter().any(|may| is_in(named, &format!("portal/{may}"))));
        wrong.extend(foreign.map(|named| format!("{module} names {named}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let modules = modules();
    let mut arrows = arrows(&modules);
    REGISTRIES.iter().for_each(|registry| drop(arrows.remove(*registry)));
    let found = circles(&arrows);
    assert_eq!(found, BTreeSet::new(), "files that name each other in a circle");
}

#[test]
fn the_name_of_a_public_type_means_one_thing() {
    let texts = modules().into_iter().map(|(module, file)| (module, read(&file))).collect();
    assert_eq!(ambiguous(&texts), BTreeMap::new(), "names of public types that several modules declare");
}

#[test]
fn files_are_short_enough_to_hold_in_the_head() {
    let long: Vec<Module> = modules()
        .into_iter()
        .filter(|(_, file)| read(file).lines().count() > LINES)
        .map(|(module, _)| module)
        .collect();
    assert_eq!(long, LONG, "files of more than {LINES} lines");
}

#[test]
fn a_level_has_few_enough_modules_to_be_seen_at_once() {
    let mut levels: BTreeMap<String, usize> = BTreeMap::new();
    for module in modules().keys() {
        let level = module.rsplit_once('/').map_or("", |(level, _)| level);
        *levels.entry(level.to_owned()).or_default() += 1;
    }
    levels.retain(|_, count| *count > MODULES);
    assert_eq!(levels, BTreeMap::new());
}

/// Where the standard library may sort: in the one place for all, and in what runs when the portal is built.
const SORTING: [&str; 2] = ["service/sorted", "phrases/generate"];

#[test]
fn lists_are_sorted_by_one_piece_of_code() {
    let by_itself = |code: &str| {
        [".sort(", ".sort_by(", ".sort_by_key(", ".sort_by_cached_key(", ".sort_unstable"]
            .iter()
            .any(|way| code.contains(way))
    };
    let found: Vec<Module> = modules()
        .into_iter()
        .filter(|(module, _)| !SORTING.contains(&module.as_str()) && !module.ends_with("/tests"))
        .filter(|(_, file)| by_itself(&code(&read(file))))
        .map(|(module, _)| module)
        .collect();
    assert_eq!(found, Vec::<Module>::new(), "4 kB of wasm each: service/sorted.rs has one for all");
    assert!(by_itself(&code("fn f(all: &mut Vec<u8>) {\n    all.sort_unstable_by_key(|one| *one);\n}")));
    assert!(!by_itself(&code("fn f(all: &mut Vec<u8>) {\n    sort_by(all, Ord::cmp);\n}")));
}

/// The names of public types that are declared more than once, each with the modules that declare it.
fn ambiguous(texts: &BTreeMap<Module, String>) -> BTreeMap<String, Vec<Module>> {
    let mut all: BTreeMap<String, Vec<Module>> = BTreeMap::new();
    for (module, text) in texts {
        for name in public_types(text) {
            all.entry(name).or_default().push(module.clone());
        }
    }
    all.retain(|_, modules| modules.len() > 1);
    all
}

/// The names of the public types that a source declares, however far they can be seen; of those that a macro declares,
/// only the names that stand in the macro itself.
fn public_types(text: &str) -> Vec<String> {
    let name = |line: &str| {
        let rest = line.trim_start().strip_prefix("pub")?;
        let rest =
            rest.strip_prefix('(').map_or(Some(rest), |seen| seen.split_once(')').map(|(_, rest)| rest))?;
        let mut words = rest.split_whitespace();
        if !["struct", "enum", "union", "type", "trait"].contains(&words.next()?) {
            return None;
        }
        let name = words.next()?.split(|c: char| !c.is_alphanumeric()).next()?;
        (!name.is_empty()).then(|| name.to_owned())
    };
    code(text).lines().filter_map(name).collect()
}

/// Whether `module` is `place` or in it.
fn is_in(module: &str, place: &str) -> bool {
    module.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Every module of src by its path, such as `api/wire/job`, with its file.
fn modules() -> BTreeMap<Module, PathBuf> {
    let src = root().join("src");
    let named = |path: PathBuf| {
        let under = path.strip_prefix(&src).expect("a file of src is under src").with_extension("");
        let name = under.to_str().expect("names are plain").to_owned();
        let name = name.strip_suffix("/mod").unwrap_or(&name).to_owned();
        (name != "lib" && name != "main").then_some((name, path))
    };
    rust_files("src").into_iter().filter_map(named).collect()
}

/// Which modules each module names. What it only hands on with `pub use` is named by those who use it.
fn arrows(modules: &BTreeMap<Module, PathBuf>) -> BTreeMap<Module, BTreeSet<Module>> {
    let names = |(module, file): (&Module, &PathBuf)| {
        let text = code(&read(file));
        let mut named: BTreeSet<Module> =
            paths(&text).iter().filter_map(|path| resolved(path, module, modules)).collect();
        named.remove(module);
        (module.clone(), named)
    };
    modules.iter().map(names).collect()
}

/// The module that a path leads to from `here`, if it is one of ours.
fn resolved(path: &str, here: &str, modules: &BTreeMap<Module, PathBuf>) -> Option<Module> {
    let mut base: Vec<&str> = here.split('/').collect();
    let mut words = path.split("::").map(str::trim).peekable();
    let child = |word: &str| modules.contains_key(&format!("{here}/{word}"));
    match words.peek().copied()? {
        "crate" => {
            words.next();
            base.clear();
        }
        "self" => {
            words.next();
        }
        "super" => {
            while words.next_if_eq(&"super").is_some() {
                base.pop();
            }
        }
        word if child(word) => {}
        _ => return None,
    }
    base.extend(words);
    (1..=base.len()).rev().map(|length| base[..length].join("/")).find(|module| modules.contains_key(module))
}

/// The source without comments, texts, tests and what is handed on.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut kept = String::new();
    let mut hands_on = false;
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        hands_on |= line.starts_with("pub use ") || line.starts_with("pub(super) use ");
        if !hands_on {
            kept.extend(line.split('"').step_by(2));
            kept.push('\n');
        }
        hands_on &= !line.contains(';');
    }
    kept
}

/// Every path in `code`, those in braces one by one.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(at) = rest.find("::") {
        let (before, after) = rest.split_at(at);
        let start = before.rfind(|c: char| !is_word(c)).map_or(0, |place| place + 1);
        let whole = format!("{}{after}", &before[start..]);
        let used = spread(&whole, "", &mut found);
        rest = rest.get(start + used..).unwrap_or_default();
    }
    found
}

/// Notes the path that `text` begins with, or each of those in its braces; how much of the text that took.
fn spread(text: &str, before: &str, found: &mut Vec<String>) -> usize {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let end = text.find(|c: char| !is_path(c)).unwrap_or(text.len());
    let (head, tail) = text.split_at(end);
    let path = format!("{before}{head}");
    if !(head.ends_with("::") && tail.starts_with('{')) {
        found.push(path.trim_end_matches(':').to_owned());
        return end.max(1);
    }
    let mut at = end + 1;
    while let Some(inside) = text.get(at..).filter(|inside| !inside.is_empty()) {
        match inside.chars().next() {
            Some('}') => return at + 1,
            Some(c) if is_path(c) => at += spread(inside, &path, found),
            Some(c) => at += c.len_utf8(),
            None => break,
        }
    }
    text.len()
}

/// The sets of modules that reach each other, of more than one.
fn circles(arrows: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<BTreeSet<Module>> {
    let reached = |from: &Module| {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(module) = open.pop() {
            for next in arrows.get(module).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        seen
    };
    let all: BTreeMap<&Module, BTreeSet<Module>> =
        arrows.keys().map(|module| (module, reached(module))).collect();
    let circle = |module: &Module| -> BTreeSet<Module> {
        let back = |other: &&Module| all.get(*other).is_some_and(|reached| reached.contains(module));
        all[module].iter().filter(back).cloned().collect()
    };
    all.keys().map(|module| circle(module)).filter(|circle| circle.len() > 1).collect()
}

#[test]
fn a_planted_circle_is_found() {
    let arrow = |from: &str, to: &[&str]| (from.to_owned(), to.iter().map(|to| (*to).to_owned()).collect());
    let chain = BTreeMap::from([arrow("a", &["b"]), arrow("b", &["c"]), arrow("c", &[])]);
    assert!(circles(&chain).is_empty());
    let ring =
        BTreeMap::from([arrow("a", &["b"]), arrow("b", &["c"]), arrow("c", &["a"]), arrow("d", &["a"])]);
    let expected = BTreeSet::from(["a", "b", "c"].map(str::to_owned));
    assert_eq!(circles(&ring), BTreeSet::from([expected]));
}

#[test]
fn a_planted_name_that_means_two_things_is_found() {
    let declared = |first: &str, second: &str| {
        let texts =
            [("a", first), ("b/c", second)].map(|(module, text)| (module.to_owned(), text.to_owned()));
        ambiguous(&texts.into()).into_keys().collect::<Vec<_>>()
    };
    let first = "pub struct Step<'a>(&'a str);";
    for second in [
        "pub enum Step { One }",
        "pub(crate) type Step = u8;",
        "    pub(in crate::a) trait Step: Copy {}",
        "/// One.\n#[derive(Debug)]\npub(super) struct Step;",
    ] {
        assert_eq!(declared(first, second), ["Step"], "{second}");
    }
    for second in [
        "struct Step;",
        "pub struct Steps;",
        "pub fn step() -> Step { Step }",
        "pub use a::Step;",
        "// pub struct Step;",
        "pub enum $of { Step }",
    ] {
        assert_eq!(declared(first, second), Vec::<String>::new(), "{second}");
    }
}

#[test]
fn paths_lead_to_modules_however_they_are_written() {
    let modules: BTreeMap<Module, PathBuf> =
        ["portal", "portal/job", "portal/job/page", "portal/jobs", "api/wire/job", "portal/ui"]
            .map(|module| (module.to_owned(), PathBuf::new()))
            .into();
    for (text, here, expected) in [
        ("use crate::portal::jobs::List;", "portal/job/page", vec!["portal/jobs"]),
        (
            "use crate::{api::wire::job, portal::{ui::Icon, jobs}};",
            "main",
            vec!["api/wire/job", "portal/jobs", "portal/ui"],
        ),
        ("use super::super::jobs::List as Jobs;", "portal/job/page", vec!["portal/jobs"]),
        ("let page = page::JobPage;", "portal/job", vec!["portal/job/page"]),
        ("pub use page::JobPage;", "portal/job", vec![]),
        ("// crate::portal::jobs", "portal/job", vec![]),
        ("let text = \"crate::portal::jobs\";", "portal/job", vec![]),
        ("let x = a < b && crate::portal::jobs::f();", "portal/job", vec!["portal/jobs"]),
    ] {
        let found: BTreeSet<Module> =
            paths(&code(text)).iter().filter_map(|path| resolved(path, here, &modules)).collect();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), expected, "{text}");
    }
}
