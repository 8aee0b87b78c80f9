//! Running: what a command in its spelling does to a workspace. It takes the way of every call: API, service, rules.

use crate::api::route::JobPath;
use crate::api::{self, Failure};
use crate::domain::injection::{DriveFault, Injection, NotInjectable};
use crate::domain::name::JobKey;
use crate::domain::text::lower;
use crate::domain::time::SimTime;
use crate::phrases::Messages;
use crate::service::command::{self as service, Change, CommandError, Done};
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::service::workspace::{Record, Workspace};

use super::command::{Advance, Inject, InjectedFault, JobRef, JournalCommand, Sent, Ship, Until};

/// A command that is accepted, and not carried out yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// The command as a journal keeps it: jobs by their whole ids, an advance by the moment that it goes to.
    pub command: JournalCommand,
    /// What it will have done.
    pub outcome: Outcome,
    /// What changes at once; nothing where there is nothing to do.
    pub change: Option<Change>,
}

/// What a command did.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A call or a setting was carried out.
    Done(Done),
    /// Time has gone on from one moment to another.
    Advanced {
        /// Where it stood.
        from: SimTime,
        /// Where it stands.
        to: SimTime,
    },
    /// It is as was asked already.
    Nothing,
}

/// Why a command is refused. A refused command changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandRefusal {
    /// The service refuses it, as it refuses the REST call.
    Call(Failure),
    /// Several jobs have this name.
    Ambiguous(String),
    /// The moment has been.
    Past(SimTime),
    /// Nothing will ever happen.
    NothingAhead,
    /// What was waited for does not come by this moment.
    NotReached(SimTime),
    /// This cannot be injected there.
    CannotInject(NotInjectable),
    /// A fault of a drive needs the drive's number, from 1, and no other fault has one.
    WhichDrive,
    /// Only a workspace that has a journal can go back.
    NoJournal,
}

impl CommandRefusal {
    /// The refusal as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            CommandRefusal::Call(failure) => failure.sentence(messages),
            CommandRefusal::Ambiguous(name) => messages.command_ambiguous(name.as_str()).to_string(),
            CommandRefusal::Past(at) => messages.command_past(super::moments::moment_text(*at)).to_string(),
            CommandRefusal::NothingAhead => messages.command_nothing_ahead().to_string(),
            CommandRefusal::NotReached(at) => {
                messages.command_not_reached(super::moments::moment_text(*at)).to_string()
            }
            CommandRefusal::CannotInject(why) => not_injectable(*why, messages),
            CommandRefusal::WhichDrive => messages.command_which_drive().to_string(),
            CommandRefusal::NoJournal => messages.command_no_journal().to_string(),
        }
    }
}

fn not_injectable(why: NotInjectable, messages: &Messages) -> String {
    match why {
        NotInjectable::State(state) => messages.inject_not_now(state.as_str()),
        NotInjectable::NoSuchDrive(drives) => messages.inject_no_such_drive(drives.to_string()),
        NotInjectable::DriveBegun => messages.inject_drive_begun(),
        NotInjectable::DriveFaulty => messages.inject_drive_faulty(),
    }
    .to_string()
}

impl From<Failure> for CommandRefusal {
    fn from(failure: Failure) -> Self {
        CommandRefusal::Call(failure)
    }
}

/// Carries a command out.
///
/// # Errors
/// [`CommandRefusal`]: the workspace is as it was.
pub fn run(
    workspace: &mut Workspace,
    command: &JournalCommand,
    by: Actor,
) -> Result<Outcome, CommandRefusal> {
    let Ready { outcome, change, .. } = prepare(workspace, command, by)?;
    if let Some(change) = &change {
        workspace.apply(change);
    }
    if let Outcome::Advanced { to, .. } = outcome {
        pass(workspace, to);
    }
    Ok(outcome)
}

/// Lets time go on to `to`, if that is still ahead.
pub fn pass(workspace: &mut Workspace, to: SimTime) {
    while workspace.now() < to {
        workspace.advance(to, usize::MAX);
    }
}

