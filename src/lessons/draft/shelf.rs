//! The shelf: lessons of one's own, made here or taken from files and links, kept beside the course.

use serde_json::Value;

use crate::lessons::Lesson;
use crate::lessons::read::read;

/// The most lessons on it; each has at most 32 KB, and the browser keeps 5 MB in all.
pub const MOST_LESSONS: usize = 20;

/// Lessons of one's own, the newest last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf(Vec<Lesson>);

/// Why a lesson is not put on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// A lesson of the course has its id.
    OfCourse,
    /// A step of its beginning, counted from 0, is refused.
    Begin(usize),
    /// There are [`MOST_LESSONS`] already.
    Full,
}

impl Shelf {
    /// What [`Shelf::text`] wrote; what is no lesson any more is left out.
    pub fn parse(text: &str) -> Shelf {
        let all: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
        Shelf(all.iter().filter_map(|lesson| read(&lesson.to_string()).ok()).take(MOST_LESSONS).collect())
    }

    /// What is to be kept.
    pub fn text(&self) -> String {
        // Lessons are plain values, which cannot fail.
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The lessons.
    pub fn all(&self) -> &[Lesson] {
        &self.0
    }

    /// The lesson of this id.
    pub fn get(&self, id: &str) -> Option<&Lesson> {
        self.0.iter().find(|lesson| lesson.id == id)
    }

    /// Puts a lesson on the shelf, in the place of one with the same id; whether there was one. `course` has the ids of
    /// the course, whose lessons nobody takes the place of.
    ///
    /// # Errors
    /// [`NotTaken`]: the shelf is as it was.
    pub fn put(&mut self, lesson: Lesson, course: &[String]) -> Result<bool, NotTaken> {
        if course.contains(&lesson.id) {
            return Err(NotTaken::OfCourse);
        }
        lesson.begin(1).map_err(|(step, _)| NotTaken::Begin(step))?;
        if let Some(place) = self.0.iter().position(|known| known.id == lesson.id) {
            self.0.remove(place);
            self.0.push(lesson);
            return Ok(true);
        }
        if self.0.len() >= MOST_LESSONS {
            return Err(NotTaken::Full);
        }
        self.0.push(lesson);
        Ok(false)
    }

    /// Takes a lesson off the shelf.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|lesson| lesson.id != id);
    }
}
