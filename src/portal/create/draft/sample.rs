//! Samples: made-up values for whoever wants a job and not a form; nothing of it is real.

use crate::domain::job::JobType;
use crate::domain::name::JobId;
use crate::domain::sample;
use crate::domain::shipping::DriveCount;
use crate::portal::create::journal_file::DriveEntry;

use super::{DrivePart, Field, WizardForm, WizardStep, job_id};

/// What the field of one text is filled with; nothing where another field decides.
fn of_field(field: Field) -> &'static str {
    match field {
        Field::Subscription => "00000000-0000-4000-8000-000000000001",
        Field::Group => "rg-training",
        Field::Location => "West Europe",
        Field::Storage => "trainingstore",
        Field::Prefixes => "photos/\nscans/2024",
        Field::ListFile => "lists/blobs.xml",
        Field::KeyUrl => "https://vault.example/keys/training",
        Field::Vault => {
            "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-training/providers/Microsoft.KeyVault/vaults/training"
        }
        Field::Account => sample::ACCOUNT,
        Field::Recipient => sample::RECIPIENT,
        Field::Street1 => sample::STREET,
        Field::City => sample::CITY,
        Field::Postal => sample::POSTAL_CODE,
        Field::Country => sample::COUNTRY,
        Field::Phone => sample::PHONE,
        Field::Email => sample::EMAIL,
        Field::Name
        | Field::Paths
        | Field::Logs
        | Field::Carrier
        | Field::Street2
        | Field::Province
        | Field::Inbound
        | Field::Tracking => "",
    }
}

impl WizardForm {
    /// Fills in with samples what is empty on `step` and on the steps after it; what is there stays. `taken` says
    /// whether a job of this name is there. Gives back how many values were filled in.
    pub fn fill(&mut self, step: WizardStep, taken: impl Fn(&JobId) -> bool) -> usize {
        let before = self.clone();
        // The summary has no fields of its own: what is missing anywhere is filled in.
        let from = if step == WizardStep::Review { WizardStep::Basics } else { step };
        for field in Field::ALL.into_iter().filter(|field| field.step() >= from) {
            let needed = self.shows(field) && self.text(field).trim().is_empty();
            let text = of_field(field);
            if needed && !text.is_empty() {
                self.set(field, text.to_owned());
            }
        }
        if from <= WizardStep::Basics && self.text(Field::Name).trim().is_empty() {
            self.name_freely(taken);
        }
        if from <= WizardStep::Details && self.kind == JobType::Import {
            self.fill_drives();
        }
        if from <= WizardStep::Return && self.text(Field::Carrier).is_empty() {
            let carrier = self.carriers().first().copied().unwrap_or_default();
            self.set(Field::Carrier, carrier.to_owned());
        }
        if from <= WizardStep::Tags
            && self.tags.iter().all(|(name, value)| name.is_empty() && value.is_empty())
        {
            self.tags = vec![("purpose".to_owned(), "training".to_owned())];
        }
        self.differences(&before)
    }

    /// Fills in the return address where it has nothing.
    pub fn fill_address(&mut self) {
        for field in Field::ADDRESS {
            if self.text(field).trim().is_empty() {
                self.set(field, of_field(field).to_owned());
            }
        }
    }

    /// The first name for a job that nobody has taken.
    fn name_freely(&mut self, taken: impl Fn(&JobId) -> bool) {
        let kind = match self.kind {
            JobType::Import => "import",
            JobType::Export => "export",
        };
        for n in 1..1_000 {
            self.set(Field::Name, format!("training-{kind}-{n}"));
            if job_id(self).is_ok_and(|id| !taken(&id)) {
                return;
            }
        }
    }

    fn fill_drives(&mut self) {
        if self.drives.is_empty() {
            self.drives.push(DriveEntry::default());
        }
        for n in 0..self.drives.len() {
            let sample = self.sample_drive();
            let Some(drive) = self.drives.get_mut(n) else { continue };
            for part in DrivePart::ALL {
                if part.of(drive).trim().is_empty() {
                    *part.of_mut(drive) = part.of(&sample).to_owned();
                }
            }
        }
    }

    /// A drive that the form does not have yet.
    pub fn sample_drive(&self) -> DriveEntry {
        let named =
            |n: usize| self.drives.iter().any(|drive| drive.id.trim().eq_ignore_ascii_case(&serial(n)));
        let free = (1..=DriveCount::MAX as usize + 1).find(|n| !named(*n)).unwrap_or(1);
        drive(free)
    }

    /// Adds a drive, in the place of a row that is empty if there is one; where.
    pub fn add_sample_drive(&mut self) -> usize {
        let drive = self.sample_drive();
        match self.drives.iter().position(|row| *row == DriveEntry::default()) {
            Some(n) => {
                self.drives[n] = drive;
                n
            }
            None => {
                self.drives.push(drive);
                self.drives.len() - 1
            }
        }
    }

