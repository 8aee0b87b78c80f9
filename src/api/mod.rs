//! The REST API: a request goes in, a response comes out, as Microsoft.ImportExport answers.

pub mod calls;
pub mod explain;
pub mod message;
pub mod snippets;
pub mod target;
pub mod wire;

use crate::service::log::Actor;
use crate::service::workspace::{Change, Workspace};

use message::{Request, Response};

/// What the API answers, and what has to be written and applied for the answer to be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The response, to be sent when the change is stored.
    pub response: Response,
    /// The change; none where the request only reads, is refused or has nothing to do.
    pub change: Option<Change>,
}

/// Answers a request without carrying it out: the workspace stays as it is.
pub fn prepare(workspace: &Workspace, request: &Request, by: Actor) -> Answer {
    let _ = (workspace, request, by);
    Answer { response: Response { status: 404, headers: Vec::new(), body: String::new() }, change: None }
}

/// Answers a request and carries it out.
pub fn handle(workspace: &mut Workspace, request: &Request, by: Actor) -> Response {
    let answer = prepare(workspace, request, by);
    if let Some(change) = &answer.change {
        workspace.apply(change);
    }
    answer.response
}
