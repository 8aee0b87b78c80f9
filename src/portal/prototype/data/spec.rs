//! The description of a prototype's jobs, as switches say it.
//!
//! `data=15`, `texts=emoji`, `drives=10`, `set=NAME:Completed`, `copies=NAME`, the last two with commas.

use crate::domain::state::JobState;
use crate::portal::route::Query;

/// The most jobs that are set to a state, and the most that are copied.
pub const MOST_NAMED: usize = 50;

/// How many jobs there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Count {
    /// None.
    None,
    /// One.
    One,
    /// Those of the scenario Contoso: fifteen, in every state.
    #[default]
    Usual,
    /// A thousand.
    Thousand,
    /// Ten thousand.
    TenThousand,
}

impl Count {
    /// Every count, in order.
    pub const ALL: [Count; 5] = [Count::None, Count::One, Count::Usual, Count::Thousand, Count::TenThousand];

    /// The number.
    pub fn number(self) -> usize {
        match self {
            Count::None => 0,
            Count::One => 1,
            Count::Usual => 15,
            Count::Thousand => 1_000,
            Count::TenThousand => 10_000,
        }
    }

    fn parse(text: &str) -> Option<Count> {
        Count::ALL.into_iter().find(|count| count.number().to_string() == text)
    }
}

/// What the texts of the jobs are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum JobTexts {
    /// As the scenario has them.
    #[default]
    Usual,
    /// As long as the service takes them.
    Longest,
    /// As long, and without a place at which a line could break.
    Unbreakable,
    /// With emoji, wherever the service takes them.
    Emoji,
    /// Written from right to left, wherever the service takes them.
    RightToLeft,
}

impl JobTexts {
    /// Every kind, in the order offered.
    pub const ALL: [JobTexts; 5] =
        [JobTexts::Usual, JobTexts::Longest, JobTexts::Unbreakable, JobTexts::Emoji, JobTexts::RightToLeft];

    /// The value of the switch.
    pub fn as_str(self) -> &'static str {
        match self {
            JobTexts::Usual => "usual",
            JobTexts::Longest => "longest",
            JobTexts::Unbreakable => "unbreakable",
            JobTexts::Emoji => "emoji",
            JobTexts::RightToLeft => "rtl",
        }
    }

    /// The kind of this value.
    pub fn parse(text: &str) -> Option<JobTexts> {
        JobTexts::ALL.into_iter().find(|texts| texts.as_str() == text)
    }
}

/// How many drives an import job has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drives {
    /// As the scenario has them.
    #[default]
    Usual,
    /// None yet: the jobs are exports whose drives nobody has read.
    None,
    /// Ten, the most that the service takes.
    Most,
}

impl Drives {
    /// Every choice, in the order offered.
    pub const ALL: [Drives; 3] = [Drives::Usual, Drives::None, Drives::Most];

    /// The value of the switch.
    pub fn as_str(self) -> &'static str {
        match self {
            Drives::Usual => "usual",
            Drives::None => "0",
            Drives::Most => "10",
        }
    }

    /// The choice of this value.
    pub fn parse(text: &str) -> Option<Drives> {
        Drives::ALL.into_iter().find(|drives| drives.as_str() == text)
    }
}

/// A prototype's jobs.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Jobs {
    /// How many.
    pub count: Count,
    /// With which texts.
    pub texts: JobTexts,
    /// With how many drives.
    pub drives: Drives,
    /// The jobs of these names are there twice.
    pub copies: Vec<String>,
    /// The jobs of these names are in these states.
    pub set: Vec<(String, JobState)>,
}

impl Jobs {
    /// What the switches say; nothing where none of them is there. What is not understood is handed back.
    pub fn read(query: &Query) -> (Option<Jobs>, Vec<(&'static str, String)>) {
        let (mut jobs, mut any, mut strange) = (Jobs::default(), false, Vec::new());
        let mut take = |name: &'static str, read: &mut dyn FnMut(&str) -> bool| {
            for part in query.get(name).unwrap_or_default().split(',').filter(|part| !part.is_empty()) {
                if read(part) {
                    any = true;
                } else {
                    strange.push((name, part.to_owned()));
                }
            }
        };
        take("data", &mut |text| Count::parse(text).map(|count| jobs.count = count).is_some());
        take("texts", &mut |text| JobTexts::parse(text).map(|texts| jobs.texts = texts).is_some());
        take("drives", &mut |text| Drives::parse(text).map(|drives| jobs.drives = drives).is_some());
        take("copies", &mut |name| {
            let fits = jobs.copies.len() < MOST_NAMED;
            if fits {
                jobs.copies.push(name.to_owned());
            }
            fits
        });
        take("set", &mut |text| {
            let state = |name: &str| JobState::ALL.into_iter().find(|state| state.as_str() == name);
            let read = text.rsplit_once(':').and_then(|(name, to)| Some((name.to_owned(), state(to)?)));
            let read = read.filter(|(name, _)| !name.is_empty() && jobs.set.len() < MOST_NAMED);
            read.map(|one| jobs.put(one)).is_some()
        });
        (any.then_some(jobs), strange)
    }

    /// Has the job of a name be in a state, whatever was said of it before.
    pub fn put(&mut self, (name, state): (String, JobState)) {
        self.set.retain(|(other, _)| *other != name);
        self.set.push((name, state));
    }

    /// The switches and their values.
    pub fn pairs(&self) -> [(&'static str, String); 5] {
        let set: Vec<String> =
            self.set.iter().map(|(name, state)| format!("{name}:{}", state.as_str())).collect();
        let unless = |usual: bool, value: &str| if usual { String::new() } else { value.to_owned() };
        [
            ("data", self.count.number().to_string()),
            ("texts", unless(self.texts == JobTexts::Usual, self.texts.as_str())),
            ("drives", unless(self.drives == Drives::Usual, self.drives.as_str())),
            ("copies", self.copies.join(",")),
            ("set", set.join(",")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Jobs>, Vec<(&'static str, String)>) {
        Jobs::read(&Query::parse(text))
    }

    #[test]
    fn jobs_are_read_as_they_are_written() {
        let (jobs, strange) = read("data=1000&texts=emoji&drives=10&set=a-1:Closed,b:Creating&copies=b,b");
        let jobs = jobs.expect("some are described");
        assert!(strange.is_empty());
        assert_eq!((jobs.count, jobs.texts, jobs.drives), (Count::Thousand, JobTexts::Emoji, Drives::Most));
        assert_eq!(jobs.set, [("a-1".to_owned(), JobState::Closed), ("b".to_owned(), JobState::Creating)]);
        assert_eq!(jobs.copies, ["b", "b"]);
        let query = Query(jobs.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
        assert_eq!(Jobs::read(&query).0, Some(jobs));
    }

    #[test]
    fn a_job_is_in_the_state_that_was_said_last() {
        let (jobs, _) = read("set=a:Closed,b:Creating,a:Completed");
        let set = jobs.expect("some are described").set;
        assert_eq!(set, [("b".to_owned(), JobState::Creating), ("a".to_owned(), JobState::Completed)]);
    }

    #[test]
    fn what_is_not_understood_is_handed_back() {
        let (jobs, strange) = read("data=16&texts=loud&set=a:Gone,:Closed");
        assert_eq!(jobs, None);
        let strange: Vec<String> =
            strange.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(strange, ["data=16", "texts=loud", "set=a:Gone", "set=:Closed"]);
        assert_eq!(read("latency=800").0, None);
    }
}
