//! The course: every lesson of the source keeps what it promises, and together they meet every cell of the rules.

use std::fs;

use import_export_portal::lessons::coverage::Coverage;
use import_export_portal::lessons::lint::lint;
use import_export_portal::lessons::progress::{LearnerProgress, LessonProgress};
use import_export_portal::lessons::{Run, read, rescue, standing::Standing};
use import_export_portal::service::log::Actor;

use super::support::{COURSE, folder, real as lesson};

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
                    rescue::TaskShow::Here(steps) => steps,
                    rescue::TaskShow::Back(back, steps) => {
                        run.session.go_on_from(back.branch, back.moment).unwrap();
                        steps
                    }
                    rescue::TaskShow::Anew(steps) => {
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

#[test]
fn progress_is_kept_by_id_and_revision() {
    let mut progress = LearnerProgress::default();
    let mut kept = LessonProgress::begin(2, 7, 3);
    kept.takes_hint(1);
    kept.answers(0, 1);
    progress.keep("ship-it", kept.clone());
    let again = LearnerProgress::parse(&progress.text()).unwrap();
    assert_eq!(again, progress);
    assert_eq!(again.of("ship-it", 2), Some(&kept));
    assert_eq!((again.of("ship-it", 3), again.is_outdated("ship-it", 3)), (None, true));
    assert_eq!((kept.hints_of(0), kept.hints_of(1), kept.hints_of(9)), (0, 1, 0));
    let handed = r#"{"format":"progress/1","lessons":{"ship-it":{"rev":2,"seed":7,"done":3,"of":3,"complete":true,"points":2,"hints":[1],"elsewhere":true}}}"#;
    let kept = LearnerProgress::parse(handed).unwrap().of("ship-it", 2).cloned().unwrap();
    assert!(kept.elsewhere, "a learning platform hands over a run whose workspace is not here");
    let again = kept.again(7);
    assert_eq!((again.elsewhere, again.complete, again.points, again.hints_of(0)), (false, true, 2, 0));
    for junk in ["", "null", "{\"format\":\"progress/2\",\"lessons\":{}}", "{"] {
        assert_eq!(LearnerProgress::parse(junk), None, "{junk}");
    }
}
