//! The drawing: boxes, arrows and reasons, and over them what takes the pointer, the focus and a tap.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::job::model::diagram::{Diagram, DiagramMark, DiagramNode, Edge};
use crate::portal::job::model::layout::{JOINT, LINE, Layout};
use crate::portal::job::model::ways::{DiagramPlace, Way};
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::text::decimal::decimal;
use crate::portal::text::format;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::state_look::job_state_look;

use super::part::{DiagramPart, name, parts};

/// The part that is explained.
pub type Chosen = RwSignal<Option<DiagramPart>>;

/// One of the two layouts; the page shows the one that there is room for.
#[component]
pub fn Drawing(
    watch: Watch,
    layout: Layout,
    chosen: Chosen,
    /// Tells the drawings of the page apart.
    id: &'static str,
    label: Signal<String>,
) -> impl IntoView {
    let id = format!("{id}-{}", layout.as_str());
    let arrow = format!("{id}-arrow");
    let end = format!("url(#{arrow})");
    let view_box = layout.view_box().map(decimal).join(" ");
    let edges = live(move || {
        watch.diagram.with(|diagram| {
            diagram
                .edges
                .iter()
                .map(|edge| drawn_edge(*edge, layout, chosen, end.clone(), watch))
                .collect::<Vec<_>>()
        })
    });
    let nodes = live(move || {
        let rule = watch.shown_rule.get();
        watch.diagram.with(|diagram| {
            let states = diagram.nodes.iter().map(|node| drawn_state(node, rule, layout, chosen, watch));
            states.chain([drawn_end(diagram, layout, chosen, watch)]).collect::<Vec<_>>()
        })
    });
    view! {
        <div class=format!("diagram__stage diagram__stage--{}", layout.as_str())>
            <svg class="diagram__svg" viewBox=view_box role="img" aria-label=live(move || label.get()) aria-details="states">
                <defs>
                    <marker
                        id=arrow
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
            <Hits watch layout chosen id/>
        </div>
    }
    .into_any()
}

/// The class of a mark.
pub fn class(mark: DiagramMark) -> &'static str {
    match mark {
        DiagramMark::Current => "diagram--current",
        DiagramMark::Next => "diagram--possible",
        DiagramMark::Visited => "diagram--visited",
        DiagramMark::Elsewhere => "diagram--future",
    }
}

fn drawn_edge(edge: Edge, layout: Layout, chosen: Chosen, end: String, watch: Watch) -> AnyView {
    let way = edge.way;
    let part = DiagramPart::Way(way);
    let look = class(edge.mark);
    let classes = live(move || {
        let marked = if chosen.get() == Some(part) { " diagram--chosen" } else { "" };
        format!("diagram__way {look}{marked}")
    });
    let path = layout.path(way);
    let choose = move |_| chosen.set(Some(part));
    view! {
        <g class=classes on:pointerenter=choose on:click=move |_| chosen.set(Some(part))>
            <path class="diagram__edge" d=path.clone() marker-end=end></path>
            <path class="diagram__reach" d=path></path>
            {reasons(way, layout, watch)}
        </g>
    }
    .into_any()
}

/// The reasons at an arrow.
fn reasons(way: Way, layout: Layout, watch: Watch) -> AnyView {
    let label = layout.label(way);
    let words = words_of(way, &watch.texts.get());
    let (x, y) = label.at;
    let turn = label.upwards.then(|| format!("rotate(-90 {} {})", decimal(x), decimal(y)));
    let lines = if label.stacked { words } else { vec![words.join(JOINT)] };
    let first = y - LINE * (lines.len() as f64 - 1.0);
    let line = |(n, text): (usize, String)| {
        let y = first + LINE * n as f64;
        view! { <tspan x=decimal(x) y=decimal(y)>{text}</tspan> }.into_any()
    };
    view! {
        <text class="diagram__label" text-anchor=label.anchor.as_str() transform=turn>
            {lines.into_iter().enumerate().map(line).collect::<Vec<_>>()}
        </text>
    }
    .into_any()
}

fn words_of(way: Way, messages: &Messages) -> Vec<String> {
    way.reasons.iter().map(|reason| words::reason(*reason, messages)).collect()
}

fn drawn_state(
    node: &DiagramNode,
    rule: Option<Action>,
    layout: Layout,
    chosen: Chosen,
    watch: Watch,
) -> AnyView {
    let t = watch.texts;
    let when = match (node.stays.last(), node.expected) {
        (Some(stay), _) => format::date(t.language(), stay.from),
        (None, Some(at)) => format!("~ {}", format::date(t.language(), at)),
        (None, None) => String::new(),
    };
    let icon = job_state_look(node.state).icon;
    let frame = layout.frame(DiagramPlace::State(node.state));
    let allowed = [(Action::Cancel, "cancel"), (Action::Delete, "trash")]
        .into_iter()
        .filter(|(action, _)| node.allows.contains(action))
        .rev()
        .enumerate()
        .map(|(n, (_, icon))| {
            let x = frame.width / 2.0 - 20.0 - 16.0 * n as f64;
            small_icon(icon, "icon diagram__mark diagram__allow", x, 4.0, 13)
        })
        .collect::<Vec<_>>();
    let target = rule.is_some_and(|action| node.allows.contains(&action));
    let look = format!("{}{}", class(node.mark), if target { " diagram--target" } else { "" });
    let place = DiagramPlace::State(node.state);
    let below = !when.is_empty() || !allowed.is_empty();
    drawn_box(place, look, icon, when, below, allowed.into_any(), layout, chosen, watch)
}

