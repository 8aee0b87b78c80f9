//! A course: the lesson that this tab's workspace belongs to, how far it has come, and what is kept of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::journal::annex;
use crate::journal::travel::Journey;
use crate::journal::{BranchNo, Session};
use crate::lessons::evidence::Evidence;
use crate::lessons::note::Note;
use crate::lessons::progress::{LearnerProgress, LessonProgress};
use crate::lessons::rescue::{self, Back};
use crate::lessons::texts::LessonTexts;
use crate::lessons::{Lesson, Run, Standing};
use crate::phrases::Messages;
use crate::portal::backend::NotDone;
use crate::portal::ui::commands::{Commands, not_done};
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::preferences;
use crate::store::browser::area::Area;
use crate::store::entries::MAIN;
use crate::store::slots::SlotKind;

/// Where progress is kept.
const PREFERENCE: &str = "learn";
/// Where the lesson is named to which the next load of the page leads.
pub const ARRIVAL: &str = "iep/learn";
/// The seed of those who are in no class.
pub const SEED: u64 = 1;

/// The lesson of this tab.
#[derive(Clone, Copy)]
pub struct OpenLesson {
    /// The way to the service and to the user.
    pub commands: Commands,
    /// The lesson, as soon as it is there.
    pub lesson: RwSignal<Option<Arc<Lesson>>>,
    /// How far it has come; none where that cannot be found out.
    pub standing: RwSignal<Option<Standing>>,
    /// What is kept of it.
    pub kept: RwSignal<Option<LessonProgress>>,
    /// Whether something is being shown or put back.
    pub busy: RwSignal<bool>,
}

/// The id of the lesson that a slot belongs to.
pub fn lesson_of(slot: &str) -> Option<&str> {
    SlotKind::Lesson.rest(slot)
}

/// Why time does not go back. What was done stays.
pub enum Stayed {
    /// Something could not be kept.
    NotDone(NotDone),
    /// The recording does not go there, for this reason.
    Refused(String),
    /// There is no recording, or it cannot be read.
    Stopped,
}

impl Stayed {
    /// The reason and what to do, in a sentence or two.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            Stayed::NotDone(why) => not_done(why, messages),
            Stayed::Refused(why) => why.clone(),
            Stayed::Stopped => messages.lesson_stopped(),
        }
    }

    /// Tells it under what was wanted.
    pub fn tell(&self, commands: Commands, wanted: String) {
        let text = self.sentence(&commands.texts.peek());
        commands.feedback.notify(News { tone: Tone::Danger, title: wanted, text, link: None });
    }
}

/// The slot of a lesson.
pub fn slot_of(lesson: &str) -> String {
    SlotKind::Lesson.slot(lesson)
}

/// Keeps nothing of a lesson any more.
pub fn forget(lesson: &str) {
    let mut all = progress();
    all.forget(lesson);
    preferences::write(PREFERENCE, &all.text());
}

/// What is kept of all lessons.
pub fn progress() -> LearnerProgress {
    preferences::read(PREFERENCE).and_then(|text| LearnerProgress::parse(&text)).unwrap_or_default()
}

/// Keeps this of a lesson. Where nothing can be kept, it holds for this visit.
pub fn keep(lesson: &str, kept: &LessonProgress) {
    let mut all = progress();
    all.keep(lesson, kept.clone());
    preferences::write(PREFERENCE, &all.text());
}

/// Takes in progress that was kept elsewhere: how many lessons that has changed; none where nothing can be kept.
pub fn take_in(other: LearnerProgress) -> Option<usize> {
    let mut all = progress();
    let changed = all.merge(other);
    preferences::write(PREFERENCE, &all.text()).then_some(changed)
}

/// Whether the lesson's panel has something to do here: this tab shows a lesson's workspace, or comes from one.
pub fn is_wanted(slot: &str) -> bool {
    let arrives = || Area::session()?.get(ARRIVAL);
    lesson_of(slot).is_some() || arrives().is_some()
}

