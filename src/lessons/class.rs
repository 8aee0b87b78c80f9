//! Classes: what a trainer sets a group of learners, and the code that gives each a history of their own.

pub mod collection;
pub mod key;

use serde::{Deserialize, Serialize};

use crate::domain::state::RuleSet;
use crate::domain::text::lower;
use crate::service::log::Actor;

use super::lesson::{Lesson, MOST_TASKS};
use super::read::is_id;
use super::run::Run;
use super::standing::{Outside, Standing};

/// The most characters of a learner's code.
pub const MOST_CODE: usize = 40;
/// The most lessons of a class.
pub const MOST_LESSONS: usize = MOST_TASKS * 2;
/// The most bytes of the name of a language.
const MOST_LANGUAGE: usize = 20;

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The lessons, in their order.
    pub lessons: Vec<String>,
    /// Whether a lesson is opened only when the one before it is complete.
    pub in_order: bool,
    /// The language of the texts; empty for the learner's own.
    pub language: String,
    /// Whose rules decide; where nothing is said, those of each lesson.
    pub rules: Option<RuleSet>,
    /// Whether hints are given, where the lesson gives any.
    pub hints: bool,
    /// Whether the clock may be moved, where the lesson lets one.
    pub clock: bool,
    /// What durations are drawn from; another for every learner if nothing is said.
    pub seed: Option<u64>,
}

/// Somebody in a class, as it is kept with what they do there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolled {
    /// The class, as [`Class::link`] has it.
    pub class: String,
    /// The learner's code.
    pub code: String,
}

/// Why a lesson does not go with a class: nobody could complete it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is solved by moving the clock.
    Clock,
    /// Under these rules its solution is answered in another way.
    Rules,
}

/// Whether a text can be a learner's code: it may be anything that can be typed and read out.
pub fn is_code(text: &str) -> bool {
    let length = text.trim().chars().count();
    (1..=MOST_CODE).contains(&length) && !text.chars().any(char::is_control)
}

/// The code as all ways to type it have in common: the case and the spaces around it do not count.
pub fn plain_code(code: &str) -> String {
    lower(code.trim())
}

/// The seed of a learner in a lesson.
pub fn seed(code: &str, lesson: &str) -> u64 {
    // FNV-1a, cut to what JavaScript's numbers hold, since seeds stand in files.
    let text = format!("{}\0{lesson}", plain_code(code));
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash >> 11
}

impl Class {
    /// These lessons as they are, for everybody in the order that they like.
    pub fn of(lessons: Vec<String>) -> Class {
        Class {
            lessons,
            in_order: false,
            language: String::new(),
            rules: None,
            hints: true,
            clock: true,
            seed: None,
        }
    }

    /// What a link says behind its `?`. All of it are characters that a link leaves as they are.
    pub fn link(&self) -> String {
        let mut parts = vec![format!("lessons={}", self.lessons.join("."))];
        if self.in_order {
            parts.push("order=fixed".to_owned());
        }
        if !self.language.is_empty() {
            parts.push(format!("language={}", self.language));
        }
        let terms = self.terms();
        parts.extend((!terms.is_empty()).then_some(terms));
        parts.join("&")
    }

    /// What of it decides how a lesson goes, as the link says it: only work that was done on the same terms can be
    /// compared.
    pub fn terms(&self) -> String {
        let mut parts = Vec::new();
        if let Some(rules) = self.rules {
            parts.push(format!("rules={}", word_of(rules)));
        }
        if !self.hints {
            parts.push("hints=off".to_owned());
        }
        if !self.clock {
            parts.push("clock=off".to_owned());
        }
        if let Some(seed) = self.seed {
            // The word `seed` says which workspace an address means.
            parts.push(format!("number={seed}"));
        }
        parts.join("&")
    }

    /// What [`Class::link`] said; none where that is no class.
    pub fn parse(query: &str) -> Option<Class> {
        let mut class = Class::of(Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=')? {
                ("lessons", ids) => class.lessons = ids.split('.').map(str::to_owned).collect(),
                ("order", "fixed") => class.in_order = true,
                ("language", tag) => class.language = tag.to_owned(),
                ("rules", word) => {
                    class.rules = Some(RuleSet::ALL.into_iter().find(|rules| word_of(*rules) == word)?);
                }
                ("hints", "off") => class.hints = false,
                ("clock", "off") => class.clock = false,
                ("number", number) => class.seed = Some(number.parse().ok()?),
                _ => return None,
            }
        }
        let lessons = &class.lessons;
        let twice = lessons.iter().enumerate().any(|(n, id)| lessons.iter().take(n).any(|other| other == id));
        let tag = class.language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && class.language.len() <= MOST_LANGUAGE;
        let many = (1..=MOST_LESSONS).contains(&lessons.len());
        (many && !twice && tag && lessons.iter().all(|id| is_id(id))).then_some(class)
    }

    /// The seed of a learner in one of its lessons.
    pub fn seed(&self, code: &str, lesson: &str) -> u64 {
        self.seed.unwrap_or_else(|| seed(code, lesson))
    }

    /// A lesson on the terms of the class, which take away and never add.
    pub fn on_terms(&self, lesson: &Lesson) -> Lesson {
        let mut lesson = lesson.clone();
        lesson.start.rules = self.rules.or(lesson.start.rules);
        lesson.allow.hints &= self.hints;
        lesson.allow.clock &= self.clock;
        lesson
    }

    /// Why nobody could complete a lesson on these terms; none where its solution does.
    pub fn obstacle(&self, lesson: &Lesson) -> Option<Obstacle> {
        let lesson = self.on_terms(lesson);
        let seed = self.seed("", &lesson.id);
        let Ok(mut run) = Run::begin(&lesson, seed) else { return Some(Obstacle::Rules) };
        if !lesson.solution().all(|(_, step)| run.take(step, Actor::Portal).is_ok()) {
            return Some(Obstacle::Rules);
        }
        let Ok(evidence) = run.evidence() else { return Some(Obstacle::Rules) };
        let standing = Standing::of(&lesson, &evidence);
        if standing.outside.contains(&Outside::Clock) {
            Some(Obstacle::Clock)
        } else {
            (!standing.is_complete()).then_some(Obstacle::Rules)
        }
    }
}

impl Enrolled {
    /// The class; none where what was kept is none any more.
    pub fn class(&self) -> Option<Class> {
        Class::parse(&self.class)
    }

    /// The class and the learner's seed in a lesson of it; none where the lesson is not in it.
    pub fn in_lesson(&self, lesson: &str) -> Option<(Class, u64)> {
        let class = self.class().filter(|class| class.lessons.iter().any(|id| id == lesson))?;
        let seed = class.seed(&self.code, lesson);
        Some((class, seed))
    }

    /// Whether both are the same learner in the same class.
    pub fn is(&self, other: &Enrolled) -> bool {
        self.class == other.class && plain_code(&self.code) == plain_code(&other.code)
    }
}

/// Rules as a link names them.
fn word_of(rules: RuleSet) -> &'static str {
    match rules {
        RuleSet::Rest2017 => "rest-2017",
        RuleSet::Faq2020 => "faq-2020",
        RuleSet::Portal2023 => "portal-2023",
    }
}
