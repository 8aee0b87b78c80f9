//! Jobs: what the API tells of a job at a moment.

use serde_json::{Map, Value, json};

use crate::api::target::{PART, PATH, encoded};
use crate::domain::drive::{CopyStatus, Drive};
use crate::domain::job::{Encryption, Job, JobKind, LogLevel, Order, Selection};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::service::dice::Dice;
use crate::service::simulation::Happening;
use crate::service::status::{DriveStatus, Status};
use crate::service::workspace::Workspace;

use super::date::iso;
use super::parts::{address_json, object, package_json, shipping_json};
use super::{JOB_TYPE, place};

/// How much of a job is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All of it, as Get Job answers.
    Whole,
    /// As in a list: without `driveList` (as the recorded answers of the service).
    Listed,
}

/// A job as the API tells it now.
pub fn job_json(workspace: &Workspace, job: &Job, detail: Detail) -> Value {
    let status = workspace.status(job);
    let tags: Map<String, Value> =
        job.order.tags.iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    object([
        ("id", Some(json!(job.id.to_string()))),
        ("name", Some(json!(job.id.name.as_str()))),
        ("type", Some(json!(JOB_TYPE))),
        ("location", Some(json!(job.order.location.name()))),
        ("tags", (!tags.is_empty()).then_some(Value::Object(tags))),
        ("identity", Some(json!({"type": "None"}))),
        ("properties", Some(properties(workspace, job, &status, detail))),
    ])
}

/// The answer to List BitLocker Keys: the customer's keys for an import; for an export those that
/// the service has made for the drives it has begun to fill.
pub fn bitlocker_keys_json(workspace: &Workspace, job: &Job) -> Value {
    let keys: Vec<Value> = match &job.order.kind {
        JobKind::Import(drives) => drives
            .iter()
            .map(|drive| json!({"driveId": drive.id.as_str(), "bitLockerKey": drive.bit_locker_key.as_str()}))
            .collect(),
        JobKind::Export(_) => {
            let seed = workspace.head().seed;
            let dice = Dice::new(seed, job.no);
            let drives = workspace.status(job).drives(job, seed);
            let filled = drives.iter().enumerate().filter(|(_, drive)| drive.copy_status.is_some());
            filled.map(|(n, drive)| json!({"driveId": drive.id, "bitLockerKey": made_key(dice, n)})).collect()
        }
    };
    json!({ "value": keys })
}

/// A recovery password as BitLocker forms them: eight groups of six digits, each a multiple of 11.
fn made_key(dice: Dice, drive: usize) -> String {
    let group = |n: u64| format!("{:06}", dice.throw(10_000 + drive as u64 * 8 + n) % 65_536 * 11);
    (0..8).map(group).collect::<Vec<_>>().join("-")
}

/// What the customer ordered, as properties; without `driveList`, which is told with its status.
pub fn order_json(order: &Order) -> Map<String, Value> {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned(), value);
    };
    put("storageAccountId", json!(order.storage_account.as_str()));
    put("jobType", json!(order.kind.job_type().as_str()));
    if let Some(address) = &order.return_address {
        put("returnAddress", address_json(address));
    }
    if let Some(shipping) = &order.return_shipping {
        put("returnShipping", shipping_json(shipping));
    }
    if let Some(package) = &order.delivery_package {
        put("deliveryPackage", package_json(package));
    }
    put("diagnosticsPath", json!(order.diagnostics_path.as_str()));
    put("logLevel", json!(order.log_level.as_str()));
    put("backupDriveManifest", json!(order.backup_drive_manifest));
    if let JobKind::Export(selection) = &order.kind {
        put("export", export_json(selection));
    }
    put("encryptionKey", encryption_json(&order.encryption));
    map
}

fn export_json(selection: &Selection) -> Value {
    match selection {
        Selection::ListFile(file) => json!({"blobListBlobPath": file.as_str()}),
        Selection::Blobs { paths, prefixes } => {
            let list = |texts: &[crate::domain::job::BlobPath]| {
                (!texts.is_empty()).then(|| texts.iter().map(|text| json!(text.as_str())).collect())
            };
            let blobs = object([("blobPath", list(paths)), ("blobPathPrefix", list(prefixes))]);
            json!({ "blobList": blobs })
        }
    }
}

fn encryption_json(encryption: &Encryption) -> Value {
    match encryption {
        Encryption::MicrosoftManaged => json!({"kekType": encryption.as_str()}),
        Encryption::CustomerManaged { url, vault } => json!({
            "kekType": encryption.as_str(),
            "kekUrl": url.as_str(),
            "kekVaultResourceID": vault.as_str(),
        }),
    }
}

