//! The menu of the workspace: which one is shown, and what can be done with it as a whole.

use leptos::html;
use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::Route;
use crate::portal::settings::{Links, OpenFromFile, Rename, StartOver, lead_to_workspaces};
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{Dialog, DialogKind, Icon, save, workspace_names};

/// The id of the menu.
pub const MENU: &str = "workspace";

/// What of the menu is open in a dialog.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    StartOver,
    File,
    Share,
    Rename,
}

/// The menu, opened by the button in the top bar.
#[component]
pub fn WorkspaceMenu() -> impl IntoView {
    let (t, backend) = (use_texts(), use_backend());
    let menu = NodeRef::<html::Div>::new();
    let open = RwSignal::new(None::<Open>);
    // Hiding what is hidden is as good.
    let hide = move || drop(menu.get_untracked().map(|menu| menu.hide_popover()));
    let name = move || {
        backend.revision().track();
        let m = t.get();
        workspace_names::name(&backend.slot(), &backend.origin(), &m)
    };
    let item = move |icon: &'static str, label: Phrase, press: Callback<()>| {
        view! {
            <li>
                <button type="button" class="menu__item menu__item--icon" on:click=move |_| press.run(())>
                    <Icon name=icon/>
                    {t.say(label)}
                </button>
            </li>
        }
        .into_any()
    };
    let asks = move |icon: &'static str, label: Phrase, what: Open| {
        let press = Callback::new(move |()| {
            hide();
            open.set(Some(what));
        });
        item(icon, label, press)
    };
    let to_file = Callback::new(move |()| {
        hide();
        if let Err(error) = save(&backend.export(), &backend.file_name(), "application/json") {
            // A browser that cannot save says so in its own way; there is nothing to lose here.
            leptos::logging::warn!("{error:?}");
        }
    });
    let close = Callback::new(move |()| open.set(None));
    let dialog = live(move || {
        Some(match open.get()? {
            Open::StartOver => view! { <StartOver on_close=close/> }.into_any(),
            Open::Rename => view! { <Rename on_close=close/> }.into_any(),
            Open::File => view! {
                <Dialog title=derive(t.say(Messages::files)) kind=DialogKind::Wide on_close=close><OpenFromFile/></Dialog>
            }
            .into_any(),
            Open::Share => view! {
                <Dialog title=derive(t.say(Messages::share_title)) kind=DialogKind::Wide on_close=close><Links/></Dialog>
            }
            .into_any(),
        })
    });
    view! {
        <div class="popover" id=MENU popover="auto" role="region" aria-label=t.say(Messages::workspace) node_ref=menu>
            <p class="menu__head">{live(move || t.get().workspace_shown(name()))}</p>
            <ul class="menu">
                {asks("refresh", Messages::workspace_start_over, Open::StartOver)}
                {asks("upload", Messages::workspace_open, Open::File)}
                {item("download", Messages::workspace_save, to_file)}
                {asks("copy", Messages::workspace_share, Open::Share)}
                {asks("log", Messages::workspace_rename, Open::Rename)}
                <li>
                    <a class="menu__item menu__item--icon" href=Route::Settings.to_string() on:click=move |_| {
                        hide();
                        lead_to_workspaces();
                    }>
                        <Icon name="columns"/>
                        {t.say(Messages::workspace_all)}
                    </a>
                </li>
            </ul>
        </div>
        {dialog}
    }
    .into_any()
}
