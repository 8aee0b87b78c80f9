//! Lists: the jobs of a scope, in pages.

use serde_json::{Value, json};

use crate::domain::name::JobKey;
use crate::domain::text::{Invalid, JsonType, lower};
use crate::service::workspace::Workspace;

use super::failure::Failure;
use super::filter::Filter;
use super::message::Request;
use super::route;
use super::target::{PART, PATH, QueryError, Target, encoded};
use super::wire::{Detail, job_json};

/// The most jobs of a page, and as many as a page has when nobody asks (the contract's limit).
const MOST: i64 = 100;

/// The answer to a list of the jobs of a subscription or of one of its groups.
///
/// # Errors
/// A [`Failure`] for names or a query that cannot be.
pub fn list(
    workspace: &Workspace,
    request: &Request,
    target: &Target,
    subscription: &str,
    group: Option<&str>,
) -> Result<Value, Failure> {
    match group {
        Some(group) => route::scope(subscription, group).map(|_| ()),
        None => route::subscription(subscription).map(|_| ()),
    }
    .map_err(Failure::InvalidName)?;
    let top = query(target, "$top")?;
    let filter = query(target, "$filter")?;
    let size = match top {
        Some(text) => size(text)?,
        None => MOST as usize,
    };
    let wanted = match filter {
        Some(text) => Some(Filter::parse(text).map_err(Failure::InvalidFilter)?),
        None => None,
    };
    let after = match query(target, "$skiptoken")? {
        Some(token) => Some(key(subscription, group, token)?),
        None => None,
    };
    let mut found = workspace
        .in_scope(subscription, group, after.as_ref())
        .filter(|(_, record)| wanted.as_ref().is_none_or(|filter| filter.holds(&record.job, record.state)));
    let mut value = Vec::new();
    let mut last = None;
    for (key, record) in found.by_ref().take(size) {
        value.push(job_json(workspace, &record.job, Detail::Listed));
        last = Some(key);
    }
    let more = found.next().is_some();
    let mut page = json!({ "value": value });
    if let (Some(last), true) = (last, more) {
        let mut link = format!("{}{}", request.base, path(subscription, group));
        let mut parameter = |name: &str, value: &str| {
            let sign = if name == "api-version" { '?' } else { '&' };
            link.push_str(&format!("{sign}{name}={}", encoded(value, PART)));
        };
        parameter("api-version", query(target, "api-version")?.unwrap_or_default());
        for (name, value) in [("$top", top), ("$filter", filter)] {
            if let Some(value) = value {
                parameter(name, value);
            }
        }
        parameter("$skiptoken", &format!("{}/{}", last.group(), last.name()));
        page["nextLink"] = json!(link);
    }
    Ok(page)
}

fn path(subscription: &str, group: Option<&str>) -> String {
    let group = group.map(|group| format!("/resourceGroups/{}", encoded(group, PATH))).unwrap_or_default();
    format!("/subscriptions/{subscription}{group}/providers/Microsoft.ImportExport/jobs")
}

/// A part of the query; an empty one is as good as none.
fn query<'a>(target: &'a Target, name: &'static str) -> Result<Option<&'a str>, Failure> {
    match target.query(name) {
        Ok(value) => Ok(value.filter(|value| !value.is_empty())),
        Err(QueryError::Ambiguous) => Err(Failure::InvalidQuery(name, Invalid::Duplicate)),
        Err(QueryError::Unreadable) => Err(Failure::InvalidQuery(name, Invalid::WrongType(JsonType::String))),
    }
}

fn size(text: &str) -> Result<usize, Failure> {
    let range = || Failure::InvalidQuery("$top", Invalid::OutOfRange { min: 1, max: MOST });
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Failure::InvalidQuery("$top", Invalid::WrongType(JsonType::Integer)));
    }
    let size: i64 = text.parse().map_err(|_| range())?;
    if !(1..=MOST).contains(&size) {
        return Err(range());
    }
    usize::try_from(size).map_err(|_| range())
}

/// The job that the page before ended with; it may be gone by now, which does no harm.
fn key(subscription: &str, group: Option<&str>, token: &str) -> Result<JobKey, Failure> {
    let (of, name) = token.split_once('/').ok_or(Failure::InvalidSkipToken)?;
    let elsewhere = group.is_some_and(|group| lower(group) != of);
    if elsewhere || of.is_empty() || name.is_empty() || name.contains('/') {
        return Err(Failure::InvalidSkipToken);
    }
    Ok(JobKey::new(subscription, of, name))
}
