//! Drafts: a job as somebody is typing it, before it is an order; what is wrong with it is what
//! the API would find wrong with the request.

mod body;
mod field;
mod known;
mod problems;
mod remarks;
mod sample;
mod saved;
mod simulate;
#[cfg(test)]
mod tests;

use crate::domain::job::JobType;
use crate::domain::place::Location;
use crate::domain::shipping::DriveCount;

use super::journal_file::DriveEntry;

pub use body::{body, job_id, storage_account};
pub use field::{DrivePart, Field};
pub use known::{Choice, KnownChoices};
pub use problems::{Problem, ProblemPlace, Wrong, answer_problems, problems};
pub use remarks::{Remark, remarks};
pub use sample::{JOURNAL_FILE, journal};
pub use saved::{parse, save};
pub use simulate::{home, simulate, simulated};

/// A step of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WizardStep {
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

impl WizardStep {
    /// Every step, in the order shown.
    pub const ALL: [WizardStep; 5] =
        [WizardStep::Basics, WizardStep::Details, WizardStep::Return, WizardStep::Tags, WizardStep::Review];

    /// Its part of ids in the page.
    pub fn slug(self) -> &'static str {
        match self {
            WizardStep::Basics => "basics",
            WizardStep::Details => "details",
            WizardStep::Return => "return",
            WizardStep::Tags => "tags",
            WizardStep::Review => "review",
        }
    }

    /// The step that is `by` steps on, if there is one.
    pub fn moved(self, by: isize) -> Option<WizardStep> {
        let at = WizardStep::ALL.iter().position(|step| *step == self)?;
        WizardStep::ALL.get(at.checked_add_signed(by)?).copied()
    }
}

/// What an export takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ExportSource {
    /// All blobs of the account.
    #[default]
    Everything,
    /// Blobs by path and by prefix.
    Chosen,
    /// What a file in the account lists.
    ListFile,
}

/// A job as it stands in the form.
#[derive(Clone, Debug, PartialEq)]
pub struct WizardForm {
    texts: [String; Field::ALL.len()],
    /// Import or export.
    pub kind: JobType,
    /// The drives of an import.
    pub drives: Vec<DriveEntry>,
    /// What an export takes.
    pub source: ExportSource,
    /// Whether every blob is logged, not only errors.
    pub verbose: bool,
    /// Whether manifests are copied to the storage account.
    pub backup: bool,
    /// Whether the customer manages the key.
    pub own_key: bool,
    /// Names and values of tags; a row without either is none.
    pub tags: Vec<(String, String)>,
}

impl Default for WizardForm {
    fn default() -> Self {
        let mut form = WizardForm {
            texts: Default::default(),
            kind: JobType::default(),
            drives: vec![DriveEntry::default()],
            source: ExportSource::default(),
            verbose: false,
            backup: false,
            own_key: false,
            tags: vec![Default::default()],
        };
        form.set(Field::Logs, crate::domain::job::DiagnosticsPath::USUAL.to_owned());
        form
    }
}

impl WizardForm {
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
