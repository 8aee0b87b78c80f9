//! Words: what the places of the form are called and what is said about them.

use crate::api::explain;
use crate::domain::fault::Fault;
use crate::phrases::Sentence;
use crate::phrases::{Language, Messages};
use crate::portal::text::format;

use super::draft::{DrivePart, Field, ProblemPlace, Remark, WizardStep, Wrong};
use super::journal_file::{self, BrokenFile, FileProblem};
use super::wizard;

/// The name of a step.
pub fn step(step: WizardStep, messages: &Messages) -> Sentence {
    match step {
        WizardStep::Basics => messages.create_step_basics(),
        WizardStep::Details => messages.create_step_details(),
        WizardStep::Return => messages.create_step_return(),
        WizardStep::Tags => messages.create_step_tags(),
        WizardStep::Review => messages.create_step_review(),
    }
}

/// What a field is called.
pub fn field(field: Field, messages: &Messages) -> Sentence {
    match field {
        Field::Subscription => messages.create_subscription(),
        Field::Group => messages.create_group(),
        Field::Name => messages.create_name(),
        Field::Location => messages.create_region(),
        Field::Storage => messages.create_storage(),
        Field::Paths => messages.create_paths(),
        Field::Prefixes => messages.create_prefixes(),
        Field::ListFile => messages.create_list_path(),
        Field::Logs => messages.create_logs(),
        Field::KeyUrl => messages.create_key_url(),
        Field::Vault => messages.create_vault(),
        Field::Carrier => messages.create_return_carrier(),
        Field::Account => messages.track_return_account(),
        Field::Recipient => messages.track_recipient(),
        Field::Street1 => messages.track_street_1(),
        Field::Street2 => messages.track_street_2(),
        Field::City => messages.track_city(),
        Field::Province => messages.track_region(),
        Field::Postal => messages.track_postal_code(),
        Field::Country => messages.track_country(),
        Field::Phone => messages.track_phone(),
        Field::Email => messages.track_email(),
        Field::Inbound => messages.create_inbound(),
        Field::Tracking => messages.track_number(),
    }
}

/// What a part of a drive is called.
pub fn part(part: DrivePart, messages: &Messages) -> Sentence {
    match part {
        DrivePart::Id => messages.create_drive_id(),
        DrivePart::Key => messages.create_drive_key(),
        DrivePart::Manifest => messages.create_drive_manifest(),
        DrivePart::Hash => messages.create_drive_hash(),
        DrivePart::Header => messages.create_drive_header(),
    }
}

/// What a place is called where its surroundings are not seen.
pub fn place(place: ProblemPlace, messages: &Messages) -> String {
    let of = |group: Sentence, part: Sentence| messages.list_comma(group.to_string(), part.to_string());
    let no = |n: usize| (n + 1).to_string();
    match place {
        ProblemPlace::Field(field) => self::field(field, messages),
        ProblemPlace::Drive(n, part) => of(messages.create_drive_no(no(n)), self::part(part, messages)),
        ProblemPlace::Drives => messages.create_drives(),
        ProblemPlace::TagName(n) => of(messages.create_tag_no(no(n)), messages.create_tag_name()),
        ProblemPlace::TagValue(n) => of(messages.create_tag_no(no(n)), messages.create_tag_value()),
        ProblemPlace::Tags => messages.create_step_tags(),
    }
    .to_string()
}

/// What is wrong, in a sentence.
pub fn fault(fault: &wizard::WizardFault, messages: &Messages) -> String {
    match fault {
        wizard::WizardFault::Value(Wrong::Invalid(why)) => explain::invalid(why, messages),
        wizard::WizardFault::Value(Wrong::Line(line, why)) => {
            messages.create_wrong_line(line.to_string(), explain::invalid(why, messages)).to_string()
        }
        wizard::WizardFault::Value(Wrong::PathOrPrefix) => messages.create_path_or_prefix(),
        wizard::WizardFault::Value(Wrong::Said(text)) => text.clone(),
        wizard::WizardFault::Taken => messages.create_name_taken().to_string(),
    }
}

/// What looks wrong, in a sentence.
pub fn remark(remark: Remark, messages: &Messages) -> String {
    match remark {
        Remark::StorageAccount => messages.remark_storage(),
        Remark::BitLockerKey => messages.remark_key(),
        Remark::Hash => messages.remark_hash(),
        Remark::BlobPath(line) => messages.remark_path(line.to_string()),
        Remark::Prefix(line) => messages.remark_prefix(line.to_string()),
        Remark::Phone => messages.remark_phone(),
        Remark::PostalCode => messages.remark_postal(),
    }
}

/// What a simulated fault comes to, in a line.
pub fn simulated(fault: Fault, messages: &Messages) -> String {
    match fault {
        Fault::BitLocker => messages.fault_bitlocker(),
        Fault::Unreadable => messages.fault_unreadable(),
        Fault::Copy => messages.fault_copy(),
        Fault::Info => messages.fault_info(),
        Fault::Late => messages.fault_late(),
        Fault::Missing => messages.fault_missing(),
        Fault::Lost => messages.fault_lost(),
        Fault::Extra => messages.fault_extra(),
        Fault::Address => messages.fault_address(),
    }
}

/// What is wrong with a file and where, in a sentence.
pub fn broken(broken: &BrokenFile, language: Language) -> String {
    let messages: Messages = language.phrases();
    let problem = match broken.why {
        FileProblem::TooLarge => {
            messages.journal_too_large(format::number(language, journal_file::MOST_BYTES / 1_000))
        }
        FileProblem::NotText => messages.journal_not_text(),
        FileProblem::Empty => messages.journal_empty(),
        FileProblem::DocumentType => messages.journal_document_type(),
        FileProblem::TooMuch => messages.journal_too_much(),
        FileProblem::CutOff => messages.journal_cut_off(),
        FileProblem::Syntax => messages.journal_syntax(),
        FileProblem::Manifest => messages.journal_manifest(),
        FileProblem::NoDrive => messages.journal_no_drive(),
        FileProblem::Missing(element) => messages.journal_missing(element),
        FileProblem::Twice(element) => messages.journal_twice(element),
    };
    match broken.line {
        Some(line) => messages.journal_at_line(line.to_string(), problem.to_string()).to_string(),
        None => problem.to_string(),
    }
}
