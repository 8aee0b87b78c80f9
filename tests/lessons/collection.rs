//! Collections: the table of a class, whoever hands in what.

use import_export_portal::lessons::Lesson;
use import_export_portal::lessons::class::Class;
use import_export_portal::lessons::class::collection::{Collection, Failed, NotCollected, read};
use import_export_portal::lessons::submission::{Forgery, NotASubmission, SubmissionVerdict};
use import_export_portal::phrases::Language;
use serde_json::json;

use super::class::{changed, handed_in};
use super::support::real;

const LESSONS: [&str; 2] = ["where-delete", "cancel-or-delete"];

fn class() -> (Class, Vec<Lesson>) {
    (Class::of(LESSONS.map(str::to_owned).to_vec()), LESSONS.map(real).to_vec())
}

#[test]
fn the_table_has_a_row_for_each_learner_and_the_best_of_each_lesson() {
    let (class, lessons) = class();
    let mut all = Collection::new(class.clone(), &lessons);
    let anna = handed_in(&lessons[0], &class, "Anna");
    all.take(changed(&anna, "/points", json!(99))).unwrap();
    all.take(anna.clone()).unwrap();
    all.take(anna.clone()).unwrap();
    all.take(handed_in(&lessons[1], &class, "bert")).unwrap();
    let table = all.table();
    assert_eq!(table.lessons, LESSONS);
    assert_eq!(table.rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), ["Anna", "bert"]);
    let cell = table.rows[0].cells[0].as_ref().unwrap();
    assert_eq!((cell.times, cell.same_as.len()), (2, 0), "the same file twice counts once");
    assert!(cell.verdict.outcome().is_some(), "the best counts: {:?}", cell.verdict);
    assert_eq!((table.rows[0].points, table.rows[0].complete), (lessons[0].points(), 1));
    assert_eq!((table.rows[0].cells[1].as_ref(), table.rows[1].cells[0].as_ref()), (None, None));
    assert_eq!(table.tasks, []);
}

#[test]
fn tasks_that_were_not_done_or_were_shown_stand_first_where_most_failed() {
    let (class, lessons) = class();
    let mut all = Collection::new(class.clone(), &lessons);
    let points = |shown: &[usize]| {
        let own = lessons[0].tasks.iter().enumerate().filter(|(n, _)| !shown.contains(n));
        own.map(|(_, task)| task.points).sum::<u32>()
    };
    for (code, shown) in [("anna", vec![1]), ("bert", vec![1, 2]), ("carl", vec![])] {
        let made = changed(&handed_in(&lessons[0], &class, code), "/points", json!(points(&shown)));
        all.take(changed(&made, "/shown", json!(shown))).unwrap();
    }
    // What is not what it says does not count here.
    all.take(changed(&handed_in(&lessons[0], &class, "dora"), "/points", json!(99))).unwrap();
    let failed = |task, failed| Failed { lesson: 0, task, failed, of: 3 };
    assert_eq!(all.table().tasks, [failed(1, 2), failed(2, 1)]);
}

#[test]
fn a_copy_is_told_on_both_sides_whatever_else_it_is() {
    let (class, lessons) = class();
    let mut all = Collection::new(class.clone(), &lessons);
    let anna = handed_in(&lessons[0], &class, "anna");
    all.take(anna.clone()).unwrap();
    all.take(changed(&anna, "/code", json!("bert"))).unwrap();
    let table = all.table();
    let cell = |row: usize| table.rows[row].cells[0].clone().unwrap();
    assert_eq!(cell(0).same_as, ["bert"]);
    assert_eq!(cell(1).same_as, ["anna"]);
    assert!(cell(0).verdict.outcome().is_some());
    assert_eq!(cell(1).verdict, SubmissionVerdict::Forged(Forgery::Seed));
    // With the same number for everybody it is verified, and told all the same.
    let class = Class { seed: Some(7), ..class };
    let mut all = Collection::new(class.clone(), &lessons);
    all.take(handed_in(&lessons[0], &class, "anna")).unwrap();
    all.take(changed(&handed_in(&lessons[0], &class, "anna"), "/code", json!("bert"))).unwrap();
    let table = all.table();
    assert!(
        table.rows.iter().all(|row| row.cells[0].as_ref().unwrap().same_as.len() == 1 && row.complete == 1)
    );
}

#[test]
fn work_of_another_class_or_lesson_is_told() {
    let (class, lessons) = class();
    let mut all = Collection::new(class.clone(), &lessons);
    let lenient = handed_in(&lessons[0], &Class { hints: false, ..class.clone() }, "anna");
    all.take(lenient).unwrap();
    assert_eq!(all.table().rows[0].cells[0].as_ref().unwrap().verdict, SubmissionVerdict::OtherTerms);
    let other = handed_in(&real("ship-it"), &class, "anna");
    assert_eq!(all.take(other), Err(NotCollected::OtherLesson("ship-it".to_owned())));
    assert_eq!(read("{}"), Err(NotCollected::File(NotASubmission::OtherFormat)));
}

#[test]
fn a_sheet_has_a_line_for_each_learner_and_lesson_in_the_readers_language() {
    let (class, lessons) = class();
    let mut all = Collection::new(class.clone(), &lessons);
    for lesson in &lessons {
        all.take(handed_in(lesson, &class, "Anna")).unwrap();
    }
    all.take(changed(&handed_in(&lessons[0], &class, "bert"), "/rev", json!(9))).unwrap();
    let titles = LESSONS.map(str::to_owned);
    for (tag, learner, outdated) in [("en", "Learner", "Outdated"), ("tr", "Katılımcı", "Eskimiş")] {
        let m = Language::negotiate(tag).phrases();
        let sheet = all.table().sheet(&titles, all.lessons(), &m);
        assert_eq!(sheet.len(), 4);
        assert!(sheet.iter().all(|line| line.len() == sheet[0].len()));
        assert_eq!(sheet[0][0], learner);
        assert_eq!(sheet[1][..2], ["Anna".to_owned(), "where-delete".to_owned()]);
        assert_eq!(sheet[1][3], lessons[0].points().to_string());
        assert!(sheet[3][2].starts_with(outdated) && sheet[3][3].is_empty());
    }
}
