//! Orders for tests: as little as a job needs.

use std::sync::Arc;

use import_export_portal::domain::drive::Drive;
use import_export_portal::domain::job::{
    DiagnosticsPath, Encryption, JobKind, LogLevel, Order, Selection, StorageAccountId, Tags,
};
use import_export_portal::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use import_export_portal::domain::place::Location;
use import_export_portal::domain::shipping::{DeliveryPackage, Email, ReturnAddress, StatedCount};
use import_export_portal::domain::text::Text;

pub const SUBSCRIPTION: &str = "00000000-0000-4000-8000-00000000cafe";

pub fn id(name: &str) -> JobId {
    JobId {
        subscription: SubscriptionId::parse(SUBSCRIPTION).unwrap(),
        group: GroupName::parse("lab").unwrap(),
        name: JobName::parse(name).unwrap(),
    }
}

pub fn drive(id: &str) -> Drive {
    Drive {
        id: Text::parse(id).unwrap(),
        bit_locker_key: Text::parse("000011-000022").unwrap(),
        manifest_file: Text::parse("\\DriveManifest.xml").unwrap(),
        manifest_hash: Text::parse("00FF").unwrap(),
        drive_header_hash: None,
    }
}

pub fn address(street: &str) -> Arc<ReturnAddress> {
    Arc::new(ReturnAddress {
        recipient_name: Text::parse("Mail Room").unwrap(),
        street_address1: Text::parse(street).unwrap(),
        street_address2: None,
        city: Text::parse("Sampleton").unwrap(),
        state_or_province: None,
        postal_code: Text::parse("00100").unwrap(),
        country_or_region: Text::parse("USA").unwrap(),
        phone: Text::parse("000").unwrap(),
        email: Email::parse("lab@example.com").unwrap(),
    })
}

pub fn parcel(tracking: &str, drives: i64) -> Arc<DeliveryPackage> {
    Arc::new(DeliveryPackage {
        carrier_name: Text::parse("FedEx").unwrap(),
        tracking_number: Text::parse(tracking).unwrap(),
        drive_count: Some(StatedCount::parse(drives).unwrap()),
        ship_date: None,
    })
}

pub fn order(kind: JobKind) -> Order {
    Order {
        location: Location::parse("westus").unwrap(),
        tags: Tags::default(),
        kind,
        storage_account: StorageAccountId::parse(&format!(
            "/subscriptions/{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/lab"
        ))
        .unwrap(),
        return_address: None,
        return_shipping: None,
        delivery_package: None,
        diagnostics_path: DiagnosticsPath::default(),
        log_level: LogLevel::Error,
        backup_drive_manifest: false,
        encryption: Encryption::MicrosoftManaged,
    }
}

pub fn import(drives: &[&str]) -> Order {
    order(JobKind::Import(drives.iter().map(|id| drive(id)).collect()))
}

pub fn export() -> Order {
    let prefixes = vec![Text::parse("/").unwrap()];
    order(JobKind::Export(Selection::Blobs { paths: Vec::new(), prefixes }))
}
