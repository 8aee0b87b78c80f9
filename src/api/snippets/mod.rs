//! Snippets: a request as code that somebody can copy into a shell or a program.
//!
//! Each tool has commands of its own for most requests. What they cannot say, such as a field that
//! the contract does not know, is written as a plain request by the same tool.

mod body;
mod cli;
mod curl;
mod javascript;
mod powershell;

use serde_json::Value;

use super::message::Request;
use super::route::{JobPath, Place};
use super::target::Target;

/// What a snippet is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// `curl` in a POSIX shell.
    Curl,
    /// `az import-export …` in a POSIX shell.
    AzureCli,
    /// The module Az.ImportExport.
    PowerShell,
    /// The package `@azure/arm-storageimportexport`.
    JavaScript,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Tool; 4] = [Tool::Curl, Tool::AzureCli, Tool::PowerShell, Tool::JavaScript];

    /// Its proper name; never translated.
    pub fn name(self) -> &'static str {
        match self {
            Tool::Curl => "curl",
            Tool::AzureCli => "Azure CLI",
            Tool::PowerShell => "PowerShell",
            Tool::JavaScript => "JavaScript",
        }
    }
}

/// Code that sends `request` by `tool`. curl and JavaScript send it to the request's base; the
/// others always to Azure, as they have no choice.
pub fn snippet(tool: Tool, request: &Request) -> String {
    let call = Call::of(request);
    match tool {
        Tool::Curl => curl::plain(request),
        Tool::AzureCli => call.and_then(|call| cli::command(&call)).unwrap_or_else(|| cli::plain(request)),
        Tool::PowerShell => {
            call.and_then(|call| powershell::command(&call)).unwrap_or_else(|| powershell::plain(request))
        }
        Tool::JavaScript => call
            .and_then(|call| javascript::program(&call, &request.base))
            .unwrap_or_else(|| javascript::plain(request)),
    }
}

/// A request that the contract knows, with nothing in its query but what the contract knows.
struct Call {
    operation: Operation,
    api_version: String,
}

enum Operation {
    Locations,
    Location(String),
    Operations,
    List { subscription: String, group: Option<String>, top: Option<String>, filter: Option<String> },
    Get(JobPath),
    Put(JobPath, Value),
    Patch(JobPath, Value),
    Delete(JobPath),
    Keys(JobPath),
}

impl Call {
    fn of(request: &Request) -> Option<Call> {
        let target = Target::parse(&request.target).ok()?;
        let place = Place::find(&target.segments).filter(|place| place.answers(&request.method))?;
        let query = |name: &str| target.query(name).map(|value| value.map(str::to_owned)).ok();
        let api_version = query("api-version")??;
        let (top, filter) = (query("$top")?, query("$filter")?);
        let lists = matches!(place, Place::Jobs { .. });
        let known = |name: &str| {
            let name = name.to_ascii_lowercase();
            name == "api-version" || lists && (name == "$top" || name == "$filter")
        };
        if !target.query_names().all(known) {
            return None;
        }
        let body = || serde_json::from_slice::<Value>(&request.body).ok();
        let operation = match place {
            Place::Locations => Operation::Locations,
            Place::Location(name) => Operation::Location(name),
            Place::Operations => Operation::Operations,
            Place::Jobs { subscription, group } => Operation::List { subscription, group, top, filter },
            Place::Keys(path) => Operation::Keys(path),
            Place::Job(path) => match request.method.as_str() {
                "PUT" => Operation::Put(path, body()?),
                "PATCH" => Operation::Patch(path, body()?),
                "DELETE" => Operation::Delete(path),
                _ => Operation::Get(path),
            },
        };
        Some(Call { operation, api_version })
    }
}

/// The body of a request as text.
fn text(request: &Request) -> String {
    String::from_utf8_lossy(&request.body).into_owned()
}

/// The words of a command in one line, or where they are many, each in a line of its own with
/// `continued` at the end of the others.
fn lines(words: &[String], continued: &str) -> String {
    let one = words.join(" ");
    if one.chars().count() <= 100 && !one.contains('\n') {
        one
    } else {
        words.join(&format!(" {continued}\n  "))
    }
}

/// A word of a POSIX shell that stands for `text`, whatever is in it.
fn posix(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./:=,+@%".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
