//! Branches: a button for each line of time, and what can be done with it.

use leptos::prelude::*;

use crate::journal::BranchNo;
use crate::journal::travel::Journey;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::ui::reactive::erased::{effect, live, memo};

use super::comparison::Comparison;
use super::film::Reel;
use super::words;

/// What is shown of a branch.
#[derive(Clone, PartialEq)]
struct Chip {
    no: BranchNo,
    name: String,
    pinned: bool,
    present: bool,
}

/// All branches of the recording.
#[component]
pub fn BranchGroup(reel: Reel) -> impl IntoView {
    let t = reel.commands.texts;
    let compared = RwSignal::new(None::<BranchNo>);
    let renamed = RwSignal::new(None::<BranchNo>);
    let chips = memo(move |_| {
        let language = t.language();
        reel.open(|session, _| {
            let present = session.branches().present().no;
            let chip = |branch: &crate::journal::Branch| Chip {
                no: branch.no,
                name: words::branch(branch, language),
                pinned: branch.pinned,
                present: branch.no == present,
            };
            session.branches().all().into_iter().map(chip).collect::<Vec<Chip>>()
        })
        .unwrap_or_default()
    });
    // What is compared is of no interest on another page.
    let route = use_navigation().signal();
    effect(move |before: Option<Route>| {
        let place = route.get();
        if before.is_some_and(|before| before != place) {
            compared.set(None);
        }
        place
    });
    let chip = move |chip: Chip| chip_view(reel, chip, compared, renamed);
    view! {
        <div class="branches" role="group" aria-label=t.say(Messages::branches_name)>
            {live(move || chips.get().into_iter().map(chip).collect_view())}
            <a href=Route::Learn("recorder".to_owned()).to_string()>{t.say(Messages::recorder_link)}</a>
        </div>
        {live(move || compared.get().map(|other| view! { <Comparison reel other on_close=move || compared.set(None)/> }.into_any()))}
    }
    .into_any()
}

fn chip_view(
    reel: Reel,
    chip: Chip,
    compared: RwSignal<Option<BranchNo>>,
    renamed: RwSignal<Option<BranchNo>>,
) -> AnyView {
    let t = reel.commands.texts;
    let Chip { no, name, pinned, present } = chip;
    let (shown, told, group) = (name.clone(), name.clone(), name.clone());
    let switch = move |_| {
        if !present {
            reel.backend().back_to_now();
            reel.travel(Journey::Switch(no), t.peek().branch_now(told.as_str()).to_string());
        }
    };
    let more = live(move || {
        let name = name.clone();
        if renamed.get() == Some(no) {
            return view! { <Rename reel no name on_close=move || renamed.set(None)/> }.into_any();
        }
        let m = t.get();
        let labels = [
            m.branch_rename_named(name.as_str()).to_string(),
            m.branch_pin_named(name.as_str()).to_string(),
            m.branch_discard_named(name.as_str()).to_string(),
            m.branch_compare_named(name.as_str()).to_string(),
        ];
        let [rename, pin, discard, compare] = labels;
        let pin_it = move |_| reel.travel(Journey::Pin(no, !pinned), String::new());
        let discard_it = move |_| reel.travel(Journey::Discard(no), String::new());
        let others = (!present).then(|| {
            view! {
                <button type="button" class="button button--sm button--subtle" aria-label=discard on:click=discard_it>
                    {t.say(Messages::branch_discard)}
                </button>
                <button
                    type="button"
                    class="button button--sm button--subtle"
                    aria-label=compare
                    on:click=move |_| compared.set(Some(no))
                >
                    {t.say(Messages::branch_compare)}
                </button>
            }
            .into_any()
        });
        view! {
            <button
                type="button"
                class="button button--sm button--subtle"
                aria-label=rename
                on:click=move |_| renamed.set(Some(no))
            >
                {t.say(Messages::branch_rename)}
            </button>
            <button
                type="button"
                class="button button--sm button--subtle"
                aria-label=pin
                aria-pressed=pinned.to_string()
                on:click=pin_it
            >
                {t.say(Messages::branch_pin)}
            </button>
            {others}
        }
        .into_any()
    });
    view! {
        <span class="branches__chip" role="group" aria-label=group>
            <button type="button" class="button button--sm" aria-pressed=present.to_string() on:click=switch>
                {shown}
            </button>
            {more}
        </span>
    }
    .into_any()
}

/// The field for a branch's name.
#[component]
fn Rename(
    reel: Reel,
    no: BranchNo,
    name: String,
    on_close: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let t = reel.commands.texts;
    let typed = RwSignal::new(name.clone());
    let label = name.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked();
        on_close();
        reel.travel(Journey::Rename(no, name), String::new());
    };
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            on_close();
        }
    };
    view! {
        <form class="branches__rename" on:submit=save>
            <input
                class="input input--sm"
                maxlength="40"
                autofocus
                aria-label=live(move || t.get().branch_name_label(label.as_str()).to_string())
                prop:value=live(move || typed.get())
                on:input:target=move |event| typed.set(event.target().value())
                on:keydown=leave
            />
            <button type="submit" class="button button--sm">{t.say(Messages::branch_save)}</button>
        </form>
    }
    .into_any()
}
