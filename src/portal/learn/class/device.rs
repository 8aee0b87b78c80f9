//! The device: what a trainer can do at a learner's machine, for the lessons in this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::journal::travel::Journey;
use crate::journal::{Inject, InjectedFault, JobRef};
use crate::lessons::progress::LessonProgress;
use crate::phrases::Messages;
use crate::portal::learn::course::{forget, lesson_of, progress, slot_of};
use crate::portal::learn::files;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::{Ask, Consequence};
use crate::service::sorted::sort_by;

/// A lesson of which something is kept here.
#[derive(Clone, PartialEq)]
struct Begun {
    id: String,
    title: String,
    kept: LessonProgress,
}

/// What is known of this browser.
#[derive(Clone, Copy)]
struct Desk {
    begun: RwSignal<Vec<Begun>>,
    asked: RwSignal<Option<Begun>>,
}

/// The page.
#[component]
pub fn Device() -> impl IntoView {
    let t = use_texts();
    let desk = Desk { begun: RwSignal::new(Vec::new()), asked: RwSignal::new(None) };
    let known = RwSignal::new(Vec::new());
    effect(move |_| {
        let language = t.language().tag();
        // Without the catalogue the lessons are called by their ids.
        while_here(files::catalogue(language), move |found| known.set(found.unwrap_or_default()));
    });
    effect(move |_| {
        let titles: Vec<(String, String)> =
            known.get().into_iter().map(|listed| (listed.id, listed.title)).collect();
        let title =
            |id: &String| titles.iter().find(|(known, _)| known == id).map(|(_, title)| title.clone());
        let begun = progress()
            .all()
            .map(|(id, kept)| Begun {
                id: id.clone(),
                title: title(id).unwrap_or_else(|| id.clone()),
                kept: kept.clone(),
            })
            .collect();
        desk.begun.set(begun);
    });
    view! {
        <p class="measure">{t.say(Messages::class_device_intro)}</p>
        <section class="card stack" aria-labelledby="device-lessons">
            <h2 id="device-lessons">{t.say(Messages::class_device_lessons)}</h2>
            {live(move || desk.begun.with(Vec::is_empty).then(|| view! { <p>{t.say(Messages::class_device_none)}</p> }.into_any()))}
            <ul class="class__lessons" role="list">
                {live(move || desk.begun.get().into_iter().map(|begun| view! { <Item desk begun/> }.into_any()).collect::<Vec<_>>())}
            </ul>
        </section>
        <Injecting desk/>
        {live(move || desk.asked.get().map(|begun| view! { <Question desk begun/> }.into_any()))}
    }
    .into_any()
}

#[component]
fn Item(desk: Desk, begun: Begun) -> impl IntoView {
    let t = use_texts();
    let m = t.get();
    let whose = match &begun.kept.class {
        Some(class) => m.class_device_in(class.code.as_str()),
        None => m.class_device_out(),
    };
    let state = match begun.kept.complete {
        true => m.learn_complete(),
        false => m.learn_done(begun.kept.done.to_string(), begun.kept.of.to_string()),
    };
    let label = m.class_device_reset(begun.title.as_str());
    let title = begun.title.clone();
    let ask = move |_| desk.asked.set(Some(begun.clone()));
    view! {
        <li class="class__lesson">
            <span><strong>{title}</strong> " " <span class="hint">{whose} " · " {state}</span></span>
            <button type="button" class="button button--sm" on:click=ask>{label}</button>
        </li>
    }
    .into_any()
}

#[component]
fn Question(desk: Desk, begun: Begun) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let title = begun.title.clone();
    let press = title.clone();
    let go = move |()| {
        let Begun { id, title, .. } = begun.clone();
        spawn_local(async move {
            let m = t.peek();
            // A lesson that is shown goes with this page, so what is kept of it must go first.
            let before = progress().all().find(|(known, _)| **known == id).map(|(_, kept)| kept.clone());
            forget(&id);
            match commands.backend.discard_workspace(&slot_of(&id)).await {
                Ok(()) => {
                    commands.feedback.tell(m.class_device_reset_done(title.as_str()));
                    desk.begun.try_update(|all| all.retain(|begun| begun.id != id));
                }
                Err(why) => {
                    if let Some(kept) = before {
                        crate::portal::learn::course::keep(&id, &kept);
                    }
                    commands.tell_not_done(m.class_device_reset_failed(title.as_str()), &why, None);
                }
            }
        });
    };
    let lines = derive(move || {
        let m = t.get();
        vec![
            Consequence::new("trash", m.class_device_reset_text()),
            Consequence::new("no", m.ask_no_undo()).toned(Tone::Danger),
        ]
    });
    view! {
        <Ask
            title=derive(move || t.get().class_device_reset_asked(title.as_str()))
            lines=lines
            press=derive(move || t.get().class_device_reset(press.as_str()))
            on_close=move |()| desk.asked.set(None)
            on_go=go
        />
    }
    .into_any()
}

