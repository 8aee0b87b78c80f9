//! Navigation: the route that the address names now, and how to go to another.

use leptos::ev;
use leptos::prelude::*;

use crate::portal::ui::reactive::subscribers::renew_readers;

use super::{JobTab, Route};

/// The place that the portal shows; a context of every component.
#[derive(Clone, Copy)]
pub struct Navigation(RwSignal<Route>);

impl Navigation {
    /// Follows the address of this page from now on.
    pub fn follow() -> Navigation {
        let route = RwSignal::new(current());
        let listener = window_event_listener(ev::hashchange, move |_| show(route, current()));
        on_cleanup(move || listener.remove());
        Navigation(route)
    }

    /// The place shown; a reactive reader is told when it changes.
    pub fn route(self) -> Route {
        self.0.get()
    }

    /// The place shown, as something to derive from.
    pub fn signal(self) -> Signal<Route> {
        self.0.into()
    }

    /// Goes to a place, as a link would: the browser's Back leads back here.
    pub fn go(self, route: &Route) {
        // The hashchange event brings the signal up to date. Setting a fragment cannot fail.
        let _ = window().location().set_hash(&route.to_string());
    }

    /// To be called when a link to a rule is pressed: where the address names that rule already, it names the job alone
    /// from now on, since a link to where one is leads nowhere.
    pub fn leave(self, rule: &Route) {
        if let Route::Rule(address, _) = rule
            && self.0.with_untracked(|here| here == rule)
        {
            self.replace(Route::Job(address.clone(), JobTab::Overview));
        }
    }

    /// Shows a place instead of the present one, for what need not be gone back to, such as each
    /// letter typed into a search box.
    pub fn replace(self, route: Route) {
        if let Ok(history) = window().history() {
            let link = route.to_string();
            // Refused only when called hundreds of times a second; then the address lags, no more.
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&link));
        }
        show(self.0, route);
    }
}

fn show(shown: RwSignal<Route>, route: Route) {
    *shown.write_untracked() = route;
    renew_readers(&shown);
}

fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The navigation of the component that calls this.
pub fn use_navigation() -> Navigation {
    expect_context()
}
