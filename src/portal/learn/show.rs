//! Showing: a task's solution, carried out in front of the learner by the ways that the learner has.

use leptos::prelude::*;

use crate::api::calls;
use crate::api::message::Request;
use crate::domain::name::{JobId, SubscriptionId};
use crate::domain::time::SimTime;
use crate::journal::run::{Ready, path, prepare};
use crate::journal::{Advance, JobRef, JournalCommand, Rewind, Until};
use crate::lessons::note::ReadOperation;
use crate::lessons::rescue::{self, Back};
use crate::lessons::run::Run;
use crate::lessons::step::{LessonStep, ReadCall};
use crate::portal::backend::{Jump, NotDone, Setting};
use crate::portal::ui::commands::{CommandOutcome, not_done};
use crate::service::log::Actor;
use crate::service::scenario::Scenario;

use super::course::{OpenLesson, Stayed};

/// Why a task could not be shown.
enum Stuck {
    /// A step was answered in another way than expected.
    Answer,
    /// Something could not be kept.
    NotDone(NotDone),
    /// Time does not go back.
    Stayed(Stayed),
}

impl From<Stayed> for Stuck {
    fn from(why: Stayed) -> Self {
        Stuck::Stayed(why)
    }
}

/// Shows the next task; what could not be done is told.
pub async fn show_next(course: OpenLesson) {
    let Some(task) = untrack(|| course.next()) else { return };
    course.busy.set(true);
    if course.peek().is_some_and(|lesson| !lesson.allow.hints) {
        course.give_up();
    }
    let done = carry_out(course, task).await;
    course.busy.set(false);
    course.look();
    let m = course.commands.texts.peek();
    match done {
        Ok(()) => course.commands.feedback.tell(m.lesson_shown()),
        Err(Stuck::Answer) => {
            course.commands.feedback.alert(m.lesson_show_failed(m.lesson_show_stopped()));
        }
        Err(Stuck::NotDone(why)) => {
            course.commands.feedback.alert(m.lesson_show_failed(not_done(&why, &m)));
        }
        Err(Stuck::Stayed(why)) => {
            course.commands.feedback.alert(m.lesson_show_failed(why.sentence(&m)));
        }
    }
}

async fn carry_out(course: OpenLesson, task: usize) -> Result<(), Stuck> {
    let lesson = course.peek().ok_or(Stuck::Answer)?;
    let session = course.session().ok_or(Stuck::Answer)?;
    let run = Run { session, notes: course.notes() };
    let (steps, shown) = match rescue::show(&lesson, &run, task).ok_or(Stuck::Answer)? {
        rescue::TaskShow::Here(steps) => (steps, task..=task),
        rescue::TaskShow::Back(to, steps) => {
            course.go_back(to).await?;
            (steps, task..=task)
        }
        rescue::TaskShow::Anew(steps) => {
            course.begin_anew().await?;
            // The tasks before are shown on the way.
            (steps, 0..=task)
        }
    };
    // Before the first step, since a task that is done counts at once, and for good.
    course.update(|kept| {
        let shown: Vec<usize> = shown.filter(|shown| !kept.shown.contains(shown)).collect();
        kept.shown.extend(shown);
    });
    for step in &steps {
        match step {
            LessonStep::Give(command) => give(course, command).await?,
            LessonStep::Try(command) => {
                let request = request(course, command).ok_or(Stuck::Answer)?;
                refused(course.commands.send(request).await)?;
            }
            LessonStep::Call(call) => {
                let request = call_of(course, call).ok_or(Stuck::Answer)?;
                accepted(course.commands.send(request).await)?;
            }
        }
    }
    Ok(())
}

fn accepted(outcome: CommandOutcome) -> Result<(), Stuck> {
    match outcome {
        CommandOutcome::Done(_) => Ok(()),
        CommandOutcome::Refused(_) => Err(Stuck::Answer),
        CommandOutcome::NotDone(why) => Err(Stuck::NotDone(why)),
    }
}

fn refused(outcome: CommandOutcome) -> Result<(), Stuck> {
    match outcome {
        CommandOutcome::Refused(response) if response.status == 409 => Ok(()),
        CommandOutcome::Refused(_) | CommandOutcome::Done(_) => Err(Stuck::Answer),
        CommandOutcome::NotDone(why) => Err(Stuck::NotDone(why)),
    }
}

