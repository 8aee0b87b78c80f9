//! Controls, and what is read at a glance.

use leptos::html;
use leptos::prelude::*;

use crate::domain::drive::DriveState;
use crate::domain::name::JobId;
use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::prototype::gallery::registry::State;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{
    ActionButton, CopyButton, DriveBadge, ExplainedDrive, ExplainedState, Icon, PageHead, Progress,
    SaveButton, StateBadge, Tab, TabPanel, Tabs, opens, rule_link, unique_id,
};

use super::said::{plain, said};

/// A button that copies.
pub fn copy() -> AnyView {
    let what = plain(Messages::column_name);
    view! { <CopyButton text=what what=what/> }.into_any()
}

/// A button that saves a file.
pub fn save(state: State) -> AnyView {
    let text = said(state, Messages::column_name);
    let label = said(state, Messages::settings_save);
    view! { <SaveButton text file="gallery.txt".to_owned() label mime="text/plain"/> }.into_any()
}

/// The head of a page.
pub fn page_head(state: State) -> AnyView {
    let sub = view! { <span>{plain(Messages::gallery_sub)}</span> }.into_any();
    view! { <PageHead title=said(state, Messages::nav_activity) icon="log" sub=sub/> }.into_any()
}

/// A button for an action.
pub fn button(state: State) -> AnyView {
    let feedback = use_feedback();
    let t = use_texts();
    let pressed = move |()| feedback.tell(t.peek().gallery_pressed());
    use State::*;
    match state {
        Refused => refused(state, Messages::gallery_refused),
        Busy => refused(state, Messages::gallery_busy),
        Primary => {
            let label = plain(Messages::nav_create);
            view! { <ActionButton label class="button--primary" icon="plus" on_press=pressed/> }.into_any()
        }
        Danger => {
            let label = plain(Messages::delete_job);
            view! { <ActionButton label class="button--danger" icon="trash" on_press=pressed/> }.into_any()
        }
        Rest | Focus | Invalid | Chosen | Changed | Open | Wide | Side | Full | Empty | Frozen | Success
        | Warning | Long => {
            let label = said(state, Messages::cancel_job);
            view! { <ActionButton label icon="cancel" on_press=pressed/> }.into_any()
        }
    }
}

/// A button for an action that is refused, and why.
pub fn refused(state: State, why: fn(&Messages) -> String) -> AnyView {
    let why = said(state, why);
    let reason = derive(move || Some(why.get()));
    view! { <ActionButton label=plain(Messages::delete_job) icon="trash" reason=reason on_press=|()| ()/> }
        .into_any()
}

/// The id of the job of the workspace that stands first in it.
fn first_job() -> Option<JobId> {
    use_backend().peek(|all| all.records().next().map(|record| record.job.id.clone()))
}

/// The link to a rule, after what it is about.
pub fn rule() -> AnyView {
    let link = first_job().map(|id| rule_link(Route::rule(&id, Action::Delete)));
    view! { <p>{plain(Messages::gallery_refused)}{link}</p> }.into_any()
}

/// A button that opens a menu.
pub fn menu(state: State) -> AnyView {
    let button = NodeRef::<html::Button>::new();
    // The menu is in the page where it is shown open alone; elsewhere the button leads to the one of the top bar.
    let menu = if state == State::Open { "gallery-menu" } else { "languages" };
    let body = (state == State::Open).then(|| {
        let item = |phrase: fn(&Messages) -> String, icon: &'static str| {
            view! {
                <li><button type="button" class="menu__item menu__item--icon"><Icon name=icon/>{plain(phrase)}</button></li>
            }
            .into_any()
        };
        view! {
            <div class="popover popover--anchored" id="gallery-menu" popover="auto">
                <ul class="menu">{item(Messages::cancel_job, "cancel")}{item(Messages::delete_job, "trash")}</ul>
            </div>
        }
        .into_any()
    });
    view! {
        <button type="button" class="button" popovertarget=menu node_ref=button on:click=opens(menu, button)>
            <Icon name="columns"/>
            {plain(Messages::column_actions)}
        </button>
        {body}
    }
    .into_any()
}

