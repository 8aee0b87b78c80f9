//! The drives of an import: filled in from journal files or typed by hand.

use leptos::prelude::*;

use crate::domain::shipping::DriveCount;
use crate::phrases::Messages;
use crate::portal::create::draft::{DrivePart, ProblemPlace};
use crate::portal::create::entry::{Entry, EntryLook};
use crate::portal::create::journal_file::DriveEntry;
use crate::portal::create::wizard::{focus, use_wizard};
use crate::portal::create::words;
use crate::portal::rooms::{Room, enter};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ActionButton, Icon};

/// All drives.
#[component]
pub fn Drives() -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let count = memo(move |_| wizard.form.read().drives.len());
    let most = DriveCount::MAX as usize;
    let counted = move || t.get().create_drive_count(count.get().to_string(), most.to_string()).to_string();
    let full = derive(move || (count.get() >= most).then(counted));
    let add = move |()| {
        let new = count.get_untracked();
        wizard.change(ProblemPlace::Drives, |form| form.drives.push(Default::default()));
        focus(ProblemPlace::Drive(new, DrivePart::Id).id());
    };
    // A row that is empty takes a sample too.
    let full_of_data = derive(move || {
        let room = wizard.form.with(|form| form.drives.contains(&DriveEntry::default()));
        full.get().filter(|_| !room)
    });
    let add_sample = move |()| {
        let mut place = 0;
        wizard.change(ProblemPlace::Drives, |form| place = form.add_sample_drive());
        focus(ProblemPlace::Drive(place, DrivePart::Id).id());
    };
    view! {
        <section class="form-section stack">
            <h2>{t.say(Messages::create_drives)}</h2>
            {enter(Room::Journals)}
            <For each=live(move || 0..count.get()) key=|no| *no children=|no| view! { <DriveRow no/> }/>
            <div class="cluster">
                <ActionButton
                    label=derive(t.say(Messages::create_drive_add))
                    icon="plus"
                    reason=full
                    on_press=add
                />
                <ActionButton
                    label=derive(t.say(Messages::create_drive_sample))
                    icon="plus"
                    reason=full_of_data
                    on_press=add_sample
                />
                <span class="hint">{live(counted)}</span>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn DriveRow(no: usize) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let feedback = use_feedback();
    let name = live(move || t.get().create_drive_no((no + 1).to_string()).to_string());
    let remove = move |_| {
        wizard.forget_rows();
        wizard.change(ProblemPlace::Drives, |form| {
            if no < form.drives.len() {
                form.drives.remove(no);
            }
        });
        feedback.announce(t.peek().create_drive_removed((no + 1).to_string()).to_string());
        // The row that has moved up takes the focus, or the field for files where none is left.
        let left = wizard.form.with_untracked(|form| form.drives.len());
        focus(match left.checked_sub(1) {
            Some(last) => ProblemPlace::Drive(no.min(last), DrivePart::Id).id(),
            None => ProblemPlace::Drives.id(),
        });
    };
    view! {
        <div class="card drive-row" role="group" aria-labelledby=format!("drive-{no}")>
            <div class="stack">
                <h3 id=format!("drive-{no}")>{name}</h3>
                <div class="field-grid">{DrivePart::ALL.map(|part| view! { <PartEntry no part/> }.into_any())}</div>
            </div>
            <button
                type="button"
                class="button button--subtle button--icon"
                aria-label=live(move || t.get().create_drive_remove((no + 1).to_string()).to_string())
                on:click=remove
            >
                <Icon name="trash"/>
            </button>
        </div>
    }
    .into_any()
}

#[component]
fn PartEntry(no: usize, part: DrivePart) -> impl IntoView {
    let t = use_texts();
    let wizard = use_wizard();
    let place = ProblemPlace::Drive(no, part);
    let label = derive(move || words::part(part, &t.get()).to_string());
    let value = derive(move || {
        wizard
            .form
            .with(|form| form.drives.get(no).map(|drive| part.of(drive).to_owned()).unwrap_or_default())
    });
    let on_input = move |text| {
        wizard.change(place, |form| {
            if let Some(drive) = form.drives.get_mut(no) {
                *part.of_mut(drive) = text;
            }
        });
    };
    let look = match part {
        DrivePart::Id | DrivePart::Key | DrivePart::Manifest | DrivePart::Hash => EntryLook::NEEDED,
        DrivePart::Header => EntryLook::FREE,
    };
    view! { <Entry place label value on_input look/> }
}
