//! Every error has its status, code, target and sentence, in every language.

use import_export_portal::domain::job::Job;
use import_export_portal::domain::time::Span;
use import_export_portal::service::range::EXACT;
use import_export_portal::service::workspace::{Head, Workspace};
use serde_json::{Value, json};

use super::support::{
    Reply, SUBSCRIPTION, VERSION, World, cancel, export, import, job, jobs, ship, with, world,
};

/// Method, path and status for every place and method.
#[test]
fn every_route_answers_its_methods_and_names_them_to_others() {
    let keys = format!("{}/listBitLockerKeys", job("one"));
    let in_subscription = format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.ImportExport/jobs");
    let provider = "/providers/Microsoft.ImportExport";
    let places = [
        (format!("{provider}/locations"), "GET"),
        (format!("{provider}/locations/West%20US"), "GET"),
        (format!("{provider}/operations"), "GET"),
        (in_subscription, "GET"),
        (jobs("lab"), "GET"),
        (job("one"), "GET, PUT, PATCH, DELETE"),
        (keys, "POST"),
    ];
    for (path, methods) in places {
        for method in ["GET", "PUT", "PATCH", "DELETE", "POST", "HEAD", "OPTIONS", "TRACE", "get", ""] {
            let mut world = world();
            world.put("one", &import());
            let reply = world.send(method, &path, Some(&import()));
            if methods.split(", ").any(|known| known == method) {
                assert!(matches!(reply.status, 200 | 400), "{method} {path}: {}", reply.text);
            } else {
                assert_eq!((reply.status, reply.code()), (405, "MethodNotAllowed"), "{method} {path}");
                assert_eq!(reply.header("allow"), Some(methods));
                assert!(reply.message().contains(methods));
            }
        }
    }
}

#[test]
fn what_is_at_no_path_is_not_found() {
    let mut world = world();
    world.put("one", &import());
    let long = "x/".repeat(5_000);
    for path in [
        "/",
        "",
        "/subscriptions",
        "/subscriptions/",
        "/providers/Microsoft.ImportExport",
        "/providers/Microsoft.ImportExport/",
        "/providers/Microsoft.ImportExport/locations/a/b",
        "/providers/Microsoft.ImportExport/operations/x",
        "/providers/Microsoft.Compute/operations",
        "/providers/Microsoft.ImportExport/%ff",
        "//providers/Microsoft.ImportExport/operations",
        &long,
        &format!("/subscriptions/{SUBSCRIPTION}"),
        &format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/lab"),
        "/subscriptions//providers/Microsoft.ImportExport/jobs",
        &format!("{}/one/two", jobs("lab")),
        &format!("{}/listBitLockerKeys/x", job("one")),
        &format!("{}//", jobs("lab")),
    ] {
        for method in ["GET", "PUT", "BREW"] {
            let reply = world.send(method, &format!("{path}?{VERSION}"), None);
            assert_eq!((reply.status, reply.code()), (404, "ResourceNotFound"), "{method} {path}");
        }
    }
}

#[test]
fn paths_are_found_in_any_case_and_writing() {
    let mut world = world();
    world.put("One-Job", &import());
    let shouted = job("one-job").to_uppercase();
    let escaped = job("%4fne%2Djob").replace("lab", "l%61b");
    for path in [job("One-Job"), shouted, escaped, format!("{}/", job("ONE-JOB"))] {
        let reply = world.get(&path);
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        // The case given at creation is kept.
        assert_eq!(reply.json["name"], "One-Job");
        assert_eq!(reply.json["id"], json!(job("One-Job")));
    }
    for name in ["West%20US", "westus", "WESTUS", "west us", "West+US"] {
        let reply = world.get(&format!("/providers/Microsoft.ImportExport/locations/{name}"));
        let expected = if name == "West+US" { 404 } else { 200 };
        assert_eq!(reply.status, expected, "{name}");
    }
}

