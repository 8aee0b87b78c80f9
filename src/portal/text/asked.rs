//! Asked: the commands of a recording as sentences.

use crate::journal::{Advance, Command, Entry, Until};
use crate::phrases::Language;

use super::format;

/// What was asked.
pub fn asked(entry: &Entry, language: Language) -> String {
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
pub fn command(command: &Command, language: Language, advanced: impl FnOnce(&Advance) -> String) -> String {
    let m = language.phrases();
    match command {
        Command::Put(sent) => m.asked_put(sent.job.name()),
        Command::Patch(sent) => m.asked_patch(sent.job.name()),
        Command::Ship(ship) => m.asked_ship(ship.job.name()),
        Command::Cancel(job) => m.asked_cancel(job.name()),
        Command::Delete(job) => m.asked_delete(job.name()),
        Command::Rules(rules) => m.asked_rules(rules.as_str()),
        Command::Speed(speed) => {
            m.asked_speed(format::number(language, usize::try_from(speed.factor()).unwrap_or(usize::MAX)))
        }
        Command::Paused(true) => m.asked_paused(),
        Command::Paused(false) => m.asked_resumed(),
        Command::Advance(advance) => advanced(advance),
        Command::Inject(inject) => m.asked_inject(inject.job.name()),
        Command::Rewind(_) => m.asked_rewind(),
    }
}
