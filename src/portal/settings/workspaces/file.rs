//! Opening a file: beside the user's own workspace, or in its place after a question.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use crate::phrases::Messages;
use crate::portal::backend::{NotOpened, OpenedBy};
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::workspace_names;
use crate::portal::ui::{Ask, Banner, Consequence};
use crate::store::portable::{self, MOST_BYTES, NotImported};
use crate::store::usage::Need;

use super::card::{CardShared, room, what_stays};

/// A file that was chosen.
#[derive(Clone)]
struct Chosen {
    name: String,
    text: String,
    /// How many jobs are in it.
    jobs: usize,
    need: Need,
    by: OpenedBy,
}

/// The field, what came of the file, and the question.
#[component]
pub fn OpenFile(card: CardShared) -> impl IntoView {
    let t = card.commands.texts;
    let by = RwSignal::new(OpenedBy::Beside);
    let refused = RwSignal::new(None::<(String, Refused)>);
    let asked = RwSignal::new(None::<Chosen>);
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file.filter(|_| !card.busy.get_untracked()) {
            spawn_local(take(card, file, by.get_untracked(), refused, asked));
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let way = move |value: OpenedBy, label: Phrase| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="opened-by"
                    prop:checked=live(move || by.get() == value)
                    on:change=move |_| by.set(value)
                />
                <span>{t.say(label)}</span>
            </label>
        }
        .into_any()
    };
    let refusal = move |(name, why): (String, Refused)| {
        let title = derive(move || t.get().files_refused(name.as_str()).to_string());
        let text = derive(move || why.sentence(&t.get()));
        let close = Callback::new(move |()| refused.set(None));
        view! { <Banner tone=Tone::Danger title text on_close=close/> }.into_any()
    };
    view! {
        <div class="setting setting--wide">
            <h3>{t.say(Messages::files)}</h3>
            <p class="hint" id="workspace-file-hint">{t.say(Messages::files_hint)}</p>
            <fieldset class="fieldset">
                <legend class="field__label">{t.say(Messages::files_where)}</legend>
                {way(OpenedBy::Beside, Messages::files_beside)}
                {way(OpenedBy::Replacing, Messages::files_replacing)}
            </fieldset>
            <div>
                <span class="file-pick">
                    <input
                        type="file"
                        accept=".json,application/json"
                        aria-label=t.say(Messages::files_choose)
                        aria-describedby="workspace-file-hint"
                        on:change=chosen
                    />
                    <span class="button" aria-hidden="true">{t.say(Messages::files_choose)}</span>
                </span>
            </div>
            {live(move || refused.get().map(refusal))}
            {live(move || asked.get().map(|chosen| view! { <Question card chosen asked refused/> }.into_any()))}
        </div>
    }
    .into_any()
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq)]
enum Refused {
    /// For a reason that links have too.
    Opening(NotOpened),
    /// The browser cannot read it, in its own words.
    Unreadable(String),
}

impl Refused {
    fn sentence(&self, messages: &Messages) -> String {
        match self {
            Refused::Opening(why) => workspace_names::not_opened(why, messages),
            Refused::Unreadable(words) => messages.open_unreadable(words.as_str()).to_string(),
        }
    }
}

type RefusedSignal = RwSignal<Option<(String, Refused)>>;

async fn take(
    card: CardShared,
    file: File,
    by: OpenedBy,
    refused: RefusedSignal,
    asked: RwSignal<Option<Chosen>>,
) {
    refused.set(None);
    let name = file.name();
    let text = match text(&file).await {
        Ok(text) => text,
        Err(why) => return refuse(card, name, why, refused),
    };
    // What is refused anyway is not asked about.
    let workspace = match portable::import(&text) {
        Ok((workspace, _)) => workspace,
        Err(why) => return refuse(card, name, Refused::Opening(NotOpened::Text(why)), refused),
    };
    let need = card.need(&workspace);
    // Without room for it the answer says so, and with plenty there is nothing to say.
    if by == OpenedBy::Beside && (!need.is_tight() || !need.fits()) {
        return open(card, name, text, by, refused).await;
    }
    asked.set(Some(Chosen { name, text, jobs: workspace.records().len(), need, by }));
}

async fn text(file: &File) -> Result<String, Refused> {
    // What is too large is not even read.
    if file.size() > MOST_BYTES as f64 {
        return Err(Refused::Opening(NotOpened::Text(NotImported::TooLarge)));
    }
    match JsFuture::from(file.text()).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(reason) => {
            let reason = reason.dyn_into::<js_sys::Error>().map(|error| String::from(error.message()));
            Err(Refused::Unreadable(reason.unwrap_or_default()))
        }
    }
}

async fn open(card: CardShared, name: String, text: String, by: OpenedBy, refused: RefusedSignal) {
    card.busy.set(true);
    let title = name.strip_suffix(".json").unwrap_or(&name);
    let done = card.commands.backend.open_file(&text, title, by).await;
    // The page may have been left meanwhile.
    card.busy.try_set(false);
    match done {
        Ok(()) if by == OpenedBy::Replacing => {
            let m = card.commands.texts.peek();
            let title = m.banner_adopted().to_string();
            let text = m.banner_adopted_text().to_string();
            card.commands.feedback.notify(News { tone: Tone::Success, title, text, link: None });
            card.discarded.try_update(|count| *count += 1);
        }
        // The page loads anew.
        Ok(()) => {}
        Err(why) => refuse(card, name, Refused::Opening(why), refused),
    }
}

fn refuse(card: CardShared, name: String, why: Refused, refused: RefusedSignal) {
    let m = card.commands.texts.peek();
    card.commands.feedback.alert(format!("{}. {}", m.files_refused(name.as_str()), why.sentence(&m)));
    refused.try_set(Some((name, why)));
}

#[component]
fn Question(
    card: CardShared,
    chosen: Chosen,
    asked: RwSignal<Option<Chosen>>,
    refused: RefusedSignal,
) -> impl IntoView {
    let t = card.commands.texts;
    let Chosen { name, text, jobs, need, by } = chosen;
    let shown = name.clone();
    let title = derive(move || {
        let m = t.get();
        match by {
            OpenedBy::Beside => m.files_beside_title(shown.as_str()),
            OpenedBy::Replacing => m.files_title(shown.as_str()),
        }
        .to_string()
    });
    let lines = derive(move || {
        let m = t.get();
        let mut lines = vec![Consequence::new("import", m.files_text(format::number(t.language(), jobs)))];
        lines.extend(room(card.commands, need));
        match by {
            OpenedBy::Beside => {}
            OpenedBy::Replacing => {
                lines.extend([what_stays(card.commands), Consequence::new("download", m.ask_save_first())]);
            }
        }
        lines.push(Consequence::new("check", m.ask_others_stay()));
        lines
    });
    let press = match by {
        OpenedBy::Beside => Messages::files_beside_press,
        OpenedBy::Replacing => Messages::adopt_press,
    };
    let go = move |()| spawn_local(open(card, name.clone(), text.clone(), by, refused));
    view! {
        <Ask
            title=title
            lines=lines
            press=derive(t.say(press))
            on_close=move |()| asked.set(None)
            on_go=go
        />
    }
    .into_any()
}
