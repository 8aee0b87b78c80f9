//! Files: the lessons beside the page, fetched in the reader's language alone, and checked on the way.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::lessons::draft::shelf::Shelf;
use crate::lessons::{Lesson, NotALesson, read};
use crate::phrases::Messages;
use crate::portal::ui::preferences;

/// What the catalogue says of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its revision.
    pub rev: u32,
    /// How long it takes.
    pub minutes: u32,
    /// The lessons to take first.
    pub needs: Vec<String>,
    /// How many tasks it has.
    pub tasks: usize,
    /// What it is called.
    pub title: String,
    /// What one learns.
    pub about: String,
    /// The digest of its file; empty where the build has none.
    integrity: String,
}

/// Why a lesson is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFetched {
    /// It did not arrive, or not as it was sent.
    Lost,
    /// There is none of this name.
    NoSuch,
    /// It is none.
    Wrong(NotALesson),
}

impl NotFetched {
    /// The reason as a sentence, and what to do.
    pub fn sentence(&self, m: &Messages) -> String {
        match self {
            NotFetched::Lost => m.learn_failed(),
            NotFetched::NoSuch => m.learn_no_such(),
            NotFetched::Wrong(why) => m.learn_not_read(why.sentence(m)),
        }
    }
}

/// Where lessons of one's own are kept.
const OWN: &str = "own-lessons";

/// The lessons of one's own.
pub fn shelf() -> Shelf {
    preferences::read(OWN).map(|text| Shelf::parse(&text)).unwrap_or_default()
}

/// Whether there may be lessons of one's own.
pub fn has_shelf() -> bool {
    preferences::read(OWN).is_some()
}

/// Keeps the lessons of one's own; false if they cannot be kept.
pub fn keep_shelf(shelf: &Shelf) -> bool {
    if shelf.all().is_empty() {
        preferences::forget(OWN);
        return true;
    }
    preferences::write(OWN, &shelf.text())
}

/// Every lesson, in the order of the course.
///
/// # Errors
/// [`NotFetched`].
pub async fn catalogue(language: &str) -> Result<Vec<Listed>, NotFetched> {
    let files = document().query_selector("meta[name=portal-files]").ok().flatten();
    let integrity =
        files.and_then(|files| files.get_attribute(&format!("data-lessons-{language}-integrity")));
    let name = format!("lessons/catalogue.{language}.json");
    let text = fetch(&name, &integrity.unwrap_or_default()).await.ok_or(NotFetched::Lost)?;
    serde_json::from_str(&text).map_err(|_| NotFetched::Lost)
}

/// One lesson.
///
/// # Errors
/// [`NotFetched`].
pub async fn lesson(id: &str, language: &str) -> Result<Lesson, NotFetched> {
    if let Some(own) = shelf().get(id) {
        let mut own = own.clone();
        if own.texts.contains_key(language) {
            own.texts.retain(|tag, _| tag == language);
        }
        return Ok(own);
    }
    let found = catalogue(language).await?.into_iter().find(|listed| listed.id == id);
    listed(&found.ok_or(NotFetched::NoSuch)?, language).await
}

/// A lesson of the catalogue.
///
/// # Errors
/// [`NotFetched`].
pub async fn listed(listed: &Listed, language: &str) -> Result<Lesson, NotFetched> {
    let name = format!("lessons/{}.{language}.json", listed.id);
    let text = fetch(&name, &listed.integrity).await.ok_or(NotFetched::Lost)?;
    read(&text).map_err(NotFetched::Wrong)
}

/// The text of a file beside the page; none where it does not arrive or its digest is another.
async fn fetch(name: &str, integrity: &str) -> Option<String> {
    let options = Object::new();
    // The name stays when the lesson changes; what is kept of an older one would not have the digest.
    Reflect::set(&options, &"cache".into(), &"no-cache".into()).ok()?;
    if !integrity.is_empty() {
        Reflect::set(&options, &"integrity".into(), &integrity.into()).ok()?;
    }
    let fetch: Function = Reflect::get(&window(), &"fetch".into()).ok()?.dyn_into().ok()?;
    let asked = fetch.call2(&window(), &format!("./{name}").into(), &options).ok()?;
    let response = JsFuture::from(asked.dyn_into::<Promise>().ok()?).await.ok()?;
    if Reflect::get(&response, &"ok".into()).ok()? != JsValue::TRUE {
        return None;
    }
    let text: Function = Reflect::get(&response, &"text".into()).ok()?.dyn_into().ok()?;
    let text = JsFuture::from(text.call0(&response).ok()?.dyn_into::<Promise>().ok()?).await.ok()?;
    text.as_string()
}
