//! Portable workspaces: one as a JSON text, for a file or a link, and back, however hostile the text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::job::Job;
use crate::service::log::{LogLine, MAX_LINES};
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;

use super::codec::{self, Mark, SCHEMA, SCHEMAS};
use super::entries::{self, Entry, MAIN};
use super::load::{Found, load};
use super::memory::MemoryStore;
use super::sense;
use super::writes;

/// The most bytes of a text that is looked at; ten thousand jobs have a third of it.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// The most bytes that are put into a link.
pub const MOST_LINK_BYTES: usize = 48 * 1024;
/// The most characters of a title.
const MOST_TITLE: usize = 100;
const PRODUCT: &str = "import-export-portal";

/// Why a text is not taken as a workspace. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// It has more bytes than [`MOST_BYTES`].
    TooLarge,
    /// It is not JSON, or nested too deep, or of another form: line and column, both from 1.
    NotJson {
        /// Where reading stopped.
        line: usize,
        /// Where in that line.
        column: usize,
    },
    /// It ends before it is whole.
    CutOff,
    /// It is JSON, but not a workspace of this product.
    NotAWorkspace,
    /// A newer version of the portal wrote it.
    Newer,
    /// This entry cannot be read or breaks a limit.
    Entry(String),
    /// This entry is given twice, or its job has the name of another.
    Duplicate(String),
    /// This entry does not fit the others: it is of the future, or what comes next is there already.
    Unfit(String),
    /// There are more jobs or lines than a workspace may have.
    TooMany,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(borrow)]
    product: Cow<'a, str>,
    schema: u32,
    #[serde(borrow)]
    title: Cow<'a, str>,
    entries: Vec<(String, String)>,
}

/// The whole workspace as a JSON text, without what is kept beside it.
pub fn export(workspace: &Workspace, title: &str) -> String {
    export_with(&workspace.plain(), title)
}

/// The whole workspace as a JSON text, with what is kept beside it, such as its recording.
pub fn export_with(workspace: &Workspace, title: &str) -> String {
    let entries = writes::of_workspace(workspace, title, Mark::default()).collect();
    let file = File { product: PRODUCT.into(), schema: SCHEMA, title: title.into(), entries };
    // Strings and numbers cannot fail.
    serde_json::to_string(&file).unwrap_or_default()
}

/// The workspace that [`export`] wrote, and its title.
///
/// # Errors
/// [`NotImported`], never a panic, whatever the text.
pub fn import(text: &str) -> Result<(Workspace, String), NotImported> {
    if text.len() > MOST_BYTES {
        return Err(NotImported::TooLarge);
    }
    let file: File<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => NotImported::NotAWorkspace,
        serde_json::error::Category::Eof => NotImported::CutOff,
        serde_json::error::Category::Io | serde_json::error::Category::Syntax => {
            NotImported::NotJson { line: error.line(), column: error.column() }
        }
    })?;
    if file.product != PRODUCT {
        return Err(NotImported::NotAWorkspace);
    }
    if file.schema > SCHEMA {
        return Err(NotImported::Newer);
    }
    if !SCHEMAS.contains(&file.schema) {
        return Err(NotImported::NotAWorkspace);
    }
    let mut all = BTreeMap::new();
    let (mut jobs, mut lines) = (0, 0);
    for (key, value) in file.entries {
        match Entry::parse(&key) {
            Some(Entry::Job(_)) => jobs += 1,
            Some(Entry::Line(_)) => lines += 1,
            Some(Entry::Head | Entry::Origin | Entry::Beside(_)) => {}
            Some(Entry::Wal | Entry::Turn) | None => return Err(NotImported::Entry(short(&key))),
        }
        if jobs > Scenario::MAX_LOAD_JOBS || lines > MAX_LINES {
            return Err(NotImported::TooMany);
        }
        if all.insert([&entries::prefix(MAIN), key.as_str()].concat(), value).is_some() {
            return Err(NotImported::Duplicate(key));
        }
    }
    let workspace = read(MemoryStore::with(all))?;
    let title = file.title.chars().filter(|c| !c.is_control()).take(MOST_TITLE).collect();
    Ok((workspace, title))
}

fn read(store: MemoryStore) -> Result<Workspace, NotImported> {
    let kept = match load(&store, MAIN) {
        Ok(Found::Kept(kept)) => *kept,
        Ok(Found::Newer(_)) => return Err(NotImported::Newer),
        // A store in memory is never blocked.
        Ok(Found::Nothing) | Err(_) => return Err(NotImported::NotAWorkspace),
    };
    let inner = |key: &str| short(entries::split(key).map_or(key, |(_, inner)| inner));
    if let Some(broken) = kept.broken.first() {
        return Err(NotImported::Entry(inner(&broken.key)));
    }
    if let Some(stale) = kept.stale().first() {
        return Err(NotImported::Duplicate(inner(stale)));
    }
    // As it was given: the workspace counts on from the greatest numbers there are.
    let text = store.entries().remove(&[entries::prefix(MAIN), Entry::Head.key()].concat());
    let head = text.and_then(|text| codec::head(&text).ok());
    let Some((head, _)) = head else { return Err(NotImported::Entry(Entry::Head.key())) };
    let jobs: Vec<&Job> = kept.workspace.records().map(|record| &*record.job).collect();
    let lines: Vec<&LogLine> = kept.workspace.log().collect();
    match sense::unfit(&head, &jobs, &lines) {
        Some(entry) => Err(NotImported::Unfit(entry.key())),
        None => Ok(kept.workspace),
    }
}

/// As much of a stranger's key as one wants to read.
fn short(key: &str) -> String {
    key.chars().take(60).collect()
}
