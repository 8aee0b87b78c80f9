//! The activity across jobs: the lines of the log and the refused requests of this visit, as one list.

use serde_json::Value;

use crate::api::message::{Request, Response};
use crate::api::target::Target;
use crate::domain::name::JobId;
use crate::domain::time::SimTime;
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::workspace::Workspace;

/// Something that was done or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Tells the entry from all others.
    pub id: EntryId,
    /// When, in simulated time.
    pub at: SimTime,
    /// What.
    pub action: LogAction,
    /// The job's name.
    pub job: String,
    /// The job, if it is still there.
    pub link: Option<JobId>,
    /// Who.
    pub by: Actor,
    /// Why it was refused, in the API's words; nothing if it was done.
    pub refused: Option<String>,
}

/// What an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryId {
    /// The line of the log with this number.
    Line(u64),
    /// The call of this visit with this number.
    Call(u64),
}

/// A request that came back with its response.
pub struct Answered<'a> {
    /// The call's number.
    pub no: u64,
    /// When it was made.
    pub at: SimTime,
    /// Who made it.
    pub by: Actor,
    /// What was asked.
    pub request: &'a Request,
    /// What came back.
    pub response: &'a Response,
}

/// The entries, newest first.
pub fn entries<'a>(all: &Workspace, calls: impl IntoIterator<Item = Answered<'a>>) -> Vec<Entry> {
    let lines = all.log().map(|line| of_line(line, all));
    let refused = calls.into_iter().filter_map(|call| of_call(&call, all));
    let mut entries: Vec<Entry> = lines.chain(refused).collect();
    // A stable sort: what happened at one moment keeps its order.
    entries.sort_by_key(|entry| entry.at);
    entries.reverse();
    entries
}

fn of_line(line: &LogLine, all: &Workspace) -> Entry {
    let name = line.job.as_str();
    Entry {
        id: EntryId::Line(line.no),
        at: line.at,
        action: line.action,
        job: name.to_owned(),
        link: still_there(name, line, all),
        by: line.by,
        refused: None,
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

fn of_call(call: &Answered<'_>, all: &Workspace) -> Option<Entry> {
    if call.response.is_success() {
        return None;
    }
    let target = Target::parse(&call.request.target).ok()?;
    let segments: Vec<&str> = target.segments.iter().map(String::as_str).collect();
    let [_, subscription, _, group, _, _, jobs, name] = segments.as_slice() else { return None };
    if !jobs.eq_ignore_ascii_case("jobs") {
        return None;
    }
    let action = match call.request.method.as_str() {
        "PUT" => LogAction::Created,
        "DELETE" => LogAction::Deleted,
        "PATCH" => patched(&call.request.body),
        // What only reads changes nothing when it is refused, either.
        _ => return None,
    };
    let key = crate::domain::name::JobKey::new(subscription, group, name);
    let body: Option<Value> = serde_json::from_str(&call.response.body).ok();
    let message = body.as_ref().and_then(|body| body.pointer("/error/message")).and_then(Value::as_str);
    Some(Entry {
        id: EntryId::Call(call.no),
        at: call.at,
        action,
        job: (*name).to_owned(),
        link: all.find(&key).map(|record| record.job.id.clone()),
        by: call.by,
        refused: Some(message.map_or_else(|| call.response.status.to_string(), str::to_owned)),
    })
}

/// What a PATCH asked for first of all.
fn patched(body: &[u8]) -> LogAction {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let asks =
        |name: &str| body.get("properties").and_then(|p| p.get(name)).is_some_and(|value| !value.is_null());
    match (asks("cancelRequested"), asks("state")) {
        (true, _) => LogAction::CancelRequested,
        (false, true) => LogAction::MarkedShipped,
        (false, false) => LogAction::Updated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{calls, handle};
    use crate::domain::state::JobState;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    fn contoso() -> Workspace {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        Workspace::new(head, jobs, lines)
    }

    fn job_in(all: &Workspace, state: JobState) -> JobId {
        all.records().find(|r| r.state == state).map(|r| r.job.id.clone()).expect("such a job")
    }

    #[test]
    fn every_line_is_shown_newest_first() {
        let all = contoso();
        let entries = entries(&all, []);
        assert_eq!(entries.len(), all.log().len());
        assert!(entries.is_sorted_by(|newer, older| newer.at >= older.at));
        assert!(entries.iter().all(|entry| entry.refused.is_none() && entry.link.is_some()));
    }

    #[test]
    fn a_refused_request_is_shown_with_the_reason() {
        let mut all = contoso();
        let id = job_in(&all, JobState::Packaging);
        for (request, action) in [
            (calls::cancel(&id), LogAction::CancelRequested),
            (calls::delete(&id), LogAction::Deleted),
            (calls::ship(&id, None), LogAction::MarkedShipped),
        ] {
            let response = handle(&mut all, &request, Actor::Rest);
            let call =
                Answered { no: 7, at: all.now(), by: Actor::Rest, request: &request, response: &response };
            let first = entries(&all, [call]).into_iter().next().expect("an entry");
            assert_eq!((first.id, first.action), (EntryId::Call(7), action));
            assert_eq!(first.link.as_ref(), Some(&id));
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
            let response = handle(&mut all, &request, Actor::Portal);
            let call =
                Answered { no: 1, at: all.now(), by: Actor::Portal, request: &request, response: &response };
            assert!(entries(&all, [call]).iter().all(|entry| entry.refused.is_none()));
        }
    }

    #[test]
    fn a_deleted_job_has_no_link_even_if_another_takes_its_name() {
        let mut all = contoso();
        let id = job_in(&all, JobState::Completed);
        let body = crate::api::wire::job_json(
            &all,
            &all.find(&id.key()).expect("the job").job.clone(),
            crate::api::wire::Detail::Whole,
        );
        handle(&mut all, &calls::delete(&id), Actor::Portal);
        let about = |all: &Workspace| -> Vec<Entry> {
            entries(all, []).into_iter().filter(|entry| entry.job == id.name.as_str()).collect()
        };
        assert!(about(&all).iter().all(|entry| entry.link.is_none()));
        assert_eq!(about(&all).first().map(|entry| entry.action), Some(LogAction::Deleted));

        let to = all.now() + Span::hours(1);
        all.advance(to, usize::MAX);
        let mut properties = body["properties"].clone();
        for unknown in
            ["state", "percentComplete", "cancelRequested", "shippingInformation", "provisioningState"]
        {
            properties.as_object_mut().expect("an object").remove(unknown);
        }
        let again = serde_json::json!({"location": body["location"], "properties": properties});
        let response = handle(&mut all, &calls::put(&id, &again), Actor::Portal);
        if response.is_success() {
            let about = about(&all);
            let linked: Vec<bool> = about.iter().map(|entry| entry.link.is_some()).collect();
            assert!(
                linked.first() == Some(&true) && linked.iter().skip(1).all(|linked| !linked),
                "{linked:?}"
            );
        }
    }
}
