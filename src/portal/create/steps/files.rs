//! Journal files: chosen or dropped, read in the browser, and what came of each.

use js_sys::Uint8Array;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlInputElement};

use crate::phrases::{Language, Messages};
use crate::portal::create::draft::{JOURNAL_FILE, ProblemPlace, journal};
use crate::portal::create::journal_file::{self, BrokenFile, FileProblem};
use crate::portal::create::wizard::{Wizard, use_wizard};
use crate::portal::create::words;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::feedback::{Feedback, Tone, use_feedback};
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{Banner, Icon, SaveButton};

/// More files at once than a job can have drives are surely a mistake.
const MOST_FILES: u32 = 50;

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
struct Result {
    file: String,
    outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// So many drives were filled in, and so many found no room.
    Read(usize, usize),
    Broken(BrokenFile),
    /// The browser's own words.
    Unreadable(String),
}

/// The field for journal files, and what came of those given so far.
#[component]
pub fn JournalFiles() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let feedback = use_feedback();
    let results = RwSignal::new(Vec::<Result>::new());
    let over = RwSignal::new(false);
    let fault = memo(move |_| wizard.fault(ProblemPlace::Drives));
    let take = move |files: Option<FileList>| {
        // The list is the browser's own and empties when the field does.
        let files =
            files.map(|files| (0..files.length().min(MOST_FILES)).filter_map(|no| files.get(no)).collect());
        spawn_local(read_all(files.unwrap_or_default(), wizard, results, feedback, t));
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        take(input.files());
        // The same file can be chosen again after it was mended.
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let id = ProblemPlace::Drives.id();
    let described = live(move || match fault.with(Option::is_some) {
        true => "drives-files-error drives-files-hint",
        false => "drives-files-hint",
    });
    let error = live(move || {
        let sentence = words::fault(&fault.get()?, &t.get());
        Some(
            view! { <p class="field__error" id="drives-files-error"><Icon name="error"/><span>{sentence}</span></p> },
        )
    });
    view! {
        <div
            class=live(move || if over.get() { "drop-zone drop-zone--over" } else { "drop-zone" })
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon name="upload" class="icon--lg"/>
            <label class="field__label" for=id.clone()>{t.say(Messages::create_files)}</label>
            <p class="hint" id="drives-files-hint">{t.say(Messages::create_files_hint)}</p>
            // The browser's own field speaks the browser's language and always says that nothing is chosen.
            <div class="file-pick">
                <input
                    type="file"
                    multiple
                    accept=".jrn,.xml,.txt"
                    id=id
                    aria-invalid=live(move || fault.with(Option::is_some).then_some("true"))
                    aria-describedby=described
                    on:change=chosen
                />
                <span class="button" aria-hidden="true">{t.say(Messages::create_files_choose)}</span>
            </div>
            {error}
            <SaveButton
                text=Signal::stored(journal())
                file=Signal::stored(JOURNAL_FILE.to_owned())
                label=t.say(Messages::create_files_sample)
                mime="text/plain"
            />
        </div>
        <div class="banners">{live(move || results.get().into_iter().map(show).collect::<Vec<_>>())}</div>
    }
    .into_any()
}

fn show(Result { file, outcome }: Result) -> impl IntoView {
    let t = use_texts();
    let tone = match outcome {
        Outcome::Read(_, 0) => Tone::Success,
        Outcome::Read(..) => Tone::Warning,
        Outcome::Broken(_) | Outcome::Unreadable(_) => Tone::Danger,
    };
    view! { <Banner tone title=file text=derive(move || sentence(&outcome, t.language()))/> }
}

fn sentence(outcome: &Outcome, language: Language) -> String {
    let messages: Messages = language.phrases();
    match outcome {
        Outcome::Read(count, 0) => messages.journal_read(*count).to_string(),
        Outcome::Read(0, left) => messages.journal_left(*left).to_string(),
        Outcome::Read(count, left) => {
            format!("{} {}", messages.journal_read(*count), messages.journal_left(*left))
        }
        Outcome::Broken(broken) => words::broken(broken, language),
        Outcome::Unreadable(reason) => messages.journal_unreadable(reason.as_str()).to_string(),
    }
}

async fn read_all(
    files: Vec<File>,
    wizard: Wizard,
    results: RwSignal<Vec<Result>>,
    feedback: Feedback,
    texts: Texts,
) {
    let mut all = Vec::new();
    for file in files {
        let read = bytes(&file).await;
        if wizard.form.is_disposed() {
            // The wizard was left meanwhile.
            return;
        }
        let outcome = match read {
            Ok(bytes) => match journal_file::read(&bytes) {
                Ok(drives) => {
                    let (mut count, mut left) = (drives.len(), 0);
                    wizard.change(ProblemPlace::Drives, |form| left = form.add_drives(drives).len());
                    count -= left;
                    Outcome::Read(count, left)
                }
                Err(broken) => Outcome::Broken(broken),
            },
            Err(outcome) => outcome,
        };
        let told = format!("{}: {}", file.name(), sentence(&outcome, texts.language_now()));
        match outcome {
            Outcome::Read(..) => feedback.announce(told),
            Outcome::Broken(_) | Outcome::Unreadable(_) => feedback.alert(told),
        }
        all.push(Result { file: file.name(), outcome });
    }
    results.set(all);
}

async fn bytes(file: &File) -> std::result::Result<Vec<u8>, Outcome> {
    // What is too large is not even read.
    if file.size() > journal_file::MOST_BYTES as f64 {
        return Err(Outcome::Broken(BrokenFile { line: None, why: FileProblem::TooLarge }));
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(reason) => {
            let reason = reason.dyn_into::<js_sys::Error>().map(|error| String::from(error.message()));
            Err(Outcome::Unreadable(reason.unwrap_or_default()))
        }
    }
}
