//! Conformance: what of Microsoft.ImportExport's contract works here, which test shows it, and where it comes from.

mod entry;
mod properties;
mod requests;

pub use entry::{Aspect, ConformanceNote, ConformanceVerdict, ContractEntry, RuleSource};

/// Every entry of the contract, in the order of [`Aspect::ALL`].
pub fn entries() -> Vec<ContractEntry> {
    let mut all = Vec::new();
    for aspect in Aspect::ALL {
        for row in requests::ROWS.iter().chain(properties::ROWS).filter(|row| row.aspect == aspect) {
            all.extend(row.names.iter().map(|name| ContractEntry {
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
