//! What a cancel request means for a job now, in words.

use crate::api::explain;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::phrases::{Language, Messages};
use crate::portal::text::format;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::state_look::job_state_look;
use crate::service::cancel::CancelEffect;

use super::consequences::Consequence;

/// What a request means for the job at the time `now`, one line for each thing that will happen.
/// It fits both the question beforehand and the job's page afterwards.
pub fn cancel_effect(effect: CancelEffect, now: SimTime, language: Language) -> Vec<Consequence> {
    let m: Messages = language.phrases();
    let percent = |percent: u8| format::percent(language, percent);
    let by = |by: SimTime| format::relative(language, by, now);
    let line = |state, text| Consequence::new(job_state_look(state).icon, text);
    let packed = || line(JobState::Packaging, m.cancel_drives_return());
    let ends = |state| line(state, m.cancel_kept(explain::state(state, &m)));
    let kept = || ends(JobState::Completed);
    match effect {
        CancelEffect::CompletesShortly { .. } => {
            vec![line(JobState::Creating, m.cancel_in_creating()), kept()]
        }
        CancelEffect::NothingIsCopied => {
            vec![line(JobState::Shipping, m.cancel_nothing_is_copied()), packed(), kept(), best_effort(&m)]
        }
        CancelEffect::CopyStops { by: until, percent: copied, may_finish } => {
            let stops = m.cancel_copy_stops(percent(copied), by(until));
            let mut lines = vec![line(JobState::Transferring, stops), packed(), kept()];
            lines.push(match may_finish {
                Some(end) => Consequence::new("warning", m.cancel_may_be_late(by(end))).toned(Tone::Warning),
                None => best_effort(&m),
            });
            lines
        }
        CancelEffect::Stopped { percent: copied } => {
            vec![line(JobState::Packaging, m.cancel_stopped(percent(copied))), kept()]
        }
        CancelEffect::TooLate { ends: state } => {
            vec![Consequence::new("warning", m.cancel_too_late()).toned(Tone::Warning), ends(state)]
        }
        CancelEffect::Ended { percent: copied } => {
            vec![line(JobState::Completed, m.cancel_ended(percent(copied)))]
        }
        CancelEffect::GivenUp => vec![line(JobState::Closed, m.cancel_given_up()).toned(Tone::Warning)],
    }
}

/// The same in one sentence, for the notification after the request.
pub fn cancel_story(effect: CancelEffect, language: Language) -> String {
    let m: Messages = language.phrases();
    match effect {
        CancelEffect::CompletesShortly { .. } => m.cancel_in_creating().to_string(),
        CancelEffect::NothingIsCopied => m.cancel_nothing_is_copied().to_string(),
        CancelEffect::CopyStops { .. } => m.cancel_goes_on().to_string(),
        CancelEffect::Stopped { percent } => m.cancel_stopped(format::percent(language, percent)).to_string(),
        CancelEffect::TooLate { .. } => m.cancel_too_late().to_string(),
        CancelEffect::Ended { percent } => m.cancel_ended(format::percent(language, percent)).to_string(),
        CancelEffect::GivenUp => m.cancel_given_up().to_string(),
    }
}

fn best_effort(m: &Messages) -> Consequence {
    Consequence::new("info", m.cancel_best_effort())
}