/// Looks at a command; the workspace stays as it is.
///
/// # Errors
/// [`CommandRefusal`] says why it is refused.
pub fn prepare(workspace: &Workspace, command: &JournalCommand, by: Actor) -> Result<Ready, CommandRefusal> {
    let job = |job: &JobRef| path(workspace, job);
    let prepared = match command {
        JournalCommand::Put(Sent { job: of, body }) => api::put(workspace, &job(of)?, body, by)?,
        JournalCommand::Patch(Sent { job: of, body }) => api::patch(workspace, &job(of)?, body, by)?,
        JournalCommand::Ship(ship) => api::patch(workspace, &job(&ship.job)?, &ship.body(), by)?,
        JournalCommand::Cancel(of) => api::patch(workspace, &job(of)?, &cancel_body(), by)?,
        JournalCommand::Delete(of) => api::delete(workspace, &job(of)?, by)?,
        JournalCommand::Rules(rules) => set(workspace, &service::Command::SetRules(*rules), by)?,
        JournalCommand::Speed(speed) => {
            set(workspace, &service::Command::SetSpeed(speed.millis_a_second()), by)?
        }
        JournalCommand::Paused(paused) => set(workspace, &service::Command::SetPaused(*paused), by)?,
        JournalCommand::Advance(advance) => return prepare_advance(workspace, advance, by),
        JournalCommand::Inject(inject) => {
            let path = job(&inject.job)?;
            let command = service::Command::Inject { key: path.key(), injection: injection(inject)? };
            workspace.prepare(&command, by).map_err(|error| refused(error, &path.name))?
        }
        JournalCommand::Rewind(_) => return Err(CommandRefusal::NoJournal),
    };
    let outcome = match prepared.change {
        Some(_) => Outcome::Done(prepared.done),
        None => Outcome::Nothing,
    };
    Ok(Ready { command: resolved(workspace, command)?, outcome, change: prepared.change })
}

/// The body of the call that asks for a cancel.
pub fn cancel_body() -> serde_json::Value {
    serde_json::json!({"properties": {"cancelRequested": true}})
}

fn set(
    workspace: &Workspace,
    command: &service::Command,
    by: Actor,
) -> Result<service::Prepared, CommandRefusal> {
    workspace.prepare(command, by).map_err(|error| refused(error, ""))
}

/// The refusal of what is no call, about the job of this name.
fn refused(error: CommandError, name: &str) -> CommandRefusal {
    match error {
        CommandError::Refused(refusal) => CommandRefusal::Call(Failure::Refused(refusal, Vec::new())),
        CommandError::NotInjectable(why) => CommandRefusal::CannotInject(why),
        CommandError::Spent => CommandRefusal::Call(Failure::Spent),
        // Only a call ships, and a recording spells no other speeds than those that are offered.
        CommandError::NoSuchJob | CommandError::ShippingNeeds(_) | CommandError::NoSuchSpeed => {
            CommandRefusal::Call(Failure::NoSuchJob(name.to_owned()))
        }
    }
}

/// What is injected, as the service calls it.
fn injection(inject: &Inject) -> Result<Injection, CommandRefusal> {
    let fault = match inject.fault {
        InjectedFault::Lost => return no_drive(inject, Injection::Lost),
        InjectedFault::Address => return no_drive(inject, Injection::Address),
        InjectedFault::Expire => return no_drive(inject, Injection::Expire),
        InjectedFault::Corrupt => DriveFault::Corrupt,
        InjectedFault::Unreadable => DriveFault::Unreadable,
        InjectedFault::BitLocker => DriveFault::BitLocker,
    };
    let place = inject.drive.and_then(|drive| drive.checked_sub(1)).ok_or(CommandRefusal::WhichDrive)?;
    Ok(Injection::Drive(place, fault))
}

fn no_drive(inject: &Inject, injection: Injection) -> Result<Injection, CommandRefusal> {
    if inject.drive.is_some() { Err(CommandRefusal::WhichDrive) } else { Ok(injection) }
}

/// The command with every job by its whole id, so that it means the same whatever other jobs there are.
fn resolved(workspace: &Workspace, command: &JournalCommand) -> Result<JournalCommand, CommandRefusal> {
    let whole = |of: &JobRef| path(workspace, of).map(|path| JobRef(id_text(&path)));
    Ok(match command {
        JournalCommand::Put(sent) => JournalCommand::Put(Sent { job: whole(&sent.job)?, ..sent.clone() }),
        JournalCommand::Patch(sent) => JournalCommand::Patch(Sent { job: whole(&sent.job)?, ..sent.clone() }),
        JournalCommand::Ship(ship) => JournalCommand::Ship(Ship { job: whole(&ship.job)?, ..ship.clone() }),
        JournalCommand::Cancel(of) => JournalCommand::Cancel(whole(of)?),
        JournalCommand::Delete(of) => JournalCommand::Delete(whole(of)?),
        JournalCommand::Inject(inject) => {
            JournalCommand::Inject(Inject { job: whole(&inject.job)?, ..inject.clone() })
        }
        JournalCommand::Rules(_)
        | JournalCommand::Speed(_)
        | JournalCommand::Paused(_)
        | JournalCommand::Advance(_)
        | JournalCommand::Rewind(_) => command.clone(),
    })
}

