//! Snippets: a request as code that somebody can copy into a shell or a program.

use super::message::Request;

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

/// Code that sends `request` by `tool`.
pub fn snippet(tool: Tool, request: &Request) -> String {
    let url = format!("{}{}", request.base, request.target);
    match tool {
        Tool::Curl | Tool::AzureCli | Tool::PowerShell | Tool::JavaScript => {
            format!("curl -X {} '{url}'", request.method)
        }
    }
}
