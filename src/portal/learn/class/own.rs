//! Own: the class that the trainer's pages are about, and where another is put in its place.

use leptos::prelude::*;

use crate::lessons::Lesson;
use crate::lessons::class::Class;
use crate::phrases::Messages;
use crate::portal::learn::enrolment;
use crate::portal::learn::files::{self, NotFetched};
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;

/// The trainer's class.
#[derive(Clone, Copy)]
pub struct Own(RwSignal<Option<Class>>);

impl Own {
    /// The one that was set last.
    pub fn kept() -> Own {
        Own(RwSignal::new(enrolment::set_class()))
    }

    /// The class; a reactive reader is told when it changes.
    pub fn get(self) -> Option<Class> {
        self.0.get()
    }

    /// The class, outside of anything reactive.
    pub fn peek(self) -> Option<Class> {
        self.0.get_untracked()
    }

    /// Sets and keeps it.
    pub fn set(self, class: Class) {
        enrolment::keep_set(&class);
        self.0.set(Some(class));
    }

    /// The lessons of the class in its order, those left out that there are not.
    pub async fn lessons(class: Class, language: &str) -> Result<Vec<Lesson>, NotFetched> {
        let listed = files::catalogue(language).await?;
        let mut lessons = Vec::new();
        for id in &class.lessons {
            if let Some(listed) = listed.iter().find(|listed| listed.id == *id) {
                lessons.push(files::listed(listed, language).await?);
            }
        }
        Ok(lessons)
    }
}

/// What a link says behind its `?`, whatever stands before.
pub fn class_in(link: &str) -> Option<Class> {
    let link = link.trim();
    Class::parse(link.rsplit_once('?').map_or(link, |(_, query)| query))
}

/// The titles of lessons.
pub fn titles(lessons: &[Lesson]) -> Vec<String> {
    let title = |lesson: &Lesson| lesson.texts_in("").map(|texts| texts.title.clone());
    lessons.iter().map(|lesson| title(lesson).unwrap_or_else(|| lesson.id.clone())).collect()
}

/// What a class sets, as sentences.
pub fn terms(class: &Class, t: Texts) -> Vec<String> {
    let m = t.get();
    let language = crate::phrases::Language::all().find(|known| known.tag() == class.language);
    let said = [
        language.map(|language| m.class_join_language(language.phrases().language_name())),
        class.rules.map(|rules| m.class_join_rules(rules.as_str())),
        (!class.hints).then(|| m.class_join_hints_off()),
        (!class.clock).then(|| m.class_join_clock_off()),
        class.in_order.then(|| m.class_join_in_order()),
        Some(if class.seed.is_some() { m.class_join_seed_same() } else { m.class_join_seed() }),
    ];
    said.into_iter().flatten().collect()
}

/// Which class the page is about, with a field for the link of another.
#[component]
pub fn OwnClass(own: Own) -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let wrong = RwSignal::new(false);
    let typed = move |text: String| {
        let class = class_in(&text);
        wrong.set(class.is_none());
        if let Some(class) = class {
            feedback.tell(t.peek().class_own_set());
            own.set(class);
        }
    };
    let now = live(move || match own.get() {
        None => view! { <p role="status">{t.say(Messages::class_own_none)}</p> }.into_any(),
        Some(class) => view! { <p class="class__link">{class.link()}</p> }.into_any(),
    });
    view! {
        <details class="class__own">
            <summary>{t.say(Messages::class_own)}</summary>
            {now}
            <div class="field">
                <label class="field__label" for="class-own">{t.say(Messages::class_own_field)}</label>
                <input
                    class="input"
                    id="class-own"
                    aria-describedby="class-own-hint"
                    aria-invalid=live(move || wrong.get().then_some("true"))
                    on:change:target=move |event| typed(event.target().value())
                />
                <p class="hint" id="class-own-hint">{t.say(Messages::class_own_hint)}</p>
                <p role="status">{live(move || wrong.get().then(|| t.get().class_own_wrong()))}</p>
            </div>
        </details>
    }
    .into_any()
}
