//! Fields: what is filled in for a job, one text each, and the parts of a drive.

use crate::portal::create::journal_file::DriveEntry;

use super::WizardStep;

/// A field of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The subscription's id.
    Subscription,
    /// The resource group.
    Group,
    /// The job's name.
    Name,
    /// The region.
    Location,
    /// The storage account, by name or by resource id.
    Storage,
    /// Paths of single blobs, one a line.
    Paths,
    /// Prefixes of blob paths, one a line.
    Prefixes,
    /// The path of a file that lists blobs.
    ListFile,
    /// The container that logs are written under.
    Logs,
    /// The URL of the customer's key.
    KeyUrl,
    /// The resource id of the key's vault.
    Vault,
    /// Who brings the drives back.
    Carrier,
    /// The customer's account there.
    Account,
    /// Who takes the drives.
    Recipient,
    /// The street.
    Street1,
    /// What else the street needs.
    Street2,
    /// The city.
    City,
    /// The state or province.
    Province,
    /// The postal code.
    Postal,
    /// The country or region.
    Country,
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
    /// Who brings the drives to the data centre.
    Inbound,
    /// The number that this carrier tracks the parcel by.
    Tracking,
}

impl Field {
    /// Every field, in the order of the wizard.
    pub const ALL: [Field; 24] = [
        Field::Subscription,
        Field::Group,
        Field::Name,
        Field::Location,
        Field::Storage,
        Field::Paths,
        Field::Prefixes,
        Field::ListFile,
        Field::Logs,
        Field::KeyUrl,
        Field::Vault,
        Field::Carrier,
        Field::Account,
        Field::Recipient,
        Field::Street1,
        Field::Street2,
        Field::City,
        Field::Province,
        Field::Postal,
        Field::Country,
        Field::Phone,
        Field::Email,
        Field::Inbound,
        Field::Tracking,
    ];

    /// The parcel to the data centre; the API wants both of these or none.
    pub const PARCEL: [Field; 2] = [Field::Inbound, Field::Tracking];

    /// The carrier that brings the drives back; the API wants all of these or none.
    pub const SHIPPING: [Field; 2] = [Field::Carrier, Field::Account];

    /// The lines of the return address.
    pub const ADDRESS: [Field; 9] = [
        Field::Recipient,
        Field::Street1,
        Field::Street2,
        Field::City,
        Field::Province,
        Field::Postal,
        Field::Country,
        Field::Phone,
        Field::Email,
    ];

    /// The step that it is on.
    pub fn step(self) -> WizardStep {
        match self {
            Field::Subscription | Field::Group | Field::Name => WizardStep::Basics,
            Field::Location
            | Field::Storage
            | Field::Paths
            | Field::Prefixes
            | Field::ListFile
            | Field::Logs
            | Field::KeyUrl
            | Field::Vault => WizardStep::Details,
            Field::Carrier
            | Field::Account
            | Field::Recipient
            | Field::Street1
            | Field::Street2
            | Field::City
            | Field::Province
            | Field::Postal
            | Field::Country
            | Field::Phone
            | Field::Email
            | Field::Inbound
            | Field::Tracking => WizardStep::Return,
        }
    }

    /// Whether it has several values, one a line.
    pub fn is_list(self) -> bool {
        matches!(self, Field::Paths | Field::Prefixes)
    }

    /// Its id in the page, and its name in a saved draft.
    pub fn id(self) -> &'static str {
        match self {
            Field::Subscription => "subscription",
            Field::Group => "group",
            Field::Name => "job-name",
            Field::Location => "region",
            Field::Storage => "storage",
            Field::Paths => "paths",
            Field::Prefixes => "prefixes",
            Field::ListFile => "list-file",
            Field::Logs => "logs",
            Field::KeyUrl => "key-url",
            Field::Vault => "vault",
            Field::Carrier => "carrier",
            Field::Account => "account",
            Field::Recipient => "recipient",
            Field::Street1 => "street-1",
            Field::Street2 => "street-2",
            Field::City => "city",
            Field::Province => "province",
            Field::Postal => "postal",
            Field::Country => "country",
            Field::Phone => "phone",
            Field::Email => "email",
            Field::Inbound => "inbound-carrier",
            Field::Tracking => "tracking",
        }
    }

    /// What the API calls it in its errors; empty for what is in no body.
    pub fn target(self) -> &'static str {
        match self {
            Field::Subscription | Field::Group | Field::Name => "",
            Field::Location => "location",
            Field::Storage => "properties.storageAccountId",
            Field::Paths => "properties.export.blobList.blobPath",
            Field::Prefixes => "properties.export.blobList.blobPathPrefix",
            Field::ListFile => "properties.export.blobListBlobPath",
            Field::Logs => "properties.diagnosticsPath",
            Field::KeyUrl => "properties.encryptionKey.kekUrl",
            Field::Vault => "properties.encryptionKey.kekVaultResourceID",
            Field::Carrier => "properties.returnShipping.carrierName",
            Field::Account => "properties.returnShipping.carrierAccountNumber",
            Field::Recipient => "properties.returnAddress.recipientName",
            Field::Street1 => "properties.returnAddress.streetAddress1",
            Field::Street2 => "properties.returnAddress.streetAddress2",
            Field::City => "properties.returnAddress.city",
            Field::Province => "properties.returnAddress.stateOrProvince",
            Field::Postal => "properties.returnAddress.postalCode",
            Field::Country => "properties.returnAddress.countryOrRegion",
            Field::Phone => "properties.returnAddress.phone",
            Field::Email => "properties.returnAddress.email",
            Field::Inbound => "properties.deliveryPackage.carrierName",
            Field::Tracking => "properties.deliveryPackage.trackingNumber",
        }
    }
}

/// A part of a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DrivePart {
    /// The serial number.
    Id,
    /// The BitLocker key.
    Key,
    /// The manifest's path.
    Manifest,
    /// The manifest's hash.
    Hash,
    /// The drive header's hash.
    Header,
}

impl DrivePart {
    /// Every part, in the order shown.
    pub const ALL: [DrivePart; 5] =
        [DrivePart::Id, DrivePart::Key, DrivePart::Manifest, DrivePart::Hash, DrivePart::Header];

    /// What the API calls it.
    pub fn target(self) -> &'static str {
        match self {
            DrivePart::Id => "driveId",
            DrivePart::Key => "bitLockerKey",
            DrivePart::Manifest => "manifestFile",
            DrivePart::Hash => "manifestHash",
            DrivePart::Header => "driveHeaderHash",
        }
    }

    /// The text of this part.
    pub fn of(self, drive: &DriveEntry) -> &str {
        match self {
            DrivePart::Id => &drive.id,
            DrivePart::Key => &drive.key,
            DrivePart::Manifest => &drive.manifest,
            DrivePart::Hash => &drive.hash,
            DrivePart::Header => &drive.header,
        }
    }

    /// The text of this part, to be changed.
    pub fn of_mut(self, drive: &mut DriveEntry) -> &mut String {
        match self {
            DrivePart::Id => &mut drive.id,
            DrivePart::Key => &mut drive.key,
            DrivePart::Manifest => &mut drive.manifest,
            DrivePart::Hash => &mut drive.hash,
            DrivePart::Header => &mut drive.header,
        }
    }
}
