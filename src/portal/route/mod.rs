//! Routes: the places of the portal, as the fragment of the address; the only source of links.

mod class;
pub mod fragment;
#[cfg(target_arch = "wasm32")]
pub mod navigation;
mod query;
pub mod workspace;

use std::fmt;

use crate::api::route::{JobPath, Resource};
use crate::domain::name::JobId;
use crate::domain::state::Action;

pub use class::ClassPlace;
pub use query::Query;
use query::{decode, encode};

/// A place in the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of jobs, with what is searched, filtered and sorted.
    Jobs(Query),
    /// A job's page.
    Job(JobPath, JobTab),
    /// The place in a job's state diagram that says where an action is allowed.
    Rule(JobPath, Action),
    /// The wizard that makes a job.
    Create,
    /// The activity log, with what it is filtered by.
    Activity(Query),
    /// The REST console, with the number of the call that is looked at.
    Console(Option<u64>),
    /// The REST console with the call filled in that asks for an action on a job.
    Call(JobPath, Action),
    /// What of the contract works here, with what is shown of it; nothing for all.
    Conformance(String),
    /// The lesson of this id; the catalogue of all where it is empty.
    Learn(String),
    /// A page of classes.
    Class(ClassPlace),
    /// The settings.
    Settings,
    /// The gallery of the interface's parts, with the part and the state that are shown alone.
    Gallery(Query),
    /// No place of the portal: what the fragment said.
    Unknown(String),
}

/// The tabs of a job's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobTab {
    /// Essentials, the state diagram and the timeline.
    Overview,
    /// The parcel to the data centre and the return.
    Tracking,
    /// The drives and their logs.
    Drives,
    /// BitLocker keys and who manages the key that protects them.
    Keys,
    /// The job as the API gives it.
    Json,
    /// The calls that touched this job.
    Calls,
}

impl JobTab {
    /// Every tab, in the order shown.
    pub const ALL: [JobTab; 6] =
        [JobTab::Overview, JobTab::Tracking, JobTab::Drives, JobTab::Keys, JobTab::Json, JobTab::Calls];

    /// The last part of the path.
    pub fn slug(self) -> &'static str {
        match self {
            JobTab::Overview => "overview",
            JobTab::Tracking => "tracking",
            JobTab::Drives => "drives",
            JobTab::Keys => "keys",
            JobTab::Json => "json",
            JobTab::Calls => "calls",
        }
    }
}

impl Route {
    /// The list as it is at first.
    pub fn jobs() -> Route {
        Route::Jobs(Query::default())
    }

    /// A job's overview.
    pub fn job(id: &JobId) -> Route {
        Route::Job(JobPath::from(id), JobTab::Overview)
    }

    /// The rule for an action, beside a job.
    pub fn rule(id: &JobId, action: Action) -> Route {
        Route::Rule(JobPath::from(id), action)
    }

    /// The whole activity log.
    pub fn activity() -> Route {
        Route::Activity(Query::default())
    }

    /// The job whose page this is, and the tab of it that is shown.
    pub fn shown_job(self) -> Option<(JobPath, JobTab)> {
        match self {
            Route::Job(address, tab) => Some((address, tab)),
            Route::Rule(address, _) => Some((address, JobTab::Overview)),
            Route::Jobs(_)
            | Route::Create
            | Route::Activity(_)
            | Route::Console(_)
            | Route::Call(..)
            | Route::Conformance(_)
            | Route::Learn(_)
            | Route::Class(_)
            | Route::Settings
            | Route::Gallery(_)
            | Route::Unknown(_) => None,
        }
    }

    /// The link to this place that says beside it which workspace is meant.
    pub fn in_workspace(&self, workspace: &str) -> String {
        let link = self.to_string();
        match self {
            _ if workspace.is_empty() => link,
            Route::Unknown(_) => link,
            Route::Jobs(_)
            | Route::Job(..)
            | Route::Rule(..)
            | Route::Create
            | Route::Activity(_)
            | Route::Console(_)
            | Route::Call(..)
            | Route::Conformance(_)
            | Route::Learn(_)
            | Route::Class(_)
            | Route::Gallery(_)
            | Route::Settings => {
                let mark = if link.contains('?') { '&' } else { '?' };
                format!("{link}{mark}{workspace}")
            }
        }
    }

