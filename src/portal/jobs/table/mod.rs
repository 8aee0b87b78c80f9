//! The table of the list: a real table of which only the rows around what is seen are drawn.

mod columns;
mod focus;
mod row;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::view::keyed::keyed;

use crate::domain::job::JobNo;
use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::reactive::owners::Scopes;
use crate::portal::ui::reactive::subscribers::scoped_memo;
use crate::service::overview::Column;

use super::model::view::{column_name, sorted_by};
use super::model::window::{AROUND, TablePiece, pieces, window as drawn};
use super::state::List;
use columns::column_class;
use focus::{RowFocus, on_scroll};
use row::job_row;

pub use columns::column_label;
pub use row::{WHY_PENDING, why_id};

/// How high a row is until one has been measured, in pixels.
const GUESS: f64 = 42.0;

/// What part of the window's height is left to the rows.
const SHARE: f64 = 0.45;

/// A part of the body: a gap, by its number, or the row of a job with its place in the list.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Gap(u8, usize),
    Row(JobNo, usize),
}

/// What of the list is in sight, in pixels from its first row, and the height of a row.
#[derive(Clone, Copy, PartialEq)]
struct Sight {
    from: f64,
    to: f64,
    height: f64,
}

/// The table.
#[component]
pub fn JobsTable(list: List) -> impl IntoView {
    let t = use_texts();
    let region = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let tall = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    // At first no more than is likely to be seen, so that it is seen soon; what surrounds it follows.
    let sight = RwSignal::new(Sight { from: 0.0, to: tall * SHARE - AROUND as f64 * GUESS, height: GUESS });
    let focus = RowFocus::new(list, body);
    let look = move || {
        if body.is_disposed() {
            return;
        }
        if let (Some(region), Some(body)) = (region.get_untracked(), body.get_untracked()) {
            let seen = measure(&region, &body, sight.get_untracked().height);
            if seen != sight.get_untracked() {
                let held = focus.held();
                sight.set(seen);
                request_animation_frame(move || focus.give_back(held));
            }
        }
    };
    follow(look);
    // On paper the list is whole.
    let on_paper = RwSignal::new(false);
    follow_print(on_paper);
    effect(move |before: Option<()>| {
        // Another order or another length may have moved everything.
        list.shown.track();
        // Before the list is painted again, but not before it is painted first.
        let is_first = before.is_none();
        request_animation_frame(move || if is_first { request_animation_frame(look) } else { look() });
    });
    let parts = memo(move |_| {
        let Sight { from, to, height } = sight.get();
        let pinned = focus.place();
        let found = list.found();
        list.shown.with(|shown| -> Vec<Part> {
            let rows = if on_paper.get() { 0..shown.len() } else { drawn(found, from, to, height) };
            // There is room for the rows of what has not been read.
            let rows = rows.start.min(shown.len())..rows.end.min(shown.len());
            pieces(found, rows, pinned)
                .into_iter()
                .filter_map(|piece| match piece {
                    TablePiece::Gap(no, rows) => Some(Part::Gap(no, rows)),
                    TablePiece::Row(place) => shown.get(place).map(|no| Part::Row(*no, place)),
                })
                .collect()
        })
    });
    let columns = memo(move |_| list.view.with(|view| view.columns.clone()));
    // Where another workspace takes the place of this one, its jobs have the same numbers and other names.
    let begun = memo(move |_| {
        list.backend.read_loaded(|all| {
            let head = all.head();
            head.scenario.bytes().fold(head.seed as usize, |sum, byte| sum.rotate_left(5) ^ usize::from(byte))
        })
    });
    let rows = live(move || {
        let begun = begun.get();
        let (columns, language): (Arc<[Column]>, _) = (columns.get().into(), t.language());
        let span = columns.len() + 3;
        let scopes = Scopes::here();
        let part = move |part: Part| match part {
            Part::Gap(no, _) => gap(no, span, parts, sight),
            Part::Row(no, _) => {
                let place = scoped_memo(move |before: Option<&usize>| {
                    let place = parts.with(|parts| {
                        parts.iter().find_map(|part| match part {
                            Part::Row(other, place) if *other == no => Some(*place),
                            Part::Row(..) | Part::Gap(..) => None,
                        })
                    });
                    place.or(before.copied()).unwrap_or_default()
                });
                job_row(list, no, place, columns.clone(), language, focus)
            }
        };
        move || {
            let (scopes, part) = (scopes.clone(), part.clone());
            keyed(
                parts.get(),
                move |part| part_key(part, begun),
                move |_, one| (drop, scopes.row(|| part(one))),
            )
        }
    });
    view! {
        <div class="table-region table-region--fill" node_ref=region>
            <table
                class="data-table jobs-table"
                role="table"
                aria-label=t.say(Messages::nav_jobs)
                aria-rowcount=live(move || (list.found() + 1).to_string())
                aria-busy=live(move || list.backend.loading().map(|_| "true"))
                aria-describedby="table-keys"
            >
                <Head list columns/>
                <tbody
                    role="rowgroup"
                    node_ref=body
                    on:focusin=move |event| focus.entered(&event)
                    on:focusout=move |event| focus.left(&event)
                    on:keydown=move |event| focus.key(&event)
                >
                    {rows}
                </tbody>
            </table>
        </div>
        <p id="table-keys" hidden>{t.say(Messages::list_keys)}</p>
    }
    .into_any()
}

