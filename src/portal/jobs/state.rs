//! What the parts of the list share: its link, the jobs that it shows, what is chosen and asked.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::domain::job::JobNo;
use crate::domain::name::JobId;
use crate::domain::state::Action;
use crate::portal::backend::{Backend, use_backend};
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::route::{Query, Route};
use crate::portal::text::format;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::hand_on_focus;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{effect, memo};
use crate::portal::ui::reactive::throttle::throttled;
use crate::service::log::Actor;
use crate::service::overview::Column;
use crate::service::workspace::Workspace;

use super::model::chosen::JobSet;
use super::model::order::{self, Spoken};
use super::model::view::{
    DEFAULT_COLUMNS, View, parse_columns, says_nothing, without_filters, write_columns,
};

/// The name of the preference for the columns.
pub const COLUMNS: &str = "columns";
/// What takes the focus when the buttons go away that take filters away.
pub const TOOLBAR: &str = ".toolbar button, .toolbar select";
/// How often the order of the list follows the passing of time.
const FOLLOWS: Duration = Duration::from_millis(400);
/// How long after the last letter the number of jobs found is told.
const SETTLED: Duration = Duration::from_millis(700);

/// The columns shown where none have been chosen: on a small screen those without which the list says little.
pub fn usual_columns() -> Vec<Column> {
    let roomy = |query| window().match_media(query).ok().flatten().is_some_and(|query| query.matches());
    let (wide, narrow) = (roomy("(min-width: 48.01rem)"), !roomy("(min-width: 34rem)"));
    let shown = |column: &Column| match column {
        Column::Name | Column::State | Column::Percent => true,
        Column::Location => !narrow,
        Column::Kind
        | Column::Group
        | Column::Subscription
        | Column::Created
        | Column::Account
        | Column::Tags
        | Column::Deletion => wide,
    };
    DEFAULT_COLUMNS.into_iter().filter(shown).collect()
}

/// A question about one job or about the chosen ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Asking {
    /// "Cancel NAME?"
    Cancel(JobId),
    /// "Delete NAME?"
    Delete(JobId),
    /// "Cancel (or delete) 2 of 4 selected jobs?"
    Many(Action),
}

/// The list.
#[derive(Clone, Copy)]
pub struct List {
    /// The way to the service.
    pub backend: Backend,
    /// What the link says.
    pub query: Signal<Query>,
    /// The same, understood.
    pub view: Memo<View>,
    /// The columns that somebody has chosen, for links that say nothing.
    pub columns: RwSignal<Option<Vec<Column>>>,
    /// The jobs shown, in their order.
    pub shown: Memo<Arc<Vec<JobNo>>>,
    /// The jobs chosen, shown or not.
    pub chosen: RwSignal<JobSet>,
    /// What is being asked.
    pub asking: RwSignal<Option<Asking>>,
    navigation: Navigation,
    texts: Texts,
}

impl List {
    /// The list that the link says.
    pub fn new(query: Signal<Query>) -> List {
        let backend = use_backend();
        let columns = RwSignal::new(preferences::read(COLUMNS).map(|kept| parse_columns(&kept)));
        let usual = usual_columns();
        let view = memo(move |_| columns.with(|own| View::of(&query.get(), own.as_deref(), &usual)));
        let follows = memo(move |_| view.with(View::follows_time));
        let stamp = throttled(FOLLOWS, move || {
            backend.revision().track();
            if follows.get() {
                backend.clock().track();
            }
            // Somebody waits for the outcome of a command, nobody for a deletion by the service.
            backend.peek_loaded(|all| all.log().next_back().is_some_and(|line| line.by != Actor::Service))
        });
        let sort = memo(move |_| view.with(|view| (view.sort, view.descending)));
        let sorted = memo(move |before: Option<&Arc<Vec<JobNo>>>| {
            stamp.track();
            let (column, descending) = sort.get();
            let before = before.map_or(&[][..], |before| before);
            let sorted = |all: &Workspace| order::sorted(before, all, column, descending);
            // The newest are read first.
            let is_newest = backend.loading().is_some() && (column, descending) == (Column::Created, true);
            Arc::new(if is_newest { backend.peek_loaded(sorted) } else { backend.peek(sorted) })
        });
        let texts = use_texts();
        let shown = memo(move |_| {
            let sorted = sorted.get();
            view.with(|view| match view.active().is_empty() {
                true => sorted.clone(),
                false => {
                    let spoken = Spoken::of(&texts.get());
                    Arc::new(backend.peek(|all| order::filtered(&sorted, all, view, &spoken)))
                }
            })
        });
        let list = List {
            backend,
            query,
            view,
            columns,
            shown,
            chosen: RwSignal::new(JobSet::default()),
            asking: RwSignal::new(None),
            navigation: use_navigation(),
            texts,
        };
        list.tell_what_is_found();
        list.name_columns();
        list
    }

