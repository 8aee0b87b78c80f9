//! The job type: import or export, as the contract spells it.

/// Which way the data goes: the contract's `jobType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum JobType {
    /// From the customer's drives into Azure Storage.
    #[default]
    Import,
    /// From Azure Storage onto the customer's drives.
    Export,
}

impl JobType {
    /// Both.
    pub const ALL: [JobType; 2] = [JobType::Import, JobType::Export];
    /// Their names in the contract.
    pub const NAMES: [&'static str; 2] = [JobType::Import.as_str(), JobType::Export.as_str()];

    /// The name in the contract; never translated.
    pub const fn as_str(self) -> &'static str {
        match self {
            JobType::Import => "Import",
            JobType::Export => "Export",
        }
    }

    /// The one of this name, in any case.
    pub fn parse(name: &str) -> Option<JobType> {
        JobType::ALL.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(name))
    }
}
