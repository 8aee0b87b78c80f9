//! The pages that a first visit does not show: in the release build a wasm file of their own, fetched while the list
//! is looked at, or when one of them is asked for.
//!
//! Whatever is reached through [`PAGES`] alone ends up in that file (xtask/src/split.rs); `trunk serve` builds one file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::*;

use super::{activity, console, create, job, settings};
use crate::portal::components::{focus_heading, focused};
use crate::portal::route::{JobAddress, JobTab};

/// How to show each page, once they are there.
pub struct Pages {
    pub job: fn(Signal<Option<JobAddress>>, Signal<JobTab>) -> AnyView,
    pub create: fn() -> AnyView,
    pub activity: fn() -> AnyView,
    pub console: fn() -> AnyView,
    pub settings: fn() -> AnyView,
}

static PAGES: Pages = Pages {
    job: |address, tab| {
        let page = move |address: JobAddress| view! { <job::JobPage address tab/> };
        let address = Memo::new(move |_| address.get());
        (move || address.get().map(page)).into_any()
    },
    create: || view! { <create::CreatePage/> }.into_any(),
    activity: || view! { <activity::ActivityPage/> }.into_any(),
    console: || view! { <console::ConsolePage/> }.into_any(),
    settings: || view! { <settings::SettingsPage/> }.into_any(),
};

/// The pages, or that they could not be fetched; the next call tries again.
#[cfg(split)]
#[allow(unsafe_code, reason = "the macro names a function for the program that splits the wasm")]
#[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<&'static Pages, SplitLoaderError> {
    Ok(&PAGES)
}

/// The pages, which are there from the start.
#[cfg(not(split))]
async fn load() -> Result<&'static Pages, SplitLoaderError> {
    Ok(&PAGES)
}

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: says why the later pages did not come.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = tellLater)]
    fn tell_later();
}

/// The later pages as far as they are there.
#[derive(Clone, Copy)]
pub struct Later(RwSignal<Option<&'static Pages>>);

impl Later {
    /// Fetches them as soon as the browser has nothing else to do, so that they are there without a network too.
    pub fn when_idle() -> Later {
        let later = Later(RwSignal::new(None));
        let fetch = move || later.fetch(false);
        // Not every browser tells when it is idle.
        if request_idle_callback_with_handle(fetch).is_err() {
            request_animation_frame(fetch);
        }
        later
    }

    /// One of them. Until it is there nothing is shown, and whoever reads this is told when it is.
    pub fn show(self, page: impl Fn(&Pages) -> AnyView) -> AnyView {
        match self.0.get() {
            Some(pages) => page(pages),
            None => {
                self.fetch(true);
                ().into_any()
            }
        }
    }

    fn fetch(self, wanted: bool) {
        spawn_local(async move {
            match load().await {
                Ok(pages) if self.0.get_untracked().is_none() => {
                    self.0.set(Some(pages));
                    // The focus waits where the heading was not yet.
                    if focused().is_some_and(|element| element.id() == "main") {
                        request_animation_frame(focus_heading);
                    }
                }
                Ok(_) => {}
                Err(_) if wanted => tell_later(),
                // The page that needs them will ask again.
                Err(_) => {}
            }
        });
    }
}
