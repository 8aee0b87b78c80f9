//! Exports: what a list shows, as CSV and as JSON.

use serde_json::{Map, Value, json};

use crate::api::wire::iso;
use crate::domain::job::JobNo;
use crate::portal::text::csv;
use crate::service::overview::Column;
use crate::service::workspace::{Record, Workspace};

use super::view::column_name;

/// The jobs with the columns shown, after a header.
pub fn csv(shown: &[JobNo], all: &Workspace, columns: &[Column]) -> String {
    let columns = with_name(columns);
    let header: Vec<String> = columns.iter().map(|column| column_name(*column).to_owned()).collect();
    let mut text = format!("{}{}", csv::MARK, csv::line(&header));
    for record in shown.iter().filter_map(|no| all.record(*no)) {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| match value(*column, record, all) {
                Value::String(text) => text,
                Value::Null => String::new(),
                Value::Object(pairs) => {
                    let pair = |(name, value): (&String, &Value)| {
                        format!("{name}={}", value.as_str().unwrap_or_default())
                    };
                    pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
                }
                other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_)) => other.to_string(),
            })
            .collect();
        text.push_str(&csv::line(&cells));
    }
    text
}

/// The jobs with the columns shown, as an array of objects.
pub fn json(shown: &[JobNo], all: &Workspace, columns: &[Column]) -> String {
    let columns = with_name(columns);
    let job = |record: &Record| -> Value {
        let pairs =
            columns.iter().map(|column| (column_name(*column).to_owned(), value(*column, record, all)));
        Value::Object(pairs.collect::<Map<String, Value>>())
    };
    let jobs: Vec<Value> = shown.iter().filter_map(|no| all.record(*no)).map(job).collect();
    format!("{:#}", Value::Array(jobs))
}

/// The name is always shown, and first.
fn with_name(columns: &[Column]) -> Vec<Column> {
    [&[Column::Name], columns].concat()
}

fn value(column: Column, record: &Record, all: &Workspace) -> Value {
    let job = &record.job;
    match column {
        Column::Name => json!(job.id.name.as_str()),
        Column::Kind => json!(job.order.kind.job_type().as_str()),
        Column::State => json!(record.state.as_str()),
        Column::Percent => json!(record.percent_complete(all.now())),
        Column::Location => json!(job.order.location.name()),
        Column::Group => json!(job.id.group.as_str()),
        Column::Subscription => json!(job.id.subscription.as_str()),
        Column::Created => json!(iso(job.history.created)),
        Column::Account => json!(job.order.storage_account.account()),
        Column::Tags => {
            let pair = |(name, value): (&str, &str)| (name.to_owned(), Value::String(value.to_owned()));
            Value::Object(job.order.tags.iter().map(pair).collect())
        }
        Column::Deletion => json!(record.deletion.map(iso)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::jobs::model::order::sorted;
    use crate::service::scenario::Scenario;

    fn contoso() -> (Workspace, Vec<JobNo>) {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        let all = Workspace::new(head, jobs, lines);
        let shown = sorted(&[], &all, Column::Name, false);
        (all, shown)
    }

    #[test]
    fn csv_has_a_header_and_a_line_for_each_job_shown() {
        let (all, shown) = contoso();
        let text = csv(&shown[..3], &all, &[Column::State, Column::Percent, Column::Created]);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[0], "\u{feff}name,state,percentComplete,created");
        assert_eq!(lines[4], "");
        let first = all.record(shown[0]).expect("a job");
        let percent = first.percent_complete(all.now()).map(|p| p.to_string()).unwrap_or_default();
        let created = iso(first.job.history.created);
        assert_eq!(lines[1], format!("{},{},{percent},{created}", first.job.id.name, first.state.as_str()));
    }

    #[test]
    fn json_has_an_object_for_each_job_shown() {
        let (all, shown) = contoso();
        let text = json(&shown, &all, &Column::ALL[1..]);
        let jobs: Vec<Map<String, Value>> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(jobs.len(), shown.len());
        for (job, no) in jobs.iter().zip(&shown) {
            let record = all.record(*no).expect("a job");
            let names: Vec<&str> = job.keys().map(String::as_str).collect();
            assert_eq!(names, Column::ALL.map(column_name));
            assert_eq!(job["name"], json!(record.job.id.name.as_str()));
            assert_eq!(job["percentComplete"], json!(record.percent_complete(all.now())));
        }
        assert_eq!(json(&[], &all, &[]), "[]");
    }
}
