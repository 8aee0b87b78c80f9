//! Feedback: what the portal tells of its own accord: announcements and notifications.

mod banner;
mod live;

pub use banner::{Banner, MessagePage};
pub use live::{LiveRegions, fill_regions, move_regions};

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::time::SimTime;

use crate::portal::route::Route;
use crate::portal::text::texts::Texts;

/// How long a message that needs no answer stays over the page; it stays in the history.
const SHOWN: Duration = Duration::from_secs(8);
/// How long something of the moment is shown.
const BRIEF: Duration = Duration::from_secs(4);
/// The most notifications kept.
const MOST: usize = 100;
/// The most messages over the page at once.
const MOST_TOASTS: usize = 3;

/// What kind of news something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Info,
    /// Something went as wished.
    Success,
    /// Something wants attention.
    Warning,
    /// Something failed.
    Danger,
}

impl Tone {
    /// The class that colours it.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Info => "tone--info",
            Tone::Success => "tone--success",
            Tone::Warning => "tone--warning",
            Tone::Danger => "tone--danger",
        }
    }

    /// The name of its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Success => "check",
            Tone::Warning => "warning",
            Tone::Danger => "error",
        }
    }
}

/// Something to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// What kind it is.
    pub tone: Tone,
    /// A few words.
    pub title: String,
    /// A sentence or two; may be empty.
    pub text: String,
    /// The place it is about ("Go to resource").
    pub link: Option<Route>,
}

/// Something that was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number since the page was opened.
    pub no: u64,
    /// What.
    pub news: News,
    /// The tag of the language that it was told in.
    pub language: &'static str,
    /// When, in simulated time.
    pub at: SimTime,
    /// Whether it has been seen in the history.
    pub read: bool,
}

impl News {
    /// News of a sentence alone.
    pub fn of(tone: Tone, title: String) -> News {
        News { tone, title, text: String::new(), link: None }
    }
}

/// Everything that is told; a context of every component.
#[derive(Clone, Copy)]
pub struct Feedback {
    next: StoredValue<u64>,
    polite: RwSignal<Vec<(u64, String)>>,
    urgent: RwSignal<Vec<(u64, String)>>,
    notices: RwSignal<Vec<Notice>>,
    toasts: RwSignal<Vec<u64>>,
    brief: RwSignal<Option<(u64, String)>>,
    now: Signal<SimTime>,
    texts: Texts,
}

impl Feedback {
    /// Nothing has been told yet; `now` is simulated time, and `texts` knows the language that is spoken.
    pub fn new(now: Signal<SimTime>, texts: Texts) -> Feedback {
        Feedback {
            next: StoredValue::new(1),
            polite: RwSignal::new(Vec::new()),
            urgent: RwSignal::new(Vec::new()),
            notices: RwSignal::new(Vec::new()),
            toasts: RwSignal::new(Vec::new()),
            brief: RwSignal::new(None),
            now,
            texts,
        }
    }

    /// Tells screen readers `text` when they have finished what they are saying.
    pub fn announce(self, text: impl Into<String>) {
        self.say(self.polite, text.into());
    }

    /// Tells screen readers `text` at once: something has gone wrong.
    pub fn alert(self, text: impl Into<String>) {
        self.say(self.urgent, text.into());
    }

    fn say(self, region: RwSignal<Vec<(u64, String)>>, text: String) {
        let no = self.number();
        region.update(|lines| {
            // Some readers miss what another line replaces within the same moment.
            let old = lines.len().saturating_sub(2);
            lines.drain(..old);
            lines.push((no, text));
        });
    }

