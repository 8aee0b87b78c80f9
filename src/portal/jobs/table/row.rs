//! A row of the list. It is made once for a job; what changes of it later is changed in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::job::{Job, JobNo, JobType};
use crate::domain::name::JobId;
use crate::domain::place::Location;
use crate::domain::state::{Action, JobState, permits};
use crate::domain::time::SimTime;
use crate::phrases::{Language, Messages};
use crate::portal::jobs::state::{Asking, List};
use crate::portal::route::Route;
use crate::portal::text::texts::Texts;
use crate::portal::text::{format, standing};
use crate::portal::ui::changes::use_changes;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::reactive::subscribers::scoped_memo;
use crate::portal::ui::{Progress, StateBadge};
use crate::service::cancel::CancelStanding;
use crate::service::overview::Column;
use crate::service::workspace::Record;

use super::columns::column_class;
use super::focus::RowFocus;

/// What may change of a row while its job is there.
#[derive(Clone, Copy, PartialEq)]
struct Looks {
    kind: JobType,
    state: JobState,
    cancel: CancelStanding,
    percent: Option<u8>,
    location: Location,
    deletion: Option<SimTime>,
}

impl Looks {
    fn of(record: &Record, now: SimTime) -> Looks {
        Looks {
            kind: record.job.order.kind.job_type(),
            state: record.state,
            cancel: CancelStanding::of_record(record, now),
            percent: record.percent_complete(now),
            location: record.job.order.location,
            deletion: record.deletion,
        }
    }
}

/// The id of the sentence that says that a cancel is pending.
pub const WHY_PENDING: &str = "why-cancel-pending";

/// The id of the sentence that says why `action` is refused in `state`.
pub fn why_id(action: Action, state: JobState) -> String {
    let action = if action == Action::Delete { "delete" } else { "cancel" };
    format!("why-{action}-{}", state.as_str())
}

/// The row of job `no`, which has the place `place` in the list, in `language`.
pub fn job_row(
    list: List,
    no: JobNo,
    place: Memo<usize>,
    columns: Arc<[Column]>,
    language: Language,
    focus: RowFocus,
) -> AnyView {
    let backend = list.backend;
    let found = backend.peek_loaded(|all| {
        let record = all.record(no)?;
        Some((record.job.id.clone(), record.job.history.created, Looks::of(record, all.now())))
    });
    // Deleted since the list was put in order; the next order is without it.
    let Some((id, created, first)) = found else { return ().into_any() };
    let t = Texts::new(language);
    provide_context(t);
    let looks = scoped_memo(move |before: Option<&Looks>| {
        backend.clock().track();
        let now = backend.read_loaded(|all| all.record(no).map(|record| Looks::of(record, all.now())));
        now.or(before.copied()).unwrap_or(first)
    });
    let chosen = scoped_memo(move |_| list.chosen.with(|chosen| chosen.contains(no)));
    let changes = use_changes();
    let changed = scoped_memo(move |_| changes.is_marked(no));
    let stop = scoped_memo(move |_| focus.is_tab_stop(no));
    let tabindex = move || if stop.get() { "0" } else { "-1" };
    let name = id.name.to_string();
    let link = Route::job(&id).to_string();
    let language = move || t.language();
    // Columns that are plain text, times and what may be too long for its cell: three kinds of cells for all of them.
    let cell = move |column: Column| {
        let said = move || {
            let looks = looks.get();
            match column {
                Column::Kind => kind_name(looks.kind, t),
                Column::Location => looks.location.name().to_owned(),
                Column::Created => format::date(language(), created),
                Column::Deletion => {
                    looks.deletion.map_or("—".to_owned(), |at| format::date(language(), at))
                }
                Column::Name
                | Column::State
                | Column::Percent
                | Column::Group
                | Column::Subscription
                | Column::Account
                | Column::Tags => list
                    .backend
                    .read_loaded(|all| all.record(no).map(|record| of_job(&record.job, column)))
                    .unwrap_or_default(),
            }
        };
        let said = derive(said);
        let inside = match column {
            Column::Name => ().into_any(),
            Column::State => {
                let remark = move || standing::remark(looks.get().cancel, t.language());
                let state = derive(move || looks.get().state);
                view! { <StateBadge state remark=derive(remark)/> }.into_any()
            }
            Column::Percent => {
                let percent = derive(move || looks.get().percent);
                let frozen = derive(move || matches!(looks.get().cancel, CancelStanding::Cancelled { .. }));
                view! { <Progress percent frozen/> }.into_any()
            }
            Column::Kind | Column::Location | Column::Group | Column::Account => live(move || said.get()).into_any(),
            Column::Subscription | Column::Tags => {
                view! { <span class="job-link small" title=live(move || said.get())>{live(move || said.get())}</span> }.into_any()
            }
            Column::Created | Column::Deletion => {
                let deletes = column == Column::Deletion;
                let at = move || if deletes { looks.get().deletion } else { Some(created) };
                let at = live(move || at().map(crate::api::wire::iso));
                view! { <time datetime=at>{live(move || said.get())}</time> }.into_any()
            }
        };
        view! { <td role="cell" class=column_class(column)>{inside}</td> }.into_any()
    };
    let named = name.clone();
    view! {
        <tr
            role="row"
            aria-rowindex=live(move || (place.get() + 2).to_string())
            data-no=no.to_string()
            class=live(move || match (chosen.get(), changed.get()) {
                (true, true) => "row--selected row--changed",
                (true, false) => "row--selected",
                (false, true) => "row--changed",
                (false, false) => "",
            })
        >
            <td role="cell" class="jobs-table__check">
                <label class="row-check">
                    <input
                        type="checkbox"
                        aria-label=live(move || t.get().list_choose(named.as_str()).to_string())
                        tabindex=tabindex
                        prop:checked=live(move || chosen.get())
                        on:change:target=move |event| list.choose(no, event.target().checked())
                    />
                </label>
            </td>
            <th role="rowheader" scope="row" class="jobs-table__name">
                <a class="job-link" href=link tabindex=tabindex title=name.clone()>{name.clone()}</a>
            </th>
            {columns.iter().copied().map(cell).collect::<Vec<_>>()}
            <td role="cell" class="jobs-table__actions">
                {row_button(list, t, looks, Action::Cancel, id.clone(), tabindex)}
                {row_button(list, t, looks, Action::Delete, id, tabindex)}
            </td>
        </tr>
    }
    .into_any()
}

