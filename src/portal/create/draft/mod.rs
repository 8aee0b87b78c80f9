//! Drafts: a job as somebody is typing it, before it is an order; what is wrong with it is what
//! the API would find wrong with the request.

mod body;
mod problems;
mod saved;
#[cfg(test)]
mod tests;

use crate::domain::place::Location;
use crate::domain::shipping::DriveCount;

use super::journal_file::DriveEntry;

pub use body::{body, job_id, storage_account};
pub use problems::{Place, Problem, Wrong, answer_problems, problems};
pub use saved::{parse, save};

/// A step of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Subscription, group, name, direction.
    Basics,
    /// Region, storage account, drives or blobs.
    Details,
    /// Carrier and address.
    Return,
    /// Tags.
    Tags,
    /// Everything at a glance, and Create.
    Review,
}

impl Step {
    /// Every step, in the order shown.
    pub const ALL: [Step; 5] = [Step::Basics, Step::Details, Step::Return, Step::Tags, Step::Review];

    /// Its part of ids in the page.
    pub fn slug(self) -> &'static str {
        match self {
            Step::Basics => "basics",
            Step::Details => "details",
            Step::Return => "return",
            Step::Tags => "tags",
            Step::Review => "review",
        }
    }

    /// The step that is `by` steps on, if there is one.
    pub fn moved(self, by: isize) -> Option<Step> {
        let at = Step::ALL.iter().position(|step| *step == self)?;
        Step::ALL.get(at.checked_add_signed(by)?).copied()
    }
}

/// The direction of the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// Drives into Azure Storage.
    #[default]
    Import,
    /// Azure Storage onto drives.
    Export,
}

/// What an export takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Source {
    /// All blobs of the account.
    #[default]
    Everything,
    /// Blobs by path and by prefix.
    Chosen,
    /// What a file in the account lists.
    ListFile,
}

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
}

impl Field {
    /// Every field, in the order of the wizard.
    pub const ALL: [Field; 22] = [
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
    ];

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
    pub fn step(self) -> Step {
        match self {
            Field::Subscription | Field::Group | Field::Name => Step::Basics,
            Field::Location
            | Field::Storage
            | Field::Paths
            | Field::Prefixes
            | Field::ListFile
            | Field::Logs
            | Field::KeyUrl
            | Field::Vault => Step::Details,
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
            | Field::Email => Step::Return,
        }
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

/// A job as it stands in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    texts: [String; Field::ALL.len()],
    /// Import or export.
    pub kind: Kind,
    /// The drives of an import.
    pub drives: Vec<DriveEntry>,
    /// What an export takes.
    pub source: Source,
    /// Whether every blob is logged, not only errors.
    pub verbose: bool,
    /// Whether manifests are copied to the storage account.
    pub backup: bool,
    /// Whether the customer manages the key.
    pub own_key: bool,
    /// Names and values of tags; a row without either is none.
    pub tags: Vec<(String, String)>,
}

impl Default for Form {
    fn default() -> Self {
        let mut form = Form {
            texts: Default::default(),
            kind: Kind::default(),
            drives: vec![DriveEntry::default()],
            source: Source::default(),
            verbose: false,
            backup: false,
            own_key: false,
            tags: vec![Default::default()],
        };
        form.set(Field::Logs, crate::domain::job::DiagnosticsPath::USUAL.to_owned());
        form
    }
}

impl Form {
    /// The text of a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(field as usize).map_or("", String::as_str)
    }

    /// Fills in a field.
    pub fn set(&mut self, field: Field, text: String) {
        if let Some(slot) = self.texts.get_mut(field as usize) {
            *slot = text;
        }
        // The carriers that bring drives back depend on the region.
        if field == Field::Location {
            let carriers = self.carriers();
            if !carriers.iter().any(|name| *name == self.text(Field::Carrier)) {
                self.set(Field::Carrier, String::new());
            }
        }
    }

    /// The carriers that bring drives back from the chosen region.
    pub fn carriers(&self) -> &'static [&'static str] {
        Location::parse(self.text(Field::Location)).map_or(&[], Location::return_carriers)
    }

    /// Puts drives from files in, in place of rows that are empty and of drives of the same id;
    /// the drives that found no room are given back.
    pub fn add_drives(&mut self, found: Vec<DriveEntry>) -> Vec<DriveEntry> {
        let most = DriveCount::MAX as usize;
        let mut left = Vec::new();
        for drive in found {
            let id = drive.id.to_ascii_lowercase();
            let same = self.drives.iter().position(|row| row.id.trim().to_ascii_lowercase() == id);
            let place = same.or_else(|| self.drives.iter().position(|row| *row == DriveEntry::default()));
            if let Some(row) = place.and_then(|at| self.drives.get_mut(at)) {
                *row = drive;
            } else if self.drives.len() < most {
                self.drives.push(drive);
            } else {
                left.push(drive);
            }
        }
        left
    }
}
