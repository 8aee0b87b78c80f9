//! The section "Data" of the panel, and the workspace that it opens.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::backend::Backend;
use crate::portal::prototype::desk::Desk;
use crate::portal::prototype::fields::{Choices, choice};
use crate::portal::text::format;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, live, memo};

use crate::store::slots::SlotKind;

use super::build::{build, names};
use super::spec::{Count, Drives, JobTexts, Jobs};

/// The slot of a description, the same for the same.
fn slot_of(desk: Desk) -> String {
    let query = desk.switches.with_untracked(|switches| switches.of_jobs());
    let sum = query
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    SlotKind::Prototype.slot(&format!("{sum:016x}"))
}

fn is_shown(backend: Backend) -> bool {
    SlotKind::of(&backend.slot()) == SlotKind::Prototype
}

/// Opens the jobs that the address asks for, unless they are shown already.
pub fn open_asked(desk: Desk) {
    let commands = use_commands();
    let asked = memo(move |_| desk.switches.with(|switches| switches.jobs.clone()));
    Effect::new(move |_| {
        if asked.with(Option::is_some) && commands.backend.slot() != slot_of(desk) {
            open(desk, commands, false);
        }
    });
}

fn open(desk: Desk, commands: Commands, anew: bool) {
    let Some(jobs) = desk.switches.with_untracked(|switches| switches.jobs.clone()) else { return };
    let (t, slot) = (commands.texts, slot_of(desk));
    spawn_local(async move {
        let built = build(&jobs);
        if !built.unknown.is_empty() {
            let title = t.peek().data_unknown(built.unknown.join(", "));
            commands.feedback.notify(News::of(Tone::Warning, title));
        }
        let title = t.peek().prototype();
        if let Err(why) = commands.backend.open_in(&slot, built.workspace, &title, anew).await {
            commands.tell_not_done(t.peek().data_not_opened(), &why, None);
        }
    });
}

/// The section.
#[component]
pub fn DataSection(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let wanted =
        RwSignal::new(desk.switches.with_untracked(|switches| switches.jobs.clone().unwrap_or_default()));
    let counts = derive(move || {
        let name = |count: Count| (count.number().to_string(), format::number(t.language(), count.number()));
        Count::ALL.map(name).to_vec()
    });
    let texts = derive(move || {
        let m = t.get();
        let name = |texts: JobTexts| match texts {
            JobTexts::Usual => m.data_texts_usual(),
            JobTexts::Longest => m.data_texts_longest(),
            JobTexts::Unbreakable => m.data_texts_unbreakable(),
            JobTexts::Emoji => m.data_texts_emoji(),
            JobTexts::RightToLeft => m.data_texts_rtl(),
        };
        JobTexts::ALL.iter().map(|texts| (texts.as_str().to_owned(), name(*texts))).collect::<Choices>()
    });
    let drives = derive(move || {
        let m = t.get();
        let name = |drives: Drives| match drives {
            Drives::Usual => m.data_drives_usual(),
            Drives::None => m.data_drives_none(),
            Drives::Most => m.data_drives_most(),
        };
        Drives::ALL.iter().map(|drives| (drives.as_str().to_owned(), name(*drives))).collect::<Choices>()
    });
    let count = derive(move || wanted.with(|jobs| jobs.count.number().to_string()));
    let kind = derive(move || wanted.with(|jobs| jobs.texts.as_str().to_owned()));
    let many = derive(move || wanted.with(|jobs| jobs.drives.as_str().to_owned()));
    let shown = is_shown(backend);
    let go = move |_| {
        // Other jobs have other names.
        let jobs = wanted.get_untracked();
        let same = desk.switches.with_untracked(|switches| switches.jobs.as_ref() == Some(&jobs));
        desk.change(|switches| switches.jobs = Some(jobs));
        if same {
            open(desk, commands, true);
        }
    };
    let label = live(move || {
        let same = desk.switches.with(|switches| switches.jobs == Some(wanted.get()));
        if shown && same { t.get().data_anew() } else { t.get().data_open() }
    });
    view! {
        <p class="hint">{t.say(Messages::data_intro)}</p>
        {choice(Messages::data_count, counts, count, move |value| {
            let count = Count::ALL.into_iter().find(|count| count.number().to_string() == value);
            wanted.update(|jobs| *jobs = Jobs { count: count.unwrap_or_default(), copies: Vec::new(), set: Vec::new(), ..jobs.clone() });
        })}
        {choice(Messages::data_texts, texts, kind, move |value| {
            wanted.update(|jobs| jobs.texts = JobTexts::parse(&value).unwrap_or_default());
        })}
        {choice(Messages::data_drives, drives, many, move |value| {
            wanted.update(|jobs| jobs.drives = Drives::parse(&value).unwrap_or_default());
        })}
        <p><button type="button" class="button button--primary" on:click=go>{label}</button></p>
        {match shown {
            true => view! { <OneJob desk/> }.into_any(),
            false => view! { <p class="muted">{t.say(Messages::data_none)}</p> }.into_any(),
        }}
    }
    .into_any()
}

/// What is done with one job.
#[component]
fn OneJob(desk: Desk) -> impl IntoView {
    let t = use_commands().texts;
    let known = derive(move || {
        let names = desk.switches.with(|switches| names(&switches.jobs.clone().unwrap_or_default()));
        names.into_iter().take(MOST_OFFERED).map(|name| (name.clone(), name)).collect::<Choices>()
    });
    let (job, state) = (RwSignal::new(String::new()), RwSignal::new(JobState::Completed.as_str().to_owned()));
    let chosen = derive(move || {
        let job = job.get();
        if job.is_empty() {
            known.with(|all| all.first().map(|(name, _)| name.clone()).unwrap_or_default())
        } else {
            job
        }
    });
    let states = derive(move || {
        let _ = t.language();
        JobState::ALL.map(|state| (state.as_str().to_owned(), state.as_str().to_owned())).to_vec()
    });
    let set = move |_| {
        let wanted = state.get_untracked();
        if let Some(state) = JobState::ALL.into_iter().find(|state| state.as_str() == wanted) {
            let name = chosen.get_untracked();
            desk.change(|switches| {
                if let Some(jobs) = &mut switches.jobs {
                    jobs.put((name, state));
                }
            });
        }
    };
    let copy = move |_| {
        let name = chosen.get_untracked();
        desk.change(|switches| {
            if let Some(jobs) = &mut switches.jobs {
                jobs.copies.push(name);
            }
        });
    };
    view! {
        <div class="prototype__row">
            {choice(Messages::data_job, known, chosen, move |value| job.set(value))}
            {choice(Messages::data_state, states, state.into(), move |value| state.set(value))}
            <button type="button" class="button" on:click=set>{t.say(Messages::data_set)}</button>
            <button type="button" class="button" on:click=copy>{t.say(Messages::data_copy)}</button>
        </div>
    }
    .into_any()
}

/// The most jobs that are offered by name.
const MOST_OFFERED: usize = 200;