/// What the row says of a job in a column of plain text; an order may be replaced, and tags may be changed.
fn of_job(job: &Job, column: Column) -> String {
    match column {
        Column::Group => job.id.group.to_string(),
        Column::Subscription => job.id.subscription.to_string(),
        Column::Account => job.order.storage_account.account().to_owned(),
        Column::Tags => {
            let tags: Vec<String> =
                job.order.tags.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            tags.join(", ")
        }
        Column::Name
        | Column::Kind
        | Column::State
        | Column::Percent
        | Column::Location
        | Column::Created
        | Column::Deletion => String::new(),
    }
}

/// A button of a row. Where it is refused, one sentence for all rows in that state says why.
fn row_button(
    list: List,
    t: Texts,
    looks: Memo<Looks>,
    action: Action,
    id: JobId,
    tabindex: impl Fn() -> &'static str + Send + Sync + 'static,
) -> AnyView {
    let feedback = use_feedback();
    let deletes = action == Action::Delete;
    let name = id.name.to_string();
    let rules = move || list.backend.read_loaded(|all| all.head().rules);
    let refusal = scoped_memo(move |_| permits(action, looks.get().state, rules()).err());
    let past = scoped_memo(move |_| list.backend.looking().get());
    // A rule that refuses says more than that asking again would change nothing.
    let pending = scoped_memo(move |_| {
        !deletes && refusal.get().is_none() && looks.get().cancel == CancelStanding::Requested
    });
    let label = live(move || match (deletes, pending.get()) {
        (true, _) => t.get().list_delete(),
        (false, true) => t.get().list_pending(),
        (false, false) => t.get().list_cancel(),
    });
    let full = live(move || {
        let (m, name): (Messages, _) = (t.get(), name.as_str());
        match (deletes, pending.get()) {
            (true, _) => m.list_delete_named(name),
            (false, true) => m.list_pending_named(name),
            (false, false) => m.list_cancel_named(name),
        }
    });
    let press = move |_| match refusal.get_untracked() {
        _ if past.get_untracked() => feedback.announce(t.peek().not_done_past()),
        _ if pending.get_untracked() => {
            feedback.tell(t.peek().list_pending_why());
        }
        Some(refusal) => {
            let (m, name) = (t.peek(), id.name.as_str());
            let title = if deletes { m.delete_failed(name) } else { m.cancel_failed(name) };
            feedback.refuse(title, explain::sentence(&refusal, &m), Route::rule(&id, action));
        }
        None if deletes => list.asking.set(Some(Asking::Delete(id.clone()))),
        None => list.asking.set(Some(Asking::Cancel(id.clone()))),
    };
    view! {
        <button
            type="button"
            class=if deletes { "button button--row button--delete" } else { "button button--row" }
            aria-label=full
            aria-disabled=live(move || (past.get() || pending.get() || refusal.get().is_some()).then_some("true"))
            aria-describedby=live(move || match (past.get(), refusal.get()) {
                (true, _) => Some("past-why".to_owned()),
                (false, Some(refusal)) => Some(why_id(action, refusal.state)),
                (false, None) => pending.get().then(|| WHY_PENDING.to_owned()),
            })
            tabindex=tabindex
            on:click=press
        >
            {label}
        </button>
    }
    .into_any()
}

/// Import or export, in a word.
pub fn kind_name(kind: JobType, t: Texts) -> String {
    match kind {
        JobType::Import => t.get().kind_import_short(),
        JobType::Export => t.get().kind_export_short(),
    }
    .to_string()
}
