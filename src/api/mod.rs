//! The REST API: a request goes in, a response comes out, as Microsoft.ImportExport answers.

pub mod calls;
pub mod conformance;
pub mod explain;
mod failure;
mod filter;
mod list;
pub mod message;
pub mod operation;
pub mod route;
pub mod snippets;
pub mod target;
mod version;
pub mod wire;

use serde_json::Value;

use crate::domain::job::Patch;
use crate::domain::state::{Action, Refusal};
use crate::domain::text::Invalid;
use crate::phrases::{Language, Messages};
use crate::service::dice::Dice;
use crate::service::log::Actor;
use crate::service::workspace::{Change, Command, CommandError, Done, Prepared, Record, Workspace};

pub use failure::{API_VERSIONS, Attempt, Failure, MOST_BYTES, refused_action};

use message::{Request, Response};
use route::{JobPath, Resource};
use target::Target;
use wire::{Detail, FieldError};

/// The header that a caller tells its requests apart by, even two that ask for the same.
pub const CLIENT_REQUEST_ID: &str = "x-ms-client-request-id";

/// What the API answers, and what has to be written and applied for the answer to be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The response, to be sent when the change is stored.
    pub response: Response,
    /// The change; none where the request only reads, is refused or has nothing to do.
    pub change: Option<Change>,
}

/// What a request comes to when nothing is wrong with it.
struct Success {
    status: u16,
    body: Option<Value>,
    change: Option<Change>,
}

/// Answers a request without carrying it out: the workspace stays as it is.
pub fn prepare(workspace: &Workspace, request: &Request, by: Actor) -> Answer {
    let messages = Language::negotiate(request.header("accept-language").unwrap_or_default()).phrases();
    let (status, body, change, allow) = match answer(workspace, request, by, &messages) {
        Ok(success) => (success.status, success.body, success.change, None),
        Err(failure) => {
            let allow = if let Failure::MethodNotAllowed(methods) = &failure { Some(*methods) } else { None };
            (failure.status(), Some(failure.json(&messages)), None, allow)
        }
    };
    let mut headers = headers(workspace, request);
    if body.is_some() {
        headers.push(("content-type".to_owned(), "application/json; charset=utf-8".to_owned()));
    }
    if let Some(methods) = allow {
        headers.push(("allow".to_owned(), methods.to_owned()));
    }
    let body = body.map(|body| body.to_string()).unwrap_or_default();
    Answer { response: Response { status, headers, body }, change }
}

/// Answers a request and carries it out.
pub fn handle(workspace: &mut Workspace, request: &Request, by: Actor) -> Response {
    let answer = prepare(workspace, request, by);
    if let Some(change) = &answer.change {
        workspace.apply(change);
    }
    answer.response
}

fn answer(
    workspace: &Workspace,
    request: &Request,
    by: Actor,
    messages: &Messages,
) -> Result<Success, Failure> {
    let target = Target::parse(&request.target).map_err(|_| Failure::NoSuchPath)?;
    let place = Resource::find(&target.segments).ok_or(Failure::NoSuchPath)?;
    if !place.answers(&request.method) {
        return Err(Failure::MethodNotAllowed(place.methods()));
    }
    let version = check_version(&target)?;
    let mut success = carried_out(workspace, request, by, messages, &target, &place)?;
    if let Some(body) = &mut success.body {
        version::shape(version, body);
    }
    Ok(success)
}

/// What is asked of a place, in the shape of the newest api-version.
fn carried_out(
    workspace: &Workspace,
    request: &Request,
    by: Actor,
    messages: &Messages,
    target: &Target,
    place: &Resource,
) -> Result<Success, Failure> {
    match place {
        Resource::Locations => {
            let all: Vec<Value> = crate::domain::place::Location::all().map(wire::location_json).collect();
            Ok(found(serde_json::json!({ "value": all })))
        }
        Resource::Location(name) => crate::domain::place::Location::parse(name)
            .map(|location| found(wire::location_json(location)))
            .ok_or_else(|| Failure::NoSuchLocation(name.clone())),
        Resource::Operations => Ok(found(wire::operations_json(messages))),
        Resource::Jobs { subscription, group } => {
            list::list(workspace, request, target, subscription, group.as_deref()).map(found)
        }
        Resource::Keys(path) => {
            let record = existing(workspace, path)?;
            Ok(found(wire::bitlocker_keys_json(workspace, &record.job)))
        }
        Resource::Job(path) => match request.method.as_str() {
            "PUT" => {
                path.id().map_err(Failure::InvalidName)?;
                put(workspace, path, &body(request)?, by).map(|prepared| changed(workspace, prepared))
            }
            "PATCH" => {
                existing(workspace, path)?;
                patch(workspace, path, &body(request)?, by).map(|prepared| changed(workspace, prepared))
            }
            "DELETE" => delete(workspace, path, by).map(|prepared| changed(workspace, prepared)),
            _ => {
                let record = existing(workspace, path)?;
                Ok(found(wire::job_json(workspace, &record.job, Detail::Whole)))
            }
        },
    }
}