/// The lesson to whose page this load of the page leads.
pub fn arrival() -> Option<String> {
    let area = Area::session()?;
    let id = area.get(ARRIVAL)?;
    area.remove(ARRIVAL).then_some(id)
}

impl OpenLesson {
    /// The texts of the lesson.
    pub fn said<T>(self, part: impl FnOnce(&LessonTexts) -> T) -> Option<T> {
        self.lesson.with(|lesson| lesson.as_ref().and_then(|lesson| lesson.texts_in("").map(part)))
    }

    /// The task to do next; a reactive reader is told when it changes.
    pub fn next(self) -> Option<usize> {
        self.standing.with(|standing| standing.as_ref().and_then(Standing::next))
    }

    /// The lesson, outside of anything reactive.
    pub fn peek(self) -> Option<Arc<Lesson>> {
        self.lesson.get_untracked()
    }

    /// The recording of the present.
    pub fn session(self) -> Option<Session> {
        let present = untrack(|| self.commands.backend.present(Clone::clone));
        annex::open(&present).ok().flatten()
    }

    /// What no journal holds.
    pub fn notes(self) -> Vec<Note> {
        self.kept.with_untracked(|kept| kept.as_ref().map(|kept| kept.notes.clone()).unwrap_or_default())
    }

    /// Changes what is kept, and keeps it.
    pub fn update(self, change: impl FnOnce(&mut LessonProgress)) {
        let Some(lesson) = self.peek() else { return };
        let mut kept = self.kept.get_untracked();
        if let Some(kept) = &mut kept {
            change(kept);
            keep(&lesson.id, kept);
        }
        self.kept.set(kept);
    }

    /// So many seconds more it was looked at. Nothing is drawn anew for that.
    pub fn ticks(self, seconds: u64) {
        let Some(lesson) = self.peek() else { return };
        self.kept.update_untracked(|kept| {
            if let Some(kept) = kept {
                kept.seconds += seconds;
                keep(&lesson.id, kept);
            }
        });
    }

    /// Finds out anew how far the lesson has come.
    pub fn look(self) {
        let Some(lesson) = self.peek() else { return };
        let standing = self.session().and_then(|session| {
            let evidence = Evidence::of(session.branches(), &self.notes()).ok()?;
            Some(Standing::of(&lesson, &evidence))
        });
        if standing == self.standing.get_untracked() {
            return;
        }
        if let Some(now) = &standing {
            self.tell(&lesson, now);
            let shown = self.kept.with_untracked(|kept| kept.as_ref().map(|kept| kept.shown.clone()));
            let shown = shown.unwrap_or_default();
            let points = now.points(&lesson, &shown);
            // An exam of which something was shown is not passed.
            let passed = now.is_complete() && (lesson.allow.hints || shown.is_empty());
            self.update(|kept| {
                kept.done = now.count();
                kept.complete |= passed;
                kept.points = kept.points.max(points);
            });
        }
        self.standing.set(standing);
    }

    /// Tells which tasks have been done since.
    fn tell(self, lesson: &Lesson, now: &Standing) {
        let Some(before) = self.standing.get_untracked() else { return };
        let Some(texts) = lesson.texts_in("") else { return };
        let newly =
            now.done.iter().zip(&before.done).zip(&texts.tasks).filter(|((is, was), _)| **is && !**was);
        for (_, task) in newly {
            self.commands.feedback.announce(self.commands.texts.peek().lesson_done_now(task.text.as_str()));
        }
    }

    /// Goes on from an earlier moment.
    ///
    /// # Errors
    /// [`Stayed`].
    pub async fn go_back(self, to: Back) -> Result<(), Stayed> {
        let journey = Journey::Continue(to.branch, to.moment.commands, to.moment.at.millis());
        self.travel(journey).await
    }

