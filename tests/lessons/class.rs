//! Classes and submissions: what a link carries, and what a replay makes of what is handed in.

use std::collections::BTreeSet;

use import_export_portal::domain::state::RuleSet;
use import_export_portal::journal::{Inject, InjectedFault, JobRef, JournalCommand};
use import_export_portal::lessons::class::key::{Key, StepAction};
use import_export_portal::lessons::class::{Class, Enrolled, MOST_LESSONS, Obstacle, is_code, seed};
use import_export_portal::lessons::progress::LessonProgress;
use import_export_portal::lessons::submission::{
    self, Forgery, NotASubmission, Submission, SubmissionVerdict, read_all, text_of_all,
};
use import_export_portal::lessons::{Lesson, Run};
use import_export_portal::service::log::Actor;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{COURSE, real, solved};

pub fn whole_course() -> Class {
    Class::of(COURSE.map(str::to_owned).to_vec())
}

/// What somebody hands in who has solved a lesson of a class.
pub fn handed_in(lesson: &Lesson, class: &Class, code: &str) -> Submission {
    let lesson = class.on_terms(lesson);
    let seed = class.seed(code, &lesson.id);
    made(&lesson, class, code, &solved(&lesson, seed))
}

fn made(lesson: &Lesson, class: &Class, code: &str, run: &Run) -> Submission {
    let seed = class.seed(code, &lesson.id);
    let kept = LessonProgress {
        notes: run.notes.clone(),
        ..LessonProgress::begin(lesson.rev, seed, lesson.tasks.len())
    };
    let enrolled = Enrolled { class: class.link(), code: code.to_owned() };
    Submission::of(lesson, &enrolled, &run.session, &kept).unwrap()
}

fn submission(id: &str, code: &str) -> (Lesson, Submission) {
    let lesson = real(id);
    let made = handed_in(&lesson, &whole_course(), code);
    (lesson, made)
}

fn verdict(lesson: &Lesson, submission: &Submission) -> SubmissionVerdict {
    let read = read_all(&submission.text()).unwrap();
    assert_eq!(read, std::slice::from_ref(submission));
    read[0].verify(lesson, seed(&read[0].code, &lesson.id))
}

/// The submission with one value changed.
pub fn changed(submission: &Submission, pointer: &str, value: Value) -> Submission {
    let mut json: Value = serde_json::from_str(&submission.text()).unwrap();
    *json.pointer_mut(pointer).unwrap() = value;
    read_all(&json.to_string()).unwrap().remove(0)
}

#[test]
fn a_submission_of_every_lesson_is_found_to_be_what_it_says() {
    for id in COURSE {
        let (lesson, made) = submission(id, "Ayşe 7");
        let verdict = verdict(&lesson, &made);
        let SubmissionVerdict::Verified(outcome) = &verdict else { panic!("{id}: {verdict:?}") };
        assert!(outcome.complete && outcome.points == lesson.points(), "{id}");
        assert_eq!(outcome.injected, 0, "{id}");
    }
}

#[test]
fn a_submission_that_is_forged_edited_copied_or_outdated_is_told_for_what_it_is() {
    let (lesson, made) = submission("where-delete", "anna");
    let edited = made.journal.replace("pilot-migration", "finance-close-2024");
    for (pointer, value, expected) in [
        ("/rev", json!(2), SubmissionVerdict::Outdated),
        ("/rules", json!(99), SubmissionVerdict::Outdated),
        ("/seed", json!(1), SubmissionVerdict::Forged(Forgery::Seed)),
        ("/code", json!("bert"), SubmissionVerdict::Forged(Forgery::Seed)),
        ("/journal", json!("{}"), SubmissionVerdict::Forged(Forgery::Journal)),
        ("/journal", json!(edited), SubmissionVerdict::DiffersAt(1)),
        ("/sums/1", json!("0"), SubmissionVerdict::DiffersAt(2)),
        ("/sums", json!([]), SubmissionVerdict::DiffersAt(1)),
        ("/notes/0/refused/state", json!("Packaging"), SubmissionVerdict::Forged(Forgery::Refusal)),
        ("/points", json!(99), SubmissionVerdict::Forged(Forgery::Claim)),
        ("/done", json!(1), SubmissionVerdict::Forged(Forgery::Claim)),
        ("/shown", json!([0]), SubmissionVerdict::Forged(Forgery::Claim)),
    ] {
        assert_eq!(verdict(&lesson, &changed(&made, pointer, value)), expected, "{pointer}");
    }
    // A journal of another beginning, with the right seed beside it.
    let (_, other) = submission("where-delete", "bert");
    let borrowed = changed(&made, "/journal", json!(other.journal));
    assert_eq!(verdict(&lesson, &borrowed), SubmissionVerdict::Forged(Forgery::Beginning));
    // With one seed for all, a journal that somebody else has handed in too.
    let copy = changed(&made, "/code", json!("bert"));
    assert!(copy.is_copy_of(&made) && made.is_copy_of(&copy));
    assert!(!changed(&made, "/code", json!(" ANNA ")).is_copy_of(&made), "the same learner twice");
    assert!(!other.is_copy_of(&made));
    let later = made.journal.replace("\"end\":", "\"end\":1");
    assert_ne!(later, made.journal);
    assert!(changed(&copy, "/journal", json!(later)).is_copy_of(&made), "handed in later");
}

