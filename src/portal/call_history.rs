//! The history: the calls of this visit. Of a job that is gone it keeps no more than that it was called (shared rule 5).

use std::sync::Arc;

use serde_json::Value;

use crate::api::message::{Request, Response};
use crate::api::route::Resource;
use crate::api::target::Target;
use crate::domain::job::JobNo;
use crate::domain::name::JobKey;
use crate::domain::time::SimTime;
use crate::phrases::Messages;
use crate::service::log::{Actor, LogAction};
use crate::service::workspace::Workspace;

/// The most calls that are remembered.
const MOST: usize = 200;

/// One call to the API, as the console shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its number since the page was opened.
    pub no: u64,
    /// When it was made, in simulated time.
    pub at: SimTime,
    /// Who made it.
    pub by: Actor,
    /// What was asked.
    pub request: Request,
    /// What it asks to be done to a job; nothing where it only reads.
    pub action: Option<LogAction>,
    /// What came back; nothing while it is under way, or where no answer came.
    pub response: Option<Response>,
    /// Whether its answer is still to come.
    pub under_way: bool,
    /// Whether its bodies were taken away because they told of a job that is gone.
    pub emptied: bool,
    /// The job that its address names.
    key: Option<JobKey>,
    /// The jobs that it tells of. A later job may have the name of one that is gone, but never its number.
    jobs: Vec<(JobNo, JobKey)>,
}

/// Notes that a call is made, and returns its number.
pub fn note(calls: &mut Vec<Arc<Call>>, request: &Request, by: Actor, all: &Workspace) -> u64 {
    let no = calls.last().map_or(1, |last| last.no + 1);
    let key = key_of(&request.target);
    let jobs = key.iter().filter_map(|key| Some((all.find(key)?.job.no, key.clone()))).collect();
    let action = key.as_ref().and_then(|_| action(request));
    if calls.len() >= MOST {
        calls.remove(0);
    }
    let (at, request) = (all.now(), request.clone());
    calls.push(Arc::new(Call {
        no,
        at,
        by,
        request,
        action,
        response: None,
        under_way: true,
        emptied: false,
        key,
        jobs,
    }));
    no
}

/// Notes what has come back. A job that it tells of may be gone by now.
pub fn answer(calls: &mut [Arc<Call>], no: u64, response: Option<&Response>, all: &Workspace) {
    let Some(call) = calls.iter_mut().rev().find(|call| call.no == no).map(Arc::make_mut) else { return };
    call.response = response.cloned();
    call.under_way = false;
    let Some(response) = response.filter(|response| response.is_success()) else { return };
    let told = call.key.clone().map_or_else(|| listed(call, response), |key| vec![key]);
    let found = told.iter().filter_map(|key| Some((all.find(key)?.job.no, key.clone())));
    let found: Vec<_> = found.collect();
    if found.len() < told.len() {
        call.empty();
    }
    call.jobs.extend(found);
}

/// Takes the bodies away of all calls that tell of jobs that are gone; whether there are any.
pub fn forget(calls: &mut [Arc<Call>], all: &Workspace) -> bool {
    let is_gone = |(no, key): &(JobNo, JobKey)| all.find(key).is_none_or(|record| record.job.no != *no);
    let gone: Vec<JobKey> = calls
        .iter()
        .flat_map(|call| call.jobs.iter().filter(|job| is_gone(job)).map(|(_, key)| key.clone()))
        .collect();
    let mut any = false;
    for call in calls {
        let named = call.key.as_ref().is_some_and(|key| gone.contains(key));
        if named || call.jobs.iter().any(is_gone) {
            Arc::make_mut(call).empty();
            any = true;
        }
    }
    any
}

/// Whether the portal has asked this of a job, and the answer is still to come.
pub fn is_asked(calls: &[Arc<Call>], key: &JobKey, action: LogAction) -> bool {
    calls.iter().any(|call| {
        call.under_way && call.by == Actor::Portal && call.action == Some(action) && call.key() == Some(key)
    })
}

/// The segments of a job's address.
const OF_A_JOB: usize = 8;