    async fn travel(self, journey: Journey) -> Result<(), Stayed> {
        let language = self.commands.texts.language_now().tag();
        self.commands.backend.back_to_now();
        match self.commands.backend.travel(journey, language).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(why)) => Err(Stayed::Refused(why)),
            Err(why) => Err(Stayed::NotDone(why)),
        }
    }

    async fn discard(self, no: BranchNo) -> Result<(), Stayed> {
        self.travel(Journey::Pin(no, false)).await?;
        self.travel(Journey::Discard(no)).await
    }

    /// The task to do next from where it began. The line that is left stays as a branch, unless the lesson does without.
    ///
    /// # Errors
    /// [`Stayed`].
    pub async fn begin_task_anew(self) -> Result<(), Stayed> {
        let (lesson, session) = (self.peek().ok_or(Stayed::Stopped)?, self.session().ok_or(Stayed::Stopped)?);
        let Some(task) = untrack(|| self.next()) else { return Ok(()) };
        let left = session.branches().present().no;
        let run = Run { session, notes: self.notes() };
        let begun = rescue::begun(&lesson, &run, task).ok_or(Stayed::Stopped)?;
        if let Some(back) = begun.back {
            self.go_back(back).await?;
            if !lesson.allow.rewind {
                self.discard(left).await?;
            }
        }
        self.update(|kept| kept.notes.truncate(begun.notes));
        self.look();
        Ok(())
    }

    /// Whether nothing is shown as yet: the lesson is an exam that nobody has given up, and that is not spoilt.
    pub fn is_exam(self) -> bool {
        let exam = self.lesson.with(|lesson| lesson.as_ref().is_some_and(|lesson| !lesson.allow.hints));
        let spoilt = self.standing.with(|now| now.as_ref().is_some_and(|now| now.spoilt.is_some()));
        exam && !spoilt && !self.is_given_up()
    }

    /// Whether a task of an exam was shown or given up, so that the exam is not passed.
    pub fn is_given_up(self) -> bool {
        let exam = self.lesson.with(|lesson| lesson.as_ref().is_some_and(|lesson| !lesson.allow.hints));
        exam && self.kept.with(|kept| kept.as_ref().is_some_and(|kept| !kept.shown.is_empty()))
    }

    /// Gives an exam up: what is not done counts nothing from now on, and can be shown.
    pub fn give_up(self) {
        let Some(now) = self.standing.get_untracked() else { return };
        self.update(|kept| kept.gives_up(&now));
    }

    /// The lesson from its beginning: the other branches are thrown away, and what is kept of this run.
    ///
    /// # Errors
    /// As [`OpenLesson::go_back`]; what was done stays.
    pub async fn begin_anew(self) -> Result<(), Stayed> {
        let session = self.session().ok_or(Stayed::Stopped)?;
        let branches = session.branches();
        let present = branches.present();
        // The limit of branches must leave room for the new one.
        let others: Vec<BranchNo> = branches.all().iter().map(|branch| branch.no).collect();
        for no in others.iter().filter(|no| **no != present.no) {
            self.discard(*no).await?;
        }
        let first = Back { branch: present.no, moment: present.journal.first() };
        self.go_back(first).await?;
        self.discard(present.no).await?;
        self.update(|kept| *kept = kept.again(kept.seed));
        self.look();
        Ok(())
    }

    /// Where one goes back to when the lesson is spoilt.
    pub fn before_spoilt(self) -> Option<Back> {
        rescue::before_spoilt(&*self.peek()?, self.session()?.branches(), &self.notes())
    }

    /// Begins anew where the recording cannot be read any more: the workspace is thrown away and made once more.
    pub fn make_anew(self) {
        let Some(lesson) = self.peek() else { return };
        spawn_local(async move {
            forget(&lesson.id);
            if let Some(area) = Area::session() {
                // Without it the catalogue leads there.
                let _ = area.set(ARRIVAL, &lesson.id);
            }
            let slot = slot_of(&lesson.id);
            if let Err(why) = self.commands.backend.discard_workspace(&slot).await {
                let m = self.commands.texts.peek();
                self.commands.tell_not_done(m.lesson_restart(), &why, None);
            }
        });
    }

    /// Shows the user's own workspace again.
    pub fn leave(self) {
        self.commands.backend.open_workspace(MAIN);
    }
}
