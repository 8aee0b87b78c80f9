//! JavaScript: the package `@azure/arm-storageimportexport`, and `fetch` for what it cannot say.

use serde_json::{Map, Value, json};

use crate::api::calls::API_VERSION;
use crate::api::message::Request;
use crate::api::route::JobPath;

use super::body::leaves;
use super::call::{SnippetCall, SnippetOperation};
use super::words::text;

/// A program that makes the call at `base`, if the package can say all of it.
pub fn program(call: &SnippetCall, base: &str) -> Option<String> {
    let nobody = "00000000-0000-0000-0000-000000000000";
    let (subscription, calls) = match &call.operation {
        SnippetOperation::Locations => (nobody, each("client.locations.list()")),
        SnippetOperation::Location(name) => (nobody, log(&format!("client.locations.get({})", string(name)))),
        SnippetOperation::Operations => (nobody, each("client.operations.list()")),
        SnippetOperation::List { subscription, group, top, filter } => {
            let mut options = Map::new();
            if let Some(top) = top {
                // What is no number the package would refuse to send.
                options.insert("top".to_owned(), json!(top.parse::<u32>().ok()?));
            }
            if let Some(filter) = filter {
                options.insert("filter".to_owned(), json!(filter));
            }
            let mut arguments: Vec<String> = group.iter().map(|group| string(group)).collect();
            if !options.is_empty() {
                arguments.push(literal(&Value::Object(options)));
            }
            let method = if group.is_some() { "listByResourceGroup" } else { "listBySubscription" };
            (subscription.as_str(), each(&format!("client.jobs.{method}({})", arguments.join(", "))))
        }
        SnippetOperation::Get(path) => job(path, |at| log(&format!("client.jobs.get({at})"))),
        SnippetOperation::Delete(path) => job(path, |at| format!("await client.jobs.delete({at});")),
        SnippetOperation::Keys(path) => job(path, |at| each(&format!("client.bitLockerKeys.list({at})"))),
        SnippetOperation::Put(path, body) => {
            leaves(body, true)?;
            let body = literal(&flattened(body));
            job(path, |at| log(&format!("client.jobs.create({at}, {body})")))
        }
        SnippetOperation::Patch(path, body) => {
            leaves(body, false)?;
            let body = literal(&lifted(body));
            job(path, |at| log(&format!("client.jobs.update({at}, {body})")))
        }
    };
    let code = format!("{}{calls}\n", client(base, subscription, &call.api_version));
    // In a literal that name would set the object's prototype instead of a field.
    (!code.contains("__proto__")).then_some(code)
}

/// The request, whatever it is.
pub fn plain(request: &Request) -> String {
    let mut options = vec![format!("method: {}", string(&request.method))];
    if !request.headers.is_empty() {
        let headers: Vec<String> = request
            .headers
            .iter()
            .map(|(name, value)| format!("[{}, {}]", string(name), string(value)))
            .collect();
        options.push(format!("headers: [{}]", headers.join(", ")));
    }
    if !request.body.is_empty() {
        options.push(format!("body: {}", string(&text(request))));
    }
    let url = string(&format!("{}{}", request.base, request.target));
    format!(
        "const response = await fetch({url}, {{\n  {},\n}});\nconsole.log(response.status, await response.text());\n",
        options.join(",\n  ")
    )
}

/// A client for `base`. Nothing checks its token; on a page without TLS the package would refuse
/// to send one, so there it sends none.
fn client(base: &str, subscription: &str, api_version: &str) -> String {
    let plain = !base.starts_with("https:");
    let mut options = format!("endpoint: {0}, $host: {0}", string(base));
    if api_version != API_VERSION {
        options.push_str(&format!(", apiVersion: {}", string(api_version)));
    }
    if plain {
        options.push_str(", allowInsecureConnection: true");
    }
    let mut code = format!(
        "import {{ StorageImportExport }} from \"@azure/arm-storageimportexport\";\n\n\
         const credential = {{ getToken: async () => ({{ token: \"none\", expiresOnTimestamp: Date.now() + 3600000 }}) }};\n\
         const client = new StorageImportExport(credential, {}, {{ {options} }});\n",
        string(subscription)
    );
    if plain {
        code.push_str("client.pipeline.removePolicy({ name: \"bearerTokenAuthenticationPolicy\" });\n");
    }
    code
}

fn job(path: &JobPath, call: impl FnOnce(&str) -> String) -> (&str, String) {
    (&path.subscription, call(&format!("{}, {}", string(&path.name), string(&path.group))))
}

fn log(call: &str) -> String {
    format!("console.log(await {call});")
}

fn each(call: &str) -> String {
    format!("for await (const item of {call}) {{\n  console.log(item);\n}}")
}

/// A string literal. JSON is JavaScript here.
fn string(text: &str) -> String {
    json!(text).to_string()
}

fn literal(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The package lifts what a Put Job has under `export.blobList`.
fn flattened(body: &Value) -> Value {
    let mut body = body.clone();
    if let Some(export) = body.pointer_mut("/properties/export").and_then(Value::as_object_mut)
        && let Some(Value::Object(list)) = export.remove("blobList")
    {
        export.extend(list);
    }
    body
}

/// The package lifts what an Update Job Properties has under `properties`.
fn lifted(body: &Value) -> Value {
    let mut out = Map::new();
    for (name, value) in body.as_object().into_iter().flatten() {
        if let Value::Object(properties) = value
            && name == "properties"
        {
            out.extend(properties.clone());
        } else {
            out.insert(name.clone(), value.clone());
        }
    }
    Value::Object(out)
}
