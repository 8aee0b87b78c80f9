//! The room where one learns: the catalogue, a lesson beside the portal, and what it points at.

mod anchors;
mod class;
mod course;
mod end;
mod enrolment;
mod files;
mod handing;
mod lesson_page;
mod notes;
mod opening;
mod own;
mod own_section;
mod page;
mod panel;
mod recorder;
mod show;
mod upload;

pub use class::{ClassPage, CollectPage, TrainerPage};
pub use course::is_wanted;
pub use lesson_page::LessonPage;
pub use own::{LessonImport, OwnLessons};
pub use page::LearnPage;
pub use panel::LessonPanel;
pub use recorder::Recorder;
