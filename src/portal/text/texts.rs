//! Texts: the phrases of the language that the portal is shown in, switched without a reload.

use leptos::prelude::*;

use crate::phrases::{Language, Messages, Sentence};
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::subscribers;

/// A phrase that needs no values, such as `Messages::nav_jobs`.
pub type Phrase = fn(&Messages) -> Sentence;

/// The portal's language; a context of every component.
#[derive(Clone, Copy)]
pub struct Texts(RwSignal<Language>);

impl Texts {
    /// Texts in `language`. Their readers go with the component that makes them: one of many that come and go, such
    /// as a row, has texts of its own and is made anew when the language changes.
    pub fn new(language: Language) -> Texts {
        Texts(RwSignal::new(language))
    }

    /// The language now; a reactive reader is told when it changes.
    pub fn language(self) -> Language {
        self.0.get()
    }

    /// The language now, for use outside of anything reactive.
    pub fn language_now(self) -> Language {
        // What outlives its component, such as a task that waits, goes by what is kept.
        self.0.try_get_untracked().unwrap_or_else(preferences::language)
    }

    /// Switches the language everywhere at once.
    pub fn set(self, language: Language) {
        self.0.set(language);
    }

    /// Lets those go that no longer read: to be called when a page is left.
    pub fn renew_readers(self) {
        subscribers::renew_readers(&self.0);
    }

    /// All phrases; a reactive reader is told when the language changes.
    pub fn get(self) -> Messages {
        self.0.get().phrases()
    }

    /// All phrases, for use outside of anything reactive.
    pub fn peek(self) -> Messages {
        self.language_now().phrases()
    }

    /// One phrase that needs no values, as something a view can show: `{t.say(Messages::jobs_title)}`.
    pub fn say(self, phrase: Phrase) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || phrase(&self.get()).to_string()
    }
}

/// The texts of the component that calls this.
pub fn use_texts() -> Texts {
    expect_context()
}
