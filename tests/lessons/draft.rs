//! Drafts: a lesson out of a recording, what is proposed for it, what it lacks, and the shelf that it is put on.

use import_export_portal::domain::time::SimTime;
use import_export_portal::journal::Session;
use import_export_portal::lessons::draft::missing::Item;
use import_export_portal::lessons::draft::moves::{NoDraft, UnjournaledStep};
use import_export_portal::lessons::draft::shelf::{MOST_LESSONS, NotTaken, Shelf};
use import_export_portal::lessons::draft::{Draft, LessonPart};
use import_export_portal::lessons::lint::{LessonProblem, lint};
use import_export_portal::lessons::read;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::fresh::Fresh;
use serde_json::{Value, json};

use crate::support::{lesson, small};

fn recorded(commands: Value) -> Session {
    let mut session = Session::new(Fresh { scenario: Scenario::Contoso, seed: 1, jobs: None }.build());
    for command in commands.as_array().unwrap() {
        session.run(&serde_json::from_value(command.clone()).unwrap(), Actor::Portal).unwrap();
    }
    session
}

fn draft(commands: Value, asides: &[(i64, Value)]) -> Result<Draft, NoDraft> {
    let session = recorded(commands);
    let begun = session.branches().present().journal.beginning().now().millis();
    let aside = |(after, step): &(i64, Value)| UnjournaledStep {
        at: SimTime::from_millis(begun + after),
        step: serde_json::from_value(step.clone()).unwrap(),
    };
    let asides: Vec<UnjournaledStep> = asides.iter().map(aside).collect();
    Draft::of(&session.branches().present().journal, &asides)
}

fn steps(draft: &Draft) -> Vec<Value> {
    draft.moves.iter().map(|made| serde_json::to_value(&made.step).unwrap()).collect()
}

const ID: &str = "/subscriptions/a2d84e16-0000-4000-8000-0000001ab500/resourceGroups/rg-field-data/providers/Microsoft.ImportExport/jobs/sequencing-run-118";

#[test]
fn what_was_asked_becomes_moves_that_hold_with_other_durations_too() {
    let draft = draft(
        json!([
            {"paused": true},
            {"cancel": ID},
            {"advance": {"until": {"job": "sequencing-run-118", "state": "Completed"}}},
            {"advance": {"by": "P1D"}},
            {"advance": {"until": {"job": "hr-archive-2012-2019", "gone": true}}},
        ]),
        &[
            (0, json!({"try": {"delete": ID}})),
            (400 * 86_400_000, json!({"call": {"operation": "keys", "job": ID}})),
        ],
    )
    .unwrap();
    assert_eq!(
        steps(&draft),
        [
            json!({"cancel": "sequencing-run-118"}),
            json!({"try": {"delete": "sequencing-run-118"}}),
            json!({"advance": {"until": {"job": "sequencing-run-118", "state": "Completed"}}}),
            json!({"advance": {"by": "P1D"}}),
            json!({"advance": {"until": {"job": "hr-archive-2012-2019", "gone": true}}}),
            json!({"call": {"operation": "keys", "job": "sequencing-run-118"}}),
        ]
    );
    assert!(draft.moves.iter().all(|made| made.part == LessonPart::Task(0)));
    let kept: Draft = serde_json::from_str(&serde_json::to_string(&draft).unwrap()).unwrap();
    assert_eq!(kept, draft);
}

#[test]
fn only_a_recording_that_begins_as_a_lesson_can_is_taken() {
    assert_eq!(draft(json!([]), &[]), Err(NoDraft::Nothing));
    assert_eq!(draft(json!([{"paused": true}]), &[]), Err(NoDraft::Nothing));
    let many =
        Value::Array(vec![json!({"patch": {"job": "sequencing-run-118", "body": {"tags": {"a": "b"}}}}); 61]);
    assert_eq!(draft(many, &[]), Err(NoDraft::TooLong(61)));
    let later = recorded(json!([{"delete": "pilot-migration"}]));
    let mut later = Session::new(later.present().clone());
    later
        .run(&serde_json::from_value(json!({"delete": "finance-close-2024"})).unwrap(), Actor::Portal)
        .unwrap();
    assert_eq!(Draft::of(&later.branches().present().journal, &[]), Err(NoDraft::Beginning));
    let mut waited = recorded(json!([]));
    waited.pass(waited.present().now() + import_export_portal::domain::time::Span::days(2));
    let mut waited = Session::new(waited.present().clone());
    waited
        .run(&serde_json::from_value(json!({"delete": "pilot-migration"})).unwrap(), Actor::Portal)
        .unwrap();
    let found = Draft::of(&waited.branches().present().journal, &[]).unwrap();
    assert_eq!(
        serde_json::to_value(found.lesson().start.steps).unwrap(),
        json!([{"advance": {"by": "P2D"}}])
    );
}

/// A draft of two tasks with a wrong attempt, in which everything is said.
fn whole() -> Draft {
    let mut draft = draft(
        json!([{"cancel": "media-masters-import"}, {"delete": "pilot-migration"}, {"delete": "finance-close-2024"}]),
        &[(0, json!({"try": {"delete": "sequencing-run-118"}}))],
    )
    .unwrap();
    assert_eq!(steps(&draft)[3], json!({"try": {"delete": "sequencing-run-118"}}));
    draft.add_task();
    draft.belongs(0, LessonPart::Start);
    draft.belongs(1, LessonPart::Wrong(0));
    draft.belongs(2, LessonPart::Task(0));
    draft.belongs(3, LessonPart::Task(1));
    draft.id = "my-own".into();
    draft.sources = "A document\n\n".into();
    for task in 0..2 {
        let first = draft.proposals(task).remove(0);
        draft.checks(task, &first, true);
    }
    for texts in draft.texts.values_mut() {
        for text in [
            &mut texts.title,
            &mut texts.about,
            &mut texts.misconception,
            &mut texts.situation,
            &mut texts.debrief,
        ] {
            *text = "It is said.".into();
        }
        for task in &mut texts.tasks {
            task.text = "Do it.".into();
            task.says.iter_mut().for_each(|says| *says = "Not that one.".into());
        }
    }
    draft
}

