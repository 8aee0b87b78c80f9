//! The words of the conformance page: what stands for an aspect, a source, a note.

use crate::api::conformance::{Aspect, Note, Source};
use crate::phrases::Messages;
use crate::portal::text::texts::Phrase;

use super::model::Shown;

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
pub fn shown(shown: Shown) -> Phrase {
    match shown {
        Shown::All => Messages::conformance_all,
        Shown::Differs => Messages::conformance_differs,
        Shown::Decided => Messages::conformance_decided,
    }
}

/// What a source is.
pub fn source(source: Source) -> Phrase {
    match source {
        Source::Swagger => Messages::source_swagger,
        Source::Recorded => Messages::source_recorded,
        Source::Provider => Messages::source_provider,
        Source::Canceling => Messages::source_canceling,
        Source::State => Messages::source_state,
        Source::Faq => Messages::source_faq,
        Source::Portal => Messages::source_portal,
    }
}

/// What was decided, or differs.
pub fn note(note: Note) -> Phrase {
    match note {
        Note::ReplacedInCreating => Messages::note_replaced_in_creating,
        Note::ChangesByState => Messages::note_changes_by_state,
        Note::CancelRepeats => Messages::note_cancel_repeats,
        Note::NoToken => Messages::note_no_token,
        Note::NotRead => Messages::note_not_read,
        Note::NotTold => Messages::note_not_told,
        Note::NoIdentity => Messages::note_no_identity,
        Note::Fictional => Messages::note_fictional,
        Note::NoFiles => Messages::note_no_files,
        Note::NotAsked => Messages::note_not_asked,
        Note::Simulated => Messages::note_simulated,
        Note::MadeUpKeys => Messages::note_made_up_keys,
        Note::NeverClosed => Messages::note_never_closed,
        Note::PartOfOdata => Messages::note_part_of_odata,
        Note::OwnToken => Messages::note_own_token,
        Note::OwnCode => Messages::note_own_code,
        Note::OwnLimit => Messages::note_own_limit,
        Note::Names => Messages::note_names,
        Note::ByVersion => Messages::note_by_version,
        Note::OldSpelling => Messages::note_old_spelling,
    }
}
