//! Requests as code: each operation by each tool, and input that tries to break out of its quotes.

use import_export_portal::api::calls::{self, ListSelection, TypedParcel};
use import_export_portal::api::message::Request;
use import_export_portal::api::snippets::{Tool, snippet};
use import_export_portal::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use serde_json::{Value, json};

use super::support::{SUBSCRIPTION, export, import, with};

const BASE: &str = "https://portal.example/app";

fn id() -> JobId {
    JobId {
        subscription: SubscriptionId::parse(SUBSCRIPTION).expect("a subscription"),
        group: GroupName::parse("lab").expect("a group"),
        name: JobName::parse("one").expect("a name"),
    }
}

fn by(tool: Tool, mut request: Request) -> String {
    request.base = BASE.to_owned();
    snippet(tool, &request)
}

/// The program without the lines that make the client.
fn javascript(request: Request) -> String {
    let program = by(Tool::JavaScript, request);
    program
        .lines()
        .skip_while(|line| !line.starts_with("const client"))
        .skip(1)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Request, Azure CLI, PowerShell, JavaScript.
#[test]
fn each_operation_has_its_command() {
    let (sub, group) = (id().subscription, id().group);
    let at = format!("--name one --resource-group lab --subscription {SUBSCRIPTION}");
    let named = format!("-Name 'one' -ResourceGroupName 'lab' -SubscriptionId '{SUBSCRIPTION}'");
    let rest = "--url '/providers/Microsoft.ImportExport";
    let parcel = TypedParcel { carrier_name: "FedEx", tracking_number: "T 1" };
    let top = ListSelection { top: Some(5), filter: Some("state eq 'Creating'") };
    let rows: Vec<(Request, String, String, &str)> = vec![
        (
            calls::get(&id()),
            format!("az import-export show {at}"),
            format!("Get-AzImportExport {named}"),
            "console.log(await client.jobs.get(\"one\", \"lab\"));",
        ),
        (
            calls::delete(&id()),
            format!("az import-export delete {at}"),
            format!("Remove-AzImportExport {named}"),
            "await client.jobs.delete(\"one\", \"lab\");",
        ),
        (
            calls::cancel(&id()),
            format!("az import-export update {at} --cancel-requested true"),
            format!("Update-AzImportExport {named} -CancelRequested"),
            "console.log(await client.jobs.update(\"one\", \"lab\", {\n  \"cancelRequested\": true\n}));",
        ),
        (
            calls::ship(&id(), Some(parcel)),
            format!("az import-export update {at} --state Shipping --delivery-package carrier-name=FedEx 'tracking-number=T 1'"),
            format!("Update-AzImportExport {named} -DeliveryPackageCarrierName 'FedEx' -DeliveryPackageTrackingNumber 'T 1' -State 'Shipping'"),
            "console.log(await client.jobs.update(\"one\", \"lab\", {\n  \"deliveryPackage\": {\n    \"carrierName\": \"FedEx\",\n    \"trackingNumber\": \"T 1\"\n  },\n  \"state\": \"Shipping\"\n}));",
        ),
        (
            calls::list_bitlocker_keys(&id()),
            format!("az import-export bit-locker-key list --job-name one --resource-group lab --subscription {SUBSCRIPTION}"),
            format!("Get-AzImportExportBitLockerKey -JobName 'one' -ResourceGroupName 'lab' -SubscriptionId '{SUBSCRIPTION}'"),
            "for await (const item of client.bitLockerKeys.list(\"one\", \"lab\")) {\n  console.log(item);\n}",
        ),
        (
            calls::list_in_group(&sub, &group, ListSelection::default()),
            format!("az import-export list --resource-group lab --subscription {SUBSCRIPTION}"),
            format!("Get-AzImportExport -ResourceGroupName 'lab' -SubscriptionId '{SUBSCRIPTION}'"),
            "for await (const item of client.jobs.listByResourceGroup(\"lab\")) {\n  console.log(item);\n}",
        ),
        (
            calls::list_in_subscription(&sub, top),
            format!("az rest --method get --url '/subscriptions/{SUBSCRIPTION}/providers/Microsoft.ImportExport/jobs?api-version=2021-01-01&$top=5&$filter=state%20eq%20%27Creating%27'"),
            format!("Get-AzImportExport -SubscriptionId '{SUBSCRIPTION}' -Filter 'state eq ''Creating''' -Top '5'"),
            "for await (const item of client.jobs.listBySubscription({\n  \"top\": 5,\n  \"filter\": \"state eq 'Creating'\"\n})) {\n  console.log(item);\n}",
        ),
        (
            calls::locations(),
            format!("az rest --method get {rest}/locations?api-version=2021-01-01'"),
            "Get-AzImportExportLocation".to_owned(),
            "for await (const item of client.locations.list()) {\n  console.log(item);\n}",
        ),
        (
            calls::location("West US"),
            format!("az rest --method get {rest}/locations/West%20US?api-version=2021-01-01'"),
            "Get-AzImportExportLocation -Name 'West US'".to_owned(),
            "console.log(await client.locations.get(\"West US\"));",
        ),
        (
            calls::operations(),
            format!("az rest --method get {rest}/operations?api-version=2021-01-01'"),
            "Invoke-AzRestMethod -Method 'GET' -Path '/providers/Microsoft.ImportExport/operations?api-version=2021-01-01'".to_owned(),
            "for await (const item of client.operations.list()) {\n  console.log(item);\n}",
        ),
    ];
    for (request, cli, powershell, program) in rows {
        let unbroken = |text: String| text.replace(" \\\n  ", " ").replace(" `\n  ", " ");
        assert_eq!(unbroken(by(Tool::AzureCli, request.clone())), cli);
        assert_eq!(unbroken(by(Tool::PowerShell, request.clone())), powershell);
        assert_eq!(javascript(request), program);
    }
}

#[test]
fn curl_says_any_request() {
    let url = format!("{BASE}{}", calls::get(&id()).target);
    assert_eq!(
        by(Tool::Curl, calls::get(&id())),
        format!("curl \\\n  '{url}' \\\n  -H 'accept: application/json'")
    );
    assert_eq!(
        by(Tool::Curl, calls::cancel(&id())),
        format!(
            "curl \\\n  -X PATCH \\\n  '{url}' \\\n  -H 'accept: application/json' \\\n  -H 'content-type: \
             application/json' \\\n  --data-raw '{{\"properties\":{{\"cancelRequested\":true}}}}'"
        )
    );
    let odd = Request {
        method: "HEAD".to_owned(),
        base: String::new(),
        target: "/a[1]?b={c}".to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    };
    assert_eq!(by(Tool::Curl, odd), format!("curl --head --globoff '{BASE}/a[1]?b={{c}}'"));
}

#[test]
fn an_import_is_made_by_each_tool() {
    let body = with(import(), "tags", json!({"cost centre": "it's 1", "b": ""}));
    let body = with(body, "properties.backupDriveManifest", json!(false));
    let request = calls::put(&id(), &body);
    let cli = by(Tool::AzureCli, request.clone());
    for word in [
        "az import-export create \\\n  --name one",
        "--location 'West US' \\\n",
        "--storage-account /subscriptions/",
        "--type Import \\\n",
        "--backup-drive-manifest false",
        "--drive-list drive-id=9CA995BB bit-locker-key=238810-",
        r"'manifest-file=\8a0c23f7.manifest'",
        "--return-address recipient-name=Lab 'street-address1=1 Example Street' 'city=Example City'",
        r"--tags 'cost centre=it'\''s 1' b=",
    ] {
        assert!(cli.contains(word), "{word} in {cli}");
    }
    let powershell = by(Tool::PowerShell, request.clone());
    for word in [
        "$driveList = @(\n  New-AzImportExportDriveListObject -DriveId '9CA995BB' -BitLockerKey '238810-",
        "\n)\nNew-AzImportExport `\n  -Name 'one'",
        "-Location 'West US' `\n",
        "-StorageAccountId '/subscriptions/",
        "-JobType 'Import'",
        "-ReturnAddressStreetAddress1 '1 Example Street'",
        "-BackupDriveManifest:$false",
        "-DriveList $driveList",
        "-Tag @{ 'cost centre' = 'it''s 1'; 'b' = '' }",
    ] {
        assert!(powershell.contains(word), "{word} in {powershell}");
    }
    let program = javascript(request);
    assert!(program.starts_with("console.log(await client.jobs.create(\"one\", \"lab\", {\n  \"location\""));
}

#[test]
fn an_export_is_made_by_each_tool() {
    let blobs = json!({"blobList": {"blobPath": ["/a/b", "/c"], "blobPathPrefix": ["/"]}});
    let body = with(export(), "properties.export", blobs);
    let key = json!({"kekType": "CustomerManaged", "kekUrl": "u", "kekVaultResourceID": "v"});
    let both = calls::put(&id(), &with(body, "properties.encryptionKey", key));
    let powershell = by(Tool::PowerShell, both.clone());
    for word in [
        "-BlobListBlobPath @('/a/b', '/c')",
        "-BlobListBlobPathPrefix @('/')",
        "-EncryptionKeyKekType 'CustomerManaged'",
        "-EncryptionKeyKekVaultId 'v'",
    ] {
        assert!(powershell.contains(word), "{word} in {powershell}");
    }
    let program = javascript(both.clone());
    assert!(
        program.contains("\"export\": {\n      \"blobPath\": [") && !program.contains("blobList"),
        "{program}"
    );
    // More than the extension can say.
    assert!(by(Tool::AzureCli, both).starts_with("az rest \\\n  --method put \\\n  --url '/subscriptions/"));
    let file = with(export(), "properties.export", json!({"blobListBlobPath": "$root/l"}));
    let request = calls::put(&id(), &file);
    assert!(by(Tool::AzureCli, request.clone()).contains("--export 'blob-listblob-path=$root/l'"));
    assert!(by(Tool::PowerShell, request).contains("-ExportBlobListBlobPath '$root/l'"));
    let all = by(Tool::AzureCli, calls::put(&id(), &export()));
    assert!(all.contains("--export blob-path-prefix=/"), "{all}");
}

#[test]
fn what_the_contract_does_not_know_is_said_as_it_is() {
    let bodies = [
        json!({"properties": {"cancelRequest": true}}),
        json!({"properties": {"returnAddress": {"city": null}}}),
        json!({"properties": {"driveList": [{"driveId": 1}]}}),
        json!({"tags": {"a": 1}}),
        json!({"tags": "x"}),
        json!({"properties": "x"}),
        json!({"properties": {"cancelRequested": "true"}}),
        json!({"properties": {"returnAddress": {"city": true}}}),
        json!({"properties": {"deliveryPackage": {"driveCount": "2"}}}),
        json!({"properties": {"deliveryPackage": {}}}),
        json!({"tags": {"__proto__": "x"}, "location": "West US"}),
        json!([1]),
        json!("text"),
        Value::Null,
    ];
    for body in bodies {
        let request = calls::patch(&id(), &body);
        assert!(by(Tool::AzureCli, request.clone()).starts_with("az rest"), "{body}");
        assert!(by(Tool::PowerShell, request.clone()).starts_with("Invoke-AzRestMethod"), "{body}");
        assert!(by(Tool::JavaScript, request).starts_with("const response = await fetch("), "{body}");
    }
    let mut odd = calls::get(&id());
    odd.method = "BREW".to_owned();
    let mut paged = calls::list_in_group(&id().subscription, &id().group, ListSelection::default());
    paged.target.push_str("&$skiptoken=a");
    let mut bad_json = calls::cancel(&id());
    bad_json.body = b"{".to_vec();
    for request in [odd, paged, bad_json] {
        assert!(by(Tool::JavaScript, request.clone()).starts_with("const response = await fetch("));
        assert!(by(Tool::PowerShell, request.clone()).starts_with("Invoke-AzRestMethod"));
        assert!(by(Tool::AzureCli, request).starts_with("az rest"));
    }
    assert_eq!(by(Tool::AzureCli, calls::patch(&id(), &json!({"tags": {}}))).matches("--tags ''").count(), 1);
}

#[test]
fn nothing_breaks_out_of_its_quotes() {
    let evil = "'; $(rm -rf ~) `x` \u{2019}; \"\\\n${y}";
    let request = calls::track(&id(), TypedParcel { carrier_name: evil, tracking_number: "-x" });
    let cli = by(Tool::AzureCli, request.clone());
    assert!(
        cli.contains("'carrier-name='\\''; $(rm -rf ~) `x` \u{2019}; \"\\\n${y}' tracking-number=-x"),
        "{cli}"
    );
    let powershell = by(Tool::PowerShell, request.clone());
    assert!(
        powershell.contains("-DeliveryPackageCarrierName '''; $(rm -rf ~) `x` \u{2019}\u{2019}; \"\\\n${y}'"),
        "{powershell}"
    );
    let program = javascript(request.clone());
    assert!(program.contains(r#""'; $(rm -rf ~) `x` ’; \"\\\n${y}""#), "{program}");
    assert!(
        by(Tool::Curl, request).contains(r#"'{"properties":{"deliveryPackage":{"carrierName":"'\''; $(rm"#)
    );
    let put = calls::put(&id(), &with(import(), "properties.diagnosticsPath", json!("--help")));
    assert!(by(Tool::AzureCli, put).contains("--diagnostics-path=--help"));
}

#[test]
fn the_client_fits_the_page_that_it_runs_in() {
    let secure = by(Tool::JavaScript, calls::get(&id()));
    assert!(secure.contains(&format!(
        "new StorageImportExport(credential, \"{SUBSCRIPTION}\", {{ endpoint: \"{BASE}\", $host: \"{BASE}\" }});"
    )));
    assert!(!secure.contains("removePolicy"));
    let mut request = calls::get(&id());
    request.base = "http://127.0.0.1:8080".to_owned();
    request.target = request.target.replace("2021-01-01", "2016-11-01");
    let plain = snippet(Tool::JavaScript, &request);
    assert!(plain.contains("apiVersion: \"2016-11-01\", allowInsecureConnection: true"), "{plain}");
    assert!(plain.contains("removePolicy({ name: \"bearerTokenAuthenticationPolicy\" })"));
    assert_eq!(Tool::ALL.map(Tool::name), ["curl", "Azure CLI", "PowerShell", "JavaScript"]);
}
