//! BitLocker keys, shown on request only, and who manages the key that protects them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::api::calls;
use crate::domain::job::Encryption;
use crate::phrases::Messages;
use crate::portal::job::watch::Watch;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::{CommandOutcome, refusal, use_commands};
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{Banner, CopyButton, Icon};

/// The keys of the drives: a drive's id and its key. They live as long as the tab shows them.
type Shown = RwSignal<Option<Vec<(String, String)>>>;

/// The tab.
#[component]
pub fn Keys(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let commands = use_commands();
    let shown: Shown = RwSignal::new(None);
    let is_shown = memo(move |_| shown.with(Option::is_some));
    let ask = move || {
        let id = watch.job.with_untracked(|job| job.id.clone());
        spawn_local(async move {
            let outcome = commands.send(calls::list_bitlocker_keys(&id)).await;
            let m = t.peek();
            let title = m.keys_not_shown().to_string();
            match outcome {
                CommandOutcome::Done(response) => {
                    let keys = keys(&response.body);
                    commands.feedback.announce(m.keys_shown(keys.len()).to_string());
                    // The tab may have been left meanwhile.
                    shown.try_set(Some(keys));
                }
                CommandOutcome::Refused(response) => {
                    let text = refusal(&response, &m);
                    commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
                }
                CommandOutcome::NotDone(why) => commands.tell_not_done(title, &why, None),
            }
        });
    };
    let press = move |_| match is_shown.get_untracked() {
        true => {
            shown.set(None);
            commands.feedback.announce(t.peek().keys_hidden().to_string());
        }
        false => ask(),
    };
    let label = live(move || match is_shown.get() {
        true => t.get().keys_hide().to_string(),
        false => t.get().keys_show().to_string(),
    });
    view! {
        <Banner
            tone=Tone::Warning
            title=t.say(Messages::keys_secret)
            text=t.say(Messages::keys_secret_text)
        />
        <div>
            <button type="button" class="button button--primary" on:click=press><Icon name="key"/>{label}</button>
        </div>
        {live(move || shown.get().map(|keys| key_table(keys, watch)))}
        <Protection watch/>
    }
    .into_any()
}

fn keys(body: &str) -> Vec<(String, String)> {
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    let text = |key: &Value, name: &str| key.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let keys = body.get("value").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    keys.iter().map(|key| (text(key, "driveId"), text(key, "bitLockerKey"))).collect()
}

fn key_table(keys: Vec<(String, String)>, watch: Watch) -> AnyView {
    let t = watch.texts;
    if keys.is_empty() {
        return view! { <p>{t.say(Messages::keys_none)}</p> }.into_any();
    }
    let row = move |(drive, key): (String, String)| {
        let (named, copied) = (drive.clone(), key.clone());
        let what = move || format!("{} {named}", t.get().keys_key());
        view! {
            <tr role="row">
                <th role="rowheader" scope="row" data-label=t.say(Messages::drives_id)>
                    <span class="mono">{drive}</span>
                </th>
                <td role="cell" data-label=t.say(Messages::keys_key)>
                    <span class="mono">{key}</span>
                    <CopyButton text=Signal::stored(copied) what=derive(what)/>
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="table-region" role="region" aria-label=t.say(Messages::keys_table) tabindex="0">
            <table class="data-table data-table--cards" role="table" aria-label=t.say(Messages::keys_table)>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{t.say(Messages::drives_id)}</th>
                        <th role="columnheader" scope="col">{t.say(Messages::keys_key)}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{keys.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Who manages the key that protects the BitLocker keys.
#[component]
fn Protection(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let fact = move |label: Phrase, value: AnyView| {
        view! { <div><dt>{t.say(label)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let text = |value: &str| view! { <span class="mono">{value.to_owned()}</span> }.into_any();
    let facts = move || {
        watch.job.with(|job| match &job.order.encryption {
            Encryption::MicrosoftManaged => {
                vec![fact(Messages::keys_kek_type, t.get().keys_kek_microsoft().to_string().into_any())]
            }
            Encryption::CustomerManaged { url, vault } => vec![
                fact(Messages::keys_kek_type, t.get().keys_kek_customer().to_string().into_any()),
                fact(Messages::keys_kek_url, text(url.as_str())),
                fact(Messages::keys_kek_vault, text(vault.as_str())),
            ],
        })
    };
    view! {
        <section class="card" aria-labelledby="kek">
            <div class="head"><h2 id="kek">{t.say(Messages::keys_kek)}</h2></div>
            <dl class="facts facts--list">{live(facts)}</dl>
        </section>
    }
    .into_any()
}