fn found(body: Value) -> Success {
    Success { status: 200, body: Some(body), change: None }
}

fn check_version(target: &Target) -> Result<&str, Failure> {
    let given = target.query("api-version").map_err(|_| Failure::InvalidApiVersion(String::new()))?;
    match given {
        None | Some("") => Err(Failure::MissingApiVersion),
        Some(given) if API_VERSIONS.contains(&given) => Ok(given),
        Some(given) => Err(Failure::InvalidApiVersion(given.to_owned())),
    }
}

/// The job at a path. Subscription and group must be possible names, as Azure Resource Manager
/// looks at them first; a job of an impossible name is one that does not exist.
fn existing<'a>(workspace: &'a Workspace, path: &JobPath) -> Result<&'a Record, Failure> {
    route::scope(&path.subscription, &path.group).map_err(Failure::InvalidName)?;
    workspace.find(&path.key()).ok_or_else(|| Failure::NoSuchJob(path.name.clone()))
}

/// Put Job with this body, looked at and not carried out.
///
/// # Errors
/// [`Failure`] says why it is refused.
pub fn put(workspace: &Workspace, path: &JobPath, body: &Value, by: Actor) -> Result<Prepared, Failure> {
    let id = path.id().map_err(Failure::InvalidName)?;
    let current = workspace.find(&path.key());
    // Whether a job may be replaced is said before what is wrong with the body, which a job that
    // has moved on cannot satisfy anyway.
    if let Some(record) = current {
        record.job.may(Action::Replace, record.state, workspace.head().rules).map_err(refused)?;
    }
    let mut order = wire::parse_order(body, current.map(|record| record.job.as_ref()));
    if let Some(name) = body.get("name").filter(|name| !name.is_null())
        && !name.as_str().is_some_and(|name| name.eq_ignore_ascii_case(&path.name))
    {
        let error = FieldError { target: "name".to_owned(), problem: Invalid::NotAllowedHere };
        let mut errors = order.err().unwrap_or_default();
        errors.push(error);
        order = Err(errors);
    }
    let order = Box::new(order.map_err(Failure::InvalidFields)?);
    command(workspace, path, &Command::Put { id, order }, by)
}

/// Update Job Properties with this body, looked at and not carried out.
///
/// # Errors
/// [`Failure`] says why it is refused.
pub fn patch(workspace: &Workspace, path: &JobPath, body: &Value, by: Actor) -> Result<Prepared, Failure> {
    let record = existing(workspace, path)?;
    let patch = wire::parse_patch(body, &record.job).map_err(Failure::InvalidFields)?;
    let all = refusals(workspace, record, &patch);
    let patch = Box::new(patch);
    let prepared = command(workspace, path, &Command::Patch { key: path.key(), patch }, by);
    match prepared {
        Err(Failure::Refused(first, _)) if all.len() > 1 => Err(Failure::Refused(first, all)),
        Ok(_) | Err(_) => prepared,
    }
}

/// All that the rules have against a change: one refused part refuses the whole, and whoever is to
/// mend it should see every one.
fn refusals(workspace: &Workspace, record: &Record, patch: &Patch) -> Vec<Refusal> {
    let rules = workspace.head().rules;
    patch
        .actions()
        .into_iter()
        .filter_map(|action| record.job.may(action, record.state, rules).err())
        .collect()
}

