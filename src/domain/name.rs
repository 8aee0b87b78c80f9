//! Names: what a job is called, and the resource id it has in a subscription and resource group.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::text::{Invalid, TextForm, lower};

macro_rules! name_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name in the case it was given at creation.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name_type! {
    /// A job's name: 3–63 letters, digits and hyphens, a letter or digit at both ends (the newest
    /// portal text).
    JobName
}
name_type! {
    /// A subscription's id: a GUID.
    SubscriptionId
}
name_type! {
    /// A resource group's name, 1–90 characters.
    GroupName
}

impl JobName {
    /// The fewest characters.
    pub const MIN: usize = 3;
    /// The most characters.
    pub const MAX: usize = 63;

    /// # Errors
    /// Says which of the limits `text` breaks.
    pub fn parse(text: &str) -> Result<JobName, Invalid> {
        let count = text.chars().count();
        if count == 0 {
            return Err(Invalid::Missing);
        }
        if count < Self::MIN {
            return Err(Invalid::TooShort { min: Self::MIN });
        }
        if count > Self::MAX {
            return Err(Invalid::TooLong { max: Self::MAX });
        }
        let inner = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !inner || text.starts_with('-') || text.ends_with('-') {
            return Err(Invalid::Malformed(TextForm::JobName));
        }
        Ok(JobName(text.into()))
    }
}

impl SubscriptionId {
    /// # Errors
    /// [`Invalid::Missing`], or [`Invalid::Malformed`] for what is not a GUID.
    pub fn parse(text: &str) -> Result<SubscriptionId, Invalid> {
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        let groups: Vec<usize> = text.split('-').map(str::len).collect();
        let digits = text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
        if digits && groups == [8, 4, 4, 4, 12] {
            Ok(SubscriptionId(text.into()))
        } else {
            Err(Invalid::Malformed(TextForm::SubscriptionId))
        }
    }
}

impl GroupName {
    /// The most characters.
    pub const MAX: usize = 90;

    /// # Errors
    /// Says which of the limits `text` breaks.
    pub fn parse(text: &str) -> Result<GroupName, Invalid> {
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        if text.chars().count() > Self::MAX {
            return Err(Invalid::TooLong { max: Self::MAX });
        }
        let known = text.chars().all(|c| c.is_alphanumeric() || "_-.()".contains(c));
        if known && !text.ends_with('.') {
            Ok(GroupName(text.into()))
        } else {
            Err(Invalid::Malformed(TextForm::ResourceGroup))
        }
    }
}

/// Where a job lives: subscription, resource group, name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JobId {
    /// The subscription that pays.
    pub subscription: SubscriptionId,
    /// The resource group inside it.
    pub group: GroupName,
    /// The job's name, unique in its group.
    pub name: JobName,
}

impl JobId {
    /// What two ids share when the service takes them for one job: the id without regard to case.
    pub fn key(&self) -> JobKey {
        JobKey {
            subscription: folded(&self.subscription.0),
            group: folded(&self.group.0),
            name: folded(&self.name.0),
        }
    }
}

impl fmt::Display for JobId {
    /// The resource id, `/subscriptions/…/providers/Microsoft.ImportExport/jobs/…`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.ImportExport/jobs/{}",
            self.subscription, self.group, self.name
        )
    }
}

/// A [`JobId`] folded to lower case, for looking up: paths, groups and names are case-insensitive
/// (Azure Resource Manager provider contract). Keys sort by subscription, group, name.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct JobKey {
    subscription: Arc<str>,
    group: Arc<str>,
    name: Arc<str>,
}

impl Ord for JobKey {
    fn cmp(&self, other: &JobKey) -> Ordering {
        // Thousands of jobs hold the same group once, whose letters need not be looked at then.
        let compare = |one: &Arc<str>, other: &Arc<str>| match Arc::ptr_eq(one, other) {
            true => Ordering::Equal,
            false => one.cmp(other),
        };
        compare(&self.subscription, &other.subscription)
            .then_with(|| compare(&self.group, &other.group))
            .then_with(|| self.name.cmp(&other.name))
    }
}

impl PartialOrd for JobKey {
    fn partial_cmp(&self, other: &JobKey) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// `text` in lower case; the same text again where it plainly is that already, so that a job and its key hold it once.
fn folded(text: &Arc<str>) -> Arc<str> {
    let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { text.clone() } else { lower(text).into() }
}

impl JobKey {
    /// The key of the job at these names, whether or not they are valid.
    pub fn new(subscription: &str, group: &str, name: &str) -> JobKey {
        JobKey {
            subscription: lower(subscription).into(),
            group: lower(group).into(),
            name: lower(name).into(),
        }
    }

