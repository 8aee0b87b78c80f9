//! The desk: what was collected of a class, as its page shows it.

use leptos::prelude::*;
use web_sys::File;

use crate::lessons::class::collection::{Collection, Table};
use crate::portal::learn::files::NotFetched;

use super::reading::{FileRefusal, Slices, take};

/// What is on the page.
#[derive(Clone, Copy)]
pub struct ClassDesk {
    /// What was read; none until the lessons are there.
    pub(super) collection: StoredValue<Option<Collection>>,
    /// The titles of the lessons, in the reader's language.
    pub titles: RwSignal<Vec<String>>,
    /// The texts of each lesson's tasks, in the reader's language.
    pub tasks: RwSignal<Vec<Vec<String>>>,
    /// What each lesson counts.
    pub points: RwSignal<Vec<u32>>,
    /// The table, when something was read.
    pub table: RwSignal<Option<Table>>,
    /// The files that were not taken, with the reasons.
    pub(super) refused: RwSignal<Vec<(String, FileRefusal)>>,
    /// How many files are read, and of how many.
    pub(super) reading: RwSignal<Option<(usize, usize)>>,
    /// How many files were read.
    pub(super) files: RwSignal<usize>,
    /// The learner whose certificate is shown.
    pub certified: RwSignal<Option<String>>,
    /// Why the lessons did not come.
    pub(super) failed: RwSignal<Option<NotFetched>>,
}

impl ClassDesk {
    /// An empty one.
    pub fn new() -> ClassDesk {
        ClassDesk {
            collection: StoredValue::new(None),
            titles: RwSignal::new(Vec::new()),
            tasks: RwSignal::new(Vec::new()),
            points: RwSignal::new(Vec::new()),
            table: RwSignal::new(None),
            refused: RwSignal::new(Vec::new()),
            reading: RwSignal::new(None),
            files: RwSignal::new(0),
            certified: RwSignal::new(None),
            failed: RwSignal::new(None),
        }
    }

    /// Forgets what was read.
    pub fn forget(self) {
        self.table.set(None);
        self.refused.set(Vec::new());
        self.files.set(0);
        self.certified.set(None);
    }

    /// Reads files and replays what is in them.
    pub async fn read(self, files: Vec<File>) {
        let of = files.len();
        let mut slices = Slices::begin();
        self.reading.set(Some((0, of)));
        let mut refused = Vec::new();
        for (n, file) in files.iter().enumerate() {
            let why = take(file, self.collection, &mut slices).await;
            refused.extend(why.into_iter().map(|why| (file.name(), why)));
            if slices.breathe().await && self.reading.try_set(Some((n + 1, of))).is_some() {
                // The page was left.
                return;
            }
        }
        let table = self.collection.try_with_value(|all| all.as_ref().map(Collection::table)).flatten();
        self.refused.try_update(|all| all.extend(refused));
        self.files.try_update(|files| *files += of);
        self.table.try_set(table);
        self.reading.try_set(None);
    }
}
