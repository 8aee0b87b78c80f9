//! The drawing of the state diagram, where a refusal's link leads. The table of states says the same in words.

use leptos::html;
use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::job::model::diagram::{Edge, Mark, Node};
use crate::portal::job::model::layout::{VIEW_BOX, frame, line};
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::{Icon, job_state_look};

/// The card.
#[component]
pub fn StateDiagram(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let label = move || {
        let m = t.get();
        m.job_diagram_label(explain::state(watch.state.get(), &m)).to_string()
    };
    let edges =
        move || watch.diagram.with(|d| d.edges.iter().map(|edge| drawn_edge(*edge)).collect::<Vec<_>>());
    let nodes = move || {
        let rule = watch.shown_rule.get();
        watch.diagram.with(|d| d.nodes.iter().map(|node| drawn_node(node, rule, watch)).collect::<Vec<_>>())
    };
    let figure = NodeRef::<html::Figure>::new();
    Effect::new(move |_| {
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
    view! {
        <section class="card" aria-labelledby="diagram">
            <div class="head"><h2 id="diagram">{t.say(Messages::job_diagram)}</h2></div>
            <figure tabindex="-1" aria-labelledby="diagram diagram-rule" node_ref=figure>
                <p id="diagram-rule">{marked}</p>
                <svg class="diagram__svg" viewBox=VIEW_BOX role="img" aria-label=label aria-details="states">
                    <defs>
                        <marker
                            id="arrow"
                            viewBox="0 0 8 8"
                            refX="7"
                            refY="4"
                            markerWidth="7"
                            markerHeight="7"
                            markerUnits="userSpaceOnUse"
                            orient="auto"
                        >
                            <path class="diagram__arrow" d="M0 0 8 4 0 8z"></path>
                        </marker>
                    </defs>
                    <g>{edges}</g>
                    <g>{nodes}</g>
                </svg>
                <figcaption><Legend watch/></figcaption>
            </figure>
        </section>
    }
    .into_any()
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Current => "diagram--current",
        Mark::Next => "diagram--possible",
        Mark::Visited => "diagram--visited",
        Mark::Elsewhere => "diagram--future",
    }
}

fn drawn_edge(edge: Edge) -> AnyView {
    let class = format!("diagram__edge {}", class(edge.mark));
    view! { <path class=class d=line(edge.from, edge.to) marker-end="url(#arrow)"></path> }.into_any()
}

fn drawn_node(node: &Node, rule: Option<Action>, watch: Watch) -> AnyView {
    let t = watch.texts;
    let place = frame(node.state);
    let (left, top) = (-place.width / 2.0, -place.height / 2.0);
    let target = rule.is_some_and(|action| node.allows.contains(&action));
    let class = format!("{}{}", class(node.mark), if target { " diagram--target" } else { "" });
    let when = match (node.stays.last(), node.expected) {
        (Some(stay), _) => format::date(t.language(), stay.from),
        (None, Some(at)) => format!("~ {}", format::date(t.language(), at)),
        (None, None) => String::new(),
    };
    let name_y = if when.is_empty() { 5.0 } else { -3.0 };
    let (icon, _) = job_state_look(node.state);
    let allowed = [(Action::Cancel, "cancel"), (Action::Delete, "trash")]
        .into_iter()
        .filter(|(action, _)| node.allows.contains(action))
        .rev()
        .enumerate()
        .map(|(n, (_, icon))| {
            small_icon(icon, "icon diagram__mark diagram__allow", -left - 22.0 - 18.0 * n as f64, -6.5, 13)
        })
        .collect::<Vec<_>>();
    view! {
        <g class=class transform=format!("translate({} {})", place.x, place.y)>
            <rect class="diagram__box" x=left y=top width=place.width height=place.height></rect>
            {small_icon(icon, "icon diagram__mark", left + 10.0, -8.0, 16)}
            <text class="diagram__name" x=left + 33.0 y=name_y>{state_name(node.state, watch)}</text>
            <text class="diagram__when" x=left + 33.0 y="12">{when}</text>
            {allowed}
        </g>
    }
    .into_any()
}

fn small_icon(name: &str, class: &'static str, x: f64, y: f64, size: u8) -> AnyView {
    let size = size.to_string();
    view! {
        <svg class=class x=x y=y width=size.clone() height=size>
            <use_ href=format!("#i-{name}")></use_>
        </svg>
    }
    .into_any()
}

fn state_name(state: JobState, watch: Watch) -> String {
    explain::state(state, &watch.texts.get())
}

/// What the looks of the drawing mean.
#[component]
fn Legend(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let boxed = move |mark: Mark, text: Phrase| {
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
            {boxed(Mark::Visited, Messages::job_legend_visited)}
            {boxed(Mark::Current, Messages::job_legend_now)}
            {boxed(Mark::Next, Messages::job_legend_next)}
            {boxed(Mark::Elsewhere, Messages::job_legend_later)}
            <li class="cluster"><Icon name="cancel"/>{t.say(Messages::job_legend_cancel)}</li>
            <li class="cluster"><Icon name="trash"/>{t.say(Messages::job_legend_delete)}</li>
        </ul>
    }
    .into_any()
}
