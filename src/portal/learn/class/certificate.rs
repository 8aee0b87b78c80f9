//! The certificate: a page to print for one learner, with what it shows and what it does not prove.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{effect, live};

use super::desk::ClassDesk;

/// The most characters of a name.
const MOST_NAME: usize = 80;

/// The certificate of a learner, in the place of the table.
#[component]
pub fn Certificate(desk: ClassDesk, code: String) -> impl IntoView {
    let t = use_texts();
    let name = RwSignal::new(String::new());
    let heading = NodeRef::<leptos::html::H2>::new();
    effect(move |_| {
        if let Some(heading) = heading.get() {
            // What was pressed is gone with the table; a heading that is there can be focused.
            let _ = heading.focus();
        }
    });
    let passed = desk.table.with_untracked(|table| {
        let row = table.as_ref()?.rows.iter().find(|row| row.code == code)?;
        let cells = row.cells.iter().enumerate();
        let passed = cells.filter_map(|(lesson, cell)| {
            let outcome = cell.as_ref()?.verdict.outcome().filter(|outcome| outcome.complete)?;
            Some((lesson, outcome.points))
        });
        Some(passed.collect::<Vec<_>>())
    });
    let passed = passed.unwrap_or_default();
    let back = move |_| desk.certified.set(None);
    let print = move |_| {
        // A browser without printing says so itself.
        let _ = window().print();
    };
    let some = !passed.is_empty();
    let (of, on_paper) = (code.clone(), code);
    let sheet = move || {
        let m = t.get();
        let (titles, points) = (desk.titles.get(), desk.points.get());
        let item = |(lesson, counts): &(usize, u32)| {
            let title = titles.get(*lesson).cloned().unwrap_or_default();
            let all = points.get(*lesson).copied().unwrap_or_default();
            view! { <li><span>{title}</span> <span>{m.certificate_points(counts.to_string(), all.to_string())}</span></li> }
            .into_any()
        };
        let counts: u32 = passed.iter().map(|(_, points)| points).sum();
        let all: u32 = passed.iter().filter_map(|(lesson, _)| points.get(*lesson)).sum();
        view! {
            <article class="certificate">
                <p class="certificate__title">{m.certificate()}</p>
                <p class="certificate__course">{m.certificate_course()}</p>
                <p class="certificate__name">{live(move || name.get())}</p>
                <p>{m.certificate_says()}</p>
                <ol class="certificate__lessons">{passed.iter().map(item).collect::<Vec<_>>()}</ol>
                <p><strong>{m.certificate_sum(counts.to_string(), all.to_string())}</strong></p>
                <p class="hint">{m.certificate_code(on_paper.as_str())}</p>
                <p class="hint">{m.certificate_proof()}</p>
                <p class="certificate__sign">{m.certificate_sign()}</p>
            </article>
        }
        .into_any()
    };
    view! {
        <div class="stack class__certify">
            <h2 tabindex="-1" node_ref=heading>{live(move || t.get().certificate_for(of.as_str()))}</h2>
            <p><button type="button" class="button button--sm" on:click=back>{t.say(Messages::certificate_back)}</button></p>
            {(!some).then(|| view! { <p>{t.say(Messages::certificate_none)}</p> }.into_any())}
            {some.then(|| view! {
                <div class="field class__code">
                    <label class="field__label" for="certificate-name">{t.say(Messages::certificate_name)}</label>
                    <input
                        class="input"
                        id="certificate-name"
                        autocomplete="off"
                        maxlength=MOST_NAME.to_string()
                        aria-describedby="certificate-hint"
                        on:input:target=move |event| name.set(event.target().value())
                    />
                    <p class="hint" id="certificate-hint">{t.say(Messages::certificate_name_hint)}</p>
                </div>
                <p><button type="button" class="button button--primary" on:click=print>{t.say(Messages::certificate_print)}</button></p>
            }.into_any())}
        </div>
        {some.then(|| live(sheet))}
    }
    .into_any()
}
