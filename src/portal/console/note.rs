//! The note about calls from elsewhere: whether a script's fetch reaches the service, and why not.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::health::Relay;
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{Banner, CopyButton};

use super::words;

/// The note.
#[component]
pub fn RelayNote() -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let health = backend.health();
    let relay = memo(move |_| health.with(|health| health.relay.clone()));
    let title = derive(move || words::relay(&relay.get(), &t.get()).0.to_string());
    let text = derive(move || words::relay(&relay.get(), &t.get()).1.to_string());
    let banner = live(move || {
        let tone = match relay.get() {
            Relay::Starting | Relay::On => Tone::Info,
            Relay::Off(_) => Tone::Warning,
        };
        let address = view! {
            <code class="mono">{backend.base()}</code>
            <CopyButton text=Signal::stored(backend.base()) what=t.say(Messages::console_base)/>
        }
        .into_any();
        view! { <Banner tone title text actions=address/> }.into_any()
    });
    view! { <div class="banners">{banner}</div> }.into_any()
}
