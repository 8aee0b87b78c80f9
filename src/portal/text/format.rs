//! Formats: dates, numbers and amounts as the browser's Intl writes them in the portal's language.
//!
//! Simulated times are shown in UTC, as the API gives them, so that a class sees one time everywhere.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::time::{SimTime, Span};
use crate::phrases::Language;

use super::share;

/// The ways in which something is written; one formatter of the browser's for each and language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Date,
    DateTime,
    Long,
    Number,
    Percent,
    Bytes(&'static str),
    Relative,
    Unit(&'static str),
    List,
}

struct Formatter {
    language: Language,
    style: Style,
    object: JsValue,
    format: Function,
}

thread_local! {
    /// Making a formatter takes a hundred times as long as using it.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
}

/// A day, such as `12 Mar 2026`.
pub fn date(language: Language, time: SimTime) -> String {
    write(language, Style::Date, &[millis(time)])
}

/// A day and a time of day, such as `12 Mar 2026, 14:05`.
pub fn date_time(language: Language, time: SimTime) -> String {
    write(language, Style::DateTime, &[millis(time)])
}

/// A day of the week, a day and a time of day, such as `Thu 12 Mar 2026, 14:05`.
pub fn long(language: Language, time: SimTime) -> String {
    write(language, Style::Long, &[millis(time)])
}

/// A time as a machine reads it, for the `datetime` attribute: `2026-03-12T14:05:00.000Z`.
pub fn iso(time: SimTime) -> String {
    js_sys::Date::new(&millis(time)).to_iso_string().into()
}

/// A whole number.
pub fn number(language: Language, number: usize) -> String {
    write(language, Style::Number, &[JsValue::from_f64(number as f64)])
}

/// How many of a whole that was named before, see [`share::of_them`].
pub fn of_them(language: Language, amount: usize) -> String {
    share::of_them(language, amount, &number(language, amount))
}

/// The room that `units` of text take, in KB of 1,024: browsers count a unit as a byte where they name the room of a site.
/// What takes any room at all takes at least one KB.
pub fn kilobytes(language: Language, units: usize) -> String {
    number(language, units.div_ceil(1_024))
}

/// A percentage; `percent` is 0 to 100.
pub fn percent(language: Language, percent: u8) -> String {
    write(language, Style::Percent, &[JsValue::from_f64(f64::from(percent) / 100.0)])
}

/// An amount of data in the unit (of thousands) that suits it, such as `4.2 TB`.
pub fn bytes(language: Language, bytes: u64) -> String {
    const UNITS: [&str; 6] = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];
    let mut amount = bytes as f64;
    let mut unit = 0;
    while amount >= 1000.0 && unit + 1 < UNITS.len() {
        amount /= 1000.0;
        unit += 1;
    }
    // The browser writes the unit as physicists do; everywhere else the portal writes it as storage is sold.
    write(language, Style::Bytes(UNITS[unit]), &[JsValue::from_f64(amount)]).replace("kB", "KB")
}

/// How far `time` is from `now`, in the largest unit that fits: `in 6 days`, `2 hours ago`.
pub fn relative(language: Language, time: SimTime, now: SimTime) -> String {
    let (unit, amount) = largest(Span::millis((time.millis() - now.millis()).abs()));
    let signed = if time < now { -amount } else { amount };
    write(language, Style::Relative, &[JsValue::from_f64(signed as f64), unit.into()])
}

/// A length of time in the largest unit that fits: `6 days`.
pub fn span(language: Language, span: Span) -> String {
    let (unit, amount) = largest(span);
    write(language, Style::Unit(unit), &[JsValue::from_f64(amount as f64)])
}

/// `a, b and c`.
pub fn list(language: Language, items: &[String]) -> String {
    let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
    write(language, Style::List, &[array.into()])
}

