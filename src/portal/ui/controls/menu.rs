//! A button that opens a menu, which may still be on its way when it is pressed.

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::portal::rooms::later::needed;
use crate::portal::ui::first_paint::soon;

/// A button of the page, as one refers to it.
type Button = NodeRef<html::Button>;

thread_local! {
    /// The button whose menu is waited for: of several that are pressed meanwhile, the last.
    static PRESSED: Cell<Option<Button>> = const { Cell::new(None) };
}

/// What a press on `button` does beside what the browser does of itself with `popovertarget=menu`: a menu that has not
/// come yet opens when it has.
pub fn opens(menu: &'static str, button: Button) -> impl Fn(leptos::ev::MouseEvent) + 'static {
    move |_| {
        let is_there = document().get_element_by_id(menu).is_some();
        if is_there || PRESSED.replace(Some(button)).is_some() {
            return;
        }
        spawn_local(async {
            let came = needed().await.is_some();
            let pressed = PRESSED.take();
            if let Some(button) = pressed.filter(|_| came) {
                // It is drawn in the next task.
                soon(move || soon(move || press(button)));
            }
        });
    }
}

fn press(button: Button) {
    if let Some(button) = button.try_get_untracked().flatten() {
        button.click();
    }
}
