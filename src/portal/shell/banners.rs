//! Banners about the backend: what the user should know about how well it works.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::health::{Health, Keeping, MemoryOnly};
use crate::portal::backend::{Backend, NotDone, NotOpened, use_backend};
use crate::portal::rooms::later::use_later;
use crate::portal::text::format;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::feedback::Banner;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo, when};
use crate::portal::ui::workspace_names;
use crate::store::codec::Origin;
use crate::store::entries::MAIN;

/// Something that is not as it should be, or not as one might think.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PageTrouble {
    /// A newer version of the portal is at work.
    Outdated,
    /// The workspace shown was thrown away.
    Gone,
    /// No room is left for changes.
    Full,
    /// Little room is left.
    NearlyFull,
    /// The browser keeps nothing, in its own words.
    Blocked(String),
    /// The browser has no room for the workspace.
    NoRoom,
    /// So many entries could not be read.
    Aside(usize),
    /// The workspace in a link was not opened.
    Link(NotOpened),
    /// The workspace shown is not the user's own.
    Foreign(String, Origin),
    /// Whether the workspace shown before is the user's own now.
    Adopted(Result<(), NotDone>),
}

impl PageTrouble {
    fn all(health: &Health, foreign: Option<&(String, Origin)>) -> Vec<PageTrouble> {
        let storage = match &health.storage {
            Keeping::Kept | Keeping::Memory(MemoryOnly::Wanted) => None,
            Keeping::NearlyFull(_) => Some(PageTrouble::NearlyFull),
            Keeping::Full(_) => Some(PageTrouble::Full),
            Keeping::Memory(MemoryOnly::Blocked(why)) => Some(PageTrouble::Blocked(why.clone())),
            Keeping::Memory(MemoryOnly::NoRoom) => Some(PageTrouble::NoRoom),
        };
        let outdated = health.outdated.then_some(PageTrouble::Outdated);
        let gone = health.gone.then_some(PageTrouble::Gone);
        let link = health.link.clone().map(PageTrouble::Link);
        let foreign = foreign.filter(|_| !health.gone);
        let foreign = foreign.map(|(slot, origin)| PageTrouble::Foreign(slot.clone(), origin.clone()));
        let adopted = health.adopted.clone().map(PageTrouble::Adopted);
        let aside = (health.aside > 0).then_some(PageTrouble::Aside(health.aside));
        [outdated, gone, link, adopted, foreign, storage, aside].into_iter().flatten().collect()
    }
}

/// The banners of this moment.
#[component]
pub fn HealthBanners() -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let health = backend.health();
    let slot = StoredValue::new(backend.slot());
    let foreign = memo(move |_| {
        let slot = slot.get_value();
        if slot == MAIN {
            return None;
        }
        backend.revision().track();
        Some((slot, backend.origin()))
    });
    let closed = RwSignal::new(Vec::<PageTrouble>::new());
    let troubles = memo(move |_| {
        let mut troubles =
            foreign.with(|foreign| health.with(|health| PageTrouble::all(health, foreign.as_ref())));
        closed.with(|closed| troubles.retain(|trouble| !closed.contains(trouble)));
        troubles
    });
    let later = use_later();
    let banner = move |trouble: PageTrouble| {
        let close = Callback::new({
            let trouble = trouble.clone();
            move |()| closed.update(|closed| closed.push(trouble.clone()))
        });
        match trouble {
            PageTrouble::Foreign(slot, origin) => {
                let title =
                    derive(move || t.get().banner_foreign(workspace_names::name(&slot, &origin, &t.get())));
                let text = derive(t.say(Messages::banner_foreign_text));
                let actions = view! { {back(t, backend)} <Keep/> };
                view! { <Banner tone=Tone::Info title=title text=text actions=actions.into_any()/> }
                    .into_any()
            }
            PageTrouble::Blocked(why) => {
                let title = derive(t.say(Messages::banner_blocked));
                let text = derive(move || t.get().banner_blocked_text(why.as_str()));
                view! { <Banner tone=Tone::Warning title=title text=text on_close=close/> }.into_any()
            }
            // What is rare, and never there at once, is told by what comes behind the first view.
            rare @ (PageTrouble::Outdated
            | PageTrouble::Gone
            | PageTrouble::Full
            | PageTrouble::NearlyFull
            | PageTrouble::NoRoom
            | PageTrouble::Aside(_)
            | PageTrouble::Link(_)
            | PageTrouble::Adopted(_)) => {
                live(move || later.show(|parts| (parts.trouble)(rare.clone(), close))).into_any()
            }
        }
    };
    live(move || {
        let banners: Vec<AnyView> = troubles.get().into_iter().map(banner).collect();
        (!banners.is_empty()).then(|| view! { <div class="banners">{banners}</div> }.into_any())
    })
}

/// The button that leads back to the user's own workspace.
pub fn back(t: Texts, backend: Backend) -> AnyView {
    let press = move |_| backend.open_workspace(MAIN);
    view! {
        <button type="button" class="button button--sm" on:click=press>{t.say(Messages::banner_foreign_back)}</button>
    }
    .into_any()
}

/// Makes the workspace shown the user's own, after a question.
#[component]
fn Keep() -> impl IntoView {
    let t = use_texts();
    let later = use_later();
    let asking = RwSignal::new(false);
    let close = Callback::new(move |()| asking.set(false));
    view! {
        <button type="button" class="button button--sm" on:click=move |_| asking.set(true)>
            {t.say(Messages::banner_foreign_keep)}
        </button>
        {when(move || asking.get(), move || live(move || later.show(|parts| (parts.adopt)(close))).into_any())}
    }
    .into_any()
}

/// How far a jump of time that takes long has come.
#[component]
pub fn JumpProgress() -> impl IntoView {
    let t = use_texts();
    let health = use_backend().health();
    let jump = memo(move |_| health.with(|health| health.jump));
    let running = memo(move |_| jump.get().is_some());
    let bar = move || {
        view! {
            <progress
                class="progress progress--sim"
                max="100"
                value=live(move || jump.get().unwrap_or_default().to_string())
                aria-label=t.say(Messages::clock_jumping)
                aria-valuetext=live(move || format::percent(t.language(), jump.get().unwrap_or_default()))
            ></progress>
        }
        .into_any()
    };
    live(move || running.get().then(bar))
}
