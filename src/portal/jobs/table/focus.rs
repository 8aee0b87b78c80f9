//! The focus in the table: one row at a time is reached by Tab, the arrow keys reach the others,
//! and the row with the focus stays drawn however far the list is scrolled.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, FocusOptions, HtmlElement, KeyboardEvent};

use crate::domain::job::JobNo;
use crate::portal::jobs::state::List;
use crate::portal::ui::reactive::erased::effect;
use crate::portal::ui::{focus_heading, focused};

/// What of a row can have the focus, in the order of the row.
const CONTROLS: &str = "input, a, button";

/// The row with the focus, or that had it last.
#[derive(Clone, Copy)]
pub struct RowFocus {
    list: List,
    body: NodeRef<html::Tbody>,
    active: RwSignal<Option<JobNo>>,
    /// The place that the active row has or had.
    place: StoredValue<usize>,
    /// Whether the focus is in the table, or was until what had it went away or opened a question.
    inside: StoredValue<bool>,
}

impl RowFocus {
    /// No row has the focus yet.
    pub fn new(list: List, body: NodeRef<html::Tbody>) -> RowFocus {
        let active = RwSignal::new(None);
        let focus =
            RowFocus { list, body, active, place: StoredValue::new(0), inside: StoredValue::new(false) };
        effect(move |_| list.shown.with(|shown| focus.follow(shown)));
        // With the last row the whole table goes away.
        on_cleanup(move || {
            if focus.inside.try_get_value() == Some(true) {
                request_animation_frame(|| {
                    if focused().is_none() {
                        focus_heading();
                    }
                });
            }
        });
        focus
    }

    /// The place in the list of the row with the focus.
    pub fn place(self) -> Option<usize> {
        let active = self.active.get()?;
        self.list.shown.with(|shown| shown.iter().position(|no| *no == active))
    }

    /// Whether Tab goes into this row: the active one, or the first of the list.
    pub fn is_tab_stop(self, no: JobNo) -> bool {
        let first = self.list.shown.with(|shown| shown.first().copied());
        self.active.get().or(first) == Some(no)
    }

    /// The list has changed: if the row with the focus is gone, its neighbour takes over.
    fn follow(self, shown: &Arc<Vec<JobNo>>) {
        let Some(active) = self.active.get_untracked() else { return };
        match shown.iter().position(|no| *no == active) {
            Some(place) => self.place.set_value(place),
            None => {
                let place = self.place.get_value().min(shown.len().saturating_sub(1));
                self.active.set(shown.get(place).copied());
                if self.inside.get_value() {
                    request_animation_frame(move || {
                        // Nothing that somebody has gone to meanwhile loses the focus.
                        if focused().is_none() {
                            self.focus_now(1);
                        }
                    });
                }
            }
        }
    }

    /// Something in the table has got the focus.
    pub fn entered(self, event: &web_sys::FocusEvent) {
        let Some(no) = row_of(event).and_then(|row| number(&row)) else { return };
        self.inside.set_value(true);
        if self.active.get_untracked() != Some(no) {
            self.active.set(Some(no));
        }
        let place = self.list.shown.with_untracked(|shown| shown.iter().position(|other| *other == no));
        self.place.set_value(place.unwrap_or_default());
    }

    /// Something in the table has lost the focus. It is still counted as inside where it goes
    /// nowhere, as when its row is taken away, and where a dialog has it and will give it back.
    pub fn left(self, event: &web_sys::FocusEvent) {
        let to: Option<Element> = event.related_target().and_then(|to| to.dyn_into().ok());
        let elsewhere = to.is_some_and(|to| {
            let stays = self.body.get_untracked().is_some_and(|body| body.contains(Some(&to)));
            !stays && !matches!(to.closest("dialog"), Ok(Some(_)))
        });
        if elsewhere {
            self.inside.set_value(false);
        }
    }

