//! Azure CLI: the extension import-export, and `az rest` for what it cannot say.

use crate::api::message::Request;
use crate::api::route::JobPath;

use super::body::{Leaf, leaves};
use super::call::{SnippetCall, SnippetOperation};
use super::words::{lines, posix, text};

/// The request by a command of the extension, if it has one that says all of it.
pub fn command(call: &SnippetCall) -> Option<String> {
    let words = match &call.operation {
        // The extension has no commands for these.
        SnippetOperation::Locations | SnippetOperation::Location(_) | SnippetOperation::Operations => {
            return None;
        }
        SnippetOperation::List { top: Some(_), .. } | SnippetOperation::List { filter: Some(_), .. } => {
            return None;
        }
        SnippetOperation::List { subscription, group, .. } => {
            let mut words = vec!["az import-export list".to_owned()];
            words.extend(group.as_ref().map(|group| flag("--resource-group", group)));
            words.push(flag("--subscription", subscription));
            words
        }
        SnippetOperation::Get(path) => job("az import-export show", "--name", path),
        SnippetOperation::Delete(path) => job("az import-export delete", "--name", path),
        SnippetOperation::Keys(path) => job("az import-export bit-locker-key list", "--job-name", path),
        SnippetOperation::Put(path, body) => {
            let mut words = job("az import-export create", "--name", path);
            words.extend(arguments(leaves(body, true)?)?);
            words
        }
        SnippetOperation::Patch(path, body) => {
            let mut words = job("az import-export update", "--name", path);
            words.extend(arguments(leaves(body, false)?)?);
            words
        }
    };
    Some(lines(&words, "\\"))
}

/// The request, whatever it is.
pub fn plain(request: &Request) -> String {
    let mut words = vec!["az rest".to_owned()];
    words.push(flag("--method", &request.method.to_ascii_lowercase()));
    // A path without a host goes to the endpoint of the cloud that is signed in to.
    words.push(flag("--url", &request.target));
    if !request.body.is_empty() {
        words.push(flag("--body", &text(request)));
    }
    lines(&words, "\\")
}

fn job(command: &str, name: &str, path: &JobPath) -> Vec<String> {
    vec![
        command.to_owned(),
        flag(name, &path.name),
        flag("--resource-group", &path.group),
        flag("--subscription", &path.subscription),
    ]
}

/// A flag with its value. A value that looks like a flag must be tied to it.
fn flag(name: &str, value: &str) -> String {
    let tie = if value.starts_with('-') { '=' } else { ' ' };
    format!("{name}{tie}{}", posix(value))
}

fn arguments(leaves: Vec<(String, Leaf<'_>)>) -> Option<Vec<String>> {
    let mut words = Vec::new();
    // The pieces of an object are the values of one flag, in the order they come.
    let mut objects: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (path, leaf) in leaves {
        let (parent, name) = path.rsplit_once('.').unwrap_or(("", &path));
        let object = match parent {
            "properties.returnAddress" => Some("--return-address"),
            "properties.returnShipping" => Some("--return-shipping"),
            "properties.deliveryPackage" => Some("--delivery-package"),
            "properties.export" | "properties.export.blobList" => Some("--export"),
            // The extension knows no keys of the customer's own.
            "properties.encryptionKey" => return None,
            _ => None,
        };
        if let Some(object) = object {
            let value = match leaf {
                Leaf::Text(text) => text,
                // The extension takes no more than one path and one prefix.
                Leaf::Texts(texts) => match texts.as_slice() {
                    [only] => (*only).to_owned(),
                    _ => return None,
                },
                Leaf::Switch(_) | Leaf::Pairs(_) | Leaf::Drives(_) => return None,
            };
            let word = pair(name, &value);
            match objects.iter_mut().find(|(flag, _)| *flag == object) {
                Some((_, words)) => words.push(word),
                None => objects.push((object, vec![word])),
            }
            continue;
        }
        match leaf {
            Leaf::Text(text) => words.push(flag(&flag_name(name), &text)),
            Leaf::Switch(switch) => words.push(flag(&flag_name(name), &switch.to_string())),
            // Without a value, the flag takes all tags away.
            Leaf::Pairs(pairs) if pairs.is_empty() => words.push("--tags ''".to_owned()),
            Leaf::Pairs(pairs) => {
                if pairs.iter().any(|(name, _)| name.contains('=')) {
                    return None;
                }
                let tags: Vec<String> =
                    pairs.iter().map(|(name, value)| posix(&format!("{name}={value}"))).collect();
                words.push(format!("--tags {}", tags.join(" ")));
            }
            Leaf::Drives(drives) if drives.is_empty() => return None,
            Leaf::Drives(drives) => {
                for drive in drives {
                    let values: Vec<String> = drive.iter().map(|(name, value)| pair(name, value)).collect();
                    words.push(format!("--drive-list {}", values.join(" ")));
                }
            }
            Leaf::Texts(_) => return None,
        }
    }
    words.extend(objects.into_iter().map(|(flag, values)| format!("{flag} {}", values.join(" "))));
    Some(words)
}

fn flag_name(name: &str) -> String {
    match name {
        "storageAccountId" => "--storage-account".to_owned(),
        "jobType" => "--type".to_owned(),
        _ => format!("--{}", kebab(name)),
    }
}

fn pair(name: &str, value: &str) -> String {
    // The extension's own spelling.
    let name = if name == "blobListBlobPath" { "blob-listblob-path".to_owned() } else { kebab(name) };
    posix(&format!("{name}={value}"))
}

/// `carrierName` as `carrier-name`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
