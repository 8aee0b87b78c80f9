//! The arrows between the layers, read from the source: who may name whom, and who names no one.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::expect_used)]

mod sources;

use std::collections::BTreeSet;
use std::path::Path;

use sources::{read, root, rust_files};

/// A layer, which is a folder or file of src, and the layers that it may name.
const ARROWS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("phrases", &[]),
    ("service", &["domain"]),
    ("api", &["service", "domain", "phrases"]),
    ("store", &["service", "domain"]),
    ("journal", &["store", "api", "service", "domain", "phrases"]),
    ("lessons", &["journal", "store", "api", "service", "domain", "phrases"]),
    // The protocol between tabs: what it writes, what it answers with and records, and what they speak of.
    ("sync", &["journal", "store", "api", "service", "domain", "phrases"]),
    ("relay", &["api"]),
    ("portal", &["lessons", "journal", "api", "service", "domain", "phrases", "store", "sync", "relay"]),
];

/// What only the browser's half may name.
const BROWSER: [&str; 10] = [
    "leptos",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "js_sys",
    "gloo",
    "gloo_storage",
    "gloo_timers",
    "gloo_events",
    "target_arch",
];

/// What rules and service must not know: formats, clocks, chance, the world outside.
const WORLD: [&str; 12] = [
    "serde",
    "serde_json",
    "rand",
    "getrandom",
    "chrono",
    "std::time",
    "std::env",
    "std::fs",
    "std::net",
    "std::thread",
    "std::process",
    "proptest",
];

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for file in rust_files("src") {
        let Some(layer) = layer_of(&file) else { continue };
        let allowed = ARROWS.iter().find(|(name, _)| *name == layer).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!("{}: {layer} is no layer that this test knows", file.display()));
            continue;
        };
        for named in layers_named(&code(&read(&file)), depth_of(&file)) {
            if named != layer && !allowed.contains(&named) {
                wrong.push(format!("{}: {layer} names {named}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn rules_and_service_know_neither_formats_nor_clocks_nor_chance() {
    for layer in ["src/domain", "src/service"] {
        names_none_of(layer, &WORLD);
    }
}

#[test]
fn everything_below_the_portal_compiles_without_a_browser() {
    for layer in
        ["src/domain", "src/service", "src/api", "src/journal", "src/lessons", "src/sync", "src/phrases.rs"]
    {
        names_none_of(layer, &BROWSER);
    }
}

#[test]
fn the_portal_has_no_private_door() {
    let mut wrong = Vec::new();
    for file in rust_files("src/portal") {
        let text = read(&file);
        // What a test does to get its jobs is its own affair.
        let text = code(text.split("#[cfg(test)]").next().unwrap_or_default());
        let backend = file.starts_with(root().join("src/portal/backend"));
        let doors = [".prepare(", "workspace::Command", "service::command"];
        wrong.extend(doors.iter().filter(|door| !backend && text.contains(**door)).map(|door| {
            format!("{} uses {door}: what the REST call may not do, the button cannot", file.display())
        }));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_begins_with_its_noun() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "xtask/src", "examples"] {
        for file in rust_files(folder) {
            let text = read(&file);
            let head = text.lines().next().unwrap_or_default();
            if !head.starts_with("//! ") || head.len() < 12 {
                wrong.push(format!("{} begins with {head:?}", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn names_none_of(place: &str, words: &[&str]) {
    let files = rust_files(place);
    assert!(!files.is_empty(), "{place} is there");
    for file in files {
        let text = code(&read(&file));
        for word in words {
            assert!(!names(&text, word), "{} names {word}", file.display());
        }
    }
}

/// The first part of the file's path under src; none for the roots of the crates.
fn layer_of(file: &Path) -> Option<String> {
    let under = file.strip_prefix(root().join("src")).ok()?;
    let first = under.iter().next()?.to_str()?.trim_end_matches(".rs").to_owned();
    (first != "lib" && first != "main").then_some(first)
}

/// How many `super` lead from the file's own module to the crate.
fn depth_of(file: &Path) -> usize {
    let under = file.strip_prefix(root().join("src")).unwrap_or(file);
    under.iter().count() - usize::from(under.ends_with("mod.rs"))
}

/// The source without comments and without what stands in quotes.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => {
                while rest.peek().is_some_and(|c| *c != '\n') {
                    rest.next();
                }
            }
            '"' => {
                while let Some(c) = rest.next().filter(|c| *c != '"') {
                    if c == '\\' {
                        rest.next();
                    }
                }
            }
            // A quote as a character is no beginning of a text.
            '\'' if rest.peek() == Some(&'"') => {
                rest.next();
            }
            _ => code.push(c),
        }
    }
    code
}

fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `code` holds `word` as a whole word or path.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_part_of_a_word) && !after.is_some_and(is_part_of_a_word)
    })
}

/// The layers that paths in `code` lead to, in a module so far below the crate.
fn layers_named(code: &str, depth: usize) -> BTreeSet<&'static str> {
    let mut heads: Vec<String> = Vec::new();
    let out_of_here = "super::".repeat(depth);
    for way in ["crate::", "import_export_portal::", out_of_here.as_str()] {
        for (at, _) in code.match_indices(way) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(is_part_of_a_word) {
                heads.extend(first_names(&code[at + way.len()..]));
            }
        }
    }
    ARROWS.iter().map(|(layer, _)| *layer).filter(|layer| heads.iter().any(|head| head == layer)).collect()
}

/// The first names of a path, or of each path in braces.
fn first_names(path: &str) -> Vec<String> {
    let word =
        |text: &str| -> String { text.trim_start().chars().take_while(|c| is_part_of_a_word(*c)).collect() };
    let Some(inside) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut depth = 0;
    let mut names = vec![word(inside)];
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(word(&inside[at + 1..])),
            _ => {}
        }
    }
    names
}

#[test]
fn paths_are_found_however_they_are_written() {
    for (text, depth, expected) in [
        ("use crate::api::message::Request;", 2, vec!["api"]),
        ("use crate::{domain::{job, store}, service::log};", 2, vec!["domain", "service"]),
        ("let x = crate::portal::x();", 2, vec!["portal"]),
        ("use super::super::store::Port;", 2, vec!["store"]),
        ("use super::store::Port;", 2, vec![]),
        ("// crate::api\nlet text = \"crate::api \\\" crate::store\";", 2, vec![]),
        ("let quote = '\"'; use crate::api; let quote = '\"';", 2, vec!["api"]),
        ("pub(crate) fn domain() {}", 2, vec![]),
        ("use mycrate::api;", 2, vec![]),
    ] {
        let found: Vec<&str> = layers_named(&code(text), depth).into_iter().collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn words_are_found_whole() {
    assert!(names("use serde::Serialize;", "serde"));
    assert!(names("std::time::Instant::now()", "std::time"));
    assert!(!names("use serde_json;", "serde"));
    assert!(!names("let operand = 1;", "rand"));
}
