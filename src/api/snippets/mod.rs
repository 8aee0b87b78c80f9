//! Snippets: a request as code that somebody can copy into a shell or a program.
//!
//! Each tool has commands of its own for most requests. What they cannot say, such as a field that
//! the contract does not know, is written as a plain request by the same tool.

mod body;
mod call;
mod cli;
mod curl;
mod javascript;
mod powershell;
mod words;

use super::message::Request;

use call::SnippetCall;

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
    let call = SnippetCall::of(request);
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
