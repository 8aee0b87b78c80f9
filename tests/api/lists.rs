//! Lists of jobs: scopes, pages, filters.

use import_export_portal::api::target::{PART, encoded};
use serde_json::{Value, json};

use super::support::{SUBSCRIPTION, VERSION, World, cancel, export, import, job, jobs, ship, with, world};

fn many(count: usize) -> World {
    let mut world = world();
    for n in 0..count {
        assert_eq!(world.put(&format!("job-{n:03}"), &import()).status, 201);
    }
    world
}

/// Follows the links to the end, as a client does, and returns each page's names.
fn pages(world: &mut World, target: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut next = Some(target.to_owned());
    while let Some(target) = next {
        let reply = world.get(&target);
        assert_eq!(reply.status, 200, "{target}: {}", reply.text);
        pages.push(reply.names().into_iter().map(str::to_owned).collect());
        next = reply.json["nextLink"].as_str().map(|link| {
            let target = link.strip_prefix("https://portal.example/at/a/path");
            target.expect("links are absolute and lead to where the portal is served").to_owned()
        });
    }
    pages
}

#[test]
fn pages_follow_each_other_without_a_gap() {
    let mut world = many(25);
    for (top, sizes) in [(1, vec![1; 25]), (10, vec![10, 10, 5]), (25, vec![25]), (100, vec![25])] {
        let pages = pages(&mut world, &format!("{}?{VERSION}&$top={top}", jobs("LAB")));
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), sizes);
        let all: Vec<String> = pages.concat();
        let expected: Vec<String> = (0..25).map(|n| format!("job-{n:03}")).collect();
        assert_eq!(all, expected);
    }
    let mut world = many(101);
    let pages = pages(&mut world, &format!("{}?{VERSION}", jobs("lab")));
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [100, 1]);
}

#[test]
fn a_page_goes_on_when_its_last_job_has_gone() {
    let mut world = many(5);
    let first = world.get(&format!("{}?{VERSION}&$top=2", jobs("lab")));
    let link = first.json["nextLink"].as_str().expect("there are more").to_owned();
    assert_eq!(world.delete("job-001").status, 200);
    let target = link.replace("https://portal.example/at/a/path", "");
    assert_eq!(world.get(&target).names(), ["job-002", "job-003"]);
    assert!(link.contains("api-version=2021-01-01&%24top=2&%24skiptoken=") || link.contains("&$top=2&"));
}

#[test]
fn scopes_are_kept_apart_and_found_in_any_case() {
    let mut world = world();
    let other = "11111111-0000-4000-8000-00000000cafe";
    for path in [
        job("b-one"),
        job("a-two"),
        format!("{}/c-three", jobs("lab-2")),
        format!("{}/d-four", jobs("lab")).replace(SUBSCRIPTION, other),
    ] {
        assert_eq!(world.send("PUT", &path, Some(&import())).status, 201);
    }
    let all =
        |subscription: &str| format!("/subscriptions/{subscription}/providers/Microsoft.ImportExport/jobs");
    assert_eq!(world.get(&jobs("LAB")).names(), ["a-two", "b-one"]);
    assert_eq!(world.get(&all(&SUBSCRIPTION.to_uppercase())).names(), ["a-two", "b-one", "c-three"]);
    assert_eq!(world.get(&all(other)).names(), ["d-four"]);
    assert_eq!(world.get(&jobs("none")).json, json!({"value": []}));
    let linked = pages(&mut world, &format!("{}?{VERSION}&$top=1", all(SUBSCRIPTION)));
    assert_eq!(linked.concat(), ["a-two", "b-one", "c-three"]);
    for path in [all("1234"), jobs("a%20b")] {
        let reply = world.get(&path);
        assert_eq!((reply.status, reply.code()), (400, "InvalidResourceName"));
    }
}

#[test]
fn lists_leave_the_drives_out() {
    let mut world = many(1);
    let reply = world.get(&jobs("lab"));
    let listed = &reply.json["value"][0];
    assert_eq!(listed["properties"]["driveList"], Value::Null);
    let mut whole = world.get(&job("job-000")).json;
    assert_eq!(whole["properties"]["driveList"].as_array().map(Vec::len), Some(1));
    whole["properties"].as_object_mut().expect("an object").remove("driveList");
    assert_eq!(listed, &whole);
}

fn mixed() -> World {
    let mut world = world();
    world.put("imp-new", &import());
    world.put("exp-new", &export());
    world.put("it's", &import());
    world.shipped("imp-sent", &import());
    world.put("exp-canceled", &export());
    world.patch("exp-canceled", &cancel());
    world.put("exp-east", &with(export(), "location", json!("Japan East")));
    world.patch("exp-east", &ship());
    world
}

