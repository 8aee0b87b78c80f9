//! Opening: how the workspace of a lesson is shown, and made where there is none.

use crate::journal::annex;
use crate::lessons::Lesson;
use crate::lessons::class::Enrolled;
use crate::lessons::progress::LessonProgress;
use crate::portal::ui::commands::Commands;
use crate::store::browser::BrowserStorage;
use crate::store::browser::area::Area;
use crate::store::codec::Mark;
use crate::store::ledger::Ledger;
use crate::store::slots;

use super::course::{ARRIVAL, SEED, forget, keep, progress, slot_of};
use super::enrolment;

/// Whose run of a lesson is opened.
pub enum Whose {
    /// The one that is there; if there is none, one of the learner of this browser.
    AsFound,
    /// One of this learner; another that is there goes.
    Of(Enrolled),
}

/// Opens the workspace of a lesson, which is made if there is none; the page loads anew.
///
/// # Errors
/// That nothing can be kept. Nothing has changed.
pub async fn open(commands: Commands, lesson: &Lesson, whose: Whose) -> Result<(), ()> {
    let backend = commands.backend;
    let storage = BrowserStorage::open().map_err(|_| ())?;
    let arrives = Area::session().ok_or(())?;
    let slot = slot_of(&lesson.id);
    let is_there = slots::is_there(&storage, &slot).map_err(|_| ())?;
    let before = progress().of(&lesson.id, lesson.rev).cloned();
    let class = match (whose, &before) {
        (Whose::Of(learner), _) => Some(learner),
        (Whose::AsFound, Some(kept)) => kept.class.clone(),
        (Whose::AsFound, None) => enrolment::in_lesson(&lesson.id),
    };
    let is_same = |kept: &&LessonProgress| match (&kept.class, &class) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let same = before.as_ref().filter(is_same);
    if !is_there || same.is_none_or(|kept| kept.elsewhere) {
        if is_there && backend.slot() == slot {
            // It goes with this page; the next one makes it anew.
            if !arrives.set(ARRIVAL, &lesson.id) {
                return Err(());
            }
            forget(&lesson.id);
            return backend.discard_workspace(&slot).await.map_err(|_| ());
        }
        if is_there {
            backend.discard_workspace(&slot).await.map_err(|_| ())?;
        }
        let in_class = class.as_ref().and_then(|class| class.in_lesson(&lesson.id));
        let (on_terms, seed) = match &in_class {
            Some((class, seed)) => (class.on_terms(lesson), *seed),
            None => (lesson.clone(), SEED),
        };
        let mut workspace = on_terms.begin(seed).map_err(|_| ())?;
        workspace.apply(&annex::start(&workspace));
        let title = lesson.texts_in("").map(|texts| texts.title.clone()).unwrap_or_default();
        Ledger::create(&storage, &slot, &workspace, &title, Mark { seq: 1, epoch: 0 }).map_err(|_| ())?;
        let begun = || LessonProgress::begin(lesson.rev, seed, lesson.tasks.len());
        let kept = same.map_or_else(begun, |kept| kept.again(seed));
        keep(&lesson.id, &LessonProgress { class, ..kept });
    }
    if !arrives.set(ARRIVAL, &lesson.id) {
        return Err(());
    }
    backend.open_workspace(&slot);
    Ok(())
}
