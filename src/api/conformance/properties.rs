//! Properties: each property of the contract's bodies and answers, and how it stands here.

use super::entry::Aspect::Property;
use super::entry::ConformanceNote::*;
use super::entry::ConformanceVerdict::{Absent, Decided, Differs, Same};
use super::entry::RuleSource::{Canceling, Faq, Portal, Provider, Recorded, State, Swagger};
use super::entry::{ContractRow, RuleSource, row};

const S: &[RuleSource] = &[Swagger];
const RPC: &[RuleSource] = &[Provider];
/// The contract has no such thing.
const OURS: &[RuleSource] = &[];

/// Each property by its path, in the order of the contract.
pub(super) static ROWS: &[ContractRow] = &[
    // A job.
    row(Property, "job.", &["id", "name", "type", "location", "properties"], S, Same, WHOLE),
    row(Property, "job.", &["tags"], S, Same, "api/shapes.rs: what_was_ordered_is_told_as_it_was_given"),
    row(Property, "job.", &["identity", "identity.type"], S, Decided(NoIdentity), WHOLE),
    row(Property, "job.identity.", &["principalId", "tenantId"], S, Absent(NoIdentity), WHOLE),
    row(Property, "job.", &["systemData"], S, Absent(NotTold), FIELDS),
    row(Property, "job.", &["etag"], RPC, Absent(NotTold), FIELDS),
    row(Property, "job.properties.", &["storageAccountId", "diagnosticsPath"], S, Decided(NotAsked), FIELDS),
    row(
        Property,
        "job.properties.",
        &["jobType", "logLevel", "backupDriveManifest", "provisioningState"],
        S,
        Same,
        WHOLE,
    ),
    row(
        Property,
        "job.properties.",
        &["state"],
        &[State, Canceling, Swagger],
        Same,
        "lifecycle/stories.rs: cancelled_while_transferring_it_copies_on_for_a_while_and_freezes",
    ),
    row(
        Property,
        "job.properties.",
        &["cancelRequested"],
        &[Canceling, Recorded, Faq, Portal],
        Decided(CancelRepeats),
        "api/rules.rs: a_cancel_is_a_request_and_may_be_repeated",
    ),
    row(
        Property,
        "job.properties.",
        &["percentComplete"],
        &[Swagger, Recorded],
        Decided(Simulated),
        "api/shapes.rs: copying_is_told_from_the_moment_it_begins",
    ),
    row(
        Property,
        "job.properties.",
        &["incompleteBlobListUri"],
        S,
        Differs(NoFiles),
        "api/shapes.rs: what_an_export_left_behind_is_told_from_packaging_on_and_not_where_nothing_was_packed",
    ),
    row(Property, "job.properties.", &["systemData"], OURS, Absent(NotTold), FIELDS),
    row(Property, "job.properties.", &["returnAddress"], S, Same, WHOLE),
    row(Property, "job.properties.returnAddress.", RETURN_ADDRESS, S, Same, PARTS),
    row(Property, "job.properties.", &["returnShipping"], &[Swagger, Recorded], Same, FIELDS),
    row(
        Property,
        "job.properties.returnShipping.",
        &["carrierName", "carrierAccountNumber"],
        &[Swagger, Recorded],
        Same,
        FIELDS,
    ),
    row(Property, "job.properties.", &["shippingInformation"], S, Differs(Fictional), WHOLE),
    row(Property, "job.properties.shippingInformation.", ADDRESS, S, Differs(Fictional), WHOLE),
    row(
        Property,
        "job.properties.shippingInformation.",
        &["additionalInformation"],
        S,
        Differs(Fictional),
        WHOLE,
    ),
    row(Property, "job.properties.", &["deliveryPackage"], &[Swagger, State, Recorded], Same, PARTS),
    row(Property, "job.properties.deliveryPackage.", PACKAGE, &[Swagger, Recorded], Same, PARTS),
    row(Property, "job.properties.", &["returnPackage"], S, Decided(Simulated), RETURN),
    row(Property, "job.properties.returnPackage.", PACKAGE, S, Decided(Simulated), RETURN),
    row(
        Property,
        "job.properties.",
        &["driveList"],
        &[Swagger, Recorded],
        Same,
        "api/lists.rs: lists_leave_the_drives_out",
    ),
    row(
        Property,
        "job.properties.driveList[].",
        &["driveId", "manifestFile", "manifestHash", "driveHeaderHash"],
        S,
        Same,
        "api/bodies.rs: drives_of_an_import",
    ),
    row(
        Property,
        "job.properties.driveList[].",
        &["bitLockerKey"],
        &[Swagger, Recorded],
        Same,
        "api/shapes.rs: keys_are_told_on_request_alone",
    ),
    row(
        Property,
        "job.properties.driveList[].",
        &["state"],
        &[Swagger, State],
        Same,
        "lifecycle/stories.rs: the_drives_of_an_import_are_copied_one_after_the_other",
    ),
    row(
        Property,
        "job.properties.driveList[].",
        &["copyStatus", "percentComplete", "bytesSucceeded"],
        &[Swagger, State, Recorded],
        Decided(Simulated),
        "api/shapes.rs: copying_is_told_from_the_moment_it_begins",
    ),
    row(
        Property,
        "job.properties.driveList[].",
        &["verboseLogUri", "errorLogUri", "manifestUri"],
        S,
        Differs(NoFiles),
        "api/shapes.rs: copying_is_told_from_the_moment_it_begins",
    ),
    row(
        Property,
        "job.properties.",
        &[
            "export",
            "export.blobList",
            "export.blobList.blobPath",
            "export.blobList.blobPathPrefix",
            "export.blobListBlobPath",
        ],
        S,
        Decided(NotAsked),
        "api/bodies.rs: selections_of_an_export",
    ),
    row(
        Property,
        "job.properties.export.",
        &["blobListblobPath"],
        S,
        Decided(OldSpelling),
        "api/versions.rs: the_old_spelling_of_a_blob_list_file_is_taken_in_every_version",
    ),
    row(
        Property,
        "job.properties.",
        &[
            "encryptionKey",
            "encryptionKey.kekType",
            "encryptionKey.kekUrl",
            "encryptionKey.kekVaultResourceID",
        ],
        S,
        Decided(NotAsked),
        PARTS,
    ),
    // Lists, keys, locations, operations.
    row(
        Property,
        "jobs.",
        &["value", "nextLink"],
        S,
        Same,
        "api/lists.rs: pages_follow_each_other_without_a_gap",
    ),
    row(
        Property,
        "keys.",
        &["value", "value[].driveId", "value[].bitLockerKey"],
        S,
        Decided(MadeUpKeys),
        "api/shapes.rs: an_export_gets_drives_when_they_arrive_and_keys_when_they_are_filled",
    ),
    row(Property, "locations.", &["value"], S, Same, PLACES),
    row(Property, "location.", &["id", "name", "type", "properties"], S, Same, PLACES),
    row(Property, "location.properties.", ADDRESS, S, Differs(Fictional), PLACES),
    row(Property, "location.properties.", &["additionalShippingInformation"], S, Differs(Fictional), PLACES),
    row(Property, "location.properties.", &["supportedCarriers"], &[Swagger, Portal], Same, PLACES),
    row(Property, "location.properties.", &["alternateLocations"], S, Decided(NeverClosed), PLACES),
    row(Property, "operations.", &["value"], S, Same, OPERATIONS),
    row(Property, "operation.", &["name", "display"], S, Same, OPERATIONS),
    row(
        Property,
        "operation.display.",
        &["provider", "resource", "operation", "description"],
        S,
        Same,
        OPERATIONS,
    ),
    // Errors.
    row(Property, "", &["error"], RPC, Same, LANGUAGES),
    row(Property, "error.", &["code", "message", "target"], &[Swagger, Provider], Same, LANGUAGES),
    row(
        Property,
        "error.",
        &["details", "details[].code", "details[].target", "details[].message"],
        &[Swagger, Provider],
        Same,
        "api/bodies.rs: everything_wrong_is_told_at_once",
    ),
    row(Property, "error.", &["innererror"], &[Swagger, Provider], Same, REFUSAL),
    row(
        Property,
        "error.innererror.",
        &["code", "state", "allowedStates", "ruleSet"],
        OURS,
        Decided(OwnCode),
        REFUSAL,
    ),
];

