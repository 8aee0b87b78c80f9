//! A comparison: how another branch differs from the present one, and where they part.

use leptos::prelude::*;

use crate::journal::compare::{self, Parting};
use crate::journal::{BranchNo, JournalEntry};
use crate::phrases::Messages;
use crate::portal::text::asked::asked;
use crate::portal::text::format;
use crate::portal::ui::reactive::erased::live;

use super::film::{Reel, present};
use super::words;

/// The comparison with another branch, at the time that is shown or where the shorter ends.
#[component]
pub fn Comparison(reel: Reel, other: BranchNo, on_close: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let t = reel.commands.texts;
    let backend = reel.backend();
    let name = move || {
        let language = t.language();
        let name = reel.open(|session, _| {
            session.branches().get(other).map(|branch| words::branch(branch, language)).unwrap_or_default()
        });
        t.get().compare_name(name.unwrap_or_default()).to_string()
    };
    let found = live(move || {
        let at = backend.clock().get();
        let (m, language) = (t.get(), t.language());
        reel.open(|session, _| {
            let there = &session.branches().get(other).ok()?.journal;
            Some(compare::compare(present(session), there, at))
        })
        .flatten()
        .map(|found| match found {
            Err(why) => view! { <p>{why.sentence(&m)}</p> }.into_any(),
            Ok(found) => {
                let when = reel.moment(found.at);
                let says = match found.jobs.len() {
                    0 => m.compare_same(when).to_string(),
                    count => m.compare_differ(when, format::number(language, count)).to_string(),
                };
                let part = match &found.parting {
                    None => m.compare_no_part().to_string(),
                    Some(Parting { no, one, other }) => {
                        let words = |entry: Option<&JournalEntry>| {
                            entry.map_or_else(
                                || m.compare_nothing().to_string(),
                                |entry| asked(entry, language),
                            )
                        };
                        let (here, there) = (words(one.as_deref()), words(other.as_deref()));
                        m.compare_part((no + 1).to_string(), here, there).to_string()
                    }
                };
                let rows: Vec<String> = found
                    .jobs
                    .iter()
                    .map(|job| {
                        let (here, there) =
                            (words::stand(job.one, language), words::stand(job.other, language));
                        m.compare_row(job.id.name.as_str(), here, there).to_string()
                    })
                    .collect();
                view! {
                    <p>{part}</p>
                    <p>{says}</p>
                    <ul>{rows.into_iter().map(|row| view! { <li>{row}</li> }.into_any()).collect_view()}</ul>
                }
                .into_any()
            }
        })
    });
    view! {
        <section class="comparison" aria-label=name>
            {found}
            <button type="button" class="button button--sm" on:click=move |_| on_close()>
                {t.say(Messages::compare_close)}
            </button>
        </section>
    }
    .into_any()
}
