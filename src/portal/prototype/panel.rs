//! The panel "Prototype": a region beside the page, a tab for each kind of overrides.

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{Query, Route};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::{Icon, Tab, TabPanel, Tabs, focused};

use super::badge::{Badge, Pending};
use super::data::section::{DataSection, open_asked};
use super::desk::Desk;
use super::gallery::frames::FRAMES_OF;
use super::hold::Hold;
use super::link::LinkSection;
use super::look::wanted;
use super::network::section::NetworkSection;
use super::pins::marks::follow;
use super::pins::section::PinsSection;
use super::way;

/// The room: what lies over the page, the badge, and the panel while it is open.
#[component]
pub fn Prototype() -> impl IntoView {
    let desk = Desk::open(use_backend(), use_navigation());
    open_asked(desk);
    follow(desk);
    let open = memo(move |_| way::wanted().get().panel);
    view! {
        <Hold desk/>
        <Pending/>
        <Badge desk/>
        {live(move || open.get().then(|| view! { <Panel desk/> }.into_any()))}
    }
}

#[component]
fn Panel(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let chosen = RwSignal::new("prototype-network");
    let element = NodeRef::<html::Section>::new();
    let opener = StoredValue::new_local(focused());
    effect(move |_| {
        if let Some(panel) = element.get() {
            // What is in the page can take the focus.
            let _ = panel.focus();
        }
    });
    on_cleanup(move || {
        if let Some(Some(opener)) = opener.try_get_value() {
            let _ = opener.focus();
        }
    });
    let close = move || way::wanted().update(|wanted| wanted.panel = false);
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            close();
        }
    };
    let tab = |id, label| Tab::new(id, t.say(label));
    let tabs = vec![
        tab("prototype-network", Messages::prototype_network),
        tab("prototype-data", Messages::prototype_data),
        tab("prototype-look", Messages::prototype_look),
        tab("prototype-pins", Messages::prototype_pins),
        tab("prototype-link", Messages::prototype_link),
    ];
    let strange = live(move || {
        let strange = desk.strange.get();
        (!strange.is_empty()).then(|| {
            let text = t.get().prototype_strange(strange.join(", "));
            view! { <p class="field__error">{text}</p> }.into_any()
        })
    });
    let off = move |_| desk.all_off();
    // This page at several widths; the gallery shows itself at none but its own.
    let navigation = use_navigation();
    let beside = move || {
        let route = navigation.route();
        let page = if matches!(route, Route::Gallery(_)) { Route::jobs() } else { route };
        Route::Gallery(Query::default().with(FRAMES_OF, &page.to_string())).to_string()
    };
    let look = wanted::count();
    let count = memo(move |_| desk.switches.with(|switches| switches.count()) + look.get());
    view! {
        <section class="prototype" aria-label=t.say(Messages::prototype) tabindex="-1" node_ref=element on:keydown=key>
            <header class="prototype__head">
                <h2>{t.say(Messages::prototype)}</h2>
                <button type="button" class="button button--sm" disabled=live(move || count.get() == 0) on:click=off>
                    {t.say(Messages::prototype_off)}
                </button>
                <button
                    type="button"
                    class="button button--subtle button--icon button--sm"
                    aria-label=t.say(Messages::prototype_close)
                    aria-keyshortcuts="Control+."
                    on:click=move |_| close()
                >
                    <Icon name="close"/>
                </button>
            </header>
            <div class="prototype__body">
                <p class="hint">{t.say(Messages::prototype_intro)}</p>
                {strange}
                <Tabs
                    label=derive(t.say(Messages::prototype_sections))
                    tabs=tabs
                    chosen=chosen
                    on_choose=move |id| chosen.set(id)
                />
                {live(move || match chosen.get() {
                    "prototype-data" => view! { <TabPanel id="prototype-data" class="stack"><DataSection desk/></TabPanel> }.into_any(),
                    "prototype-look" => view! { <TabPanel id="prototype-look" class="stack">{enter(Room::Look)} <p><a href=live(beside)>{t.say(Messages::widths_link)}</a></p></TabPanel> }.into_any(),
                    "prototype-pins" => view! { <TabPanel id="prototype-pins" class="stack"><PinsSection desk/></TabPanel> }.into_any(),
                    "prototype-link" => view! { <TabPanel id="prototype-link" class="stack"><LinkSection desk/></TabPanel> }.into_any(),
                    _ => view! { <TabPanel id="prototype-network" class="stack"><NetworkSection desk/></TabPanel> }.into_any(),
                })}
            </div>
        </section>
    }
    .into_any()
}