    /// Puts the columns that somebody has chosen into a link that says nothing, so that whatever is added to it shows the
    /// same in another browser. What nobody has chosen is not in a link: there each window shows what it has room for.
    fn name_columns(self) {
        effect(move |_| {
            // Read whether anything is chosen or not, since what is not read is not followed.
            let says_nothing = self.query.with(says_nothing);
            let Some(columns) = self.columns.get_untracked() else { return };
            if says_nothing && columns != DEFAULT_COLUMNS {
                self.replace(|query| query.with("columns", &write_columns(&columns)));
            }
        });
    }

    /// Tells how many jobs are found when somebody has finished filtering.
    fn tell_what_is_found(self) {
        let feedback = crate::portal::ui::feedback::use_feedback();
        let filters = memo(move |_| {
            self.view.with(|view| super::model::view::ViewFilter::ALL.map(|f| view.value(f).to_owned()))
        });
        effect(move |first: Option<()>| {
            filters.track();
            if first.is_none() {
                return;
            }
            let tell = move || {
                if let Some(found) = self.shown.try_with_untracked(|shown| shown.len()) {
                    let shown = format::number(self.texts.language_now(), found);
                    feedback.announce(self.texts.peek().list_found(found, shown).to_string());
                }
            };
            if let Ok(timer) = set_timeout_with_handle(tell, SETTLED) {
                on_cleanup(move || timer.clear());
            }
        });
    }

    /// How many jobs there are.
    pub fn total(self) -> usize {
        let read = self.backend.read_loaded(|all| all.records().len());
        self.backend.loading().unwrap_or(read)
    }

    /// How many jobs are shown, those included that have not been read yet.
    pub fn found(self) -> usize {
        let found = self.shown.with(|shown| shown.len());
        // A filter has all of them read, and is told of it later.
        self.backend.loading().filter(|_| !self.is_filtered()).unwrap_or(found)
    }

    /// Whether something hides jobs.
    pub fn is_filtered(self) -> bool {
        self.view.with(|view| !view.active().is_empty())
    }

    /// Goes to the list that a changed query says; Back leads back here.
    pub fn go(self, change: impl FnOnce(Query) -> Query) {
        self.navigation.go(&Route::Jobs(change(self.query.get_untracked())));
    }

    /// Takes all filters away, and with them the button that was pressed for it.
    pub fn clear_filters(self) {
        hand_on_focus(".empty", TOOLBAR);
        self.go(without_filters);
    }

    /// The same in place of this one, for each letter of a search.
    pub fn replace(self, change: impl FnOnce(Query) -> Query) {
        self.navigation.replace(Route::Jobs(change(self.query.get_untracked())));
    }

    /// The link to the list that a changed query says.
    pub fn link(self, change: impl FnOnce(Query) -> Query) -> String {
        Route::Jobs(change(self.query.get())).to_string()
    }

    /// Chooses a job or lets go of it.
    pub fn choose(self, no: JobNo, chosen: bool) {
        self.chosen.update(|all| all.set(no, chosen));
    }

    /// The chosen jobs among those shown, in their order.
    pub fn chosen_shown(self) -> Vec<JobNo> {
        let chosen = self.chosen.get();
        if chosen.is_empty() {
            return Vec::new();
        }
        self.shown.with(|shown| shown.iter().copied().filter(|no| chosen.contains(*no)).collect())
    }

    /// How many jobs are shown and chosen, in words.
    pub fn count_text(self, found: usize, total: usize) -> String {
        let (m, language) = (self.texts.get(), self.texts.language());
        let mut text = match found == total {
            true => m.list_count(total, format::number(language, total)).to_string(),
            false => {
                m.list_count_of(format::of_them(language, found), format::number(language, total)).to_string()
            }
        };
        let chosen = self.chosen_shown().len();
        if chosen > 0 {
            text.push_str(" · ");
            text.push_str(&m.list_count_chosen(format::number(language, chosen)).to_string());
        }
        text
    }
}
