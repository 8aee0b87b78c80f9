//! What the portal tells.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::prototype::gallery::registry::State;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::{Banner, Icon, MessagePage};

use super::said::{plain, said, tone};

/// A message in the page.
pub fn banner(state: State) -> AnyView {
    let (feedback, t) = (use_feedback(), use_texts());
    let actions = view! {
        <button type="button" class="button button--sm">{plain(Messages::gallery_again)}</button>
    };
    let title = plain(Messages::gallery_news);
    let text = said(state, Messages::gallery_sub);
    let closed = move |()| feedback.announce(t.peek().gallery_pressed());
    view! { <Banner tone=tone(state) title text on_close=Callback::new(closed) actions=actions.into_any()/> }
        .into_any()
}

/// A message over the page.
pub fn toast(state: State) -> AnyView {
    view! {
        <div class=format!("toast {}", tone(state).class())>
            <Icon name=tone(state).icon()/>
            <div>
                <p><strong>{plain(Messages::gallery_news)}</strong></p>
                <p>{said(state, Messages::gallery_sub)}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What only screen readers hear.
pub fn live() -> AnyView {
    let (feedback, t) = (use_feedback(), use_texts());
    view! {
        <p class="measure">{plain(Messages::gallery_live)}</p>
        <div class="cluster">
            <button type="button" class="button" on:click=move |_| feedback.announce(t.peek().gallery_pressed())>
                {plain(Messages::gallery_live_polite)}
            </button>
            <button type="button" class="button" on:click=move |_| feedback.alert(t.peek().gallery_pressed())>
                {plain(Messages::gallery_live_urgent)}
            </button>
        </div>
    }
    .into_any()
}

/// A page that says one thing.
pub fn message_page(state: State) -> AnyView {
    let title = said(state, Messages::no_such_page_title);
    view! {
        <MessagePage title text=said(state, Messages::no_such_page_text) icon="search">
            <a class="button" href=Route::jobs().to_string()>{plain(Messages::nav_jobs)}</a>
        </MessagePage>
    }
    .into_any()
}
