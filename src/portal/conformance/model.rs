//! Which entries of the contract the page shows, and how many there are.

use crate::api::conformance::{Aspect, ConformanceVerdict, ContractEntry};

/// What is shown of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ShownEntries {
    /// Everything.
    #[default]
    All,
    /// What does not work here, or works in another way.
    Differs,
    /// What was decided here.
    Decided,
}

/// How many entries there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// In all.
    pub all: usize,
    /// Those that work here.
    pub works: usize,
    /// Those that do not work here, or in another way.
    pub differs: usize,
    /// Those that were decided here.
    pub decided: usize,
}

impl ShownEntries {
    /// Every choice, in the order offered.
    pub const ALL: [ShownEntries; 3] = [ShownEntries::All, ShownEntries::Differs, ShownEntries::Decided];

    /// What stands for it in the address.
    pub fn slug(self) -> &'static str {
        match self {
            ShownEntries::All => "all",
            ShownEntries::Differs => "differs",
            ShownEntries::Decided => "decided",
        }
    }

    /// The choice that a part of the address names; everything if it names none.
    pub fn parse(slug: &str) -> ShownEntries {
        ShownEntries::ALL.into_iter().find(|shown| shown.slug() == slug).unwrap_or_default()
    }

    /// Whether an entry is shown.
    pub fn holds(self, verdict: ConformanceVerdict) -> bool {
        match self {
            ShownEntries::All => true,
            ShownEntries::Differs => {
                matches!(verdict, ConformanceVerdict::Differs(_) | ConformanceVerdict::Absent(_))
            }
            ShownEntries::Decided => matches!(verdict, ConformanceVerdict::Decided(_)),
        }
    }
}

impl Counts {
    /// Counts entries.
    pub fn of(entries: &[ContractEntry]) -> Counts {
        let count = |shown: ShownEntries| entries.iter().filter(|entry| shown.holds(entry.verdict)).count();
        Counts {
            all: entries.len(),
            works: entries.iter().filter(|entry| entry.verdict.works()).count(),
            differs: count(ShownEntries::Differs),
            decided: count(ShownEntries::Decided),
        }
    }
}

/// The entries shown, by what they are, without what none of is shown.
pub fn sections(entries: &[ContractEntry], shown: ShownEntries) -> Vec<(Aspect, Vec<ContractEntry>)> {
    let of = |aspect: Aspect| -> Vec<ContractEntry> {
        let chosen = entries.iter().filter(|entry| entry.aspect == aspect && shown.holds(entry.verdict));
        chosen.cloned().collect()
    };
    Aspect::ALL
        .into_iter()
        .map(|aspect| (aspect, of(aspect)))
        .filter(|(_, found)| !found.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::conformance::entries;

    #[test]
    fn what_is_shown_adds_up_to_what_is_counted() {
        let all = entries();
        let counts = Counts::of(&all);
        println!("{counts:?}");
        for (shown, count) in [
            (ShownEntries::All, counts.all),
            (ShownEntries::Differs, counts.differs),
            (ShownEntries::Decided, counts.decided),
        ] {
            let found: usize = sections(&all, shown).iter().map(|(_, entries)| entries.len()).sum();
            assert_eq!(found, count, "{shown:?}");
            assert!(count > 0, "{shown:?}");
            assert_eq!(ShownEntries::parse(shown.slug()), shown);
        }
        assert!(counts.works < counts.all && counts.differs + counts.decided < counts.all);
        assert_eq!(ShownEntries::parse("nothing"), ShownEntries::All);
    }

    #[test]
    fn sections_keep_the_order_of_the_contract() {
        let aspects: Vec<Aspect> =
            sections(&entries(), ShownEntries::All).into_iter().map(|(aspect, _)| aspect).collect();
        assert_eq!(aspects, Aspect::ALL);
    }
}
