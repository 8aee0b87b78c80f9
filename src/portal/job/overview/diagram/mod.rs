//! The state diagram, where a refusal's link leads. The table of states says the same in words.

mod drawing;
mod part;

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::job::model::diagram::DiagramMark;
use crate::portal::job::model::layout::Layout;
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::reactive::erased::{derive, effect, live, when};
use crate::portal::ui::{Dialog, DialogKind, Icon};

use drawing::{Chosen, Drawing, class, picture_name};
use part::{meaning, name};

/// The card.
#[component]
pub fn StateDiagram(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let full = RwSignal::new(false);
    let figure = NodeRef::<html::Figure>::new();
    effect(move |_| {
        watch.rule_asked.track();
        if watch.shown_rule.get().is_some() {
            // The heading of a page that is gone to takes the focus in the next frame.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if let Some(Some(figure)) = figure.try_get_untracked() {
                        // An element that is in the page can take the focus, and is scrolled into sight.
                        let _ = figure.focus();
                    }
                })
            });
        }
    });
    let marked = move || {
        let m = t.get();
        Some(m.job_states_rule(words::action(watch.shown_rule.get()?, &m)).to_string())
    };
    let whole = move || {
        view! {
            <Dialog
                title=derive(t.say(Messages::job_diagram))
                kind=DialogKind::Full
                on_close=move |()| full.set(false)
            >
                <Picture watch id="full"/>
            </Dialog>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="diagram">
            <div class="head">
                <h2 id="diagram">{t.say(Messages::job_diagram)}</h2>
                <button type="button" class="button button--subtle button--sm" aria-haspopup="dialog" on:click=move |_| full.set(true)>
                    {t.say(Messages::job_diagram_full)}
                </button>
            </div>
            <figure class="diagram" tabindex="-1" aria-labelledby="diagram diagram-rule" node_ref=figure>
                <p id="diagram-rule">{live(marked)}</p>
                <Picture watch id="diagram"/>
            </figure>
        </section>
        {when(move || full.get(), whole)}
    }
    .into_any()
}

/// The drawing in the layout that there is room for, what the part means that is pointed at, and the legend.
#[component]
fn Picture(watch: Watch, id: &'static str) -> impl IntoView {
    let t = watch.texts;
    let chosen: Chosen = RwSignal::new(None);
    let label = derive(move || picture_name(watch.state.get(), watch));
    let said = move || match chosen.get() {
        None => t.get().job_diagram_hint().into_any(),
        Some(part) => view! { <strong>{name(part, watch)}</strong> ": " {meaning(part, watch)} }.into_any(),
    };
    view! {
        <div class="diagram__picture">
            {Layout::ALL.map(|layout| view! { <Drawing watch layout chosen id label/> }.into_any())}
            <p class="diagram__said" aria-live="polite">{live(said)}</p>
            <Legend watch/>
        </div>
    }
    .into_any()
}

/// What the looks of the drawing mean.
#[component]
fn Legend(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let boxed = move |mark: DiagramMark, text: Phrase| {
        view! {
            <li class="cluster">
                <svg class=format!("icon {}", class(mark)) viewBox="0 0 16 16" aria-hidden="true">
                    <rect class="diagram__box" x="1" y="1" width="14" height="14"></rect>
                </svg>
                {t.say(text)}
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="cluster hint">
            {boxed(DiagramMark::Visited, Messages::job_legend_visited)}
            {boxed(DiagramMark::Current, Messages::job_legend_now)}
            {boxed(DiagramMark::Next, Messages::job_legend_next)}
            {boxed(DiagramMark::Elsewhere, Messages::job_legend_later)}
            <li class="cluster"><Icon name="cancel"/>{t.say(Messages::job_legend_cancel)}</li>
            <li class="cluster"><Icon name="trash"/>{t.say(Messages::job_legend_delete)}</li>
        </ul>
    }
    .into_any()
}
