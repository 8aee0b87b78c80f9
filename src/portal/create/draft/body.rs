//! The request that a form stands for.

use serde_json::{Map, Value, json};

use crate::domain::job::JobType;
use crate::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use crate::domain::text::Invalid;
use crate::service::scenario::subscription_id;

use super::{DrivePart, ExportSource, Field, WizardForm};

/// The resource id that the form names.
///
/// # Errors
/// The fields that no id can be made of.
pub fn job_id(form: &WizardForm) -> Result<JobId, Vec<(Field, Invalid)>> {
    let mut wrong = Vec::new();
    let mut note = |field, why| wrong.push((field, why));
    let subscription =
        SubscriptionId::parse(subscription(form)).map_err(|why| note(Field::Subscription, why));
    let group = GroupName::parse(form.text(Field::Group).trim()).map_err(|why| note(Field::Group, why));
    let name = JobName::parse(form.text(Field::Name).trim()).map_err(|why| note(Field::Name, why));
    match (subscription, group, name) {
        (Ok(subscription), Ok(group), Ok(name)) => Ok(JobId { subscription, group, name }),
        (Ok(_) | Err(()), Ok(_) | Err(()), Ok(_) | Err(())) => Err(wrong),
    }
}

/// The id of the subscription: as typed, or of the one that is called so.
pub fn subscription(form: &WizardForm) -> &str {
    let typed = form.text(Field::Subscription).trim();
    subscription_id(typed).unwrap_or(typed)
}

/// The resource id of the storage account: as typed, or of the account of this name in the job's
/// own subscription and group.
pub fn storage_account(form: &WizardForm) -> String {
    let typed = form.text(Field::Storage).trim();
    if typed.is_empty() || typed.starts_with('/') {
        return typed.to_owned();
    }
    // A subscription or group that is not there yet is a problem of its own field.
    let or = |text: &'_ str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let (subscription, group) = (or(subscription(form)), or(form.text(Field::Group).trim()));
    format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{typed}"
    )
}

/// The body of the Put Job that the form stands for. What is left empty is left out, so that the
/// API says whether it is needed.
pub fn body(form: &WizardForm) -> Value {
    let mut properties = Map::new();
    let mut put = |name: &str, value: Value| properties.insert(name.to_owned(), value);
    put("storageAccountId", json!(storage_account(form)));
    put("jobType", json!(form.kind.as_str()));
    put("diagnosticsPath", json!(form.text(Field::Logs).trim()));
    put("logLevel", json!(if form.verbose { "Verbose" } else { "Error" }));
    put("backupDriveManifest", json!(form.backup));
    match form.kind {
        JobType::Import => put("driveList", drives(form)),
        JobType::Export => put("export", selection(form)),
    };
    for (name, fields) in [
        ("returnAddress", Field::ADDRESS.as_slice()),
        ("returnShipping", &Field::SHIPPING),
        ("deliveryPackage", &Field::PARCEL),
    ] {
        if let Some(piece) = piece(form, fields) {
            put(name, piece);
        }
    }
    if form.own_key {
        let (url, vault) = (form.text(Field::KeyUrl).trim(), form.text(Field::Vault).trim());
        let key = json!({"kekType": "CustomerManaged", "kekUrl": url, "kekVaultResourceID": vault});
        put("encryptionKey", key);
    }
    let mut body = Map::new();
    body.insert("location".to_owned(), json!(form.text(Field::Location)));
    let tags: Map<String, Value> = form
        .tags
        .iter()
        .filter(|(name, _)| !name.trim().is_empty())
        .map(|(name, value)| (name.trim().to_owned(), json!(value.trim())))
        .collect();
    if !tags.is_empty() {
        body.insert("tags".to_owned(), Value::Object(tags));
    }
    body.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(body)
}

/// An object of fields, unless all are empty.
fn piece(form: &WizardForm, fields: &[Field]) -> Option<Value> {
    let mut map = Map::new();
    for field in fields {
        let text = form.text(*field).trim();
        let name = field.target().rsplit('.').next().unwrap_or_default();
        if !text.is_empty() {
            map.insert(name.to_owned(), json!(text));
        }
    }
    (!map.is_empty()).then_some(Value::Object(map))
}

fn drives(form: &WizardForm) -> Value {
    let drive = |row| {
        let parts = DrivePart::ALL.into_iter().map(|part| (part, part.of(row).trim()));
        let said = parts.filter(|(_, text)| !text.is_empty());
        Value::Object(said.map(|(part, text)| (part.target().to_owned(), json!(text))).collect())
    };
    Value::Array(form.drives.iter().map(drive).collect())
}

fn selection(form: &WizardForm) -> Value {
    match form.source {
        ExportSource::Everything => json!({"blobList": {"blobPathPrefix": ["/"]}}),
        ExportSource::Chosen => {
            let list = |field| -> Vec<&str> { lines(form.text(field)).map(|(_, line)| line).collect() };
            json!({"blobList": {"blobPath": list(Field::Paths), "blobPathPrefix": list(Field::Prefixes)}})
        }
        ExportSource::ListFile => json!({"blobListBlobPath": form.text(Field::ListFile).trim()}),
    }
}

/// The lines that say something, with their numbers from 1.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty())
}