fn largest(span: Span) -> (&'static str, i64) {
    const UNITS: [(&str, Span); 4] = [
        ("day", Span::days(1)),
        ("hour", Span::hours(1)),
        ("minute", Span::minutes(1)),
        ("second", Span::seconds(1)),
    ];
    let fits = UNITS.into_iter().find(|(_, unit)| span >= *unit);
    let (name, unit) = fits.unwrap_or(("second", Span::seconds(1)));
    (name, span.as_millis() / unit.as_millis())
}

fn millis(time: SimTime) -> JsValue {
    JsValue::from_f64(time.millis() as f64)
}

fn write(language: Language, style: Style, arguments: &[JsValue]) -> String {
    FORMATTERS.with_borrow_mut(|formatters| {
        let known = formatters.iter().position(|f| f.language == language && f.style == style);
        let at = match known {
            Some(at) => at,
            None => match Formatter::new(language, style) {
                Ok(formatter) => {
                    formatters.push(formatter);
                    formatters.len() - 1
                }
                // A browser without this part of Intl shows the plain value.
                Err(_) => return plain(arguments),
            },
        };
        let formatter = &formatters[at];
        let arguments_array: Array = arguments.iter().collect();
        let text = formatter.format.apply(&formatter.object, &arguments_array);
        text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| plain(arguments))
    })
}

fn plain(arguments: &[JsValue]) -> String {
    let word = |value: &JsValue| {
        // Written by the browser: Rust's own writing of numbers weighs as much as a page.
        let number = || String::from(value.unchecked_ref::<Object>().to_string());
        value.as_string().or_else(|| value.as_f64().is_some().then(number))
    };
    arguments.iter().filter_map(word).collect::<Vec<String>>().join(" ")
}

impl Formatter {
    fn new(language: Language, style: Style) -> Result<Formatter, JsValue> {
        let (class, options): (&str, &[(&str, &str)]) = match style {
            Style::Date => ("DateTimeFormat", &[("day", "numeric"), ("month", "short"), ("year", "numeric")]),
            Style::DateTime => ("DateTimeFormat", &[("dateStyle", "medium"), ("timeStyle", "short")]),
            Style::Long => (
                "DateTimeFormat",
                &[
                    ("weekday", "short"),
                    ("day", "numeric"),
                    ("month", "short"),
                    ("year", "numeric"),
                    ("hour", "2-digit"),
                    ("minute", "2-digit"),
                ],
            ),
            Style::Number => ("NumberFormat", &[]),
            Style::Percent => ("NumberFormat", &[("style", "percent")]),
            Style::Bytes(_) => {
                ("NumberFormat", &[("style", "unit"), ("unitDisplay", "short"), ("notation", "compact")])
            }
            Style::Unit(_) => ("NumberFormat", &[("style", "unit"), ("unitDisplay", "long")]),
            Style::Relative => ("RelativeTimeFormat", &[("numeric", "always")]),
            Style::List => ("ListFormat", &[("type", "conjunction")]),
        };
        let bag = Object::new();
        for (name, value) in options {
            Reflect::set(&bag, &(*name).into(), &(*value).into())?;
        }
        match style {
            Style::Date | Style::DateTime | Style::Long => {
                Reflect::set(&bag, &"timeZone".into(), &"UTC".into())?;
                Reflect::set(&bag, &"hourCycle".into(), &"h23".into())?;
            }
            Style::Bytes(unit) => {
                Reflect::set(&bag, &"unit".into(), &unit.into())?;
                Reflect::set(&bag, &"maximumSignificantDigits".into(), &3.into())?;
            }
            Style::Unit(unit) => {
                Reflect::set(&bag, &"unit".into(), &unit.into())?;
            }
            Style::Number | Style::Percent | Style::Relative | Style::List => {}
        }
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let class: Function = Reflect::get(&intl, &class.into())?.dyn_into()?;
        // English dates are written day first, as the rest of the world reads them.
        let tag = if language.tag() == "en" { "en-GB" } else { language.tag() };
        let object = Reflect::construct(&class, &Array::of2(&tag.into(), &bag))?;
        let format: Function = Reflect::get(&object, &"format".into())?.dyn_into()?;
        Ok(Formatter { language, style, object, format })
    }
}
