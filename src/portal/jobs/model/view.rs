//! The view of a list: search, filters, order and columns, as the query of its link says.

use crate::domain::job::JobType;
use crate::domain::place::Location;
use crate::domain::state::JobState;
use crate::portal::route::Query;
use crate::service::cancel::CancelStanding;
use crate::service::overview::Column;

/// What a list shows and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What is searched for.
    pub text: String,
    /// Jobs of this type only.
    pub kind: Option<JobType>,
    /// Jobs in this state only.
    pub state: Option<JobState>,
    /// Jobs that stand so towards cancelling only.
    pub cancel: Option<CancelFilter>,
    /// Jobs in this region only.
    pub location: Option<Location>,
    /// Jobs of this resource group only, whatever its case.
    pub group: Option<String>,
    /// What the list is sorted by.
    pub sort: Column,
    /// Whether the greatest come first.
    pub descending: bool,
    /// The columns besides the name, in the list's own order.
    pub columns: Vec<Column>,
}

/// How jobs stand towards cancelling, as far as a list tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelFilter {
    /// A cancel is requested and pending.
    Requested,
    /// They ended as cancelled jobs do.
    Cancelled,
    /// Neither: nobody has asked, or it changed nothing.
    Neither,
}

impl CancelFilter {
    /// Every one, in the order shown.
    pub const ALL: [CancelFilter; 3] =
        [CancelFilter::Requested, CancelFilter::Cancelled, CancelFilter::Neither];

    /// Its name in the query.
    pub fn as_str(self) -> &'static str {
        match self {
            CancelFilter::Requested => "requested",
            CancelFilter::Cancelled => "cancelled",
            CancelFilter::Neither => "none",
        }
    }

    fn parse(name: &str) -> Option<CancelFilter> {
        CancelFilter::ALL.into_iter().find(|cancel| cancel.as_str().eq_ignore_ascii_case(name))
    }

    /// Where a job with this standing belongs.
    pub fn of(standing: CancelStanding) -> CancelFilter {
        match standing {
            CancelStanding::Requested => CancelFilter::Requested,
            CancelStanding::Cancelled { .. } => CancelFilter::Cancelled,
            CancelStanding::NotAsked | CancelStanding::WithoutEffect => CancelFilter::Neither,
        }
    }
}

/// A part of a view that hides jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ViewFilter {
    /// The search.
    Text,
    /// Import or export.
    Kind,
    /// The state.
    State,
    /// The standing towards cancelling.
    Cancel,
    /// The region.
    Location,
    /// The resource group.
    Group,
}

impl ViewFilter {
    /// Every filter, in the order shown.
    pub const ALL: [ViewFilter; 6] = [
        ViewFilter::Text,
        ViewFilter::Kind,
        ViewFilter::State,
        ViewFilter::Cancel,
        ViewFilter::Location,
        ViewFilter::Group,
    ];

    /// Its name in the query.
    pub fn name(self) -> &'static str {
        match self {
            ViewFilter::Text => "q",
            ViewFilter::Kind => "type",
            ViewFilter::State => "state",
            ViewFilter::Cancel => "cancel",
            ViewFilter::Location => "location",
            ViewFilter::Group => "group",
        }
    }
}

/// The columns that are shown when nobody has chosen any.
pub const DEFAULT_COLUMNS: [Column; 5] =
    [Column::Kind, Column::State, Column::Percent, Column::Location, Column::Created];

/// The name of a column in the query and in exports; never translated.
pub fn column_name(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Kind => "type",
        Column::State => "state",
        Column::Percent => "percentComplete",
        Column::Location => "location",
        Column::Group => "resourceGroup",
        Column::Subscription => "subscription",
        Column::Created => "created",
        Column::Account => "storageAccount",
        Column::Tags => "tags",
        Column::Deletion => "deletion",
    }
}

fn column(name: &str) -> Option<Column> {
    Column::ALL.into_iter().find(|column| column_name(*column) == name)
}

