//! Asked: the commands of a recording as sentences.

use crate::journal::{Advance, JournalCommand, JournalEntry, Until};
use crate::phrases::Language;

use super::format;

/// What was asked.
pub fn asked(entry: &JournalEntry, language: Language) -> String {
    command(&entry.command, language, |advance| {
        let to = match advance {
            Advance::By(span) => entry.at + *span,
            Advance::Until { until: Until::Moment(to), .. } => *to,
            Advance::Until { until: Until::Next | Until::State { .. } | Until::Gone(_), .. } => entry.at,
        };
        language.phrases().asked_advance(format::date_time(language, to))
    })
}

/// What a command asks, whenever that is; `advanced` says it of a jump.
pub fn command(
    command: &JournalCommand,
    language: Language,
    advanced: impl FnOnce(&Advance) -> String,
) -> String {
    let m = language.phrases();
    match command {
        JournalCommand::Put(sent) => m.asked_put(sent.job.name()),
        JournalCommand::Patch(sent) => m.asked_patch(sent.job.name()),
        JournalCommand::Ship(ship) => m.asked_ship(ship.job.name()),
        JournalCommand::Cancel(job) => m.asked_cancel(job.name()),
        JournalCommand::Delete(job) => m.asked_delete(job.name()),
        JournalCommand::Rules(rules) => m.asked_rules(rules.as_str()),
        JournalCommand::Speed(speed) => {
            m.asked_speed(format::number(language, usize::try_from(speed.factor()).unwrap_or(usize::MAX)))
        }
        JournalCommand::Paused(true) => m.asked_paused(),
        JournalCommand::Paused(false) => m.asked_resumed(),
        JournalCommand::Advance(advance) => advanced(advance),
        JournalCommand::Inject(inject) => m.asked_inject(inject.job.name()),
        JournalCommand::Rewind(_) => m.asked_rewind(),
    }
}
