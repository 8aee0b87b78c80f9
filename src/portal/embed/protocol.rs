//! Protocol: what a host says and what it is answered, as plain values.

use serde_json::{Map, Value, json};

use crate::api::message::Request;
use crate::domain::time::{SimTime, Span};
use crate::journal::moments::{moment, span};
use crate::portal::route::Route;
use crate::portal::route::workspace::wanted;
use crate::store::fresh::Fresh;
use crate::store::slots::Wanted;

/// The version that a host says it speaks, in the field `iex`.
pub const VERSION: u32 = 1;
/// The most bytes of a message.
pub const MOST_BYTES: usize = 1024 * 1024;

/// What the address allows a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To look.
    Read,
    /// To change the workspace too.
    Write,
}

impl Access {
    /// What the query of an address allows, such as `?embed=1&write=1`.
    pub fn of(query: &str) -> Access {
        let mut pairs = query.trim_start_matches('?').split('&');
        if pairs.any(|pair| pair == "write=1") { Access::Write } else { Access::Read }
    }
}

/// What a host can be told of without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A job is new, different or gone.
    Job,
    /// Simulated time has gone on.
    Time,
    /// A call was refused.
    Refused,
    /// Another page is shown.
    Route,
}

impl Topic {
    /// All of them.
    pub const ALL: [Topic; 4] = [Topic::Job, Topic::Time, Topic::Refused, Topic::Route];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Topic::Job => "job",
            Topic::Time => "time",
            Topic::Refused => "refused",
            Topic::Route => "route",
        }
    }
}

/// How far time is to go on, in the spelling of every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostAdvance {
    /// So far: `{"by": "P1D"}`.
    By(Span),
    /// To a moment: `{"until": "2026-03-12T08:00:00Z"}`.
    To(SimTime),
    /// To the next thing that happens to any job: `{"until": "next"}`.
    Next,
}

/// What a host asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The workspace as a whole.
    State,
    /// Its jobs, each in a line.
    Jobs,
    /// All of a job.
    Job(String),
    /// Simulated time.
    Time,
    /// The page that is shown.
    Route,
    /// To be told of these from now on.
    Subscribe(Vec<Topic>),
    /// To be told of these no more.
    Unsubscribe(Vec<Topic>),
    /// To show a page.
    Go(Route),
    /// A call of the REST API; without its base.
    Request(Request),
    /// To let time go on.
    Advance(HostAdvance),
    /// Another workspace in the place of this one.
    Load(Fresh),
}

/// The methods, and what each needs. What only changes the view is no change: a host can do that by the frame's address.
pub const METHODS: [(&str, Access); 11] = [
    ("state", Access::Read),
    ("jobs", Access::Read),
    ("job", Access::Read),
    ("time", Access::Read),
    ("route", Access::Read),
    ("subscribe", Access::Read),
    ("unsubscribe", Access::Read),
    ("go", Access::Read),
    ("request", Access::Write),
    ("advance", Access::Write),
    ("load", Access::Write),
];

/// Why a host does not get what it asks. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostRefusal {
    /// It is no question.
    NotAQuestion,
    /// There is no such method.
    UnknownMethod(String),
    /// The method cannot be asked with this, and why.
    BadParams(String),
    /// The address allows no changes.
    ReadOnly(String),
    /// There is no such job.
    NoSuchJob(String),
    /// It could not be done, and why.
    NotDone(String),
}

impl HostRefusal {
    /// The word by which a program tells it.
    pub fn code(&self) -> &'static str {
        match self {
            HostRefusal::NotAQuestion => "notAQuestion",
            HostRefusal::UnknownMethod(_) => "unknownMethod",
            HostRefusal::BadParams(_) => "badParams",
            HostRefusal::ReadOnly(_) => "readOnly",
            HostRefusal::NoSuchJob(_) => "noSuchJob",
            HostRefusal::NotDone(_) => "notDone",
        }
    }

    /// The reason, for whoever writes the host.
    pub fn message(&self) -> String {
        match self {
            HostRefusal::NotAQuestion => {
                "A question is {id, method, params} of at most 1 MB, with an id that is a number or a text."
                    .to_owned()
            }
            HostRefusal::UnknownMethod(name) => format!("There is no method {name:?}."),
            HostRefusal::BadParams(why) => format!("These params do not do: {why}."),
            HostRefusal::ReadOnly(name) => {
                format!("{name:?} changes the workspace; the frame's address allows that only with &write=1.")
            }
            HostRefusal::NoSuchJob(name) => format!("There is no job {name:?}, or several have this name."),
            HostRefusal::NotDone(why) => format!("Nothing was changed: {why}"),
        }
    }
}

