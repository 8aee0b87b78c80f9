//! The known: what the jobs that are there have, to choose from, and what a new job begins with.

use std::collections::BTreeMap;

use crate::domain::job::Job;
use crate::service::scenario::subscription_name;

use super::body::subscription;
use super::{Field, WizardForm};

/// Something to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is filled in.
    pub value: String,
    /// What it is called beside that; may be empty.
    pub name: String,
}

/// What there is to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownChoices {
    /// Subscriptions by name, with their ids, or by id where they have no name.
    pub subscriptions: Vec<Choice>,
    /// Resource groups, with the names of their subscriptions.
    pub groups: Vec<Choice>,
    /// Storage accounts: those beside the job by name, others by resource id.
    pub accounts: Vec<Choice>,
}

impl KnownChoices {
    /// What `jobs` have, for a job that lives where `form` says.
    pub fn of<'a>(jobs: impl Iterator<Item = &'a Job>, form: &WizardForm) -> KnownChoices {
        let (mut subscriptions, mut groups, mut accounts) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for job in jobs {
            let subscription = job.id.subscription.as_str();
            let called = subscription_name(subscription).unwrap_or_default();
            let (value, name) = if called.is_empty() { (subscription, "") } else { (called, subscription) };
            subscriptions.entry(value).or_insert_with(|| name.to_owned());
            groups.entry(job.id.group.as_str()).or_insert_with(|| called.to_owned());
            let account = &job.order.storage_account;
            let (value, name) = match is_beside(account.as_str(), form) {
                true => (account.account(), ""),
                false => (account.as_str(), account.account()),
            };
            accounts.entry(value).or_insert_with(|| name.to_owned());
        }
        let choices = |found: BTreeMap<&str, String>| {
            found.into_iter().map(|(value, name)| Choice { value: value.to_owned(), name }).collect()
        };
        KnownChoices {
            subscriptions: choices(subscriptions),
            groups: choices(groups),
            accounts: choices(accounts),
        }
    }
}

/// Whether an account lives where the form's job will.
fn is_beside(account: &str, form: &WizardForm) -> bool {
    let mut parts = account.split('/').skip(2).step_by(2);
    let same = |part: Option<&str>, text: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(text));
    same(parts.next(), subscription(form)) && same(parts.next(), form.text(Field::Group).trim())
}

impl WizardForm {
    /// A form that begins with the place of the newest of `jobs`: who makes one more seldom wants another.
    pub fn beside<'a>(jobs: impl Iterator<Item = &'a Job>) -> WizardForm {
        let mut form = WizardForm::default();
        let Some(last) = jobs.max_by_key(|job| (job.history.created, job.no)) else { return form };
        let id = last.id.subscription.as_str();
        form.set(Field::Subscription, subscription_name(id).unwrap_or(id).to_owned());
        form.set(Field::Group, last.id.group.to_string());
        form.set(Field::Location, last.order.location.name().to_owned());
        let account = &last.order.storage_account;
        let beside = is_beside(account.as_str(), &form);
        let text = if beside { account.account() } else { account.as_str() };
        form.set(Field::Storage, text.to_owned());
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::create::draft::storage_account;
    use crate::service::scenario::Scenario;

    #[test]
    fn a_form_begins_beside_the_newest_job() {
        let (_, jobs, _) = Scenario::Contoso.build(1, None);
        let last = jobs.iter().max_by_key(|job| (job.history.created, job.no)).expect("there are jobs");
        let form = WizardForm::beside(jobs.iter());
        assert_eq!(form.text(Field::Group), last.id.group.as_str());
        assert_eq!(form.text(Field::Subscription), "Contoso Main", "a name stands for the id");
        assert_eq!(subscription(&form), last.id.subscription.as_str());
        assert_eq!(form.text(Field::Location), last.order.location.name());
        assert_eq!(storage_account(&form), last.order.storage_account.as_str());
        assert_eq!(WizardForm::beside([].into_iter()), WizardForm::default());
    }

    #[test]
    fn places_are_offered_once_each_and_by_name() {
        let (_, jobs, _) = Scenario::Contoso.build(1, None);
        let form = WizardForm::beside(jobs.iter());
        let known = KnownChoices::of(jobs.iter(), &form);
        assert!(known.subscriptions.iter().all(|choice| choice.value.starts_with("Contoso")));
        assert_eq!(known.subscriptions.len(), 2);
        assert!(known.groups.iter().any(|choice| choice.value == "rg-media"));
        let (near, far): (Vec<&Choice>, Vec<&Choice>) =
            known.accounts.iter().partition(|choice| choice.name.is_empty());
        assert!(near.iter().all(|choice| !choice.value.contains('/')) && !near.is_empty());
        assert!(far.iter().all(|choice| choice.value.ends_with(&choice.name)) && !far.is_empty());
    }
}