/// Delete Job, looked at and not carried out.
///
/// # Errors
/// [`Failure`] says why it is refused.
pub fn delete(workspace: &Workspace, path: &JobPath, by: Actor) -> Result<Prepared, Failure> {
    route::scope(&path.subscription, &path.group).map_err(Failure::InvalidName)?;
    command(workspace, path, &Command::Delete { key: path.key() }, by)
}

fn changed(workspace: &Workspace, prepared: Prepared) -> Success {
    let (status, body) = match &prepared.done {
        Done::Created(job) => (201, Some(wire::job_json(workspace, job, Detail::Whole))),
        Done::Updated(job) => (200, Some(wire::job_json(workspace, job, Detail::Whole))),
        Done::Deleted | Done::Set => (200, None),
        Done::NothingToDelete => (204, None),
    };
    Success { status, body, change: prepared.change }
}

fn command(workspace: &Workspace, path: &JobPath, command: &Command, by: Actor) -> Result<Prepared, Failure> {
    workspace.prepare(command, by).map_err(|error| match error {
        CommandError::NoSuchJob => Failure::NoSuchJob(path.name.clone()),
        // No call injects anything or sets the clock, so none is refused for it.
        CommandError::NotInjectable(_) | CommandError::NoSuchSpeed => Failure::NoSuchPath,
        CommandError::Spent => Failure::Spent,
        CommandError::Refused(refusal) => refused(refusal),
        CommandError::ShippingNeeds(needs) => Failure::InvalidFields(
            needs
                .into_iter()
                .map(|name| FieldError { target: format!("properties.{name}"), problem: Invalid::Missing })
                .collect(),
        ),
    })
}

fn refused(refusal: Refusal) -> Failure {
    Failure::Refused(refusal, Vec::new())
}

/// The body as JSON. A byte order mark in front is none of the text (RFC 8259, section 8.1).
///
/// # Errors
/// [`Failure`]: it is too large, or no JSON.
pub fn body(request: &Request) -> Result<Value, Failure> {
    let bytes = request.body.as_slice();
    if bytes.len() > MOST_BYTES {
        return Err(Failure::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|_| Failure::NotJson)
}

/// The headers of every answer. The id of a request is made of the request, of the moment it came at and of the
/// number that its caller gives it, so that the same history gives the same bytes and each call has its own.
pub fn headers(workspace: &Workspace, request: &Request) -> Vec<(String, String)> {
    let head = workspace.head();
    let mut hash = Hash::default();
    let own = request.header(CLIENT_REQUEST_ID).unwrap_or_default();
    for bytes in [request.method.as_bytes(), request.target.as_bytes(), &request.body, own.as_bytes()] {
        hash.take(bytes);
        // What is before and after a border never makes the same bytes.
        hash.take(&[0xff]);
    }
    hash.take(&head.now.millis().to_le_bytes());
    hash.take(&head.next_line.to_le_bytes());
    let id = guid(Dice::new(head.seed, hash.0));
    let given = |name: &str| request.header(name).filter(|value| is_plain(value)).map(str::to_owned);
    let correlation = given("x-ms-correlation-request-id").unwrap_or_else(|| id.clone());
    let mut headers = vec![
        ("cache-control".to_owned(), "no-cache".to_owned()),
        ("x-ms-request-id".to_owned(), id),
        ("x-ms-correlation-request-id".to_owned(), correlation),
    ];
    let wants_own = given("x-ms-return-client-request-id").is_some_and(|v| v.eq_ignore_ascii_case("true"));
    if let (true, Some(own)) = (wants_own, given(CLIENT_REQUEST_ID)) {
        headers.push((CLIENT_REQUEST_ID.to_owned(), own));
    }
    headers
}

/// Whether a header's value may be sent back: short, and of visible ASCII characters.
fn is_plain(value: &str) -> bool {
    (1..=100).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_graphic())
}

fn guid(dice: Dice) -> String {
    let (high, low) = (dice.throw(1), dice.throw(2));
    // The bits of a version 4 GUID: random, variant 1 (RFC 9562, section 5.4).
    let high = high & 0xffff_ffff_ffff_0fff | 0x4000;
    let low = low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000;
    let (a, b, c) = (high >> 32, high >> 16 & 0xffff, high & 0xffff);
    let (d, e) = (low >> 48, low & 0xffff_ffff_ffff);
    format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}