/// A question: by what its answer is known, and what is asked.
#[derive(Debug, PartialEq)]
pub struct HostQuestion {
    /// What the host has called it; null where it has not.
    pub id: Value,
    /// What it asks, if that may be.
    pub ask: Result<Ask, HostRefusal>,
}

/// Whether a message of the page around the frame asks for a port.
pub fn is_greeting(text: &str) -> bool {
    let said: Value = serde_json::from_str(text).unwrap_or_default();
    said["iex"] == VERSION && said["hello"] == true
}

/// The first message to a host.
pub fn ready(access: Access) -> Value {
    let may = |needs: Access| needs == Access::Read || access == Access::Write;
    let methods: Vec<&str> = METHODS.iter().filter(|(_, needs)| may(*needs)).map(|(name, _)| *name).collect();
    json!({
        "iex": VERSION,
        "ready": true,
        "version": env!("CARGO_PKG_VERSION"),
        "write": access == Access::Write,
        "methods": methods,
        "events": Topic::ALL.map(Topic::as_str),
    })
}

/// The answer to a question.
pub fn answer(id: &Value, outcome: Result<Value, HostRefusal>) -> Value {
    match outcome {
        Ok(result) => json!({"id": id, "result": result}),
        Err(why) => json!({"id": id, "error": {"code": why.code(), "message": why.message()}}),
    }
}

/// What a host is told without asking.
pub fn event(topic: Topic, data: Value) -> Value {
    json!({"event": topic.as_str(), "data": data})
}

impl HostQuestion {
    /// Reads what a host has sent.
    pub fn parse(text: &str, access: Access) -> HostQuestion {
        let none = || HostQuestion { id: Value::Null, ask: Err(HostRefusal::NotAQuestion) };
        if text.len() > MOST_BYTES {
            return none();
        }
        let Ok(Value::Object(mut said)) = serde_json::from_str(text) else { return none() };
        let id = said.remove("id").filter(|id| id.is_number() || id.is_string());
        match (id, said.get("method").and_then(Value::as_str).map(str::to_owned)) {
            (Some(id), Some(method)) => {
                let params = said.remove("params").unwrap_or_default();
                HostQuestion { id, ask: ask(&method, &params, access) }
            }
            (id, _) => HostQuestion { id: id.unwrap_or_default(), ask: Err(HostRefusal::NotAQuestion) },
        }
    }
}

fn ask(method: &str, params: &Value, access: Access) -> Result<Ask, HostRefusal> {
    let known = METHODS.iter().find(|(name, _)| *name == method);
    let (name, needs) = known.ok_or_else(|| HostRefusal::UnknownMethod(method.to_owned()))?;
    if (*needs, access) == (Access::Write, Access::Read) {
        return Err(HostRefusal::ReadOnly((*name).to_owned()));
    }
    Ok(match *name {
        "state" => Ask::State,
        "jobs" => Ask::Jobs,
        "job" => Ask::Job(needed(only(params, &["job"])?, "job")?.to_owned()),
        "time" => Ask::Time,
        "route" => Ask::Route,
        "subscribe" => Ask::Subscribe(topics(params)?),
        "unsubscribe" => Ask::Unsubscribe(topics(params)?),
        "go" => Ask::Go(route(params)?),
        "request" => Ask::Request(request(params)?),
        "advance" => Ask::Advance(advance(params)?),
        // The table has no other.
        _ => Ask::Load(fresh(params)?),
    })
}

fn bad(why: impl Into<String>) -> HostRefusal {
    HostRefusal::BadParams(why.into())
}

