//! Enrolment: the class that this browser's learner is in, and the class that this browser's trainer has set.

use crate::lessons::class::{Class, Enrolled};
use crate::portal::ui::preferences;

/// Where the learner's class and code are kept.
const LEARNER: &str = "class-in";
/// Where the trainer's class is kept.
const TRAINER: &str = "class-set";

/// The learner who works in this browser, if one is in a class.
pub fn learner() -> Option<Enrolled> {
    let text = preferences::read(LEARNER)?;
    serde_json::from_str::<Enrolled>(&text).ok().filter(|enrolled| enrolled.class().is_some())
}

/// Keeps who works in this browser. Where nothing can be kept, no lesson can be begun either, and that is told.
pub fn enrol(enrolled: &Enrolled) {
    // Texts cannot fail.
    preferences::write(LEARNER, &serde_json::to_string(enrolled).unwrap_or_default());
}

/// Nobody works in this browser any more.
pub fn leave() {
    preferences::forget(LEARNER);
}

/// The learner, if a lesson is in their class.
pub fn in_lesson(lesson: &str) -> Option<Enrolled> {
    learner().filter(|enrolled| enrolled.in_lesson(lesson).is_some())
}

/// The class that was set last in this browser.
pub fn set_class() -> Option<Class> {
    preferences::read(TRAINER).and_then(|link| Class::parse(&link))
}

/// Keeps the class that is set. Where it cannot be kept, it holds for this visit.
pub fn keep_set(class: &Class) {
    preferences::write(TRAINER, &class.link());
}