/// The job whose address this is, or the address of something below it, whether or not there is such a thing.
pub fn key_of(target: &str) -> Option<JobKey> {
    let segments = Target::parse(target).ok()?.segments;
    let Resource::Job(path) = Resource::find(segments.get(..OF_A_JOB)?)? else { return None };
    Some(path.key())
}

impl Call {
    /// The job that its address names.
    pub fn key(&self) -> Option<&JobKey> {
        self.key.as_ref()
    }

    fn empty(&mut self) {
        self.jobs.clear();
        let body = self.response.as_mut().map(|response| std::mem::take(&mut response.body));
        let sent = std::mem::take(&mut self.request.body);
        self.emptied |= !sent.is_empty() || body.is_some_and(|body| !body.is_empty());
    }
}

/// The jobs of a list.
fn listed(call: &Call, response: &Response) -> Vec<JobKey> {
    let path = call.request.target.split('?').next().unwrap_or_default();
    if !path.trim_end_matches('/').to_ascii_lowercase().ends_with("/jobs") {
        return Vec::new();
    }
    let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
    let jobs = body.get("value").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    jobs.iter().filter_map(|job| key_of(job.get("id")?.as_str()?)).collect()
}

fn action(request: &Request) -> Option<LogAction> {
    match request.method.as_str() {
        "PUT" => Some(LogAction::Created),
        "DELETE" => Some(LogAction::Deleted),
        "PATCH" => Some(patched(&request.body)),
        // What only reads changes nothing.
        _ => None,
    }
}

/// What a PATCH asks for first of all.
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