fn properties(workspace: &Workspace, job: &Job, status: &Status, detail: Detail) -> Value {
    let seed = workspace.head().seed;
    let mut map = order_json(&job.order);
    let mut put = |name: &str, value: Value| {
        map.insert(name.to_owned(), value);
    };
    put("shippingInformation", place::ship_to_json(job.order.location));
    put("state", json!(status.state.as_str()));
    put("cancelRequested", json!(job.history.cancel_requested.is_some()));
    if let Some(percent) = status.percent_complete() {
        put("percentComplete", json!(percent));
    }
    if let Some(at) = status.shipped_back() {
        put("returnPackage", return_package_json(job, status, at, seed));
    }
    if lacks_blobs(job, status) {
        put("incompleteBlobListUri", json!(blob_uri(job, "incomplete-blob-list.xml")));
    }
    match detail {
        Detail::Whole => {
            let drives = status.drives(job, seed);
            if !drives.is_empty() {
                put("driveList", drives_json(job, status, &drives));
            }
        }
        Detail::Listed => {}
    }
    put("provisioningState", json!("Succeeded"));
    Value::Object(map)
}

/// The parcel that takes the drives back to the customer, sent at that moment.
fn return_package_json(job: &Job, status: &Status, at: SimTime, seed: u64) -> Value {
    let drives = status.course.drives.iter();
    let returned = drives.filter(|drive| drive.returned.is_some_and(|at| at <= status.now)).count();
    let carrier = match &job.order.return_shipping {
        Some(shipping) => shipping.carrier_name.as_str(),
        None => job.order.location.return_carriers().first().copied().unwrap_or_default(),
    };
    let number = Dice::new(seed, job.no).throw(20_000) % 10_000_000_000;
    json!({
        "carrierName": carrier,
        "trackingNumber": format!("MOCK{number:010}"),
        "driveCount": returned,
        "shipDate": iso(at),
    })
}

/// Whether an export left something behind: told once drives are being packed, whatever comes after.
fn lacks_blobs(job: &Job, status: &Status) -> bool {
    let packed = status.course.past(status.now).any(|moment| moment.what == Happening::PackagingStarted);
    packed && matches!(job.order.kind, JobKind::Export(_)) && status.percent_complete() != Some(100)
}

fn drives_json(job: &Job, status: &Status, drives: &[DriveStatus]) -> Value {
    let listed: &[Drive] = match &job.order.kind {
        JobKind::Import(listed) => listed,
        JobKind::Export(_) => &[],
    };
    // As recorded: nothing of the copy is told before the drives are on their way.
    let under_way = status.state != JobState::Creating;
    let each = drives.iter().enumerate().map(|(n, drive)| {
        let order = listed.get(n);
        let logged = drive.copy_status.is_some();
        let uri = |suffix: &str| json!(blob_uri(job, &format!("{}-{suffix}", encoded(&drive.id, PART))));
        let manifest = order.is_some() && job.order.backup_drive_manifest && logged;
        object([
            ("driveId", Some(json!(drive.id))),
            ("manifestFile", order.map(|order| json!(order.manifest_file.as_str()))),
            ("manifestHash", order.map(|order| json!(order.manifest_hash.as_str()))),
            (
                "driveHeaderHash",
                order.and_then(|order| order.drive_header_hash.as_ref()).map(|hash| json!(hash.as_str())),
            ),
            ("state", Some(json!(drive.state.as_str()))),
            ("copyStatus", drive.copy_status.map(CopyStatus::as_str).map(|status| json!(status))),
            ("percentComplete", under_way.then(|| json!(drive.percent_complete))),
            ("bytesSucceeded", under_way.then(|| json!(drive.bytes_succeeded))),
            ("errorLogUri", logged.then(|| uri("error.log"))),
            (
                "verboseLogUri",
                (logged && job.order.log_level == LogLevel::Verbose).then(|| uri("verbose.log")),
            ),
            ("manifestUri", manifest.then(|| uri("manifest.xml"))),
        ])
    });
    Value::Array(each.collect())
}

/// Where the service puts a file of this job: under `diagnosticsPath` in the storage account. The
/// host is of a domain that never exists (RFC 2606), for nothing here leads out of the page.
fn blob_uri(job: &Job, file: &str) -> String {
    format!(
        "https://{}.blob.core.windows.example/{}/{}/{file}",
        encoded(job.order.storage_account.account(), PART),
        encoded(job.order.diagnostics_path.as_str(), PATH),
        job.id.name
    )
}
