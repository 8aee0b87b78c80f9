//! What the list's buttons for columns and exports open.

use leptos::html;
use leptos::prelude::*;

use crate::domain::job::JobNo;
use crate::phrases::Messages;
use crate::portal::text::format;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::{News, Tone, use_feedback};
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::save as save_file;
use crate::service::overview::Column;
use crate::service::workspace::Workspace;

use super::model::export;
use super::model::view::write_columns;
use super::state::{COLUMNS, List};
use super::table::column_label;

/// The popover of the columns.
pub const COLUMNS_MENU: &str = "columns";
/// The popover of the formats.
pub const EXPORT_MENU: &str = "export";

/// The columns to choose from, under the id [`COLUMNS_MENU`].
#[component]
pub fn ColumnsMenu(list: List) -> impl IntoView {
    let t = use_texts();
    let choose = move |columns: &[Column]| {
        let text = write_columns(columns);
        // What cannot be kept is still in the link.
        preferences::write(COLUMNS, &text);
        list.columns.set(Some(columns.to_vec()));
        list.replace(|query| query.with("columns", &text));
    };
    let reset = move |_| {
        preferences::forget(COLUMNS);
        list.columns.set(None);
        list.replace(|query| query.with("columns", ""));
    };
    let item = move |column: Column| {
        let shown = memo(move |_| list.view.with(|view| view.columns.contains(&column)));
        let toggle = move |on: bool| {
            let columns = list.view.with_untracked(|view| view.columns.clone());
            let keep = |known: &Column| if *known == column { on } else { columns.contains(known) };
            choose(&Column::ALL.into_iter().filter(|c| *c != Column::Name).filter(keep).collect::<Vec<_>>());
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=live(move || shown.get()) on:change:target=move |event| toggle(event.target().checked())/>
                <span>{t.say(column_label(column))}</span>
            </label>
        }
        .into_any()
    };
    let columns = Column::ALL.into_iter().filter(|column| *column != Column::Name);
    view! {
        <div class="popover popover--anchored" id=COLUMNS_MENU popover="auto" role="region" aria-labelledby="columns-title">
            <fieldset class="fieldset">
                <legend id="columns-title">{t.say(Messages::list_columns)}</legend>
                {columns.map(item).collect::<Vec<_>>()}
            </fieldset>
            <hr/>
            <button type="button" class="button button--sm" on:click=reset>
                {t.say(Messages::list_columns_reset)}
            </button>
        </div>
    }
    .into_any()
}

/// Writes jobs with some columns as a text.
type Writer = fn(&[JobNo], &Workspace, &[Column]) -> String;

/// The formats, under the id [`EXPORT_MENU`].
#[component]
pub fn ExportMenu(list: List) -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let menu = NodeRef::<html::Div>::new();
    let save = move |write: Writer, name: &'static str, kind: &'static str| {
        let columns = list.view.with_untracked(|view| view.columns.clone());
        let shown = list.shown.get_untracked();
        let text = list.backend.peek(|all| write(&shown, all, &columns));
        if let Some(menu) = menu.get_untracked() {
            // Hiding what is hidden is as good.
            let _ = menu.hide_popover();
        }
        match save_file(&text, name, kind) {
            Ok(()) => {
                let count = format::number(t.language_now(), shown.len());
                feedback.tell(t.peek().list_exported(shown.len(), count, name).to_string());
            }
            Err(_) => feedback.notify(News::of(Tone::Danger, t.peek().list_not_exported())),
        }
    };
    view! {
        <div
            class="popover popover--anchored"
            id=EXPORT_MENU
            popover="auto"
            role="region"
            aria-label=t.say(Messages::list_export)
            node_ref=menu
        >
            <ul class="menu">
                <li>
                    <button type="button" class="menu__item" on:click=move |_| save(export::csv, "jobs.csv", "text/csv;charset=utf-8")>
                        {t.say(Messages::list_export_csv)}
                    </button>
                </li>
                <li>
                    <button type="button" class="menu__item" on:click=move |_| save(export::json, "jobs.json", "application/json")>
                        {t.say(Messages::list_export_json)}
                    </button>
                </li>
            </ul>
        </div>
    }
    .into_any()
}
