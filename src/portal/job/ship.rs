//! Mark as shipped: one panel that asks for all that shipping needs, and one button.

use leptos::html;
use leptos::prelude::*;

use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{derive, memo};
use crate::portal::ui::{ActionButton, Dialog, DialogKind};

use super::form::{Fields, Form, FormKind};
use super::refusals::{reason, tell_refused};
use super::watch::Watch;

/// The panel, open for as long as it is in the page.
#[component]
pub fn ShipDialog(watch: Watch, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let t = watch.texts;
    let commands = use_commands();
    let form = Form::shipment(watch);
    let summary = NodeRef::<html::Div>::new();
    let found = form.found();
    // The clock goes on while the panel is open: what was allowed may be refused by now.
    let off = memo(move |_| reason(watch, Action::Ship));
    let send = move |()| {
        form.send(commands, summary, move || {
            // The page may have been left meanwhile.
            let _ = on_close.try_run(());
        });
    };
    let address = (form.kind == FormKind::Shipment { with_address: true })
        .then(|| view! { <p class="hint">{t.say(Messages::ship_address_missing)}</p> }.into_any());
    let foot = view! {
        <button type="button" class="button" on:click=move |_| on_close.run(())>
            {t.say(Messages::ship_not_yet)}
        </button>
        <ActionButton
            label=t.say(Messages::action_ship)
            icon="s-shipping"
            class="button--primary"
            reason=off
            on_press=send
            on_refused=tell_refused(watch, Action::Ship)
        />
    };
    view! {
        <Dialog
            title=derive(t.say(Messages::action_ship))
            kind=DialogKind::Drawer
            on_close=on_close
            foot=foot.into_any()
        >
            <p>{t.say(Messages::ship_hint)}</p>
            <p><button type="button" class="button button--sm" on:click=move |_| form.fill()>{t.say(Messages::create_fill)}</button></p>
            {address}
            <form class="stack" novalidate on:submit=move |event| event.prevent_default()>
                <Fields form found summary/>
            </form>
        </Dialog>
    }
    .into_any()
}
