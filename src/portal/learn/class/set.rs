//! Setting: where a trainer chooses lessons and their terms, and has the link.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::state::RuleSet;
use crate::lessons::Lesson;
use crate::lessons::class::{Class, MOST_LESSONS};
use crate::phrases::{Language, Messages};
use crate::portal::backend::use_backend;
use crate::portal::learn::files;
use crate::portal::learn::files::NotFetched;
use crate::portal::route::{ClassPlace, Query, Route};
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::first_paint::soon;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::{CopyButton, Icon};
use crate::service::sorted::sort_by;

use super::own::{Own, titles};

/// The largest number that JavaScript, and so every tool that reads a link, holds exactly.
const MOST_NUMBER: u64 = (1 << 53) - 1;

/// What is being set: all lessons in the order shown, and which of them are in the class.
#[derive(Clone, Copy)]
struct Desk {
    own: Own,
    order: RwSignal<Vec<String>>,
    class: RwSignal<Class>,
    lessons: RwSignal<Option<Result<Vec<Lesson>, NotFetched>>>,
}

impl Desk {
    fn change(self, change: impl FnOnce(&mut Class)) {
        self.class.update(change);
        self.arrange();
    }

    /// Brings the lessons of the class into the order shown, and keeps the class if it is one.
    fn arrange(self) {
        let order = self.order.get_untracked();
        self.class.update(|class| {
            let place = |id: &String| order.iter().position(|other| other == id);
            sort_by(&mut class.lessons, |one, other| place(one).cmp(&place(other)));
        });
        let class = self.class.get_untracked();
        if !class.lessons.is_empty() {
            self.own.set(class);
        }
    }

    fn moves(self, id: &str, by: isize) -> Option<usize> {
        let mut order = self.order.get_untracked();
        let from = order.iter().position(|other| other == id)?;
        let to = from.checked_add_signed(by).filter(|to| *to < order.len())?;
        order.swap(from, to);
        self.order.set(order);
        self.arrange();
        Some(to + 1)
    }
}

/// The page.
#[component]
pub fn SetClass(own: Own) -> impl IntoView {
    let t = use_texts();
    let desk = Desk {
        own,
        order: RwSignal::new(Vec::new()),
        class: RwSignal::new(own.peek().unwrap_or_else(|| Class::of(Vec::new()))),
        lessons: RwSignal::new(None),
    };
    effect(move |_| {
        let language = t.language().tag();
        while_here(every_lesson(language), move |found| {
            if let (Ok(found), true) = (&found, desk.order.with_untracked(Vec::is_empty)) {
                let mut order = desk.class.with_untracked(|class| class.lessons.clone());
                order.extend(found.iter().map(|lesson| lesson.id.clone()));
                let all = order.clone();
                let mut place = 0;
                order.retain(|id| {
                    place += 1;
                    let first = all.iter().position(|other| other == id) == Some(place - 1);
                    first && found.iter().any(|lesson| lesson.id == *id)
                });
                desk.order.set(order);
                if desk.class.with_untracked(|class| class.lessons.is_empty()) {
                    desk.change(|class| {
                        class.lessons =
                            found.iter().map(|lesson| lesson.id.clone()).take(MOST_LESSONS).collect();
                    });
                }
            }
            desk.lessons.set(Some(found));
        });
    });
    view! {
        <p class="measure">{t.say(Messages::class_link_intro)}</p>
        <p class="measure muted">{t.say(Messages::class_no_server)}</p>
        {live(move || desk.lessons.get().map(|found| match found {
            Err(why) => view! { <p role="alert">{why.sentence(&t.get())}</p> }.into_any(),
            Ok(lessons) => view! { <Lessons desk lessons/> <Terms desk/> <Link desk/> }.into_any(),
        }))}
    }
    .into_any()
}

async fn every_lesson(language: &str) -> Result<Vec<Lesson>, NotFetched> {
    let mut lessons = Vec::new();
    for listed in files::catalogue(language).await? {
        lessons.push(files::listed(&listed, language).await?);
    }
    Ok(lessons)
}