/// The columns that a list of names says, in the list's own order; names that are none are left out.
pub fn parse_columns(names: &str) -> Vec<Column> {
    let named: Vec<Column> = names.split(',').filter_map(column).collect();
    Column::ALL.into_iter().filter(|column| *column != Column::Name && named.contains(column)).collect()
}

/// The names of columns, to be kept or linked to.
pub fn write_columns(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().copied().map(column_name).collect();
    // An empty value would mean that nothing is said.
    if names.is_empty() { "name".to_owned() } else { names.join(",") }
}

impl View {
    /// The view that a link says. What the query does not say is as it is at first; a value that cannot be is as good
    /// as none. A link that says nothing of the list leads to it with `own` columns, those that somebody has chosen; any
    /// other that names no columns has the `usual` ones, of which there are fewer where there is less room.
    pub fn of(query: &Query, own: Option<&[Column]>, usual: &[Column]) -> View {
        let said = |name: &str| query.get(name).filter(|value| !value.is_empty());
        let sort = said("sort").unwrap_or("-created");
        let (descending, name) = match sort.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, sort),
        };
        let (sort, descending) = match column(name) {
            Some(column) => (column, descending),
            None => (Column::Created, true),
        };
        View {
            text: said("q").unwrap_or_default().to_owned(),
            kind: said("type").and_then(JobType::parse),
            state: said("state").and_then(JobState::parse),
            cancel: said("cancel").and_then(CancelFilter::parse),
            location: said("location").and_then(Location::parse),
            group: said("group").map(str::to_owned),
            sort,
            descending,
            columns: match said("columns") {
                Some(names) => parse_columns(names),
                None => own.filter(|_| says_nothing(query)).unwrap_or(usual).to_vec(),
            },
        }
    }

    /// What the query says of `filter`; empty where it hides nothing.
    pub fn value(&self, filter: ViewFilter) -> &str {
        match filter {
            ViewFilter::Text => &self.text,
            ViewFilter::Kind => self.kind.map_or("", JobType::as_str),
            ViewFilter::State => self.state.map_or("", JobState::as_str),
            ViewFilter::Cancel => self.cancel.map_or("", CancelFilter::as_str),
            ViewFilter::Location => self.location.map_or("", Location::name),
            ViewFilter::Group => self.group.as_deref().unwrap_or_default(),
        }
    }

    /// The filters that hide something.
    pub fn active(&self) -> Vec<ViewFilter> {
        ViewFilter::ALL.into_iter().filter(|filter| !self.value(*filter).is_empty()).collect()
    }

    /// Whether the list may change when nothing happens but time going on.
    pub fn follows_time(&self) -> bool {
        // The words of a search may be those of a state.
        self.state.is_some()
            || self.cancel.is_some()
            || !self.text.is_empty()
            || self.sort == Column::State
            || self.sort == Column::Percent
    }
}

/// Whether `query` says nothing of the list, as where it only names a workspace.
pub fn says_nothing(query: &Query) -> bool {
    let of_list = ViewFilter::ALL.map(ViewFilter::name).into_iter().chain(["sort", "columns"]);
    of_list.into_iter().all(|name| query.get(name).is_none())
}

/// `query` with the filter set to `value`; an empty one takes it away.
pub fn with_filter(query: Query, filter: ViewFilter, value: &str) -> Query {
    query.with(filter.name(), value)
}

/// `query` without any filter.
pub fn without_filters(query: Query) -> Query {
    ViewFilter::ALL.into_iter().fold(query, |query, filter| query.with(filter.name(), ""))
}

