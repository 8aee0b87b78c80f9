//! The order of a list: all jobs sorted, those that the filters let through, and what may be done
//! to those that are chosen.

use std::cmp::Ordering;

use crate::api::explain;
use crate::domain::job::JobNo;
use crate::domain::name::JobId;
use crate::domain::state::{Action, JobState, Refusal};
use crate::domain::text::lower;
use crate::domain::time::SimTime;
use crate::phrases::Messages;
use crate::portal::text::search::{contains, fold, words};
use crate::service::cancel::CancelStanding;
use crate::service::overview::Column;
use crate::service::sorted::{places, sort_by};
use crate::service::workspace::{Record, Workspace};

use super::chosen::JobSet;
use super::view::{CancelFilter, View};

/// The numbers of all jobs, sorted. `before` is the order as it last was: sorting anew what is
/// almost sorted costs no more than looking at each job once.
pub fn sorted(before: &[JobNo], all: &Workspace, column: Column, descending: bool) -> Vec<JobNo> {
    let mut records: Vec<&Record> = before.iter().filter_map(|no| all.record(*no)).collect();
    let newest = before.iter().copied().max().unwrap_or_default();
    records.extend(all.records().filter(|record| record.job.no > newest));
    if records.len() != all.records().len() {
        // Another workspace has taken the place of the one that `before` was made of.
        records = all.records().collect();
    }
    let now = all.now();
    let places = places(records.len(), &|a, b| {
        let (a, b) = if descending { (b, a) } else { (a, b) };
        column.compare(records[a], records[b], now)
    });
    places.into_iter().map(|place| records[place].job.no).collect()
}

/// What the list says of jobs in words, so that it can be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    states: [String; JobState::ALL.len()],
    requested: String,
    cancelled: String,
}

impl Spoken {
    /// What it says in the language of `messages`.
    pub fn of(messages: &Messages) -> Spoken {
        Spoken {
            states: JobState::ALL.map(|state| explain::state(state, messages)),
            requested: messages.cancel_requested(),
            cancelled: messages.filter_cancel_cancelled(),
        }
    }
}

/// Those of the `sorted` jobs that the view's filters let through.
pub fn filtered(sorted: &[JobNo], all: &Workspace, view: &View, spoken: &Spoken) -> Vec<JobNo> {
    let (words, now) = (words(&view.text), all.now());
    let lets_through = |record: &Record| {
        let job = &record.job;
        view.state.is_none_or(|state| state == record.state)
            && view
                .cancel
                .is_none_or(|cancel| cancel == CancelFilter::of(CancelStanding::of_record(record, now)))
            && view.kind.is_none_or(|kind| kind == job.order.kind.job_type())
            && view.location.is_none_or(|location| location == job.order.location)
            && view.group.as_deref().is_none_or(|group| same(group, job.id.group.as_str()))
            && words.iter().all(|word| is_in(word, record, now, spoken))
    };
    let found = |no: &JobNo| all.record(*no).is_some_and(&lets_through);
    if view.active().is_empty() {
        return sorted.to_vec();
    }
    sorted.iter().copied().filter(found).collect()
}

/// The jobs whose name has `text` in it, in the order of their names; the one that is called so, if there is
/// but one, alone.
pub fn named(all: &Workspace, text: &str) -> Vec<JobId> {
    let word = fold(text.trim());
    let ids = || all.records().map(|record| &record.job.id);
    let exact: Vec<_> = ids().filter(|id| fold(id.name.as_str()) == word).collect();
    let mut found: Vec<JobId> = match exact.as_slice() {
        [only] => vec![(*only).clone()],
        _ => ids().filter(|id| contains(id.name.as_str(), &word)).cloned().collect(),
    };
    let name = |id: &JobId| id.name.as_str().to_ascii_lowercase();
    sort_by(&mut found, |one, other| name(one).cmp(&name(other)));
    found
}