/// The params, if they are an object with these fields and no others. They are read by hand: what serde makes for it
/// weighs more, and some of that for every visitor.
fn only<'a>(params: &'a Value, known: &[&str]) -> Result<&'a Map<String, Value>, HostRefusal> {
    let params = params.as_object().ok_or_else(|| bad("they are an object"))?;
    match params.keys().find(|name| !known.contains(&name.as_str())) {
        Some(other) => Err(bad(format!("there is no {other:?}, only {}", known.join(", ")))),
        None => Ok(params),
    }
}

fn text<'a>(params: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, HostRefusal> {
    match params.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(bad(format!("{name:?} is a text"))),
    }
}

fn needed<'a>(params: &'a Map<String, Value>, name: &str) -> Result<&'a str, HostRefusal> {
    text(params, name)?.ok_or_else(|| bad(format!("{name:?} is missing")))
}

fn number(params: &Map<String, Value>, name: &str) -> Result<Option<u64>, HostRefusal> {
    match params.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => Ok(Some(value.as_u64().ok_or_else(|| bad(format!("{name:?} is a whole number")))?)),
    }
}

fn topics(params: &Value) -> Result<Vec<Topic>, HostRefusal> {
    let events = only(params, &["events"])?.get("events").and_then(Value::as_array);
    let events = events.ok_or_else(|| bad("\"events\" is a list of names"))?;
    let topic = |event: &Value| Topic::ALL.into_iter().find(|topic| event == topic.as_str());
    events.iter().map(|event| topic(event).ok_or_else(|| bad(format!("there is no event {event}")))).collect()
}

fn route(params: &Value) -> Result<Route, HostRefusal> {
    let link = needed(only(params, &["route"])?, "route")?;
    let route = Route::parse(link);
    if matches!(route, Route::Unknown(_)) {
        return Err(bad(format!("{link:?} is no page, such as \"#/jobs\"")));
    }
    Ok(route)
}

fn request(params: &Value) -> Result<Request, HostRefusal> {
    let params = only(params, &["method", "path", "headers", "body"])?;
    let (method, path) = (needed(params, "method")?.to_ascii_uppercase(), needed(params, "path")?);
    if !path.starts_with('/') {
        return Err(bad("the path begins with a slash"));
    }
    let mut headers = Vec::new();
    for (name, value) in params.get("headers").and_then(Value::as_object).into_iter().flatten() {
        let value = value.as_str().ok_or_else(|| bad(format!("the header {name:?} is a text")))?;
        headers.push((name.clone(), value.to_owned()));
    }
    let body = match params.get("body") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(text)) => text.clone().into_bytes(),
        Some(other) => other.to_string().into_bytes(),
    };
    if !body.is_empty() && !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
        headers.push(("content-type".to_owned(), "application/json".to_owned()));
    }
    Ok(Request { method, base: String::new(), target: path.to_owned(), headers, body })
}

fn advance(params: &Value) -> Result<HostAdvance, HostRefusal> {
    let params = only(params, &["by", "until"])?;
    let found = match (text(params, "by")?, text(params, "until")?) {
        (Some(by), None) => span(by).map(HostAdvance::By),
        (None, Some("next")) => Some(HostAdvance::Next),
        (None, Some(until)) => moment(until).map(HostAdvance::To),
        (Some(_), Some(_)) | (None, None) => None,
    };
    found.ok_or_else(|| {
        bad("either by (such as \"P1D\") or until (\"next\", or such as \"2026-03-12T08:00:00Z\")")
    })
}

/// As a link would begin it.
fn fresh(params: &Value) -> Result<Fresh, HostRefusal> {
    let params = only(params, &["scenario", "seed", "jobs"])?;
    let scenario = needed(params, "scenario")?;
    let jobs = number(params, "jobs")?.map(|jobs| format!("&jobs={jobs}")).unwrap_or_default();
    let seed = number(params, "seed")?.unwrap_or(1);
    let is_plain = scenario.chars().all(|c| c.is_ascii_alphanumeric());
    match is_plain.then(|| wanted(&format!("#/?scenario={scenario}&seed={seed}{jobs}"))) {
        Some(Ok(Some(Wanted::Scenario(fresh)))) => Ok(fresh),
        _ => Err(bad("there is no such scenario, or it has not so many jobs")),
    }
}
