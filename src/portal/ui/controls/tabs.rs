//! Tabs, as the WAI-ARIA practices describe them: arrows move, Home and End go to the ends. Where there is
//! no room for all of them, the chosen one is brought into sight.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::Icon;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};

/// A tab.
#[derive(Clone, Copy)]
pub struct Tab {
    /// Unique in the page: the tab's id is `tab-` and this, its panel's `panel-` and this.
    pub id: &'static str,
    /// What it says.
    pub label: Signal<String>,
    /// An icon that tells how it stands, with the class for it; the label must tell the same.
    pub mark: Signal<Option<(&'static str, &'static str)>>,
}

impl Tab {
    /// A tab without a mark.
    pub fn new(id: &'static str, label: impl Fn() -> String + Send + Sync + 'static) -> Tab {
        Tab { id, label: derive(label), mark: Signal::stored(None) }
    }
}

/// A row of tabs. The page shows the chosen one's [`TabPanel`].
#[component]
pub fn Tabs(
    /// What the tabs are of.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs in their order.
    tabs: Vec<Tab>,
    /// The id of the chosen tab.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Called with the id of a tab when somebody chooses it.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let ids: Vec<&'static str> = tabs.iter().map(|tab| tab.id).collect();
    let key = move |event: KeyboardEvent| {
        let at = ids.iter().position(|id| *id == chosen.get_untracked()).unwrap_or_default();
        let count = ids.len();
        let root = document().document_element();
        let back = match root.and_then(|root| root.get_attribute("dir")).as_deref() {
            Some("rtl") => "ArrowRight",
            _ => "ArrowLeft",
        };
        let to = match event.key().as_str() {
            key if key == back => (at + count - 1) % count,
            "ArrowRight" | "ArrowLeft" => (at + 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        on_choose.run(ids[to]);
        let tab = document().get_element_by_id(&format!("tab-{}", ids[to]));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let tab = move |Tab { id, label, mark }: Tab| {
        let selected = memo(move |_| chosen.get() == id);
        let class = live(move || match mark.get() {
            Some((_, class)) => format!("tab {class}"),
            None => "tab".to_owned(),
        });
        view! {
            <button
                type="button"
                role="tab"
                id=format!("tab-{id}")
                class=class
                aria-selected=live(move || selected.get().to_string())
                aria-controls=live(move || selected.get().then(|| format!("panel-{id}")))
                tabindex=live(move || if selected.get() { "0" } else { "-1" })
                on:click=move |_| on_choose.run(id)
            >
                {live(move || mark.get().map(|(icon, _)| view! { <Icon name=icon/> }.into_any()))}
                <span class="tab__label" data-label=live(move || label.get())>{live(move || label.get())}</span>
            </button>
        }
        .into_any()
    };
    let row = NodeRef::<html::Div>::new();
    effect(move |_| {
        let id = format!("tab-{}", chosen.get());
        // A chosen tab may be drawn wider, so its place is measured in the next frame.
        request_animation_frame(move || {
            let (Some(Some(row)), Some(tab)) = (row.try_get_untracked(), document().get_element_by_id(&id))
            else {
                return;
            };
            let (around, inside) = (row.get_bounding_client_rect(), tab.get_bounding_client_rect());
            let off = inside.left() - around.left() - (around.width() - inside.width()) / 2.0;
            row.set_scroll_left(row.scroll_left() + off as i32);
        });
    });
    view! {
        <div class="tabs" role="tablist" node_ref=row aria-label=live(move || label.get()) on:keydown=key>
            {tabs.into_iter().map(tab).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// The panel of a tab.
#[component]
pub fn TabPanel(
    /// The tab's id.
    id: &'static str,
    /// More classes.
    #[prop(optional)]
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    view! {
        <div role="tabpanel" id=format!("panel-{id}") aria-labelledby=format!("tab-{id}") tabindex="0" class=class>
            {children()}
        </div>
    }
    .into_any()
}
