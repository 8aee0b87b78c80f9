//! Widths: one page of the portal in frames of several widths beside one another, all of them at work.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{Query, Route};
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::unique_id;

use super::super::look::wanted;
use super::frames::{Frames, WIDTHS};

/// The pages that can be chosen; any other comes by the address.
fn pages() -> [(Route, Phrase); 8] {
    [
        (Route::jobs(), Messages::nav_jobs),
        (Route::Create, Messages::nav_create),
        (Route::activity(), Messages::nav_activity),
        (Route::Console(None), Messages::nav_console),
        (Route::conformance(), Messages::conformance_title),
        (Route::Learn(String::new()), Messages::nav_learn),
        (Route::Settings, Messages::nav_settings),
        (Route::Gallery(Query::default()), Messages::gallery),
    ]
}

/// The page with its choices.
pub fn side_by_side(frames: Frames) -> AnyView {
    let t = use_texts();
    let navigation = use_navigation();
    let Frames { page, widths } = frames;
    let here = Route::parse(&page);
    let known = pages().into_iter().find(|(route, _)| *route == here).map(|(_, name)| name);
    let name = derive({
        let page = page.clone();
        move || known.map_or_else(|| page.clone(), |name| name(&t.get()))
    });
    let go = move |page: String, widths: Vec<u32>| {
        navigation.replace(Frames { page, widths }.route());
    };
    let select = unique_id("widths-page");
    let pick = {
        let widths = widths.clone();
        move |event: web_sys::Event| go(event_target_value(&event), widths.clone())
    };
    let other = known
        .is_none()
        .then(|| view! { <option value=page.clone() selected>{page.clone()}</option> }.into_any());
    let options = pages().map(|(route, name)| {
        let selected = route == here;
        view! { <option value=route.to_string() selected=selected>{t.say(name)}</option> }.into_any()
    });
    let boxes = WIDTHS.map(|width| {
        let (page, widths) = (page.clone(), widths.clone());
        let is_on = widths.contains(&width);
        let toggle = move |_| {
            let chosen = WIDTHS.into_iter().filter(|one| widths.contains(one) != (*one == width));
            go(page.clone(), chosen.collect());
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_on on:change=toggle/>
                <span>{pixels(width)}</span>
            </label>
        }
        .into_any()
    });
    let none =
        widths.is_empty().then(|| view! { <p class="muted">{t.say(Messages::widths_none)}</p> }.into_any());
    let all: Vec<AnyView> = widths.iter().map(|width| frame(here.clone(), *width, name)).collect();
    view! {
        <section class="stack" aria-labelledby="widths-title">
            <h2 id="widths-title">{t.say(Messages::widths)}</h2>
            <p class="hint measure">{t.say(Messages::widths_hint)}</p>
            <div class="widths__choice">
                <div class="field">
                    <label class="field__label" for=select.clone()>{t.say(Messages::widths_page)}</label>
                    <select class="select" id=select on:change=pick>{options} {other}</select>
                </div>
                <fieldset class="field">
                    <legend class="field__label">{t.say(Messages::widths_widths)}</legend>
                    <div class="cluster">{boxes}</div>
                </fieldset>
            </div>
            {none}
            <div class="widths" role="region" tabindex="0" aria-label=t.say(Messages::widths)>{all}</div>
        </section>
    }
    .into_any()
}

fn pixels(width: u32) -> Signal<String> {
    let t = use_texts();
    derive(move || t.get().widths_pixels(format::number(t.language(), width as usize)))
}

/// The page in a frame of this width.
fn frame(page: Route, width: u32, name: Signal<String>) -> AnyView {
    let t = use_texts();
    let backend = use_backend();
    let look = wanted::count();
    let label = pixels(width);
    let address = memo(move |_| {
        // Told of no look any more, a frame would keep the one that it has: with another number its page loads anew. No
        // browser shows a page in a frame of itself; the query makes it another.
        let no = look.get();
        format!("{}/?width={width}-{no}{}", backend.base(), page.in_workspace(&backend.in_address()))
    });
    let title = derive(move || t.get().widths_frame(name.get(), label.get()));
    view! {
        <figure class="widths__frame">
            <figcaption class="muted small">{label}</figcaption>
            {live(move || {
                let address = address.get();
                view! { <iframe src=address title=title width=width.to_string() height="720"></iframe> }
                .into_any()
            })}
        </figure>
    }
    .into_any()
}