async fn give(course: OpenLesson, command: &JournalCommand) -> Result<(), Stuck> {
    let backend = course.commands.backend;
    if let JournalCommand::Rewind(rewind) = command {
        return go_back(course, *rewind).await;
    }
    let ready = untrack(|| backend.present(|now| prepare(now, command, Actor::Portal)));
    let Ready { command, .. } = ready.map_err(|_| Stuck::Answer)?;
    match &command {
        JournalCommand::Rules(rules) => backend.set(Setting::Rules(*rules)).await.map_err(Stuck::NotDone),
        JournalCommand::Speed(speed) => {
            backend.set(Setting::Speed(speed.millis_a_second())).await.map_err(Stuck::NotDone)
        }
        JournalCommand::Paused(paused) => backend.set(Setting::Paused(*paused)).await.map_err(Stuck::NotDone),
        JournalCommand::Advance(Advance::Until { until: Until::Moment(to), .. }) => {
            backend.jump(Jump::To(*to)).await.map_err(Stuck::NotDone)
        }
        JournalCommand::Put(_)
        | JournalCommand::Patch(_)
        | JournalCommand::Ship(_)
        | JournalCommand::Cancel(_)
        | JournalCommand::Delete(_) => {
            let request = request(course, &command).ok_or(Stuck::Answer)?;
            accepted(course.commands.send(request).await)
        }
        // A learner has no way to do these.
        JournalCommand::Advance(_) | JournalCommand::Inject(_) | JournalCommand::Rewind(_) => {
            Err(Stuck::Answer)
        }
    }
}

async fn go_back(course: OpenLesson, rewind: Rewind) -> Result<(), Stuck> {
    let session = course.session().ok_or(Stuck::Answer)?;
    let now = session.present().now();
    let to = match rewind {
        Rewind::By(span) => SimTime::from_millis(now.millis().saturating_sub(span.as_millis())),
        Rewind::To(to) => to,
    };
    let present = session.branches().present();
    let moment = present.journal.moment_at(to);
    if moment.at != to {
        // Further back than the lesson goes.
        return Err(Stuck::Answer);
    }
    Ok(course.go_back(Back { branch: present.no, moment }).await?)
}

/// The call that says the same as a command.
fn request(course: OpenLesson, command: &JournalCommand) -> Option<Request> {
    let id = |job: &JobRef| id_of(course, job);
    Some(match command {
        JournalCommand::Put(sent) => calls::put(&id(&sent.job)?, &sent.body),
        JournalCommand::Patch(sent) => calls::patch(&id(&sent.job)?, &sent.body),
        JournalCommand::Ship(ship) => calls::patch(&id(&ship.job)?, &ship.body()),
        JournalCommand::Cancel(job) => calls::cancel(&id(job)?),
        JournalCommand::Delete(job) => calls::delete(&id(job)?),
        JournalCommand::Rules(_)
        | JournalCommand::Speed(_)
        | JournalCommand::Paused(_)
        | JournalCommand::Advance(_)
        | JournalCommand::Inject(_)
        | JournalCommand::Rewind(_) => return None,
    })
}

fn id_of(course: OpenLesson, job: &JobRef) -> Option<JobId> {
    let path = untrack(|| course.commands.backend.present(|now| path(now, job)));
    path.ok()?.id().ok()
}

fn call_of(course: OpenLesson, call: &ReadCall) -> Option<Request> {
    let id = call.job.as_ref().and_then(|job| id_of(course, job));
    match (call.operation, id) {
        (ReadOperation::Get, Some(id)) => Some(calls::get(&id)),
        (ReadOperation::Keys, Some(id)) => Some(calls::list_bitlocker_keys(&id)),
        (ReadOperation::List, _) => {
            let scenario =
                untrack(|| course.commands.backend.present(|now| Scenario::parse(&now.head().scenario)));
            let (subscription, _) = scenario.unwrap_or_default().home();
            let subscription = SubscriptionId::parse(subscription).ok()?;
            Some(calls::list_in_subscription(&subscription, calls::ListSelection::default()))
        }
        (ReadOperation::Locations, _) => Some(calls::locations()),
        (ReadOperation::Operations, _) => Some(calls::operations()),
        (ReadOperation::Get | ReadOperation::Keys, None) => None,
    }
}
