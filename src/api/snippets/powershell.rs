//! PowerShell: the module Az.ImportExport, and `Invoke-AzRestMethod` for what it cannot say.

use crate::api::message::Request;
use crate::api::route::JobPath;

use super::body::{Leaf, leaves};
use super::call::{SnippetCall, SnippetOperation};
use super::words::{lines, text};

/// The request by a command of the module, if it has one that says all of it.
pub fn command(call: &SnippetCall) -> Option<String> {
    let mut before = String::new();
    let words = match &call.operation {
        SnippetOperation::Operations => return None,
        SnippetOperation::Locations => vec!["Get-AzImportExportLocation".to_owned()],
        SnippetOperation::Location(name) => {
            vec!["Get-AzImportExportLocation".to_owned(), parameter("Name", name)]
        }
        SnippetOperation::List { subscription, group, top, filter } => {
            let mut words = vec!["Get-AzImportExport".to_owned()];
            words.extend(group.as_ref().map(|group| parameter("ResourceGroupName", group)));
            words.push(parameter("SubscriptionId", subscription));
            words.extend(filter.as_ref().map(|filter| parameter("Filter", filter)));
            words.extend(top.as_ref().map(|top| parameter("Top", top)));
            words
        }
        SnippetOperation::Get(path) => job("Get-AzImportExport", "Name", path),
        SnippetOperation::Delete(path) => job("Remove-AzImportExport", "Name", path),
        SnippetOperation::Keys(path) => job("Get-AzImportExportBitLockerKey", "JobName", path),
        SnippetOperation::Put(path, body) => {
            let mut words = job("New-AzImportExport", "Name", path);
            words.extend(arguments(leaves(body, true)?, &mut before)?);
            words
        }
        SnippetOperation::Patch(path, body) => {
            let mut words = job("Update-AzImportExport", "Name", path);
            words.extend(arguments(leaves(body, false)?, &mut before)?);
            words
        }
    };
    Some(format!("{before}{}", lines(&words, "`")))
}

/// The request, whatever it is.
pub fn plain(request: &Request) -> String {
    let mut words = vec!["Invoke-AzRestMethod".to_owned()];
    words.push(parameter("Method", &request.method));
    words.push(parameter("Path", &request.target));
    if !request.body.is_empty() {
        words.push(parameter("Payload", &text(request)));
    }
    lines(&words, "`")
}

fn job(command: &str, name: &str, path: &JobPath) -> Vec<String> {
    vec![
        command.to_owned(),
        parameter(name, &path.name),
        parameter("ResourceGroupName", &path.group),
        parameter("SubscriptionId", &path.subscription),
    ]
}

fn parameter(name: &str, value: &str) -> String {
    format!("-{name} {}", quoted(value))
}

/// A string that stands for `text`, whatever is in it. PowerShell takes typographic quotes for
/// quotes too.
fn quoted(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}') {
            out.push(c);
        }
        out.push(c);
    }
    out.push('\'');
    out
}

/// The parameters of a body; what they refer to is made in the lines `before`.
fn arguments(leaves: Vec<(String, Leaf<'_>)>, before: &mut String) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for (path, leaf) in leaves {
        let name = parameter_name(&path);
        words.push(match leaf {
            Leaf::Text(text) => parameter(&name, &text),
            Leaf::Switch(true) => format!("-{name}"),
            Leaf::Switch(false) => format!("-{name}:$false"),
            Leaf::Texts(texts) => {
                let texts: Vec<String> = texts.into_iter().map(quoted).collect();
                format!("-{name} @({})", texts.join(", "))
            }
            Leaf::Pairs(pairs) if path == "tags" => {
                let pairs: Vec<String> = pairs
                    .iter()
                    .map(|(name, value)| format!("{} = {}", quoted(name), quoted(value)))
                    .collect();
                format!("-Tag @{{ {} }}", pairs.join("; "))
            }
            Leaf::Pairs(_) => return None,
            Leaf::Drives(drives) => {
                before.push_str("$driveList = @(\n");
                for drive in drives {
                    before.push_str("  New-AzImportExportDriveListObject");
                    for (name, value) in drive {
                        before.push_str(&format!(" {}", parameter(&pascal(name), value)));
                    }
                    before.push('\n');
                }
                before.push_str(")\n");
                format!("-{name} $driveList")
            }
        });
    }
    Some(words)
}

/// The parts of the path after `properties` put together, but for the module's own abbreviations.
fn parameter_name(path: &str) -> String {
    match path {
        "tags" => "Tag".to_owned(),
        "properties.encryptionKey.kekVaultResourceID" => "EncryptionKeyKekVaultId".to_owned(),
        _ => {
            let path = path.strip_prefix("properties.").unwrap_or(path);
            let path = path
                .strip_prefix("export.blobList.")
                .map_or(path.to_owned(), |rest| format!("blobList.{rest}"));
            path.split('.').map(pascal).collect()
        }
    }
}

/// `carrierName` as `CarrierName`.
fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