#[test]
fn a_fault_that_was_injected_stands_in_what_is_found() {
    let lesson = real("cancel-is-a-request");
    let class = whole_course();
    let mut run = Run::begin(&lesson, class.seed("anna", &lesson.id)).unwrap();
    let job = JobRef("hr-archive-2012-2019".to_owned());
    let inject = JournalCommand::Inject(Inject { fault: InjectedFault::Expire, job, drive: None });
    run.give(&inject, Actor::Portal).unwrap();
    let verdict = verdict(&lesson, &made(&lesson, &class, "anna", &run));
    let SubmissionVerdict::Verified(outcome) = &verdict else { panic!("{verdict:?}") };
    assert_eq!(outcome.injected, 1);
}

#[test]
fn several_are_handed_in_at_once_and_what_is_none_is_refused() {
    let all = [submission("ship-it", "anna").1, submission("where-delete", "anna").1];
    assert_eq!(read_all(&text_of_all(&all)), Ok(all.to_vec()));
    let one: Value = serde_json::from_str(&all[0].text()).unwrap();
    let with = |name: &str, value: Value| {
        let mut json = one.clone();
        json[name] = value;
        json.to_string()
    };
    let too_many = vec![all[0].clone(); submission::MOST + 1];
    for none in [
        String::new(),
        "null".to_owned(),
        "[".repeat(10_000),
        json!({"format": "submission/2"}).to_string(),
        json!({"format": "submissions/1", "submissions": []}).to_string(),
        all[0].text()[..200].to_owned(),
        text_of_all(&too_many),
        with("code", json!("")),
        with("code", json!("a\u{0}b")),
        with("seconds", json!(u64::MAX)),
        with("hints", json!([-1])),
        with("extra", json!(1)),
    ] {
        assert_eq!(read_all(&none), Err(NotASubmission::OtherFormat), "{none:.60}");
    }
    assert_eq!(read_all(&" ".repeat(submission::MOST_BYTES + 1)), Err(NotASubmission::TooLarge));
}

#[test]
fn a_code_is_a_seed_of_its_own_in_every_lesson() {
    let seeds: BTreeSet<u64> =
        COURSE.iter().flat_map(|id| ["anna", "bert"].map(|code| seed(code, id))).collect();
    assert_eq!(seeds.len(), 24);
    assert_eq!(seed(" Anna ", "ship-it"), seed("anna", "ship-it"));
    assert!(seeds.iter().all(|seed| *seed < 1 << 53), "JavaScript's numbers hold it");
    assert!(is_code(" a ") && !is_code(" ") && !is_code("a\nb") && !is_code(&"a".repeat(41)));
}

#[test]
fn what_is_no_class_is_refused() {
    let many = (0..=MOST_LESSONS).map(|n| format!("lesson-{n}")).collect::<Vec<_>>().join(".");
    for none in [
        "",
        "lessons=",
        "lessons=../x",
        "lessons=ship-it.ship-it",
        &format!("lessons={many}"),
        "lessons=ship-it&number=x",
        "lessons=ship-it&number=-1",
        "lessons=ship-it&rules=mine",
        "lessons=ship-it&hints=some",
        "lessons=ship-it&clock",
        "lessons=ship-it&language=<b>",
        "who=me",
    ] {
        assert_eq!(Class::parse(none), None, "{none}");
    }
}

fn any_class() -> impl Strategy<Value = Class> {
    let lessons = Just(COURSE.map(str::to_owned).to_vec()).prop_shuffle();
    let rules = prop::option::of(prop::sample::select(RuleSet::ALL.to_vec()));
    (lessons, 1..=COURSE.len(), "(|en|tr|pt-BR)", rules, any::<[bool; 3]>(), any::<Option<u64>>()).prop_map(
        |(mut lessons, count, language, rules, [in_order, hints, clock], seed)| {
            lessons.truncate(count);
            Class { lessons, in_order, language, rules, hints, clock, seed }
        },
    )
}

