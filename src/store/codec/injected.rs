//! Injections as they are kept, in jobs and in lines of the activity log.

use serde::{Deserialize, Serialize};

use crate::domain::injection::{DriveFault, Injected, Injection};
use crate::domain::job::History;
use crate::domain::shipping::DriveCount;
use crate::domain::time::SimTime;

use super::Unreadable;

/// What was injected into a job and still counts.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct InjectedRow {
    #[serde(rename = "l", default, skip_serializing_if = "std::ops::Not::not")]
    lost: bool,
    #[serde(rename = "a", default, skip_serializing_if = "std::ops::Not::not")]
    address: bool,
    /// When the job expires, counted from its beginning.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    expires: Option<i64>,
    /// Drives by their places, and their faults by their codes.
    #[serde(rename = "d", default, skip_serializing_if = "Vec::is_empty")]
    drives: Vec<(u8, u8)>,
}

/// What a fault of a drive is kept as. A code is never given to another.
fn fault_code(fault: DriveFault) -> u8 {
    match fault {
        DriveFault::Corrupt => 0,
        DriveFault::Unreadable => 1,
        DriveFault::BitLocker => 2,
    }
}

pub(super) fn row(history: &History) -> Option<InjectedRow> {
    let Injected { lost, address, expires, drives } = &history.injected;
    let row = InjectedRow {
        lost: *lost,
        address: *address,
        expires: expires.map(|at| at.millis() - history.created.millis()),
        drives: drives.iter().map(|(drive, fault)| (*drive, fault_code(*fault))).collect(),
    };
    (!history.injected.is_empty()).then_some(row)
}

pub(super) fn injected(
    row: Option<&InjectedRow>,
    at: impl Fn(i64) -> Result<SimTime, Unreadable>,
) -> Result<Injected, Unreadable> {
    let Some(row) = row else { return Ok(Injected::default()) };
    let mut drives = Vec::with_capacity(row.drives.len());
    for (drive, code) in &row.drives {
        let fault = DriveFault::ALL.into_iter().find(|fault| fault_code(*fault) == *code);
        let fault = fault.ok_or(Unreadable::Shape)?;
        if i64::from(*drive) >= DriveCount::MAX || drives.iter().any(|(known, _)| known == drive) {
            return Err(Unreadable::Shape);
        }
        drives.push((*drive, fault));
    }
    let expires = row.expires.map(at).transpose()?;
    Ok(Injected { lost: row.lost, address: row.address, expires, drives })
}

const WORDS: [(&str, Injection); 3] =
    [("lost", Injection::Lost), ("address", Injection::Address), ("expire", Injection::Expire)];
const DRIVES: [(&str, DriveFault); 3] = [
    ("corrupt", DriveFault::Corrupt),
    ("unreadable", DriveFault::Unreadable),
    ("bitLocker", DriveFault::BitLocker),
];

/// An injection as a line keeps it: a word, and the place of the drive behind it.
pub(super) fn word(injection: Injection) -> String {
    let word = |of: &[(&'static str, DriveFault)], fault| {
        of.iter().find(|(_, known)| *known == fault).map_or("", |(word, _)| *word)
    };
    match injection {
        Injection::Drive(place, fault) => format!("{} {place}", word(&DRIVES, fault)),
        Injection::Lost | Injection::Address | Injection::Expire => {
            WORDS.iter().find(|(_, known)| *known == injection).map_or("", |(word, _)| *word).to_owned()
        }
    }
}

/// What [`word`] wrote.
pub(super) fn parsed(text: &str) -> Option<Injection> {
    match text.split_once(' ') {
        None => WORDS.iter().find(|(word, _)| *word == text).map(|(_, injection)| *injection),
        Some((word, place)) => {
            let (_, fault) = DRIVES.iter().find(|(known, _)| *known == word)?;
            let place: u8 = place.parse().ok()?;
            (i64::from(place) < DriveCount::MAX).then_some(Injection::Drive(place, *fault))
        }
    }
}
