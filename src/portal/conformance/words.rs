//! The words of the conformance page: what stands for an aspect, a source, a note.

use crate::api::conformance::{Aspect, ConformanceNote, RuleSource};
use crate::phrases::Messages;
use crate::portal::text::texts::Phrase;

use super::model::ShownEntries;

/// The heading of a section.
pub fn aspect(aspect: Aspect) -> Phrase {
    match aspect {
        Aspect::Operation => Messages::conformance_operations,
        Aspect::Version => Messages::conformance_versions,
        Aspect::Parameter => Messages::conformance_parameters,
        Aspect::Property => Messages::conformance_properties,
        Aspect::Code => Messages::conformance_codes,
    }
}

/// What a choice is called.
pub fn shown(shown: ShownEntries) -> Phrase {
    match shown {
        ShownEntries::All => Messages::conformance_all,
        ShownEntries::Differs => Messages::conformance_differs,
        ShownEntries::Decided => Messages::conformance_decided,
    }
}

/// What a source is.
pub fn source(source: RuleSource) -> Phrase {
    match source {
        RuleSource::Swagger => Messages::source_swagger,
        RuleSource::Recorded => Messages::source_recorded,
        RuleSource::Provider => Messages::source_provider,
        RuleSource::Canceling => Messages::source_canceling,
        RuleSource::State => Messages::source_state,
        RuleSource::Faq => Messages::source_faq,
        RuleSource::Portal => Messages::source_portal,
    }
}

/// What was decided, or differs.
pub fn note(note: ConformanceNote) -> Phrase {
    match note {
        ConformanceNote::ReplacedInCreating => Messages::note_replaced_in_creating,
        ConformanceNote::ChangesByState => Messages::note_changes_by_state,
        ConformanceNote::CancelRepeats => Messages::note_cancel_repeats,
        ConformanceNote::NoToken => Messages::note_no_token,
        ConformanceNote::NotRead => Messages::note_not_read,
        ConformanceNote::NotTold => Messages::note_not_told,
        ConformanceNote::NoIdentity => Messages::note_no_identity,
        ConformanceNote::Fictional => Messages::note_fictional,
        ConformanceNote::NoFiles => Messages::note_no_files,
        ConformanceNote::NotAsked => Messages::note_not_asked,
        ConformanceNote::Simulated => Messages::note_simulated,
        ConformanceNote::MadeUpKeys => Messages::note_made_up_keys,
        ConformanceNote::NeverClosed => Messages::note_never_closed,
        ConformanceNote::PartOfOdata => Messages::note_part_of_odata,
        ConformanceNote::OwnToken => Messages::note_own_token,
        ConformanceNote::OwnCode => Messages::note_own_code,
        ConformanceNote::OwnLimit => Messages::note_own_limit,
        ConformanceNote::Names => Messages::note_names,
        ConformanceNote::ByVersion => Messages::note_by_version,
        ConformanceNote::OldSpelling => Messages::note_old_spelling,
    }
}
