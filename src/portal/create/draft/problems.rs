//! Problems: what is wrong with a form, at the place where it can be mended.

use serde_json::Value;

use crate::api::message::Response;
use crate::api::wire::parse_order;
use crate::domain::job::{JobType, Tags};
use crate::domain::text::{Invalid, lower};
use crate::service::sorted::sort_by;

use super::body::lines;
use super::{DrivePart, Field, WizardForm, WizardStep, body, job_id};

/// Where something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemPlace {
    /// A field of one text.
    Field(Field),
    /// A part of a drive, counted from 0.
    Drive(usize, DrivePart),
    /// The list of drives as a whole.
    Drives,
    /// The name of a tag, counted from 0.
    TagName(usize),
    /// The value of a tag, counted from 0.
    TagValue(usize),
    /// The tags as a whole.
    Tags,
}

impl ProblemPlace {
    /// The step that it is on.
    pub fn step(self) -> WizardStep {
        match self {
            ProblemPlace::Field(field) => field.step(),
            ProblemPlace::Drive(..) | ProblemPlace::Drives => WizardStep::Details,
            ProblemPlace::TagName(_) | ProblemPlace::TagValue(_) | ProblemPlace::Tags => WizardStep::Tags,
        }
    }

    /// The id of the element that is to be mended.
    pub fn id(self) -> String {
        match self {
            ProblemPlace::Field(field) => field.id().to_owned(),
            ProblemPlace::Drive(n, part) => format!("drive-{n}-{}", part.target()),
            ProblemPlace::Drives => "drives-files".to_owned(),
            ProblemPlace::TagName(n) => format!("tag-{n}-name"),
            ProblemPlace::TagValue(n) => format!("tag-{n}-value"),
            ProblemPlace::Tags => "tags-add".to_owned(),
        }
    }

    /// The place that the API means, by what it calls it.
    pub fn of_target(target: &str) -> Option<ProblemPlace> {
        if let Some(field) = Field::ALL
            .into_iter()
            .filter(|field| !field.target().is_empty())
            .find(|field| target.split('[').next() == Some(field.target()))
        {
            return Some(ProblemPlace::Field(field));
        }
        let drives = "properties.driveList";
        if let Some(rest) = target.strip_prefix(drives) {
            let (index, part) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).unzip();
            let index: Option<usize> = index.and_then(|index| index.parse().ok());
            let part = part.and_then(|part| part.strip_prefix('.'));
            let part = DrivePart::ALL.into_iter().find(|known| Some(known.target()) == part);
            return Some(
                index.zip(part).map_or(ProblemPlace::Drives, |(n, part)| ProblemPlace::Drive(n, part)),
            );
        }
        match target {
            "properties.export.blobList" | "properties.export" => Some(ProblemPlace::Field(Field::Paths)),
            _ if target == "tags" || target.starts_with("tags.") => Some(ProblemPlace::Tags),
            _ => None,
        }
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: ProblemPlace,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// What the API's own validators find.
    Invalid(Invalid),
    /// The same, in a line (from 1) of a field of many lines.
    Line(usize, Invalid),
    /// Neither a blob nor a prefix is named, and either would do.
    PathOrPrefix,
    /// What the API answered, in its words.
    Said(String),
}

/// All that is wrong with the form, in the order of the wizard.
pub fn problems(form: &WizardForm) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut note = |place, wrong| found.push(Problem { place, wrong });
    for (field, why) in job_id(form).err().unwrap_or_default() {
        note(ProblemPlace::Field(field), Wrong::Invalid(why));
    }
    tag_problems(form, &mut note);
    for error in parse_order(&body(form), None).err().unwrap_or_default() {
        match ProblemPlace::of_target(&error.target) {
            // Told already, by row: an object of tags cannot hold a name twice.
            Some(ProblemPlace::Tags | ProblemPlace::TagName(_) | ProblemPlace::TagValue(_)) => {}
            Some(place @ ProblemPlace::Field(Field::Paths)) if error.problem == Invalid::Missing => {
                note(place, Wrong::PathOrPrefix);
            }
            Some(place @ ProblemPlace::Field(field)) => {
                note(place, in_line(form, field, &error.target, error.problem));
            }
            Some(place) => note(place, Wrong::Invalid(error.problem)),
            // A field that the form does not have cannot be wrong.
            None => {}
        }
    }
    let place = |problem: &Problem| (problem.place.step(), order(form, problem.place));
    sort_by(&mut found, |one, other| place(one).cmp(&place(other)));
    found
}

