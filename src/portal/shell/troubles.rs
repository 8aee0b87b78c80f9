//! Troubles: the banners that are rarely there and never at once, so that they come behind the first view.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::Route;
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::commands::not_done;
use crate::portal::ui::feedback::{Banner, Tone};
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::workspace_names;

use super::banners::{PageTrouble, back};

impl PageTrouble {
    fn title(&self, m: &Messages) -> String {
        match self {
            PageTrouble::Outdated => m.banner_outdated(),
            PageTrouble::Full => m.banner_full(),
            PageTrouble::NearlyFull => m.banner_nearly_full(),
            PageTrouble::Blocked(_) | PageTrouble::NoRoom => m.banner_blocked(),
            PageTrouble::Aside(count) => m.banner_aside(*count),
            PageTrouble::Gone => m.banner_gone(),
            PageTrouble::Link(_) => m.banner_link(),
            PageTrouble::Foreign(slot, origin) => m.banner_foreign(workspace_names::name(slot, origin, m)),
            PageTrouble::Adopted(Ok(())) => m.banner_adopted(),
            PageTrouble::Adopted(Err(_)) => m.banner_not_adopted(),
        }
        .to_string()
    }

    fn text(&self, m: &Messages) -> String {
        match self {
            PageTrouble::Outdated => m.banner_outdated_text(),
            PageTrouble::Full => m.banner_full_text(),
            PageTrouble::NearlyFull => m.banner_nearly_full_text(),
            PageTrouble::Blocked(why) => m.banner_blocked_text(why.as_str()),
            PageTrouble::NoRoom => m.banner_no_room_text(),
            PageTrouble::Aside(_) => m.banner_aside_text(),
            PageTrouble::Gone => m.banner_gone_text(),
            PageTrouble::Link(why) => return workspace_names::not_opened(why, m),
            PageTrouble::Foreign(..) => m.banner_foreign_text(),
            PageTrouble::Adopted(Ok(())) => m.banner_adopted_text(),
            PageTrouble::Adopted(Err(why)) => return not_done(why, m),
        }
        .to_string()
    }
}

/// The banner of a trouble; those that can be closed call `close`.
pub fn trouble(trouble: PageTrouble, close: Callback<()>) -> AnyView {
    let t = use_texts();
    let (titled, worded) = (trouble.clone(), trouble.clone());
    let title = derive(move || titled.title(&t.get()));
    let text = derive(move || worded.text(&t.get()));
    match trouble {
        PageTrouble::Outdated => {
            let reload = move |_| {
                // A page can always be reloaded.
                let _ = window().location().reload();
            };
            let button = view! {
                <button type="button" class="button button--sm" on:click=reload>{t.say(Messages::reload)}</button>
            };
            view! { <Banner tone=Tone::Danger title=title text=text actions=button.into_any()/> }.into_any()
        }
        PageTrouble::Full | PageTrouble::NoRoom => {
            let settings = settings(t, Messages::banner_to_settings);
            view! { <Banner tone=Tone::Danger title=title text=text actions=settings/> }.into_any()
        }
        PageTrouble::NearlyFull | PageTrouble::Aside(_) => {
            let settings = settings(t, Messages::banner_to_settings);
            view! { <Banner tone=Tone::Warning title=title text=text actions=settings on_close=close/> }
                .into_any()
        }
        PageTrouble::Gone => {
            let back = back(t, use_backend());
            view! { <Banner tone=Tone::Danger title=title text=text actions=back/> }.into_any()
        }
        PageTrouble::Adopted(Ok(())) => {
            view! { <Banner tone=Tone::Success title=title text=text on_close=close/> }.into_any()
        }
        PageTrouble::Link(_) | PageTrouble::Adopted(Err(_)) => {
            view! { <Banner tone=Tone::Danger title=title text=text on_close=close/> }.into_any()
        }
        PageTrouble::Blocked(_) | PageTrouble::Foreign(..) => {
            view! { <Banner tone=Tone::Warning title=title text=text on_close=close/> }.into_any()
        }
    }
}

fn settings(t: Texts, label: Phrase) -> AnyView {
    view! { <a class="button button--sm" href=Route::Settings.to_string()>{t.say(label)}</a> }.into_any()
}
