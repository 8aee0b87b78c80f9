//! Texts: the phrases of the language that the portal is shown in, switched without a reload.
//!
//! In a release build the texts of each language are a file of their own (xtask/src/texts.rs), which comes with whatever
//! is fetched behind the first view; that of another language comes when the reader switches to it.

use std::cell::Cell;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::phrases::{Language, Messages, Sentence};
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::subscribers;

/// A phrase that needs no values, such as `Messages::nav_jobs`.
pub type Phrase = fn(&Messages) -> Sentence;

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: has the texts of a language come, and says whether they are there or will come in time.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = speak)]
    fn speak(tag: &str) -> Promise;
}

thread_local! {
    /// The language that was asked for last; what comes for another counts no more.
    static WANTED: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Why the language is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSwitched {
    /// The texts of the other did not come.
    NotFetched,
    /// Another was asked for after it, or the page has gone.
    Superseded,
}

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

    /// The language in which the page begins: the texts of what is fetched behind the first view come in it.
    pub fn begin(language: Language) {
        // Nothing has been fetched yet that they would belong to, so there is nothing to wait for.
        let _ = speak(language.tag());
    }

    /// Switches the language everywhere at once as soon as its texts are there.
    ///
    /// # Errors
    /// [`NotSwitched`]: the language is as it was.
    pub async fn switch(self, language: Language) -> Result<(), NotSwitched> {
        WANTED.set(Some(language));
        // It is always fulfilled.
        let is_here = JsFuture::from(speak(language.tag())).await.is_ok_and(|is_here| is_here.is_truthy());
        if !is_here {
            return Err(NotSwitched::NotFetched);
        }
        if WANTED.get() != Some(language) {
            return Err(NotSwitched::Superseded);
        }
        // It gives back what it could not take.
        self.0.try_set(language).map_or(Ok(()), |_| Err(NotSwitched::Superseded))
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