/// Making something go wrong in the lesson that this tab shows.
#[component]
fn Injecting(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let open = StoredValue::new(lesson_of(&commands.backend.slot()).map(str::to_owned));
    let title = memo(move |_| {
        let id = open.get_value()?;
        let title =
            desk.begun.with(|all| all.iter().find(|begun| begun.id == id).map(|begun| begun.title.clone()));
        Some(title.unwrap_or(id))
    });
    view! {
        <section class="card stack" aria-labelledby="device-inject">
            <h2 id="device-inject">{t.say(Messages::class_device_inject)}</h2>
            {live(move || match title.get() {
                None => view! { <p class="measure">{t.say(Messages::class_device_inject_none)}</p> }.into_any(),
                Some(title) => view! { <p class="measure">{t.get().class_device_inject_hint(title)}</p> }.into_any(),
            })}
            // What is chosen stays when the title of the lesson comes.
            {open.with_value(Option::is_some).then(|| view! { <Form/> }.into_any())}
        </section>
    }
    .into_any()
}

/// What a fault is called.
fn name(fault: InjectedFault, m: &Messages) -> String {
    match fault {
        InjectedFault::Lost => m.class_fault_lost(),
        InjectedFault::Corrupt => m.class_fault_corrupt(),
        InjectedFault::Unreadable => m.class_fault_unreadable(),
        InjectedFault::BitLocker => m.class_fault_bitlocker(),
        InjectedFault::Address => m.class_fault_address(),
        InjectedFault::Expire => m.class_fault_expire(),
    }
}

/// Whether a fault is one of a drive.
fn is_of_drive(fault: InjectedFault) -> bool {
    match fault {
        InjectedFault::Corrupt | InjectedFault::Unreadable | InjectedFault::BitLocker => true,
        InjectedFault::Lost | InjectedFault::Address | InjectedFault::Expire => false,
    }
}

#[component]
fn Form() -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let jobs = memo(move |_| {
        backend.revision().track();
        backend.present(|now| {
            let mut jobs: Vec<(String, String, usize)> = now
                .records()
                .map(|record| {
                    let path = crate::api::route::JobPath::from(&record.job.id);
                    let drives = now.status(&record.job).drives(&record.job, now.head().seed).len();
                    (crate::journal::run::id_text(&path), path.name, drives)
                })
                .collect();
            sort_by(&mut jobs, |one, other| one.1.cmp(&other.1));
            jobs
        })
    });
    let chosen = RwSignal::new(None::<String>);
    let job = memo(move |_| {
        let wanted = chosen.get();
        jobs.with(|jobs| {
            let found = jobs.iter().find(|(id, ..)| Some(id) == wanted.as_ref());
            found.or_else(|| jobs.first()).cloned()
        })
    });
    let fault = RwSignal::new(InjectedFault::Lost);
    let drive = RwSignal::new(1_u8);
    let give = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((id, name_of_job, _)) = job.get_untracked() else { return };
        let what = fault.get_untracked();
        let drive = is_of_drive(what).then(|| drive.get_untracked());
        let journey = Journey::Inject(Inject { fault: what, job: JobRef(id), drive });
        spawn_local(async move {
            let m = t.peek();
            match backend.travel(journey, t.language_now().tag()).await {
                Ok(Ok(())) => {
                    commands.feedback.tell(m.class_device_given(format!("{}, {name_of_job}", name(what, &m))))
                }
                Ok(Err(text)) => {
                    let title = m.class_device_not_given();
                    commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
                }
                Err(why) => commands.tell_not_done(m.class_device_not_given(), &why, None),
            }
        });
    };
    let options = move || {
        let option =
            |(id, name, _): (String, String, usize)| view! { <option value=id>{name}</option> }.into_any();
        jobs.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let faults = move || {
        let m = t.get();
        let all = InjectedFault::ALL.into_iter().enumerate();
        all.map(|(no, fault)| view! { <option value=no.to_string()>{name(fault, &m)}</option> }.into_any())
            .collect::<Vec<_>>()
    };
    let drives = move || {
        let (_, _, count) = job.get()?;
        is_of_drive(fault.get()).then(|| {
            let m = t.get();
            let options = (1..=count).map(|no| view! { <option value=no.to_string()>{m.class_device_drive_no(no.to_string())}</option> }.into_any());
            view! {
                <div class="field">
                    <label class="field__label" for="inject-drive">{t.say(Messages::class_device_drive)}</label>
                    <select
                        class="select"
                        id="inject-drive"
                        on:change:target=move |event| drive.set(event.target().value().parse().unwrap_or(1))
                    >
                        {options.collect::<Vec<_>>()}
                    </select>
                </div>
            }
            .into_any()
        })
    };
    view! {
        <form class="stack" on:submit=give>
            <div class="field-grid">
                <div class="field">
                    <label class="field__label" for="inject-job">{t.say(Messages::class_device_job)}</label>
                    <select class="select" id="inject-job" on:change:target=move |event| chosen.set(Some(event.target().value()))>
                        {live(options)}
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="inject-fault">{t.say(Messages::class_device_fault)}</label>
                    <select
                        class="select"
                        id="inject-fault"
                        on:change:target=move |event| {
                            let no = event.target().value().parse::<usize>().unwrap_or_default();
                            fault.set(InjectedFault::ALL.get(no).copied().unwrap_or(InjectedFault::Lost));
                        }
                    >
                        {live(faults)}
                    </select>
                </div>
                {live(drives)}
            </div>
            <p><button type="submit" class="button button--danger">{t.say(Messages::class_device_give)}</button></p>
        </form>
    }
    .into_any()
}
