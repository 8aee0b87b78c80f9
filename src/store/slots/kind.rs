//! The kind of a slot: what its workspace is there for. Keys keep it as the beginning of the slot's name.

use crate::store::entries::MAIN;

/// What a workspace is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// It is the user's own.
    Own,
    /// A link has described it: a scenario, its seed and how many jobs.
    Scenario,
    /// A link has carried it.
    Link,
    /// It comes from a file.
    File,
    /// It is a copy of one that a link or a file has opened.
    Copy,
    /// It is what the user's own was before another took its place.
    Before,
    /// It is what a workspace begins anew with.
    Fresh,
    /// A lesson goes on in it.
    Lesson,
    /// A demo is played in it.
    Demo,
    /// It has the jobs of a prototype.
    Prototype,
    /// It is a new beginning on its way, not a workspace yet.
    Beside,
}

/// The kinds whose names begin with a word and a dash.
const NAMED: [SlotKind; 9] = [
    SlotKind::Link,
    SlotKind::File,
    SlotKind::Copy,
    SlotKind::Before,
    SlotKind::Fresh,
    SlotKind::Lesson,
    SlotKind::Demo,
    SlotKind::Prototype,
    SlotKind::Beside,
];

impl SlotKind {
    /// The kind of the slot of this name. Whatever begins with no kind's word begins with a scenario.
    pub fn of(slot: &str) -> SlotKind {
        if slot == MAIN {
            return SlotKind::Own;
        }
        NAMED.into_iter().find(|kind| kind.rest(slot).is_some()).unwrap_or(SlotKind::Scenario)
    }

    /// The name of the slot of this kind that is told from others by `rest`.
    pub fn slot(self, rest: &str) -> String {
        [self.word(), "-", rest].concat()
    }

    /// What a slot's name tells besides its kind, if it is of this one.
    pub fn rest(self, slot: &str) -> Option<&str> {
        slot.strip_prefix(self.word())?.strip_prefix('-')
    }

    /// The word that is kept; a scenario has its own.
    fn word(self) -> &'static str {
        match self {
            SlotKind::Own => MAIN,
            SlotKind::Scenario => "",
            SlotKind::Link => "link",
            SlotKind::File => "file",
            SlotKind::Copy => "copy",
            SlotKind::Before => "before",
            SlotKind::Fresh => "fresh",
            SlotKind::Lesson => "lesson",
            SlotKind::Demo => "demo",
            SlotKind::Prototype => "prototype",
            SlotKind::Beside => "beside",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;

    #[test]
    fn a_name_tells_its_kind_and_the_rest() {
        for kind in NAMED {
            let slot = kind.slot("a-1");
            assert_eq!((SlotKind::of(&slot), kind.rest(&slot)), (kind, Some("a-1")));
        }
        assert_eq!(SlotKind::of(MAIN), SlotKind::Own);
        for slot in ["contoso-1", "load-7-10000", "lessons-1", "file", ""] {
            assert_eq!(SlotKind::of(slot), SlotKind::Scenario, "{slot}");
        }
    }

    #[test]
    fn no_scenario_has_a_name_that_is_another_kinds() {
        for scenario in [Scenario::Contoso, Scenario::Fabrikam, Scenario::Empty, Scenario::Load] {
            let slot = format!("{}-1", scenario.as_str().to_ascii_lowercase());
            assert_eq!(SlotKind::of(&slot), SlotKind::Scenario, "{slot}");
        }
    }

    #[test]
    fn the_words_that_are_kept_stay_as_they_are() {
        let words = NAMED.map(SlotKind::word);
        assert_eq!(
            words,
            ["link", "file", "copy", "before", "fresh", "lesson", "demo", "prototype", "beside"]
        );
    }
}