    /// The whole table of the contract.
    pub fn conformance() -> Route {
        Route::Conformance(String::new())
    }

    /// The place that a fragment (with or without its `#`) names.
    pub fn parse(fragment: &str) -> Route {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let words: Vec<&str> = parts.iter().map(String::as_str).collect();
        let query = Query::parse(query);
        match words.as_slice() {
            [] | ["jobs"] => Route::Jobs(query.without_workspace()),
            ["create"] => Route::Create,
            ["activity"] => Route::Activity(query.without_workspace()),
            ["console"] if query.get("do").is_some() => {
                Route::parse_call(&query).unwrap_or(Route::Console(None))
            }
            ["console"] => Route::Console(query.get("call").and_then(|no| no.parse().ok())),
            ["conformance"] => Route::Conformance(query.get("show").unwrap_or_default().to_owned()),
            ["learn", "class", page @ ..] => ClassPlace::parse(page, query.without_workspace())
                .map_or_else(|| Route::Unknown(fragment.to_owned()), Route::Class),
            ["learn"] => Route::Learn(String::new()),
            ["learn", lesson] => Route::Learn((*lesson).to_owned()),
            ["settings"] => Route::Settings,
            ["gallery"] => Route::Gallery(query.without_workspace()),
            ["resource", ..] => match (Route::parse_job(&parts[1..]), query.get("rule")) {
                (Some(Route::Job(address, JobTab::Overview)), Some(rule)) => {
                    let action = action_named(rule);
                    let overview = || Route::Job(address.clone(), JobTab::Overview);
                    action.map_or_else(overview, |action| Route::Rule(address.clone(), action))
                }
                (Some(job), _) => job,
                (None, _) => Route::Unknown(fragment.to_owned()),
            },
            [_, ..] => Route::Unknown(fragment.to_owned()),
        }
    }

    fn parse_call(query: &Query) -> Option<Route> {
        let action = action_named(query.get("do")?)?;
        let parts: Vec<String> =
            query.get("job")?.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let Resource::Job(path) = Resource::find(&parts)? else { return None };
        Some(Route::Call(path, action))
    }

    fn parse_job(parts: &[String]) -> Option<Route> {
        let (path, tab) = match parts {
            [path @ .., last] if path.len() == 8 => {
                (path, JobTab::ALL.into_iter().find(|tab| tab.slug() == *last)?)
            }
            path => (path, JobTab::Overview),
        };
        let Resource::Job(path) = Resource::find(path)? else { return None };
        Some(Route::Job(path, tab))
    }
}

impl fmt::Display for Route {
    /// The link, beginning with `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with = |name: &str, value: &str| Query::default().with(name, value);
        match self {
            Route::Jobs(query) => write!(f, "#/jobs{query}"),
            Route::Job(address, tab) => write!(
                f,
                "#/resource/subscriptions/{}/resourceGroups/{}/providers/Microsoft.ImportExport/jobs/{}/{}",
                encode(&address.subscription),
                encode(&address.group),
                encode(&address.name),
                tab.slug()
            ),
            Route::Rule(address, action) => {
                let overview = Route::Job(address.clone(), JobTab::Overview);
                write!(f, "{overview}{}", with("rule", rule_name(*action)))
            }
            Route::Create => f.write_str("#/create"),
            Route::Activity(query) => write!(f, "#/activity{query}"),
            Route::Console(None) => f.write_str("#/console"),
            Route::Console(Some(no)) => write!(f, "#/console?call={no}"),
            Route::Call(JobPath { subscription, group, name }, action) => {
                let job = format!(
                    "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.ImportExport/jobs/{name}"
                );
                write!(f, "#/console{}", with("job", &job).with("do", rule_name(*action)))
            }
            Route::Conformance(shown) => write!(f, "#/conformance{}", with("show", shown)),
            Route::Learn(lesson) if lesson.is_empty() => f.write_str("#/learn"),
            Route::Learn(lesson) => write!(f, "#/learn/{}", encode(lesson)),
            Route::Class(place) => write!(f, "#/learn/class{place}"),
            Route::Settings => f.write_str("#/settings"),
            Route::Gallery(query) => write!(f, "#/gallery{query}"),
            Route::Unknown(fragment) => write!(f, "#{fragment}"),
        }
    }
}