#[component]
fn Lessons(desk: Desk, lessons: Vec<Lesson>) -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let titles = titles(&lessons);
    let known: StoredValue<Vec<(Lesson, String)>> =
        StoredValue::new(lessons.into_iter().zip(titles).collect());
    let item = move |id: String| {
        let found = known.with_value(|all| all.iter().find(|(lesson, _)| lesson.id == id).cloned());
        let (lesson, title) = found?;
        let minutes = lesson.minutes;
        let (of, to) = (id.clone(), id.clone());
        let chosen = memo(move |_| desk.class.with(|class| class.lessons.contains(&of)));
        let toggle = move |on: bool| {
            desk.change(|class| {
                class.lessons.retain(|other| *other != to);
                if on {
                    class.lessons.push(to.clone());
                }
            });
        };
        let obstacle = memo(move |_| {
            let class = desk.class.get();
            chosen.get().then(|| class.obstacle(&lesson).map(|why| why.sentence(&t.get()))).flatten()
        });
        let moves = |by: isize, icon: &'static str, label: fn(&Messages, String) -> String| {
            let (id, title) = (id.clone(), title.clone());
            let name = title.clone();
            let press = move |event: leptos::ev::MouseEvent| {
                let button = event.current_target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
                if let Some(no) = desk.moves(&id, by) {
                    feedback.announce(t.peek().class_moved(title.as_str(), no.to_string()));
                }
                // What is put elsewhere in the page loses the focus on its way.
                if let Some(button) = button {
                    soon(move || {
                        let _ = button.focus();
                    });
                }
            };
            view! {
                <button
                    type="button"
                    class=format!("button button--icon button--sm button--subtle {icon}")
                    aria-label=live(move || label(&t.get(), name.clone()))
                    on:click=press
                >
                    <Icon name="right"/>
                </button>
            }
            .into_any()
        };
        let (up, down) = (
            moves(-1, "class__up", |m, lesson| m.class_up(lesson)),
            moves(1, "class__down", |m, lesson| m.class_down(lesson)),
        );
        Some(view! {
            <li class="class__lesson">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(move || chosen.get())
                        on:change:target=move |event| toggle(event.target().checked())
                    />
                    <span>
                        {title.clone()} " " <span class="hint">{live(move || t.get().learn_minutes(minutes.to_string()))}</span>
                    </span>
                </label>
                <span>{up} {down}</span>
                {live(move || obstacle.get().map(|why| view! {
                    <p class="field__remark"><Icon name="warning"/><span>{why}</span></p>
                }.into_any()))}
            </li>
        }.into_any())
    };
    view! {
        <div class="card"><fieldset class="fieldset class__set">
            <legend>{t.say(Messages::class_lessons)}</legend>
            // Rows are told apart by their lessons, so that the focus goes with the one that is moved.
            <ol class="class__lessons" role="list">
                <For each=move || desk.order.get() key=Clone::clone children=item/>
            </ol>
        </fieldset></div>
    }
    .into_any()
}

#[component]
fn Terms(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let check = move |label: Phrase, is: fn(&Class) -> bool, set: fn(&mut Class, bool)| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=live(move || desk.class.with(is))
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        desk.change(|class| set(class, on));
                    }
                />
                <span>{t.say(label)}</span>
            </label>
        }
        .into_any()
    };
    let now = desk.class.get_untracked();
    let language = |language: Language| {
        let tag = language.tag();
        view! { <option value=tag lang=tag selected=now.language == tag>{language.phrases().language_name()}</option> }
        .into_any()
    };
    let languages: Vec<_> = Language::all().map(language).collect();
    let rules = |rules: RuleSet| {
        let name = rules.as_str();
        view! { <option value=name selected=now.rules == Some(rules)>{name}</option> }.into_any()
    };
    let rules: Vec<_> = RuleSet::ALL.into_iter().map(rules).collect();
    view! {
        <div class="card"><fieldset class="fieldset class__set">
            <legend>{t.say(Messages::class_terms)}</legend>
            <div class="field-grid class__wide">
                <div class="field">
                    <label class="field__label" for="class-language">{t.say(Messages::class_language)}</label>
                    <select
                        class="select"
                        id="class-language"
                        on:change:target=move |event| desk.change(|class| class.language = event.target().value())
                    >
                        <option value="">{t.say(Messages::class_language_own)}</option>
                        {languages}
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="class-rules">{t.say(Messages::class_rules)}</label>
                    <select
                        class="select"
                        id="class-rules"
                        on:change:target=move |event| desk.change(|class| class.rules = RuleSet::parse(&event.target().value()))
                    >
                        <option value="">{t.say(Messages::class_rules_own)}</option>
                        {rules}
                    </select>
                </div>
            </div>
            {check(Messages::class_hints, |class| class.hints, |class, on| class.hints = on)}
            {check(Messages::class_clock, |class| class.clock, |class, on| class.clock = on)}
            {check(Messages::class_in_order, |class| class.in_order, |class, on| class.in_order = on)}
            <Seed desk/>
        </fieldset></div>
    }
    .into_any()
}

