//! The filters that are set, as pills below the toolbar.

use leptos::prelude::*;

use crate::api::explain;
use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{Icon, hand_on_focus};

use super::filters::{cancel_name, filter_label, type_name};
use super::model::view::{ViewFilter, with_filter};
use super::state::{List, TOOLBAR};

/// The filters that are set, each with a button that takes it away.
#[component]
pub fn Pills(list: List) -> impl IntoView {
    let t = use_texts();
    let active = memo(move |_| {
        list.view.with(|view| -> Vec<(ViewFilter, String)> {
            view.active().into_iter().map(|filter| (filter, view.value(filter).to_owned())).collect()
        })
    });
    let pill = move |(filter, value): (ViewFilter, String)| {
        let m = t.get();
        let (state, cancel, kind) = list.view.with(|view| (view.state, view.cancel, view.kind));
        let value = match filter {
            ViewFilter::State => state.map_or(value, |state| explain::state(state, &m)),
            ViewFilter::Cancel => cancel.map_or(value, |cancel| cancel_name(cancel, &m)),
            ViewFilter::Kind => kind.map_or(value, |kind| type_name(kind, &m)),
            ViewFilter::Text | ViewFilter::Location | ViewFilter::Group => value,
        };
        let text = m.filter_is(filter_label(filter)(&m).to_string(), value).to_string();
        let name = m.filter_remove(text.as_str()).to_string();
        view! {
            <button
                type="button"
                class="pill"
                aria-label=name
                on:click=move |_| {
                    hand_on_focus(".cluster", TOOLBAR);
                    list.go(|query| with_filter(query, filter, ""));
                }
            >
                {text}
                <Icon name="close"/>
            </button>
        }
        .into_any()
    };
    live(move || {
        let pills: Vec<_> = active.get().into_iter().map(pill).collect();
        (!pills.is_empty()).then(|| {
            view! {
                <div class="cluster">
                    {pills}
                    <button type="button" class="link-button small" on:click=move |_| list.clear_filters()>
                        {t.say(Messages::filters_clear)}
                    </button>
                </div>
            }
            .into_any()
        })
    })
}
