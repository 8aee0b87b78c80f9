//! Around the page: what every page needs and nobody sees at first, such as messages, menus and shortcuts.

use leptos::prelude::*;

use crate::portal::ui::Tip;
use crate::portal::ui::feedback::fill_regions;

use super::clock::ClockControl;
use super::notifications::{NoticePanel, Toasts};
use super::shortcuts::{Shortcuts, ShortcutsDialog, shortcuts_enabled};
use super::top_bar::LanguageMenu;

/// All of it.
#[component]
pub fn Around(
    /// The clock that shortcuts act on.
    clock: ClockControl,
    /// Whether the help on shortcuts is open.
    help_open: RwSignal<bool>,
) -> impl IntoView {
    let enabled = RwSignal::new(shortcuts_enabled());
    fill_regions();
    let close = Callback::new(move |()| help_open.set(false));
    view! {
        <Toasts/>
        <NoticePanel/>
        <LanguageMenu/>
        {move || help_open.get().then(|| view! { <ShortcutsDialog enabled on_close=close/> })}
        <Shortcuts clock help_open enabled/>
        <Tip/>
    }
    .into_any()
}