    fn differences(&self, before: &WizardForm) -> usize {
        let texts = Field::ALL.into_iter().filter(|field| self.text(*field) != before.text(*field)).count();
        let part = |form: &WizardForm, n: usize, part: DrivePart| {
            form.drives.get(n).map(|drive| part.of(drive).to_owned()).unwrap_or_default()
        };
        let parts = (0..self.drives.len()).flat_map(|n| DrivePart::ALL.map(|part| (n, part)));
        let parts = parts.filter(|(n, which)| part(self, *n, *which) != part(before, *n, *which)).count();
        texts + parts + usize::from(self.tags != before.tags)
    }
}

fn serial(n: usize) -> String {
    format!("SAMPLE-{n:03}")
}

fn drive(n: usize) -> DriveEntry {
    // A recovery password is eight groups of six digits, each a multiple of 11.
    let groups: Vec<String> =
        (1..=8).map(|at| format!("{:06}", (10_000 + 1_000 * n % 50_000 + 137 * at) * 11)).collect();
    DriveEntry {
        id: serial(n),
        key: groups.join("-"),
        manifest: "\\DriveManifest.xml".to_owned(),
        hash: format!("{:032X}", 0x0123_4567_89AB_CDEF_0011_2233_4455_6600_u128 + n as u128),
        header: String::new(),
    }
}

/// A journal as the drive preparation tool writes it, of a made-up drive.
pub fn journal() -> String {
    let DriveEntry { id, key, manifest, hash, .. } = drive(101);
    format!(
        "[BeginUpdateRecord][2026/02/01 08:00:00.000][Type:NewJournalFile]\r\n\
         VocabularyVersion: 2013-02-01\r\n\
         [EndUpdateRecord]\r\n\
         [BeginUpdateRecord][2026/02/01 08:00:01.000][Type:ActivityRecord]\r\n\
         ActivityId: DriveInfo\r\n\
         DriveState: [BeginValue]\r\n\
         <?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n\
         <Drive>\r\n   <DriveId>{id}</DriveId>\r\n   <BitLockerKey>{key}</BitLockerKey>\r\n   \
         <ManifestFile>{manifest}</ManifestFile>\r\n   <ManifestHash>{hash}</ManifestHash>\r\n</Drive>\r\n\
         [EndValue]\r\n\
         SaveCommandOutput: Completed\r\n\
         [EndUpdateRecord]\r\n"
    )
}

/// The name of that file.
pub const JOURNAL_FILE: &str = "sample-drive.jrn";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::create::draft::{ExportSource, problems, remarks};
    use crate::portal::create::journal_file;

    #[test]
    fn a_form_filled_with_samples_is_an_order_in_every_shape() {
        for (kind, source) in [
            (JobType::Import, ExportSource::Everything),
            (JobType::Export, ExportSource::Everything),
            (JobType::Export, ExportSource::Chosen),
            (JobType::Export, ExportSource::ListFile),
        ] {
            let mut form = WizardForm { kind, source, own_key: true, ..WizardForm::default() };
            assert!(form.fill(WizardStep::Basics, |_| false) > 10);
            assert_eq!((problems(&form), remarks(&form)), (vec![], vec![]), "{kind:?} {source:?}");
            assert_eq!(form.fill(WizardStep::Basics, |_| false), 0, "nothing is empty any more");
        }
    }

    #[test]
    fn what_was_typed_stays_and_earlier_steps_are_left_alone() {
        let mut form = WizardForm::default();
        form.set(Field::Group, "mine".to_owned());
        form.set(Field::Name, "my-job".to_owned());
        form.set(Field::Email, "me@example.com".to_owned());
        form.drives[0].key = "1".to_owned();
        form.fill(WizardStep::Details, |_| false);
        assert_eq!(form.text(Field::Subscription), "", "that is on an earlier step");
        form.fill(WizardStep::Review, |_| false);
        let kept = [Field::Group, Field::Name, Field::Email].map(|field| form.text(field).to_owned());
        assert_eq!(
            (kept, form.drives[0].key.as_str()),
            (["mine".into(), "my-job".into(), "me@example.com".into()], "1")
        );
        assert_eq!(problems(&form), []);
    }

    #[test]
    fn a_sample_name_is_one_that_nobody_has() {
        let mut form = WizardForm::default();
        form.fill(WizardStep::Basics, |id| id.name.as_str() != "training-import-3");
        assert_eq!(form.text(Field::Name), "training-import-3");
    }

    #[test]
    fn sample_drives_differ_and_take_empty_rows() {
        let mut form = WizardForm::default();
        let places: Vec<usize> = (0..10).map(|_| form.add_sample_drive()).collect();
        assert_eq!(places, (0..10).collect::<Vec<_>>());
        let mut ids: Vec<&str> = form.drives.iter().map(|drive| drive.id.as_str()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 10);
    }

    #[test]
    fn the_sample_journal_is_read_as_any_other() {
        let found = journal_file::read(journal().as_bytes()).expect("it is a journal");
        let mut form = WizardForm::default();
        form.fill(WizardStep::Basics, |_| false);
        assert_eq!(form.add_drives(found), []);
        assert_eq!((form.drives.len(), problems(&form), remarks(&form)), (2, vec![], vec![]));
    }
}
