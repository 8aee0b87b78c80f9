//! The conformance page: one table for each aspect of the contract, and the sources they name.

use leptos::prelude::*;

use crate::api::conformance::{Aspect, ConformanceVerdict, ContractEntry, RuleSource, entries};
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::{live, memo};

use super::model::{Counts, ShownEntries, sections};
use super::words;

/// The page.
#[component]
pub fn ConformancePage() -> impl IntoView {
    let t = use_texts();
    let navigation = use_navigation();
    let all = StoredValue::new(entries());
    let counts = all.with_value(|all| Counts::of(all));
    let shown = memo(move |before: Option<&ShownEntries>| {
        let Route::Conformance(slug) = navigation.route() else { return before.copied().unwrap_or_default() };
        ShownEntries::parse(&slug)
    });
    let number = move |count: usize| format::number(t.language(), count);
    let summary = live(move || {
        let Counts { all, works, differs, decided } = counts;
        t.get().conformance_count(number(works), number(all), number(decided), number(differs)).to_string()
    });
    let choice = move |choice: ShownEntries| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="conformance-shown"
                    prop:checked=live(move || shown.get() == choice)
                    on:change=move |_| navigation.replace(Route::Conformance(choice.slug().to_owned()))
                />
                <span>{t.say(words::shown(choice))}</span>
            </label>
        }
        .into_any()
    };
    let tables = live(move || {
        let found = all.with_value(|all| sections(all, shown.get()));
        found.into_iter().map(|(aspect, entries)| section(t, aspect, entries)).collect::<Vec<_>>()
    });
    let source = move |source: RuleSource| {
        view! {
            <div>
                <dt><code>{source.as_str()}</code></dt>
                <dd>{t.say(words::source(source))}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <PageHead title=t.say(Messages::conformance_title) icon="console"/>
        <p class="measure muted">{t.say(Messages::conformance_intro)}</p>
        <p class="measure" role="status">{summary}</p>
        <p><a href=Route::Console(None).to_string()>{t.say(Messages::calls_console)}</a></p>
        <fieldset class="fieldset">
            <legend>{t.say(Messages::conformance_show)}</legend>
            <div class="cluster">{ShownEntries::ALL.map(choice).into_iter().collect::<Vec<_>>()}</div>
        </fieldset>
        <section class="card stack" aria-labelledby="conformance-sources">
            <h2 id="conformance-sources">{t.say(Messages::conformance_sources)}</h2>
            <dl class="facts">{RuleSource::ALL.map(source).into_iter().collect::<Vec<_>>()}</dl>
        </section>
        {tables}
    }
    .into_any()
}

/// The entries of one aspect, under its heading.
fn section(t: Texts, aspect: Aspect, entries: Vec<ContractEntry>) -> AnyView {
    let title = words::aspect(aspect);
    let id = match aspect {
        Aspect::Operation => "conformance-operations",
        Aspect::Version => "conformance-versions",
        Aspect::Parameter => "conformance-parameters",
        Aspect::Property => "conformance-properties",
        Aspect::Code => "conformance-codes",
    };
    let head =
        move |label: Phrase| view! { <th role="columnheader" scope="col">{t.say(label)}</th> }.into_any();
    let rows: Vec<AnyView> = entries.into_iter().map(|entry| row(t, entry)).collect();
    view! {
        <div class="stack">
            <h2 id=id>{t.say(title)}</h2>
            <div class="table-region" role="region" aria-labelledby=id tabindex="0">
                <table class="data-table data-table--cards contract" role="table" aria-labelledby=id>
                    <thead role="rowgroup">
                        <tr role="row">
                            {head(Messages::conformance_name)}
                            {head(Messages::conformance_works)}
                            {head(Messages::conformance_how)}
                            {head(Messages::conformance_from)}
                            {head(Messages::conformance_test)}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row(t: Texts, entry: ContractEntry) -> AnyView {
    let ContractEntry { name, sources, verdict, test, .. } = entry;
    let (tone, works): (_, Phrase) = if verdict.works() {
        ("tone--success", Messages::conformance_yes)
    } else {
        ("tone--warning", Messages::conformance_no)
    };
    let how = live(move || {
        let m = t.get();
        match verdict {
            ConformanceVerdict::Same => m.conformance_same(),
            ConformanceVerdict::Decided(note) => m.conformance_decided_because(words::note(note)(&m)),
            ConformanceVerdict::Differs(note) | ConformanceVerdict::Absent(note) => {
                m.conformance_differs_because(words::note(note)(&m))
            }
        }
    });
    let from = live(move || {
        let names: Vec<&str> = sources.iter().map(|source| source.as_str()).collect();
        if names.is_empty() { t.get().conformance_ours() } else { names.join(", ") }
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label=t.say(Messages::conformance_name)><code>{name}</code></th>
            <td role="cell" data-label=t.say(Messages::conformance_works)>
                <span class=format!("chip {tone}")>{t.say(works)}</span>
            </td>
            <td role="cell" data-label=t.say(Messages::conformance_how)><span>{how}</span></td>
            <td role="cell" data-label=t.say(Messages::conformance_from)><span>{from}</span></td>
            <td role="cell" data-label=t.say(Messages::conformance_test)><code>{test}</code></td>
        </tr>
    }
    .into_any()
}
