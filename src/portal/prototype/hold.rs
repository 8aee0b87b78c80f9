//! The hold: while a page waits for what it would read from the service, and when that fails, it shows that and not what
//! the browser knows anyway.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::calls::{self, ListSelection};
use crate::api::message::Request;
use crate::api::route::JobPath;
use crate::domain::name::SubscriptionId;
use crate::phrases::Messages;
use crate::portal::route::navigation::use_navigation;
use crate::portal::ui::commands::{CommandOutcome, Commands, not_done, refusal, use_commands};
use crate::portal::ui::first_paint::soon;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::{Icon, focus_heading, focused};

use super::desk::Desk;
use super::network::answers;
use super::network::plan::PlannedOutcome;
use super::reading::Reading;
use super::way::show_page;

/// After which time one is told that it takes long.
const LONG: Duration = Duration::from_secs(10);
/// How many grey lines stand for what is not there yet.
const LINES: usize = 8;

/// How far the page is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// It is shown.
    Shown,
    /// It waits.
    Waiting,
    /// It has waited for long.
    Long,
    /// It could not be read, and why.
    Failed(String),
}

impl Stage {
    /// The value of the attribute that hides the page.
    fn mark(&self) -> Option<&'static str> {
        match self {
            Stage::Shown => None,
            Stage::Waiting | Stage::Long => Some("waiting"),
            Stage::Failed(_) => Some("failed"),
        }
    }
}

/// What lies over a page that is not read yet.
#[component]
pub fn Hold(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let stage = RwSignal::new(Stage::Shown);
    let attempts = StoredValue::new(0_u64);
    let navigation = use_navigation();
    let reading = memo(move |_| Reading::of(&navigation.route()));
    let read = move |reading: Reading| {
        attempts.update_value(|no| *no += 1);
        let no = attempts.get_value();
        let is_current = move || attempts.try_get_value() == Some(no);
        stage.set(Stage::Waiting);
        set_timeout(
            move || {
                if is_current() && stage.get_untracked() == Stage::Waiting {
                    stage.set(Stage::Long);
                }
            },
            LONG,
        );
        spawn_local(async move {
            let done = fetch(&reading, desk, commands).await;
            if !is_current() {
                return;
            }
            // One of several frames must not take the focus from the page around it.
            let lost = document().has_focus().unwrap_or_default()
                && focused().is_none_or(|element| element.closest(".hold").is_ok_and(|hold| hold.is_some()));
            match done {
                Ok(()) => {
                    stage.set(Stage::Shown);
                    commands.feedback.announce(t.peek().hold_loaded());
                }
                Err(why) => stage.set(Stage::Failed(why)),
            }
            if lost {
                request_animation_frame(focus_heading);
            }
        });
    };
    effect(move |_| {
        let wanted = reading.get();
        let plain = desk.switches.with_untracked(|switches| switches.network.is_plain());
        match wanted {
            Some(wanted) if !plain => read(wanted),
            Some(_) | None => {
                attempts.update_value(|no| *no += 1);
                stage.set(Stage::Shown);
            }
        }
    });
    // Whoever switches the network off does not wait for it any more.
    effect(move |before: Option<bool>| {
        let plain = desk.switches.with(|switches| switches.network.is_plain());
        if plain && before == Some(false) {
            attempts.update_value(|no| *no += 1);
            stage.set(Stage::Shown);
        }
        plain
    });
    effect(move |_| {
        let mark = stage.with(Stage::mark);
        if let Some(main) = document().get_element_by_id("main") {
            // Plain attributes can be set and taken away.
            let _ = match mark {
                Some(mark) => main.set_attribute("data-hold", mark),
                None => main.remove_attribute("data-hold"),
            };
        }
        show_page();
    });
    let again = move |_| {
        if let Some(reading) = reading.get_untracked() {
            soon(move || read(reading));
        }
    };
    let body = live(move || {
        match stage.get() {
        Stage::Shown => ().into_any(),
        Stage::Failed(why) => view! {
            <div class="hold">
                <div class="banner tone--danger" role="alert">
                    <Icon name="error"/>
                    <div>
                        <p><strong>{t.say(Messages::hold_failed)}</strong></p>
                        <p>{why} " " {t.say(Messages::hold_unknown)}</p>
                    </div>
                    <p class="cluster">
                        <button type="button" class="button button--primary" on:click=again>{t.say(Messages::hold_again)}</button>
                    </p>
                </div>
            </div>
        }
        .into_any(),
        waits @ (Stage::Waiting | Stage::Long) => {
            let long = waits == Stage::Long;
            let text = if long { Messages::hold_long } else { Messages::hold_waiting };
            let button = long.then(|| {
                view! { <p><button type="button" class="button" on:click=again>{t.say(Messages::hold_again)}</button></p> }
                .into_any()
            });
            view! {
                <div class="hold">
                    <div class="hold__lines">
                        <p role="status">{t.say(text)}</p>
                        {button}
                        <div aria-hidden="true">{(0..LINES).map(|_| view! { <span class="hold__line"></span> }.into_any()).collect_view()}</div>
                    </div>
                </div>
            }
            .into_any()
        }
    }
    });
    // Within the page, which is where somebody looks for it, and not within what the page draws.
    let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        StoredValue::new_local(mount_to(main, move || body));
    }
}

