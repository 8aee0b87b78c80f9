//! Collecting: where a trainer drops what the learners handed in, and what came of it.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use crate::lessons::class::collection::Collection;
use crate::phrases::Messages;
use crate::portal::text::csv;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, effect, live};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::{Icon, SaveButton};

use super::certificate::Certificate;
use super::desk::ClassDesk;
use super::own::{Own, OwnClass, titles};
use super::reading::{FileRefusal, files_in};
use super::table::{FailedTasks, Learners};

/// The page.
#[component]
pub fn CollectPage() -> impl IntoView {
    let own = expect_context::<Own>();
    let t = use_texts();
    let desk = ClassDesk::new();
    effect(move |before: Option<Option<crate::lessons::class::Class>>| {
        let (class, language) = (own.get(), t.language().tag());
        let other = before.as_ref().is_none_or(|before| *before != class);
        if let Some(class) = class.clone() {
            while_here(Own::lessons(class.clone(), language), move |found| match found {
                Err(why) => desk.failed.set(Some(why)),
                Ok(lessons) => {
                    let tasks = |lesson: &crate::lessons::Lesson| {
                        let texts = lesson.texts_in("").map(|texts| &texts.tasks);
                        texts.into_iter().flatten().map(|task| task.text.clone()).collect()
                    };
                    desk.failed.set(None);
                    desk.titles.set(titles(&lessons));
                    desk.tasks.set(lessons.iter().map(tasks).collect());
                    desk.points.set(lessons.iter().map(crate::lessons::Lesson::points).collect());
                    if other {
                        desk.collection.set_value(Some(Collection::new(class, &lessons)));
                        desk.forget();
                    }
                }
            });
        }
        class
    });
    let body = move || {
        if let Some(why) = desk.failed.get() {
            return Some(view! { <p role="alert">{why.sentence(&t.get())}</p> }.into_any());
        }
        (!desk.titles.with(Vec::is_empty)).then(|| view! { <Files desk/> <Found desk/> }.into_any())
    };
    let page = move || match desk.certified.get() {
        Some(code) => view! { <Certificate desk code/> }.into_any(),
        None => view! {
            <p class="measure">{t.say(Messages::class_collect_intro)}</p>
            <p class="measure muted">{t.say(Messages::class_no_server)}</p>
            <OwnClass own/>
            {live(body)}
        }
        .into_any(),
    };
    live(page)
}

/// Where files are dropped or chosen.
#[component]
fn Files(desk: ClassDesk) -> impl IntoView {
    let t = use_texts();
    let over = RwSignal::new(false);
    let take = move |files: Vec<File>| {
        if !files.is_empty() && desk.reading.get_untracked().is_none() {
            spawn_local(desk.read(files));
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        take(files_in(input.files()));
        // The same file can be chosen again.
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(files_in(event.data_transfer().and_then(|data| data.files())));
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let stands = move || {
        let m = t.get();
        if let Some((done, of)) = desk.reading.get() {
            return Some(m.class_files_reading(done.to_string(), of.to_string()));
        }
        let verdicts = desk.table.with(|table| {
            let cells = table.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter().flatten());
            cells.map(|cell| cell.verdict.outcome().is_some()).collect::<Vec<_>>()
        });
        let verified = verdicts.iter().filter(|verified| **verified).count();
        let other = verdicts.len() - verified;
        let files = desk.files.get();
        (files > 0).then(|| m.class_files_done(files, verified.to_string(), other.to_string()))
    };
    view! {
        <div
            class=live(move || if over.get() { "drop-zone drop-zone--over" } else { "drop-zone" })
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon name="upload" class="icon--lg"/>
            <label class="field__label" for="class-files">{t.say(Messages::class_files)}</label>
            <p class="hint" id="class-files-hint">{t.say(Messages::class_files_hint)}</p>
            <div class="file-pick">
                <input
                    type="file"
                    multiple
                    accept=".json,application/json"
                    id="class-files"
                    aria-describedby="class-files-hint"
                    on:change=chosen
                />
                <span class="button" aria-hidden="true">{t.say(Messages::class_files_choose)}</span>
            </div>
        </div>
        <p role="status">{live(stands)}</p>
    }
    .into_any()
}

/// What came of the files.
#[component]
fn Found(desk: ClassDesk) -> impl IntoView {
    let t = use_texts();
    let refused = move || {
        let m = t.get();
        let all = desk.refused.get();
        let item = |(file, why): (String, FileRefusal)| {
            view! { <li>{m.class_refused_one(file, why.sentence(&m))}</li> }.into_any()
        };
        (!all.is_empty()).then(|| {
            view! {
                <section class="card stack" aria-labelledby="class-refused">
                    <h2 id="class-refused">{t.say(Messages::class_refused)}</h2>
                    <ul>{all.into_iter().map(item).collect::<Vec<_>>()}</ul>
                </section>
            }
            .into_any()
        })
    };
    let sheet = derive(move || {
        let m = t.get();
        let titles = desk.titles.get();
        desk.table.track();
        let lines = desk.collection.with_value(|all| {
            all.as_ref().map(|all| all.table().sheet(&titles, all.lessons(), &m)).unwrap_or_default()
        });
        let lines: String = lines.iter().map(|line| csv::line(line)).collect();
        format!("{}{lines}", csv::MARK)
    });
    let forget = move |_| {
        desk.collection.update_value(|all| {
            if let Some(all) = all {
                all.forget();
            }
        });
        desk.forget();
    };
    let table = move || {
        desk.table.get().filter(|table| !table.rows.is_empty()).map(|table| {
            view! {
                <Learners desk table=table.clone()/>
                <p class="cluster">
                    <SaveButton text=sheet file=derive(t.say(Messages::class_csv_file)) label=derive(t.say(Messages::class_csv)) mime="text/csv"/>
                    <button type="button" class="button button--sm" on:click=forget>{t.say(Messages::class_files_forget)}</button>
                </p>
                <p class="hint measure">{t.say(Messages::class_by_own_account)}</p>
                <FailedTasks desk table/>
            }
            .into_any()
        })
    };
    view! { {live(refused)} {live(table)} }.into_any()
}
