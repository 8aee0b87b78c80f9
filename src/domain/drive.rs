//! Drives: what the customer says of a drive, and the states it goes through at the data centre.

use super::text::Text;

/// A drive of an import job as the customer listed it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Drive {
    /// The drive's hardware serial number.
    pub id: DriveId,
    /// The key that unlocks it; shown by `listBitLockerKeys` alone, never in a job.
    pub bit_locker_key: Text<100>,
    /// The manifest's path on the drive.
    pub manifest_file: Text<260>,
    /// The manifest's hash.
    pub manifest_hash: Text<100>,
    /// The drive header's hashes, which name places and lengths too and so are long.
    pub drive_header_hash: Option<Text<1024>>,
}

/// A drive's hardware serial number.
pub type DriveId = Text<64>;

/// The state of a drive (Microsoft.ImportExport swagger).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DriveState {
    /// The customer has listed it.
    Specified,
    /// It is at the data centre.
    Received,
    /// The parcel came without it.
    NeverReceived,
    /// It is being copied.
    Transferring,
    /// Copied.
    Completed,
    /// Done, with something to read in its logs.
    CompletedMoreInfo,
    /// On its way back.
    ShippedBack,
}

impl DriveState {
    /// Every state, in the order of a drive's life.
    pub const ALL: [DriveState; 7] = [
        DriveState::Specified,
        DriveState::Received,
        DriveState::NeverReceived,
        DriveState::Transferring,
        DriveState::Completed,
        DriveState::CompletedMoreInfo,
        DriveState::ShippedBack,
    ];

    /// The name that the REST API uses; never translated.
    pub fn as_str(self) -> &'static str {
        match self {
            DriveState::Specified => "Specified",
            DriveState::Received => "Received",
            DriveState::NeverReceived => "NeverReceived",
            DriveState::Transferring => "Transferring",
            DriveState::Completed => "Completed",
            DriveState::CompletedMoreInfo => "CompletedMoreInfo",
            DriveState::ShippedBack => "ShippedBack",
        }
    }
}

/// How the copy of a drive stands; absent before `Transferring`. The swagger leaves the texts
/// open, these are ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CopyStatus {
    /// Data is being moved.
    Copying,
    /// All of it was moved.
    Completed,
    /// All of it was moved, with remarks in the logs.
    CompletedWithInfo,
    /// Some files could not be moved.
    CompletedWithErrors,
    /// The drive could not be read.
    DriveUnreadable,
    /// The BitLocker key does not unlock the drive.
    BitLockerKeyInvalid,
    /// A cancel request stopped the copy on the way.
    Canceled,
}

impl CopyStatus {
    /// Every status.
    pub const ALL: [CopyStatus; 7] = [
        CopyStatus::Copying,
        CopyStatus::Completed,
        CopyStatus::CompletedWithInfo,
        CopyStatus::CompletedWithErrors,
        CopyStatus::DriveUnreadable,
        CopyStatus::BitLockerKeyInvalid,
        CopyStatus::Canceled,
    ];

    /// The text that the REST API uses; never translated.
    pub fn as_str(self) -> &'static str {
        match self {
            CopyStatus::Copying => "Copying",
            CopyStatus::Completed => "Completed",
            CopyStatus::CompletedWithInfo => "CompletedWithInfo",
            CopyStatus::CompletedWithErrors => "CompletedWithErrors",
            CopyStatus::DriveUnreadable => "DriveUnreadable",
            CopyStatus::BitLockerKeyInvalid => "BitLockerKeyInvalid",
            CopyStatus::Canceled => "Canceled",
        }
    }

    /// Whether the copy of this drive ended with errors, so that the job ends in `Closed`.
    pub fn is_error(self) -> bool {
        match self {
            CopyStatus::CompletedWithErrors
            | CopyStatus::DriveUnreadable
            | CopyStatus::BitLockerKeyInvalid => true,
            CopyStatus::Copying
            | CopyStatus::Completed
            | CopyStatus::CompletedWithInfo
            | CopyStatus::Canceled => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_contract() {
        assert_eq!(
            DriveState::ALL.map(DriveState::as_str),
            [
                "Specified",
                "Received",
                "NeverReceived",
                "Transferring",
                "Completed",
                "CompletedMoreInfo",
                "ShippedBack"
            ]
        );
    }

    #[test]
    fn errors_are_told_from_remarks() {
        for (status, name, error) in [
            (CopyStatus::Copying, "Copying", false),
            (CopyStatus::Completed, "Completed", false),
            (CopyStatus::CompletedWithInfo, "CompletedWithInfo", false),
            (CopyStatus::CompletedWithErrors, "CompletedWithErrors", true),
            (CopyStatus::DriveUnreadable, "DriveUnreadable", true),
            (CopyStatus::BitLockerKeyInvalid, "BitLockerKeyInvalid", true),
            (CopyStatus::Canceled, "Canceled", false),
        ] {
            assert_eq!((status.as_str(), status.is_error()), (name, error));
        }
    }
}