/// `query` sorted by `column`: the other way round where it is already.
pub fn sorted_by(query: Query, view: &View, column: Column) -> Query {
    let descending = view.sort == column && !view.descending;
    let sign = if descending { "-" } else { "" };
    query.with("sort", &format!("{sign}{}", column_name(column)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(query: &str) -> View {
        View::of(&Query::parse(query), None, &DEFAULT_COLUMNS)
    }

    #[test]
    fn a_link_says_everything_that_is_seen() {
        let view = view(
            "q=a%20b&type=import&state=shipping&cancel=Requested&location=westeurope&group=rg-1&sort=-percentComplete&columns=state,created,resourceGroup",
        );
        assert_eq!(view.text, "a b");
        assert_eq!(view.kind, Some(JobType::Import));
        assert_eq!(view.state, Some(JobState::Shipping));
        assert_eq!(view.cancel, Some(CancelFilter::Requested));
        assert_eq!(view.location.map(Location::name), Some("West Europe"));
        assert_eq!(view.group.as_deref(), Some("rg-1"));
        assert_eq!((view.sort, view.descending), (Column::Percent, true));
        assert_eq!(view.columns, [Column::State, Column::Group, Column::Created]);
        assert_eq!(view.active(), ViewFilter::ALL);
    }

    #[test]
    fn what_is_not_said_or_cannot_be_is_as_at_first() {
        let first = view("");
        assert_eq!((first.sort, first.descending), (Column::Created, true));
        assert_eq!(first.columns, DEFAULT_COLUMNS);
        assert_eq!(first.active(), []);
        assert_eq!(
            view("q=&type=Both&state=Lost&cancel=perhaps&location=Moon&group=&sort=-size&other=1"),
            first
        );
        assert_eq!(view("columns=size").columns, []);
    }

    #[test]
    fn a_link_that_says_anything_of_the_list_shows_the_usual_columns_whatever_ones_own_are() {
        let (own, usual) = ([Column::Group], [Column::State]);
        let columns =
            |query: &str, own: Option<&[Column]>| View::of(&Query::parse(query), own, &usual).columns;
        for bare in ["", "scenario=load&jobs=100&seed=1", "workspace=x"] {
            assert_eq!(columns(bare, Some(&own)), own, "{bare}");
            assert_eq!(columns(bare, None), usual, "{bare}");
        }
        for said in
            ["q=a", "type=Import", "state=Closed", "cancel=none", "location=westus", "group=rg", "sort=name"]
        {
            assert_eq!(columns(said, Some(&own)), usual, "{said}");
        }
        assert_eq!(columns("sort=name&columns=created", Some(&own)), [Column::Created]);
    }

    #[test]
    fn columns_are_written_as_they_are_read() {
        for columns in [&DEFAULT_COLUMNS[..], &[], &[Column::Subscription]] {
            assert_eq!(parse_columns(&write_columns(columns)), columns);
        }
    }

    #[test]
    fn a_second_choice_of_a_column_turns_the_order() {
        let mut query = Query::parse("q=x");
        for (column, expected) in [
            (Column::Created, "sort=created"),
            (Column::Created, "sort=-created"),
            (Column::Name, "sort=name"),
            (Column::Name, "sort=-name"),
        ] {
            let view = View::of(&query, None, &DEFAULT_COLUMNS);
            query = sorted_by(query, &view, column);
            assert_eq!(query.to_string(), format!("?q=x&{expected}"));
        }
    }

    #[test]
    fn filters_are_taken_away_and_the_rest_stays() {
        let query = with_filter(Query::parse("sort=name&q=x&state=Closed"), ViewFilter::Kind, "Export");
        assert_eq!(query.to_string(), "?sort=name&q=x&state=Closed&type=Export");
        assert_eq!(without_filters(query).to_string(), "?sort=name");
    }

    #[test]
    fn only_states_and_percentages_and_their_words_change_by_themselves() {
        let follows = |query: &str| view(query).follows_time();
        assert!(follows("state=Closed") && follows("sort=state") && follows("sort=-percentComplete"));
        assert!(follows("cancel=requested") && follows("q=completed"));
        assert!(!follows("") && !follows("type=Import&sort=name"));
    }
}