#[test]
fn an_api_version_is_needed_and_must_be_known() {
    let path = jobs("lab");
    for (query, status, code) in [
        ("api-version=2016-11-01", 200, ""),
        ("api-version=2020-08-01", 200, ""),
        ("api-version=2021-01-01", 200, ""),
        ("API-VERSION=2021-01-01", 200, ""),
        ("api%2Dversion=2021%2D01-01&x=1", 200, ""),
        ("api-version=2021-01-01&api-version=2021-01-01", 200, ""),
        ("", 400, "MissingApiVersionParameter"),
        ("api-version=", 400, "MissingApiVersionParameter"),
        ("api-version", 400, "MissingApiVersionParameter"),
        ("version=2021-01-01", 400, "MissingApiVersionParameter"),
        ("api-version=2021-01-02", 400, "InvalidApiVersionParameter"),
        ("api-version=2021-01-01%20", 400, "InvalidApiVersionParameter"),
        ("api-version=%ff", 400, "InvalidApiVersionParameter"),
        ("api-version=2021-01-01&api-version=2016-11-01", 400, "InvalidApiVersionParameter"),
    ] {
        let reply = world().raw("GET", &format!("{path}?{query}"), Vec::new());
        assert_eq!((reply.status, reply.code()), (status, code), "{query}");
        if status == 400 {
            assert_eq!(reply.json["error"]["target"], "api-version");
            assert!(reply.message().contains("2016-11-01, 2020-08-01, 2021-01-01"), "{}", reply.message());
        }
    }
    // What is not there is said before what is missing, whatever the version.
    assert_eq!(world().raw("GET", "/nowhere", Vec::new()).status, 404);
}

#[test]
fn names_that_cannot_be_are_refused() {
    let at = |subscription: &str, group: &str, name: &str| {
        format!(
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.ImportExport/jobs/{name}"
        )
    };
    for (path, target, code) in [
        (at("1234", "lab", "one"), "subscriptionId", "MalformedValue"),
        (at(SUBSCRIPTION, "a%20b", "one"), "resourceGroupName", "MalformedValue"),
        (at(SUBSCRIPTION, &"g".repeat(91), "one"), "resourceGroupName", "ValueTooLong"),
        (at(SUBSCRIPTION, "lab", "ab"), "jobName", "ValueTooShort"),
        (at(SUBSCRIPTION, "lab", &"a".repeat(64)), "jobName", "ValueTooLong"),
        (at(SUBSCRIPTION, "lab", "a_b"), "jobName", "MalformedValue"),
        (at(SUBSCRIPTION, "lab", "a%2Fb"), "jobName", "MalformedValue"),
        (at(SUBSCRIPTION, "lab", "-abc"), "jobName", "MalformedValue"),
    ] {
        let reply = world().send("PUT", &path, Some(&import()));
        assert_eq!((reply.status, reply.code()), (400, "InvalidResourceName"), "{path}");
        assert_eq!(reply.details(), [format!("{target} {code}")]);
        assert_eq!(reply.json["error"]["target"], target);
        // A job of an impossible name does not exist; a scope of an impossible name is an error.
        let missing = if target == "jobName" { (404, 204, 404) } else { (400, 400, 400) };
        let mut world = world();
        let statuses = (
            world.get(&path).status,
            world.send("DELETE", &path, None).status,
            world.send("PATCH", &path, Some(&json!({}))).status,
        );
        assert_eq!(statuses, missing, "{path}");
    }
}

/// What a job that is not there answers.
#[test]
fn a_job_that_is_not_there_is_named() {
    let mut world = world();
    for reply in [
        world.get(&job("gone")),
        world.patch("gone", &cancel()),
        world.send("POST", &format!("{}/listBitLockerKeys", job("gone")), None),
        world.get("/providers/Microsoft.ImportExport/locations/gone"),
    ] {
        assert_eq!((reply.status, reply.code()), (404, "ResourceNotFound"));
        assert_eq!(reply.json["error"]["target"], "gone");
        assert!(reply.message().contains("“gone”"), "{}", reply.message());
    }
    let reply = world.delete("gone");
    assert_eq!((reply.status, reply.text.as_str(), reply.header("content-type")), (204, "", None));
}