    /// Tells everybody: announced, shown over the page and kept in the history.
    pub fn notify(self, news: News) {
        let spoken = match news.text.is_empty() {
            true => news.title.clone(),
            false => format!("{}. {}", news.title, news.text),
        };
        let passing = match news.tone {
            Tone::Info | Tone::Success => true,
            Tone::Warning | Tone::Danger => false,
        };
        if passing {
            self.announce(spoken);
        } else {
            self.alert(spoken);
        }
        let no = self.number();
        let at = self.now.get_untracked();
        let language = self.texts.language_now().tag();
        self.keep(Notice { no, news, language, at, read: false });
        self.toasts.update(|toasts| {
            toasts.push(no);
            let old = toasts.len().saturating_sub(MOST_TOASTS);
            toasts.drain(..old);
        });
        if passing {
            self.pass(no);
        }
    }

    /// Keeps something in the history alone: nobody has asked for it, so it is neither announced nor counted as new.
    pub fn note(self, news: News) {
        let (no, at) = (self.number(), self.now.get_untracked());
        let language = self.texts.language_now().tag();
        self.keep(Notice { no, news, language, at, read: true });
    }

    fn keep(self, notice: Notice) {
        self.notices.update(|notices| {
            notices.insert(0, notice);
            notices.truncate(MOST);
        });
    }

    /// Tells something of this moment: announced, and shown over the page for as long as it takes to read it.
    pub fn tell(self, text: impl Into<String>) {
        let text = text.into();
        self.announce(text.clone());
        let no = self.number();
        self.brief.set(Some((no, text)));
        let end = move || {
            // The page may have been left meanwhile, and something else been told.
            self.brief.try_update(|brief| {
                if brief.as_ref().is_some_and(|(shown, _)| *shown == no) {
                    *brief = None;
                }
            });
        };
        set_timeout(end, BRIEF);
    }

    /// What is told of this moment.
    pub fn brief(self) -> Option<String> {
        self.brief.get().map(|(_, text)| text)
    }

    /// Takes a message from over the page after a while, but not from under the pointer or the focus.
    fn pass(self, no: u64) {
        set_timeout(
            move || match document().query_selector(".toasts:is(:hover, :focus-within)") {
                Ok(Some(_)) => self.pass(no),
                Ok(None) | Err(_) => self.close_toast(no),
            },
            SHOWN,
        );
    }

    /// Tells that something is refused and why, with a way to the rule.
    pub fn refuse(self, title: impl ToString, why: String, rule: Route) {
        self.notify(News { tone: Tone::Info, title: title.to_string(), text: why, link: Some(rule) });
    }

    /// What is said politely and what urgently, each line with a number of its own.
    pub fn said(self) -> [Signal<Vec<(u64, String)>>; 2] {
        [self.polite.into(), self.urgent.into()]
    }

    /// The history, newest first.
    pub fn notices(self) -> Signal<Vec<Notice>> {
        self.notices.into()
    }

    /// What lies over the page, oldest first.
    pub fn toasts(self) -> Vec<Notice> {
        let shown = self.toasts.get();
        let notices = self.notices.get();
        shown.iter().filter_map(|no| notices.iter().find(|notice| notice.no == *no)).cloned().collect()
    }

    /// Takes a message from over the page; it stays in the history.
    pub fn close_toast(self, no: u64) {
        // The page may have been left meanwhile.
        self.toasts.try_update(|toasts| toasts.retain(|shown| *shown != no));
    }

    /// Takes every message from over the page; they stay in the history.
    pub fn close_toasts(self) {
        self.toasts.set(Vec::new());
    }

    /// Takes a notification out of the history.
    pub fn dismiss(self, no: u64) {
        self.close_toast(no);
        self.notices.update(|notices| notices.retain(|notice| notice.no != no));
    }

    /// Empties the history.
    pub fn dismiss_all(self) {
        self.close_toasts();
        self.notices.set(Vec::new());
    }

    /// Notes that the history has been looked at.
    pub fn mark_read(self) {
        self.notices.update(|notices| notices.iter_mut().for_each(|notice| notice.read = true));
    }

    fn number(self) -> u64 {
        self.next.update_value(|next| *next += 1);
        self.next.get_value()
    }
}

/// The feedback of the component that calls this.
pub fn use_feedback() -> Feedback {
    expect_context()
}
