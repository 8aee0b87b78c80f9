//! The style sheets: what a designer restyles stands in style/tokens.css alone.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

use import_export_portal::domain::drive::DriveState;
use import_export_portal::domain::state::JobState;
use import_export_portal::portal::ui::state_look::{StateLook, drive_state_look, job_state_look};

/// Words that say nothing about a size, a weight or a colour of our own.
const WORDS: [&str; 11] =
    ["auto", "inherit", "none", "normal", "initial", "unset", "var", "calc", "min", "max", "clamp"];

/// The names of colours that somebody might write; the rest is found by its `#` or its function.
const COLOURS: [&str; 16] = [
    "white", "black", "red", "green", "blue", "gray", "grey", "silver", "yellow", "orange", "purple", "navy",
    "teal", "pink", "brown", "gold",
];

#[test]
fn colours_type_spacing_and_radii_are_tokens() {
    let mut wrong = Vec::new();
    for file in sheets() {
        let text = fs::read_to_string(&file).expect("a style sheet can be read");
        for (property, value) in declarations(&text) {
            let literal = if is_measured(&property) { measure(&value) } else { colour(&value) };
            if let Some(literal) = literal {
                wrong.push(format!("{}: {property}: {value}: {literal} is no token", file.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_state_has_its_colour_and_its_icon() {
    let icons = fs::read_to_string(root().join("icons.svg")).expect("the icons can be read");
    let sheets: String =
        sheets().iter().map(|file| fs::read_to_string(file).expect("a style sheet can be read")).collect();
    let gives_colour = |class: &str| {
        let mut rules = sheets.split('}').filter(|rule| rule.contains("--state:"));
        rules.any(|rule| {
            let mut selectors = rule.split(|c: char| c.is_whitespace() || c == ',');
            selectors.any(|selector| selector.strip_prefix('.') == Some(class))
        })
    };
    let looks = JobState::ALL.map(job_state_look).into_iter().chain(DriveState::ALL.map(drive_state_look));
    for StateLook { icon, class } in looks {
        assert!(icons.contains(&format!("id=\"i-{icon}\"")), "style/icons.svg has no i-{icon}");
        assert!(gives_colour(class), "no style sheet gives .{class} its --state");
    }
}

#[test]
fn every_token_that_is_named_is_there() {
    let texts: Vec<String> = all_sheets()
        .iter()
        .map(|file| fs::read_to_string(file).expect("a style sheet can be read"))
        .collect();
    let declared: Vec<String> = texts
        .iter()
        .flat_map(|text| declarations(text))
        .filter_map(|(property, _)| property.starts_with("--").then_some(property))
        .collect();
    // These come from the code, where a value is known only while the portal runs.
    let given = ["--n", "--x", "--y", "--w", "--spacer"];
    let mut unknown: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split("var(").skip(1))
        .filter_map(|rest| rest.split([')', ',']).next())
        .map(|name| name.trim().to_owned())
        .filter(|name| !declared.contains(name) && !given.contains(&name.as_str()))
        .collect();
    unknown.sort();
    unknown.dedup();
    assert_eq!(unknown, Vec::<String>::new());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("style")
}

fn all_sheets() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in [root(), root().join("components"), root().join("later"), root().join("rooms")] {
        let entries = fs::read_dir(folder).expect("the folder of the style sheets can be read");
        let files = entries.map(|entry| entry.expect("a folder's entry can be read").path());
        found.extend(files.filter(|path| path.extension().is_some_and(|ext| ext == "css")));
    }
    found.sort();
    assert!(found.len() > 5, "the style sheets are there");
    found
}

/// Every style sheet but the one that holds the tokens.
fn sheets() -> Vec<PathBuf> {
    all_sheets().into_iter().filter(|file| !file.ends_with("tokens.css")).collect()
}

/// Whether values of `property` are type, spacing or radii.
fn is_measured(property: &str) -> bool {
    const NAMES: [&str; 9] =
        ["font", "font-size", "font-weight", "line-height", "gap", "row-gap", "column-gap", "rx", "ry"];
    const FAMILIES: [&str; 3] = ["padding", "margin", "scroll-padding"];
    NAMES.contains(&property)
        || FAMILIES.iter().any(|family| property.starts_with(family))
        || (property.starts_with("border") && property.ends_with("radius"))
}

/// The first part of a measure that is neither a token, a share nor nothing.
fn measure(value: &str) -> Option<String> {
    let factors = value.contains("calc(");
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    let is_share = |part: &str| ["%", "fr"].iter().any(|unit| part.strip_suffix(unit).is_some_and(is_number));
    let mut parts = value.split(|c: char| c.is_whitespace() || "(),/*+".contains(c));
    let is_known = |part: &str| part.starts_with("--") || WORDS.contains(&part) || is_share(part);
    let is_nothing = |part: &str| ["", "0", "-", "!important"].contains(&part);
    let is_factor = |part: &str| factors && is_number(part);
    parts.find(|part| !(is_nothing(part) || is_known(part) || is_factor(part))).map(str::to_owned)
}

/// The first colour in `value` that is not a token.
fn colour(value: &str) -> Option<String> {
    const FUNCTIONS: [&str; 8] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "oklch", "light-dark"];
    let mut words = value.split(|c: char| !c.is_ascii_alphanumeric() && !"#-".contains(c));
    let literal = words
        .find(|word| word.starts_with('#') || COLOURS.contains(word) || FUNCTIONS.contains(word))
        .map(str::to_owned);
    literal.filter(|_| !value.contains("url("))
}

/// Every `property: value` of a style sheet, nested rules and all.
fn declarations(text: &str) -> Vec<(String, String)> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in bare.char_indices().filter(|(_, c)| "{};".contains(*c)) {
        // What ends with a brace that opens is a selector.
        if c != '{'
            && let Some((property, value)) = bare[start..at].split_once(':')
        {
            found.push((property.trim().to_owned(), value.trim().to_owned()));
        }
        start = at + 1;
    }
    found
}

#[test]
fn literals_are_told_from_tokens() {
    for good in [
        "0",
        "auto",
        "inherit",
        "50%",
        "var(--s1) 0",
        "calc(-1 * var(--s2))",
        "var(--bold) var(--a)/var(--b) var(--f)",
    ] {
        assert_eq!(measure(good), None, "{good}");
    }
    for (bad, literal) in
        [("0 .4rem", ".4rem"), ("1.2", "1.2"), ("400", "400"), ("calc(var(--s1) + 2px)", "2px")]
    {
        assert_eq!(measure(bad).as_deref(), Some(literal), "{bad}");
    }
    assert_eq!(colour("1px solid #fff").as_deref(), Some("#fff"));
    assert_eq!(colour("rgb(0 0 0)").as_deref(), Some("rgb"));
    assert_eq!(colour("color-mix(in srgb, var(--solid) 82%, transparent)"), None);
    let nested = "a:hover { b: c; /* d: e; */ &:is(.f, .g) { h: i } > .j { k: l; } }";
    let names: Vec<String> = declarations(nested).into_iter().map(|(property, _)| property).collect();
    assert_eq!(names, ["b", "h", "k"]);
}
