//! Remarks: what looks wrong to people who know the formats, although the service takes it.

use crate::domain::job::JobType;

use super::body::lines;
use super::{DrivePart, Field, ProblemPlace, WizardForm};

/// What looks wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The name of a storage account has 3–24 lower-case letters and digits.
    StorageAccount,
    /// A BitLocker key has eight groups of six digits.
    BitLockerKey,
    /// A manifest's hash has 32 hexadecimal digits.
    Hash,
    /// A blob's path begins with its container: `container/blob`; the line from 1.
    BlobPath(usize),
    /// A prefix begins with a container and a slash; the line from 1.
    Prefix(usize),
    /// A telephone number has digits, and beside them little else.
    Phone,
    /// A postal code has letters, digits, spaces and hyphens.
    PostalCode,
}

/// What there is to remark on the form, at the place where it can be changed; an empty field is nobody's business.
pub fn remarks(form: &WizardForm) -> Vec<(ProblemPlace, Remark)> {
    let mut found = Vec::new();
    let mut check = |field: Field, remark: Remark, fits: fn(&str) -> bool| {
        let text = form.text(field).trim();
        if !text.is_empty() && !fits(text) {
            found.push((ProblemPlace::Field(field), remark));
        }
    };
    check(Field::Storage, Remark::StorageAccount, |text| {
        is_account(text.rsplit('/').next().unwrap_or_default())
    });
    check(Field::Phone, Remark::Phone, is_phone);
    check(Field::Postal, Remark::PostalCode, is_postal_code);
    if form.shows(Field::ListFile) {
        check(Field::ListFile, Remark::BlobPath(1), is_blob_path);
    }
    for (field, remark, fits) in [
        (Field::Paths, Remark::BlobPath as fn(usize) -> Remark, is_blob_path as fn(&str) -> bool),
        (Field::Prefixes, Remark::Prefix, is_prefix),
    ] {
        if form.shows(field)
            && let Some((line, _)) = lines(form.text(field)).find(|(_, text)| !fits(text))
        {
            found.push((ProblemPlace::Field(field), remark(line)));
        }
    }
    if form.kind == JobType::Import {
        for (n, drive) in form.drives.iter().enumerate() {
            for (part, remark, fits) in [
                (DrivePart::Key, Remark::BitLockerKey, is_key as fn(&str) -> bool),
                (DrivePart::Hash, Remark::Hash, is_hash),
            ] {
                let text = part.of(drive).trim();
                if !text.is_empty() && !fits(text) {
                    found.push((ProblemPlace::Drive(n, part), remark));
                }
            }
        }
    }
    found
}

fn is_account(name: &str) -> bool {
    (3..=24).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

fn is_key(key: &str) -> bool {
    let group = |group: &str| group.len() == 6 && group.bytes().all(|b| b.is_ascii_digit());
    key.split('-').count() == 8 && key.split('-').all(group)
}

fn is_hash(hash: &str) -> bool {
    hash.len() == 32 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

fn is_container(name: &str) -> bool {
    let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let plain = (3..=63).contains(&name.len()) && name.bytes().all(inside) && !name.contains("--");
    // These hold websites and blobs without a container of their own.
    plain && !name.starts_with('-') && !name.ends_with('-') || ["$root", "$web"].contains(&name)
}

fn is_blob_path(path: &str) -> bool {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').is_some_and(|(container, blob)| is_container(container) && !blob.is_empty())
}

fn is_prefix(prefix: &str) -> bool {
    let prefix = prefix.strip_prefix('/').unwrap_or(prefix);
    prefix.is_empty() || prefix.split_once('/').is_some_and(|(container, _)| is_container(container))
}

fn is_phone(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    digits >= 5 && number.chars().all(|c| c.is_ascii_digit() || " +-().x/".contains(c))
}

fn is_postal_code(code: &str) -> bool {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == ' ' || c == '-';
    (3..=10).contains(&code.len()) && code.chars().all(inside) && code.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::create::draft::{ExportSource, problems};
    use crate::portal::create::journal_file::DriveEntry;

    #[test]
    fn formats_that_people_get_wrong_are_remarked_on() {
        for (fits, good, bad) in [
            (
                is_account as fn(&str) -> bool,
                &["abc", "store2026"] as &[&str],
                &["ab", "Store", "my-store", "a23456789012345678901234x"] as &[&str],
            ),
            (
                is_key,
                &["111111-222222-333333-444444-555555-666666-777777-888888"],
                &[
                    "1-2",
                    "111111-222222-333333-444444-555555-666666-777777",
                    "111111-222222-333333-444444-555555-666666-777777-88888x",
                ],
            ),
            (is_hash, &["0123456789abcdefABCDEF0123456789"], &["0123", "0123456789abcdefABCDEF012345678z"]),
            (
                is_blob_path,
                &["photos/a.jpg", "/photos/2024/a.jpg", "$root/a"],
                &["photos", "photos/", "Photos/a", "ph/a", "a--b/c", "-ab/c"],
            ),
            (is_prefix, &["/", "photos/", "/legal-hold/", "photos/2024"], &["photos", "PHOTOS/"]),
            (is_phone, &["+31 20 000 0000", "(555) 0100-1", "12345"], &["none", "1234", "+1 five"]),
            (is_postal_code, &["1000 AA", "00100", "TE0 0ST"], &["x", "Amsterdam", "12345678901", "12_34"]),
        ] {
            for text in good {
                assert!(fits(text), "{text}");
            }
            for text in bad {
                assert!(!fits(text), "{text}");
            }
        }
    }

    #[test]
    fn the_service_takes_what_is_only_remarked_on() {
        let mut form = WizardForm::default();
        for (field, text) in [
            (Field::Subscription, "00000000-0000-4000-8000-00000000cafe"),
            (Field::Group, "rg-lab"),
            (Field::Name, "job-1"),
            (Field::Location, "West Europe"),
            (Field::Storage, "Lab-Store"),
        ] {
            form.set(field, text.to_owned());
        }
        let drive = |text: &str| text.to_owned();
        form.drives = vec![DriveEntry {
            id: drive("D"),
            key: drive("1"),
            manifest: drive("m"),
            hash: drive("h"),
            header: drive(""),
        }];
        assert_eq!(problems(&form), []);
        assert_eq!(
            remarks(&form),
            [
                (ProblemPlace::Field(Field::Storage), Remark::StorageAccount),
                (ProblemPlace::Drive(0, DrivePart::Key), Remark::BitLockerKey),
                (ProblemPlace::Drive(0, DrivePart::Hash), Remark::Hash),
            ]
        );
        form.set(Field::Storage, "labstore".to_owned());
        form.kind = JobType::Export;
        form.source = ExportSource::Chosen;
        form.set(Field::Paths, "\nphotos/a\nphotos".to_owned());
        assert_eq!(problems(&form), []);
        assert_eq!(remarks(&form), [(ProblemPlace::Field(Field::Paths), Remark::BlobPath(3))]);
    }

    #[test]
    fn an_empty_form_is_not_remarked_on() {
        assert_eq!(remarks(&WizardForm::default()), []);
    }
}