/// Reads what a page reads; else why that is not known.
async fn fetch(reading: &Reading, desk: Desk, commands: Commands) -> Result<(), String> {
    match reading {
        Reading::Jobs => {
            let all: BTreeSet<String> = untrack(|| {
                commands
                    .backend
                    .present(|all| all.records().map(|r| r.job.id.subscription.to_string()).collect())
            });
            for id in all.iter().filter_map(|id| SubscriptionId::parse(id).ok()) {
                // A page of the list is enough to know that it can be read.
                let page = ListSelection { top: Some(PAGE), ..ListSelection::default() };
                send(calls::list_in_subscription(&id, page), commands).await?;
            }
            if all.is_empty() { pass(desk, commands).await } else { Ok(()) }
        }
        Reading::Job(path) => job(path, commands).await.map(|_| ()),
        Reading::Keys(path) => {
            job(path, commands).await?;
            match path.id() {
                Ok(id) => send(calls::list_bitlocker_keys(&id), commands).await,
                Err(_) => Ok(()),
            }
        }
        Reading::Locations => send(calls::locations(), commands).await,
        Reading::Log => pass(desk, commands).await,
    }
}

/// The most jobs of a page of the list.
const PAGE: u32 = 100;

/// A job of a name that cannot be is none, which its page says.
async fn job(path: &JobPath, commands: Commands) -> Result<(), String> {
    match path.id() {
        Ok(id) => send(calls::get(&id), commands).await,
        Err(_) => Ok(()),
    }
}

/// What the service itself refuses, such as a job that is gone, the page says in its own words.
async fn send(request: Request, commands: Commands) -> Result<(), String> {
    let messages = commands.texts.peek();
    match commands.send(request).await {
        CommandOutcome::Refused(response) if response.is_overridden() => Err(refusal(&response, &messages)),
        CommandOutcome::Done(_) | CommandOutcome::Refused(_) => Ok(()),
        CommandOutcome::NotDone(why) => Err(not_done(&why, &messages)),
    }
}

async fn pass(desk: Desk, commands: Commands) -> Result<(), String> {
    let messages = commands.texts.peek();
    desk.pass().await.map_err(|met| match met {
        PlannedOutcome::Status(status) => {
            refusal(&answers::refusal(status, Vec::new(), &messages), &messages)
        }
        PlannedOutcome::Offline => messages.not_done_offline(),
        PlannedOutcome::Cut | PlannedOutcome::Never => messages.not_done_cut(),
    })
}