/// What a part is known by; a row by what its workspace began with, too. No job has a number of more than 32 bits.
fn part_key(part: &Part, begun: usize) -> (bool, u64) {
    match part {
        Part::Gap(no, _) => (false, u64::from(*no)),
        Part::Row(no, _) => (true, *no ^ (begun as u64) << 32),
    }
}

/// Room for the rows that are not drawn.
fn gap(no: u8, span: usize, parts: Memo<Vec<Part>>, sight: RwSignal<Sight>) -> AnyView {
    let rows = move || {
        parts.with(|parts| {
            parts.iter().find_map(|part| match part {
                Part::Gap(other, rows) if *other == no => Some(*rows),
                Part::Gap(..) | Part::Row(..) => None,
            })
        })
    };
    let height =
        move || format!("{}px", (rows().unwrap_or_default() as f64 * sight.get().height).round() as i64);
    view! {
        <tr class="spacer" aria-hidden="true"><td colspan=span.to_string() style=("--spacer", height)></td></tr>
    }
    .into_any()
}

/// The names of the columns; a press sorts by one.
#[component]
fn Head(list: List, columns: Memo<Vec<Column>>) -> impl IntoView {
    let t = use_texts();
    let all = memo(move |_| {
        let chosen = list.chosen_shown().len();
        (chosen > 0, chosen > 0 && list.shown.with(|shown| shown.len() == chosen))
    });
    let choose_all = move |on: bool| match on {
        true => list.shown.with_untracked(|shown| list.chosen.set(shown.iter().copied().collect())),
        false => list.chosen.set(Default::default()),
    };
    let head = move |column: Column| {
        let sorted = memo(move |_| {
            list.view.with(|view| match (view.sort == column, view.descending) {
                (false, _) => None,
                (true, false) => Some("ascending"),
                (true, true) => Some("descending"),
            })
        });
        let sort = move |_| list.go(|query| list.view.with_untracked(|view| sorted_by(query, view, column)));
        view! {
            <th role="columnheader" scope="col" class=column_class(column) aria-sort=live(move || sorted.get()) data-column=column_name(column)>
                <button type="button" class="sort" on:click=sort>
                    <span>{t.say(column_label(column))}</span>
                    <Icon name="sort"/>
                </button>
            </th>
        }
        .into_any()
    };
    view! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                <th role="columnheader" scope="col" class="jobs-table__check">
                    <label class="row-check">
                        <input
                            type="checkbox"
                            disabled=live(move || list.backend.loading().is_some())
                            aria-label=t.say(Messages::list_choose_all)
                            prop:checked=live(move || all.get().1)
                            prop:indeterminate=live(move || all.get() == (true, false))
                            on:change:target=move |event| choose_all(event.target().checked())
                        />
                    </label>
                </th>
                {head(Column::Name)}
                {live(move || columns.get().into_iter().map(head).collect::<Vec<_>>())}
                <th role="columnheader" scope="col" class="jobs-table__actions">{t.say(Messages::column_actions)}</th>
            </tr>
        </thead>
    }
    .into_any()
}

fn measure(region: &web_sys::HtmlDivElement, body: &web_sys::HtmlTableSectionElement, known: f64) -> Sight {
    let row = body.query_selector("tr[data-no]").ok().flatten();
    let height = row.map_or(known, |row| row.get_bounding_client_rect().height());
    let height = if height > 1.0 { height } else { known };
    let (around, inside) = (region.get_bounding_client_rect(), body.get_bounding_client_rect());
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(around.bottom());
    // On small screens the page scrolls and not the region.
    let (top, bottom) = (around.top().max(0.0), around.bottom().min(screen));
    Sight { from: (top - inside.top()).max(0.0), to: (bottom - inside.top()).max(0.0), height }
}

/// Notes whether the page is being printed.
fn follow_print(on_paper: RwSignal<bool>) {
    let before = window_event_listener_untyped("beforeprint", move |_| on_paper.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Calls `look` when something is scrolled, wherever, and when the window gets another size.
fn follow(look: impl Fn() + Clone + 'static) {
    let resized = look.clone();
    let resize = window_event_listener(leptos::ev::resize, move |_| resized());
    on_cleanup(move || resize.remove());
    on_scroll(look);
}