/// Who made a call.
pub fn actor(actor: Actor, messages: &Messages) -> String {
    match actor {
        Actor::Portal => messages.calls_by_portal(),
        Actor::Rest => messages.calls_by_rest(),
        Actor::Service => messages.calls_by_service(),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::calls::{self, ListSelection};
    use crate::api::handle;
    use crate::domain::name::JobId;
    use crate::domain::state::JobState;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    /// A workspace and its history.
    struct Page {
        all: Workspace,
        calls: Vec<Arc<Call>>,
    }

    impl Page {
        fn open() -> Page {
            let (head, jobs, lines) = Scenario::Contoso.build(1, None);
            Page { all: Workspace::new(head, jobs, lines), calls: Vec::new() }
        }

        fn send(&mut self, request: &Request) -> u64 {
            let no = note(&mut self.calls, request, Actor::Rest, &self.all);
            let response = handle(&mut self.all, request, Actor::Rest);
            forget(&mut self.calls, &self.all);
            answer(&mut self.calls, no, Some(&response), &self.all);
            no
        }

        fn job_in(&self, state: JobState) -> JobId {
            self.all.records().find(|r| r.state == state).map(|r| r.job.id.clone()).expect("such a job")
        }

        fn call(&self, no: u64) -> &Call {
            self.calls.iter().find(|call| call.no == no).expect("the call")
        }

        /// The lengths of what was sent and of what came back.
        fn bodies(&self, no: u64) -> (usize, usize) {
            let call = self.call(no);
            (call.request.body.len(), call.response.as_ref().map_or(0, |response| response.body.len()))
        }

        fn is_emptied(&self, no: u64) -> bool {
            let call = self.call(no);
            assert!(call.response.as_ref().is_some_and(|response| response.status != 0));
            assert_eq!(call.emptied, self.bodies(no) == (0, 0), "{call:?}");
            call.emptied
        }
    }

    #[test]
    fn a_command_is_asked_until_its_answer_is_there() {
        let mut page = Page::open();
        let id = page.job_in(JobState::Creating);
        let asked = |page: &Page, action| is_asked(&page.calls, &id.key(), action);
        let no = note(&mut page.calls, &calls::cancel(&id), Actor::Portal, &page.all);
        assert!(asked(&page, LogAction::CancelRequested) && !asked(&page, LogAction::Deleted));
        // No answer ends it too.
        answer(&mut page.calls, no, None, &page.all);
        assert!(!asked(&page, LogAction::CancelRequested));
        note(&mut page.calls, &calls::cancel(&id), Actor::Rest, &page.all);
        assert!(!asked(&page, LogAction::CancelRequested), "a script's is its own");
    }

    #[test]
    fn what_was_told_of_a_job_goes_with_it() {
        let mut page = Page::open();
        let (id, other) = (page.job_in(JobState::Creating), page.job_in(JobState::Shipping));
        let group = |id: &JobId| calls::list_in_group(&id.subscription, &id.group, ListSelection::default());
        let mut below = calls::put(&id, &serde_json::json!({"refused": true}));
        below.target = below.target.replace('?', "/nothing-is-there?");
        let told = [
            below,
            calls::get(&id),
            calls::cancel(&id),
            calls::put(&id, &serde_json::json!({"refused": true})),
            calls::list_bitlocker_keys(&id),
            group(&id),
            calls::list_in_subscription(&id.subscription, ListSelection::default()),
        ]
        .map(|request| page.send(&request));
        let elsewhere = [calls::get(&other), calls::locations()].map(|request| page.send(&request));
        assert!(told.iter().chain(&elsewhere).all(|no| !page.is_emptied(*no)));

        let delete = page.send(&calls::delete(&id));
        assert!(told.iter().all(|no| page.is_emptied(*no)));
        assert!(elsewhere.iter().all(|no| !page.is_emptied(*no)));
        assert_eq!((page.bodies(delete), page.call(delete).emptied), ((0, 0), false));
        assert_eq!(
            page.call(told[2]).action,
            Some(LogAction::CancelRequested),
            "what was asked is known still"
        );
        let gone = page.send(&calls::get(&id));
        let list = page.send(&group(&id));
        page.send(&calls::locations());
        assert!(page.bodies(gone).1 > 0 && page.bodies(list).1 > 0, "what tells of nothing is kept");
    }

    #[test]
    fn what_the_service_deletes_is_forgotten_too_and_another_of_the_name_is_not() {
        let mut page = Page::open();
        let id = page.job_in(JobState::Creating);
        let body = page.all.find(&id.key()).map(|record| {
            crate::api::wire::job_json(&page.all, &record.job, crate::api::wire::Detail::Whole)
        });
        let mut body = body.expect("the job");
        for drive in body["properties"]["driveList"].as_array_mut().into_iter().flatten() {
            drive["bitLockerKey"] = "238810-662376-448998-450120-652806-203390-606320-483076".into();
        }
        let before = page.send(&calls::get(&id));
        let to = page.all.now() + Span::days(120);
        page.all.advance(to, usize::MAX);
        assert!(forget(&mut page.calls, &page.all));
        assert!(page.is_emptied(before));
        let put = page.send(&calls::put(&id, &body));
        assert_eq!(page.call(put).response.as_ref().map(|response| response.status), Some(201));
        let after = page.send(&calls::get(&id));
        assert!(!forget(&mut page.calls, &page.all));
        assert!(!page.is_emptied(put) && !page.is_emptied(after) && page.is_emptied(before));
    }

    #[test]
    fn an_answer_that_comes_after_the_job_has_gone_is_not_kept() {
        let mut page = Page::open();
        let id = page.job_in(JobState::Creating);
        let list = calls::list_in_group(&id.subscription, &id.group, ListSelection::default());
        let late: Vec<(u64, Response)> = [calls::get(&id), list]
            .iter()
            .map(|request| {
                let no = note(&mut page.calls, request, Actor::Rest, &page.all);
                (no, handle(&mut page.all, request, Actor::Rest))
            })
            .collect();
        page.send(&calls::delete(&id));
        for (no, response) in late {
            assert!(response.is_success());
            answer(&mut page.calls, no, Some(&response), &page.all);
            assert!(page.is_emptied(no));
        }
    }

    #[test]
    fn the_oldest_calls_give_way() {
        let mut page = Page::open();
        for _ in 0..MOST + 5 {
            note(&mut page.calls, &calls::locations(), Actor::Portal, &page.all);
        }
        let numbers: Vec<u64> = page.calls.iter().map(|call| call.no).collect();
        assert!(numbers.iter().copied().eq(6..=MOST as u64 + 5));
    }
}
