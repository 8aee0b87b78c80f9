//! Orders: the body of Put Job, read.

use serde_json::Value;

use crate::domain::drive::Drive;
use crate::domain::job::{
    DiagnosticsPath, Encryption, Job, JobKind, JobType, Order, Selection, StorageAccountId,
};
use crate::domain::place::Location;
use crate::domain::text::{Invalid, JsonType, Text};

use super::body::{BodyReader, FieldError, Fields};
use super::{JOB_TYPE, parts};

/// The fields of a job; those of the service's own may be sent and are not read.
const TOP: [&str; 9] =
    ["location", "tags", "properties", "id", "name", "type", "identity", "systemData", "etag"];

/// `blobListBlobPath` as the contract of 2016-11-01 spells it.
pub const OLD_LIST_FILE: &str = "blobListblobPath";

const PROPERTIES: [&str; 19] = [
    "storageAccountId",
    "jobType",
    "returnAddress",
    "returnShipping",
    "deliveryPackage",
    "diagnosticsPath",
    "logLevel",
    "backupDriveManifest",
    "state",
    "cancelRequested",
    "driveList",
    "export",
    "encryptionKey",
    // The service's own.
    "shippingInformation",
    "returnPackage",
    "percentComplete",
    "incompleteBlobListUri",
    "provisioningState",
    "systemData",
];

/// What a Put Job asks for. `current` is the job that has the name already: what the API never
/// tells, such as a BitLocker key, is taken from it where the body leaves it out.
///
/// # Errors
/// All that is wrong with the body, not only the first.
pub fn parse_order(body: &Value, current: Option<&Job>) -> Result<Order, Vec<FieldError>> {
    let mut reader = BodyReader::default();
    let order = reader.body(body).and_then(|fields| order(&mut reader, &fields, current));
    reader.finish(order)
}

fn order(reader: &mut BodyReader, fields: &Fields<'_>, current: Option<&Job>) -> Option<Order> {
    reader.only(fields, &TOP);
    resource_type(reader, fields);
    let location = reader.required(fields, "location", location);
    let tags = match reader.object(fields, "tags") {
        Ok(Some(tags)) => parts::tags(reader, &tags),
        Ok(None) => Some(Default::default()),
        Err(_) => None,
    };
    let properties = match reader.object(fields, "properties") {
        Ok(Some(properties)) => properties,
        Ok(None) => {
            reader.fail("properties".to_owned(), Invalid::Missing);
            return None;
        }
        Err(_) => return None,
    };
    let fields = &properties;
    reader.only(fields, &PROPERTIES);
    new_job_only(reader, fields, current);
    let storage_account = reader.required(fields, "storageAccountId", StorageAccountId::parse);
    let drives = current.map_or(&[][..], |job| match &job.order.kind {
        JobKind::Import(drives) => drives,
        JobKind::Export(_) => &[],
    });
    let kind = kind(reader, fields, drives);
    let address = piece(reader, fields, "returnAddress", parts::address);
    let shipping = piece(reader, fields, "returnShipping", parts::shipping);
    let package = piece(reader, fields, "deliveryPackage", parts::package);
    let diagnostics_path = match reader.string(fields, "diagnosticsPath") {
        Ok(text) => DiagnosticsPath::parse(text.unwrap_or(DiagnosticsPath::USUAL))
            .map_err(|problem| reader.fail(fields.target("diagnosticsPath"), problem))
            .ok(),
        Err(_) => None,
    };
    let log_level = parts::log_level(reader, fields);
    let backup = reader.boolean(fields, "backupDriveManifest");
    let encryption = encryption(reader, fields);
    Some(Order {
        location: location?,
        tags: tags?,
        kind: kind?,
        storage_account: storage_account?,
        return_address: address,
        return_shipping: shipping,
        delivery_package: package,
        diagnostics_path: diagnostics_path?,
        log_level: log_level.unwrap_or_default(),
        backup_drive_manifest: backup.unwrap_or(false),
        encryption: encryption?,
    })
}

/// A piece that may be absent. What is wrong with it has been written down, so `None` is enough.
fn piece<'a, T>(
    reader: &mut BodyReader,
    fields: &Fields<'a>,
    name: &str,
    read: fn(&mut BodyReader, &Fields<'a>) -> Option<T>,
) -> Option<T> {
    let fields = reader.object(fields, name).ok()??;
    read(reader, &fields)
}

/// A region by either of its names.
fn location(name: &str) -> Result<Location, Invalid> {
    if name.is_empty() {
        return Err(Invalid::Missing);
    }
    Location::parse(name).ok_or(Invalid::NotOneOf(&Location::NAMES))
}

/// A body may say of what type it is, but no other than a job.
pub fn resource_type(reader: &mut BodyReader, fields: &Fields<'_>) {
    if let Ok(Some(text)) = reader.string(fields, "type")
        && !text.eq_ignore_ascii_case(JOB_TYPE)
    {
        reader.fail("type".to_owned(), Invalid::NotAllowedHere);
    }
}

