//! The console's state: the request that is typed, and the call that is looked at.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::portal::backend::Call;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::service::log::Actor;

use super::model::{METHODS, RequestDraft, Unsendable, asks_for};
use super::words;

/// The id of what holds the response.
pub const RESPONSE: &str = "console-answer";

/// The console; a context of its parts.
#[derive(Clone, Copy)]
pub struct Console {
    commands: Commands,
    /// The request as typed.
    pub draft: RwSignal<RequestDraft>,
    /// Why it was not sent.
    pub wrong: RwSignal<Option<Unsendable>>,
    /// Whether a request is on its way.
    pub busy: RwSignal<bool>,
    selected: RwSignal<Option<u64>>,
}

impl Console {
    /// A console with nothing typed that looks at the call in the link.
    pub fn new() -> Console {
        let commands = use_commands();
        let method = METHODS.first().copied().unwrap_or_default().to_owned();
        let headers =
            format!("accept: application/json\naccept-language: {}", commands.texts.language_now().tag());
        let draft = RequestDraft { method, headers, ..RequestDraft::default() };
        let route = use_navigation().signal().get_untracked();
        let (asked, draft) = if let Route::Call(address, action) = route {
            let request = commands
                .backend
                .peek(|all| all.find(&address.key()).map(|record| asks_for(action, all, &record.job)));
            (None, request.as_ref().map_or(draft, RequestDraft::of))
        } else {
            (if let Route::Console(call) = route { call } else { None }, draft)
        };
        Console {
            commands,
            draft: RwSignal::new(draft),
            wrong: RwSignal::new(None),
            busy: RwSignal::new(false),
            selected: RwSignal::new(asked),
        }
    }

    /// The calls, newest first.
    pub fn calls(self) -> Vec<Arc<Call>> {
        self.commands.backend.calls().with(|calls| calls.iter().rev().cloned().collect())
    }

    /// The call that is looked at: the one chosen, or the newest.
    pub fn call(self) -> Option<Arc<Call>> {
        let chosen = self.selected.get();
        self.commands.backend.calls().with(|calls| {
            let chosen = calls.iter().find(|call| Some(call.no) == chosen);
            chosen.or(calls.last()).cloned()
        })
    }

    /// Looks at a call.
    pub fn look_at(self, no: u64) {
        self.selected.set(Some(no));
    }

    /// Puts a request in place of what is typed.
    pub fn type_in(self, draft: RequestDraft) {
        self.wrong.set(None);
        self.draft.set(draft);
    }

    /// Follows a link of an answer.
    pub fn follow(self, link: &str) {
        let headers = self.draft.with_untracked(|draft| draft.headers.clone());
        self.type_in(RequestDraft::get(link, &self.commands.backend.base(), &headers));
        self.send();
    }

    /// Sends what is typed.
    pub fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        let request = match self.draft.with_untracked(|draft| draft.request(&self.commands.backend.base())) {
            Ok(request) => request,
            Err(wrong) => {
                self.wrong.set(Some(wrong));
                let messages = self.commands.texts.peek();
                return self.commands.feedback.alert(words::unsendable(wrong, &messages));
            }
        };
        self.wrong.set(None);
        self.selected.set(None);
        self.busy.set(true);
        let Commands { backend, feedback, texts } = self.commands;
        spawn_local(async move {
            let answer = backend.send(request.clone(), Actor::Rest).await;
            let mine = backend.calls().with_untracked(|calls| {
                let mine = calls.iter().rev().find(|call| call.by == Actor::Rest && call.request == request);
                mine.map(|call| call.no)
            });
            // The page may have been left meanwhile.
            self.selected.try_set(mine);
            self.busy.try_set(false);
            request_animation_frame(show_response);
            let messages = texts.peek();
            match answer {
                Ok(response) => {
                    feedback.announce(messages.console_answered(response.status.to_string()).to_string());
                }
                Err(why) => {
                    self.commands.tell_not_done(messages.console_not_sent().to_string(), &why, None);
                }
            }
        });
    }
}

/// Where the response is below the request and not beside it, it comes into sight.
fn show_response() {
    let narrow =
        window().match_media("(max-width: 64rem)").ok().flatten().is_some_and(|query| query.matches());
    if let Some(response) = document().get_element_by_id(RESPONSE).filter(|_| narrow) {
        response.scroll_into_view();
    }
}

/// The console of the component that calls this.
pub fn use_console() -> Console {
    expect_context()
}
