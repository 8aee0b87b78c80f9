//! The generator: makes typed Rust out of the Fluent files, one a language, when the project is compiled (build.rs).
//!
//! A message becomes a function of the values that it needs and a list of short texts, one a language, which
//! src/phrases/fill.rs reads: a fifth of what code for every message and language weighs. By the names of these lists
//! xtask/src/texts.rs tells the texts of the one language from those of the others, and from all else.

use std::fmt;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The language that says which messages there are and what values they need.
const DEFAULT: &str = "en";

/// Stands before the letter of a value.
const VALUE: char = '\u{1}';
/// Stands before the letter of a number and the forms to choose from, the last of which fits every number.
const CHOICE: char = '\u{2}';
/// Stands behind a form; before it come what it is for, the letter of a category or as in `=0` a number, and its text.
const FORM_END: char = '\u{3}';
/// Stands behind the last form.
const CHOICE_END: char = '\u{4}';
/// Stands behind a number, and behind the name of a value until names have become letters.
const NAME_END: char = '\u{5}';

/// Why the files cannot be used; the sentence names the language and the message.
#[derive(Debug, PartialEq, Eq)]
pub struct BrokenPhrases(String);

impl fmt::Display for BrokenPhrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BrokenPhrases {}

/// Stands in the head of a group of messages that are said in any language whatever the portal's own is, as the API's are:
/// their texts come with the code that says them.
const ANY: &str = "(in any language)";

/// A message of one language: its name in Rust, whether it is said in any language, the values that it names in the order
/// in which they come, and its text for `fill`, still with their names.
struct Message {
    name: String,
    in_any: bool,
    values: Vec<String>,
    text: String,
}

/// The code for these files, each a language tag and its text.
///
/// # Errors
/// [`BrokenPhrases`]: a language lacks a message, has one of its own or uses a value that English does not give.
pub fn generate(files: &[(String, String)]) -> Result<String, BrokenPhrases> {
    let mut languages = Vec::new();
    for (tag, text) in files {
        languages.push((tag.as_str(), read(tag, text)?));
    }
    let Some((_, english)) = languages.iter().find(|(tag, _)| *tag == DEFAULT) else {
        return Err(BrokenPhrases(format!("there is no {DEFAULT}.ftl")));
    };
    for (tag, messages) in &languages {
        compare(tag, messages, english)?;
    }
    let tags: Vec<&str> = languages.iter().map(|(tag, _)| *tag).collect();
    let plurals = tags.iter().map(|tag| plurals(tag)).collect::<Result<Vec<_>, _>>()?;
    let mut code = format!(
        "/// The tag of every language.\npub static LANGUAGES: [&str; {count}] = {tags:?};\n\
         /// For every language the categories of numbers, see `fill`.\npub static PLURALS: [&str; {count}] = {plurals:?};\n\
         /// A message in every language.\npub type Texts = [&'static str; {count}];\n\
         impl Messages {{\n",
        count = tags.len(),
    );
    for message in english {
        let texts: Vec<&str> = languages
            .iter()
            .filter_map(|(_, all)| all.iter().find(|one| one.name == message.name))
            .map(|one| one.text.as_str())
            .collect();
        code += &function(message, &texts);
    }
    Ok(code + "}\n")
}

fn function(message: &Message, texts: &[&str]) -> String {
    let Message { name, in_any, values, text } = message;
    let doc = text.replace(|c: char| c.is_control(), "·");
    let texts: Vec<String> = texts.iter().map(|text| with_places(text, values)).collect();
    let head = format!("    #[doc = {doc:?}]\n    pub fn {name}");
    let list = if *in_any { "ANY" } else { "TEXTS" };
    let texts = format!("static {list}: Texts = {texts:?};");
    if values.is_empty() {
        return format!("{head}(&self) -> String {{ {texts} self.say(&{list}) }}\n");
    }
    let taken: String = values.iter().map(|value| format!(", {value}: impl Into<Value<'a>>")).collect();
    let given: Vec<String> = values.iter().map(|value| format!("{value}.into()")).collect();
    format!("{head}<'a>(&self{taken}) -> String {{ {texts} self.fill(&{list}, &[{}]) }}\n", given.join(", "))
}

fn compare(tag: &str, messages: &[Message], english: &[Message]) -> Result<(), BrokenPhrases> {
    let named = |all: &[Message], name: &str| all.iter().any(|one| one.name == name);
    for message in english {
        if !named(messages, &message.name) {
            return Err(BrokenPhrases(format!("{tag}.ftl lacks the message {}", message.name)));
        }
    }
    for message in messages {
        let Some(model) = english.iter().find(|one| one.name == message.name) else {
            return Err(BrokenPhrases(format!(
                "{tag}.ftl has a message {} that {DEFAULT}.ftl has not",
                message.name
            )));
        };
        if let Some(value) = message.values.iter().find(|value| !model.values.contains(value)) {
            return Err(BrokenPhrases(format!(
                "{tag}.ftl uses ${value} in {}, which {DEFAULT}.ftl does not give",
                message.name
            )));
        }
        if messages.iter().filter(|one| one.name == message.name).count() > 1 {
            return Err(BrokenPhrases(format!("{tag}.ftl has the message {} twice", message.name)));
        }
    }
    Ok(())
}

