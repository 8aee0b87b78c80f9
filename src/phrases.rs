//! Phrases: every text that the product says, in each language, made by build.rs out of
//! `src/portal/locales/*.ftl`. Adding a language is adding a file there.

mod plural;

use fluent_static::MessageBundle;

pub use generated::Messages;

/// A language that the product speaks: the name of its file, a language tag such as `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(&'static str);

impl Language {
    /// Every language, in the order of its tag.
    pub fn all() -> impl Iterator<Item = Language> {
        Messages::supported_language_ids().iter().copied().map(Language)
    }

    /// The language that fits `preferences` best: language tags in the order of preference, as in
    /// Accept-Language or the browser's list, such as `tr-TR, en;q=0.8`. English fits all.
    pub fn negotiate(preferences: &str) -> Language {
        let wanted = preferences.split(',').filter_map(|part| {
            let mut words = part.split(';').map(str::trim);
            let tag = words.next()?;
            let quality = words.find_map(|word| word.strip_prefix("q=")).unwrap_or("1");
            let quality = thousandths(quality);
            let primary = tag.split('-').next()?;
            let known = Language::all().find(|language| language.0.eq_ignore_ascii_case(primary))?;
            (quality > 0).then_some((known, quality))
        });
        // The first of the best; `max_by` would take the last.
        let best = wanted.fold(None, |best: Option<(Language, u16)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            Some(_) | None => Some(next),
        });
        best.map_or(Language(Messages::default_language_id()), |(language, _)| language)
    }

    /// The language tag.
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// The texts in this language.
    pub fn phrases(self) -> Messages {
        let mut messages = Messages::get(self.0).unwrap_or_default();
        // Names go into sentences as they are: tests and screen readers look for them letter by letter.
        messages.set_use_isolating(false);
        messages
    }
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

#[allow(
    missing_docs,
    dead_code,
    clippy::all,
    clippy::unwrap_used,
    elided_lifetimes_in_paths,
    reason = "the generator's style is not ours to choose"
)]
mod generated {
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
    }

    #[test]
    fn every_language_has_its_own_words() {
        let names: Vec<String> =
            Language::all().map(|language| language.phrases().product_name().to_string()).collect();
        assert!(names.len() >= 2);
        assert!(names.iter().all(|name| !name.is_empty()));
        assert_ne!(names.first(), names.last());
    }
}
