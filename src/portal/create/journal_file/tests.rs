//! Tests of journals: good ones, broken ones and hostile ones.

use std::time::{Duration, Instant};

use super::*;

/// What costs more than its length would take minutes.
const PATIENCE: Duration = Duration::from_secs(5);

const JOURNAL: &str = "[BeginUpdateRecord][2026/02/01 08:00:00.000][Type:NewJournalFile]\r
VocabularyVersion: 2013-02-01\r
[EndUpdateRecord]\r
[BeginUpdateRecord][2026/02/01 08:00:01.000][Type:ActivityRecord]\r
ActivityId: DriveInfo\r
DriveState: [BeginValue]\r
<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r
<Drive>\r
   <DriveId>CONTOSO-1</DriveId>\r
   <BitLockerKey>111111-222222</BitLockerKey>\r
   <ManifestFile>\\DriveManifest.xml</ManifestFile>\r
   <ManifestHash>0123456789ABCDEF</ManifestHash>\r
   <DriveHeaderHash>AB CD</DriveHeaderHash> </Drive>\r
[EndValue]\r
SaveCommandOutput: Completed\r
[EndUpdateRecord]\r
";

fn drive() -> DriveEntry {
    DriveEntry {
        id: "CONTOSO-1".into(),
        key: "111111-222222".into(),
        manifest: "\\DriveManifest.xml".into(),
        hash: "0123456789ABCDEF".into(),
        header: "AB CD".into(),
    }
}

#[test]
fn a_journal_tells_its_drive() {
    assert_eq!(read(JOURNAL.as_bytes()), Ok(vec![drive()]));
    let marked = format!("\u{feff}{JOURNAL}");
    assert_eq!(read(marked.as_bytes()), Ok(vec![drive()]));
    let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&little), Ok(vec![drive()]));
    let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&big), Ok(vec![drive()]));
}

#[test]
fn the_last_word_on_a_drive_counts() {
    let later = JOURNAL.replace("111111-222222", "333333-444444");
    let read = read(format!("{JOURNAL}{later}").as_bytes());
    assert_eq!(read, Ok(vec![DriveEntry { key: "333333-444444".into(), ..drive() }]));
}