/// The resource groups that there are, sorted, each once whatever its case.
pub fn groups(all: &Workspace) -> Vec<String> {
    let mut groups: Vec<&str> = all.records().map(|record| record.job.id.group.as_str()).collect();
    sort_by(&mut groups, Ord::cmp);
    groups.dedup();
    groups.dedup_by(|one, other| same(one, other));
    groups.into_iter().map(str::to_owned).collect()
}

/// The chosen jobs that an action is allowed on, and those that it is refused for, in the order
/// of `shown`; chosen jobs that are not shown are left alone.
pub struct Split {
    /// These may, and it is new to them.
    pub allowed: Vec<JobNo>,
    /// The cancel of these is pending already, so that asking again would change nothing.
    pub pending: Vec<JobNo>,
    /// These may not, and why.
    pub refused: Vec<(JobNo, Refusal)>,
}

impl Split {
    /// Asks the rules about each chosen job.
    pub fn of(action: Action, chosen: &JobSet, shown: &[JobNo], all: &Workspace) -> Split {
        let mut split = Split { allowed: Vec::new(), pending: Vec::new(), refused: Vec::new() };
        let chosen = shown.iter().filter(|no| chosen.contains(**no)).filter_map(|no| all.record(*no));
        for record in chosen {
            match record.job.may(action, record.state, all.head().rules) {
                Ok(()) if action == Action::Cancel && record.job.history.cancel_requested.is_some() => {
                    split.pending.push(record.job.no);
                }
                Ok(()) => split.allowed.push(record.job.no),
                Err(refusal) => split.refused.push((record.job.no, refusal)),
            }
        }
        split
    }
}

fn is_in(word: &str, record: &Record, now: SimTime, spoken: &Spoken) -> bool {
    let job = &record.job;
    let remark = || match CancelStanding::of_record(record, now) {
        CancelStanding::Requested => spoken.requested.as_str(),
        CancelStanding::Cancelled { .. } => spoken.cancelled.as_str(),
        CancelStanding::NotAsked | CancelStanding::WithoutEffect => "",
    };
    let package = job.order.delivery_package.as_deref();
    contains(job.id.name.as_str(), word)
        || contains(job.id.group.as_str(), word)
        || contains(job.order.location.name(), word)
        || contains(job.order.storage_account.account(), word)
        || package.is_some_and(|package| contains(package.tracking_number.as_str(), word))
        || job.order.tags.iter().any(|(name, value)| contains(name, word) || contains(value, word))
        || contains(record.state.as_str(), word)
        || contains(&spoken.states[record.state as usize], word)
        || contains(remark(), word)
}

