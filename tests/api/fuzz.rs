//! Arbitrary requests: never a panic, always a well-formed response, and a refusal changes nothing.

use import_export_portal::api::target::Target;
use import_export_portal::api::{self, message::Request};
use import_export_portal::service::log::Actor;
use import_export_portal::service::workspace::Workspace;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{self, SUBSCRIPTION, World, export, import, job, jobs, ship};

const METHODS: [&str; 8] = ["GET", "PUT", "PATCH", "DELETE", "POST", "HEAD", "OPTIONS", "get"];

const STATUSES: [u16; 8] = [200, 201, 204, 400, 404, 405, 409, 413];

const CODES: [&str; 8] = [
    "MissingApiVersionParameter",
    "InvalidApiVersionParameter",
    "InvalidRequestContent",
    "InvalidResourceName",
    "ResourceNotFound",
    "MethodNotAllowed",
    "RequestContentTooLarge",
    "JobStateConflict",
];

/// Jobs of either kind in several states.
fn start() -> World {
    let mut world = support::world();
    world.put("new", &import());
    world.put("out", &export());
    world.shipped("sent", &import());
    world.shipped("done", &import());
    world.pass_until("done", "Transferring");
    world
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("new".to_owned()),
        Just("sent".to_owned()),
        Just("lab".to_owned()),
        Just(SUBSCRIPTION.to_owned()),
        Just("Microsoft.ImportExport".to_owned()),
        Just("jobs".to_owned()),
        Just("locations".to_owned()),
        Just("listBitLockerKeys".to_owned()),
        "\\PC{0,8}",
        "(%[0-9a-fA-F]{2}|%|[a-z]){0,6}",
    ]
}

fn filter() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("state"),
        Just("jobType"),
        Just("name"),
        Just("location"),
        Just("cancelRequested"),
        Just("eq"),
        Just("ne"),
        Just("and"),
        Just("or"),
        Just("not"),
        Just("("),
        Just(")"),
        Just("'Creating'"),
        Just("'Import'"),
        Just("'a''b'"),
        Just("true"),
        Just("'"),
        Just("ş"),
        Just("%27"),
    ];
    proptest::collection::vec(word, 0..8).prop_map(|words| words.join(" "))
}

fn target() -> impl Strategy<Value = String> {
    let path = prop_oneof![
        16 => prop_oneof!["new", "sent", "done", "out", "other", "[a-z]{3}", "\\PC{0,12}"].prop_map(|name| job(&name)),
        4 => Just(jobs("lab")),
        1 => Just(format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.ImportExport/jobs")),
        1 => word().prop_map(|name| format!("/providers/Microsoft.ImportExport/locations/{name}")),
        1 => Just(format!("{}/listBitLockerKeys", job("out"))),
        2 => proptest::collection::vec(word(), 0..10).prop_map(|words| format!("/{}", words.join("/"))),
        1 => "\\PC{0,40}",
        1 => any::<String>(),
    ];
    let query = prop_oneof![
        6 => Just("api-version=2021-01-01".to_owned()),
        3 => filter().prop_map(|filter| format!("api-version=2016-11-01&$filter={filter}")),
        2 => "[0-9-]{0,4}".prop_map(|top| format!("api-version=2020-08-01&$top={top}")),
        1 => word().prop_map(|token| format!("api-version=2020-08-01&$skiptoken={token}/{token}")),
        1 => any::<String>(),
    ];
    (path, query).prop_map(|(path, query)| format!("{path}?{query}"))
}

/// JSON of any shape, with the names of the contract where names are needed.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop_oneof![
            Just("Shipping"),
            Just("Import"),
            Just("Export"),
            Just("West US"),
            Just("Verbose"),
            Just(""),
            Just("CustomerManaged"),
            Just("lab@example.com"),
        ]
        .prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(import()["properties"].clone()),
        Just(ship()["properties"].clone()),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let name = prop_oneof![
            Just("properties"),
            Just("location"),
            Just("tags"),
            Just("jobType"),
            Just("storageAccountId"),
            Just("driveList"),
            Just("driveId"),
            Just("bitLockerKey"),
            Just("manifestFile"),
            Just("export"),
            Just("blobList"),
            Just("blobPath"),
            Just("returnAddress"),
            Just("deliveryPackage"),
            Just("carrierName"),
            Just("trackingNumber"),
            Just("state"),
            Just("cancelRequested"),
            Just("encryptionKey"),
            Just("kekType"),
            Just("logLevel"),
            Just("name"),
            Just("__proto__"),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..6)
                .prop_map(|pairs| pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// A body that is right but for one thing.
fn nearly_right() -> impl Strategy<Value = Value> {
    let body = prop_oneof![Just(import()), Just(export()), Just(ship()), Just(support::cancel())];
    (body, value(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(mut body, value, place, kind)| {
            let mut pointers = Vec::new();
            collect(&body, String::new(), &mut pointers);
            let pointer = place.get(&pointers);
            if let Some(place) = body.pointer_mut(pointer)
                && kind.index(3) > 0
            {
                *place = value;
            }
            body
        },
    )
}

fn collect(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| collect(value, format!("{at}/{name}"), into));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, value)| collect(value, format!("{at}/{n}"), into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    into.push(at);
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        4 => prop_oneof![Just(import()), Just(export()), Just(ship()), Just(support::cancel())]
            .prop_map(|value| value.to_string().into_bytes()),
        4 => nearly_right().prop_map(|value| value.to_string().into_bytes()),
        2 => value().prop_map(|value| value.to_string().into_bytes()),
        1 => proptest::collection::vec(any::<u8>(), 0..60),
        1 => Just(Vec::new()),
        1 => nearly_right().prop_flat_map(|value| {
            let text = value.to_string().into_bytes();
            (0..text.len(), any::<u8>()).prop_map(move |(at, byte)| {
                let mut text = text.clone();
                text[at] = byte;
                text
            })
        }),
    ]
}