#[test]
fn drive_info_xml_is_read_alone_and_in_lists() {
    let one = "<Drive><DriveId>A</DriveId></Drive>";
    let info =
        "<DriveInfo><DriveId> B </DriveId><BitLockerKey>k&amp;<![CDATA[<b>]]></BitLockerKey></DriveInfo>";
    let of = |xml: &str| read(xml.as_bytes()).map(|all| all.iter().map(|d| d.id.clone()).collect::<Vec<_>>());
    assert_eq!(of(one), Ok(vec!["A".to_owned()]));
    assert_eq!(
        of(&format!("\n <?xml version='1.0'?>\n<DriveInfo>{one}</DriveInfo>\n")),
        Ok(vec!["A".into()])
    );
    assert_eq!(
        of(&format!("<DriveList xmlns='urn:x'>{one}{info}</DriveList>")),
        Ok(vec!["A".into(), "B".into()])
    );
    assert_eq!(read(info.as_bytes()).map(|all| all[0].key.clone()), Ok("k&<b>".to_owned()));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let deep = "<a>".repeat(1_000_000 / 3);
    let deep_small = "<a>".repeat(20_000);
    let many = format!("<Drive>{}</Drive>", "<a/>".repeat(5_000));
    let long = format!("<Drive><DriveId>{}</DriveId></Drive>", "x".repeat(100_000));
    let attributes: String = (0..6_000).map(|n| format!(" a{n}=''")).collect();
    let attributes = format!("<Drive{attributes}><DriveId>x</DriveId></Drive>");
    let laughs =
        "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>\n<Drive><DriveId>&b;</DriveId></Drive>";
    let outside = "<!DOCTYPE d SYSTEM 'file:///etc/passwd'><Drive><DriveId>x</DriveId></Drive>";
    let at = |line, why| Err::<Vec<DriveEntry>, _>(BrokenFile { line: Some(line), why });
    let all = |why| Err(whole(why));
    for (name, text, expected) in [
        ("nothing", "", all(FileProblem::Empty)),
        ("white space", " \r\n\t", all(FileProblem::Empty)),
        ("prose", "Dear Sir,", all(FileProblem::NoDrive)),
        ("other records", "[BeginUpdateRecord]\nA: [BeginValue]x[EndValue]", all(FileProblem::NoDrive)),
        ("other XML", "<a/>", all(FileProblem::NoDrive)),
        ("cut in a record", "x\ny: [BeginValue]\n<Drive>", at(2, FileProblem::CutOff)),
        ("cut in a tag", "<Drive>\n<DriveId>x</Dri", at(2, FileProblem::Syntax)),
        ("crossed tags", "<Drive>\n<DriveId>x</Drive></DriveId>", at(2, FileProblem::Syntax)),
        (
            "in a record",
            "a\nb: [BeginValue]\n\n<Drive>\n&nothing;</Drive>[EndValue]",
            at(5, FileProblem::Syntax),
        ),
        ("two roots", "<a/>\n<a/>", at(2, FileProblem::Syntax)),
        ("no id", "<Drive>\n<BitLockerKey>k</BitLockerKey></Drive>", at(1, FileProblem::Missing("DriveId"))),
        (
            "two ids",
            "<Drive><DriveId>x</DriveId>\n<DriveId>y</DriveId></Drive>",
            at(2, FileProblem::Twice("DriveId")),
        ),
        (
            "a manifest",
            "<DriveManifest>\n<Drive><DriveId>x</DriveId><BlobList/></Drive></DriveManifest>",
            at(2, FileProblem::Manifest),
        ),
        ("entities", laughs, at(1, FileProblem::DocumentType)),
        ("entities from outside", outside, at(1, FileProblem::DocumentType)),
        ("depth", &deep, at(1, FileProblem::TooMuch)),
        ("less depth", &deep_small, at(1, FileProblem::TooMuch)),
        ("many elements and no id", &many, at(1, FileProblem::Missing("DriveId"))),
        ("a long text", &long, at(1, FileProblem::TooMuch)),
        ("a null", "<Drive>\0</Drive>", all(FileProblem::NotText)),
    ] {
        let begun = Instant::now();
        assert_eq!(read(text.as_bytes()), expected, "{name}");
        assert!(begun.elapsed() < PATIENCE, "{name}");
    }
    let begun = Instant::now();
    assert!(read(attributes.as_bytes()).is_ok_and(|all| all.len() == 1));
    assert!(begun.elapsed() < PATIENCE);
    assert_eq!(read(&vec![b' '; MOST_BYTES + 1]), Err(whole(FileProblem::TooLarge)));
    assert_eq!(read(b"<Drive>\xff</Drive>"), Err(whole(FileProblem::NotText)));
    assert_eq!(read(b"\xff\xfe<"), Err(whole(FileProblem::NotText)));
}

#[test]
fn many_records_are_read_in_no_time() {
    let record = "[BeginValue]<Drive><DriveId>x</DriveId></Drive>[EndValue]\n";
    let begun = Instant::now();
    assert!(read(record.repeat(1_000).as_bytes()).is_ok_and(|all| all.len() == 1));
    let too_many = record.repeat(MOST_BYTES / record.len());
    assert_eq!(read(too_many.as_bytes()), Err(BrokenFile { line: Some(1_001), why: FileProblem::TooMuch }));
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    let drives: String =
        (0..900).map(|n| format!("[BeginValue]<Drive><DriveId>{n}</DriveId></Drive>[EndValue]")).collect();
    assert_eq!(read(drives.as_bytes()), Err(whole(FileProblem::TooMuch)));
}

#[test]
fn text_of_html_stays_text() {
    let xml = "<Drive><DriveId>&lt;img src=x onerror=alert(1)&gt;</DriveId></Drive>";
    assert_eq!(read(xml.as_bytes()).map(|all| all[0].id.clone()), Ok("<img src=x onerror=alert(1)>".into()));
}