#[test]
fn filters_choose_jobs() {
    let mut world = mixed();
    let all = ["exp-canceled", "exp-east", "exp-new", "imp-new", "imp-sent"];
    for (filter, names) in [
        ("", all.to_vec()),
        ("state eq 'Creating'", vec!["exp-canceled", "exp-new", "imp-new"]),
        ("State EQ 'x'", vec![]),
        ("STATE eq 'creating' and jobType eq 'import'", vec!["imp-new"]),
        ("properties/state eq 'Shipping'", vec!["exp-east", "imp-sent"]),
        ("jobType eq 'Export' and state eq 'Shipping' or name eq 'IMP-NEW'", vec!["exp-east", "imp-new"]),
        ("jobType eq 'Export' and (state eq 'Shipping' or name eq 'imp-new')", vec!["exp-east"]),
        ("(((jobType eq 'Import')))", vec!["imp-new", "imp-sent"]),
        ("jobType ne 'Import'", vec!["exp-canceled", "exp-east", "exp-new"]),
        ("not (jobType eq 'Export' or state eq 'Shipping')", vec!["imp-new"]),
        ("cancelRequested eq true", vec!["exp-canceled"]),
        ("properties/cancelRequested eq false and location eq 'japaneast'", vec!["exp-east"]),
        ("location eq 'Japan East'", vec!["exp-east"]),
        ("name eq 'it''s'", vec![]),
        ("state eq 'Completed'", vec![]),
        ("  state\teq'Creating'and(jobType eq'Import')", vec!["imp-new"]),
    ] {
        let escaped = encoded(filter, PART);
        let reply = world.get(&format!("{}?{VERSION}&$filter={escaped}", jobs("lab")));
        if filter.contains("EQ") {
            assert_eq!(reply.status, 400, "operators are lower case in OData");
            continue;
        }
        assert_eq!(reply.status, 200, "{filter}: {}", reply.text);
        assert_eq!(reply.names(), names, "{filter}");
        let paged = pages(&mut world, &format!("{}?{VERSION}&$top=1&%24filter={escaped}", jobs("lab")));
        assert_eq!(paged.concat(), names, "{filter}");
    }
}

#[test]
fn filters_that_are_not_understood_are_refused() {
    let mut world = mixed();
    let deep = format!("{}state eq 'Creating'{}", "(".repeat(50), ")".repeat(50));
    let nots = format!("{}state eq 'Creating'", "not ".repeat(400));
    let long = format!("name eq '{}'", "x".repeat(3_000));
    for (filter, says) in [
        ("state", "character 6"),
        ("state eq", "character 9"),
        ("state eq 'Creating", "character 10"),
        ("state eq Creating", "character 10"),
        ("state eq 'Creating' and", "character 24"),
        ("state eq 'Creating' or or", "character 26"),
        ("state gt 'Creating'", "character 7"),
        ("state = 'Creating'", "character 7"),
        ("state eq 'Creating')", "character 20"),
        ("(state eq 'Creating'", "character 21"),
        ("()", "character 2"),
        ("'Creating' eq state", "character 1"),
        ("state eq 'Creating' jobType eq 'Import'", "character 21"),
        ("startswith(name, 'a')", "character 16"),
        ("state eq 'Creating'; drop", "character 20"),
        ("name eq 'ş' and ü", "character 17"),
        ("cancelRequested eq 'true'", "character 20"),
        ("owner eq 'me'", "“owner”"),
        ("tags/a eq 'b'", "“tags/a”"),
        ("state eq 'Lost'", "Creating, Shipping, Received"),
        ("jobType eq 'Both'", "Import, Export"),
        ("location eq 'Atlantis'", "West US"),
        ("cancelRequested eq maybe", "true, false"),
        (deep.as_str(), "nested too deeply"),
        (nots.as_str(), "nested too deeply"),
        (long.as_str(), "too long"),
    ] {
        let escaped = encoded(filter, PART);
        let reply = world.get(&format!("{}?{VERSION}&$filter={escaped}", jobs("lab")));
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{filter}");
        assert_eq!(reply.details(), ["$filter InvalidFilter"]);
        assert!(reply.message().contains(says), "{filter}: {}", reply.message());
        assert_eq!(reply.json["error"]["target"], "$filter");
    }
}

#[test]
fn a_query_that_cannot_be_is_refused() {
    let mut world = many(3);
    let token = "lab%2Fjob-000";
    for (query, detail) in [
        ("$top=0", "$top ValueOutOfRange"),
        ("$top=101", "$top ValueOutOfRange"),
        ("$top=99999999999999999999", "$top ValueOutOfRange"),
        ("$top=-1", "$top WrongType"),
        ("$top=ten", "$top WrongType"),
        ("$top=1.5", "$top WrongType"),
        ("$top=1&$top=2", "$top DuplicateValue"),
        ("$top=%ff", "$top WrongType"),
        ("$filter=%ff", "$filter WrongType"),
        ("$filter=a&$filter=b", "$filter DuplicateValue"),
        ("$skiptoken=x", "$skiptoken InvalidSkipToken"),
        ("$skiptoken=other%2Fjob-000", "$skiptoken InvalidSkipToken"),
        ("$skiptoken=lab%2F", "$skiptoken InvalidSkipToken"),
        ("$skiptoken=lab%2Fa%2Fb", "$skiptoken InvalidSkipToken"),
        ("$skiptoken=%ff", "$skiptoken WrongType"),
    ] {
        let reply = world.get(&format!("{}?{VERSION}&{query}", jobs("lab")));
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{query}");
        assert_eq!(reply.details(), [detail], "{query}");
    }
    for query in ["$top=2&$top=2", "%24TOP=2", "$top=&$filter=&$skiptoken="] {
        assert_eq!(world.get(&format!("{}?{VERSION}&{query}", jobs("lab"))).status, 200, "{query}");
    }
    let reply = world.get(&format!("{}?{VERSION}&$skiptoken={token}", jobs("lab")));
    assert_eq!(reply.names(), ["job-001", "job-002"]);
}
