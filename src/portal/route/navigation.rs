//! Navigation: the route that the address names now, and how to go to another.

use leptos::ev;
use leptos::prelude::*;

use crate::portal::ui::reactive::erased::memo;
use crate::portal::ui::reactive::subscribers::renew_readers;

use super::fragment::query_of;
use super::{JobTab, Route};

/// The place that the portal shows; a context of every component.
#[derive(Clone, Copy)]
pub struct Navigation {
    shown: RwSignal<Route>,
    /// What every address says of the workspace that is shown, and the name under which this browser knows it.
    workspace: StoredValue<(String, String)>,
}

impl Navigation {
    /// Follows the address of this page from now on.
    pub fn follow() -> Navigation {
        let navigation =
            Navigation { shown: RwSignal::new(current()), workspace: StoredValue::new(Default::default()) };
        let listener = window_event_listener(ev::hashchange, move |_| {
            show(navigation.shown, current());
            // One that names a workspace may mean another than the one shown, and what it overrides is read by others,
            // who then have it say all there is.
            if !says_more() {
                navigation.write(false);
            }
        });
        on_cleanup(move || listener.remove());
        navigation
    }

    /// The place shown; a reactive reader is told when it changes.
    pub fn route(self) -> Route {
        self.shown.get()
    }

    /// The place shown, as something to derive from.
    pub fn signal(self) -> Signal<Route> {
        self.shown.into()
    }

    /// What a page takes from the route, as it last was: while the portal leaves for another page, the old one is not
    /// told of a route that it does not understand.
    pub fn part<T>(self, part: fn(Route) -> Option<T>) -> Signal<T>
    where
        T: Clone + Default + PartialEq + Send + Sync + 'static,
    {
        memo(move |before: Option<&T>| {
            part(self.shown.get()).unwrap_or_else(|| before.cloned().unwrap_or_default())
        })
        .into()
    }

    /// Goes to a place, as a link would: the browser's Back leads back here.
    pub fn go(self, route: &Route) {
        // The hashchange event brings the signal up to date. Setting a fragment cannot fail.
        let _ =
            window().location().set_hash(&self.workspace.with_value(|(said, _)| route.in_workspace(said)));
    }

    /// To be called when a link to a rule is pressed: where the address names that rule already, it names the job alone
    /// from now on, since a link to where one is leads nowhere.
    pub fn leave(self, rule: &Route) {
        if let Route::Rule(address, _) = rule
            && self.shown.with_untracked(|here| here == rule)
        {
            self.replace(Route::Job(address.clone(), JobTab::Overview));
        }
    }

    /// Shows a place instead of the present one, for what need not be gone back to, such as each
    /// letter typed into a search box.
    pub fn replace(self, route: Route) {
        show(self.shown, route);
        self.write(false);
    }

    /// Has every address say which workspace is shown and what is overridden, from now on; this one at once. One that says
    /// more is left as it is until another place is gone to.
    pub fn keep(self, said: String, slot: String) {
        self.note(said, slot, false);
    }

    /// Has every address say this and nothing else, this one too, whatever it says now.
    pub fn say(self, said: String, slot: String) {
        self.note(said, slot, true);
    }

    fn note(self, said: String, slot: String, alone: bool) {
        self.workspace.set_value((said, slot));
        // Somebody may have gone to another place of which the event is still on its way: that place must not be written
        // over, and where it names a workspace, the event decides.
        let here = current();
        if self.shown.with_untracked(|shown| *shown != here) {
            if says_workspace() {
                return;
            }
            show(self.shown, here);
        }
        self.write(alone);
    }

    /// Brings the address up to date, if it is not; `always` also one that says nothing that the portal has written.
    fn write(self, always: bool) {
        let (said, slot) = self.workspace.get_value();
        let link = self.shown.with_untracked(|route| route.in_workspace(&said));
        let is_there = window().location().hash().is_ok_and(|there| there == link);
        // An address that says nothing of a workspace is left as somebody has written it.
        let says_nothing = || said.is_empty() && current() == self.shown.get_untracked() && !says_workspace();
        if is_there || !always && says_nothing() {
            return;
        }
        if let Ok(history) = window().history() {
            // The name tells the address of this page from one that was pasted. Refused only when called hundreds of
            // times a second; then the address lags, no more.
            let _ = history.replace_state_with_url(&slot.into(), "", Some(&link));
        }
    }
}

fn show(shown: RwSignal<Route>, route: Route) {
    *shown.write_untracked() = route;
    renew_readers(&shown);
}

fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Whether the address says more than a page: which workspace is meant, or what is overridden.
fn says_more() -> bool {
    window().location().hash().is_ok_and(|hash| query_of(&hash).is_of_address())
}

/// Whether the address says which workspace is meant.
fn says_workspace() -> bool {
    window().location().hash().is_ok_and(|hash| hash.contains("scenario=") || hash.contains("workspace="))
}

/// The navigation of the component that calls this.
pub fn use_navigation() -> Navigation {
    expect_context()
}
