//! The sentences about refusals and wrong values, in every language.

use std::collections::BTreeSet;

use import_export_portal::api::explain;
use import_export_portal::domain::state::{Action, JobState, Refusal, RuleSet, Why, permits};
use import_export_portal::domain::text::{Invalid, JsonType, TextForm};
use import_export_portal::phrases::Language;

#[test]
fn a_refusal_names_its_state_the_states_that_would_do_and_the_rule_set() {
    for language in Language::all() {
        let messages = language.phrases();
        let mut sentences = BTreeSet::new();
        let mut refusals = 0;
        for action in Action::ALL {
            for state in JobState::ALL {
                for rules in RuleSet::ALL {
                    let Err(refusal) = permits(action, state, rules) else { continue };
                    let sentence = explain::sentence(&refusal, &messages);
                    assert!(sentence.contains(&explain::state(state, &messages)), "{sentence}");
                    assert!(sentence.contains(rules.as_str()), "{sentence}");
                    for allowed in refusal.allowed {
                        assert!(sentence.contains(&explain::state(*allowed, &messages)), "{sentence}");
                    }
                    assert_eq!(sentence.matches(". ").count(), 2, "one idea a sentence: {sentence}");
                    assert!(sentence.ends_with('.') && !sentence.contains("{ $"));
                    sentences.insert(sentence);
                    refusals += 1;
                }
            }
        }
        assert_eq!(sentences.len(), refusals, "no two refusals are told alike in {}", language.tag());
        let pending = Refusal {
            action: Action::Ship,
            state: JobState::Shipping,
            rules: RuleSet::Faq2020,
            allowed: &[],
            why: Why::CancelPending,
        };
        let sentence = explain::sentence(&pending, &messages);
        assert!(sentence.contains("FAQ 2020"), "{sentence}");
        assert!(sentence.contains(&explain::state(JobState::Shipping, &messages)), "{sentence}");
    }
}

#[test]
fn states_are_listed_as_people_list_things() {
    let refusal = |rules| permits(Action::Cancel, JobState::Closed, rules).expect_err("too late");
    let told = |tag: &str, rules| explain::sentence(&refusal(rules), &Language::negotiate(tag).phrases());
    for (tag, rules, part) in [
        (
            "en",
            RuleSet::Rest2017,
            "Only jobs in Creating, Shipping, Received or Transferring can be cancelled.",
        ),
        ("en", RuleSet::Faq2020, "Only jobs in Creating or Shipping can be cancelled."),
        ("en", RuleSet::Portal2023, "Only jobs in Creating can be cancelled."),
        (
            "tr",
            RuleSet::Rest2017,
            "Yalnızca Oluşturuluyor, Sevk ediliyor, Teslim alındı veya Aktarılıyor durumundaki işler iptal edilebilir.",
        ),
        ("tr", RuleSet::Portal2023, "Yalnızca Oluşturuluyor durumundaki işler iptal edilebilir."),
    ] {
        let sentence = told(tag, rules);
        assert!(sentence.contains(part), "{sentence}");
    }
}

#[test]
fn every_problem_has_a_sentence_of_its_own() {
    let mut problems = vec![
        Invalid::Missing,
        Invalid::TooLong { max: 63 },
        Invalid::TooShort { min: 3 },
        Invalid::ControlCharacters,
        Invalid::NotOneOf(&["Import", "Export"]),
        Invalid::OutOfRange { min: 1, max: 10 },
        Invalid::Duplicate,
        Invalid::NotAllowedHere,
    ];
    for form in [
        TextForm::JobName,
        TextForm::SubscriptionId,
        TextForm::ResourceGroup,
        TextForm::StorageAccountId,
        TextForm::Email,
    ] {
        problems.push(Invalid::Malformed(form));
    }
    for json in [JsonType::String, JsonType::Boolean, JsonType::Integer, JsonType::Object, JsonType::Array] {
        problems.push(Invalid::WrongType(json));
    }
    let mut sentences = BTreeSet::new();
    for language in Language::all() {
        for problem in &problems {
            let sentence = explain::invalid(problem, &language.phrases());
            assert!(sentence.ends_with('.') && sentence.len() > 10, "{sentence}");
            sentences.insert(sentence);
        }
    }
    assert_eq!(sentences.len(), problems.len() * Language::all().count());
    let english = Language::negotiate("en").phrases();
    for (problem, sentence) in [
        (Invalid::OutOfRange { min: 1, max: 10 }, "The value must be from 1 to 10."),
        (Invalid::TooLong { max: 63 }, "At most 63 characters are allowed."),
        (Invalid::TooShort { min: 3 }, "At least 3 characters are needed."),
        (Invalid::NotOneOf(&["Import", "Export"]), "Allowed values: Import, Export."),
    ] {
        assert_eq!(explain::invalid(&problem, &english), sentence);
    }
}
