//! Progress: what is handed on of it and taken in, an exam that is given up, and a task begun anew.

use import_export_portal::lessons::progress::{LearnerProgress, LessonProgress, MOST_BYTES, NotProgress};
use import_export_portal::lessons::{Lesson, Run, rescue};
use serde_json::{Value, json};

use crate::support::{lesson, small, standing, take};

fn of(kept: &[(&str, LessonProgress)]) -> LearnerProgress {
    let mut progress = LearnerProgress::default();
    kept.iter().for_each(|(id, kept)| progress.keep(id, kept.clone()));
    progress
}

fn kept(rev: u32, points: u32) -> LessonProgress {
    LessonProgress { points, done: 1, ..LessonProgress::begin(rev, 7, 2) }
}

#[test]
fn progress_that_is_taken_in_loses_nothing_that_is_here() {
    let under_way = LessonProgress { hints: vec![1], seconds: 9, ..kept(2, 1) };
    let mut here = of(&[("ship-it", under_way.clone()), ("way-back", kept(3, 5)), ("too-late", kept(1, 1))]);
    let better = LessonProgress { complete: true, seed: 1, seconds: 5, ..kept(2, 4) };
    let there = of(&[
        ("ship-it", better),
        ("way-back", kept(2, 9)),
        ("too-late", kept(2, 0)),
        ("three-texts", kept(1, 2)),
    ]);
    assert_eq!(here.merge(there.clone()), 3);
    let merged = LessonProgress { complete: true, points: 4, ..under_way };
    assert_eq!(here.of("ship-it", 2), Some(&merged), "the run under way goes on, with the better result");
    assert_eq!(here.of("way-back", 3), Some(&kept(3, 5)), "an older revision counts for nothing");
    assert_eq!(here.of("too-late", 2), Some(&kept(2, 0)), "a newer one takes the place of the older");
    assert_eq!(here.of("three-texts", 1), Some(&kept(1, 2)));
    assert_eq!(here.merge(there), 0, "once more changes nothing");
}

#[test]
fn hostile_progress_is_refused_with_a_reason() {
    assert_eq!(LearnerProgress::read(&" ".repeat(MOST_BYTES + 1)), Err(NotProgress::TooLarge));
    let deep = "[".repeat(10_000);
    for none in ["", "null", "[]", "{\"format\":\"progress/2\",\"lessons\":{}}", &deep] {
        assert_eq!(LearnerProgress::read(none), Err(NotProgress::OtherFormat));
    }
    let good: Value = serde_json::from_str(&of(&[("ship-it", kept(1, 1))]).text()).unwrap();
    assert!(LearnerProgress::read(&good.to_string()).is_ok());
    let note = |job: &str| json!([{"called": {"at": 1, "operation": "get", "job": job}}]);
    for (field, value) in [
        ("of", json!(0)),
        ("of", json!(13)),
        ("done", json!(3)),
        ("points", json!(1_201)),
        ("hints", json!(vec![0; 13])),
        ("hints", json!([4])),
        ("shown", json!([12])),
        ("shown", json!(vec![0; 13])),
        ("quiz", json!(vec![Value::Null; 7])),
        ("quiz", json!([6])),
        ("seconds", json!(u64::MAX)),
        ("notes", note(&"x".repeat(201))),
        ("notes", note("a\u{1b}b")),
        ("notes", Value::Array(vec![note("a")[0].clone(); 501])),
    ] {
        let mut json = good.clone();
        json["lessons"]["ship-it"][field] = value;
        assert_eq!(LearnerProgress::read(&json.to_string()), Err(NotProgress::Impossible), "{field}");
    }
    let named = |id: &str| good.to_string().replace("ship-it", id);
    for id in ["../etc", "<script>", "class", "recorder", "import"] {
        assert_eq!(LearnerProgress::read(&named(id)), Err(NotProgress::Impossible), "{id}");
    }
    let mut many = good.clone();
    let one = good["lessons"]["ship-it"].clone();
    many["lessons"] =
        (0..501).map(|no| (format!("lesson-{no}"), one.clone())).collect::<serde_json::Map<_, _>>().into();
    assert_eq!(LearnerProgress::read(&many.to_string()), Err(NotProgress::Impossible));
}

/// A lesson of two tasks: a refused delete, then a cancel.
fn two() -> Lesson {
    let mut json = small();
    let second = json!({
        "check": {"did": {"action": "cancel", "job": "sequencing-run-118"}},
        "says": [], "solve": [{"cancel": "sequencing-run-118"}], "near": []
    });
    json["tasks"][0]["says"] = json!([]);
    json["tasks"][0]["near"] = json!([]);
    json["texts"]["en"]["tasks"][0]["says"] = json!([]);
    json["tasks"].as_array_mut().unwrap().push(second);
    json["texts"]["en"]["tasks"].as_array_mut().unwrap().push(json!({"text": "Cancel it."}));
    lesson(&json)
}

#[test]
fn who_gives_an_exam_up_keeps_the_points_of_what_was_done() {
    let lesson = two();
    let mut run = Run::begin(&lesson, 1).unwrap();
    take(&mut run, json!([{"try": {"delete": "sequencing-run-118"}}]));
    let mut kept = LessonProgress::begin(1, 1, 2);
    kept.gives_up(&standing(&lesson, &run));
    assert_eq!(kept.shown, [1]);
    kept.gives_up(&standing(&lesson, &run));
    assert_eq!(kept.shown, [1], "once is enough");
    take(&mut run, json!([{"cancel": "sequencing-run-118"}]));
    assert_eq!(standing(&lesson, &run).points(&lesson, &kept.shown), 1);
}

#[test]
fn a_task_begins_anew_where_those_before_it_were_done_and_what_was_noted_since_is_forgotten() {
    let lesson = two();
    let mut run = Run::begin(&lesson, 1).unwrap();
    take(&mut run, json!([{"try": {"delete": "erp-history-import"}}, {"advance": {"by": "PT1H"}}]));
    let first = rescue::begun(&lesson, &run, 0).unwrap();
    assert_eq!((first.back.map(|back| back.moment.commands), first.notes), (Some(0), 0));
    take(&mut run, json!([{"try": {"delete": "sequencing-run-118"}}]));
    let second = rescue::begun(&lesson, &run, 1).unwrap();
    assert_eq!((second.back, second.notes), (None, 2), "nothing was asked since");
    take(
        &mut run,
        json!([
            {"try": {"delete": "legal-hold-export"}},
            {"advance": {"by": "P1D"}},
            {"cancel": "media-masters-import"},
        ]),
    );
    let second = rescue::begun(&lesson, &run, 1).unwrap();
    assert_eq!((second.back.map(|back| back.moment.commands), second.notes), (Some(1), 2));
    let back = second.back.unwrap();
    run.session.go_on_from(back.branch, back.moment).unwrap();
    run.notes.truncate(second.notes);
    let now = standing(&lesson, &run);
    assert_eq!((now.next(), now.done), (Some(1), vec![true, false]));
}

#[test]
fn a_task_that_follows_one_done_in_another_branch_can_begin_anew_too() {
    let mut lesson = two();
    lesson.tasks[0].check =
        serde_json::from_value(json!({"anyBranch": {"did": {"action": "rules"}}})).unwrap();
    let mut run = Run::begin(&lesson, 1).unwrap();
    take(
        &mut run,
        json!([{"advance": {"by": "P1D"}}, {"rules": "FAQ 2020"}, {"rewind": {"by": "PT1H"}}, {"advance": {"by": "PT2H"}}]),
    );
    assert!(rescue::begun(&lesson, &run, 1).unwrap().back.is_some());
}
