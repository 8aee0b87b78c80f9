//! Answers: what a host is told of a workspace.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::api::message::{Request, Response};
use crate::api::wire::{Detail, iso, job_json};
use crate::domain::job::JobNo;
use crate::domain::text::lower;
use crate::domain::time::SimTime;
use crate::portal::route::Route;
use crate::service::workspace::{Record, Workspace};

use super::protocol::HostRefusal;

/// The workspace as a whole, and the page that is shown.
pub fn state(all: &Workspace, route: &Route) -> Value {
    let head = all.head();
    json!({
        "scenario": head.scenario,
        "seed": head.seed,
        "rules": head.rules.as_str(),
        "jobs": all.records().len(),
        "time": time(all),
        "route": route.to_string(),
    })
}

/// Simulated time: the moment, what passes of it in a second, whether it stands still, and when something happens next.
pub fn time(all: &Workspace) -> Value {
    let head = all.head();
    json!({
        "now": iso(head.now),
        "millisecondsASecond": head.speed,
        "paused": head.paused,
        "nextEvent": all.next_event().map(iso),
    })
}

/// Every job in a line, by name.
pub fn jobs(all: &Workspace) -> Value {
    all.by_name().map(|(_, record)| line(record, all.now())).collect()
}

/// All of a job, as the API tells it.
///
/// # Errors
/// [`HostRefusal::NoSuchJob`].
pub fn job(all: &Workspace, name: &str) -> Result<Value, HostRefusal> {
    let wanted = lower(name);
    let is_meant = |record: &Record| {
        let id = lower(&record.job.id.to_string());
        let short = lower(record.job.id.name.as_str());
        let group = lower(record.job.id.group.as_str());
        [id, format!("{group}/{short}"), short].contains(&wanted)
    };
    let mut found = all.records().filter(|record| is_meant(record));
    match (found.next(), found.next()) {
        (Some(record), None) => Ok(job_json(all, &record.job, Detail::Whole)),
        (None, _) | (Some(_), Some(_)) => Err(HostRefusal::NoSuchJob(name.to_owned())),
    }
}

fn line(record: &Record, now: SimTime) -> Value {
    let job = &record.job;
    json!({
        "id": job.id.to_string(),
        "name": job.id.name.as_str(),
        "state": record.state.as_str(),
        "percentComplete": record.percent_complete(now),
        "location": job.order.location.name(),
    })
}

/// What a host has been told of the jobs, to tell it what is different.
pub type ToldJobs = BTreeMap<JobNo, Value>;

/// The jobs as a host may know them.
pub fn told(all: &Workspace) -> ToldJobs {
    all.records().map(|record| (record.job.no, line(record, all.now()))).collect()
}

/// What is different since: jobs that are new or different as they are, and those that are gone with `gone`.
pub fn changes(before: &ToldJobs, now: &ToldJobs) -> Vec<Value> {
    let different =
        now.iter().filter(|(no, line)| before.get(no) != Some(line)).map(|(_, line)| line.clone());
    let gone = before.iter().filter(|(no, _)| !now.contains_key(no));
    let gone = gone.map(|(_, line)| json!({"id": line["id"], "name": line["name"], "gone": true}));
    different.chain(gone).collect()
}

/// What the API has answered: a body that is JSON as such.
pub fn response(response: &Response) -> Value {
    let headers: serde_json::Map<String, Value> =
        response.headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    json!({"status": response.status, "headers": headers, "body": body(response)})
}

/// A call that was refused; nothing where it was carried out.
pub fn refused(request: &Request, response: &Response) -> Option<Value> {
    let error = (response.status >= 400).then(|| body(response))?;
    Some(json!({
        "method": request.method,
        "path": request.target,
        "status": response.status,
        "code": error["error"]["code"],
        "message": error["error"]["message"],
    }))
}

fn body(response: &Response) -> Value {
    serde_json::from_str(&response.body).unwrap_or_else(|_| match response.body.is_empty() {
        true => Value::Null,
        false => json!(response.body),
    })
}
