//! The rules of style sheets: which selectors name which tokens, found in the sheets as the browser has them.

use std::collections::BTreeSet;

/// A rule: what it is for, and the custom properties that it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleRule {
    /// The selector, nested ones spelled out, without what depends on pointer, focus or parts of an element.
    pub selector: String,
    /// The names, with their dashes.
    pub asks: BTreeSet<String>,
    /// The custom properties that it gives a value.
    pub gives: BTreeSet<String>,
}

impl StyleRule {
    /// Whether what it gives holds everywhere: these are the tokens.
    pub fn is_root(&self) -> bool {
        self.selector.starts_with(":root")
    }
}

/// States of a moment and parts that no element is; a rule for them speaks of the element all the same.
const MOMENTS: [&str; 14] = [
    "::before",
    "::after",
    "::placeholder",
    "::backdrop",
    "::details-content",
    "::file-selector-button",
    "::-webkit-progress-bar",
    "::-webkit-progress-value",
    "::-moz-progress-bar",
    ":hover",
    ":active",
    ":focus-visible",
    ":focus-within",
    ":focus",
];

/// Every rule of a sheet that asks for a custom property or gives one a value.
pub fn rules(sheet: &str) -> Vec<StyleRule> {
    let mut bare = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut found = Vec::new();
    collect(&bare, None, &mut found);
    found
}

/// Takes the rules out of a block that stands below `parent`.
fn collect(block: &str, parent: Option<&str>, found: &mut Vec<StyleRule>) {
    let (mut asks, mut gives) = (BTreeSet::new(), BTreeSet::new());
    let mut rest = block;
    while let Some(at) = rest.find(['{', ';', '}']) {
        let (before, after) = rest.split_at(at);
        let after = &after[1..];
        if !block[block.len() - rest.len() + at..].starts_with('{') {
            asks.extend(asked(before));
            gives.extend(given(before));
            rest = after;
            continue;
        }
        let end = closing(after);
        let (inside, behind) = after.split_at(end);
        let head = before.trim();
        if head.starts_with('@') {
            collect(inside, parent, found);
        } else {
            collect(inside, Some(&nested(head, parent)), found);
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    asks.extend(asked(rest));
    gives.extend(given(rest));
    if let Some(parent) = parent.filter(|_| !(asks.is_empty() && gives.is_empty())) {
        found.push(StyleRule { selector: parent.to_owned(), asks, gives });
    }
}

/// Where the block ends that has just begun.
fn closing(text: &str) -> usize {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The custom properties that a declaration asks for.
fn asked(declaration: &str) -> impl Iterator<Item = String> {
    declaration.split("var(").skip(1).filter_map(|rest| {
        let name: String =
            rest.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        name.starts_with("--").then_some(name)
    })
}

/// The custom property that a declaration gives a value.
fn given(declaration: &str) -> Option<String> {
    let (name, _) = declaration.split_once(':')?;
    let name = name.trim();
    name.starts_with("--").then(|| name.to_owned())
}

/// A selector below another one, for an element at any moment.
fn nested(head: &str, parent: Option<&str>) -> String {
    let mut head = head.to_owned();
    for moment in MOMENTS {
        head = head.replace(moment, "");
    }
    // What is left of a list of moments alone, such as `:is(:hover, :focus)`.
    let head = head.replace(":is(, )", "").replace(":is()", "").replace(":is(, ", ":is(").replace(", )", ")");
    let parts = split(&head).into_iter().map(|part| {
        let part = part.trim();
        match parent {
            None if part.is_empty() => "*".to_owned(),
            None => part.to_owned(),
            Some(parent) if part.contains('&') => part.replace('&', &format!(":is({parent})")),
            Some(parent) => format!(":is({parent}) {part}"),
        }
    });
    parts.map(|part| part.trim().to_owned()).collect::<Vec<_>>().join(", ")
}

/// The parts of a list of selectors.
fn split(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in list.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sheet: &str) -> Vec<(String, Vec<String>)> {
        rules(sheet).into_iter().map(|rule| (rule.selector, rule.asks.into_iter().collect())).collect()
    }

    #[test]
    fn a_rule_asks_for_what_it_and_its_moments_ask_for() {
        let sheet = "@layer a { /* var(--x) */ .b { color: var(--text); &:hover { background: var(--hover); } > .c { gap: var(--s1) } } }";
        let expected = [(":is(.b)", vec!["--hover"]), (":is(.b) > .c", vec!["--s1"]), (".b", vec!["--text"])];
        let expected: Vec<(String, Vec<String>)> = expected
            .into_iter()
            .map(|(selector, asks)| (selector.to_owned(), asks.into_iter().map(str::to_owned).collect()))
            .collect();
        assert_eq!(found(sheet), expected);
    }

    #[test]
    fn lists_and_moments_of_all_kinds_are_spelled_out() {
        assert_eq!(nested("a, .b:is(c, d)", Some(".e")), ":is(.e) a, :is(.e) .b:is(c, d)");
        assert_eq!(nested("&:is(:hover, :focus-visible) > i", Some(".e")), ":is(.e) > i");
        assert_eq!(nested(".x &", Some(".e")), ".x :is(.e)");
        assert_eq!(nested("::before", None), "*");
    }

    #[test]
    fn the_portals_own_sheets_are_understood() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
        let mut all = Vec::new();
        for part in ["components", "later", "rooms"] {
            for sheet in std::fs::read_dir(format!("{folder}/{part}")).unwrap() {
                let path = sheet.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                let found = rules(&text);
                assert_eq!(found.is_empty(), !text.contains("var(--"), "{}", path.display());
                all.extend(found);
            }
        }
        let button = all.iter().find(|rule| rule.selector == ".button").unwrap();
        assert!(button.asks.contains("--control") && button.asks.contains("--surface"), "{button:?}");
        assert!(all.len() > 300, "{}", all.len());
        let tokens = rules(&std::fs::read_to_string(format!("{folder}/tokens.css")).unwrap());
        let is_token = |name: &str| tokens.iter().any(|rule| rule.is_root() && rule.gives.contains(name));
        assert!(is_token("--accent") && is_token("--control") && !is_token("--solid"));
    }
}
