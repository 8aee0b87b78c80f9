//! Which entries of the contract the page shows, and how many there are.

use crate::api::conformance::{Aspect, Entry, Verdict};

/// What is shown of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
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

impl Shown {
    /// Every choice, in the order offered.
    pub const ALL: [Shown; 3] = [Shown::All, Shown::Differs, Shown::Decided];

    /// What stands for it in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Shown::All => "all",
            Shown::Differs => "differs",
            Shown::Decided => "decided",
        }
    }

    /// The choice that a part of the address names; everything if it names none.
    pub fn parse(slug: &str) -> Shown {
        Shown::ALL.into_iter().find(|shown| shown.slug() == slug).unwrap_or_default()
    }

    /// Whether an entry is shown.
    pub fn holds(self, verdict: Verdict) -> bool {
        match self {
            Shown::All => true,
            Shown::Differs => matches!(verdict, Verdict::Differs(_) | Verdict::Absent(_)),
            Shown::Decided => matches!(verdict, Verdict::Decided(_)),
        }
    }
}

impl Counts {
    /// Counts entries.
    pub fn of(entries: &[Entry]) -> Counts {
        let count = |shown: Shown| entries.iter().filter(|entry| shown.holds(entry.verdict)).count();
        Counts {
            all: entries.len(),
            works: entries.iter().filter(|entry| entry.verdict.works()).count(),
            differs: count(Shown::Differs),
            decided: count(Shown::Decided),
        }
    }
}

/// The entries shown, by what they are, without what none of is shown.
pub fn sections(entries: &[Entry], shown: Shown) -> Vec<(Aspect, Vec<Entry>)> {
    let of = |aspect: Aspect| -> Vec<Entry> {
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
        for (shown, count) in
            [(Shown::All, counts.all), (Shown::Differs, counts.differs), (Shown::Decided, counts.decided)]
        {
            let found: usize = sections(&all, shown).iter().map(|(_, entries)| entries.len()).sum();
            assert_eq!(found, count, "{shown:?}");
            assert!(count > 0, "{shown:?}");
            assert_eq!(Shown::parse(shown.slug()), shown);
        }
        assert!(counts.works < counts.all && counts.differs + counts.decided < counts.all);
        assert_eq!(Shown::parse("nothing"), Shown::All);
    }

    #[test]
    fn sections_keep_the_order_of_the_contract() {
        let aspects: Vec<Aspect> =
            sections(&entries(), Shown::All).into_iter().map(|(aspect, _)| aspect).collect();
        assert_eq!(aspects, Aspect::ALL);
    }
}
