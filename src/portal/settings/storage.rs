//! The storage: how much of it is taken up, and by what.

use std::time::Duration;

use leptos::prelude::*;

use crate::journal::annex::is_recorded;
use crate::phrases::Messages;
use crate::portal::backend::health::{CopyStanding, Keeping, MemoryOnly, Usage};
use crate::portal::backend::use_backend;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::SaveButton;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::reactive::throttle::throttled;

use super::aside::AsideList;

/// The card.
#[component]
pub fn StorageCard(
    /// Grows when another workspace is thrown away.
    elsewhere: RwSignal<u32>,
) -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    // Grows when an entry that was set aside is thrown away.
    let discarded = RwSignal::new(0);
    // Measuring reads everything, so not with every change.
    let changes = throttled(Duration::from_secs(2), move || {
        backend.revision().track();
        backend.health().track();
        false
    });
    let usage = memo(move |_| {
        changes.track();
        discarded.track();
        elsewhere.track();
        backend.usage()
    });
    let health = backend.health();
    let body = live(move || match (usage.get(), health.with(|health| health.storage.clone())) {
        (Some(usage), _) => view! { <Meter usage/> }.into_any(),
        (None, Keeping::Memory(MemoryOnly::Blocked(why))) => {
            let text = move || t.get().banner_blocked_text(why.as_str()).to_string();
            view! { <p>{live(text)}</p> }.into_any()
        }
        // A banner says why nothing is written any more.
        (
            None,
            Keeping::Memory(MemoryOnly::Wanted | MemoryOnly::NoRoom)
            | Keeping::Kept
            | Keeping::NearlyFull(_)
            | Keeping::Full(_),
        ) => ().into_any(),
    });
    let copy = live(move || match health.with(|health| health.copy.clone()) {
        CopyStanding::Elsewhere => String::new(),
        CopyStanding::Whole => t.get().settings_copy_whole().to_string(),
        CopyStanding::Making => t.get().settings_copy_making().to_string(),
        CopyStanding::Lagging(why, _) => t.get().settings_copy_lagging(why.as_str()).to_string(),
        CopyStanding::Missing(why) => t.get().settings_copy_missing(why.as_str()).to_string(),
    });
    let file = derive(move || backend.file_name());
    let text = derive(move || backend.export());
    let recorded = memo(move |_| backend.present(is_recorded));
    let with_recording = live(move || {
        recorded.get().then(|| {
            let text = derive(move || backend.export_recorded());
            let label = derive(t.say(Messages::settings_save_recorded));
            view! {
                " "
                <SaveButton text file label mime="application/json"/>
                <p class="hint">{t.say(Messages::settings_save_recorded_hint)}</p>
            }
            .into_any()
        })
    });
    view! {
        <section class="card stack" aria-labelledby="storage-title">
            <h2 id="storage-title">{t.say(Messages::settings_storage)}</h2>
            {body}
            <p class="hint">{copy} " " {t.say(Messages::settings_storage_hint)}</p>
            <div>
                <SaveButton text file label=derive(t.say(Messages::settings_save)) mime="application/json"/>
                {with_recording}
            </div>
            <AsideList discarded/>
        </section>
    }
    .into_any()
}

#[component]
fn Meter(usage: Usage) -> impl IntoView {
    let t = use_texts();
    let used = usage.used();
    let share = u8::try_from(used.saturating_mul(100) / Usage::CAPACITY).unwrap_or(100).min(100);
    let says = live(move || {
        let language = t.language();
        let (used, all) = (format::kilobytes(language, used), format::kilobytes(language, Usage::CAPACITY));
        t.get().settings_used(used, all, format::percent(language, share)).to_string()
    });
    let class = if used >= Usage::WARNING { "progress tone--danger" } else { "progress" };
    let parts: [(Phrase, usize); 6] = [
        (Messages::settings_used_jobs, usage.jobs),
        (Messages::settings_used_log, usage.log),
        (Messages::settings_used_others, usage.others),
        (Messages::settings_used_aside, usage.aside),
        (Messages::settings_used_portal, usage.portal),
        (Messages::settings_used_foreign, usage.foreign),
    ];
    let row = |(name, size): (Phrase, usize)| {
        view! { <div><dt>{t.say(name)}</dt><dd>{live(move || format::kilobytes(t.language(), size) + " KB")}</dd></div> }
        .into_any()
    };
    view! {
        <div class="field">
            <p id="storage-used">{says}</p>
            <progress
                class=class
                aria-labelledby="storage-used"
                max="100"
                value=share.to_string()
            ></progress>
        </div>
        <dl class="facts facts--list">{parts.map(row)}</dl>
    }
    .into_any()
}
