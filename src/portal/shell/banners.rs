//! Banners about the backend: what the user should know about how well it works.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::health::{Health, Keeping, MemoryOnly};
use crate::portal::backend::{Backend, NotDone, NotOpened, use_backend};
use crate::portal::rooms::later::use_later;
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::commands::not_done;
use crate::portal::ui::feedback::Banner;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::workspace_names;
use crate::store::codec::Origin;
use crate::store::entries::MAIN;

/// Something that is not as it should be, or not as one might think.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Trouble {
    Outdated,
    /// The workspace shown was thrown away.
    Gone,
    Full,
    NearlyFull,
    Blocked(String),
    NoRoom,
    Aside(usize),
    /// The workspace in a link was not opened.
    Link(NotOpened),
    /// The workspace shown is not the user's own.
    Foreign(String, Origin),
    /// Whether the workspace shown before is the user's own now.
    Adopted(Result<(), NotDone>),
}

impl Trouble {
    fn all(health: &Health, foreign: Option<&(String, Origin)>) -> Vec<Trouble> {
        let storage = match &health.storage {
            Keeping::Kept | Keeping::Memory(MemoryOnly::Wanted) => None,
            Keeping::NearlyFull(_) => Some(Trouble::NearlyFull),
            Keeping::Full(_) => Some(Trouble::Full),
            Keeping::Memory(MemoryOnly::Blocked(why)) => Some(Trouble::Blocked(why.clone())),
            Keeping::Memory(MemoryOnly::NoRoom) => Some(Trouble::NoRoom),
        };
        let outdated = health.outdated.then_some(Trouble::Outdated);
        let gone = health.gone.then_some(Trouble::Gone);
        let link = health.link.clone().map(Trouble::Link);
        let foreign = foreign.filter(|_| !health.gone);
        let foreign = foreign.map(|(slot, origin)| Trouble::Foreign(slot.clone(), origin.clone()));
        let adopted = health.adopted.clone().map(Trouble::Adopted);
        let aside = (health.aside > 0).then_some(Trouble::Aside(health.aside));
        [outdated, gone, link, adopted, foreign, storage, aside].into_iter().flatten().collect()
    }

    fn title(&self, m: &Messages) -> String {
        match self {
            Trouble::Outdated => m.banner_outdated(),
            Trouble::Full => m.banner_full(),
            Trouble::NearlyFull => m.banner_nearly_full(),
            Trouble::Blocked(_) | Trouble::NoRoom => m.banner_blocked(),
            Trouble::Aside(count) => m.banner_aside(*count),
            Trouble::Gone => m.banner_gone(),
            Trouble::Link(_) => m.banner_link(),
            Trouble::Foreign(slot, origin) => m.banner_foreign(workspace_names::name(slot, origin, m)),
            Trouble::Adopted(Ok(())) => m.banner_adopted(),
            Trouble::Adopted(Err(_)) => m.banner_not_adopted(),
        }
        .to_string()
    }

    fn text(&self, m: &Messages) -> String {
        match self {
            Trouble::Outdated => m.banner_outdated_text(),
            Trouble::Full => m.banner_full_text(),
            Trouble::NearlyFull => m.banner_nearly_full_text(),
            Trouble::Blocked(why) => m.banner_blocked_text(why.as_str()),
            Trouble::NoRoom => m.banner_no_room_text(),
            Trouble::Aside(_) => m.banner_aside_text(),
            Trouble::Gone => m.banner_gone_text(),
            Trouble::Link(why) => return workspace_names::not_opened(why, m),
            Trouble::Foreign(..) => m.banner_foreign_text(),
            Trouble::Adopted(Ok(())) => m.banner_adopted_text(),
            Trouble::Adopted(Err(why)) => return not_done(why, m),
        }
        .to_string()
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
    let closed = RwSignal::new(Vec::<Trouble>::new());
    let troubles = memo(move |_| {
        let mut troubles =
            foreign.with(|foreign| health.with(|health| Trouble::all(health, foreign.as_ref())));
        closed.with(|closed| troubles.retain(|trouble| !closed.contains(trouble)));
        troubles
    });
    let banner = move |trouble: Trouble| {
        let (titled, worded) = (trouble.clone(), trouble.clone());
        let title = derive(move || titled.title(&t.get()));
        let text = derive(move || worded.text(&t.get()));
        let close = Callback::new({
            let trouble = trouble.clone();
            move |()| closed.update(|closed| closed.push(trouble.clone()))
        });
        match trouble {
            Trouble::Outdated => {
                let reload = move |_| {
                    // A page can always be reloaded.
                    let _ = window().location().reload();
                };
                let button = view! {
                    <button type="button" class="button button--sm" on:click=reload>{t.say(Messages::reload)}</button>
                };
                view! { <Banner tone=Tone::Danger title=title text=text actions=button.into_any()/> }
                    .into_any()
            }
            Trouble::Full | Trouble::NoRoom => {
                let settings = settings(t, Messages::banner_to_settings);
                view! { <Banner tone=Tone::Danger title=title text=text actions=settings/> }.into_any()
            }
            Trouble::NearlyFull | Trouble::Aside(_) => {
                let settings = settings(t, Messages::banner_to_settings);
                view! { <Banner tone=Tone::Warning title=title text=text actions=settings on_close=close/> }
                    .into_any()
            }
            Trouble::Gone => {
                let back = back(t, backend);
                view! { <Banner tone=Tone::Danger title=title text=text actions=back/> }.into_any()
            }
            Trouble::Foreign(..) => {
                let actions = view! { {back(t, backend)} <Keep/> };
                view! { <Banner tone=Tone::Info title=title text=text actions=actions.into_any()/> }
                    .into_any()
            }
            Trouble::Adopted(Ok(())) => {
                view! { <Banner tone=Tone::Success title=title text=text on_close=close/> }.into_any()
            }
            Trouble::Link(_) | Trouble::Adopted(Err(_)) => {
                view! { <Banner tone=Tone::Danger title=title text=text on_close=close/> }.into_any()
            }
            Trouble::Blocked(_) => {
                view! { <Banner tone=Tone::Warning title=title text=text on_close=close/> }.into_any()
            }
        }
    };
    move || {
        let banners: Vec<AnyView> = troubles.get().into_iter().map(banner).collect();
        (!banners.is_empty()).then(|| view! { <div class="banners">{banners}</div> })
    }
}

fn back(t: Texts, backend: Backend) -> AnyView {
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
        <Show when=live(move || asking.get())>{live(move || later.show(|parts| (parts.adopt)(close)))}</Show>
    }
    .into_any()
}

fn settings(t: Texts, label: Phrase) -> AnyView {
    view! { <a class="button button--sm" href=Route::Settings.to_string()>{t.say(label)}</a> }.into_any()
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
    };
    move || running.get().then(bar)
}