#[test]
fn bodies_that_are_no_json_objects_are_refused() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)).into_bytes();
    let large = format!("{{\"location\": \"{}\"}}", "x".repeat(1_000_000)).into_bytes();
    for (body, status, code, details) in [
        (b"".to_vec(), 400, "InvalidRequestContent", vec![]),
        (b"{".to_vec(), 400, "InvalidRequestContent", vec![]),
        (b"{} {}".to_vec(), 400, "InvalidRequestContent", vec![]),
        (b"{\"location\": \"\xff\"}".to_vec(), 400, "InvalidRequestContent", vec![]),
        (b"\xff\xfe{\0}\0".to_vec(), 400, "InvalidRequestContent", vec![]),
        (deep, 400, "InvalidRequestContent", vec![]),
        (large, 413, "RequestContentTooLarge", vec![]),
        (b"[]".to_vec(), 400, "InvalidRequestContent", vec!["body WrongType"]),
        (b"null".to_vec(), 400, "InvalidRequestContent", vec!["body WrongType"]),
        (b"\"text\"".to_vec(), 400, "InvalidRequestContent", vec!["body WrongType"]),
        (b"1e999".to_vec(), 400, "InvalidRequestContent", vec![]),
    ] {
        let mut world = world();
        world.put("here", &import());
        for (method, name) in [("PUT", "new"), ("PATCH", "here")] {
            let before = world.bytes();
            let reply = world.raw(method, &format!("{}?{VERSION}", job(name)), body.clone());
            let what = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
            assert_eq!((reply.status, reply.code()), (status, code), "{method} {what}");
            assert_eq!(reply.details(), details, "{method} {what}");
            assert_eq!(world.bytes(), before);
        }
    }
    let marked = [b"\xef\xbb\xbf".to_vec(), import().to_string().into_bytes()].concat();
    assert_eq!(world().raw("PUT", &format!("{}?{VERSION}", job("one")), marked).status, 201);
}

/// One request for each code, and its whole error object in English and in Turkish.
#[test]
fn messages_follow_the_language_and_codes_do_not() {
    let requests: [fn(&mut World) -> Reply; 9] = [
        |world| world.raw("GET", &jobs("lab"), Vec::new()),
        |world| world.raw("GET", &format!("{}?api-version=1", jobs("lab")), Vec::new()),
        |world| world.raw("PUT", &format!("{}?{VERSION}", job("one")), b"{".to_vec()),
        |world| world.send("PUT", &job("a"), Some(&import())),
        |world| world.get(&job("gone")),
        |world| world.send("POST", &jobs("lab"), None),
        |world| world.raw("PUT", &format!("{}?{VERSION}", job("one")), vec![b' '; 1_000_001]),
        |world| world.put("one", &with(import(), "location", Value::Null)),
        |world| {
            world.shipped("one", &import());
            world.delete("one")
        },
    ];
    let codes = [
        "MissingApiVersionParameter",
        "InvalidApiVersionParameter",
        "InvalidRequestContent",
        "InvalidResourceName",
        "ResourceNotFound",
        "MethodNotAllowed",
        "RequestContentTooLarge",
        "InvalidRequestContent",
        "JobStateConflict",
    ];
    for (request, code) in requests.into_iter().zip(codes) {
        let ask = |language: &str| {
            let mut world = world();
            world.headers.push(("Accept-Language".to_owned(), language.to_owned()));
            request(&mut world)
        };
        let (english, turkish, other) = (ask("en-GB"), ask("tr-TR, en;q=0.5"), ask("fr, de"));
        for reply in [&english, &turkish, &other] {
            assert_eq!(reply.code(), code);
            assert!(reply.message().ends_with('.'), "{}", reply.message());
        }
        assert_ne!(english.message(), turkish.message());
        assert_eq!(english.message(), other.message());
        assert_eq!(english.details(), turkish.details());
        assert_eq!(english.status, turkish.status);
    }
    let mut world = world();
    world.headers.push(("accept-language".to_owned(), "tr".to_owned()));
    world.shipped("one", &import());
    assert_eq!(
        world.delete("one").message(),
        "Bu iş “Sevk ediliyor” durumundayken silinemez. Yalnızca Oluşturuluyor veya Tamamlandı durumundaki \
         işler silinebilir. Kural kümesi: REST 2017."
    );
    assert_eq!(
        world.put("two", &with(import(), "location", Value::Null)).message(),
        "İstek geçerli değil. location: Bu değer gerekli."
    );
    let operations = world.get("/providers/Microsoft.ImportExport/operations");
    assert_eq!(operations.json["value"][3]["display"]["operation"], "İşi sil");
    assert_eq!(operations.json["value"][3]["name"], "Microsoft.ImportExport/jobs/delete");
}

