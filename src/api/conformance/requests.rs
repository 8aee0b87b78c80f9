//! Requests and refusals: each operation, api-version, parameter and code of the contract, and how it stands here.

use super::entry::Aspect::{Code, Operation, Parameter, Version};
use super::entry::ConformanceNote::*;
use super::entry::ConformanceVerdict::{Absent, Decided, Differs, Same};
use super::entry::RuleSource::{Canceling, Portal, Provider, Recorded, Swagger};
use super::entry::{ContractRow, RuleSource, row};

const S: &[RuleSource] = &[Swagger];
const RPC: &[RuleSource] = &[Provider];
/// The contract has no such thing.
const OURS: &[RuleSource] = &[];

const JOB: &str = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ImportExport/jobs/{jobName}";

/// Each aspect in the order of the contract.
pub(super) static ROWS: &[ContractRow] = &[
    // Operations.
    row(Operation, "GET ", &[JOB], S, Same, "api/shapes.rs: a_new_import_is_told_whole"),
    row(
        Operation,
        "PUT ",
        &[JOB],
        S,
        Decided(ReplacedInCreating),
        "api/rules.rs: a_second_put_replaces_a_job_that_is_still_in_creating",
    ),
    row(
        Operation,
        "PATCH ",
        &[JOB],
        S,
        Decided(ChangesByState),
        "api/rules.rs: every_action_in_every_state_is_answered_by_the_rule",
    ),
    row(
        Operation,
        "DELETE ",
        &[JOB],
        &[Canceling, Swagger, Recorded, Provider],
        Same,
        "api/rules.rs: a_pending_cancel_does_not_keep_a_job_in_creating_from_being_deleted",
    ),
    row(
        Operation,
        "POST ",
        &[
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ImportExport/jobs/{jobName}/listBitLockerKeys",
        ],
        &[Swagger, Recorded],
        Decided(MadeUpKeys),
        "api/shapes.rs: keys_are_told_on_request_alone",
    ),
    row(
        Operation,
        "GET ",
        &[
            "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ImportExport/jobs",
        ],
        S,
        Same,
        "api/lists.rs: pages_follow_each_other_without_a_gap",
    ),
    row(
        Operation,
        "GET ",
        &["/subscriptions/{subscriptionId}/providers/Microsoft.ImportExport/jobs"],
        S,
        Same,
        "api/lists.rs: scopes_are_kept_apart_and_found_in_any_case",
    ),
    row(
        Operation,
        "GET ",
        &["/providers/Microsoft.ImportExport/locations"],
        S,
        Differs(Fictional),
        "api/shapes.rs: locations_have_carriers_and_an_address",
    ),
    row(
        Operation,
        "GET ",
        &["/providers/Microsoft.ImportExport/locations/{locationName}"],
        S,
        Differs(Fictional),
        "api/shapes.rs: locations_have_carriers_and_an_address",
    ),
    row(
        Operation,
        "GET ",
        &["/providers/Microsoft.ImportExport/operations"],
        S,
        Same,
        "api/shapes.rs: operations_are_named_and_described",
    ),
    // Versions.
    row(
        Version,
        "",
        &["2016-11-01"],
        S,
        Decided(ByVersion),
        "api/versions.rs: an_answer_has_the_shape_of_its_api_version",
    ),
    row(
        Version,
        "",
        &["2020-08-01", "2021-01-01"],
        S,
        Same,
        "api/versions.rs: an_answer_has_the_shape_of_its_api_version",
    ),
    // Parameters.
    row(
        Parameter,
        "",
        &["api-version"],
        S,
        Same,
        "api/errors.rs: an_api_version_is_needed_and_must_be_known",
    ),
    row(Parameter, "", &["$top"], S, Same, "api/lists.rs: a_query_that_cannot_be_is_refused"),
    row(Parameter, "", &["$filter"], S, Decided(PartOfOdata), "api/lists.rs: filters_choose_jobs"),
    row(
        Parameter,
        "",
        &["$skiptoken"],
        S,
        Decided(OwnToken),
        "api/lists.rs: a_page_goes_on_when_its_last_job_has_gone",
    ),
    row(
        Parameter,
        "",
        &["Accept-Language"],
        &[Swagger, Provider],
        Same,
        "api/errors.rs: messages_follow_the_language_and_codes_do_not",
    ),
    row(
        Parameter,
        "",
        &["Authorization"],
        RPC,
        Absent(NoToken),
        "api/errors.rs: every_answer_carries_its_headers",
    ),
    row(
        Parameter,
        "",
        &["x-ms-client-tenant-id"],
        S,
        Absent(NotRead),
        "api/errors.rs: every_answer_carries_its_headers",
    ),
    row(
        Parameter,
        "",
        &["x-ms-client-request-id", "x-ms-return-client-request-id", "x-ms-correlation-request-id"],
        RPC,
        Same,
        "api/errors.rs: ids_are_the_same_for_the_same_history_and_follow_the_caller",
    ),
    row(
        Code,
        "",
        &["MissingApiVersionParameter", "InvalidApiVersionParameter"],
        RPC,
        Same,
        "api/errors.rs: an_api_version_is_needed_and_must_be_known",
    ),
    row(
        Code,
        "",
        &["InvalidRequestContent"],
        RPC,
        Same,
        "api/errors.rs: bodies_that_are_no_json_objects_are_refused",
    ),
    row(
        Code,
        "",
        &["RequestContentTooLarge"],
        OURS,
        Decided(OwnLimit),
        "api/errors.rs: bodies_that_are_no_json_objects_are_refused",
    ),
    row(
        Code,
        "",
        &["InvalidResourceName"],
        &[Portal, Provider],
        Decided(Names),
        "api/errors.rs: names_that_cannot_be_are_refused",
    ),
    row(Code, "", &["ResourceNotFound"], RPC, Same, "api/errors.rs: a_job_that_is_not_there_is_named"),
    row(
        Code,
        "",
        &["MethodNotAllowed"],
        RPC,
        Same,
        "api/errors.rs: every_route_answers_its_methods_and_names_them_to_others",
    ),
    row(
        Code,
        "",
        &["JobStateConflict", "StateDoesNotAllow", "CancelPending"],
        OURS,
        Decided(OwnCode),
        REFUSAL,
    ),
    row(
        Code,
        "",
        &["QuotaExceeded"],
        OURS,
        Decided(OwnCode),
        "api/errors.rs: where_no_number_is_left_a_job_is_refused_and_nothing_changes",
    ),
    row(
        Code,
        "",
        &["InvalidFilter"],
        OURS,
        Decided(OwnCode),
        "api/lists.rs: filters_that_are_not_understood_are_refused",
    ),
    row(
        Code,
        "",
        &["InvalidSkipToken"],
        OURS,
        Decided(OwnCode),
        "api/lists.rs: a_query_that_cannot_be_is_refused",
    ),
    row(
        Code,
        "",
        &[
            "MissingValue",
            "ValueTooLong",
            "ValueTooShort",
            "ControlCharacters",
            "MalformedValue",
            "UnknownValue",
            "ValueOutOfRange",
            "DuplicateValue",
            "WrongType",
            "PropertyNotAllowed",
        ],
        OURS,
        Decided(OwnCode),
        "api/versions.rs: every_kind_of_wrong_value_has_its_code",
    ),
];

const REFUSAL: &str = "api/rules.rs: a_refusal_says_the_state_the_states_that_allow_it_and_the_rule_set";
