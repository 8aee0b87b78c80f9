//! Reading: the files that were dropped, one after the other and in slices, so that the page answers in between.

use js_sys::{Date, Promise};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::lessons::class::collection::{Collection, NotCollected, read};
use crate::lessons::submission::{MOST_BYTES, NotASubmission};
use crate::phrases::Messages;
use crate::portal::learn::upload::{self, Unread};
use crate::portal::ui::first_paint::soon;

/// Milliseconds of work after which the page may answer.
const SLICE: f64 = 24.0;

/// Why a file, or a part of it, is not in the table.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRefusal {
    /// For a reason that the file itself gives.
    File(NotCollected),
    /// The browser cannot read it, in its own words.
    Unreadable(String),
}

impl FileRefusal {
    /// The reason as a sentence.
    pub fn sentence(&self, m: &Messages) -> String {
        match self {
            FileRefusal::File(why) => why.sentence(m),
            FileRefusal::Unreadable(words) => m.class_refused_unreadable(words.as_str()),
        }
    }
}

/// The files in a list, which is the browser's own and empties when its field does.
pub fn files_in(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|no| list.get(no)).collect()).unwrap_or_default()
}

/// Work that is done in slices.
pub struct Slices {
    begun: f64,
}

impl Slices {
    /// The first slice begins now.
    pub fn begin() -> Slices {
        Slices { begun: Date::now() }
    }

    /// Lets the page answer, if the slice is used up; true if it was.
    pub async fn breathe(&mut self) -> bool {
        if Date::now() - self.begun < SLICE {
            return false;
        }
        let turn = Promise::new(&mut |done, _| {
            soon(move || {
                // Nothing can be wrong with a call that takes no values.
                let _ = done.call0(&wasm_bindgen::JsValue::UNDEFINED);
            });
        });
        let _ = JsFuture::from(turn).await;
        self.begun = Date::now();
        true
    }
}

/// Puts all submissions of a file into the collection; what is refused, once for each reason.
pub async fn take(
    file: &File,
    collection: StoredValue<Option<Collection>>,
    slices: &mut Slices,
) -> Vec<FileRefusal> {
    let text = match upload::text(file, MOST_BYTES).await {
        Ok(text) => text,
        Err(Unread::TooLarge(_)) => {
            return vec![FileRefusal::File(NotCollected::File(NotASubmission::TooLarge))];
        }
        Err(Unread::Unreadable(words)) => return vec![FileRefusal::Unreadable(words)],
    };
    let submissions = match read(&text) {
        Ok(submissions) => submissions,
        Err(why) => return vec![FileRefusal::File(why)],
    };
    let mut refused = Vec::new();
    for submission in submissions {
        let taken = collection.try_update_value(|all| all.as_mut().map(|all| all.take(submission)));
        if let Some(Some(Err(why))) = taken {
            refused.push(FileRefusal::File(why));
        }
        slices.breathe().await;
    }
    refused
}
