//! The users: what the people at the tabs ask for, and what they have been told became of it.

use std::collections::BTreeMap;

use import_export_portal::api::calls;
use import_export_portal::journal::travel::Journey;
use import_export_portal::service::log::Actor;
use import_export_portal::sync::NotCarriedOut;
use import_export_portal::sync::message::{Asked, Replied, SentCall};
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::orders::{SUBSCRIPTION, id};

/// What somebody has asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    Create(String),
    Delete(String),
    Rename,
    Hours(u16),
    Reset,
    Record(bool),
    Undo,
}

/// What somebody has been told of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Nothing,
    Done,
    Refused,
    /// Nobody knows.
    Unknown,
}

/// A wish and what came of it.
#[derive(Debug)]
pub struct Asking {
    pub wish: Wish,
    pub tab: usize,
    pub told: Told,
    /// Whether it may be undone by what happened to the browser, through nobody's fault.
    pub excused: bool,
    /// How many hours had passed for sure when it was asked for, and with it: a jump goes on from those before it that
    /// were answered.
    pub hours: u64,
    /// The jobs that were there for sure when it was asked for.
    pub before: Vec<String>,
}

/// All wishes, by their tickets.
#[derive(Default)]
pub struct Users {
    pub all: BTreeMap<u64, Asking>,
    body: Option<Value>,
}

impl Users {
    /// Somebody wants something.
    pub fn wish(&mut self, dice: &mut Dice, ticket: u64, tab: usize, calm: bool) -> Asked {
        let created: Vec<String> = self
            .all
            .values()
            .filter(|asking| asking.told == Told::Done && !asking.excused)
            .filter_map(|asking| match &asking.wish {
                Wish::Create(name) => Some(name.clone()),
                Wish::Delete(_)
                | Wish::Rename
                | Wish::Hours(_)
                | Wish::Reset
                | Wish::Record(_)
                | Wish::Undo => None,
            })
            .filter(|name| !self.all.values().any(|other| other.wish == Wish::Delete(name.clone())))
            .collect();
        let kind = dice.below(if calm { 85 } else { 110 });
        let wish = match kind {
            0..=44 => Wish::Create(format!("job-{ticket}")),
            45..=74 if !created.is_empty() => {
                Wish::Delete(created[dice.below(created.len() as u64) as usize].clone())
            }
            45..=74 => Wish::Create(format!("job-{ticket}")),
            75..=84 => Wish::Rename,
            85..=94 => Wish::Hours(dice.between(1, 30) as u16),
            95..=99 => Wish::Reset,
            100..=103 => Wish::Undo,
            _ => Wish::Record(dice.happens(700)),
        };
        let body = self.body.get_or_insert_with(export);
        let call = |request| Asked::Call(SentCall::of(&request, Actor::Rest));
        let asked = match &wish {
            Wish::Create(name) => call(calls::put(&id(name), body)),
            Wish::Delete(name) => call(calls::delete(&id(name))),
            Wish::Rename => Asked::Speed([1_000, 60_000, 3_600_000][dice.below(3) as usize]),
            Wish::Hours(hours) => Asked::Hours(*hours),
            Wish::Reset => Asked::Reset("Empty".to_owned(), 1, None),
            Wish::Record(on) => Asked::Travel(Journey::Record(*on), "en".to_owned()),
            Wish::Undo => Asked::Undo,
        };
        let hours = self.hours_passed()
            + match wish {
                Wish::Hours(hours) => u64::from(hours),
                Wish::Create(_)
                | Wish::Delete(_)
                | Wish::Rename
                | Wish::Reset
                | Wish::Record(_)
                | Wish::Undo => 0,
            };
        self.all.insert(
            ticket,
            Asking { wish, tab, told: Told::Nothing, excused: false, hours, before: created },
        );
        asked
    }

    /// How many hours have passed at least, as people were told.
    pub fn hours_passed(&self) -> u64 {
        let kept = self.all.values().filter(|asking| asking.told == Told::Done && !asking.excused);
        kept.map(|asking| asking.hours).max().unwrap_or_default()
    }

    /// Somebody is told; what is wrong about it.
    pub fn tell(
        &mut self,
        ticket: u64,
        answer: &Result<Replied, NotCarriedOut>,
        keeps: bool,
    ) -> Option<String> {
        let asking = self.all.get_mut(&ticket)?;
        if asking.told == Told::Done || asking.told == Told::Refused {
            return Some(format!("{:?} was answered twice", asking.wish));
        }
        asking.told = match answer {
            Ok(Replied::Response(status, ..)) if *status < 300 => Told::Done,
            Ok(Replied::Done) => Told::Done,
            Ok(Replied::Response(..)) => Told::Refused,
            Ok(_) => return Some(format!("{:?} was answered with {answer:?}", asking.wish)),
            Err(NotCarriedOut::Full | NotCarriedOut::Storage(_) | NotCarriedOut::NoAnswer) => Told::Unknown,
            Err(NotCarriedOut::Outdated | NotCarriedOut::Gone) => Told::Unknown,
        };
        asking.excused |= !keeps;
        match (&asking.wish, answer) {
            // A job of that name is asked for once, so there can be none to be replaced.
            (Wish::Create(name), Ok(Replied::Response(200, ..))) if keeps => {
                Some(format!("{name} was created twice"))
            }
            _ => None,
        }
    }

    /// Nobody is told any more what became of a tab's wishes.
    pub fn leave(&mut self, tab: usize) {
        for asking in self.all.values_mut().filter(|asking| asking.tab == tab) {
            if asking.told == Told::Nothing {
                asking.told = Told::Unknown;
            }
        }
    }
}

/// As little as an export job needs.
pub fn export() -> Value {
    let account = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/labdata"
    );
    json!({
        "location": "westeurope",
        "properties": {
            "storageAccountId": account,
            "jobType": "Export",
            "returnAddress": {
                "recipientName": "Mail Room",
                "streetAddress1": "1 Sample Street",
                "city": "Sampleton",
                "postalCode": "00100",
                "countryOrRegion": "USA",
                "phone": "000",
                "email": "lab@example.com",
            },
            "export": {"blobList": {"blobPathPrefix": ["/"]}},
        },
    })
}
