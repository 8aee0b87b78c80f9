//! The course: every lesson of the source keeps what it promises, and together they meet every cell of the rules.

use std::fs;
use std::path::{Path, PathBuf};

use import_export_portal::lessons::coverage::Coverage;
use import_export_portal::lessons::lint::lint;
use import_export_portal::lessons::progress::{Kept, Progress};
use import_export_portal::lessons::submission::{Forgery, Submission, Verdict};
use import_export_portal::lessons::{Lesson, Run, class, read, read_parts, rescue, standing::Standing};
use import_export_portal::service::log::Actor;
use serde_json::{Value, json};

const COURSE: [&str; 12] = [
    "ship-it",
    "cancel-or-delete",
    "where-delete",
    "cancel-is-a-request",
    "too-late",
    "three-texts",
    "closed-stays",
    "way-back",
    "lost-late-extra",
    "export-is-different",
    "put-or-patch",
    "spring-clean",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")
}

fn lesson(id: &str) -> Lesson {
    let file = |name: &str| fs::read_to_string(folder().join(id).join(name)).unwrap();
    read_parts(&file("lesson.json"), &[("en", &file("en.json")), ("tr", &file("tr.json"))])
        .unwrap_or_else(|why| panic!("{id}: {why:?}"))
}

fn solved(lesson: &Lesson, seed: u64) -> Run {
    let mut run = Run::begin(lesson, seed).unwrap();
    for (_, step) in lesson.solution() {
        run.take(step, Actor::Portal).unwrap();
    }
    run
}

#[test]
fn every_lesson_keeps_what_it_promises_and_every_action_is_met_in_every_state() {
    let mut coverage = Coverage::default();
    let problems: Vec<String> = COURSE
        .into_iter()
        .flat_map(|id| {
            let problems = lint(&lesson(id), &mut coverage);
            problems.into_iter().map(move |problem| format!("{id}: {problem}"))
        })
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(coverage.missing(), []);
}

