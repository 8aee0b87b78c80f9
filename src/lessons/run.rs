//! Runs: somebody's way through a lesson, a recorded workspace and the notes beside it.

use crate::api::route::JobPath;
use crate::api::{self, Failure, calls};
use crate::journal::run::{CommandRefusal, path};
use crate::journal::{JournalCommand, LookError, NotRun, Session};
use crate::service::log::Actor;

use super::evidence::Evidence;
use super::lesson::Lesson;
use super::note::{Note, ReadOperation};
use super::step::{LessonStep, ReadCall};

/// Somebody's way through a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The workspace with its lines of time.
    pub session: Session,
    /// What no journal holds.
    pub notes: Vec<Note>,
}

/// Why a step did not go as it says.
#[derive(Clone, Debug, PartialEq)]
pub enum Unexpected {
    /// It should have been accepted.
    Refused(Box<NotRun>),
    /// It should have been refused, and was carried out.
    Accepted,
    /// It should have been refused by a rule, but something else was wrong with it.
    NoRule(Box<NotRun>),
    /// Nothing answers this call.
    NoAnswer,
}

impl Run {
    /// The beginning of a lesson, for a learner who has this seed.
    ///
    /// # Errors
    /// The step of the beginning, counted from 0, that is refused, and why.
    pub fn begin(lesson: &Lesson, learner: u64) -> Result<Run, (usize, CommandRefusal)> {
        Ok(Run { session: Session::new(lesson.begin(learner)?), notes: Vec::new() })
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`Unexpected`].
    pub fn take(&mut self, step: &LessonStep, by: Actor) -> Result<(), Unexpected> {
        match step {
            LessonStep::Give(command) => {
                self.give(command, by).map_err(|why| Unexpected::Refused(Box::new(why)))
            }
            LessonStep::Try(command) => match self.give(command, by) {
                Ok(()) => Err(Unexpected::Accepted),
                Err(why) if refused_by_rule(&why) => Ok(()),
                Err(why) => Err(Unexpected::NoRule(Box::new(why))),
            },
            LessonStep::Call(call) => self.call(call, by),
        }
    }

    /// Gives a command, and notes it if the rules refuse it.
    ///
    /// # Errors
    /// [`NotRun`]: nothing has changed.
    pub fn give(&mut self, command: &JournalCommand, by: Actor) -> Result<(), NotRun> {
        let path = command.job().and_then(|job| path(self.session.present(), job).ok());
        let done = self.session.run(command, by);
        if let (Err(NotRun::Refused(CommandRefusal::Call(Failure::Refused(refusal, _)))), Some(path)) =
            (&done, path)
        {
            let at = self.session.present().now();
            self.notes.push(Note::refused(at, &path, refusal.action, refusal.state, refusal.rules));
        }
        done.map(|_| ())
    }

    fn call(&mut self, call: &ReadCall, by: Actor) -> Result<(), Unexpected> {
        let present = self.session.present();
        let job = call.job.as_ref().and_then(|job| path(present, job).ok());
        let id = job.as_ref().and_then(|path: &JobPath| path.id().ok());
        let request = match (call.operation, id) {
            (ReadOperation::Get, Some(id)) => calls::get(&id),
            (ReadOperation::Keys, Some(id)) => calls::list_bitlocker_keys(&id),
            (ReadOperation::List, _) => {
                let head = present.head();
                let scenario = crate::service::scenario::Scenario::parse(&head.scenario).unwrap_or_default();
                let (subscription, _) = scenario.home();
                let subscription = crate::domain::name::SubscriptionId::parse(subscription);
                let Ok(subscription) = subscription else { return Err(Unexpected::NoAnswer) };
                calls::list_in_subscription(&subscription, calls::ListSelection::default())
            }
            (ReadOperation::Locations, _) => calls::locations(),
            (ReadOperation::Operations, _) => calls::operations(),
            (ReadOperation::Get | ReadOperation::Keys, None) => return Err(Unexpected::NoAnswer),
        };
        let response = api::prepare(present, &request, by).response;
        let note = Note::of_call(present.now(), &request, &response);
        self.notes.push(note.ok_or(Unexpected::NoAnswer)?);
        Ok(())
    }

    /// What there is to go by.
    ///
    /// # Errors
    /// [`LookError`]: a branch is not what it was.
    pub fn evidence(&self) -> Result<Evidence, LookError> {
        Evidence::of(self.session.branches(), &self.notes)
    }
}

fn refused_by_rule(why: &NotRun) -> bool {
    matches!(why, NotRun::Refused(CommandRefusal::Call(Failure::Refused(..))))
}
