//! The page of one lesson in a package: the portal in a frame, and the script that talks to the learning platform.

use super::{Lesson, escaped};
use crate::shell::Failure;
use serde_json::{Map, Value};

/// The script of every page.
pub const SCRIPT: &str = "scorm.js";
/// The style sheet of every page.
pub const STYLE: &str = "scorm.css";
/// The sentence that is no sentence of a page: what the course is called.
const COURSE: &str = "course";
/// The sentence for a browser that runs no script.
const NO_SCRIPT: &str = "script";

/// As strict as the portal's own: nothing but the two files and the frame, and no text becomes markup or a script.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The name of a lesson's page.
pub fn name(lesson: &Lesson) -> String {
    format!("lesson-{}.html", lesson.id)
}

/// The sentences of scorm/*.json, language by language.
pub struct Sentences(Vec<(String, Map<String, Value>)>);

impl Sentences {
    /// Reads the file of each language.
    ///
    /// # Errors
    /// That a file is missing, or has not the sentences that the first one has.
    pub fn read(
        languages: &[String],
        read: &dyn Fn(&str) -> Result<String, Failure>,
    ) -> Result<Self, Failure> {
        let mut all: Vec<(String, Map<String, Value>)> = Vec::new();
        for language in languages {
            let file = format!("{language}.json");
            let found: Map<String, Value> = serde_json::from_str(&read(&file)?)
                .map_err(|error| Failure::new(format!("scorm/{file}: {error}")))?;
            if let Some((first, known)) = all.first()
                && (found.len() != known.len() || !known.keys().all(|name| found[name].is_string()))
            {
                return Err(Failure::new(format!(
                    "scorm/{file} and scorm/{first}.json should have the same sentences."
                )));
            }
            all.push((language.clone(), found));
        }
        Ok(Self(all))
    }

    /// What the course is called in a language.
    ///
    /// # Errors
    /// That it has no name there.
    pub fn course(&self, language: &str) -> Result<&str, Failure> {
        let found = self.0.iter().find(|(tag, _)| tag == language);
        let title = found.and_then(|(_, says)| says.get(COURSE)).and_then(Value::as_str);
        title.ok_or_else(|| Failure::new(format!("scorm/{language}.json has no \"{COURSE}\".")))
    }

    /// One sentence in every language.
    fn sentence(&self, name: &str) -> String {
        let said = self.0.iter().map(|(tag, says)| {
            let text = says.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("<span lang=\"{tag}\">{}</span>", escaped(text))
        });
        format!("<p data-say=\"{name}\">{}</p>", said.collect::<Vec<_>>().join(" "))
    }

    /// Every sentence that a script may say.
    fn all(&self) -> String {
        let names: Vec<String> =
            self.0.first().map(|(_, says)| says.keys().cloned().collect()).unwrap_or_default();
        let said = names.iter().filter(|name| ![COURSE, NO_SCRIPT].contains(&name.as_str()));
        said.map(|name| self.sentence(name)).collect::<Vec<_>>().join("\n")
    }
}

/// What all pages of a package share.
pub struct Template<'a> {
    /// scorm/lesson.html.
    pub html: &'a str,
    /// The language of the titles.
    pub language: &'a str,
    /// The digest of the style sheet.
    pub style: &'a str,
    /// The digest of the script.
    pub script: &'a str,
    /// What the page may say.
    pub says: &'a Sentences,
    /// The score, of 100, from which a lesson is passed.
    pub pass: u8,
}

impl Template<'_> {
    /// The page of a lesson.
    pub fn page(&self, lesson: &Lesson) -> String {
        let values = [
            ("language", self.language.to_owned()),
            ("policy", POLICY.to_owned()),
            ("title", escaped(&lesson.title)),
            ("style", self.style.to_owned()),
            ("script", self.script.to_owned()),
            ("lesson", escaped(&lesson.id)),
            ("rev", lesson.rev.to_string()),
            ("points", lesson.points.to_string()),
            ("pass", self.pass.to_string()),
            ("blocked", self.says.sentence(NO_SCRIPT)),
            // Last, since sentences have braces of their own.
            ("sentences", self.says.all()),
        ];
        let page = crate::html::without_comments(self.html);
        values.iter().fold(page, |page, (name, value)| page.replace(&format!("{{{name}}}"), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Result<String, Failure> {
        Ok(match name {
            "en.json" => r#"{"course": "C", "none": "No <b>", "done": "{score} & {title}", "script": "S"}"#,
            "tr.json" => r#"{"course": "K", "none": "Yok", "done": "{score}", "script": "B"}"#,
            _ => r#"{"course": "K", "none": "Nein"}"#,
        }
        .to_owned())
    }

    #[test]
    fn a_page_says_everything_in_every_language_and_what_it_is_about() {
        let says = Sentences::read(&["en".into(), "tr".into()], &read).unwrap();
        let html = "<p>{language} {policy} {title} {style} {script} {lesson} {rev} {points} {pass}</p>{blocked}|{sentences}";
        let template =
            Template { html, language: "tr", style: "sha384-a", script: "sha384-b", says: &says, pass: 50 };
        let page = template.page(&Lesson { id: "ship-it".into(), rev: 3, points: 2, title: "A & B".into() });
        assert!(page.starts_with("<p>tr default-src 'none'; "), "{page}");
        assert!(page.contains("A &amp; B sha384-a sha384-b ship-it 3 2 50</p>"), "{page}");
        let (blocked, said) = page.split_once('|').unwrap();
        assert!(
            blocked.ends_with(
                "<p data-say=\"script\"><span lang=\"en\">S</span> <span lang=\"tr\">B</span></p>"
            )
        );
        assert!(
            said.contains("<span lang=\"en\">No &lt;b&gt;</span> <span lang=\"tr\">Yok</span>"),
            "{said}"
        );
        assert!(said.contains("{score} &amp; {title}"), "sentences are filled in by the script: {said}");
        assert_eq!(says.course("tr").unwrap(), "K");
    }

    #[test]
    fn a_language_that_lacks_a_sentence_stops_the_packing() {
        let failure = Sentences::read(&["en".into(), "de".into()], &read).err().unwrap().to_string();
        assert!(failure.contains("scorm/de.json"), "{failure}");
    }
}
