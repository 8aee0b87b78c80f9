//! The workspaces of this browser: each can be opened, and all but the user's own thrown away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::text::format;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::workspace_names;
use crate::portal::ui::{ActionButton, Ask, Consequence, hand_on_focus};
use crate::store::slots::Slot;

use super::card::CardShared;

/// The list.
#[component]
pub fn List(card: CardShared) -> impl IntoView {
    let t = card.commands.texts;
    let asked = RwSignal::new(None::<Slot>);
    let rows = live(move || {
        let rows = card.all.get().into_iter().map(|slot| row(card, slot, asked));
        rows.collect::<Vec<_>>()
    });
    let question =
        live(move || asked.get().map(|slot| view! { <Question card gone=slot asked/> }.into_any()));
    view! {
        <div class="setting setting--wide">
            <h3 id="workspaces-list">{t.say(Messages::workspaces_list)}</h3>
            <ul class="name-list divided" aria-labelledby="workspaces-list">{rows}</ul>
            {question}
        </div>
    }
    .into_any()
}

fn row(card: CardShared, slot: Slot, asked: RwSignal<Option<Slot>>) -> AnyView {
    let (t, backend) = (card.commands.texts, card.commands.backend);
    let here = backend.slot() == slot.name;
    let own = slot.is_main();
    let kept = StoredValue::new(slot);
    let name =
        derive(move || kept.with_value(|slot| workspace_names::name(&slot.name, &slot.origin, &t.get())));
    let size = live(move || {
        let (jobs, units) = kept.with_value(|slot| (slot.jobs, slot.units));
        let number = |n| format::number(t.language(), n);
        t.get().workspaces_row(number(jobs), format::kilobytes(t.language(), units)).to_string()
    });
    let open = move |()| backend.open_workspace(&kept.with_value(|slot| slot.name.clone()));
    let discard = move |()| asked.set(Some(kept.get_value()));
    let open_label = derive(move || t.get().workspaces_open(name.get()).to_string());
    let discard_label = derive(move || t.get().workspaces_discard(name.get()).to_string());
    let opens = move || {
        view! { <ActionButton label=open_label class="button--sm" reason=card.reason() on_press=open/> }
            .into_any()
    };
    let discards = move || {
        view! { <ActionButton label=discard_label class="button--sm" reason=card.reason() on_press=discard/> }
            .into_any()
    };
    view! {
        <li>
            <div>
                <strong>{live(move || name.get())}</strong>
                " "
                {here.then(|| view! { <span class="hint">{t.say(Messages::workspaces_here)}</span> }.into_any())}
                <p class="hint">{size}</p>
            </div>
            <span class="cluster">{(!here).then(opens)} {(!own).then(discards)}</span>
        </li>
    }
    .into_any()
}

#[component]
fn Question(card: CardShared, gone: Slot, asked: RwSignal<Option<Slot>>) -> impl IntoView {
    let (t, backend, feedback) = (card.commands.texts, card.commands.backend, card.commands.feedback);
    let slot = StoredValue::new(gone);
    let name = move |m: &Messages| slot.with_value(|slot| workspace_names::name(&slot.name, &slot.origin, m));
    let title = derive(move || {
        let m = t.get();
        m.workspaces_discard_title(name(&m)).to_string()
    });
    let lines = derive(move || {
        let m = t.get();
        let jobs = format::number(t.language(), slot.with_value(|slot| slot.jobs));
        vec![
            Consequence::new("trash", m.workspaces_discard_text(jobs)),
            Consequence::new("no", m.ask_no_undo()).toned(Tone::Danger),
            Consequence::new("check", m.workspaces_discard_own_stays()),
        ]
    });
    let go = move |()| {
        let m = t.peek();
        let (key, name) = (slot.with_value(|slot| slot.name.clone()), name(&m));
        card.busy.set(true);
        spawn_local(async move {
            match backend.discard_workspace(&key).await {
                Ok(()) => {
                    // The question has given the focus back to the row that goes now.
                    hand_on_focus("ul", "main h1");
                    feedback.announce(m.workspaces_discarded(name).to_string());
                }
                Err(why) => {
                    let title = m.workspaces_not_discarded(name).to_string();
                    card.commands.tell_not_done(title, &why, None);
                }
            }
            // The page may have been left meanwhile.
            card.busy.try_set(false);
            card.discarded.try_update(|count| *count += 1);
        });
    };
    view! {
        <Ask
            title=title
            lines=lines
            press=derive(t.say(Messages::workspaces_discard_press))
            on_close=move |()| asked.set(None)
            on_go=go
        />
    }
    .into_any()
}