fn same(one: &str, other: &str) -> bool {
    match one.is_ascii() && other.is_ascii() {
        true => one.eq_ignore_ascii_case(other),
        false => lower(one).cmp(&lower(other)) == Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::job::JobType;
    use crate::domain::time::Span;
    use crate::phrases::Language;
    use crate::portal::jobs::model::view::DEFAULT_COLUMNS;
    use crate::portal::route::Query;
    use crate::portal::text::search::has_words;
    use crate::service::log::Actor;
    use crate::service::scenario::Scenario;
    use crate::service::workspace::Command;

    fn workspace(scenario: Scenario, jobs: usize) -> Workspace {
        let (head, jobs, lines) = scenario.build(1, Some(jobs));
        Workspace::new(head, jobs, lines)
    }

    fn found(all: &Workspace, query: &str) -> Vec<JobNo> {
        found_in("en", all, query)
    }

    fn found_in(language: &str, all: &Workspace, query: &str) -> Vec<JobNo> {
        let view = View::of(&Query::parse(query), None, &DEFAULT_COLUMNS);
        let spoken = Spoken::of(&Language::negotiate(language).phrases());
        filtered(&sorted(&[], all, view.sort, view.descending), all, &view, &spoken)
    }

    #[test]
    fn an_order_that_is_kept_up_equals_one_made_anew() {
        let load = workspace(Scenario::Load, 400);
        for column in Column::ALL {
            for descending in [false, true] {
                let mut all = load.clone();
                let mut kept = sorted(&[], &all, column, descending);
                for step in 0..6 {
                    let to = all.now() + Span::days(2);
                    all.advance(to, usize::MAX);
                    let deleted = all.records().nth(step).map(|record| record.job.id.key());
                    let command = Command::Delete { key: deleted.expect("jobs are left") };
                    if let Ok(prepared) = all.prepare(&command, Actor::Portal) {
                        all.apply(&prepared.change.expect("something is deleted"));
                    }
                    kept = sorted(&kept, &all, column, descending);
                    assert_eq!(kept, sorted(&[], &all, column, descending), "{column:?} {descending}");
                }
            }
        }
    }

    #[test]
    fn another_workspace_is_noticed() {
        let (small, big) = (workspace(Scenario::Contoso, 0), workspace(Scenario::Load, 50));
        let order = sorted(&[], &big, Column::Name, false);
        assert_eq!(sorted(&order, &small, Column::Name, false), sorted(&[], &small, Column::Name, false));
        assert_eq!(sorted(&[99, 98], &small, Column::Name, false).len(), small.records().len());
    }

    #[test]
    fn filters_let_through_what_they_say() {
        let all = workspace(Scenario::Load, 300);
        assert_eq!(found(&all, "").len(), 300);
        let check = |query: &str, holds: &dyn Fn(&Record) -> bool| {
            let found = found(&all, query);
            let expected = all.records().filter(|record| holds(record)).count();
            assert!(expected > 0 && expected < 300, "{query}");
            assert_eq!(found.len(), expected, "{query}");
            assert!(found.iter().all(|no| all.record(*no).is_some_and(holds)));
        };
        check("state=Closed", &|r| r.state == JobState::Closed);
        for cancel in CancelFilter::ALL {
            check(&format!("cancel={}", cancel.as_str()), &|r| {
                CancelFilter::of(CancelStanding::of_record(r, all.now())) == cancel
            });
        }
        check("type=Export", &|r| r.job.order.kind.job_type() == JobType::Export);
        let first = all.records().next().expect("a job").job.clone();
        check(&format!("location={}", first.order.location.name()), &|r| {
            r.job.order.location == first.order.location
        });
        check(&format!("group={}", first.id.group.as_str().to_uppercase()), &|r| {
            r.job.id.group == first.id.group
        });
        check(&format!("q={}&state=Closed", first.order.location.name()), &|r| {
            r.state == JobState::Closed && r.job.order.location == first.order.location
        });
    }

    #[test]
    fn a_search_takes_every_character_as_it_is() {
        let all = workspace(Scenario::Contoso, 0);
        let job = all.records().next().expect("a job").job.clone();
        let name = job.id.name.as_str();
        assert_eq!(found(&all, &format!("q=%20{}%20", name.to_uppercase())), [job.no]);
        let pieces = format!("q={}+{}", &name[name.len() - 3..], &name[..3]).replace('+', "%20");
        assert!(found(&all, &pieces).contains(&job.no));
        for nothing in ["q=(", "q=.*", "q=%5B", "q=%22", "q=no-such-job"] {
            assert!(found(&all, nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn a_search_finds_what_the_list_says_of_a_job_in_the_language_that_it_speaks() {
        let all = workspace(Scenario::Contoso, 0);
        let with = |holds: &dyn Fn(&Record) -> bool| -> BTreeSet<JobNo> {
            all.records().filter(|record| holds(record)).map(|record| record.job.no).collect()
        };
        let check = |language: &str, query: &str, holds: &dyn Fn(&Record) -> bool| {
            let found: BTreeSet<JobNo> = found_in(language, &all, query).into_iter().collect();
            assert!(!found.is_empty(), "{query}");
            assert_eq!(found, with(holds), "{query}");
        };
        let stands = |record: &Record| CancelFilter::of(CancelStanding::of_record(record, all.now()));
        for (language, query) in [("en", "q=cancel%20requested"), ("tr", "q=iptal%20istendi")] {
            check(language, query, &|record| stands(record) == CancelFilter::Requested);
        }
        check("en", "q=cancelled", &|record| stands(record) == CancelFilter::Cancelled);
        for (language, query) in [("en", "q=faulted"), ("tr", "q=hatal%C4%B1"), ("tr", "q=faulted")] {
            check(language, query, &|record| record.state == JobState::Faulted);
        }
        let (no, tag) = all
            .records()
            .find_map(|record| Some((record.job.no, record.job.order.tags.iter().next()?.1.to_owned())))
            .expect("a job with a tag");
        assert!(found(&all, &format!("q={tag}")).contains(&no));
    }

    #[test]
    fn a_cancel_that_is_pending_is_neither_asked_for_again_nor_refused() {
        let all = workspace(Scenario::Contoso, 0);
        let shown = found(&all, "cancel=requested");
        assert_eq!(shown.len(), 3);
        let split = Split::of(Action::Cancel, &shown.iter().copied().collect(), &shown, &all);
        assert!(split.allowed.is_empty());
        assert_eq!(split.pending.len() + split.refused.len(), shown.len());
        assert!(!split.pending.is_empty());
    }

    #[test]
    fn jobs_are_found_by_their_names() {
        let all = workspace(Scenario::Contoso, 0);
        let names = |text: &str| -> Vec<String> {
            named(&all, text).iter().map(|id| id.name.as_str().to_owned()).collect()
        };
        assert_eq!(names(" PILOT-migration "), ["pilot-migration"]);
        let imports = names("import");
        assert!(imports.len() > 1 && imports.iter().all(|name| name.contains("import")));
        assert!(imports.is_sorted());
        assert_eq!(names("").len(), all.records().len());
        assert!(names("rg-datacenter").is_empty() && names("(").is_empty());
    }

    #[test]
    fn a_search_knows_the_letters_of_turkish() {
        assert!(contains("rg-İzmir-ŞUBE", &fold("izmir")));
        assert!(contains("rg-ışık", &fold("IŞIK")));
        assert!(contains("MIGRATION", &fold("mıgratİon")));
        assert!(!contains("plain", &fold("ş")));
    }

    #[test]
    fn words_are_found_and_confirmed_whichever_i_was_typed() {
        let line = "İptal isteği\nSATELLITE-tiles\nSilme";
        for text in ["iptal", "İPTAL", "IPTAL ıSTEĞİ", "sil tılES", ""] {
            assert!(has_words(line, &words(text)), "{text}");
        }
        assert!(!has_words(line, &words("iptal oluşturma")));
        for typed in ["sil", "SİL", "SIL", "Sıl"] {
            assert_eq!(fold(typed), fold("sil"));
        }
    }

    #[test]
    fn groups_are_named_once() {
        let all = workspace(Scenario::Load, 300);
        let groups = groups(&all);
        assert!(groups.is_sorted() && groups.len() > 1);
        for record in all.records() {
            assert_eq!(groups.iter().filter(|group| same(group, record.job.id.group.as_str())).count(), 1);
        }
    }

    #[test]
    fn chosen_jobs_are_parted_by_the_rules() {
        let all = workspace(Scenario::Contoso, 0);
        let shown = sorted(&[], &all, Column::Name, false);
        let chosen: JobSet = shown.iter().copied().skip(1).collect();
        for action in [Action::Cancel, Action::Delete] {
            let split = Split::of(action, &chosen, &shown, &all);
            assert_eq!(split.allowed.len() + split.pending.len() + split.refused.len(), shown.len() - 1);
            let may = |no: &JobNo| {
                all.record(*no).is_some_and(|r| r.job.may(action, r.state, all.head().rules).is_ok())
            };
            assert!(!split.allowed.is_empty() && split.allowed.iter().all(may));
            assert!(split.refused.iter().all(|(no, refusal)| !may(no) && refusal.action == action));
        }
        let split = Split::of(Action::Delete, &chosen, &shown[..1], &all);
        assert!(split.allowed.is_empty() && split.refused.is_empty());
    }
}
