//! The columns of the list: what they are called and how wide they are.

use crate::phrases::Messages;
use crate::portal::text::texts::Phrase;
use crate::service::overview::Column;

/// What a column is called.
pub fn column_label(column: Column) -> Phrase {
    match column {
        Column::Name => Messages::column_name,
        Column::Kind => Messages::column_kind,
        Column::State => Messages::column_state,
        Column::Percent => Messages::column_percent,
        Column::Location => Messages::column_location,
        Column::Group => Messages::column_group,
        Column::Subscription => Messages::column_subscription,
        Column::Created => Messages::column_created,
        Column::Account => Messages::column_account,
        Column::Tags => Messages::column_tags,
        Column::Deletion => Messages::column_deletion,
    }
}

/// The class that gives a column its width.
pub fn column_class(column: Column) -> &'static str {
    match column {
        Column::Name => "jobs-table__name",
        Column::Kind => "jobs-table__type",
        Column::State => "jobs-table__state",
        Column::Percent => "jobs-table__percent",
        Column::Location => "jobs-table__location",
        Column::Group => "jobs-table__group",
        Column::Subscription => "jobs-table__group jobs-table__subscription",
        Column::Created | Column::Deletion => "jobs-table__date",
        Column::Account => "jobs-table__group",
        Column::Tags => "jobs-table__group jobs-table__tags",
    }
}
