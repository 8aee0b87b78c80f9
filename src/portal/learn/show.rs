//! Showing: a task's solution, carried out in front of the learner by the ways that the learner has.

use leptos::prelude::*;

use crate::api::calls;
use crate::api::message::Request;
use crate::domain::name::{JobId, SubscriptionId};
use crate::domain::time::SimTime;
use crate::journal::run::{Ready, path, prepare};
use crate::journal::{Advance, Command, JobRef, Rewind, Until};
use crate::lessons::note::Operation;
use crate::lessons::rescue::{self, Back};
use crate::lessons::run::Run;
use crate::lessons::step::{Call, Step};
use crate::portal::backend::{Jump, NotDone, Setting};
use crate::portal::ui::commands::{Outcome, not_done};
use crate::service::log::Actor;
use crate::service::scenario::Scenario;

use super::course::{Course, Stayed};

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
pub async fn show_next(course: Course) {
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

async fn carry_out(course: Course, task: usize) -> Result<(), Stuck> {
    let lesson = course.peek().ok_or(Stuck::Answer)?;
    let session = course.session().ok_or(Stuck::Answer)?;
    let run = Run { session, notes: course.notes() };
    let (steps, shown) = match rescue::show(&lesson, &run, task).ok_or(Stuck::Answer)? {
        rescue::Show::Here(steps) => (steps, task..=task),
        rescue::Show::Back(to, steps) => {
            course.go_back(to).await?;
            (steps, task..=task)
        }
        rescue::Show::Anew(steps) => {
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
            Step::Give(command) => give(course, command).await?,
            Step::Try(command) => {
                let request = request(course, command).ok_or(Stuck::Answer)?;
                refused(course.commands.send(request).await)?;
            }
            Step::Call(call) => {
                let request = call_of(course, call).ok_or(Stuck::Answer)?;
                accepted(course.commands.send(request).await)?;
            }
        }
    }
    Ok(())
}

fn accepted(outcome: Outcome) -> Result<(), Stuck> {
    match outcome {
        Outcome::Done(_) => Ok(()),
        Outcome::Refused(_) => Err(Stuck::Answer),
        Outcome::NotDone(why) => Err(Stuck::NotDone(why)),
    }
}

fn refused(outcome: Outcome) -> Result<(), Stuck> {
    match outcome {
        Outcome::Refused(response) if response.status == 409 => Ok(()),
        Outcome::Refused(_) | Outcome::Done(_) => Err(Stuck::Answer),
        Outcome::NotDone(why) => Err(Stuck::NotDone(why)),
    }
}

async fn give(course: Course, command: &Command) -> Result<(), Stuck> {
    let backend = course.commands.backend;
    if let Command::Rewind(rewind) = command {
        return go_back(course, *rewind).await;
    }
    let ready = untrack(|| backend.present(|now| prepare(now, command, Actor::Portal)));
    let Ready { command, .. } = ready.map_err(|_| Stuck::Answer)?;
    match &command {
        Command::Rules(rules) => backend.set(Setting::Rules(*rules)).await.map_err(Stuck::NotDone),
        Command::Speed(speed) => {
            backend.set(Setting::Speed(speed.millis_a_second())).await.map_err(Stuck::NotDone)
        }
        Command::Paused(paused) => backend.set(Setting::Paused(*paused)).await.map_err(Stuck::NotDone),
        Command::Advance(Advance::Until { until: Until::Moment(to), .. }) => {
            backend.jump(Jump::To(*to)).await.map_err(Stuck::NotDone)
        }
        Command::Put(_) | Command::Patch(_) | Command::Ship(_) | Command::Cancel(_) | Command::Delete(_) => {
            let request = request(course, &command).ok_or(Stuck::Answer)?;
            accepted(course.commands.send(request).await)
        }
        // A learner has no way to do these.
        Command::Advance(_) | Command::Inject(_) | Command::Rewind(_) => Err(Stuck::Answer),
    }
}

async fn go_back(course: Course, rewind: Rewind) -> Result<(), Stuck> {
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
fn request(course: Course, command: &Command) -> Option<Request> {
    let id = |job: &JobRef| id_of(course, job);
    Some(match command {
        Command::Put(sent) => calls::put(&id(&sent.job)?, &sent.body),
        Command::Patch(sent) => calls::patch(&id(&sent.job)?, &sent.body),
        Command::Ship(ship) => calls::patch(&id(&ship.job)?, &ship.body()),
        Command::Cancel(job) => calls::cancel(&id(job)?),
        Command::Delete(job) => calls::delete(&id(job)?),
        Command::Rules(_)
        | Command::Speed(_)
        | Command::Paused(_)
        | Command::Advance(_)
        | Command::Inject(_)
        | Command::Rewind(_) => return None,
    })
}

fn id_of(course: Course, job: &JobRef) -> Option<JobId> {
    let path = untrack(|| course.commands.backend.present(|now| path(now, job)));
    path.ok()?.id().ok()
}

fn call_of(course: Course, call: &Call) -> Option<Request> {
    let id = call.job.as_ref().and_then(|job| id_of(course, job));
    match (call.operation, id) {
        (Operation::Get, Some(id)) => Some(calls::get(&id)),
        (Operation::Keys, Some(id)) => Some(calls::list_bitlocker_keys(&id)),
        (Operation::List, _) => {
            let scenario =
                untrack(|| course.commands.backend.present(|now| Scenario::parse(&now.head().scenario)));
            let (subscription, _) = scenario.unwrap_or_default().home();
            let subscription = SubscriptionId::parse(subscription).ok()?;
            Some(calls::list_in_subscription(&subscription, calls::Selection::default()))
        }
        (Operation::Locations, _) => Some(calls::locations()),
        (Operation::Operations, _) => Some(calls::operations()),
        (Operation::Get | Operation::Keys, None) => None,
    }
}
