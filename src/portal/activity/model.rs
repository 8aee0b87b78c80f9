//! The activity across jobs: the lines of the log, the refused requests of this visit and the states that the service
//! has brought jobs into, as one list.

use std::sync::Arc;

use serde_json::Value;

use crate::api::target::Target;
use crate::api::{Attempt, refused_action};
use crate::domain::job::JobNo;
use crate::domain::name::{JobId, JobName};
use crate::domain::state::{Action, JobState};
use crate::domain::time::SimTime;
use crate::portal::call_history::Call;
use crate::service::happened::{Event, events};
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::sorted::sort_by;
use crate::service::workspace::Workspace;

/// What somebody asked for, or what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityEvent {
    /// A command.
    Command(LogAction),
    /// The job came into this state by the service's own doing.
    Entered(JobState),
}

/// Something that was done or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityEntry {
    /// Tells the entry from all others.
    pub id: EntryId,
    /// When, in simulated time.
    pub at: SimTime,
    /// What.
    pub what: ActivityEvent,
    /// The job's name; empty where it is about no job.
    pub job: String,
    /// The job, if it is still there.
    pub link: Option<JobId>,
    /// Who.
    pub by: Actor,
    /// Why it was refused, in the API's words; nothing if it was done.
    pub refused: Option<String>,
    /// The action that the rules refused, if it was they.
    pub rule: Option<Action>,
}

/// What an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryId {
    /// The line of the log with this number.
    Line(u64),
    /// The call of this visit with this number.
    Call(u64),
    /// What happened to this job at this moment.
    State(JobNo, SimTime),
}

/// What kind of entries there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Commands alone.
    Commands,
    /// Changes of state alone.
    States,
    /// Both.
    All,
}

impl EntryKind {
    /// Every kind, in the order offered.
    pub const ALL: [EntryKind; 3] = [EntryKind::Commands, EntryKind::States, EntryKind::All];

    /// Its name in the query; commands need none.
    pub fn as_str(self) -> &'static str {
        match self {
            EntryKind::Commands => "",
            EntryKind::States => "states",
            EntryKind::All => "all",
        }
    }
}

/// The entries of one kind or of both, newest first.
pub fn entries(all: &Workspace, calls: &[Arc<Call>], kind: EntryKind) -> Vec<ActivityEntry> {
    let mut entries: Vec<ActivityEntry> = Vec::new();
    if kind != EntryKind::States {
        entries.extend(all.log().map(|line| of_line(line, all)));
        entries.extend(calls.iter().filter_map(|call| of_call(call, all)));
    }
    if kind != EntryKind::Commands {
        let since = SimTime::from_millis(i64::MIN);
        entries.extend(events(all, since).into_iter().filter_map(|event| of_event(event, all)));
    }
    // What happened at one moment keeps its order.
    sort_by(&mut entries, |one, other| one.at.cmp(&other.at));
    entries.reverse();
    entries
}

fn of_event(event: Event, all: &Workspace) -> Option<ActivityEntry> {
    let id = &all.record(event.job)?.job.id;
    Some(ActivityEntry {
        id: EntryId::State(event.job, event.moment.at),
        at: event.moment.at,
        what: ActivityEvent::Entered(event.moment.what.enters()?),
        job: id.name.to_string(),
        link: Some(id.clone()),
        by: Actor::Service,
        refused: None,
        rule: None,
    })
}

fn of_line(line: &LogLine, all: &Workspace) -> ActivityEntry {
    let name = line.job.as_ref().map_or("", JobName::as_str);
    ActivityEntry {
        id: EntryId::Line(line.no),
        at: line.at,
        what: ActivityEvent::Command(line.action),
        job: name.to_owned(),
        link: still_there(name, line, all),
        by: line.by,
        refused: None,
        rule: None,
    }
}

/// The job that a line is about. A line holds no more than a name, which a later job may have
/// taken, or another group may know too; then no link is better than a wrong one.
fn still_there(name: &str, line: &LogLine, all: &Workspace) -> Option<JobId> {
    if line.action == LogAction::Deleted {
        return None;
    }
    let mut same = all.records().filter(|record| record.job.id.name.as_str() == name);
    let job = &same.next()?.job;
    (same.next().is_none() && job.history.created <= line.at).then(|| job.id.clone())
}

