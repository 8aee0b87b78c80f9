//! Versions: answers in the shape of the api-version that was asked for.

use serde_json::{Map, Value};

use super::wire::OLD_LIST_FILE;

/// Gives an answer, made in the shape of the newest api-version, that of `version`.
pub fn shape(version: &str, body: &mut Value) {
    // 2020-08-01 and 2021-01-01 have the same shapes.
    if version != "2016-11-01" {
        return;
    }
    if let Some(Value::Array(items)) = body.get_mut("value") {
        items.iter_mut().for_each(shape_as_2016);
    } else {
        shape_as_2016(body);
    }
}

/// A job, or a location, as the contract of 2016-11-01 has it: without what came in 2020.
fn shape_as_2016(item: &mut Value) {
    let Value::Object(item) = item else { return };
    item.shift_remove("identity");
    let Some(properties) = object(item, "properties") else { return };
    properties.shift_remove("encryptionKey");
    properties.shift_remove("additionalShippingInformation");
    if let Some(address) = object(properties, "shippingInformation") {
        address.shift_remove("additionalInformation");
    }
    if let Some(export) = object(properties, "export")
        && let Some(file) = export.shift_remove("blobListBlobPath")
    {
        export.insert(OLD_LIST_FILE.to_owned(), file);
    }
}

fn object<'a>(map: &'a mut Map<String, Value>, name: &str) -> Option<&'a mut Map<String, Value>> {
    map.get_mut(name).and_then(Value::as_object_mut)
}