fn prepare_advance(workspace: &Workspace, advance: &Advance, by: Actor) -> Result<Ready, CommandRefusal> {
    let from = workspace.now();
    let to = match advance {
        Advance::By(span) => from + *span,
        Advance::Until { until: Until::Moment(at), .. } if *at < from => {
            return Err(CommandRefusal::Past(*at));
        }
        Advance::Until { until, at_most } => {
            let last = from + at_most.unwrap_or(Advance::AT_MOST);
            let to = match until {
                Until::Moment(at) => Some(*at),
                Until::Next => Some(workspace.next_event().ok_or(CommandRefusal::NothingAhead)?),
                Until::State { job, state } => {
                    let key = existing(workspace, job)?;
                    first(workspace, last, |now| now.find(&key).is_some_and(|record| record.state == *state))
                }
                Until::Gone(job) => {
                    let key = existing(workspace, job)?;
                    first(workspace, last, |now| now.find(&key).is_none())
                }
            };
            // Whoever names a moment has said how far it is; a limit counts where one is given.
            let limited = at_most.is_some() || !matches!(until, Until::Moment(_) | Until::Next);
            to.filter(|to| !limited || *to <= last).ok_or(CommandRefusal::NotReached(last))?
        }
    };
    let command = JournalCommand::Advance(Advance::Until { until: Until::Moment(to), at_most: None });
    if to == from {
        return Ok(Ready { command, outcome: Outcome::Nothing, change: None });
    }
    let note = set(workspace, &service::Command::NoteJump(to), by)?;
    Ok(Ready { command, outcome: Outcome::Advanced { from, to }, change: note.change })
}

/// The first moment up to `last` at which `is_so` of the workspace, if nothing more is asked of it.
fn first(workspace: &Workspace, last: SimTime, is_so: impl Fn(&Workspace) -> bool) -> Option<SimTime> {
    let mut ahead = workspace.clone();
    while !is_so(&ahead) {
        let next = ahead.next_event().filter(|next| *next <= last)?;
        pass(&mut ahead, next);
    }
    Some(ahead.now())
}

/// The key of a job that is there.
fn existing(workspace: &Workspace, job: &JobRef) -> Result<JobKey, CommandRefusal> {
    let path = path(workspace, job)?;
    match workspace.find(&path.key()) {
        Some(_) => Ok(path.key()),
        None => Err(Failure::NoSuchJob(path.name).into()),
    }
}

/// The record of the job that `job` names, if it is there.
///
/// # Errors
/// [`CommandRefusal::Ambiguous`].
pub fn find<'a>(workspace: &'a Workspace, job: &JobRef) -> Result<Option<&'a Record>, CommandRefusal> {
    Ok(workspace.find(&path(workspace, job)?.key()))
}

/// Where the job is that `job` names. A name alone means the job in the scenario's own group, or else the only one of
/// that name anywhere; a name that no job has, a job to be made in the scenario's own group.
///
/// # Errors
/// [`CommandRefusal::Ambiguous`].
pub fn path(workspace: &Workspace, job: &JobRef) -> Result<JobPath, CommandRefusal> {
    let scenario = Scenario::parse(&workspace.head().scenario).unwrap_or_default();
    let (subscription, group) = scenario.home();
    let at = |subscription: &str, group: &str, name: &str| JobPath {
        subscription: subscription.to_owned(),
        group: group.to_owned(),
        name: name.to_owned(),
    };
    if let Some(path) = whole_path(&job.0) {
        return Ok(path);
    }
    if let Some((group, name)) = job.0.split_once('/') {
        return Ok(at(subscription, group, name));
    }
    let home = at(subscription, group, &job.0);
    if workspace.find(&home.key()).is_some() {
        return Ok(home);
    }
    let name = lower(&job.0);
    let mut others = workspace.by_name().filter(|(key, _)| key.name() == name);
    match (others.next(), others.next()) {
        (None, _) => Ok(home),
        (Some((_, record)), None) => Ok(JobPath::from(&record.job.id)),
        (Some(_), Some(_)) => Err(CommandRefusal::Ambiguous(job.0.clone())),
    }
}

/// The path in a whole resource id.
fn whole_path(text: &str) -> Option<JobPath> {
    let segments: Vec<String> = text.strip_prefix('/')?.split('/').map(str::to_owned).collect();
    match api::route::Resource::find(&segments)? {
        api::route::Resource::Job(path) => Some(path),
        api::route::Resource::Locations
        | api::route::Resource::Location(_)
        | api::route::Resource::Operations
        | api::route::Resource::Jobs { .. }
        | api::route::Resource::Keys(_) => None,
    }
}

/// The whole resource id.
pub fn id_text(path: &JobPath) -> String {
    format!(
        "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.ImportExport/jobs/{}",
        path.subscription, path.group, path.name
    )
}
