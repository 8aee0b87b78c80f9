//! The way to the service: the one place that every call passes, of the portal, of the console and of scripts, and where
//! the network of the prototyper lies across it. It is fetched with what is behind the list, the network itself only
//! where somebody wants one.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::portal::backend::page::Promised;
use crate::portal::backend::{Backend, NotDone};
use crate::portal::rooms::{Room, bring, enter};
use crate::portal::route::fragment::{arrived, on_followed};
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::sync::message::{Asked, Replied, SentCall};

use super::switches::Switches;

/// What a call comes to.
pub type OnItsWay = Pin<Box<dyn Future<Output = Result<Replied, NotDone>>>>;
/// A network.
pub type Network = fn(Backend, SentCall) -> OnItsWay;

thread_local! {
    /// The network that lies across the way.
    static NETWORK: Cell<Option<Network>> = const { Cell::new(None) };
    /// Those who wait for the network that is wanted.
    static WAITING: RefCell<Vec<Promised<()>>> = const { RefCell::new(Vec::new()) };
    /// The fragment of a link that was followed and has switches.
    static ASKED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether the room is wanted: its overrides or its panel.
    static WANTED: Cell<Option<RwSignal<RoomWanted>>> = const { Cell::new(None) };
}

/// What is wanted of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomWanted {
    /// The room itself.
    pub room: bool,
    /// Its panel.
    pub panel: bool,
}

/// What is wanted of the room: from the start what the address says.
pub fn wanted() -> RwSignal<RoomWanted> {
    WANTED.get().unwrap_or_else(|| {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new(RoomWanted { room: asked(), panel: false }));
        // It outlives every page.
        std::mem::forget(owner);
        WANTED.set(Some(signal));
        signal
    })
}

/// The room, as long as it is wanted, or `look`, another look, whose badge is there; should its files not come, the page is
/// shown without it.
pub fn room(look: RwSignal<bool>) -> AnyView {
    let wanted = wanted();
    on_followed(move |fragment| {
        if !wanted.get_untracked().room && Switches::are_in(fragment) {
            ASKED.set(Some(fragment.to_owned()));
            wanted.update(|wanted| wanted.room = true);
        }
    });
    let here = memo(move |_| wanted.get().room || look.get());
    effect(move |_| {
        if here.get() {
            spawn_local(async {
                if bring(Room::Prototype).await.is_err() {
                    show_page();
                    lay(None);
                }
            });
        }
    });
    live(move || here.get().then(|| enter(Room::Prototype))).into_any()
}

/// The fragment that has asked for overrides, as it was before anybody rewrote it; that of the address, where none has.
pub fn asked_by() -> String {
    let opened = || document().document_element().and_then(|root| root.get_attribute(HELD));
    ASKED.take().or_else(opened).unwrap_or_else(arrived)
}

/// Shows the page that was kept back until it was known what is overridden.
pub fn show_page() {
    if let Some(root) = document().document_element() {
        // A plain attribute can be taken away.
        let _ = root.remove_attribute(HELD);
    }
}

/// What src/boot.js marks the page with while its address has switches and nobody has read them.
const HELD: &str = "data-hold";

/// Whether the address with which the page was opened has switches: src/boot.js has seen that.
fn asked() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(HELD))
}

/// Opens the panel, or closes it.
pub fn toggle_panel() {
    wanted().update(|wanted| *wanted = RoomWanted { room: true, panel: !wanted.panel });
}

/// Lays a network across the way, or takes it away; whoever waits for one goes on.
pub fn lay(network: Option<Network>) {
    NETWORK.set(network);
    WAITING.take().iter().for_each(|one| one.give(()));
}

/// Has something carried out by the tab that leads. Calls pass the network that lies across the way.
///
/// # Errors
/// [`NotDone`].
pub async fn carry_out(backend: Backend, asked: Asked) -> Result<Replied, NotDone> {
    let Asked::Call(call) = asked else { return backend.ask(asked).await };
    let awaited = wanted().get_untracked().room && NETWORK.get().is_none();
    if awaited && bring(Room::Prototype).await.is_ok() && NETWORK.get().is_none() {
        let laid = Promised::default();
        WAITING.with_borrow_mut(|waiting| waiting.push(laid.clone()));
        laid.get().await;
    }
    match NETWORK.get() {
        Some(network) => network(backend, call).await,
        None => backend.ask(Asked::Call(call)).await,
    }
}