/// Whether a property says what was ordered, in a form that Put Job would take for the same.
pub fn is_as_ordered(name: &str, fields: &Fields<'_>, order: &Order) -> bool {
    let mut reader = BodyReader::default();
    match name {
        "export" => match (reader.object(fields, name), &order.kind) {
            (Ok(Some(export)), JobKind::Export(ordered)) => {
                let read = selection(&mut reader, &export);
                reader.finish(read).is_ok_and(|read| read == *ordered)
            }
            (Ok(Some(export)), JobKind::Import(_)) => export.iter().next().is_none(),
            (Ok(None), _) => true,
            (Err(_), _) => false,
        },
        "encryptionKey" => {
            let read = encryption(&mut reader, fields);
            reader.finish(read).is_ok_and(|read| read == order.encryption)
        }
        _ => {
            let ordered = match name {
                "jobType" => order.kind.job_type().as_str(),
                "storageAccountId" => order.storage_account.as_str(),
                _ => order.diagnostics_path.as_str(),
            };
            let any_case = name != "diagnosticsPath";
            let is = |text: &str| text == ordered || any_case && text.eq_ignore_ascii_case(ordered);
            reader.string(fields, name).is_ok_and(|text| text.is_none_or(|text| is(text.trim())))
        }
    }
}

/// A new job is in `Creating` and not cancelled; a job that is sent back as the API told it may
/// have a pending cancel.
fn new_job_only(reader: &mut BodyReader, fields: &Fields<'_>, current: Option<&Job>) {
    let _ = reader.word(fields, "state", &["Creating"]);
    let pending = current.is_some_and(|job| job.history.cancel_requested.is_some());
    if reader.boolean(fields, "cancelRequested") == Some(true) && !pending {
        reader.fail(fields.target("cancelRequested"), Invalid::NotAllowedHere);
    }
}

fn kind(reader: &mut BodyReader, fields: &Fields<'_>, known: &[Drive]) -> Option<JobKind> {
    let job_type = match reader.word(fields, "jobType", &JobType::NAMES) {
        Ok(None) => {
            reader.fail(fields.target("jobType"), Invalid::Missing);
            return None;
        }
        Ok(Some(at)) => *JobType::ALL.get(at)?,
        Err(_) => return None,
    };
    let list = reader.array(fields, "driveList");
    let export = reader.object(fields, "export");
    if job_type == JobType::Import {
        // An empty object says nothing; some clients always send one.
        if export.is_ok_and(|export| export.is_some_and(|export| export.iter().next().is_some())) {
            reader.fail(fields.target("export"), Invalid::NotAllowedHere);
        }
        match list.ok()? {
            Some(list) => parts::drives(reader, fields, list, known).map(JobKind::Import),
            None => {
                reader.fail(fields.target("driveList"), Invalid::Missing);
                None
            }
        }
    } else {
        if list.is_ok_and(|list| list.is_some_and(|list| !list.is_empty())) {
            reader.fail(fields.target("driveList"), Invalid::NotAllowedHere);
        }
        match export.ok()? {
            Some(export) => selection(reader, &export).map(JobKind::Export),
            None => {
                reader.fail(fields.target("export"), Invalid::Missing);
                None
            }
        }
    }
}

fn selection(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Selection> {
    reader.only(fields, &["blobList", "blobListBlobPath", OLD_LIST_FILE]);
    // The contract of 2016-11-01, and the clients made of it, spell it in their own way.
    let name = if fields.get(OLD_LIST_FILE).is_some() { OLD_LIST_FILE } else { "blobListBlobPath" };
    let file = reader.optional(fields, name, Text::parse);
    let list = reader.object(fields, "blobList").ok()?;
    let (paths, prefixes) = match &list {
        Some(list) => {
            reader.only(list, &["blobPath", "blobPathPrefix"]);
            let paths = blob_paths(reader, list, "blobPath");
            let prefixes = blob_paths(reader, list, "blobPathPrefix");
            (paths?, prefixes?)
        }
        None => (Vec::new(), Vec::new()),
    };
    let empty = paths.is_empty() && prefixes.is_empty();
    match file {
        Some(file) if empty => Some(Selection::ListFile(file)),
        Some(_) => {
            reader.fail(fields.target(name), Invalid::NotAllowedHere);
            None
        }
        // A file that is there and wrong has been written down.
        None if empty && fields.get(name).is_none_or(|file| file == "") => {
            reader.fail(fields.target("blobList"), Invalid::Missing);
            None
        }
        None if empty => None,
        None => Some(Selection::Blobs { paths, prefixes }),
    }
}

fn blob_paths(reader: &mut BodyReader, fields: &Fields<'_>, name: &str) -> Option<Vec<Text<1024>>> {
    let list = reader.array(fields, name).ok()?.unwrap_or_default();
    let mut paths = Vec::with_capacity(list.len());
    for (n, value) in list.iter().enumerate() {
        let path = value.as_str().ok_or(Invalid::WrongType(JsonType::String)).and_then(Text::parse);
        match path {
            Ok(path) => paths.push(path),
            Err(problem) => {
                reader.fail(format!("{}[{n}]", fields.target(name)), problem);
            }
        }
    }
    (paths.len() == list.len()).then_some(paths)
}

fn encryption(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Encryption> {
    let Some(fields) = reader.object(fields, "encryptionKey").ok()? else {
        return Some(Encryption::MicrosoftManaged);
    };
    reader.only(&fields, &["kekType", "kekUrl", "kekVaultResourceID"]);
    let customer = reader.word(&fields, "kekType", &Encryption::NAMES).ok()? == Some(1);
    if customer {
        let url = reader.required(&fields, "kekUrl", Text::parse);
        let vault = reader.required(&fields, "kekVaultResourceID", Text::parse);
        return Some(Encryption::CustomerManaged { url: url?, vault: vault? });
    }
    for name in ["kekUrl", "kekVaultResourceID"] {
        if let Ok(Some(_)) = reader.string(&fields, name) {
            reader.fail(fields.target(name), Invalid::NotAllowedHere);
        }
    }
    Some(Encryption::MicrosoftManaged)
}
