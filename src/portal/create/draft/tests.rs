//! Tests of drafts: what they ask for, what is wrong with them, and how they are kept.

use serde_json::json;

use crate::api::message::Response;
use crate::api::wire::parse_order;
use crate::domain::text::{Invalid, TextForm};

use super::*;

const SUBSCRIPTION: &str = "00000000-0000-4000-8000-00000000cafe";

fn drive(id: &str) -> DriveEntry {
    DriveEntry {
        id: id.into(),
        key: "1-2".into(),
        manifest: "\\m.xml".into(),
        hash: "AB".into(),
        header: "".into(),
    }
}

fn whole() -> WizardForm {
    let mut form = WizardForm::default();
    for (field, text) in [
        (Field::Subscription, SUBSCRIPTION),
        (Field::Group, "rg-lab"),
        (Field::Name, "job-1"),
        (Field::Location, "West Europe"),
        (Field::Storage, "labstore"),
    ] {
        form.set(field, text.to_owned());
    }
    form.drives = vec![drive("D1"), drive("D2")];
    form
}

fn wrong(form: &WizardForm) -> Vec<(String, Wrong)> {
    problems(form).into_iter().map(|problem| (problem.place.id(), problem.wrong)).collect()
}

fn invalid(place: &str, why: Invalid) -> (String, Wrong) {
    (place.to_owned(), Wrong::Invalid(why))
}

#[test]
fn a_whole_form_is_an_order() {
    let mut form = whole();
    assert_eq!(wrong(&form), []);
    assert_eq!(body(&form)["properties"]["driveList"][1]["driveId"], json!("D2"));
    assert_eq!(
        storage_account(&form),
        format!(
            "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-lab/providers/Microsoft.Storage/storageAccounts/labstore"
        )
    );
    form.set(Field::Storage, storage_account(&form).replace("rg-lab", "rg-data"));
    assert!(storage_account(&form).contains("rg-data"));
    form.kind = JobType::Export;
    for (source, field, text) in [
        (ExportSource::Everything, Field::Paths, ""),
        (ExportSource::Chosen, Field::Paths, "\n photos/a.jpg \n\n"),
        (ExportSource::Chosen, Field::Prefixes, "photos/2024"),
        (ExportSource::ListFile, Field::ListFile, "lists/blobs.xml"),
    ] {
        form.source = source;
        form.set(field, text.to_owned());
        assert_eq!(wrong(&form), [], "{source:?}");
    }
}

#[test]
fn an_empty_form_says_what_it_needs() {
    let needed: Vec<String> = wrong(&WizardForm::default()).into_iter().map(|(place, _)| place).collect();
    assert_eq!(
        needed,
        [
            "subscription",
            "group",
            "job-name",
            "region",
            "storage",
            "drive-0-driveId",
            "drive-0-bitLockerKey",
            "drive-0-manifestFile",
            "drive-0-manifestHash"
        ]
    );
}

