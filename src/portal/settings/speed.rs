//! The speed of the simulation clock.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::backend::Setting;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::derive;
use crate::service::clock::Speed;

use super::choice::{Choice, Option};

/// The setting.
#[component]
pub fn SpeedSetting() -> impl IntoView {
    let t = use_texts();
    let commands = use_commands();
    let backend = commands.backend;
    let option = |speed: Speed| {
        let label = move || {
            let factor = usize::try_from(speed.factor()).unwrap_or(usize::MAX);
            t.get().speed_times(format::number(t.language(), factor)).to_string()
        };
        Option { hint: derive(t.say(meaning(speed))), ..Option::new(slug(speed), label) }
    };
    let choose = move |chosen: &'static str| {
        let Some(speed) = Speed::ALL.into_iter().find(|speed| slug(*speed) == chosen) else { return };
        spawn_local(async move {
            if let Err(why) = backend.set(Setting::Speed(speed.millis_a_second())).await {
                commands.tell_not_done(t.peek().clock_not_set().to_string(), &why, None);
            }
        });
    };
    view! {
        <Choice
            name="speed"
            title=derive(t.say(Messages::settings_speed))
            hint=derive(t.say(Messages::settings_speed_hint))
            options=Speed::ALL.map(option).to_vec()
            chosen=derive(move || {
                Speed::of(backend.read(|all| all.head().speed)).map_or("", slug)
            })
            disabled=backend.looking()
            on_choose=choose
        />
    }
}

fn slug(speed: Speed) -> &'static str {
    match speed {
        Speed::RealTime => "second",
        Speed::Minute => "minute",
        Speed::Hour => "hour",
        Speed::Day => "day",
    }
}

fn meaning(speed: Speed) -> Phrase {
    match speed {
        Speed::RealTime => Messages::speed_second,
        Speed::Minute => Messages::speed_minute,
        Speed::Hour => Messages::speed_hour,
        Speed::Day => Messages::speed_day,
    }
}