    /// The same key with its subscription and group shared with `other` where they are equal, so
    /// that thousands of jobs in one group hold those names once.
    pub fn sharing(mut self, other: &JobKey) -> JobKey {
        if self.subscription == other.subscription {
            self.subscription = other.subscription.clone();
        }
        if self.group == other.group {
            self.group = other.group.clone();
        }
        self
    }

    /// The subscription in lower case.
    pub fn subscription(&self) -> &str {
        &self.subscription
    }

    /// The resource group in lower case.
    pub fn group(&self) -> &str {
        &self.group
    }

    /// The job's name in lower case.
    pub fn name(&self) -> &str {
        &self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn job_names_keep_to_the_portal_rule() {
        let longest = "a".repeat(63);
        for good in ["abc", "A-1", "0-0", "drive-import-2026", longest.as_str()] {
            assert_eq!(JobName::parse(good).map(|n| n.to_string()), Ok(good.to_owned()));
        }
        let too_long = "a".repeat(64);
        let malformed = Invalid::Malformed(TextForm::JobName);
        for (bad, why) in [
            ("", Invalid::Missing),
            ("ab", Invalid::TooShort { min: 3 }),
            (too_long.as_str(), Invalid::TooLong { max: 63 }),
            ("-ab", malformed.clone()),
            ("ab-", malformed.clone()),
            ("a_b", malformed.clone()),
            ("a b", malformed.clone()),
            ("işim", malformed.clone()),
            ("a/b", malformed),
        ] {
            assert_eq!(JobName::parse(bad), Err(why), "{bad}");
        }
    }

    #[test]
    fn subscriptions_are_guids() {
        let guid = "00000000-0000-4000-8000-00000000cafe";
        assert_eq!(SubscriptionId::parse(guid).map(|s| s.to_string()), Ok(guid.to_owned()));
        assert_eq!(SubscriptionId::parse(""), Err(Invalid::Missing));
        for bad in ["0000", "00000000-0000-4000-8000-00000000caf", "g0000000-0000-4000-8000-00000000cafe"] {
            assert_eq!(SubscriptionId::parse(bad), Err(Invalid::Malformed(TextForm::SubscriptionId)));
        }
    }

    #[test]
    fn group_names_keep_to_the_resource_manager_rule() {
        let longest = "g".repeat(90);
        for good in ["rg", "a_b-c.d(e)", "kaynak-grubu-ş", longest.as_str()] {
            assert!(GroupName::parse(good).is_ok(), "{good}");
        }
        assert_eq!(GroupName::parse(""), Err(Invalid::Missing));
        assert_eq!(GroupName::parse(&"g".repeat(91)), Err(Invalid::TooLong { max: 90 }));
        for bad in ["a/b", "a b", "end."] {
            assert_eq!(GroupName::parse(bad), Err(Invalid::Malformed(TextForm::ResourceGroup)), "{bad}");
        }
    }

    #[test]
    fn ids_print_whole_and_compare_without_case() -> Result<(), Invalid> {
        let id = |group: &str, name: &str| -> Result<JobId, Invalid> {
            Ok(JobId {
                subscription: SubscriptionId::parse("00000000-0000-4000-8000-00000000CAFE")?,
                group: GroupName::parse(group)?,
                name: JobName::parse(name)?,
            })
        };
        let one = id("Lab", "Job-1")?;
        assert_eq!(
            one.to_string(),
            "/subscriptions/00000000-0000-4000-8000-00000000CAFE/resourceGroups/Lab/providers/Microsoft.ImportExport/jobs/Job-1"
        );
        assert_eq!(one.key(), id("LAB", "JOB-1")?.key());
        assert_ne!(one.key(), id("LAB", "JOB-2")?.key());
        assert!(one.key() < id("lab", "job-2")?.key());
        let key = one.key();
        assert_eq!(
            (key.subscription(), key.group(), key.name()),
            ("00000000-0000-4000-8000-00000000cafe", "lab", "job-1")
        );
        let shared = id("lab", "job-9")?.key().sharing(&key);
        assert!(Arc::ptr_eq(&shared.group, &key.group));
        assert!(Arc::ptr_eq(&shared.subscription, &key.subscription));
        let apart = id("other", "job-9")?.key().sharing(&key);
        assert_eq!(apart.group(), "other");
        assert_eq!(format!("{:?} {}", one.name, one.group), "\"Job-1\" Lab");
        Ok(())
    }
}