/// A text with letters for names: the places of the values in English, which are those of the function's arguments.
fn with_places(text: &str, values: &[String]) -> String {
    let mut text = text.to_owned();
    for (value, place) in values.iter().zip('a'..='z') {
        for before in [VALUE, CHOICE] {
            text = text.replace(&format!("{before}{value}{NAME_END}"), &format!("{before}{place}"));
        }
    }
    text
}

fn read(tag: &str, text: &str) -> Result<Vec<Message>, BrokenPhrases> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
        BrokenPhrases(format!("{tag}.ftl: {}", all.join("; ")))
    })?;
    let mut messages = Vec::new();
    let mut in_any = false;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = rust_name(message.id.name);
                let Some(pattern) = message.value else {
                    return Err(BrokenPhrases(format!("{tag}.ftl: {name} has no text")));
                };
                let mut values = Vec::new();
                let text = text_of(&pattern, &mut values, false)
                    .map_err(|why| BrokenPhrases(format!("{tag}.ftl: {name} {why}")))?;
                messages.push(Message { name, in_any, values, text });
            }
            Entry::Term(_) | Entry::Junk { .. } => {
                return Err(BrokenPhrases(format!("{tag}.ftl has something that is no message")));
            }
            Entry::GroupComment(head) => in_any = head.content.iter().any(|line| line.ends_with(ANY)),
            Entry::Comment(_) | Entry::ResourceComment(_) => {}
        }
    }
    Ok(messages)
}

fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}

/// The text of a pattern with marks for its values, whose names are noted in the order in which they come.
fn text_of(pattern: &Pattern<&str>, values: &mut Vec<String>, inside: bool) -> Result<String, &'static str> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text += value,
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                text.push(VALUE);
                text.push_str(&mark(inline, values)?);
            }
            PatternElement::Placeable { expression: Expression::Select { .. } } if inside => {
                return Err("has a choice inside of a choice");
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                text.push(CHOICE);
                text.push_str(&mark(selector, values)?);
                let mut forms = Vec::new();
                for variant in variants {
                    let (key, exact) = match &variant.key {
                        VariantKey::Identifier { name } => (category(name)?.to_string(), false),
                        VariantKey::NumberLiteral { value } => (format!("={value}{NAME_END}"), true),
                    };
                    let form = text_of(&variant.value, values, true)?;
                    forms.push((variant.default, !exact, format!("{key}{form}{FORM_END}")));
                }
                // A number itself goes before its category; whatever fits none takes the last.
                forms.sort();
                text.extend(forms.into_iter().map(|(_, _, form)| form));
                text.push(CHOICE_END);
            }
        }
    }
    Ok(text)
}

/// The name of a value.
fn mark(inline: &InlineExpression<&str>, values: &mut Vec<String>) -> Result<String, &'static str> {
    let InlineExpression::VariableReference { id } = inline else {
        return Err("uses more of Fluent than values and choices");
    };
    let name = rust_name(id.name);
    if !values.contains(&name) {
        values.push(name.clone());
    }
    Ok(format!("{name}{NAME_END}"))
}

fn category(name: &str) -> Result<char, &'static str> {
    match name {
        "zero" => Ok('z'),
        "one" => Ok('1'),
        "two" => Ok('2'),
        "few" => Ok('f'),
        "many" => Ok('m'),
        "other" => Ok('o'),
        _ => Err("chooses by something that is no category of numbers"),
    }
}

