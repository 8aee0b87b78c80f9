//! Asked: the commands of a recording as sentences.

use crate::journal::{Advance, Command, Entry, JobRef, Until};
use crate::phrases::Language;

use super::format;

/// What was asked.
pub fn asked(entry: &Entry, language: Language) -> String {
    let m = &language.phrases();
    let name = |job: &JobRef| job.0.rsplit('/').next().unwrap_or_default().to_owned();
    match &entry.command {
        Command::Put(sent) => m.asked_put(name(&sent.job)),
        Command::Patch(sent) => m.asked_patch(name(&sent.job)),
        Command::Ship(ship) => m.asked_ship(name(&ship.job)),
        Command::Cancel(job) => m.asked_cancel(name(job)),
        Command::Delete(job) => m.asked_delete(name(job)),
        Command::Rules(rules) => m.asked_rules(rules.as_str()),
        Command::Speed(speed) => {
            m.asked_speed(format::number(language, usize::try_from(speed.factor()).unwrap_or(usize::MAX)))
        }
        Command::Paused(true) => m.asked_paused(),
        Command::Paused(false) => m.asked_resumed(),
        Command::Advance(advance) => {
            let to = match advance {
                Advance::By(span) => entry.at + *span,
                Advance::Until { until: Until::Moment(to), .. } => *to,
                Advance::Until { until: Until::Next | Until::State { .. } | Until::Gone(_), .. } => entry.at,
            };
            m.asked_advance(format::date_time(language, to))
        }
        Command::Inject(inject) => m.asked_inject(name(&inject.job)),
        Command::Rewind(_) => m.asked_rewind(),
    }
    .to_string()
}
