//! Preferences: how this browser's user likes the portal to look, kept beside the workspaces.

use leptos::prelude::*;

use crate::phrases::Language;
use crate::portal::ui::reactive::erased::effect;
use crate::store::browser::area::Area;

/// Where preferences are kept in the browser's storage.
const PREFIX: &str = "iep/pref/";

/// The colours that the portal is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
    /// As much contrast as can be.
    Contrast,
}

impl Theme {
    /// Every theme, in the order offered.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The name it is kept under, and the value of `data-theme`.
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The theme called `name`.
    pub fn parse(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.as_str() == name)
    }
}

/// The theme that the portal is shown in; a context of every component.
#[derive(Clone, Copy)]
pub struct Appearance(RwSignal<Theme>);

impl Appearance {
    /// The theme chosen before; from now on the document follows it.
    pub fn follow() -> Appearance {
        let theme = read("theme").and_then(|name| Theme::parse(&name)).unwrap_or_default();
        let theme = RwSignal::new(theme);
        effect(move |_| {
            if let Some(root) = document().document_element() {
                // Setting a plain attribute cannot fail.
                let _ = match theme.get() {
                    Theme::System => root.remove_attribute("data-theme"),
                    other @ (Theme::Light | Theme::Dark | Theme::Contrast) => {
                        root.set_attribute("data-theme", other.as_str())
                    }
                };
            }
        });
        Appearance(theme)
    }

    /// The theme now; a reactive reader is told when it changes.
    pub fn theme(self) -> Theme {
        self.0.get()
    }

    /// Chooses a theme; false if the choice cannot be kept beyond this visit.
    pub fn choose(self, theme: Theme) -> bool {
        self.0.set(theme);
        write("theme", theme.as_str())
    }
}

/// The theme of the component that calls this.
pub fn use_appearance() -> Appearance {
    expect_context()
}

/// The language chosen before, or the one that suits the browser's preferences.
pub fn language() -> Language {
    let chosen = read("language").and_then(|tag| Language::all().find(|known| known.tag() == tag));
    chosen.unwrap_or_else(|| Language::negotiate(&String::from(window().navigator().languages().join(","))))
}

/// Keeps the language for the next visit; false if it cannot be kept.
pub fn keep_language(language: Language) -> bool {
    write("language", language.tag())
}

/// The name of the preference that switches single keys off, as WCAG 2.1.4 asks for.
pub const SINGLE_KEYS: &str = "shortcuts";

/// Whether single keys do something, as chosen before.
pub fn single_keys() -> bool {
    read(SINGLE_KEYS).as_deref() != Some("off")
}

/// What is kept under `name`; nothing too where the storage is blocked.
pub fn read(name: &str) -> Option<String> {
    Area::local()?.get(&key(name))
}

/// Keeps `value` under `name`; false if the storage is blocked or full.
pub fn write(name: &str, value: &str) -> bool {
    Area::local().is_some_and(|area| area.set(&key(name), value))
}

/// Keeps nothing under `name` any more.
pub fn forget(name: &str) {
    if let Some(area) = Area::local() {
        // Removing works however full the storage is.
        let _ = area.remove(&key(name));
    }
}

fn key(name: &str) -> String {
    [PREFIX, name].concat()
}