#[test]
fn the_course_is_complete_and_each_lesson_leads_to_those_that_there_are() {
    let order: Vec<String> =
        serde_json::from_str(&fs::read_to_string(folder().join("course.json")).unwrap()).unwrap();
    assert_eq!(order, COURSE);
    let folders = fs::read_dir(folder()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(folders.count(), COURSE.len());
    for id in COURSE {
        let lesson = lesson(id);
        assert_eq!(lesson.id, id);
        assert!(lesson.needs.iter().all(|need| COURSE.contains(&need.as_str())), "{id}");
        let hints = lesson.texts.values().flat_map(|texts| &texts.tasks).all(|task| task.hints.len() == 3);
        assert!(hints != (id == "spring-clean"), "{id}: the exam alone gives no hints");
    }
}

#[test]
fn each_language_says_everything_in_its_own_words() {
    for id in COURSE {
        let lesson = lesson(id);
        let (english, turkish) = (lesson.texts["en"].all(), lesson.texts["tr"].all());
        assert_eq!(english.len(), turkish.len(), "{id}");
        for ((place, one), (_, other)) in english.iter().zip(&turkish) {
            assert_ne!(one, other, "{id}: {place}");
        }
    }
}

#[test]
fn a_lesson_fits_into_a_file_with_the_texts_of_one_language() {
    for id in COURSE {
        let mut lesson = lesson(id);
        lesson.texts.remove("en");
        let text = serde_json::to_string(&lesson).unwrap();
        assert_eq!(read(&text), Ok(lesson), "{id}: {} bytes", text.len());
    }
}

#[test]
fn a_task_can_be_shown_after_every_wrong_attempt() {
    for id in COURSE {
        let lesson = lesson(id);
        let mut start = Run::begin(&lesson, 1).unwrap();
        for (n, task) in lesson.tasks.iter().enumerate() {
            for near in &task.near {
                let mut run = start.clone();
                near.iter().for_each(|step| run.take(step, Actor::Portal).unwrap());
                let steps = match rescue::show(&lesson, &run, n).unwrap() {
                    rescue::Show::Here(steps) => steps,
                    rescue::Show::Back(back, steps) => {
                        run.session.go_on_from(back.branch, back.moment).unwrap();
                        steps
                    }
                    rescue::Show::Anew(steps) => {
                        run = Run::begin(&lesson, 1).unwrap();
                        steps
                    }
                };
                steps.iter().for_each(|step| run.take(step, Actor::Portal).unwrap());
                let standing = Standing::of(&lesson, &run.evidence().unwrap());
                assert!(standing.done[..=n].iter().all(|done| *done), "{id}: {n}");
            }
            task.solve.iter().for_each(|step| start.take(step, Actor::Portal).unwrap());
        }
    }
}

fn submission(id: &str, code: &str) -> (Lesson, Submission) {
    let lesson = lesson(id);
    let seed = class::seed(code, id);
    let run = solved(&lesson, seed);
    let kept = Kept { notes: run.notes.clone(), ..Kept::begin(lesson.rev, seed, lesson.tasks.len()) };
    let made = Submission::of(&lesson, code, &run.session, &kept).unwrap();
    (lesson, made)
}

fn verdict(lesson: &Lesson, submission: &Submission) -> Verdict {
    let read = Submission::read(&submission.text()).unwrap();
    assert_eq!(read, *submission);
    read.verify(lesson, class::seed(&read.code, &lesson.id))
}

/// The submission with one value changed.
fn changed(submission: &Submission, pointer: &str, value: Value) -> Submission {
    let mut json: Value = serde_json::from_str(&submission.text()).unwrap();
    *json.pointer_mut(pointer).unwrap() = value;
    Submission::read(&json.to_string()).unwrap()
}

#[test]
fn a_submission_of_every_lesson_is_found_to_be_what_it_says() {
    for id in COURSE {
        let (lesson, made) = submission(id, "Ayşe 7");
        match verdict(&lesson, &made) {
            Verdict::Verified(outcome) => {
                assert!(outcome.complete && outcome.points == lesson.points(), "{id}")
            }
            other => panic!("{id}: {other:?}"),
        }
    }
}

#[test]
fn a_submission_that_is_forged_edited_copied_or_outdated_is_told_for_what_it_is() {
    let (lesson, made) = submission("where-delete", "anna");
    let edited = made.journal.replace("pilot-migration", "finance-close-2024");
    for (pointer, value, expected) in [
        ("/rev", json!(2), Verdict::Outdated),
        ("/rules", json!(99), Verdict::Outdated),
        ("/seed", json!(1), Verdict::Forged(Forgery::Seed)),
        ("/code", json!("bert"), Verdict::Forged(Forgery::Seed)),
        ("/journal", json!("{}"), Verdict::Forged(Forgery::Journal)),
        ("/journal", json!(edited), Verdict::DiffersAt(1)),
        ("/sums/1", json!("0"), Verdict::DiffersAt(2)),
        ("/sums", json!([]), Verdict::DiffersAt(1)),
        ("/notes/0/refused/state", json!("Packaging"), Verdict::Forged(Forgery::Refusal)),
        ("/points", json!(99), Verdict::Forged(Forgery::Claim)),
        ("/done", json!(1), Verdict::Forged(Forgery::Claim)),
        ("/shown", json!([0]), Verdict::Forged(Forgery::Claim)),
    ] {
        assert_eq!(verdict(&lesson, &changed(&made, pointer, value)), expected, "{pointer}");
    }
    // A journal of another beginning, with the right seed beside it.
    let (_, other) = submission("where-delete", "bert");
    let borrowed = changed(&made, "/journal", json!(other.journal));
    assert_eq!(verdict(&lesson, &borrowed), Verdict::Forged(Forgery::Beginning));
    // With one seed for all, a journal that somebody else has handed in too.
    let copy = changed(&made, "/code", json!("bert"));
    assert!(copy.is_copy_of(&made) && made.is_copy_of(&copy));
    assert!(!changed(&made, "/code", json!(" ANNA ")).is_copy_of(&made), "the same learner twice");
    assert!(!other.is_copy_of(&made));
}

#[test]
fn a_code_is_a_seed_of_its_own_in_every_lesson() {
    let seeds: std::collections::BTreeSet<u64> =
        COURSE.iter().flat_map(|id| ["anna", "bert"].map(|code| class::seed(code, id))).collect();
    assert_eq!(seeds.len(), 24);
    assert_eq!(class::seed(" Anna ", "ship-it"), class::seed("anna", "ship-it"));
    assert!(seeds.iter().all(|seed| *seed < 1 << 53), "JavaScript's numbers hold it");
    let class =
        class::Class { lessons: vec!["ship-it".into()], language: "tr".into(), hints: false, seed: Some(7) };
    assert_eq!(class::Class::parse(&class.link()), Some(class));
    for none in ["", "lessons=", "lessons=../x", "lessons=ship-it&seed=x", "who=me"] {
        assert_eq!(class::Class::parse(none), None, "{none}");
    }
}

#[test]
fn progress_is_kept_by_id_and_revision() {
    let mut progress = Progress::default();
    let mut kept = Kept::begin(2, 7, 3);
    kept.takes_hint(1);
    kept.answers(0, 1);
    progress.keep("ship-it", kept.clone());
    let again = Progress::parse(&progress.text()).unwrap();
    assert_eq!(again, progress);
    assert_eq!(again.of("ship-it", 2), Some(&kept));
    assert_eq!((again.of("ship-it", 3), again.is_outdated("ship-it", 3)), (None, true));
    assert_eq!((kept.hints_of(0), kept.hints_of(1), kept.hints_of(9)), (0, 1, 0));
    let handed = r#"{"format":"progress/1","lessons":{"ship-it":{"rev":2,"seed":7,"done":3,"of":3,"complete":true,"points":2,"hints":[1],"elsewhere":true}}}"#;
    let kept = Progress::parse(handed).unwrap().of("ship-it", 2).cloned().unwrap();
    assert!(kept.elsewhere, "a learning platform hands over a run whose workspace is not here");
    let again = kept.again(7);
    assert_eq!((again.elsewhere, again.complete, again.points, again.hints_of(0)), (false, true, 2, 0));
    for junk in ["", "null", "{\"format\":\"progress/2\",\"lessons\":{}}", "{"] {
        assert_eq!(Progress::parse(junk), None, "{junk}");
    }
}
