//! The last step of a build, called by Trunk: the split wasm files and, of a release, digests, one style sheet, the policy,
//! the headers file, and what the service worker keeps.
//!
//! The page that `serve` shows is otherwise left as Trunk wrote it: live reload puts a script of its own into the page
//! and listens to the server, which the policy of the shipped page forbids.

use crate::embed;
use crate::html::{self, Tag, tags};
use crate::lessons;
use crate::offline;
use crate::policy;
use crate::shell::{Failure, about, root, stems};
use crate::split::{self, Files};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What Trunk writes into a page that reloads itself.
const LIVE_RELOAD: &str = ".well-known/trunk/ws";

/// The files of which the page carries the digest, by the names of their attributes in the tag "portal-files"; those of
/// the rooms stand in the one behind the list.
const CHECKED: [&str; 5] = ["js", "wasm", "later", "later-style", "worker"];

pub fn run() -> Result<(), Failure> {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::new(
            "`finish` is for Trunk alone, which calls it at the end of a build: run `cargo xtask build`.",
        ));
    };
    let catalogues = lessons::pack(&folder)?;
    let released = env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(about(&page))?;
    let files = split::split(&room_styles()?, &later_style()?, released)?;
    let (html, replaced) = with_files(&html, &files)?;
    let html = with_lessons(&html, &catalogues)?;
    write(&folder, "index.html", html.as_bytes())?;
    let texts = files.texts.iter().map(|(_, file)| file);
    let parts: Vec<_> = files.rooms.iter().chain(texts).collect();
    for (name, bytes) in
        [&files.js, &files.wasm, &files.later, &files.later_style].iter().chain(&parts).copied()
    {
        write(&folder, name, bytes)?;
    }
    for name in replaced {
        let file = folder.join(name);
        fs::remove_file(&file).map_err(about(&file))?;
    }
    if !released || html.contains(LIVE_RELOAD) {
        return Ok(());
    }
    if folder.join("snippets").exists() {
        // They are imported by the checked script, but nothing would check them.
        return Err(Failure::new(
            "A dependency brings JavaScript files of its own (see snippets/), which would run without a digest.",
        ));
    }
    let parts: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let finished = finish(&html, &parts, &|name| {
        let file = folder.join(name);
        fs::read(&file).map_err(about(&file))
    })?;
    write(&folder, "index.html", finished.html.as_bytes())?;
    write(&folder, &finished.style_name, finished.style.as_bytes())?;
    write(&folder, "_headers", finished.headers.as_bytes())?;
    embed::pack(&folder, &finished.style_name)?;
    for name in &finished.joined {
        let file = folder.join(name);
        fs::remove_file(&file).map_err(about(&file))?;
    }
    // The last, when everything is as it will be.
    offline::pack(&folder)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let file = folder.join(name);
    fs::write(&file, bytes).map_err(about(&file))
}

/// What the release build consists of beside what Trunk wrote.
struct Finished {
    html: String,
    style_name: String,
    style: String,
    /// The style sheets that are in `style` now.
    joined: Vec<String>,
    headers: String,
}