const WHOLE: &str = "api/shapes.rs: a_new_import_is_told_whole";
const FIELDS: &str = "api/bodies.rs: fields_of_every_job";
const PARTS: &str = "api/bodies.rs: addresses_packages_and_keys";
const RETURN: &str = "api/shapes.rs: a_return_package_appears_with_the_drives_on_their_way_back";
const PLACES: &str = "api/shapes.rs: locations_have_carriers_and_an_address";
const OPERATIONS: &str = "api/shapes.rs: operations_are_named_and_described";
const LANGUAGES: &str = "api/errors.rs: messages_follow_the_language_and_codes_do_not";
const REFUSAL: &str = "api/rules.rs: a_refusal_says_the_state_the_states_that_allow_it_and_the_rule_set";

const ADDRESS: &[&str] = &[
    "recipientName",
    "streetAddress1",
    "streetAddress2",
    "city",
    "stateOrProvince",
    "postalCode",
    "countryOrRegion",
    "phone",
];
const RETURN_ADDRESS: &[&str] = &[
    "recipientName",
    "streetAddress1",
    "streetAddress2",
    "city",
    "stateOrProvince",
    "postalCode",
    "countryOrRegion",
    "phone",
    "email",
];
const PACKAGE: &[&str] = &["carrierName", "trackingNumber", "driveCount", "shipDate"];
