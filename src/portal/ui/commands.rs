//! Commands: requests that the portal's pages send for their user, and what is told of the outcome.

use serde_json::Value;

use crate::api::message::{Request, Response};
use crate::phrases::Messages;
use crate::portal::backend::{Backend, NotDone, use_backend};
use crate::portal::rooms::later::at_hand;
use crate::portal::route::Route;
use crate::portal::text::texts::{Texts, use_texts};
use crate::service::log::Actor;

use super::feedback::{Feedback, News, Tone, use_feedback};

/// What became of a command.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandOutcome {
    /// It was carried out and is stored.
    Done(Response),
    /// The API refused it; nothing has changed.
    Refused(Response),
    /// It could not be stored, so nothing has changed.
    NotDone(NotDone),
}

impl CommandOutcome {
    /// Whether it was carried out.
    pub fn is_done(&self) -> bool {
        matches!(self, CommandOutcome::Done(_))
    }
}

/// What is told when a command is carried out, and what it was in case it is not.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandStory {
    /// A few words for success, such as "Cancel requested for NAME".
    pub done: String,
    /// What follows from it, in a sentence; may be empty.
    pub text: String,
    /// A few words for failure, such as "NAME was not deleted".
    pub failed: String,
    /// The place it is about.
    pub link: Option<Route>,
    /// The rule that decides about it.
    pub rule: Route,
}

/// Sends commands and tells what became of them.
#[derive(Clone, Copy)]
pub struct Commands {
    /// The way to the service.
    pub backend: Backend,
    /// Where outcomes are told.
    pub feedback: Feedback,
    /// The language they are told in.
    pub texts: Texts,
}

impl Commands {
    /// Sends `request` for the user of the portal, tells what became of it and returns it.
    pub async fn run(self, request: Request, story: CommandStory) -> CommandOutcome {
        let outcome = self.send(request).await;
        match &outcome {
            CommandOutcome::Done(_) => self.feedback.notify(News {
                tone: Tone::Success,
                title: story.done,
                text: story.text,
                link: story.link,
            }),
            CommandOutcome::Refused(response) => self.feedback.notify(News {
                tone: Tone::Danger,
                title: story.failed,
                text: refusal(response, &self.texts.peek()),
                link: if by_rule(response) { Some(story.rule) } else { story.link },
            }),
            CommandOutcome::NotDone(why) => self.tell_not_done(story.failed, why, story.link),
        }
        outcome
    }

    /// Sends `request` for the user of the portal and tells nothing.
    pub async fn send(self, mut request: Request) -> CommandOutcome {
        request.base = self.backend.base();
        let language = self.texts.language_now().tag().to_owned();
        request.headers.push(("accept-language".to_owned(), language));
        match self.backend.send(request, Actor::Portal).await {
            Ok(response) if response.is_success() => CommandOutcome::Done(response),
            Ok(response) => CommandOutcome::Refused(response),
            Err(why) => CommandOutcome::NotDone(why),
        }
    }

    /// Tells that something was not done, and what can be done about it.
    pub fn tell_not_done(self, title: String, why: &NotDone, link: Option<Route>) {
        let text = not_done(why, &self.texts.peek());
        self.feedback.notify(News { tone: Tone::Danger, title, text, link });
    }
}

/// The commands of the component that calls this.
pub fn use_commands() -> Commands {
    Commands { backend: use_backend(), feedback: use_feedback(), texts: use_texts() }
}

/// Why something was not done and what to do, in a sentence or two.
pub fn not_done(why: &NotDone, messages: &Messages) -> String {
    // Until what comes behind the first view is there, nothing can fail for another reason than that it does not come.
    at_hand().map_or_else(|| messages.not_done_outdated(), |parts| (parts.not_done)(why, messages))
}

/// The sentences of [`not_done`].
pub fn not_done_sentence(why: &NotDone, messages: &Messages) -> String {
    match why {
        NotDone::Full => messages.not_done_full(),
        NotDone::Storage(reason) => messages.not_done_storage(reason.as_str()),
        NotDone::NoAnswer => messages.not_done_no_answer(),
        NotDone::Outdated => messages.not_done_outdated(),
        NotDone::Gone => messages.not_done_gone(),
        NotDone::Past => messages.not_done_past(),
        NotDone::Offline => messages.not_done_offline(),
        NotDone::Cut(_) => messages.not_done_cut(),
    }
    .to_string()
}

/// Whether the rules about states have refused it.
pub fn by_rule(response: &Response) -> bool {
    response.status == 409 && !response.is_overridden()
}

/// The sentence in an error of the API; it is in the language that the request asked for.
pub fn refusal(response: &Response, messages: &Messages) -> String {
    let body: Option<Value> = serde_json::from_str(&response.body).ok();
    let message = body.as_ref().and_then(|body| body.pointer("/error/message")).and_then(Value::as_str);
    message.map_or_else(
        || messages.refused_without_words(response.status.to_string()).to_string(),
        str::to_owned,
    )
}
