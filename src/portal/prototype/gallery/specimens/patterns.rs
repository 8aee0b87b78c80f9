//! Patterns: what the pages are made of by classes alone, as the features write it.

use leptos::prelude::*;

use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::prototype::gallery::registry::State;
use crate::portal::prototype::gallery::words;
use crate::portal::ui::{Icon, Progress, StateBadge, unique_id};

use super::said::{plain, said};

/// What stands where nothing is.
pub fn empty(state: State) -> AnyView {
    view! {
        <div class="empty">
            <Icon name="jobs" class="icon--xl"/>
            <h3>{plain(Messages::list_empty_title)}</h3>
            <p>{said(state, Messages::list_empty_text)}</p>
        </div>
    }
    .into_any()
}

/// Fields of forms.
pub fn fields(state: State) -> AnyView {
    let wrong = state == State::Invalid;
    let refused = state == State::Refused;
    let value = if wrong || state == State::Empty {
        Signal::stored(String::new())
    } else {
        said(state, Messages::gallery_value)
    };
    let error = |id: String| {
        wrong.then(|| {
            view! { <span class="field__error" id=id><Icon name="error"/>{plain(Messages::invalid_missing)}</span> }
            .into_any()
        })
    };
    let field = |kind: &'static str| {
        let (id, hint, why) =
            (unique_id("gallery-field"), unique_id("gallery-hint"), unique_id("gallery-error"));
        let described = if wrong { format!("{hint} {why}") } else { hint.clone() };
        let invalid = wrong.then_some("true");
        let control = match kind {
            "select" => view! {
                <select class="select" id=id.clone() aria-invalid=invalid aria-describedby=described disabled=refused>
                    <option>{value}</option>
                </select>
            }
            .into_any(),
            "textarea" => view! {
                <textarea class="textarea" id=id.clone() aria-invalid=invalid aria-describedby=described readonly=refused prop:value=value></textarea>
            }
            .into_any(),
            kind => view! {
                <input class="input" type=kind id=id.clone() aria-invalid=invalid aria-describedby=described readonly=refused prop:value=value/>
            }
            .into_any(),
        };
        view! {
            <div class="field">
                <label class="field__label" for=id>{said(state, Messages::column_name)}</label>
                {control}
                <span class="hint" id=hint>{plain(Messages::gallery_hint)}</span>
                {error(why)}
            </div>
        }
        .into_any()
    };
    view! { <div class="field-grid">{["text", "select", "textarea"].map(field).into_iter().collect::<Vec<_>>()}</div> }
        .into_any()
}

/// Choices, small and large.
pub fn choices(state: State) -> AnyView {
    let (chosen, refused) = (state == State::Chosen, state == State::Refused);
    let group = unique_id("gallery-choice");
    let text = said(state, Messages::job_kind_import);
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=chosen disabled=refused/>
            <span>{text}<span class="hint">{plain(Messages::gallery_hint)}</span></span>
        </label>
        <label class="check"><input type="radio" name=group.clone() prop:checked=chosen disabled=refused/><span>{text}</span></label>
        <div class="choices">
            <label class="choice">
                <input type="radio" name=format!("{group}-large") prop:checked=chosen disabled=refused/>
                <span>{text}<span class="hint">{plain(Messages::gallery_hint)}</span></span>
                <Icon name="import" class="icon--lg"/>
            </label>
        </div>
    }
    .into_any()
}

/// Rows of a table.
pub fn rows(state: State) -> AnyView {
    use State::*;
    let class = match state {
        Chosen => "row--selected",
        Changed => "row--changed",
        Rest | Focus | Primary | Danger | Refused | Busy | Invalid | Open | Wide | Side | Full | Empty
        | Frozen | Success | Warning | Long => "",
    };
    let head =
        |phrase: fn(&Messages) -> String| view! { <th role="columnheader" scope="col">{plain(phrase)}</th> };
    let label = unique_id("gallery-table");
    let row = |job: JobState, percent: Option<u8>, class: &'static str| {
        view! {
            <tr role="row" class=class>
                <th role="rowheader" scope="row" data-label=plain(Messages::column_name)>
                    <span>{said(state, Messages::gallery_value)}</span>
                </th>
                <td role="cell" data-label=plain(Messages::column_state)><StateBadge state=Signal::stored(job)/></td>
                <td role="cell" data-label=plain(Messages::column_percent)><Progress percent=Signal::stored(percent)/></td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="table-region" role="region" aria-labelledby=label tabindex="0">
            <table class="data-table data-table--cards" role="table">
                <caption class="visually-hidden" id=label.clone()>{plain(Messages::nav_jobs)} ", " {plain(words::state(state))}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {head(Messages::column_name)}{head(Messages::column_state)}{head(Messages::column_percent)}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {row(JobState::Transferring, Some(40), class)} {row(JobState::Creating, None, "")}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Chips and pills.
pub fn chips(state: State) -> AnyView {
    let tones = ["", "tone--info", "tone--success", "tone--warning", "tone--danger"];
    let chip =
        |tone: &str| view! { <span class=format!("chip {tone}")>{said(state, Messages::kind_import)}</span> };
    view! {
        <div class="cluster">
            {tones.map(chip).into_iter().collect::<Vec<_>>()}
            <button type="button" class="pill">{said(state, Messages::column_state)}<Icon name="close"/></button>
        </div>
    }
    .into_any()
}

/// What is wrong with a form, in one place.
pub fn summary(state: State) -> AnyView {
    let field = unique_id("gallery-wrong");
    let link = format!("#{field}");
    view! {
        <div class="error-summary">
            <h3>{plain(Messages::gallery_wrong)}</h3>
            <ul>
                // The address is the route, so a link must not go to the field by itself.
                <li>
                    <a href=link on:click=|event: leptos::ev::MouseEvent| event.prevent_default()>
                        {said(state, Messages::invalid_missing)}
                    </a>
                </li>
            </ul>
        </div>
    }
    .into_any()
}
