//! What was set aside: entries that could not be read, to be saved as files or thrown away.

use leptos::prelude::*;

use crate::domain::job::JobNo;
use crate::phrases::Messages;
use crate::portal::backend::{Backend, use_backend};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{derive, live, memo, when};
use crate::portal::ui::{SaveButton, hand_on_focus};
use crate::store::aside::Aside;
use crate::store::entries::{self, Entry};

/// What there is to tell of an entry that could not be read or was missing, beside its name.
enum Told {
    /// The head was made anew, if no second copy had it.
    Head,
    /// The job was missing.
    Job(JobNo),
    /// So many jobs were missing.
    Jobs(u64),
}

impl Told {
    fn of(aside: &Aside) -> Option<Told> {
        let (_, inner) = entries::split(&aside.from)?;
        match Entry::parse(inner) {
            Some(Entry::Head) => Some(Told::Head),
            Some(Entry::Job(no)) if aside.was_missing() => Some(Told::Job(no)),
            Some(
                Entry::Job(_) | Entry::Line(_) | Entry::Origin | Entry::Wal | Entry::Beside(_) | Entry::Turn,
            ) => None,
            None => inner.strip_prefix("jobs/")?.parse().ok().map(Told::Jobs),
        }
    }

    fn sentence(&self, backend: Backend, m: &Messages) -> String {
        match self {
            Told::Head => m.settings_aside_head(),
            Told::Job(no) if backend.peek(|all| all.record(*no).is_some()) => m.settings_aside_job_back(),
            Told::Job(_) => m.settings_aside_job(),
            Told::Jobs(count) => m.settings_aside_jobs(*count as usize),
        }
        .to_string()
    }
}

/// The list; nothing while nothing was set aside.
#[component]
pub fn AsideList(discarded: RwSignal<u32>) -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let all = memo(move |_| {
        backend.revision().track();
        discarded.track();
        backend.set_aside()
    });
    let items = move || {
        let items = all.get().into_iter().map(|entry| view! { <Item entry discarded/> }.into_any());
        items.collect::<Vec<_>>()
    };
    view! {
        {when(move || !all.with(Vec::is_empty), move || {
            view! {
                <h3>{t.say(Messages::settings_aside)}</h3>
                <p class="hint">{t.say(Messages::settings_aside_hint)}</p>
                <ul class="name-list divided">{live(items)}</ul>
            }
            .into_any()
        })}
    }
    .into_any()
}

#[component]
fn Item(entry: Aside, discarded: RwSignal<u32>) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let Aside { from, raw, .. } = entry.clone();
    let missing = entry.was_missing();
    let told = StoredValue::new(Told::of(&entry));
    let saying = move || {
        backend.revision().track();
        told.with_value(|told| told.as_ref().map(|told| told.sentence(backend, &t.get())))
    };
    let sentence = move || saying().map(|text| view! { <p class="hint">{text}</p> }.into_any());
    let (name, shown) = (StoredValue::new(from.clone()), from.clone());
    let discard = move |_| {
        let m = t.peek();
        match backend.discard_aside(&entry) {
            Ok(()) => {
                commands.feedback.announce(m.settings_aside_discarded(name.get_value()).to_string());
                hand_on_focus("ul", "main h1");
                discarded.update(|count| *count += 1);
            }
            Err(why) => {
                let title = m.workspaces_not_discarded(name.get_value()).to_string();
                commands.tell_not_done(title, &why, None);
            }
        }
    };
    let file = Signal::stored(format!("{}.txt", from.replace('/', "-")));
    let download = derive(move || t.get().settings_aside_download(name.get_value()).to_string());
    let discard_label = move || t.get().settings_aside_discard(name.get_value()).to_string();
    view! {
        <li>
            <div><code>{shown}</code>{live(sentence)}</div>
            <span class="cluster">
                {(!missing).then(|| view! { <SaveButton text=Signal::stored(raw) file label=download mime="text/plain"/> }.into_any())}
                <button type="button" class="button button--sm" on:click=discard>{live(discard_label)}</button>
            </span>
        </li>
    }
    .into_any()
}
