//! Hostile lessons: refused with a reason, before they cost anything.

use import_export_portal::lessons::read::{MOST_BYTES, NotALesson};
use import_export_portal::lessons::texts::Misfit;
use import_export_portal::lessons::{lint, read};
use serde_json::{Value, json};

use crate::support::{lesson, small};

fn with(pointer: &str, value: Value) -> Result<(), NotALesson> {
    let mut json = small();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    read(&json.to_string()).map(|_| ())
}

#[test]
fn fifty_megabytes_are_not_even_looked_at() {
    let large = "[".repeat(50 * 1024 * 1024);
    assert_eq!(read(&large), Err(NotALesson::TooLarge(large.len())));
    assert_eq!(read(&" ".repeat(MOST_BYTES + 1)), Err(NotALesson::TooLarge(MOST_BYTES + 1)));
}

#[test]
fn nesting_is_refused_however_deep() {
    let depth = 10_000;
    let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(matches!(read(&lists), Err(NotALesson::NotJson(1, _))));
    let deep = |depth: usize| {
        let check = (1..depth).fold(json!({"count": {"atLeast": 99}}), |inner, _| json!({"not": inner}));
        with("/tasks/0/check", check)
    };
    assert_eq!(deep(6), Ok(()));
    assert_eq!(deep(7), Err(NotALesson::Limit("tasks[0].check".into())));
}

#[test]
fn predicates_that_would_take_for_ever_are_refused() {
    let wide = |count: usize| json!({"all": vec![json!({"count": {}}); count]});
    assert_eq!(with("/tasks/0/check", wide(39)), Ok(()));
    assert_eq!(with("/tasks/0/check", wide(40)), Err(NotALesson::Limit("tasks[0].check".into())));
    let branches = json!({"anyBranch": {"not": {"anyBranch": {"count": {}}}}});
    assert_eq!(with("/tasks/0/check", branches), Err(NotALesson::Unknown("tasks[0].check".into())));
}

#[test]
fn what_the_service_makes_up_cannot_be_asked_for() {
    for (at, may) in [
        ("/properties/logLevel", true),
        ("/tags/team", true),
        ("/id", false),
        ("/properties/returnPackage/trackingNumber", false),
        ("/tagsx", false),
    ] {
        let found = with("/tasks/0/check", json!({"field": {"job": "a", "at": at, "is": "b"}}));
        assert_eq!(found.is_ok(), may, "{at}");
    }
}

#[test]
fn scripts_are_texts_like_any_other() {
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)";
    assert_eq!(with("/texts/en/title", json!(script)), Ok(()));
    for bad in ["", "  ", "a\u{0}b", "a\nb", &"x".repeat(1_001)] {
        let misfit = NotALesson::Texts("en".into(), Misfit::Text("title".into()));
        assert_eq!(with("/texts/en/title", json!(bad)), Err(misfit), "{bad:?}");
    }
}

#[test]
fn each_limit_is_told_with_its_place() {
    for (pointer, value, place) in [
        ("/rev", json!(0), "rev"),
        ("/minutes", json!(0), "minutes"),
        ("/sources", json!([]), "sources"),
        ("/tasks", json!([]), "tasks"),
        ("/allow/surfaces", json!([]), "allow.surfaces"),
        ("/tasks/0/solve", json!([]), "solve"),
        ("/tasks/0/solve", json!(vec![json!({"cancel": "a"}); 61]), "solve"),
        ("/tasks/0/near", json!([[]]), "tasks[0].near"),
    ] {
        assert_eq!(with(pointer, value), Err(NotALesson::Limit(place.into())), "{pointer}");
    }
    for (pointer, value, place) in [
        ("/id", json!("../../etc"), "id"),
        ("/id", json!("Upper"), "id"),
        ("/start/scenario", json!("load"), "start.scenario"),
        ("/start/scenario", json!("Adatum"), "start.scenario"),
        ("/tasks/0/anchor", json!({"control": "clock", "job": "a"}), "tasks[0].anchor.job"),
        ("/tasks/0/solve/0", json!({"inject": {"fault": "lost", "job": "a"}}), "tasks[0]: inject"),
    ] {
        assert_eq!(with(pointer, value), Err(NotALesson::Unknown(place.into())), "{pointer}");
    }
    assert_eq!(with("/format", json!("lesson/2")), Err(NotALesson::OtherFormat));
    assert_eq!(with("/texts", json!({})), Err(NotALesson::NoTexts));
    assert!(matches!(with("/tasks/0/check", json!({"clicked": "#a"})), Err(NotALesson::Shape(_))));
    assert!(matches!(with("/tasks/0/anchor", json!({"control": "#a > b"})), Err(NotALesson::Shape(_))));
    let says = NotALesson::Texts("en".into(), Misfit::Count("tasks[0].says".into()));
    assert_eq!(with("/texts/en/tasks/0/says", json!([])), Err(says));
}

#[test]
fn the_linter_says_what_a_lesson_does_not_keep() {
    let found = |pointer: &str, value: Value| {
        let mut json = small();
        *json.pointer_mut(pointer).unwrap() = value;
        lint::lint(&lesson(&json), &mut Default::default())
    };
    let turkish = lint::LessonProblem::Language("tr");
    assert_eq!(lint::lint(&lesson(&small()), &mut Default::default()), [turkish]);
    for (pointer, value, problem) in [
        ("/tasks/0/check", json!({"count": {"atLeast": 1}}), lint::LessonProblem::Given(0)),
        (
            "/tasks/0/near/0",
            json!([{"try": {"delete": "sequencing-run-118"}}]),
            lint::LessonProblem::NearDoes(0, 0),
        ),
        (
            "/tasks/0/near/0",
            json!([{"delete": "pilot-migration"}]),
            lint::LessonProblem::NearUnanswered(0, 0),
        ),
        ("/tasks/0/near", json!([]), lint::LessonProblem::SaysUnmet(0, 0)),
        (
            "/tasks/0/solve",
            json!([{"try": {"delete": "sequencing-run-118"}}, {"delete": "pilot-migration"}]),
            lint::LessonProblem::Early(0),
        ),
        (
            "/tasks/0/solve",
            json!([{"delete": "pilot-migration"}, {"try": {"delete": "sequencing-run-118"}}]),
            lint::LessonProblem::Spare(0),
        ),
        (
            "/tasks/0/solve",
            json!([{"rules": "FAQ 2020"}, {"try": {"delete": "sequencing-run-118"}}]),
            lint::LessonProblem::NotAllowed(import_export_portal::lessons::standing::Outside::Rules),
        ),
        ("/tasks/0/solve", json!([{"delete": "pilot-migration"}]), lint::LessonProblem::Undone(0)),
    ] {
        let problems = found(pointer, value);
        assert!(problems.contains(&problem), "{problem:?} in {problems:?}");
    }
}
