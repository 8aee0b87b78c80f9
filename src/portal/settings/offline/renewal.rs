//! The renewal: keeps the offline copy up, and offers a newer version as soon as all of it is there.
//!
//! Nothing is loaded anew by itself. A tab that somebody updates has the new worker begin and then loads its page; every
//! other tab goes on with the files that it was started with, and offers the same.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::phrases::Messages;
use crate::portal::backend::page::{field, hold_shared};
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::{Tone, use_feedback};
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::{Icon, hand_on_focus};

use super::worker::{WorkerRequest, ask, build, container, is_unwanted, listen, lock, registration, worker};

thread_local! {
    static MISSED: ArcRwSignal<bool> = ArcRwSignal::new(false);
    static TURNS: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Grows whenever another worker is at work.
pub fn turns() -> ArcRwSignal<u32> {
    TURNS.with(Clone::clone)
}

/// Whether a newer version is on the host of which no copy could be made.
pub fn missed() -> ArcRwSignal<bool> {
    MISSED.with(Clone::clone)
}

/// The notice that a newer version is ready, once one is.
#[component]
pub fn Renewal() -> impl IntoView {
    let t = use_texts();
    let (feedback, health) = (use_feedback(), use_backend().health());
    let watch = Watch {
        registration: StoredValue::new_local(None),
        offered: RwSignal::new(false),
        pressed: StoredValue::new(false),
        outdated: memo(move |_| health.with(|health| health.outdated)),
    };
    spawn_local(watch.begin());
    effect(move |_| {
        if watch.offered.get() {
            feedback.announce(t.peek().renewal());
        }
    });
    effect(move |_| {
        // This page can do nothing any more but be loaded anew, and then with the version that has written.
        if watch.outdated.get() {
            watch.look();
        }
    });
    let close = move |_| {
        hand_on_focus(".toasts", "[popovertarget=notifications]");
        watch.offered.set(false);
    };
    live(move || {
        watch.offered.get().then(|| {
            view! {
                <div class=format!("toast {}", Tone::Info.class())>
                    <Icon name=Tone::Info.icon()/>
                    <div class="stack">
                        <p><strong>{t.say(Messages::renewal)}</strong></p>
                        <p>{t.say(Messages::renewal_text)}</p>
                        <p>
                            <button type="button" class="button button--sm" on:click=move |_| watch.press()>
                                {t.say(Messages::renewal_press)}
                            </button>
                        </p>
                    </div>
                    <button
                        type="button"
                        class="button button--subtle button--icon button--sm"
                        aria-label=live(move || t.get().dismiss_named(t.get().renewal()).to_string())
                        on:click=close
                    >
                        <Icon name="close"/>
                    </button>
                </div>
            }
            .into_any()
        })
    })
}

/// What this page knows of its workers.
#[derive(Clone, Copy)]
struct Watch {
    registration: StoredValue<Option<JsValue>, LocalStorage>,
    /// Whether a newer version can be started.
    offered: RwSignal<bool>,
    /// Whether somebody wants it in this tab.
    pressed: StoredValue<bool>,
    /// Whether this page changes nothing any more, because a newer version has written.
    outdated: Memo<bool>,
}

impl Watch {
    async fn begin(self) {
        let Some(container) = container() else { return };
        // Before anything is waited for: a worker that begins meanwhile would be missed.
        listen(&container, "controllerchange", move || {
            if self.pressed.get_value() {
                reload();
            }
            self.look();
            self.keep();
            turns().update(|turns| *turns += 1);
        });
        let Some(registration) = registration(&container).await else { return };
        self.registration.set_value(Some(registration.clone()));
        // By this the worker knows whose files are still needed.
        hold_shared(&lock()).await;
        let found = registration.clone();
        let follow = move || {
            if let Some(coming) = worker(&found, "installing") {
                self.follow(coming);
            }
        };
        follow();
        listen(&registration, "updatefound", follow);
        self.look();
        self.keep();
    }

    /// Has the worker at work keep a copy, unless none is wanted.
    fn keep(self) {
        spawn_local(async move {
            let registration = self.registration.get_value().filter(|_| !is_unwanted());
            if let Some(active) = registration.and_then(|registration| worker(&registration, "active")) {
                // What comes of it is told in the settings.
                let _ = ask(&active, WorkerRequest::Keep).await;
            }
        });
    }

    /// Follows a new worker, which waits when it has a copy of its own.
    fn follow(self, coming: JsValue) {
        let arrived = StoredValue::new(false);
        let of = coming.clone();
        listen(&coming, "statechange", move || {
            let state = field(&of, "state").as_string().unwrap_or_default();
            if state == "installed" {
                arrived.set_value(true);
                missed().set(false);
                self.look();
            } else if state == "redundant" && !arrived.get_value() {
                missed().set(true);
            }
        });
    }

    /// Looks whether the worker that waits, or else the one at work, has another version than this page.
    fn look(self) {
        spawn_local(async move {
            let Some(registration) = self.registration.get_value() else { return };
            let waiting = worker(&registration, "waiting");
            if let Some(waiting) = waiting.as_ref().filter(|_| self.outdated.get_untracked()) {
                // Whoever asks it has nothing to do with its answer.
                let _ = ask(waiting, WorkerRequest::Renew).await;
            }
            let Some(newest) = waiting.or_else(|| worker(&registration, "active")) else { return };
            if let Ok(kept) = ask(&newest, WorkerRequest::Look).await {
                let mine = build();
                self.offered.set(![String::new(), mine].contains(&kept.build));
            }
        });
    }

    /// Starts the newer version in this tab.
    fn press(self) {
        self.pressed.set_value(true);
        let waiting = self.registration.get_value().and_then(|registration| worker(&registration, "waiting"));
        match waiting {
            // This tab is loaded anew when that one has begun.
            Some(waiting) => spawn_local(async move {
                let _ = ask(&waiting, WorkerRequest::Renew).await;
            }),
            None => reload(),
        }
    }
}

fn reload() {
    // A page can always be reloaded.
    let _ = window().location().reload();
}
