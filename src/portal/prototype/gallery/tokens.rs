//! The tokens of a specimen: those that the rules ask for which hold for it, with their values now.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::rules::{StyleRule, rules};

thread_local! {
    /// The rules of so many sheets; more come with rooms.
    static RULES: RefCell<(u32, Rc<Vec<StyleRule>>)> = RefCell::new((0, Rc::new(Vec::new())));
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|found| !found.is_undefined())
}

fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    get(of, name)?.dyn_into::<Function>().ok()?.call1(of, argument).ok()
}

fn length(of: &JsValue) -> u32 {
    get(of, "length").and_then(|length| length.as_f64()).map_or(0, |length| length as u32)
}

fn nth(of: &JsValue, n: u32) -> Option<JsValue> {
    Reflect::get_u32(of, n).ok()
}

/// The rules of the page.
fn of_page() -> Option<Rc<Vec<StyleRule>>> {
    let sheets = get(&document(), "styleSheets")?;
    let count = length(&sheets);
    let known = RULES.with_borrow(|(of, rules)| (*of == count).then(|| Rc::clone(rules)));
    if known.is_some() {
        return known;
    }
    let mut text = String::new();
    for sheet in (0..count).filter_map(|n| nth(&sheets, n)) {
        // A sheet that did not come has no rules.
        let Some(found) = get(&sheet, "cssRules") else { continue };
        for rule in (0..length(&found)).filter_map(|n| nth(&found, n)) {
            text += &get(&rule, "cssText").and_then(|text| text.as_string()).unwrap_or_default();
        }
    }
    let found = Rc::new(rules(&text));
    RULES.set((count, Rc::clone(&found)));
    Some(found)
}

/// The names and the values of the tokens that what is in `specimen` uses.
pub fn used(specimen: &Element) -> Vec<(String, String)> {
    let Some(rules) = of_page() else { return Vec::new() };
    let tokens: BTreeSet<&String> =
        rules.iter().filter(|rule| rule.is_root()).flat_map(|rule| &rule.gives).collect();
    let holds =
        |rule: &&StyleRule| !rule.is_root() && matches!(specimen.query_selector(&rule.selector), Ok(Some(_)));
    let asked: BTreeSet<&String> = rules.iter().filter(holds).flat_map(|rule| &rule.asks).collect();
    let root = document().document_element();
    let now = root.and_then(|root| call(&window(), "getComputedStyle", &root));
    let value = |name: &String| {
        let value = now.as_ref().and_then(|now| call(now, "getPropertyValue", &name.as_str().into()));
        value.and_then(|value| value.as_string()).unwrap_or_default()
    };
    asked.into_iter().filter(|name| tokens.contains(name)).map(|name| (name.clone(), value(name))).collect()
}