    /// Arrow keys, Home, End, Page Up and Page Down move; Space on a name chooses the job.
    pub fn key(self, event: &KeyboardEvent) {
        let Some(row) = row_of(event) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let controls = controls(&row);
        let here = focused().and_then(|focused| controls.iter().position(|control| *control == focused));
        let here = here.unwrap_or(1);
        let last = self.list.shown.with_untracked(|shown| shown.len().saturating_sub(1));
        let place = self.place.get_value();
        let page = self.page();
        match event.key().as_str() {
            "ArrowDown" => self.go(place.saturating_add(1).min(last), here),
            "ArrowUp" => self.go(place.saturating_sub(1), here),
            "PageDown" => self.go(place.saturating_add(page).min(last), here),
            "PageUp" => self.go(place.saturating_sub(page), here),
            "Home" => self.go(0, here),
            "End" => self.go(last, here),
            "ArrowRight" => focus(controls.get(here + 1)),
            "ArrowLeft" => focus(here.checked_sub(1).and_then(|left| controls.get(left))),
            " " if here == 1 => {
                if let Some(no) = number(&row) {
                    let chosen = self.list.chosen.with_untracked(|chosen| chosen.contains(no));
                    self.list.choose(no, !chosen);
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// How many rows fit into the window, more or less.
    fn page(self) -> usize {
        let row =
            self.body.get_untracked().and_then(|body| body.query_selector("tr[data-no]").ok().flatten());
        let row = row.map_or(42.0, |row| row.get_bounding_client_rect().height()).max(1.0);
        let region = self.body.get_untracked().and_then(|body| body.closest(".table-region").ok().flatten());
        let region = region.map_or(400.0, |region| region.get_bounding_client_rect().height());
        let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(region);
        ((region.min(screen) / row) as usize).saturating_sub(2).max(1)
    }

    fn go(self, place: usize, control: usize) {
        let no = self.list.shown.with_untracked(|shown| shown.get(place).copied());
        if no.is_some() {
            self.place.set_value(place);
            self.active.set(no);
            // The row is drawn by the next frame.
            request_animation_frame(move || self.focus_now(control));
        }
    }

    /// Which control of a row has the focus.
    pub fn held(self) -> Option<usize> {
        let focused = focused()?;
        let row = focused.closest("tr[data-no]").ok().flatten()?;
        controls(&row).iter().position(|control| *control == focused)
    }

    /// Gives the focus back that the row has lost when it was drawn at another place. Nothing is scrolled.
    pub fn give_back(self, held: Option<usize>) {
        if let Some(control) = held.filter(|_| focused().is_none()) {
            let quiet = FocusOptions::new();
            quiet.set_prevent_scroll(true);
            if let Some(element) = self.control(control) {
                // An element that is in the page can take the focus.
                let _ = element.focus_with_options(&quiet);
            }
        }
    }

    /// Focuses a control of the active row.
    fn focus_now(self, control: usize) {
        focus(self.control(control).as_ref());
    }

    /// A control of the active row.
    fn control(self, control: usize) -> Option<HtmlElement> {
        let no = self.active.try_get_untracked().flatten()?;
        let body = self.body.try_get_untracked().flatten()?;
        let row = body.query_selector(&format!("tr[data-no=\"{no}\"]")).ok().flatten()?;
        controls(&row).into_iter().nth(control)
    }
}

fn controls(row: &Element) -> Vec<HtmlElement> {
    let Ok(found) = row.query_selector_all(CONTROLS) else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
}

fn focus(element: Option<&HtmlElement>) {
    if let Some(element) = element {
        // An element that is in the page can take the focus.
        let _ = element.focus();
    }
}

fn row_of(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("tr[data-no]").ok().flatten()
}

fn number(row: &Element) -> Option<JobNo> {
    row.get_attribute("data-no")?.parse().ok()
}

/// Calls `look` when anything in the page is scrolled, for as long as the component is there:
/// scrolling does not bubble, so it is listened to on its way down.
pub fn on_scroll(look: impl Fn() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(look);
    // A window always takes listeners, and taking away what is not there does nothing.
    let function = closure.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool("scroll", function, true);
    let closure = StoredValue::new_local(closure);
    on_cleanup(move || {
        closure.with_value(|closure| {
            let function = closure.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool("scroll", function, true);
        });
    });
}