#[test]
fn every_answer_carries_its_headers() {
    let mut world = world();
    let replies = [
        world.put("one", &import()),
        world.get(&job("one")),
        world.get(&job("gone")),
        world.get(&jobs("lab")),
        world.delete("one"),
        world.delete("one"),
        world.raw("GET", "/", Vec::new()),
    ];
    let mut ids = Vec::new();
    for reply in replies {
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
        let json = Some("application/json; charset=utf-8");
        assert_eq!(reply.header("content-type"), if reply.text.is_empty() { None } else { json });
        let id = reply.header("x-ms-request-id").expect("an id").to_owned();
        assert_eq!(id.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert_eq!(reply.header("x-ms-correlation-request-id"), Some(id.as_str()));
        assert_eq!(reply.header("x-ms-client-request-id"), None);
        ids.push(id);
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 7, "each request has an id of its own: {ids:?}");
}

#[test]
fn ids_are_the_same_for_the_same_history_and_follow_the_caller() {
    let run = || {
        let mut world = world();
        let first = world.put("one", &import());
        world.pass(Span::hours(1));
        [first, world.get(&job("one"))].map(|reply| reply.header("x-ms-request-id").map(str::to_owned))
    };
    assert_eq!(run(), run());
    let mut world = world();
    let first = world.get(&jobs("lab"));
    world.pass(Span::hours(1));
    let later = world.get(&jobs("lab"));
    assert_ne!(first.header("x-ms-request-id"), later.header("x-ms-request-id"));
    // Two equal requests at one moment are told apart by what their caller calls them.
    let ids = ["1", "2", "2"].map(|own| {
        world.headers = vec![("x-ms-client-request-id".to_owned(), own.to_owned())];
        world.get(&jobs("lab")).header("x-ms-request-id").map(str::to_owned)
    });
    assert!(ids[0] != ids[1] && ids[1] == ids[2], "{ids:?}");
    world.headers.clear();
    for (name, value) in [
        ("X-MS-Correlation-Request-Id", "correlated"),
        ("x-ms-client-request-id", "mine"),
        ("x-ms-return-client-request-id", "True"),
    ] {
        world.headers.push((name.to_owned(), value.to_owned()));
    }
    let reply = world.get(&jobs("lab"));
    assert_eq!(reply.header("x-ms-correlation-request-id"), Some("correlated"));
    assert_eq!(reply.header("x-ms-client-request-id"), Some("mine"));
    for bad in ["", "a b", "a\r\nset-cookie: x", "é", &"x".repeat(101)] {
        world.headers = vec![("x-ms-correlation-request-id".to_owned(), bad.to_owned())];
        let reply = world.get(&jobs("lab"));
        assert_eq!(reply.header("x-ms-correlation-request-id"), reply.header("x-ms-request-id"));
    }
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut world = world();
    world.shipped("sent", &import());
    world.put("new", &export());
    let before = world.bytes();
    let refused = [
        world.put("sent", &import()),
        world.delete("sent"),
        world.patch("sent", &json!({"tags": {"a": "b"}, "properties": {"driveList": []}})),
        world.patch("sent", &json!({"tags": {"a": "b"}, "properties": {"state": "Creating"}})),
        world.patch("new", &json!({"tags": {"a": "b"}, "properties": {"state": "Shipping"}})),
        world.patch("new", &with(ship(), "properties.cancelRequested", json!(true))),
        world.put("new", &json!({})),
    ];
    for reply in refused {
        assert!(matches!(reply.status, 400 | 409), "{}", reply.text);
        assert!(!reply.json["error"]["message"].as_str().unwrap_or_default().is_empty());
    }
    assert_eq!(world.bytes(), before);
}

#[test]
fn where_no_number_is_left_a_job_is_refused_and_nothing_changes() {
    let mut world = world();
    let head = Head { next_line: EXACT, ..world.workspace.head().clone() };
    world.workspace = Workspace::new(head, Vec::<Job>::new(), []);
    let before = world.workspace.clone();
    let reply = world.send("PUT", &job("one-too-many"), Some(&import()));
    assert_eq!((reply.status, reply.json["error"]["code"].as_str()), (409, Some("QuotaExceeded")));
    assert_eq!(world.workspace, before);
}