/// Finishes the page beside which these files of rooms and texts stand; `read` gives the content of a file beside it.
fn finish(
    html: &str,
    parts: &[&str],
    read: &dyn Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<Finished, Failure> {
    let html = html::without_comments(html);
    let html = without_script_comments(&html);
    let styled = |name: &&str| name.ends_with(".css");
    let mut elsewhere: Vec<String> =
        parts.iter().copied().filter(styled).filter_map(split::part_of).map(str::to_owned).collect();
    elsewhere.extend(stems(&root().join(BEHIND))?);
    let (html, style, joined) = without_styles(&html, &elsewhere, read)?;
    let style_name = format!("style-{}.css", policy::short(style.as_bytes()));

    let files = portal_files(&html)?;
    let mut digests = Vec::new();
    let mut kept = vec![style_name.clone()];
    kept.extend(parts.iter().map(|name| (*name).to_owned()));
    for name in CHECKED {
        let path = files.attribute(&format!("data-{name}")).map(local).unwrap_or_default();
        digests.push(format!("data-{name}-integrity=\"{}\"", policy::integrity(&read(path)?)));
        if name != "worker" {
            kept.push(path.to_owned());
        }
    }
    let style_link = format!(
        "<link rel=\"stylesheet\" href=\"./{style_name}\" integrity=\"{}\" crossorigin>",
        policy::integrity(style.as_bytes())
    );
    let digested = files.with(&digests.join(" "));
    let html = [&html[..files.range.start], &digested, &html[files.range.end..]].concat();
    // After the scripts, so that these need not wait for it.
    let html = html.replacen("</head>", &format!("{style_link}\n</head>"), 1);

    let scripts: Vec<&str> = html::inline_scripts(&html).into_iter().map(|range| &html[range]).collect();
    if scripts.len() != 1 || tags(&html, "script").len() != 1 {
        return Err(Failure::new(
            "index.html should have one script, src/boot.js, which checks and loads the others.",
        ));
    }
    let policy = policy::content_security(&scripts);
    let charset = tags(&html, "meta").into_iter().find(|tag| tag.attribute("charset").is_some());
    let charset =
        charset.ok_or_else(|| Failure::new("index.html should begin with <meta charset=\"utf-8\">."))?;
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let html = [&html[..charset.range.end], &meta, &html[charset.range.end..]].concat();
    Ok(Finished { style_name, style, joined, headers: policy::headers(&policy, &kept), html })
}

/// The tag that names the files of the portal.
fn portal_files(html: &str) -> Result<Tag<'_>, Failure> {
    let files = tags(html, "meta").into_iter().find(|tag| tag.attribute("name") == Some("portal-files"));
    files.ok_or_else(|| {
        Failure::new("index.html has no tag \"portal-files\": see pattern_script in Trunk.toml.")
    })
}

/// The page with the split wasm in the place of Trunk's, and the names of the files that are replaced.
fn with_files(html: &str, files: &Files) -> Result<(String, [String; 2]), Failure> {
    let tag = portal_files(html)?;
    let old =
        ["data-js", "data-wasm"].map(|name| tag.attribute(name).map(local).unwrap_or_default().to_owned());
    let texts = |(tag, (name, bytes)): &(String, (String, Vec<u8>))| {
        format!("{tag} ./{name} {}", policy::integrity(bytes))
    };
    let texts: Vec<String> = files.texts.iter().map(texts).collect();
    let later = tag.with(&format!(
        "data-later=\"./{}\" data-later-style=\"./{}\" data-texts=\"{}\"",
        files.later.0,
        files.later_style.0,
        texts.join(",")
    ));
    let tag_now = later.replace(&old[0], &files.js.0).replace(&old[1], &files.wasm.0);
    Ok(([&html[..tag.range.start], &tag_now, &html[tag.range.end..]].concat(), old))
}

/// The page with the digest of each language's catalogue of lessons.
fn with_lessons(html: &str, catalogues: &[(String, String)]) -> Result<String, Failure> {
    let tag = portal_files(html)?;
    let digest = |(tag, digest): &(String, String)| format!("data-lessons-{tag}-integrity=\"{digest}\"");
    let with = tag.with(&catalogues.iter().map(digest).collect::<Vec<_>>().join(" "));
    Ok([&html[..tag.range.start], &with, &html[tag.range.end..]].concat())
}

/// The path of a file beside the page.
fn local(path: &str) -> &str {
    path.trim_start_matches("./")
}

fn without_script_comments(html: &str) -> String {
    let mut kept = html.to_owned();
    for range in html::inline_scripts(html).into_iter().rev() {
        let script = html::without_remarks(&html[range.clone()]);
        kept.replace_range(range, &script);
    }
    kept
}

