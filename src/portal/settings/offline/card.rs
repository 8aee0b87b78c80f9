//! The card: whether the portal's files are kept for use without a network, and whether they shall be.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::backend::health::{Relay, RelayOff};
use crate::portal::backend::use_backend;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::reactive::subscribers::scoped_memo;

use super::lasting::LastingStorage;
use super::renewal::{missed, turns};
use super::worker::{WorkerRequest, WorkerStatus, ask, container, is_unwanted, registration, want, worker};

/// How the copy stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Copy {
    /// There is no service worker that could keep one.
    Unsupported,
    /// It is being made, or looked for.
    Making,
    /// So many bytes are kept.
    Whole(u64),
    /// It is not wanted.
    Removed,
    /// It could not be made or removed, in the browser's own words.
    Failed(String),
}

impl Copy {
    fn of(asked: Result<WorkerStatus, String>) -> Copy {
        match asked {
            Ok(WorkerStatus { bytes: 0, .. }) => Copy::Removed,
            Ok(WorkerStatus { bytes, .. }) => Copy::Whole(bytes),
            Err(why) => Copy::Failed(why),
        }
    }
}

/// The card.
#[component]
pub fn OfflineCard() -> impl IntoView {
    let t = use_texts();
    let health = use_backend().health();
    let copy = RwSignal::new(Copy::Making);
    let send = move |asked: WorkerRequest| {
        copy.set(Copy::Making);
        spawn_local(async move {
            let now = tell(asked).await;
            // The page may have been left meanwhile.
            let _ = copy.try_set(now);
        });
    };
    let relay = memo(move |_| health.with(|health| health.relay.clone()));
    // A new worker at work has another copy than the one before.
    let turns = turns();
    let turns = scoped_memo(move |_| turns.get());
    effect(move |_| {
        turns.track();
        match relay.get() {
            Relay::Starting => {}
            Relay::Off(RelayOff::Unsupported | RelayOff::Changed | RelayOff::Refused(_)) => {
                copy.set(Copy::Unsupported);
            }
            Relay::On | Relay::Off(RelayOff::HardReload) => {
                send(if is_unwanted() { WorkerRequest::Look } else { WorkerRequest::Keep });
            }
        }
    });
    let text = live(move || match copy.get() {
        Copy::Unsupported => t.get().offline_unsupported().to_string(),
        Copy::Making => t.get().offline_making().to_string(),
        Copy::Whole(bytes) => t.get().offline_whole(format::bytes(t.language(), bytes)).to_string(),
        Copy::Removed => t.get().offline_removed().to_string(),
        Copy::Failed(why) => t.get().offline_failed(why).to_string(),
    });
    let can = memo(move |_| copy.with(|copy| *copy != Copy::Unsupported));
    let keeps = memo(move |_| copy.with(|copy| matches!(copy, Copy::Making | Copy::Whole(_))));
    let press = move |_| {
        let keep = !keeps.get_untracked();
        want(keep);
        send(if keep { WorkerRequest::Keep } else { WorkerRequest::Remove });
    };
    // One button, so that whoever has pressed it by a key can press it again.
    let button = live(move || {
        can.get().then(|| {
            let label = live(move || {
                if keeps.get() { t.get().offline_remove() } else { t.get().offline_keep() }.to_string()
            });
            view! { <div><button type="button" class="button" on:click=press>{label}</button></div> }
                .into_any()
        })
    });
    let missed = missed();
    let missed = scoped_memo(move |_| missed.get());
    let newer = live(move || {
        (missed.get() && keeps.get()).then(|| view! { <p>{t.say(Messages::offline_missed)}</p> }.into_any())
    });
    view! {
        <section class="card stack" aria-labelledby="offline-title">
            <h2 id="offline-title">{t.say(Messages::offline)}</h2>
            <p role="status">{text}</p>
            {newer}
            <p class="hint">{t.say(Messages::offline_hint)}</p>
            {button}
            <LastingStorage/>
        </section>
    }
}

/// Tells the worker at work what is wanted.
async fn tell(asked: WorkerRequest) -> Copy {
    let Some(container) = container() else { return Copy::Unsupported };
    let Some(registration) = registration(&container).await else { return Copy::Unsupported };
    match worker(&registration, "active") {
        Some(active) => Copy::of(ask(&active, asked).await),
        None => Copy::Unsupported,
    }
}
