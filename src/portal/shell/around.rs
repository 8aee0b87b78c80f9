//! Around the page: what every page needs and nobody sees at first, such as messages, menus and shortcuts.

use leptos::prelude::*;

use crate::portal::ui::Tip;
use crate::portal::ui::feedback::fill_regions;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::live;
use crate::portal::welcome::HelpDialog;

use super::changes::{ChangesPanel, follow_changes};
use super::nav::close_from_outside;
use super::notifications::{NoticePanel, Toasts};
use super::shortcuts::{Shortcuts, shortcuts};
use super::top_bar::LanguageMenu;
use super::workspace_menu::WorkspaceMenu;

/// All of it.
#[component]
pub fn Around(
    /// Whether the help is open.
    help_open: RwSignal<bool>,
    /// Whether the navigation is open on small screens.
    nav_open: RwSignal<bool>,
    /// Whether the first steps are shown.
    steps: RwSignal<bool>,
) -> impl IntoView {
    let enabled = RwSignal::new(preferences::single_keys());
    fill_regions();
    follow_changes();
    close_from_outside(nav_open);
    let close = Callback::new(move |()| help_open.set(false));
    view! {
        <Toasts/>
        <NoticePanel/>
        <LanguageMenu/>
        <WorkspaceMenu/>
        {live(move || help_open.get().then(|| view! { <HelpDialog steps keys=shortcuts(enabled) on_close=close/> }.into_any()))}
        <ChangesPanel/>
        <Shortcuts help_open enabled/>
        <Tip/>
    }
    .into_any()
}
