//! Conformance: what of Microsoft.ImportExport's contract works here, which test shows it, and where it comes from.

mod entry;
mod properties;
mod requests;

pub use entry::{Aspect, Entry, Note, Source, Verdict};

/// Every entry of the contract, in the order of [`Aspect::ALL`].
pub fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    for aspect in Aspect::ALL {
        for row in requests::ROWS.iter().chain(properties::ROWS).filter(|row| row.aspect == aspect) {
            all.extend(row.names.iter().map(|name| Entry {
                aspect,
                name: format!("{}{name}", row.under),
                sources: row.sources,
                verdict: row.verdict,
                test: row.test,
            }));
        }
    }
    all
}