fn of_call(call: &Call, all: &Workspace) -> Option<ActivityEntry> {
    let response = call.response.as_ref().filter(|response| !response.is_success())?;
    let (action, key) = (call.action?, call.key()?);
    let body: Option<Value> = serde_json::from_str(&response.body).ok();
    let error = |path: &str| body.as_ref().and_then(|body| body.pointer(path)).and_then(Value::as_str);
    let message = error("/error/message");
    let ruled = error("/error/code") == Some("JobStateConflict");
    Some(ActivityEntry {
        id: EntryId::Call(call.no),
        at: call.at,
        what: ActivityEvent::Command(action),
        // The last part of the address, in the case that it was asked for.
        job: Target::parse(&call.request.target).ok()?.segments.into_iter().nth(7)?,
        link: all.find(key).map(|record| record.job.id.clone()),
        by: call.by,
        refused: Some(message.map_or_else(|| response.status.to_string(), str::to_owned)),
        rule: error("/error/target")
            .filter(|_| ruled)
            .and_then(|target| refused_action(asked(action), target)),
    })
}

/// How a line of the log came to be asked for.
fn asked(action: LogAction) -> Attempt {
    match action {
        LogAction::Deleted => Attempt::Deletion,
        LogAction::Created | LogAction::Replaced => Attempt::Replacement,
        LogAction::Updated
        | LogAction::MarkedShipped
        | LogAction::CancelRequested
        | LogAction::Injected(_)
        | LogAction::RulesChosen(_)
        | LogAction::Jumped(_) => Attempt::Change,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::message::Request;
    use crate::api::{calls, handle};
    use crate::domain::state::RuleSet;
    use crate::domain::time::Span;
    use crate::portal::call_history::{answer, note};
    use crate::service::command::Command;
    use crate::service::scenario::Scenario;

    fn contoso() -> Workspace {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        Workspace::new(head, jobs, lines)
    }

    fn job_in(all: &Workspace, state: JobState) -> JobId {
        all.records().find(|r| r.state == state).map(|r| r.job.id.clone()).expect("such a job")
    }

    /// Sends a request, and what the history keeps of it.
    fn sent(all: &mut Workspace, request: &Request, by: Actor) -> Vec<Arc<Call>> {
        let mut calls = Vec::new();
        let no = note(&mut calls, request, by, all);
        let response = handle(all, request, by);
        answer(&mut calls, no, Some(&response), all);
        calls
    }

    #[test]
    fn every_line_is_shown_newest_first() {
        let all = contoso();
        let entries = entries(&all, &[], EntryKind::Commands);
        assert_eq!(entries.len(), all.log().len());
        assert!(entries.is_sorted_by(|newer, older| newer.at >= older.at));
        assert!(entries.iter().all(|entry| entry.refused.is_none() && entry.link.is_some()));
    }

    #[test]
    fn other_rules_and_jumps_are_shown_and_are_about_no_job() {
        let mut all = contoso();
        let to = all.now() + Span::days(1);
        let chosen = Command::SetRules(RuleSet::Faq2020);
        // Choosing what is chosen already is nothing to tell of.
        for command in [chosen.clone(), chosen, Command::NoteJump(to)] {
            let prepared = all.prepare(&command, Actor::Portal).expect("settings are never refused");
            all.apply(&prepared.change.expect("a setting changes"));
        }
        let told: Vec<_> = entries(&all, &[], EntryKind::Commands).into_iter().take(3).collect();
        let actions: Vec<ActivityEvent> = told.iter().map(|entry| entry.what).collect();
        let expected = [LogAction::Jumped(to), LogAction::RulesChosen(RuleSet::Faq2020)];
        assert_eq!(actions[..2], expected.map(ActivityEvent::Command));
        assert!(told[..2].iter().all(|entry| entry.job.is_empty() && entry.link.is_none()));
        assert!(!told[2].job.is_empty());
    }

    #[test]
    fn a_refused_request_is_shown_with_the_reason() {
        let mut all = contoso();
        let id = job_in(&all, JobState::Packaging);
        let parcel = serde_json::json!({"properties": {"deliveryPackage": {"trackingNumber": "1Z-0001"}}});
        let put = serde_json::json!({"location": "West US", "properties": {}});
        let logs = serde_json::json!({"properties": {"logLevel": "Verbose"}});
        for (request, action, rule) in [
            (calls::cancel(&id), LogAction::CancelRequested, Action::Cancel),
            (calls::delete(&id), LogAction::Deleted, Action::Delete),
            (calls::ship(&id, None), LogAction::MarkedShipped, Action::Ship),
            (calls::patch(&id, &parcel), LogAction::Updated, Action::EditDelivery),
            (calls::patch(&id, &logs), LogAction::Updated, Action::EditLogging),
            (calls::put(&id, &put), LogAction::Created, Action::Replace),
        ] {
            let calls = sent(&mut all, &request, Actor::Rest);
            let first = entries(&all, &calls, EntryKind::Commands).into_iter().next().expect("an entry");
            assert_eq!((first.id, first.what), (EntryId::Call(1), ActivityEvent::Command(action)));
            assert_eq!((first.job.as_str(), first.link.as_ref()), (id.name.as_str(), Some(&id)));
            assert_eq!(first.rule, Some(rule));
            assert!(first.refused.is_some_and(|why| why.contains("Packaging")));
        }
    }

    #[test]
    fn what_was_done_or_only_read_is_not_shown_twice() {
        let mut all = contoso();
        let id = job_in(&all, JobState::Creating);
        let mut missing = calls::get(&id);
        missing.target = missing.target.replace(id.name.as_str(), "no-such-job");
        for request in [calls::cancel(&id), missing, calls::locations()] {
            let calls = sent(&mut all, &request, Actor::Portal);
            assert!(entries(&all, &calls, EntryKind::Commands).iter().all(|entry| entry.refused.is_none()));
        }
    }

    #[test]
    fn a_deleted_job_has_no_link_even_if_another_takes_its_name() {
        let mut all = contoso();
        let id = job_in(&all, JobState::Completed);
        handle(&mut all, &calls::delete(&id), Actor::Portal);
        let about = |all: &Workspace| -> Vec<ActivityEntry> {
            entries(all, &[], EntryKind::Commands)
                .into_iter()
                .filter(|entry| entry.job == id.name.as_str())
                .collect()
        };
        assert!(about(&all).len() > 1 && about(&all).iter().all(|entry| entry.link.is_none()));
        assert_eq!(
            about(&all).first().map(|entry| entry.what),
            Some(ActivityEvent::Command(LogAction::Deleted))
        );

        let to = all.now() + Span::hours(1);
        all.advance(to, usize::MAX);
        let again = serde_json::json!({"location": "West US", "properties": {
            "jobType": "Export",
            "storageAccountId": format!(
                "/subscriptions/{}/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/lab",
                id.subscription
            ),
            "export": {"blobList": {"blobPathPrefix": ["/"]}},
        }});
        let response = handle(&mut all, &calls::put(&id, &again), Actor::Portal);
        assert_eq!(response.status, 201, "{}", response.body);
        let linked: Vec<bool> = about(&all).iter().map(|entry| entry.link.is_some()).collect();
        assert!(linked.len() > 2 && linked[0] && linked[1..].iter().all(|linked| !linked), "{linked:?}");
    }

    #[test]
    fn states_that_the_service_brings_jobs_into_are_shown_where_they_are_wanted() {
        let mut all = contoso();
        let to = all.now() + Span::days(20);
        all.advance(to, usize::MAX);
        let (commands, states) =
            (entries(&all, &[], EntryKind::Commands), entries(&all, &[], EntryKind::States));
        assert_eq!(entries(&all, &[], EntryKind::All).len(), commands.len() + states.len());
        assert!(states.iter().all(|entry| entry.by == Actor::Service && entry.link.is_some()));
        assert!(states.is_sorted_by(|newer, older| newer.at >= older.at));
        for record in all.records().filter(|record| record.state == JobState::Packaging) {
            let of_job = states.iter().find(|entry| entry.link.as_ref() == Some(&record.job.id));
            assert_eq!(of_job.map(|entry| entry.what), Some(ActivityEvent::Entered(JobState::Packaging)));
        }
        let ids: std::collections::HashSet<EntryId> = states.iter().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), states.len(), "each has an id of its own");
    }
}