/// What an action is called in the link to its rule.
fn rule_name(action: Action) -> &'static str {
    match action {
        Action::Cancel => "cancel",
        Action::Delete => "delete",
        Action::Replace => "replace",
        Action::Ship => "ship",
        Action::EditDrives => "drives",
        Action::EditDelivery => "delivery",
        Action::EditLogging => "logging",
        Action::EditReturn => "return",
        Action::EditTags => "tags",
    }
}

fn action_named(name: &str) -> Option<Action> {
    Action::ALL.into_iter().find(|action| rule_name(*action) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOB: &str =
        "#/resource/subscriptions/s-1/resourceGroups/my%20group/providers/Microsoft.ImportExport/jobs/Job-1";

    fn job(tab: JobTab) -> Route {
        let address = JobPath { subscription: "s-1".into(), group: "my group".into(), name: "Job-1".into() };
        Route::Job(address, tab)
    }

    #[test]
    fn each_place_has_one_link_that_leads_back_to_it() {
        let query = Query(vec![("q".into(), "a&b=ç (".into()), ("state".into(), "Creating".into())]);
        let mut places = vec![
            Route::jobs(),
            Route::Jobs(query),
            Route::Create,
            Route::activity(),
            Route::Activity(Query::default().with("q", "iptal &=?").with("who", "rest")),
            Route::Console(None),
            Route::Console(Some(7)),
            Route::Conformance(String::new()),
            Route::Conformance("differs".into()),
            Route::Learn(String::new()),
            Route::Learn("ship-it".into()),
            Route::Class(ClassPlace::Collect),
            Route::Settings,
            Route::Gallery(Query::default().with("show", "button").with("state", "busy")),
        ];
        places.extend(JobTab::ALL.map(job));
        let Route::Job(address, _) = job(JobTab::Overview) else { panic!("it is a job") };
        places.extend(Action::ALL.map(|action| Route::Rule(address.clone(), action)));
        places.extend(Action::ALL.map(|action| Route::Call(address.clone(), action)));
        for place in places {
            assert_eq!(Route::parse(&place.to_string()), place);
        }
    }

    #[test]
    fn an_address_says_the_workspace_on_every_page_and_leads_to_the_same_place() {
        let said = "scenario=Fabrikam&seed=7";
        let query = Query(vec![("state".into(), "Creating".into())]);
        for place in [Route::jobs(), Route::Jobs(query), Route::Create, Route::Settings, job(JobTab::Drives)]
        {
            let link = place.in_workspace(said);
            assert!(link.ends_with(said), "{link}");
            assert_eq!(Route::parse(&link), place);
            assert_eq!(place.in_workspace(""), place.to_string());
        }
    }

    #[test]
    fn links_of_the_real_portal_are_understood() {
        assert_eq!(Route::parse(JOB), job(JobTab::Overview));
        assert_eq!(Route::parse(&format!("{JOB}/overview")), job(JobTab::Overview));
        assert_eq!(Route::parse(&JOB.replace("resourceGroups", "resourcegroups")), job(JobTab::Overview));
        assert_eq!(Route::parse(""), Route::jobs());
        assert_eq!(Route::parse("#/"), Route::jobs());
    }

    #[test]
    fn a_rule_or_call_that_there_is_not_leads_to_the_page_all_the_same() {
        assert_eq!(Route::parse(&format!("{JOB}/overview?rule=undo")), job(JobTab::Overview));
        assert_eq!(Route::parse(&format!("{JOB}/drives?rule=delete")), job(JobTab::Drives));
        assert_eq!(Route::parse("#/console?call=first"), Route::Console(None));
        assert_eq!(Route::parse("#/console?job=%2Fx&do=tags"), Route::Console(None));
    }

    #[test]
    fn what_leads_nowhere_is_told_apart() {
        for nowhere in ["#/nowhere", "#/jobs/x", "#/resource/x", &format!("{JOB}/nothing"), "#/%FF/é"] {
            assert!(matches!(Route::parse(nowhere), Route::Unknown(_)), "{nowhere}");
        }
    }
}