fn drawn_end(diagram: &Diagram, layout: Layout, chosen: Chosen, watch: Watch) -> AnyView {
    let at = diagram.deletion.map(|at| format!("~ {}", format::date(watch.texts.language(), at)));
    let look = class(diagram.deleted).to_owned();
    let below = at.is_some();
    drawn_box(
        DiagramPlace::Deleted,
        look,
        "trash",
        at.unwrap_or_default(),
        below,
        ().into_any(),
        layout,
        chosen,
        watch,
    )
}

#[allow(
    clippy::too_many_arguments,
    reason = "a box is drawn from one call for the states and one for their end"
)]
fn drawn_box(
    place: DiagramPlace,
    look: String,
    icon: &'static str,
    when: String,
    below: bool,
    marks: AnyView,
    layout: Layout,
    chosen: Chosen,
    watch: Watch,
) -> AnyView {
    let frame = layout.frame(place);
    let (left, top) = (-frame.width / 2.0, -frame.height / 2.0);
    let classes = live(move || {
        let marked = if chosen.get() == Some(DiagramPart::Place(place)) { " diagram--chosen" } else { "" };
        format!("{look}{marked}")
    });
    let (name_y, icon_y) = if below { (-3.0, -15.0) } else { (5.0, -8.0) };
    view! {
        <g class=classes transform=format!("translate({} {})", decimal(frame.x), decimal(frame.y))>
            <rect class="diagram__box" x=decimal(left) y=decimal(top) width=decimal(frame.width) height=decimal(frame.height)></rect>
            {small_icon(icon, "icon diagram__mark", left + 7.0, icon_y, 16)}
            <text class="diagram__name" x=decimal(left + 27.0) y=decimal(name_y)>{words::place(place, &watch.texts.get())}</text>
            <text class="diagram__when" x=decimal(left + 9.0) y="15">{when}</text>
            {marks}
        </g>
    }
    .into_any()
}

fn small_icon(name: &str, class: &'static str, x: f64, y: f64, size: u8) -> AnyView {
    let size = size.to_string();
    view! {
        <svg class=class x=decimal(x) y=decimal(y) width=size.clone() height=size>
            <use_ href=format!("#i-{name}")></use_>
        </svg>
    }
    .into_any()
}

/// What lies over the drawing and can be pointed at, tapped and gone to by the arrow keys.
#[component]
fn Hits(watch: Watch, layout: Layout, chosen: Chosen, id: String) -> impl IntoView {
    let t = watch.texts;
    let all = StoredValue::new(parts());
    let count = all.with_value(Vec::len);
    let place = move || all.with_value(|all| all.iter().position(|part| Some(*part) == chosen.get()));
    let prefix = StoredValue::new(id);
    let go = move |to: usize| {
        let id = prefix.with_value(|prefix| format!("{prefix}-{to}"));
        let hit = document().get_element_by_id(&id).and_then(|hit| hit.dyn_into::<HtmlElement>().ok());
        if let Some(hit) = hit {
            // An element that is in the page can take the focus.
            let _ = hit.focus();
        }
    };
    let keys = move |event: KeyboardEvent| {
        let at = untrack(place).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1) % count,
            "ArrowLeft" | "ArrowUp" => (at + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        go(to);
    };
    let hit = move |(n, part): (usize, DiagramPart)| {
        let stop = live(move || if place().unwrap_or_default() == n { "0" } else { "-1" });
        let id = prefix.with_value(|prefix| format!("{prefix}-{n}"));
        let area = move || area(part, layout, &t.get());
        let [x, y, width, height] = layout.view_box();
        let share = move |n: usize, from: f64, whole: f64| decimal((area()[n] - from) / whole * 100.0) + "%";
        view! {
            <button
                type="button"
                class="diagram__hit"
                id=id
                tabindex=stop
                aria-label=live(move || name(part, watch))
                style:left=live(move || share(0, x, width))
                style:top=live(move || share(1, y, height))
                style:width=live(move || share(2, 0.0, width))
                style:height=live(move || share(3, 0.0, height))
                on:focus=move |_| chosen.set(Some(part))
                on:pointerenter=move |_| chosen.set(Some(part))
                on:click=move |_| chosen.set(Some(part))
            ></button>
        }
        .into_any()
    };
    let hits = all.get_value().into_iter().enumerate().map(hit).collect::<Vec<_>>();
    view! {
        <div role="group" aria-label=t.say(Messages::job_diagram_parts) on:keydown=keys>{hits}</div>
    }
    .into_any()
}

/// Left, top, width and height of a part.
fn area(part: DiagramPart, layout: Layout, messages: &Messages) -> [f64; 4] {
    match part {
        DiagramPart::Place(place) => {
            let frame = layout.frame(place);
            [frame.x - frame.width / 2.0, frame.y - frame.height / 2.0, frame.width, frame.height]
        }
        DiagramPart::Way(way) => {
            let [left, top, right, bottom] = layout.label_area(way, &words_of(way, messages));
            [left - 3.0, top - 3.0, right - left + 6.0, bottom - top + 6.0]
        }
    }
}

/// The name of a state for the picture as a whole.
pub fn picture_name(state: JobState, watch: Watch) -> String {
    let m = watch.texts.get();
    m.job_diagram_label(words::place(DiagramPlace::State(state), &m))
}
