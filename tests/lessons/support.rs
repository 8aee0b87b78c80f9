//! What the tests of lessons have in common.

use std::fs;
use std::path::{Path, PathBuf};

use import_export_portal::lessons::{Lesson, Run, Standing, read, read_parts};
use import_export_portal::service::log::Actor;
use serde_json::{Value, json};

/// The ids of all lessons.
pub const COURSE: [&str; 12] = [
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

/// Where the lessons are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")
}

/// A lesson of the course.
pub fn real(id: &str) -> Lesson {
    let file = |name: &str| fs::read_to_string(folder().join(id).join(name)).unwrap();
    read_parts(&file("lesson.json"), &[("en", &file("en.json")), ("tr", &file("tr.json"))])
        .unwrap_or_else(|why| panic!("{id}: {why:?}"))
}

/// The lesson solved by somebody who has this seed.
pub fn solved(lesson: &Lesson, seed: u64) -> Run {
    let mut run = Run::begin(lesson, seed).unwrap();
    for (_, step) in lesson.solution() {
        run.take(step, Actor::Portal).unwrap();
    }
    run
}

/// A small lesson over the jobs of Contoso.
pub fn small() -> Value {
    json!({
        "format": "lesson/1", "id": "small", "rev": 1, "minutes": 5, "sources": ["A document"],
        "start": {"scenario": "Contoso", "seed": "learner"},
        "allow": {"surfaces": ["portal"], "clock": true, "rewind": true},
        "tasks": [{
            "check": {"refused": {"action": "delete", "state": "Transferring"}},
            "anchor": {"control": "delete", "job": "sequencing-run-118"},
            "says": [{"did": {"action": "cancel"}}],
            "solve": [{"try": {"delete": "sequencing-run-118"}}],
            "near": [[{"cancel": "sequencing-run-118"}]]
        }],
        "texts": {"en": {
            "title": "Small", "about": "One learns it.", "misconception": "It goes.", "situation": "There are jobs.",
            "tasks": [{"text": "Try to delete the run.", "hints": ["There."], "says": ["A cancel is no delete."]}],
            "debrief": "Some states keep a job."
        }}
    })
}

/// The lesson that this JSON is.
pub fn lesson(json: &Value) -> Lesson {
    read(&json.to_string()).unwrap()
}

/// The small lesson with this as its only check.
pub fn checking(check: Value) -> Lesson {
    let mut json = small();
    json["tasks"][0]["check"] = check;
    lesson(&json)
}

/// Takes steps, each of which must go as it says.
pub fn take(run: &mut Run, steps: Value) {
    for step in steps.as_array().unwrap() {
        let step = serde_json::from_value(step.clone()).unwrap();
        run.take(&step, Actor::Portal).unwrap_or_else(|why| panic!("{step:?}: {why:?}"));
    }
}

/// How far a run has come.
pub fn standing(lesson: &Lesson, run: &Run) -> Standing {
    Standing::of(lesson, &run.evidence().unwrap())
}
