//! Phrases: every text that the product says, in each language, made by build.rs out of
//! `src/portal/locales/*.ftl`. Adding a language is adding a file there.

mod fill;
#[cfg(test)]
mod generate;

use std::hint::black_box;
use std::sync::OnceLock;

pub use fill::Value;
pub use generated::LANGUAGES;
use generated::{PLURALS, Texts};

/// Makes the pseudo-language of a text that is still to be filled with values.
pub type Bend = fn(&str) -> String;

/// What makes the pseudo-language, from the moment that somebody asks for it.
static BEND: OnceLock<Bend> = OnceLock::new();

/// Marks a language whose texts are bent.
const BENT: u8 = 0x80;

/// The language of those whose own is not spoken here.
const DEFAULT: &str = "en";

/// All phrases of one language: a function for each, whose name is that of the message with underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(Language);

/// A phrase with all its values.
pub type Sentence = String;

/// A language that the product speaks: the name of its file, a language tag such as `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(u8);

impl Language {
    /// Every language, in the order of its tag.
    pub fn all() -> impl Iterator<Item = Language> {
        (0_u8..).zip(LANGUAGES).map(|(no, _)| Language(no))
    }

    /// The language that fits `preferences` best: language tags in the order of preference, as in
    /// Accept-Language or the browser's list, such as `tr-TR, en;q=0.8`. English fits all.
    pub fn negotiate(preferences: &str) -> Language {
        let wanted = preferences.split(',').filter_map(|part| {
            let mut words = part.split(';').map(str::trim);
            let tag = words.next()?;
            let quality = words.find_map(|word| word.strip_prefix("q=")).unwrap_or("1");
            let quality = thousandths(quality);
            (quality > 0).then_some((Language::matching(tag)?, quality))
        });
        // The first of the best; `max_by` would take the last.
        let best = wanted.fold(None, |best: Option<(Language, u16)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            Some(_) | None => Some(next),
        });
        best.map_or_else(|| Language::matching(DEFAULT).unwrap_or(Language(0)), |(language, _)| language)
    }

    /// The language of this tag, else that of its first part, else one with the same first part.
    fn matching(tag: &str) -> Option<Language> {
        let primary = |tag: &'static str| tag.split('-').next().unwrap_or(tag);
        let asked = tag.split('-').next()?;
        let fits = |fit: &dyn Fn(&'static str) -> bool| Language::all().find(|known| fit(known.tag()));
        fits(&|known| known.eq_ignore_ascii_case(tag))
            .or_else(|| fits(&|known| known.eq_ignore_ascii_case(asked)))
            .or_else(|| fits(&|known| primary(known).eq_ignore_ascii_case(asked)))
    }

    /// English as `bend` makes it, for those who look for what breaks in other languages. The first `bend` counts.
    pub fn pseudo(bend: Bend) -> Language {
        BEND.get_or_init(|| bend);
        Language(Language::negotiate(DEFAULT).0 | BENT)
    }

    /// Whether this is the pseudo-language.
    pub fn is_pseudo(self) -> bool {
        self.0 >= BENT
    }

    /// The language tag.
    pub fn tag(self) -> &'static str {
        self.of(&LANGUAGES)
    }

    /// The texts in this language.
    pub fn phrases(self) -> Messages {
        Messages(self)
    }

    /// What belongs to this language in a list with something for every language.
    fn of(self, all: &'static [&'static str]) -> &'static str {
        all.get(usize::from(self.0 & !BENT)).copied().unwrap_or_default()
    }
}

impl Messages {
    #[inline(never)]
    fn say(&self, texts: &'static Texts) -> String {
        // What stands there at last is not known to the compiler.
        let texts = black_box(texts);
        let text = Some(self.0.of(texts)).filter(is_here).or_else(|| texts.iter().copied().find(is_here));
        let text = text.unwrap_or_default();
        match BEND.get() {
            Some(bend) if self.0.is_pseudo() => bend(text),
            _ => text.to_owned(),
        }
    }

    #[inline(never)]
    fn fill(&self, texts: &'static Texts, values: &[Value<'_>]) -> String {
        fill::fill(&self.say(texts), values, self.0.of(&PLURALS))
    }
}

/// Whether a text is there. A release build leaves zeros where one belongs whose language nobody has asked for yet
/// (xtask/src/texts.rs).
fn is_here(text: &&str) -> bool {
    !text.starts_with('\0')
}

/// A quality such as `0.8` in thousandths, which is as fine as RFC 9110 allows it; 0 for anything else.
fn thousandths(quality: &str) -> u16 {
    let (whole, part) = quality.split_once('.').unwrap_or((quality, ""));
    if part.len() > 3 || part.bytes().any(|digit| !digit.is_ascii_digit()) {
        return 0;
    }
    match whole {
        "1" => 1_000,
        "0" => format!("{part:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

mod generated {
    use super::{Messages, Value};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_preference() {
        let tag = |preferences| Language::negotiate(preferences).tag();
        assert_eq!(tag(""), "en");
        assert_eq!(tag("fr-FR, de"), "en");
        assert_eq!(tag("tr"), "tr");
        assert_eq!(tag("TR-tr,en;q=0.8"), "tr");
        assert_eq!(tag("en, tr"), "en");
        assert_eq!(tag("en;q=0.5, tr;q=0.9"), "tr");
        assert_eq!(tag("tr;q=0, en;q=0.1"), "en");
        assert_eq!(tag("tr;q=nonsense"), "en");
        assert_eq!(tag("tr-Latn-CY, en"), "tr");
    }

    #[test]
    fn every_language_has_its_own_words() {
        let names: Vec<String> =
            Language::all().map(|language| language.phrases().product_name().to_string()).collect();
        assert!(names.len() >= 2);
        assert!(names.iter().all(|name| !name.is_empty()));
        assert_ne!(names.first(), names.last());
    }

    #[test]
    fn a_text_that_is_not_there_yet_is_said_in_a_language_that_is() {
        static NONE: Texts = ["\0\0\0\0"; LANGUAGES.len()];
        static FIRST: Texts = {
            let mut texts = NONE;
            texts[0] = "Jobs";
            texts
        };
        for language in Language::all() {
            assert_eq!(language.phrases().say(&FIRST), "Jobs");
            assert_eq!(language.phrases().say(&NONE), "");
        }
    }

    #[test]
    fn one_thing_is_told_from_several_in_every_language() {
        for language in Language::all() {
            let m = language.phrases();
            let texts = [m.track_errors(1_u8), m.track_errors(2_u8), m.track_errors(12_u8)];
            assert!(!texts[0].contains('1') || texts[0].contains("1 "), "{}", texts[0]);
            assert!(texts[1].contains('2') && texts[2].contains("12"), "{texts:?}");
        }
    }
}
