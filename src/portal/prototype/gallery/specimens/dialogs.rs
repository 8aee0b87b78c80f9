//! Dialogs. They are the portal's own, so what their buttons would do to a job is held back here.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::prototype::gallery::registry::{Part, ShownParts, State};
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::{Tone, use_feedback};
use crate::portal::ui::reactive::erased::derive;
use crate::portal::ui::{Ask, ConfirmCancel, ConfirmDelete, Consequence, Consequences, Dialog, DialogKind};

use super::said::{plain, said};

/// A dialog that is closed by itself where its part is shown, and does nothing to a job.
pub fn held_back(part: Part, dialog: impl FnOnce(Callback<()>) -> AnyView) -> AnyView {
    let (navigation, feedback, t) = (use_navigation(), use_feedback(), use_texts());
    let close = Callback::new(move |()| navigation.replace(ShownParts::Part(part).route()));
    let held_back = move |event: MouseEvent| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let does = pressed.is_some_and(|it| {
            it.closest(".dialog__foot .button:not([autofocus])").is_ok_and(|it| it.is_some())
        });
        if does {
            event.stop_propagation();
            feedback.announce(t.peek().gallery_held_back());
            close.run(());
        }
    };
    view! { <div on:click:capture=held_back>{dialog(close)}</div> }.into_any()
}

/// A question before something is lost.
pub fn ask(state: State, close: Callback<()>) -> AnyView {
    view! {
        <Ask
            title=plain(Messages::gallery_question)
            lines=lines(state)
            press=plain(Messages::delete_job)
            on_close=close
            on_go=|()| ()
        />
    }
    .into_any()
}

/// The question before a job is cancelled.
pub fn cancel(state: State, close: Callback<()>) -> AnyView {
    job(Action::Cancel, state).map(|id| view! { <ConfirmCancel id on_close=close/> }.into_any()).into_any()
}

/// The question before a job is deleted.
pub fn delete(state: State, close: Callback<()>) -> AnyView {
    job(Action::Delete, state).map(|id| view! { <ConfirmDelete id on_close=close/> }.into_any()).into_any()
}

/// What will happen, line by line.
pub fn consequences(state: State) -> AnyView {
    view! { <Consequences lines=lines(state)/> }.into_any()
}

fn lines(state: State) -> Signal<Vec<Consequence>> {
    let t = use_texts();
    let last = said(state, Messages::delete_log_line);
    derive(move || {
        let m = t.get();
        vec![
            Consequence::new("trash", m.delete_everywhere()),
            Consequence::new("no", m.delete_no_undo()).toned(Tone::Danger),
            Consequence::new("log", last.get()),
        ]
    })
}

/// A dialog of each kind.
pub fn dialog(state: State, close: Callback<()>) -> AnyView {
    use State::*;
    let kind = match state {
        Wide => DialogKind::Wide,
        Side => DialogKind::Drawer,
        Full => DialogKind::Full,
        Rest | Focus | Primary | Danger | Refused | Busy | Invalid | Chosen | Changed | Open | Empty
        | Frozen | Success | Warning | Long => DialogKind::Plain,
    };
    let foot = view! {
        <button type="button" class="button" autofocus on:click=move |_| close.run(())>{plain(Messages::close)}</button>
    };
    let text = said(state, Messages::gallery_sub);
    let count = if state == State::Long { 12 } else { 1 };
    let body = (0..count).map(|_| view! { <p>{text}</p> }.into_any()).collect::<Vec<_>>();
    view! {
        <Dialog title=said(state, Messages::gallery_question) kind on_close=close foot=foot.into_any()>{body}</Dialog>
    }
    .into_any()
}

/// A job of the workspace for which the question is as wanted; one that is gone where there is none such.
fn job(action: Action, state: State) -> Option<JobId> {
    let gone = || {
        Some(JobId {
            subscription: SubscriptionId::parse("00000000-0000-4000-8000-000000000000").ok()?,
            group: GroupName::parse("gone").ok()?,
            name: JobName::parse("gone").ok()?,
        })
    };
    if state == State::Empty {
        return gone();
    }
    let wanted = state == State::Open;
    let found = use_backend().peek(|all| {
        let rules = all.head().rules;
        let fits = all.records().find(|record| record.job.may(action, record.state, rules).is_ok() == wanted);
        fits.map(|record| record.job.id.clone())
    });
    found.or_else(gone)
}
