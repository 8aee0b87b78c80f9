//! A throttle: passes on that something has changed, at once at first and then every so often.

use std::time::Duration;

use leptos::prelude::*;

/// A number that grows when something that `watch` reads has changed, but at most once in `every`
/// unless `watch` returns true, which means that somebody is waiting for it.
pub fn throttled(every: Duration, watch: impl Fn() -> bool + 'static) -> Signal<u64> {
    let passed = RwSignal::new(0_u64);
    let last = StoredValue::new(f64::NEG_INFINITY);
    let waiting = StoredValue::new(false);
    let pass = move || {
        last.set_value(js_sys::Date::now());
        passed.update(|count| *count += 1);
    };
    Effect::new(move |first: Option<()>| {
        let urgent = watch();
        if first.is_none() {
            return;
        }
        let wait = every.as_millis() as f64 - (js_sys::Date::now() - last.get_value());
        if urgent || wait <= 0.0 {
            pass();
        } else if !waiting.get_value() {
            waiting.set_value(true);
            let later = move || {
                // The page may have been left meanwhile.
                if waiting.try_set_value(false).is_none() {
                    pass();
                }
            };
            set_timeout(later, Duration::from_millis(wait as u64 + 1));
        }
    });
    passed.into()
}