#[test]
fn what_is_wrong_is_told_at_its_field() {
    let mut form = whole();
    form.set(Field::Name, "a b".to_owned());
    form.set(Field::Email, "nobody".to_owned());
    form.set(Field::Tracking, "1Z-0001".to_owned());
    form.drives.push(DriveEntry { key: String::new(), ..drive("D3") });
    form.drives.push(drive("d1"));
    form.tags = vec![
        ("a".into(), "".into()),
        ("".into(), "x".into()),
        ("A".into(), "y".repeat(300)),
        ("a".into(), "".into()),
    ];
    form.own_key = true;
    let found = wrong(&form);
    for expected in [
        invalid("job-name", Invalid::Malformed(TextForm::JobName)),
        invalid("drive-3-driveId", Invalid::Duplicate),
        invalid("drive-2-bitLockerKey", Invalid::Missing),
        invalid("key-url", Invalid::Missing),
        invalid("vault", Invalid::Missing),
        invalid("recipient", Invalid::Missing),
        invalid("email", Invalid::Malformed(TextForm::Email)),
        invalid("inbound-carrier", Invalid::Missing),
        invalid("tag-1-name", Invalid::Missing),
        invalid("tag-2-value", Invalid::TooLong { max: 256 }),
        invalid("tag-3-name", Invalid::Duplicate),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    form.drives.clear();
    assert!(wrong(&form).contains(&invalid("drives-files", Invalid::OutOfRange { min: 1, max: 10 })));
    form.tags = (0..51).map(|n| (n.to_string(), String::new())).collect();
    assert!(wrong(&form).contains(&invalid("tags-add", Invalid::OutOfRange { min: 0, max: 50 })));
}

#[test]
fn a_wrong_line_is_named() {
    let mut form = whole();
    form.kind = JobType::Export;
    form.source = ExportSource::Chosen;
    assert_eq!(wrong(&form), [("paths".to_owned(), Wrong::PathOrPrefix)]);
    form.set(Field::Paths, format!("a\n\n{}", "b".repeat(1025)));
    assert_eq!(wrong(&form), [("paths".to_owned(), Wrong::Line(3, Invalid::TooLong { max: 1024 }))]);
}

#[test]
fn every_field_in_a_body_is_found_by_its_target() {
    for field in Field::ALL.into_iter().filter(|field| !field.target().is_empty()) {
        assert_eq!(ProblemPlace::of_target(field.target()), Some(ProblemPlace::Field(field)));
    }
    let target = "properties.driveList[7].manifestHash";
    assert_eq!(ProblemPlace::of_target(target), Some(ProblemPlace::Drive(7, DrivePart::Hash)));
    assert_eq!(ProblemPlace::of_target("properties.driveList"), Some(ProblemPlace::Drives));
    assert_eq!(ProblemPlace::of_target("tags.x"), Some(ProblemPlace::Tags));
    for unknown in ["", "body", "properties.jobType", "properties.storageAccountIdx"] {
        assert_eq!(ProblemPlace::of_target(unknown), None, "{unknown}");
    }
    // Whatever the API finds wrong with a form can be told at a place of the form.
    for error in parse_order(&body(&WizardForm::default()), None).unwrap_err() {
        assert!(ProblemPlace::of_target(&error.target).is_some(), "{}", error.target);
    }
}

#[test]
fn answers_are_told_at_the_fields_they_name() {
    let answer = |status, body: serde_json::Value| {
        answer_problems(&Response { status, headers: Vec::new(), body: body.to_string() })
    };
    let said =
        |field, text: &str| Problem { place: ProblemPlace::Field(field), wrong: Wrong::Said(text.into()) };
    let refused = answer(409, json!({"error": {"code": "JobStateConflict", "message": "In Shipping."}}));
    assert_eq!(refused, (vec![said(Field::Name, "In Shipping.")], None));
    let detail = json!({"code": "x", "target": "location", "message": "No."});
    let named = answer(400, json!({"error": {"message": "Wrong.", "details": [detail]}}));
    assert_eq!(named, (vec![said(Field::Location, "No.")], None));
    let unnamed = json!({"code": "x", "target": "other", "message": "No."});
    let other = answer(400, json!({"error": {"message": "Wrong.", "details": [unnamed]}}));
    assert_eq!(other, (vec![], Some("Wrong.".to_owned())));
    assert_eq!(answer(500, json!("?")), (vec![], Some("500".to_owned())));
}

#[test]
fn a_saved_draft_comes_back_as_it_was() {
    let mut form = whole();
    form.kind = JobType::Export;
    form.source = ExportSource::ListFile;
    form.own_key = true;
    form.verbose = true;
    form.tags = vec![("<b>".into(), "\u{1f}ç\"".into())];
    form.set(Field::Logs, String::new());
    form.set(Field::Carrier, "FedEx".to_owned());
    for step in WizardStep::ALL {
        assert_eq!(parse(&save(&form, step)), Some((form.clone(), step)));
    }
    let empty = (WizardForm::default(), WizardStep::Basics);
    assert_eq!(parse(&save(&empty.0, empty.1)), Some(empty));
}

#[test]
fn what_is_no_draft_is_told_apart() {
    for text in
        ["", "null", "{}", "[1]", "{\"v\":2,\"texts\":{}}", "{\"v\":1}", "{\"v\":1,\"texts\":[]}", "{\"v\":1"]
    {
        assert_eq!(parse(text), None, "{text}");
    }
    let odd = r#"{"v":1,"texts":{"group":7,"__proto__":"x"},"drives":[1,["a",2]],"tags":"x","source":9}"#;
    let (form, step) = parse(odd).unwrap();
    assert_eq!(step, WizardStep::Basics, "drafts of earlier versions name no step");
    assert_eq!(form.drives, [DriveEntry { id: "a".into(), ..DriveEntry::default() }]);
    assert_eq!((form.text(Field::Group), form.tags.len(), form.source), ("", 1, ExportSource::Everything));
}

#[test]
fn drives_from_files_take_empty_rows_and_no_more_than_ten() {
    let mut form = WizardForm::default();
    assert_eq!(form.add_drives(vec![drive("A"), drive("B")]), []);
    assert_eq!(form.drives, [drive("A"), drive("B")]);
    let again = DriveEntry { key: "9".into(), ..drive("a") };
    assert_eq!(form.add_drives(vec![again.clone()]), []);
    assert_eq!(form.drives, [again, drive("B")]);
    let more: Vec<DriveEntry> = (0..9).map(|n| drive(&format!("N{n}"))).collect();
    assert_eq!(form.add_drives(more), [drive("N8")]);
    assert_eq!(form.drives.len(), 10);
}

#[test]
fn a_carrier_of_another_region_is_forgotten() {
    let mut form = whole();
    form.set(Field::Carrier, "FedEx".to_owned());
    form.set(Field::Location, "East US".to_owned());
    assert_eq!(form.text(Field::Carrier), "FedEx");
    form.set(Field::Location, "Japan East".to_owned());
    assert_eq!((form.text(Field::Carrier), form.carriers()), ("", ["DHL"].as_slice()));
}

#[test]
fn steps_go_on_and_back() {
    assert_eq!(WizardStep::Basics.moved(1), Some(WizardStep::Details));
    assert_eq!(WizardStep::Basics.moved(-1), None);
    assert_eq!(WizardStep::Review.moved(1), None);
    assert_eq!(WizardStep::Review.moved(-1), Some(WizardStep::Tags));
}
