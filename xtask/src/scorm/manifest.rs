//! The manifest: what a learning platform reads of a package first (IMS Content Packaging 1.1.2, ADL SCORM 1.2).

use super::{Lesson, escaped, page};

/// The manifest of a course with these files of the portal. All of `portal` is one asset, on which each lesson depends.
pub fn manifest(title: &str, language: &str, course: &[Lesson], portal: &[String], pass: u8) -> String {
    let items: String = course.iter().map(|lesson| item(lesson, pass)).collect();
    let lessons: String = course.iter().map(resource).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="import-export-course-{language}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{title}</title>
{items}    </organization>
  </organizations>
  <resources>
{lessons}    <resource identifier="portal" type="webcontent" adlcp:scormtype="asset" href="portal/index.html">
{portal}    </resource>
  </resources>
</manifest>
"#,
        title = escaped(title),
        portal = listed(portal.iter().map(String::as_str)),
    )
}

fn item(lesson: &Lesson, pass: u8) -> String {
    // The element would have every lesson be passed or failed.
    let mastery = match pass {
        0 => String::new(),
        pass => format!("        <adlcp:masteryscore>{pass}</adlcp:masteryscore>\n"),
    };
    format!(
        "      <item identifier=\"item-{id}\" identifierref=\"lesson-{id}\" isvisible=\"true\">
        <title>{title}</title>
{mastery}      </item>
",
        id = lesson.id,
        title = escaped(&lesson.title),
    )
}

fn resource(lesson: &Lesson) -> String {
    let name = page::name(lesson);
    format!(
        "    <resource identifier=\"lesson-{id}\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"{name}\">
{files}      <dependency identifierref=\"portal\"/>
    </resource>
",
        id = lesson.id,
        files = listed([name.as_str(), page::SCRIPT, page::STYLE].into_iter()),
    )
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("      <file href=\"{}\"/>\n", escaped(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson() -> Lesson {
        Lesson { id: "ship-it".into(), rev: 3, points: 2, title: "Ship <it> & \"go\"".into() }
    }

    #[test]
    fn each_lesson_is_an_object_of_its_own_that_needs_the_portal() {
        let text = manifest("A & B", "en", &[lesson()], &["portal/index.html".to_owned()], 70);
        for part in [
            "<schemaversion>1.2</schemaversion>",
            "<title>A &amp; B</title>",
            "<item identifier=\"item-ship-it\" identifierref=\"lesson-ship-it\" isvisible=\"true\">",
            "<title>Ship &lt;it&gt; &amp; &quot;go&quot;</title>",
            "<adlcp:masteryscore>70</adlcp:masteryscore>",
            "adlcp:scormtype=\"sco\" href=\"lesson-ship-it.html\"",
            "<dependency identifierref=\"portal\"/>",
            "adlcp:scormtype=\"asset\" href=\"portal/index.html\"",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn without_a_score_to_pass_a_lesson_is_completed_only() {
        assert!(!manifest("A", "en", &[lesson()], &[], 0).contains("masteryscore"));
    }
}