/// A row of tabs with the panel of the one that is chosen.
pub fn tabs(state: State) -> AnyView {
    use State::*;
    let ids: &'static [&'static str] = match state {
        Rest => &["gallery-rest-1", "gallery-rest-2", "gallery-rest-3"],
        Focus => &["gallery-focus-1", "gallery-focus-2", "gallery-focus-3"],
        Invalid => &["gallery-invalid-1", "gallery-invalid-2", "gallery-invalid-3"],
        Primary | Danger | Refused | Busy | Chosen | Changed | Open | Wide | Side | Full | Empty | Frozen
        | Success | Warning | Long => &["gallery-long-1", "gallery-long-2", "gallery-long-3"],
    };
    let chosen = RwSignal::new(ids[0]);
    let labels = [Messages::column_name, Messages::column_state, Messages::column_tags];
    let tab = |(no, id): (usize, &&'static str)| {
        let label = said(state, labels[no]);
        let wrong = state == State::Invalid && no == 1;
        let t = use_texts();
        let label = move || match wrong {
            true => t.get().gallery_tab_wrong(label.get()),
            false => label.get(),
        };
        Tab { mark: Signal::stored(wrong.then_some(("error", "tab--error"))), ..Tab::new(id, label) }
    };
    let tabs = ids.iter().enumerate().map(tab).collect();
    let label = plain(Messages::gallery_tabs);
    let panel = move || {
        let id = chosen.get();
        view! { <TabPanel id=id><p>{plain(Messages::gallery_sub)}</p></TabPanel> }.into_any()
    };
    view! { <Tabs label tabs chosen on_choose=move |id| chosen.set(id)/> {live(panel)} }.into_any()
}

/// The states of jobs and of drives, explained if one likes.
pub fn badges(state: State, explained: bool) -> AnyView {
    let remark = if matches!(state, State::Changed | State::Long) {
        said(state, Messages::cancel_requested)
    } else {
        Signal::stored(String::new())
    };
    let job = |state: JobState| {
        let state = Signal::stored(state);
        if explained {
            view! { <ExplainedState state remark/> }.into_any()
        } else {
            view! { <StateBadge state remark/> }.into_any()
        }
    };
    let drive = |state: DriveState| {
        let state = Signal::stored(state);
        if explained {
            view! { <ExplainedDrive state/> }.into_any()
        } else {
            view! { <DriveBadge state/> }.into_any()
        }
    };
    let drives: Vec<AnyView> =
        if state == State::Rest { DriveState::ALL.map(drive).into_iter().collect() } else { Vec::new() };
    view! {
        <div class="cluster">{JobState::ALL.map(job).into_iter().collect::<Vec<_>>()}</div>
        <div class="cluster">{drives}</div>
    }
    .into_any()
}

/// How much is done: nothing yet, some, all.
pub fn progress(state: State) -> AnyView {
    let bar = |percent: Option<u8>| {
        let frozen = state == State::Frozen;
        view! { <Progress percent=Signal::stored(percent) frozen=Signal::stored(frozen)/> }.into_any()
    };
    use State::*;
    let shown: &[Option<u8>] = match state {
        Empty => &[None],
        Frozen => &[Some(40)],
        Rest | Focus | Primary | Danger | Refused | Busy | Invalid | Chosen | Changed | Open | Wide
        | Side | Full | Success | Warning | Long => &[Some(0), Some(40), Some(100)],
    };
    shown.iter().copied().map(bar).collect::<Vec<_>>().into_any()
}

/// Every icon of the sheet, and the sizes of one.
pub fn icons() -> AnyView {
    let found = document().query_selector_all("symbol[id^=i-]");
    let names: Vec<String> = found.map_or_else(
        |_| Vec::new(),
        |found| {
            let id = |n| {
                wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(found.item(n)?).ok().map(|one| one.id())
            };
            (0..found.length()).filter_map(id).collect()
        },
    );
    let icon = |id: String| {
        // Icon wants a name that is there as long as the program; the sheet is the list of all of them.
        let name = id.trim_start_matches("i-").to_owned();
        view! {
            <li class="gallery__icon">
                <svg class="icon icon--lg" aria-hidden="true"><use_ href=format!("#{id}")></use_></svg>
                <code>{name}</code>
            </li>
        }
        .into_any()
    };
    view! {
        <p class="cluster"><Icon name="info"/> <Icon name="info" class="icon--lg"/> <Icon name="info" class="icon--xl"/></p>
        <ul class="gallery__icons" id=unique_id("icons")>{names.into_iter().map(icon).collect::<Vec<_>>()}</ul>
    }
    .into_any()
}
