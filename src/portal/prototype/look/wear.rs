//! Wearing a look: the page as the look has it, the address as it says it, for as long as the page is there.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::phrases::Language;
use crate::portal::backend::{Overridden, set_overrides, use_backend};
use crate::portal::route::Query;
use crate::portal::route::fragment::{on_followed, query_of};
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::first_paint::soon;
use crate::portal::ui::preferences::{self, Theme, use_appearance};
use crate::portal::ui::reactive::erased::effect;
use crate::portal::ui::spoken::speak;

use super::media::scaled;
use super::model::{Look, PSEUDO, Switch};
use super::pseudo::bend;
use super::wanted::{asked, count};

#[wasm_bindgen]
extern "C" {
    /// A style sheet that belongs to no file: the policy of the page lets scripts make these.
    type CSSStyleSheet;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CSSStyleSheet, JsValue>;

    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, text: &str) -> Result<(), JsValue>;
}

thread_local! {
    /// The look that is worn.
    static LOOK: ArcRwSignal<Look> = ArcRwSignal::new(Look::default());
    /// Whether the page follows it.
    static WORN: Cell<bool> = const { Cell::new(false) };
    /// The owner of what follows it.
    static HOME: RefCell<Option<Owner>> = const { RefCell::new(None) };
    /// The media queries that were changed, as they are in the sheets.
    static QUERIES: RefCell<Vec<(JsValue, String)>> = const { RefCell::new(Vec::new()) };
}

/// The look that is worn.
pub fn look() -> ArcRwSignal<Look> {
    LOOK.with(ArcRwSignal::clone)
}

/// Changes the look that is worn, and the address with it.
pub fn change(how: impl FnOnce(&mut Look)) {
    look().update(how);
}

/// Wears what the address asks for, from now on and for as long as the page is there. Shows nothing.
#[component]
pub fn Worn() -> impl IntoView {
    wear();
}

/// What [`Worn`] does; to be called by a component. The second call does nothing.
pub fn wear() {
    if WORN.replace(true) {
        return;
    }
    let (texts, appearance) = (use_texts(), use_appearance());
    let (navigation, backend, feedback) = (use_navigation(), use_backend(), use_feedback());
    read(&asked());
    // What is mounted apart, below an owner of its own, stays when the component goes that was the first to ask.
    let Ok(apart) = document().create_element("div") else { return };
    let follow = move || {
        // Made here, so that they stay as long as what reads them.
        let (now, said) = (look(), look());
        effect(move |_| now.with(|look| dress(look, appearance.theme())));
        let spoken = look();
        effect(move |before: Option<Option<&'static str>>| {
            let wanted = spoken.with(|look| look.get(Switch::Language));
            if before.flatten() != wanted {
                let language = match wanted {
                    Some(PSEUDO) => Language::pseudo(bend),
                    Some(tag) => {
                        Language::all().find(|one| one.tag() == tag).unwrap_or_else(preferences::language)
                    }
                    None => preferences::language(),
                };
                spawn_local(async move {
                    speak(language, texts, feedback).await;
                });
            }
            wanted
        });
        effect(move |_| {
            set_overrides(Overridden::Look, said.with(Look::to_string));
            count().set(said.with(Look::count));
            // Behind what the navigation does with the address at the same moment.
            soon(move || navigation.say(backend.in_address(), backend.slot()));
        });
        on_followed(|fragment| read(&query_of(fragment)));
        // A room comes with a sheet of its own; that it has come is told to those alone who ask beforehand.
        let came = Closure::<dyn FnMut()>::new(|| scale(look().with_untracked(percent)));
        let heard = came.as_ref().unchecked_ref();
        let _ = document().add_event_listener_with_callback_and_bool("load", heard, true);
        came.forget();
    };
    // A new root makes itself the present owner: whoever called this goes on below its own.
    Owner::current().unwrap_or_default().with(|| {
        let home = Owner::new_root(None);
        home.with(|| mount_to(apart.unchecked_into(), follow).forget());
        HOME.set(Some(home));
    });
}

/// Takes up what an address says; one that says nothing of the look is a link of the portal's, and the look stays.
fn read(query: &Query) {
    if Look::is_in(query) {
        let (said, _) = Look::parse(query);
        // Told even where it is the same: the address then says the rest of what is overridden.
        look().set(said);
    }
}

/// Puts a look on the page. What is done here to the page cannot fail, or leaves it as it is.
fn dress(look: &Look, theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let set = |name: &str, value: Option<&str>| {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    };
    let usual = (theme != Theme::System).then(|| theme.as_str());
    set("data-theme", look.get(Switch::Theme).or(usual));
    set("data-density", look.get(Switch::Density));
    set("dir", look.get(Switch::Direction));
    let text = look.get(Switch::Text);
    if let Some(root) = root.dyn_ref::<HtmlElement>() {
        let size = text.map(|percent| format!("{percent}%")).unwrap_or_default();
        let _ = HtmlElement::style(root).set_property("font-size", &size);
    }
    scale(percent(look));
    adopt(&look.css());
}

/// How large the text is.
fn percent(look: &Look) -> u32 {
    look.get(Switch::Text).and_then(|percent| percent.parse().ok()).unwrap_or(100)
}

/// Has the page use one more sheet, in the place of the one before.
fn adopt(text: &str) {
    let Ok(sheet) = CSSStyleSheet::new() else { return };
    let _ = sheet.replace_sync(text);
    let all = if text.is_empty() { Array::new() } else { Array::of1(&sheet) };
    let _ = Reflect::set(&document(), &"adoptedStyleSheets".into(), &all);
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Has the layout change at the widths at which it would if the browser's own text were so large.
fn scale(percent: u32) {
    QUERIES.with_borrow_mut(|queries| {
        for (query, text) in queries.drain(..) {
            let _ = Reflect::set(&query, &"mediaText".into(), &text.into());
        }
        if percent == 100 {
            return;
        }
        let sheets = get(&document(), "styleSheets");
        each(&sheets, &mut |sheet| collect(&sheet, queries));
        for (query, text) in queries.iter() {
            let _ = Reflect::set(query, &"mediaText".into(), &scaled(text, percent).into());
        }
    });
}

/// The media queries of a sheet or of a rule, and of what is in it.
fn collect(of: &JsValue, queries: &mut Vec<(JsValue, String)>) {
    each(&get(of, "cssRules"), &mut |rule| {
        let media = get(&rule, "media");
        if let Some(text) = get(&media, "mediaText").as_string().filter(|text| text.contains("rem")) {
            queries.push((media, text));
        }
        collect(&rule, queries);
    });
}

fn each(list: &JsValue, then: &mut dyn FnMut(JsValue)) {
    let length = get(list, "length").as_f64().unwrap_or_default() as u32;
    (0..length).filter_map(|n| Reflect::get_u32(list, n).ok()).for_each(then);
}