/// Of a field of many lines, the line that an index such as `blobPath[3]` means.
fn in_line(form: &WizardForm, field: Field, target: &str, why: Invalid) -> Wrong {
    let index = target.rsplit_once('[').and_then(|(_, index)| index.strip_suffix(']')?.parse().ok());
    let line = index.and_then(|index: usize| lines(form.text(field)).nth(index));
    match line {
        Some((line, _)) => Wrong::Line(line, why),
        None => Wrong::Invalid(why),
    }
}

/// Where a place comes within its step.
fn order(form: &WizardForm, place: ProblemPlace) -> (usize, usize) {
    match place {
        // Region and storage account come before the drives, the advanced fields after them.
        ProblemPlace::Field(field @ (Field::Logs | Field::KeyUrl | Field::Vault)) => (200, field as usize),
        ProblemPlace::Field(field) => (0, field as usize),
        ProblemPlace::Drives => (99, 0),
        ProblemPlace::Drive(n, part) => (100 + n.min(form.drives.len()), part as usize),
        ProblemPlace::TagName(n) => (n, 0),
        ProblemPlace::TagValue(n) => (n, 1),
        ProblemPlace::Tags => (usize::MAX, 0),
    }
}

fn tag_problems(form: &WizardForm, note: &mut impl FnMut(ProblemPlace, Wrong)) {
    let rows = || form.tags.iter().map(|(name, value)| (name.trim(), value.trim())).enumerate();
    let rows = || rows().filter(|(_, (name, value))| !name.is_empty() || !value.is_empty());
    for (n, (name, value)) in rows() {
        let wrong = match Tags::parse([(name, "")]) {
            Err((_, why)) => Some((ProblemPlace::TagName(n), why)),
            Ok(_) => Tags::parse([("name", value)]).err().map(|(_, why)| (ProblemPlace::TagValue(n), why)),
        };
        let same = |(m, (other, _)): (usize, (&str, &str))| m < n && lower(other) == lower(name);
        if let Some((place, why)) = wrong {
            note(place, Wrong::Invalid(why));
        } else if rows().any(same) {
            note(ProblemPlace::TagName(n), Wrong::Invalid(Invalid::Duplicate));
        }
    }
    if rows().count() > Tags::MAX {
        note(ProblemPlace::Tags, Wrong::Invalid(Invalid::OutOfRange { min: 0, max: Tags::MAX as i64 }));
    }
}

/// What the API has against the request, at the fields it names, and what concerns none of them.
pub fn answer_problems(response: &Response) -> (Vec<Problem>, Option<String>) {
    let error = serde_json::from_str::<Value>(&response.body).unwrap_or_default();
    let error = error.get("error").unwrap_or(&Value::Null);
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let message = text(error, "message").unwrap_or_else(|| response.status.to_string());
    // A job of this name that may not be replaced: the name is what can be mended.
    if response.status == 409 {
        return (
            vec![Problem { place: ProblemPlace::Field(Field::Name), wrong: Wrong::Said(message) }],
            None,
        );
    }
    let details = error.get("details").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    for detail in details {
        let place = text(detail, "target").as_deref().and_then(ProblemPlace::of_target);
        match (place, text(detail, "message")) {
            (Some(place), Some(said)) => found.push(Problem { place, wrong: Wrong::Said(said) }),
            (Some(_) | None, Some(_) | None) => return (found, Some(message)),
        }
    }
    if found.is_empty() { (found, Some(message)) } else { (found, None) }
}

impl WizardForm {
    /// Whether the form, as it is now, shows this field at all.
    pub fn shows(&self, field: Field) -> bool {
        let export = self.kind == JobType::Export;
        match field {
            Field::Paths | Field::Prefixes => export && self.source == super::ExportSource::Chosen,
            Field::ListFile => export && self.source == super::ExportSource::ListFile,
            Field::KeyUrl | Field::Vault => self.own_key,
            Field::Subscription
            | Field::Group
            | Field::Name
            | Field::Location
            | Field::Storage
            | Field::Logs
            | Field::Carrier
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
            | Field::Tracking => true,
        }
    }
}