#[component]
fn Seed(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let number = RwSignal::new(desk.class.with_untracked(|class| class.seed.unwrap_or(1)).to_string());
    let parsed = move |text: &str| text.trim().parse::<u64>().ok().filter(|number| *number <= MOST_NUMBER);
    let wrong = memo(move |_| number.with(|text| parsed(text).is_none()));
    let typed = move |text: String| {
        if let Some(number) = parsed(&text) {
            desk.change(|class| class.seed = Some(number));
        }
        number.set(text);
    };
    let same = memo(move |_| desk.class.with(|class| class.seed.is_some()));
    view! {
        <fieldset class="fieldset class__seed">
            <legend class="field__label">{t.say(Messages::class_seed)}</legend>
            <label class="check">
                <input
                    type="radio"
                    name="class-seed"
                    prop:checked=live(move || !same.get())
                    on:change=move |_| desk.change(|class| class.seed = None)
                />
                <span>{t.say(Messages::class_seed_learner)}</span>
            </label>
            <label class="check">
                <input
                    type="radio"
                    name="class-seed"
                    prop:checked=live(move || same.get())
                    on:change=move |_| desk.change(|class| {
                        class.seed = Some(number.with_untracked(|text| parsed(text)).unwrap_or(1));
                    })
                />
                <span>{t.say(Messages::class_seed_number)}</span>
            </label>
            {live(move || same.get().then(|| view! {
                <input
                    class="input class__number"
                    inputmode="numeric"
                    aria-label=t.say(Messages::class_seed_field)
                    aria-invalid=live(move || wrong.get().then_some("true"))
                    aria-describedby="class-seed-wrong"
                    prop:value=number.get_untracked()
                    on:input:target=move |event| typed(event.target().value())
                />
            }.into_any()))}
            <p id="class-seed-wrong" role="status">
                {live(move || (same.get() && wrong.get()).then(|| t.get().class_seed_wrong()))}
            </p>
        </fieldset>
    }
    .into_any()
}

/// The whole link to a class.
fn whole(base: &str, class: &Class) -> String {
    format!("{base}/{}", Route::Class(ClassPlace::Join(Query::parse(&class.link()))))
}

#[component]
fn Link(desk: Desk) -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let base = StoredValue::new(backend.base());
    let link = derive(move || base.with_value(|base| whole(base, &desk.class.get())));
    let some = memo(move |_| desk.class.with(|class| !class.lessons.is_empty()));
    let sum = move || sum(desk, t);
    view! {
        <section class="card stack" aria-labelledby="class-link-title">
            <h2 id="class-link-title">{t.say(Messages::class_link)}</h2>
            <p role="status">{live(move || if some.get() { sum() } else { t.get().class_link_none() })}</p>
            {live(move || some.get().then(|| view! {
                <div class="class__copy">
                    <input
                        class="input"
                        readonly
                        aria-labelledby="class-link-title"
                        prop:value=live(move || link.get())
                        on:focus:target=move |event| event.target().select()
                    />
                    <CopyButton text=link what=t.say(Messages::class_link)/>
                </div>
                <p><a href=live(move || Route::Class(ClassPlace::Join(Query::parse(&desk.class.get().link()))).to_string())>
                    {t.say(Messages::class_link_try)}
                </a></p>
            }.into_any()))}
        </section>
    }
    .into_any()
}

fn sum(desk: Desk, t: Texts) -> String {
    let class = desk.class.get();
    let minutes: u32 = desk.lessons.with(|lessons| {
        let lessons = lessons.iter().flatten().flatten();
        lessons.filter(|lesson| class.lessons.contains(&lesson.id)).map(|lesson| lesson.minutes).sum()
    });
    t.get().class_link_sum(class.lessons.len(), minutes.to_string())
}
