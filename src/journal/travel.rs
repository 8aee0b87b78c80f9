//! Travelling: what can be asked of a recording, and the change of the workspace that comes of it.

use serde::{Deserialize, Serialize};

use crate::domain::time::SimTime;
use crate::phrases::Messages;
use crate::service::command::{Change, Command};
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

use super::annex;
use super::branches::{BranchError, BranchNo};
use super::command::{Advance, Inject, JournalCommand, Sent, Until};
use super::format::NotRead;
use super::line::Moment;
use super::run::{CommandRefusal, Ready, cancel_body, prepare};
use crate::api::message::Request;
use crate::api::route::Resource;
use crate::api::target::Target;
use crate::api::{self, Answer};
use crate::domain::job::JobNo;
use crate::service::clock::Speed;

/// What is asked of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Journey {
    /// Record the workspace from now on, or stop and forget the recording.
    Record(bool),
    /// Go on from a moment of a branch, in a new one: branch, commands, milliseconds.
    Continue(BranchNo, usize, i64),
    /// Make another branch the present.
    Switch(BranchNo),
    /// Give a branch a name.
    Rename(BranchNo, String),
    /// Hold a branch against being discarded, or let it go.
    Pin(BranchNo, bool),
    /// Throw a branch away.
    Discard(BranchNo),
    /// Make something go wrong, and write it down.
    Inject(Inject),
}

/// Why it is not done. Nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotTravelled {
    /// The workspace is not recorded.
    NotRecorded,
    /// The recording is damaged.
    Read(NotRead),
    /// The branches do not take it.
    Branch(BranchError),
    /// It cannot go wrong there.
    Refused(CommandRefusal),
}

impl NotTravelled {
    /// The reason as a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        match self {
            NotTravelled::NotRecorded => messages.command_no_journal().to_string(),
            NotTravelled::Read(why) => why.sentence(messages),
            NotTravelled::Branch(why) => why.sentence(messages),
            NotTravelled::Refused(why) => why.sentence(messages),
        }
    }
}

impl From<NotRead> for NotTravelled {
    fn from(why: NotRead) -> Self {
        NotTravelled::Read(why)
    }
}

impl From<BranchError> for NotTravelled {
    fn from(why: BranchError) -> Self {
        NotTravelled::Branch(why)
    }
}

/// The change that a journey comes to.
///
/// # Errors
/// [`NotTravelled`].
pub fn travel(workspace: &Workspace, journey: &Journey) -> Result<Change, NotTravelled> {
    match journey {
        Journey::Record(true) if annex::is_recorded(workspace) => {
            return Ok(Change::of(workspace.head().clone()));
        }
        Journey::Record(true) => return Ok(annex::start(workspace)),
        Journey::Record(false) => return Ok(annex::stop(workspace)),
        Journey::Inject(inject) => return injected(workspace, inject),
        Journey::Continue(..)
        | Journey::Switch(_)
        | Journey::Rename(..)
        | Journey::Pin(..)
        | Journey::Discard(_) => {}
    }
    let mut session = annex::open(workspace)?.ok_or(NotTravelled::NotRecorded)?;
    match journey {
        Journey::Record(_) | Journey::Inject(_) => {}
        Journey::Continue(no, commands, at) => {
            session.go_on_from(*no, Moment { commands: *commands, at: SimTime::from_millis(*at) })?;
        }
        Journey::Switch(no) => session.switch(*no)?,
        Journey::Rename(no, name) => session.branches_mut().rename(*no, name)?,
        Journey::Pin(no, pinned) => session.branches_mut().pin(*no, *pinned)?,
        Journey::Discard(no) => session.branches_mut().discard(*no)?,
    }
    let kept = annex::keep(workspace, session.branches());
    let turns = *session.present() != workspace.plain();
    Ok(if turns { Change { beside: kept.beside, ..workspace.turn_to(session.present()) } } else { kept })
}

fn injected(workspace: &Workspace, inject: &Inject) -> Result<Change, NotTravelled> {
    if !annex::is_recorded(workspace) {
        return Err(NotTravelled::NotRecorded);
    }
    let asked = JournalCommand::Inject(inject.clone());
    let Ready { command, change, .. } =
        prepare(workspace, &asked, Actor::Portal).map_err(NotTravelled::Refused)?;
    let Some(mut change) = change else { return Ok(Change::of(workspace.head().clone())) };
    annex::note(workspace, &mut change, Actor::Portal, command)?;
    Ok(change)
}

/// The answer to a call, which a recorded workspace writes down.
pub fn answer(workspace: &Workspace, request: &Request, by: Actor) -> Answer {
    let mut answer = api::prepare(workspace, request, by);
    if let (Some(change), Some(command)) = (&mut answer.change, of_call(request)) {
        // A damaged recording is told where it is looked at; it is no reason to refuse a command.
        let _ = annex::note(workspace, change, by, command);
    }
    answer
}

/// The change of a setting or of the beginning of a jump, which a recorded workspace writes down; none where there is
/// nothing to do.
pub fn set(workspace: &Workspace, asked: &Command) -> Option<Change> {
    if matches!(asked, Command::NoteJump(to) if *to <= workspace.now()) {
        return None;
    }
    let mut change = workspace.prepare(asked, Actor::Portal).ok()?.change?;
    let command = match asked {
        Command::SetRules(rules) => Some(JournalCommand::Rules(*rules)),
        Command::SetSpeed(speed) => Speed::of(*speed).map(JournalCommand::Speed),
        Command::SetPaused(paused) => Some(JournalCommand::Paused(*paused)),
        Command::NoteJump(to) => {
            Some(JournalCommand::Advance(Advance::Until { until: Until::Moment(*to), at_most: None }))
        }
        Command::Put { .. } | Command::Patch { .. } | Command::Delete { .. } | Command::Inject { .. } => None,
    };
    if let Some(command) = command {
        let _ = annex::note(workspace, &mut change, Actor::Portal, command);
    }
    Some(change)
}

/// The command that a call gives, if it gives one.
pub fn of_call(request: &Request) -> Option<JournalCommand> {
    let target = Target::parse(&request.target).ok()?;
    let path = match Resource::find(&target.segments)? {
        Resource::Job(path) => path,
        Resource::Locations
        | Resource::Location(_)
        | Resource::Operations
        | Resource::Jobs { .. }
        | Resource::Keys(_) => {
            return None;
        }
    };
    let job = super::JobRef(super::run::id_text(&path));
    let body = || api::body(request).ok();
    match request.method.as_str() {
        "PUT" => Some(JournalCommand::Put(Sent { job, body: body()? })),
        "PATCH" => {
            let body = body()?;
            Some(if body == cancel_body() {
                JournalCommand::Cancel(job)
            } else {
                JournalCommand::Patch(Sent { job, body })
            })
        }
        "DELETE" => Some(JournalCommand::Delete(job)),
        _ => None,
    }
}

/// The jobs that a change made by somebody deletes, if that is all it does to jobs and settings; none where it does
/// anything else.
pub fn only_deletes(change: &Change) -> Option<Vec<JobNo>> {
    let deletes =
        |line: &crate::service::log::LogLine| line.action == crate::service::log::LogAction::Deleted;
    let gone =
        change.jobs.iter().map(|(no, job)| job.is_none().then_some(*no)).collect::<Option<Vec<JobNo>>>()?;
    (change.turn.is_none() && change.lines.iter().all(deletes)).then_some(gone)
}