/// The categories of 0 to 99 in a language and then of 100 to 199, which stand for all greater numbers: CLDR's rules
/// ask for the last two digits of whole numbers, but for a few of whole millions, which take the last form.
fn plurals(tag: &str) -> Result<String, BrokenPhrases> {
    let unknown = || BrokenPhrases(format!("CLDR knows no plurals of {tag}"));
    let mut language: LanguageIdentifier = tag.parse().map_err(|_| unknown())?;
    let rules = PluralRules::create(language.clone(), PluralRuleType::CARDINAL).or_else(|_| {
        language.script = None;
        language.region = None;
        PluralRules::create(language, PluralRuleType::CARDINAL)
    });
    let rules = rules.map_err(|_| unknown())?;
    let letter = |number: usize| {
        Ok(match rules.select(number).map_err(|_| unknown())? {
            PluralCategory::ZERO => 'z',
            PluralCategory::ONE => '1',
            PluralCategory::TWO => '2',
            PluralCategory::FEW => 'f',
            PluralCategory::MANY => 'm',
            PluralCategory::OTHER => 'o',
        })
    };
    (0..200).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(english: &str, turkish: &str) -> Result<String, BrokenPhrases> {
        generate(&[("en".into(), english.into()), ("tr".into(), turkish.into())])
    }

    fn refusal(english: &str, turkish: &str) -> String {
        code(english, turkish).unwrap_err().to_string()
    }

    #[test]
    fn a_message_becomes_a_function_of_its_values_in_the_order_of_english() {
        let code = code("of-two = { $one } of { $two }\n", "of-two = { $two } içinden { $one }\n").unwrap();
        assert!(
            code.contains(
                r#"pub fn of_two<'a>(&self, one: impl Into<Value<'a>>, two: impl Into<Value<'a>>) -> String { static TEXTS: Texts = ["\u{1}a of \u{1}b", "\u{1}b içinden \u{1}a"]; self.fill(&TEXTS, &[one.into(), two.into()]) }"#
            ),
            "{code}"
        );
    }

    #[test]
    fn what_is_said_in_any_language_is_told_from_what_is_said_in_the_portals() {
        let text = "## Own\na = A\n\n## Errors (in any language)\nb = B\n\n## Own again\nc = C\n";
        let code = code(text, text).unwrap();
        for said in [
            r#"static TEXTS: Texts = ["A", "A"]"#,
            r#"static ANY: Texts = ["B", "B"]"#,
            r#"TEXTS: Texts = ["C""#,
        ] {
            assert!(code.contains(said), "{code}");
        }
    }

    #[test]
    fn a_choice_keeps_its_forms_with_the_one_for_all_others_last() {
        let text = "jobs = { $n ->\n   *[other] { $n } jobs\n    [one] One job\n}\n";
        let code = code(text, text).unwrap();
        assert!(code.contains(r#""\u{2}a1One job\u{3}o\u{1}a jobs\u{3}\u{4}""#), "{code}");
        let text = "jobs = { $n ->\n   *[other] { $n } jobs\n    [0] No job\n}\n";
        let code = self::code(text, text).unwrap();
        assert!(code.contains(r#""\u{2}a=0\u{5}No job\u{3}o\u{1}a jobs\u{3}\u{4}""#), "{code}");
    }

    #[test]
    fn what_a_language_lacks_or_adds_is_named() {
        for (english, turkish, named) in [
            ("a = A\nb = B\n", "a = A\n", "tr.ftl lacks the message b"),
            ("a = A\n", "a = A\nb = B\n", "tr.ftl has a message b that en.ftl has not"),
            ("a = { $x }\n", "a = { $y }\n", "tr.ftl uses $y in a, which en.ftl does not give"),
            ("a = A\na = B\n", "a = A\n", "en.ftl has the message a twice"),
            ("a = { NUMBER($x) }\n", "a = A\n", "en.ftl: a uses more of Fluent"),
            ("-brand = B\n", "", "something that is no message"),
            ("a = {\n", "", "en.ftl: "),
        ] {
            let refusal = refusal(english, turkish);
            assert!(refusal.contains(named), "{refusal}");
        }
        let alone = generate(&[("tr".into(), "a = A\n".into())]).unwrap_err().to_string();
        assert_eq!(alone, "there is no en.ftl");
    }

    #[test]
    fn a_third_language_is_one_file_whatever_its_plurals() {
        let english = "jobs = { $n ->\n    [one] One job\n   *[other] { $n } jobs\n}\n";
        let polish = "jobs = { $n ->\n    [one] Jedno zadanie\n    [few] { $n } zadania\n   *[other] { $n } zadań\n}\n";
        for tag in ["pl", "pt-BR", "zh-Hant-TW", "ar"] {
            let code = generate(&[("en".into(), english.into()), (tag.into(), polish.into())]).unwrap();
            assert!(code.contains(&format!("[\"en\", {tag:?}]")), "{code}");
        }
        let known = plurals("pl").unwrap();
        assert_eq!(&known[..6], "m1fffm");
        assert_eq!(&known[100..106], "mmfffm");
        assert!(plurals("xx").is_err());
    }

    #[test]
    fn the_projects_own_languages_fit_together() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/portal/locales");
        let read =
            |tag: &str| (tag.to_owned(), std::fs::read_to_string(format!("{folder}/{tag}.ftl")).unwrap());
        let [english, turkish] = ["en", "tr"].map(read);
        assert!(generate(&[english.clone(), turkish.clone()]).is_ok());
        // Each message is needed: without its last one Turkish is refused.
        let lines: Vec<&str> = turkish.1.lines().filter(|line| line.contains(" = ")).collect();
        let last = lines.iter().rev().find(|line| !line.trim_end().ends_with("->")).unwrap();
        let without = turkish.1.replace(&format!("{last}\n"), "");
        assert!(generate(&[english, ("tr".into(), without)]).unwrap_err().to_string().contains("lacks"));
    }
}
