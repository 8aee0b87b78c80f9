//! The page: what the look of everything is, and the specimens.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::phrases::Messages;
use crate::portal::rooms::Room;
use crate::portal::rooms::later::use_later;
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{Query, Route};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};

use super::frames::Frames;
use super::registry::{Group, Part, ShownParts, State};
use super::specimens::specimen;
use super::tokens;
use super::widths::side_by_side;
use super::words;

/// What can take the focus in a specimen.
const CONTROLS: &str = "a, button, input, select, textarea, [tabindex='0']";

/// The page.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let (t, later) = (use_texts(), use_later());
    let query = use_navigation().part::<Query>(|route| {
        let Route::Gallery(query) = route else { return None };
        Some(query)
    });
    let shown = memo(move |_| query.with(ShownParts::parse));
    let page = memo(move |_| matches!(shown.get(), ShownParts::State(part, _) if part.is_page()));
    let head = live(move || {
        (!page.get()).then(|| {
            view! {
                <PageHead title=derive(t.say(Messages::gallery)) icon="columns"/>
                <p class="measure muted">{t.say(Messages::gallery_intro)}</p>
                <p><a href=Frames::default().route().to_string()>{t.say(Messages::widths_link)}</a></p>
            }
            .into_any()
        })
    });
    let body = live(move || match shown.get() {
        ShownParts::All => everything(),
        ShownParts::Part(part) => view! { {back()} {card(part, true)} }.into_any(),
        ShownParts::State(part, state) => view! { {back()} {alone(part, state)} }.into_any(),
        ShownParts::Frames(frames) => view! { {back()} {side_by_side(frames)} }.into_any(),
        ShownParts::Missing => {
            view! { {back()} <p role="status">{t.say(Messages::gallery_missing)}</p> }.into_any()
        }
    });
    // A part that is a page of its own stands first, with the heading.
    view! {
        <div class="gallery">
            {head}
            {live(move || (!page.get()).then(|| later.show(|parts| (parts.enter)(Room::Look))))}
            {body}
        </div>
    }
    .into_any()
}

fn back() -> AnyView {
    let t = use_texts();
    let page = ShownParts::All.route().to_string();
    view! { <p class="gallery__back"><a href=page>{t.say(Messages::gallery_all)}</a></p> }.into_any()
}

fn everything() -> AnyView {
    let t = use_texts();
    let group = |group: Group| {
        let id = format!("gallery-{}", group.slug());
        let parts = Part::ALL.iter().filter(|part| part.group() == group);
        let cards: Vec<AnyView> = parts.map(|part| card(*part, false)).collect();
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 id=id.clone()>{t.say(words::group(group))}</h2>
                {cards}
            </section>
        }
        .into_any()
    };
    Group::ALL.iter().map(|one| group(*one)).collect::<Vec<_>>().into_any()
}

/// The names of a part, as the source has them.
fn names(part: Part) -> AnyView {
    part.shows()
        .iter()
        .map(|name| view! { <code>{*name}</code> " " }.into_any())
        .collect::<Vec<_>>()
        .into_any()
}

/// A part in all its states.
fn card(part: Part, with_tokens: bool) -> AnyView {
    let t = use_texts();
    let id = format!("gallery-part-{}", part.slug());
    let row = NodeRef::<html::Div>::new();
    let states = part.states().iter().map(|state| {
        let state = *state;
        let link = ShownParts::State(part, state).route().to_string();
        let inside = match part.stands_alone(state) {
            true => view! { <p class="muted small">{t.say(Messages::gallery_alone)}</p> }.into_any(),
            false => framed(part, state),
        };
        view! {
            <div class="gallery__state">
                <p class="gallery__name"><a href=link>{t.say(words::state(state))}</a></p>
                {inside}
            </div>
        }
        .into_any()
    });
    let link = ShownParts::Part(part).route().to_string();
    view! {
        <section class="card gallery__card" aria-labelledby=id>
            <div class="head">
                <h3 id=id.clone()>{names(part)}</h3>
                {(!with_tokens).then(|| view! { <a href=link>{t.say(Messages::gallery_more)}</a> }.into_any())}
            </div>
            <div class="gallery__states" node_ref=row>{states.collect::<Vec<_>>()}</div>
            {with_tokens.then(|| tokens_of(row))}
        </section>
    }
    .into_any()
}

fn framed(part: Part, state: State) -> AnyView {
    let class = if state == State::Focus {
        "gallery__specimen gallery__specimen--focus"
    } else {
        "gallery__specimen"
    };
    view! { <div class=class data-part=part.slug() data-state=state.slug()>{specimen(part, state)}</div> }
        .into_any()
}

/// A part in one state and nothing beside it; what can have the focus has it.
fn alone(part: Part, state: State) -> AnyView {
    let t = use_texts();
    let row = NodeRef::<html::Div>::new();
    if matches!((part, state), (Part::Tip, _) | (_, State::Focus)) {
        effect(move |_| {
            let Some(row) = row.get() else { return };
            // Behind the page, which gives the focus to its heading.
            let focus = move || {
                let control = row.query_selector(CONTROLS).ok().flatten();
                if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
                    // What is in the page can take the focus.
                    let _ = control.focus();
                }
            };
            request_animation_frame(move || request_animation_frame(focus));
        });
    }
    let heading =
        (!part.is_page()).then(|| view! { <h2>{names(part)} {t.say(words::state(state))}</h2> }.into_any());
    view! {
        {heading}
        <div node_ref=row>{framed(part, state)}</div>
        {tokens_of(row)}
    }
    .into_any()
}

/// The tokens that a row of specimens uses, found when it is drawn.
fn tokens_of(row: NodeRef<html::Div>) -> AnyView {
    let t = use_texts();
    let found = RwSignal::new(Vec::new());
    effect(move |_| {
        let Some(row) = row.get() else { return };
        t.language();
        request_animation_frame(move || {
            // The page may have been left meanwhile.
            let _ = found.try_set(tokens::used(&row));
        });
    });
    let token = |(name, value): (String, String)| {
        view! { <div><dt><code>{name}</code></dt><dd><code>{value}</code></dd></div> }.into_any()
    };
    view! {
        <details class="gallery__tokens">
            <summary>{live(move || t.get().gallery_tokens(found.with(Vec::len)))}</summary>
            <p class="hint">{t.say(Messages::gallery_tokens_hint)}</p>
            <dl class="facts">{live(move || found.get().into_iter().map(token).collect::<Vec<_>>())}</dl>
        </details>
    }
    .into_any()
}
