//! The section "Pins" of the panel.

use leptos::prelude::*;

use crate::lessons::anchor::Control;
use crate::phrases::Messages;
use crate::portal::prototype::desk::Desk;
use crate::portal::prototype::fields::{Choices, choice, text};
use crate::portal::text::format;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{Icon, hand_on_focus};

use super::marks::go_to;
use super::model::{MOST, MOST_TEXT, Pin};

/// What a control is called.
fn control_name(control: Control, m: &Messages) -> String {
    match control {
        Control::Create => m.control_create(),
        Control::Jobs => m.control_jobs(),
        Control::Activity => m.control_activity(),
        Control::Console => m.control_console(),
        Control::Settings => m.control_settings(),
        Control::Clock => m.control_clock(),
        Control::Timeline => m.control_timeline(),
        Control::Row => m.control_row(),
        Control::Cancel => m.control_cancel(),
        Control::Delete => m.control_delete(),
        Control::Tracking => m.control_tracking(),
        Control::Drives => m.control_drives(),
        Control::Keys => m.control_keys(),
    }
}

/// The section.
#[component]
pub fn PinsSection(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let remove = move |at: usize| {
        hand_on_focus(".prototype__list", ".prototype");
        desk.change(|switches| {
            if at < switches.pins.len() {
                switches.pins.remove(at);
            }
        });
    };
    let list = live(move || {
        let m = t.get();
        let pins = desk.switches.with(|switches| switches.pins.clone());
        if pins.is_empty() {
            return view! { <p class="muted">{m.pins_none()}</p> }.into_any();
        }
        let one = |(at, pin): (usize, Pin)| {
            let no = (at + 1).to_string();
            let place = control_name(pin.on.control, &m);
            let job = pin.on.job.as_ref().map(|job| format!(" · {}", job.0)).unwrap_or_default();
            let (go, away) = (m.pins_go(no.as_str()), m.prototype_remove(m.pins_pin(no.as_str())));
            let note = pin.note.clone();
            let press = move |_| go_to(commands, &pin, at + 1);
            view! {
                <li>
                    <span class="pin" aria-hidden="true">{no}</span>
                    <span><span class="pin__note">{note}</span> <span class="hint">{place} {job}</span></span>
                    <button type="button" class="button button--sm" on:click=press>{go}</button>
                    <button type="button" class="button button--subtle button--icon button--sm" aria-label=away on:click=move |_| remove(at)>
                        <Icon name="trash"/>
                    </button>
                </li>
            }
            .into_any()
        };
        let items = pins.into_iter().enumerate().map(one).collect::<Vec<_>>();
        view! { <ol class="prototype__list" role="list">{items}</ol> }.into_any()
    });
    view! {
        <p class="hint">{t.say(Messages::pins_intro)}</p>
        {list}
        <NewPin desk/>
    }
    .into_any()
}

#[component]
fn NewPin(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let on = RwSignal::new(Control::Cancel.as_str().to_owned());
    let (job, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let controls = derive(move || {
        let m = t.get();
        Control::ALL.map(|one| (one.as_str().to_owned(), control_name(one, &m))).to_vec()
    });
    let jobs = derive(move || {
        backend.read(|all| {
            let names = all.records().take(MOST_JOBS).map(|record| record.job.id.name.to_string());
            names.map(|name| (name.clone(), name)).collect::<Choices>()
        })
    });
    let chosen = derive(move || {
        let job = job.get();
        if job.is_empty() {
            jobs.with(|all| all.first().map(|(name, _)| name.clone()).unwrap_or_default())
        } else {
            job
        }
    });
    let of_job = move || Control::parse(&on.get()).is_some_and(Control::is_of_a_job);
    let tried = RwSignal::new(false);
    let problem = derive(move || {
        let fits = note.with(|note| !note.trim().is_empty() && note.trim().chars().count() <= MOST_TEXT);
        (tried.get() && !fits).then(|| t.get().pins_invalid(format::number(t.language(), MOST_TEXT)))
    });
    let full = move || desk.switches.with(|switches| switches.pins.len() >= MOST);
    let add = move |_| {
        let pin = Control::parse(&on.get_untracked())
            .and_then(|control| Pin::new(control, &chosen.get_untracked(), &note.get_untracked()));
        match pin {
            Some(pin) => {
                tried.set(false);
                note.set(String::new());
                desk.change(|switches| switches.pins.push(pin));
            }
            None => tried.set(true),
        }
    };
    view! {
        <div class="prototype__row">
            {choice(Messages::pins_control, controls, on.into(), move |value| on.set(value))}
            {live(move || of_job().then(|| choice(Messages::pins_job, jobs, chosen, move |value| job.set(value))))}
            {text(Messages::pins_note, note, false, problem)}
            <button type="button" class="button" disabled=live(full) on:click=add>{t.say(Messages::prototype_add)}</button>
        </div>
    }
    .into_any()
}

/// The most jobs that are offered by name.
const MOST_JOBS: usize = 200;