/// Where the style sheets stand that come with a room, each named like it.
const ROOMS: &str = "style/rooms";

/// Where those stand that come behind the list.
const BEHIND: &str = "style/later";

/// The style sheets that come with a room, by the names of the rooms.
fn room_styles() -> Result<BTreeMap<String, String>, Failure> {
    let folder = root().join(ROOMS);
    stems(&folder)?.into_iter().map(|room| Ok((room.clone(), sheet(&folder, &room)?))).collect()
}

/// The style sheet that comes behind the list.
fn later_style() -> Result<String, Failure> {
    let folder = root().join(BEHIND);
    stems(&folder)?.iter().map(|name| sheet(&folder, name)).collect()
}

fn sheet(folder: &Path, name: &str) -> Result<String, Failure> {
    let file = folder.join(name).with_extension("css");
    Ok(html::without_remarks(&fs::read_to_string(&file).map_err(about(&file))?))
}

/// The page without its style sheets, the sheets joined in their order but for these, and the names of all.
fn without_styles(
    html: &str,
    elsewhere: &[String],
    read: &dyn Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<(String, String, Vec<String>), Failure> {
    let mut page = html.to_owned();
    let mut style = String::new();
    let mut joined = Vec::new();
    let links = tags(html, "link").into_iter().filter(|tag| tag.attribute("rel") == Some("stylesheet"));
    let links: Vec<_> = links.collect();
    for link in &links {
        let name = link.attribute("href").map(local).unwrap_or_default();
        let text =
            String::from_utf8(read(name)?).map_err(|_| Failure::new(format!("{name} is not UTF-8.")))?;
        if !name.rsplit_once('-').is_some_and(|(stem, _)| elsewhere.iter().any(|name| name == stem)) {
            style.push_str(&html::without_remarks(&text));
        }
        joined.push(name.to_owned());
    }
    for link in links.iter().rev() {
        page.replace_range(link.range.clone(), "");
    }
    Ok((page, style, joined))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><meta charset="utf-8">
<!-- a remark -->
<meta name="portal-files" content="" data-js="./p-1.js" data-wasm="./p-1_bg.wasm" data-later="./p-1_later.wasm" data-later-style="./p-1_later.css" data-worker="./worker.js">
<script>
  // A remark.
  start();
</script>
<link rel="stylesheet" href="./a-1.css" integrity="x"/><link rel="stylesheet" href="./b-1.css"/>
</head><body></body></html>"#;

    fn read(name: &str) -> Result<Vec<u8>, Failure> {
        Ok(format!("/* {name} */\n{name} {{}}\n").into_bytes())
    }

    #[test]
    fn each_file_gets_its_digest_and_the_page_its_policy() {
        let finished = finish(PAGE, &["p-5_learn.wasm"], &read).unwrap();
        for (name, file) in [
            ("js", "p-1.js"),
            ("wasm", "p-1_bg.wasm"),
            ("later", "p-1_later.wasm"),
            ("later-style", "p-1_later.css"),
            ("worker", "worker.js"),
        ] {
            let digest = policy::integrity(&read(file).unwrap());
            assert!(
                finished.html.contains(&format!("data-{name}-integrity=\"{digest}\"")),
                "{}",
                finished.html
            );
        }
        let expected = policy::content_security(&["start();\n"]);
        assert!(finished.html.contains(&format!(
            "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{expected}\">"
        )));
        assert!(!finished.html.contains("remark"));
    }

    #[test]
    fn the_page_names_the_split_files_instead_of_trunks() {
        let file = |name: &str| (name.to_owned(), Vec::new());
        let files = Files {
            js: file("p-2.js"),
            wasm: file("p-3_bg.wasm"),
            later: file("p-4_later.wasm"),
            later_style: file("p-4_later.css"),
            rooms: Vec::new(),
            texts: ["en", "tr"].map(|tag| (tag.to_owned(), file(&format!("p-5_{tag}.json")))).into(),
        };
        let page = PAGE.replace(" data-later=\"./p-1_later.wasm\" data-later-style=\"./p-1_later.css\"", "");
        let (html, replaced) = with_files(&page, &files).unwrap();
        assert_eq!(replaced, ["p-1.js", "p-1_bg.wasm"]);
        let tag = portal_files(&html).unwrap();
        assert_eq!(tag.attribute("data-js"), Some("./p-2.js"));
        assert_eq!(tag.attribute("data-wasm"), Some("./p-3_bg.wasm"));
        assert_eq!(tag.attribute("data-later"), Some("./p-4_later.wasm"));
        assert_eq!(tag.attribute("data-later-style"), Some("./p-4_later.css"));
        let digest = policy::integrity(b"");
        let texts = format!("en ./p-5_en.json {digest},tr ./p-5_tr.json {digest}");
        assert_eq!(tag.attribute("data-texts"), Some(texts.as_str()));
        assert_eq!(tag.attribute("data-worker"), Some("./worker.js"));
    }

    #[test]
    fn the_style_sheets_become_one_in_their_order() {
        let finished = finish(PAGE, &["p-5_learn.wasm"], &read).unwrap();
        assert_eq!(finished.style, "a-1.css {}\nb-1.css {}\n");
        assert_eq!(finished.joined, ["a-1.css", "b-1.css"]);
        assert_eq!(finished.html.matches("<link").count(), 1);
        assert!(finished.html.contains(&format!("href=\"./{}\" integrity=\"sha384-", finished.style_name)));
    }

    #[test]
    fn the_style_sheet_of_a_room_is_in_no_page() {
        let finished = finish(PAGE, &["p-5_b.wasm", "p-6_b.css"], &read).unwrap();
        assert_eq!(finished.style, "a-1.css {}\n");
        assert_eq!(finished.joined, ["a-1.css", "b-1.css"]);
        assert!(finished.headers.contains("/p-6_b.css\n  Cache-Control"), "{}", finished.headers);
    }

    #[test]
    fn names_made_of_content_may_be_kept_by_browsers_and_others_not() {
        let headers = finish(PAGE, &["p-5_learn.wasm"], &read).unwrap().headers;
        assert!(
            headers.contains("/p-1_bg.wasm\n  Cache-Control")
                && headers.contains("/p-5_learn.wasm\n  Cache-Control")
                && !headers.contains("worker.js"),
            "{headers}"
        );
    }

    #[test]
    fn every_style_sheet_is_in_the_page() {
        let page = fs::read_to_string(root().join("index.html")).unwrap();
        let linked: Vec<_> = tags(&page, "link").iter().filter_map(|link| link.attribute("href")).collect();
        for folder in ["style", "style/components", BEHIND, ROOMS] {
            for entry in fs::read_dir(root().join(folder)).unwrap() {
                let name = format!("{folder}/{}", entry.unwrap().file_name().display());
                assert!(
                    !name.ends_with(".css") || linked.contains(&name.as_str()),
                    "index.html does not link {name}"
                );
            }
        }
    }

    #[test]
    fn no_sheet_of_the_list_has_the_name_of_another() {
        let names = |folder: &str| -> Vec<String> {
            let entries = fs::read_dir(root().join(folder)).unwrap();
            entries.map(|entry| entry.unwrap().file_name().display().to_string()).collect()
        };
        let first = [names("style"), names("style/components")].concat();
        for sheet in [names(BEHIND), names(ROOMS)].concat() {
            assert!(!first.contains(&sheet), "the release build would leave out both sheets called {sheet}");
        }
    }

    #[test]
    fn a_script_that_nothing_checks_stops_the_build() {
        let page = PAGE.replace("</body>", "<script src=\"./other.js\"></script></body>");
        assert!(finish(&page, &["p-5_learn.wasm"], &read).is_err());
    }
}
