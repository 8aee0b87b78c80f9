//! Saved drafts: a form and the step it was left at as text, so that they survive a reload.

use serde_json::{Map, Value, json};

use crate::domain::job::JobType;
use crate::portal::create::journal_file::DriveEntry;

use super::{DrivePart, ExportSource, Field, WizardForm, WizardStep};

/// The most drives and tags that a saved draft may bring back.
const MOST_ROWS: usize = 100;

/// The form, left at `step`, as text.
pub fn save(form: &WizardForm, step: WizardStep) -> String {
    let texts: Map<String, Value> = Field::ALL
        .into_iter()
        .filter(|field| !form.text(*field).is_empty())
        .map(|field| (field.id().to_owned(), json!(form.text(field))))
        .collect();
    let drives: Vec<[&str; 5]> =
        form.drives.iter().map(|drive| DrivePart::ALL.map(|part| part.of(drive))).collect();
    json!({
        "v": 1,
        "step": step.slug(),
        "texts": texts,
        "export": form.kind == JobType::Export,
        "source": form.source as u8,
        "drives": drives,
        "tags": form.tags,
        "verbose": form.verbose,
        "backup": form.backup,
        "ownKey": form.own_key,
    })
    .to_string()
}

/// The form and the step that `text` holds, if it is one that [`save`] wrote; a part of another shape is
/// left as in an empty form.
pub fn parse(text: &str) -> Option<(WizardForm, WizardStep)> {
    let saved: Value = serde_json::from_str(text).ok()?;
    if saved.get("v") != Some(&json!(1)) {
        return None;
    }
    let mut form = WizardForm::default();
    let texts = saved.get("texts")?.as_object()?;
    for field in Field::ALL {
        let text = texts.get(field.id()).and_then(Value::as_str).unwrap_or_default();
        form.set(field, text.to_owned());
    }
    let flag = |name: &str| saved.get(name) == Some(&Value::Bool(true));
    form.kind = if flag("export") { JobType::Export } else { JobType::Import };
    let sources = [ExportSource::Everything, ExportSource::Chosen, ExportSource::ListFile];
    form.source = sources
        .into_iter()
        .find(|source| saved.get("source") == Some(&json!(*source as u8)))
        .unwrap_or_default();
    form.verbose = flag("verbose");
    form.backup = flag("backup");
    form.own_key = flag("ownKey");
    if let Some(rows) = rows(&saved, "drives") {
        form.drives = rows
            .map(|row| {
                let mut drive = DriveEntry::default();
                for (part, text) in DrivePart::ALL.into_iter().zip(row) {
                    *part.of_mut(&mut drive) = text.as_str().unwrap_or_default().to_owned();
                }
                drive
            })
            .collect();
    }
    if let Some(rows) = rows(&saved, "tags") {
        let text =
            |row: &[Value], n: usize| row.get(n).and_then(Value::as_str).unwrap_or_default().to_owned();
        form.tags = rows.map(|row| (text(row, 0), text(row, 1))).collect();
    }
    let step = WizardStep::ALL.into_iter().find(|step| saved.get("step") == Some(&json!(step.slug())));
    Some((form, step.unwrap_or(WizardStep::Basics)))
}

fn rows<'a>(saved: &'a Value, name: &str) -> Option<impl Iterator<Item = &'a [Value]>> {
    let rows = saved.get(name)?.as_array()?;
    Some(rows.iter().take(MOST_ROWS).filter_map(|row| row.as_array().map(Vec::as_slice)))
}