proptest! {
    #[test]
    fn a_link_carries_all_of_a_class_in_characters_that_links_leave_alone(class in any_class()) {
        let link = class.link();
        prop_assert_eq!(Class::parse(&link), Some(class));
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~=&".contains(&byte)));
    }

    #[test]
    fn any_text_is_a_class_or_none(text in ".{0,80}") {
        if let Some(class) = Class::parse(&text) {
            prop_assert_eq!(Class::parse(&class.link()), Some(class));
        }
    }
}

#[test]
fn terms_take_away_and_never_add() {
    let exam = real("spring-clean");
    let ship = real("ship-it");
    let generous = whole_course();
    assert_eq!(generous.on_terms(&ship), ship);
    assert!(!generous.on_terms(&exam).allow.hints, "the exam gives none");
    let strict = Class { hints: false, clock: false, rules: Some(RuleSet::Faq2020), ..whole_course() };
    let on_terms = strict.on_terms(&ship);
    assert!(!on_terms.allow.hints && !on_terms.allow.clock);
    assert_eq!(on_terms.start.rules, Some(RuleSet::Faq2020));
    assert_eq!(strict.terms(), "rules=faq-2020&hints=off&clock=off");
    let moved =
        Class { in_order: true, language: "tr".into(), lessons: vec!["ship-it".into()], ..strict.clone() };
    assert_eq!(moved.terms(), strict.terms(), "order, language and other lessons are no terms");
}

#[test]
fn a_lesson_that_nobody_could_complete_is_found() {
    let as_they_are = whole_course();
    let without_clock = Class { clock: false, ..whole_course() };
    for id in COURSE {
        assert_eq!(as_they_are.obstacle(&real(id)), None, "{id}");
    }
    assert_eq!(without_clock.obstacle(&real("where-delete")), None);
    assert_eq!(without_clock.obstacle(&real("ship-it")), Some(Obstacle::Clock));
    let creating_only = Class { rules: Some(RuleSet::Portal2023), ..whole_course() };
    assert_eq!(creating_only.obstacle(&real("cancel-is-a-request")), Some(Obstacle::Rules));
}

#[test]
fn an_answer_key_is_a_learners_own() {
    let class = whole_course();
    for id in COURSE {
        let lesson = class.on_terms(&real(id));
        let key = |code: &str| Key::of(&lesson, class.seed(code, id)).unwrap();
        let (anna, again) = (key("anna"), key(" ANNA"));
        assert_eq!(anna, again, "{id}");
        let steps = anna.tasks.iter().flatten();
        assert_eq!(steps.clone().count(), lesson.solution().count(), "{id}");
        let goes_back = |what: &StepAction| matches!(what, StepAction::Gives(entry) if matches!(entry.command, JournalCommand::Rewind(_)));
        assert!(steps.clone().all(|step| step.at <= step.to || goes_back(&step.what)), "{id}");
        assert_eq!(anna.points, lesson.points());
    }
    let moments = |id: &str, code: &str| {
        let key = Key::of(&real(id), class.seed(code, id)).unwrap();
        key.tasks.iter().flatten().map(|step| step.to).collect::<Vec<_>>()
    };
    let differ = COURSE.into_iter().filter(|id| moments(id, "anna") != moments(id, "bert")).count();
    assert!(differ >= 3, "histories differ where a lesson waits for the service: {differ}");
    let refused = Key::of(&real("where-delete"), 1).unwrap();
    assert!(
        refused.tasks[0]
            .iter()
            .any(|step| matches!(step.what, StepAction::Tries(_)) && step.changed.is_empty())
    );
}

#[test]
fn who_is_enrolled_has_a_seed_in_the_lessons_of_the_class_alone() {
    let class = Class::of(vec!["ship-it".to_owned()]);
    let enrolled = Enrolled { class: class.link(), code: "Anna".to_owned() };
    assert_eq!(enrolled.in_lesson("ship-it"), Some((class.clone(), seed("anna", "ship-it"))));
    assert_eq!(enrolled.in_lesson("too-late"), None);
    assert!(enrolled.is(&Enrolled { code: " anna".to_owned(), ..enrolled.clone() }));
    assert!(!enrolled.is(&Enrolled { class: String::new(), ..enrolled.clone() }));
    assert_eq!(Enrolled { class: "junk".to_owned(), ..enrolled }.in_lesson("ship-it"), None);
    assert_eq!(Class { seed: Some(7), ..class }.seed("anna", "ship-it"), 7);
}
