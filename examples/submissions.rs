//! Writes what a class of so many learners hands in who have all solved the whole course: a file for each lesson.

use std::fs;
use std::path::{Path, PathBuf};

use import_export_portal::lessons::class::{Class, Enrolled};
use import_export_portal::lessons::progress::LessonProgress;
use import_export_portal::lessons::submission::Submission;
use import_export_portal::lessons::{Lesson, Run, read_parts};
use import_export_portal::service::log::Actor;

fn main() -> Result<(), String> {
    let mut given = std::env::args().skip(1);
    let folder = given.next().map_or_else(|| PathBuf::from("target/class"), PathBuf::from);
    let learners: usize = given.next().and_then(|text| text.parse().ok()).unwrap_or(30);
    let told = |error: std::io::Error| error.to_string();
    fs::create_dir_all(&folder).map_err(told)?;
    let course = fs::read_to_string("lessons/course.json").map_err(told)?;
    let course: Vec<String> = serde_json::from_str(&course).map_err(|error| error.to_string())?;
    let class = Class::of(course.clone());
    for id in &course {
        let lesson = lesson(id)?;
        for no in 1..=learners {
            let code = format!("learner {no:02}");
            let text =
                solved(&lesson, &class, &code).ok_or_else(|| format!("{id} is not solved by {code}"))?;
            fs::write(folder.join(format!("{id}-{no:02}.json")), text).map_err(told)?;
        }
    }
    println!("#/learn/class?{}", class.link());
    Ok(())
}

fn lesson(id: &str) -> Result<Lesson, String> {
    let file = |name: &str| fs::read_to_string(Path::new("lessons").join(id).join(name)).unwrap_or_default();
    read_parts(&file("lesson.json"), &[("en", &file("en.json"))]).map_err(|why| format!("{id}: {why:?}"))
}

fn solved(lesson: &Lesson, class: &Class, code: &str) -> Option<String> {
    let seed = class.seed(code, &lesson.id);
    let mut run = Run::begin(lesson, seed).ok()?;
    for (_, step) in lesson.solution() {
        run.take(step, Actor::Portal).ok()?;
    }
    let kept = LessonProgress {
        notes: run.notes.clone(),
        ..LessonProgress::begin(lesson.rev, seed, lesson.tasks.len())
    };
    let enrolled = Enrolled { class: class.link(), code: code.to_owned() };
    Submission::of(lesson, &enrolled, &run.session, &kept).ok().map(|made| made.text())
}