#[test]
fn a_draft_in_which_nothing_is_missing_is_a_lesson_that_the_linter_takes() {
    let draft = whole();
    let needed = draft.checklist().into_iter().filter(|(item, done)| item.is_needed() && !done);
    assert_eq!(needed.collect::<Vec<_>>(), []);
    assert!(
        draft.checklist().contains(&(Item::Wrong(0), true))
            && draft.checklist().contains(&(Item::Wrong(1), false))
    );
    assert!(draft.checklist().contains(&(Item::Hints("en"), false)));
    let lesson = read(&serde_json::to_string(&draft.lesson()).unwrap()).unwrap();
    assert_eq!(lint(&lesson, &mut Default::default()), Vec::<LessonProblem>::new());
    assert_eq!(
        serde_json::to_value(&lesson.tasks[0]).unwrap(),
        json!({
            "points": 1,
            "check": {"did": {"action": "delete", "job": "finance-close-2024", "state": "Completed"}},
            "anchor": {"control": "delete", "job": "finance-close-2024"},
            "says": [{"did": {"action": "delete", "job": "pilot-migration"}}],
            "solve": [{"delete": "finance-close-2024"}],
            "near": [[{"delete": "pilot-migration"}]]
        })
    );
}

#[test]
fn the_checklist_and_the_reader_say_what_a_draft_lacks() {
    let mut draft = whole();
    draft.texts.get_mut("tr").unwrap().title = " ".into();
    draft.id = "Not an id".into();
    let first = draft.tasks[0].check[0].clone();
    draft.checks(0, &first, false);
    draft.belongs(3, LessonPart::Out);
    let missing: Vec<Item> = draft
        .checklist()
        .into_iter()
        .filter(|(item, done)| item.is_needed() && !done)
        .map(|(item, _)| item)
        .collect();
    assert_eq!(missing, [Item::Id, Item::Check(0), Item::Solve(1), Item::Texts("tr")]);
    assert!(read(&serde_json::to_string(&draft.lesson()).unwrap()).is_err());
    let mut few = whole();
    few.remove_task();
    assert_eq!((few.tasks.len(), few.moves[3].part, few.texts["en"].tasks.len()), (1, LessonPart::Out, 1));
    few.remove_task();
    assert_eq!(few.tasks.len(), 1, "a lesson has a task");
    (0..20).for_each(|_| few.add_task());
    assert_eq!(few.tasks.len(), 12);
}

#[test]
fn what_became_true_by_the_moves_of_a_task_is_proposed_for_it() {
    let mut draft = draft(
        json!([
            {"rules": "FAQ 2020"},
            {"cancel": "media-masters-import"},
            {"advance": {"until": {"job": "media-masters-import", "state": "Completed"}}},
            {"delete": "media-masters-import"},
        ]),
        &[],
    )
    .unwrap();
    draft.add_task();
    draft.belongs(3, LessonPart::Task(1));
    let proposed = |task: usize| serde_json::to_value(draft.proposals(task)).unwrap();
    let (first, second) = (proposed(0), proposed(1));
    let first = first.as_array().unwrap();
    assert_eq!(
        first[0],
        json!({"did": {"action": "cancel", "job": "media-masters-import", "state": "Shipping"}})
    );
    assert_eq!(first[1], json!({"happened": {"job": "media-masters-import", "event": "completed"}}));
    for wanted in [
        json!({"state": {"job": "media-masters-import", "is": "Completed"}}),
        json!({"happened": {"job": "media-masters-import", "event": "cancelRequested"}}),
    ] {
        assert!(first.contains(&wanted), "{wanted} in {first:?}");
    }
    assert_eq!(
        second,
        json!([
            {"did": {"action": "delete", "job": "media-masters-import", "state": "Completed"}},
            {"absent": {"job": "media-masters-import", "by": "person"}},
        ])
    );
}

#[test]
fn the_shelf_takes_lessons_of_ones_own_and_gives_none_of_the_course_away() {
    let named = |id: &str| {
        let mut json = small();
        json["id"] = json!(id);
        lesson(&json)
    };
    let course = ["ship-it".to_owned()];
    let mut shelf = Shelf::default();
    assert_eq!(shelf.put(named("ship-it"), &course), Err(NotTaken::OfCourse));
    let mut broken = named("broken");
    broken.start.steps = serde_json::from_value(
        json!([{"advance": {"by": "P1D"}}, {"delete": "never-was"}, {"cancel": "never-was"}]),
    )
    .unwrap();
    assert!(matches!(shelf.put(broken, &course), Err(NotTaken::Begin(_))));
    for no in 0..MOST_LESSONS {
        assert_eq!(shelf.put(named(&format!("own-{no}")), &course), Ok(false));
    }
    assert_eq!(shelf.put(named("one-more"), &course), Err(NotTaken::Full));
    assert_eq!(shelf.put(named("own-0"), &course), Ok(true), "in the place of itself");
    assert_eq!(Shelf::parse(&shelf.text()), shelf);
    shelf.remove("own-7");
    assert_eq!(
        (shelf.all().len(), shelf.get("own-7"), shelf.get("own-8").is_some()),
        (MOST_LESSONS - 1, None, true)
    );
    for junk in ["", "{}", "[1, {}, null]", "\u{0}"] {
        assert_eq!(Shelf::parse(junk), Shelf::default(), "{junk}");
    }
}
