//! More: what a presenter sets once, and what must be at hand when something goes wrong.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::unique_id;
use crate::service::sorted::sort_by;

use super::demo::{DEMOS, Demo};
use super::keys::Press;
use super::listening::carry_out;
use super::stage::Stage;

/// Seconds a stop that are offered.
const PACES: [u32; 5] = [4, 8, 12, 20, 40];

/// The button that opens it, and what is in it.
#[component]
pub fn More(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let open = RwSignal::new(false);
    let id = unique_id("present-more");
    let shown = id.clone();
    let there = memo(move |_| stage.count() > 0);
    let button = move |asked: Press, label: Phrase, keys: &'static str| {
        view! {
            <button type="button" class="button" aria-keyshortcuts=keys on:click=move |_| carry_out(stage, asked)>
                {t.say(label)}
            </button>
        }
        .into_any()
    };
    let diagram = live(move || {
        there.get().then(|| {
            let pressed = live(move || stage.diagram.get().to_string());
            view! {
                <button
                    type="button"
                    class="button"
                    aria-pressed=pressed
                    aria-keyshortcuts="D"
                    on:click=move |_| stage.toggle_diagram()
                >
                    {t.say(Messages::present_diagram)}
                </button>
                {button(Press::Restore, Messages::present_restore, "R")}
            }
            .into_any()
        })
    });
    let inside = move || {
        view! {
            <div class="present__more" id=shown.clone()>
                {live(move || there.get().then(|| view! { <Choices stage/> }.into_any()))}
                <p class="present__row">
                    {button(Press::Larger, Messages::present_larger, "+")}
                    {button(Press::Smaller, Messages::present_smaller, "-")}
                    <Frame stage/>
                </p>
                <Demos stage/>
                <p class="hint">{t.say(Messages::present_keys)}</p>
            </div>
        }
        .into_any()
    };
    view! {
        {diagram}
        <button
            type="button"
            class="button"
            aria-expanded=live(move || open.get().to_string())
            aria-controls=id
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {t.say(Messages::present_more)}
        </button>
        <button type="button" class="button" aria-keyshortcuts="Escape" on:click=move |_| stage.leave()>
            <Icon name="close"/>
            {t.say(Messages::present_leave)}
        </button>
        {live(move || open.get().then(&inside))}
    }
    .into_any()
}

/// How it is played.
#[component]
fn Choices(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let choose = move |text: String| {
        if let Ok(pace) = text.parse() {
            stage.pace.set(pace);
        }
    };
    // One that the address has asked for is offered as well.
    let mut paces = PACES.to_vec();
    let first = stage.pace.get_untracked();
    if !paces.contains(&first) {
        paces.push(first);
        sort_by(&mut paces, Ord::cmp);
    }
    let option = move |pace: u32| {
        let text = live(move || format::number(t.language(), pace as usize));
        view! { <option value=pace.to_string() selected=move || stage.pace.get() == pace>{text}</option> }
            .into_any()
    };
    let idle = stage.idle.map(|seconds| {
        let label = live(move || t.get().present_idle_hold(format::number(t.language(), seconds as usize)));
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=stage.watched
                    on:change:target=move |event| stage.watched.set(event.target().checked())
                />
                <span>{label}</span>
            </label>
        }
        .into_any()
    });
    let try_it = stage.demo.map(|_| {
        view! {
            <p class="present__row">
                <button type="button" class="button" on:click=move |_| stage.try_it()>{t.say(Messages::present_try)}</button>
            </p>
        }
        .into_any()
    });
    view! {
        <label class="present__row">
            <span>{t.say(Messages::present_pace)}</span>
            <select class="select" on:change:target=move |event| choose(event.target().value())>
                {paces.into_iter().map(option).collect_view()}
            </select>
        </label>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=stage.follows
                on:change:target=move |event| stage.follows.set(event.target().checked())
            />
            <span>{t.say(Messages::present_follow)}</span>
        </label>
        {idle}
        {try_it}
    }
    .into_any()
}

/// Whether the frame of the portal is shown as well.
#[component]
fn Frame(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    view! {
        <button
            type="button"
            class="button"
            aria-pressed=live(move || stage.frame.get().to_string())
            aria-keyshortcuts="M"
            on:click=move |_| stage.frame.update(|frame| *frame = !*frame)
        >
            {t.say(Messages::present_frame)}
        </button>
    }
    .into_any()
}

/// The demos that are ready to be played, but for the one that is shown.
#[component]
pub fn Demos(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let button = move |demo: Demo| {
        let label = live(move || {
            let m = t.get();
            m.present_play_demo(demo.title(&m))
        });
        view! { <button type="button" class="button" on:click=move |_| stage.open(demo)>{label}</button> }
            .into_any()
    };
    let others = DEMOS.into_iter().filter(move |demo| stage.demo != Some(*demo));
    view! { <p class="present__row">{others.map(button).collect_view()}</p> }.into_any()
}