fn request() -> impl Strategy<Value = Request> {
    let method = prop_oneof![
        12 => prop::sample::select(&METHODS[..5]).prop_map(str::to_owned),
        1 => prop::sample::select(&METHODS[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let header = (
        prop_oneof![
            Just("accept-language".to_owned()),
            Just("x-ms-client-request-id".to_owned()),
            Just("x-ms-return-client-request-id".to_owned()),
            Just("x-ms-correlation-request-id".to_owned()),
            "\\PC{0,8}",
        ],
        prop_oneof![Just("tr".to_owned()), Just("true".to_owned()), any::<String>()],
    );
    let headers = proptest::collection::vec(header, 0..3);
    (method, target(), headers, body()).prop_map(|(method, target, headers, body)| Request {
        method,
        base: "https://portal.example".to_owned(),
        target,
        headers,
        body,
    })
}

/// Everything that holds of any response.
fn well_formed(request: &Request, answer: &api::Answer) -> Result<(), TestCaseError> {
    let response = &answer.response;
    prop_assert!(STATUSES.contains(&response.status), "{} for {request:?}", response.status);
    let header = |name: &str| response.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    for (name, value) in &response.headers {
        prop_assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        prop_assert!(value.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{name}: {value:?}");
    }
    prop_assert!(header("x-ms-request-id").is_some() && header("cache-control").is_some());
    prop_assert_eq!(header("content-type").is_some(), !response.body.is_empty());
    prop_assert_eq!(header("allow").is_some(), response.status == 405);
    if response.body.is_empty() {
        prop_assert!(response.is_success() && request.method == "DELETE");
        return Ok(());
    }
    let json: Value = serde_json::from_str(&response.body)
        .map_err(|error| TestCaseError::fail(format!("{error}: {}", response.body)))?;
    if response.is_success() {
        prop_assert!(json["error"].is_null());
        return Ok(());
    }
    prop_assert!(answer.change.is_none(), "a refused request changes nothing");
    let error = &json["error"];
    prop_assert!(CODES.contains(&error["code"].as_str().unwrap_or_default()), "{error}");
    prop_assert!(error["message"].as_str().is_some_and(|message| message.len() > 10), "{error}");
    prop_assert!(error["target"].is_null() || error["target"].is_string());
    for detail in error["details"].as_array().into_iter().flatten() {
        for name in ["code", "target", "message"] {
            prop_assert!(detail[name].as_str().is_some_and(|text| !text.is_empty()), "{detail}");
        }
    }
    Ok(())
}

/// What a client can see of every job.
fn seen(workspace: &Workspace) -> Vec<Value> {
    let told = workspace.records().map(|record| {
        json!([
            api::wire::job_json(workspace, &record.job, api::wire::Detail::Whole),
            api::wire::bitlocker_keys_json(workspace, &record.job),
        ])
    });
    told.collect()
}

#[test]
fn any_request_gets_a_well_formed_response() {
    let start = start();
    let config = ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(request in request())| {
        let answer = api::prepare(&start.workspace, &request, Actor::Rest);
        well_formed(&request, &answer)?;
    });
}

/// What is accepted is kept as it was given: told again, it is taken again without a change.
#[test]
fn any_sequence_of_requests_leaves_jobs_that_can_be_told() {
    let start = start();
    let config = ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(requests in proptest::collection::vec(request(), 1..20))| {
        let mut workspace = start.workspace.clone();
        for request in requests {
            let before = seen(&workspace);
            let answer = api::prepare(&workspace, &request, Actor::Rest);
            prop_assert_eq!(&answer, &api::prepare(&workspace, &request, Actor::Rest));
            well_formed(&request, &answer)?;
            match &answer.change {
                Some(change) => workspace.apply(change),
                None => prop_assert_eq!(before, seen(&workspace)),
            }
            if matches!(request.method.as_str(), "PUT" | "PATCH") && answer.change.is_some() {
                let json: Value = serde_json::from_str(&answer.response.body).unwrap_or_default();
                let target = Target::parse(&request.target).map_err(|_| TestCaseError::fail("a path"))?;
                let version = target.query("api-version").ok().flatten().unwrap_or_default();
                let get = Request {
                    method: "GET".to_owned(),
                    target: format!("{}?api-version={version}", json["id"].as_str().unwrap_or_default()),
                    ..request.clone()
                };
                // The group's name may need escapes; those are tested elsewhere.
                if get.target.is_ascii() {
                    let got = api::handle(&mut workspace, &get, Actor::Rest);
                    prop_assert_eq!(&got.body, &answer.response.body);
                }
            }
        }
    });
}
