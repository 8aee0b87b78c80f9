//! Classes: what a trainer sets a group of learners, and the code that gives each a history of their own.

use serde::{Deserialize, Serialize};

use super::read::is_id;

/// The most characters of a learner's code.
pub const MOST_CODE: usize = 40;

/// What is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// The lessons, in their order.
    pub lessons: Vec<String>,
    /// The language of the texts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Whether hints are given, where the lesson gives any.
    #[serde(default = "yes")]
    pub hints: bool,
    /// What durations are drawn from; another for every learner if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

fn yes() -> bool {
    true
}

/// Whether a text can be a learner's code: it may be anything that can be typed and read out.
pub fn is_code(text: &str) -> bool {
    let length = text.trim().chars().count();
    (1..=MOST_CODE).contains(&length) && !text.chars().any(char::is_control)
}

/// The seed of a learner in a lesson. The code counts whatever its case and the spaces around it.
pub fn seed(code: &str, lesson: &str) -> u64 {
    // FNV-1a, cut to what JavaScript's numbers hold, since seeds stand in links.
    let text = format!("{}\0{lesson}", code.trim().to_lowercase());
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash >> 11
}

impl Class {
    /// What a link says behind its `?`.
    pub fn link(&self) -> String {
        let mut parts = vec![format!("lessons={}", self.lessons.join(","))];
        if !self.language.is_empty() {
            parts.push(format!("language={}", self.language));
        }
        if !self.hints {
            parts.push("hints=off".to_owned());
        }
        if let Some(seed) = self.seed {
            parts.push(format!("seed={seed}"));
        }
        parts.join("&")
    }

    /// What [`Class::link`] said; none where that is no class.
    pub fn parse(query: &str) -> Option<Class> {
        let mut class = Class { lessons: Vec::new(), language: String::new(), hints: true, seed: None };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=')? {
                ("lessons", ids) => class.lessons = ids.split(',').map(str::to_owned).collect(),
                ("language", tag) => class.language = tag.to_owned(),
                ("hints", word) => class.hints = word != "off",
                ("seed", number) => class.seed = Some(number.parse().ok()?),
                _ => return None,
            }
        }
        let many = (1..=super::lesson::MOST_TASKS * 2).contains(&class.lessons.len());
        (many && class.lessons.iter().all(|id| is_id(id)) && class.language.len() <= 20).then_some(class)
    }

    /// The seed of a learner in one of its lessons.
    pub fn seed(&self, code: &str, lesson: &str) -> u64 {
        self.seed.unwrap_or_else(|| seed(code, lesson))
    }
}
