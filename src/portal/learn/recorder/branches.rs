//! Branches: which of them the lesson is made of.

use leptos::prelude::*;

use crate::api::calls;
use crate::domain::name::JobId;
use crate::domain::state::Action;
use crate::journal::travel::of_call;
use crate::journal::{Branch, JobRef, JournalCommand, annex};
use crate::lessons::draft::Draft;
use crate::lessons::draft::moves::UnjournaledStep;
use crate::lessons::note::{Note, ReadOperation};
use crate::lessons::step::{LessonStep, ReadCall};
use crate::phrases::{Language, Messages};
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::ui::reactive::erased::live;
use crate::service::sorted::sort_by;

use super::desk::RecorderDesk;
use super::words;

/// The branches of the recording, each with the button that makes a lesson of it.
#[component]
pub fn Branches(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    let backend = desk.commands.backend;
    let make = move |no: u32| {
        let asides = asides(desk);
        let journal = backend.present(|now| {
            let session = annex::open(now).ok().flatten()?;
            session.branches().get(no).ok().map(|branch| branch.journal.clone())
        });
        let m = t.peek();
        match journal.map(|journal| Draft::of(&journal, &asides)) {
            Some(Ok(draft)) => {
                desk.take(Some(draft));
                desk.commands.feedback.tell(m.recorder_made());
            }
            Some(Err(why)) => desk.commands.feedback.alert(words::no_draft(why, &m)),
            None => desk.commands.feedback.alert(m.recorder_not_recorded()),
        }
    };
    let list = move || {
        backend.revision().track();
        let language = t.language();
        let branches = backend.present(|now| {
            let session = annex::open(now).ok().flatten()?;
            let named = |branch: &Branch| (branch.no, name(branch, language), branch.journal.entries().len());
            Some(session.branches().all().into_iter().map(named).collect::<Vec<_>>())
        });
        let m = t.get();
        let Some(branches) = branches else {
            let settings = Route::Settings.to_string();
            return view! {
                <p class="measure">{m.recorder_not_recorded()}</p>
                <p><a class="button" href=settings>{m.recorder_settings()}</a></p>
            }
            .into_any();
        };
        let item = |(no, name, count): (u32, String, usize)| {
            let label = m.recorder_make(name.as_str());
            view! {
                <li class="cluster">
                    <button type="button" class="button button--primary" on:click=move |_| make(no)>{label}</button>
                    <span class="hint">{m.recorder_count(count)}</span>
                </li>
            }
            .into_any()
        };
        view! { <ul class="stack" role="list">{branches.into_iter().map(item).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="recorder-branches">
            <h2 id="recorder-branches">{t.say(Messages::recorder_branches)}</h2>
            {live(list)}
        </section>
    }
    .into_any()
}

fn name(branch: &Branch, language: Language) -> String {
    match branch.name.as_str() {
        "" => language.phrases().branch_number(format::number(language, branch.no as usize)),
        name => name.to_owned(),
    }
}

/// What was refused on this visit, by the API or by a button that is off, and which keys were read.
fn asides(desk: RecorderDesk) -> Vec<UnjournaledStep> {
    let backend = desk.commands.backend;
    let mut asides: Vec<UnjournaledStep> = backend.calls().with_untracked(|calls| {
        let seen = calls.iter().filter_map(|call| {
            let response = call.response.as_ref()?;
            let step = match Note::of_call(call.at, &call.request, response)? {
                Note::Refused { .. } => LessonStep::Try(of_call(&call.request)?),
                Note::Called { operation: ReadOperation::Keys, job, .. } => {
                    LessonStep::Call(ReadCall { operation: ReadOperation::Keys, job: Some(JobRef(job)) })
                }
                Note::Called { .. } => return None,
            };
            Some(UnjournaledStep { at: call.at, step })
        });
        seen.collect()
    });
    desk.commands.feedback.notices().with_untracked(|notices| {
        let mut pressed: Vec<_> = notices.iter().collect();
        sort_by(&mut pressed, |one, other| one.no.cmp(&other.no));
        asides.extend(pressed.into_iter().filter_map(|notice| {
            let Some(Route::Rule(path, action)) = &notice.news.link else { return None };
            Some(UnjournaledStep {
                at: notice.at,
                step: LessonStep::Try(command(&path.id().ok()?, *action)?),
            })
        }));
    });
    sort_by(&mut asides, |one, other| one.at.cmp(&other.at));
    asides
}

/// What a button asks for, where it says all of it by itself.
fn command(id: &JobId, action: Action) -> Option<JournalCommand> {
    let request = match action {
        Action::Cancel => calls::cancel(id),
        Action::Delete => calls::delete(id),
        Action::Ship => calls::ship(id, None),
        Action::Replace
        | Action::EditDrives
        | Action::EditDelivery
        | Action::EditLogging
        | Action::EditReturn
        | Action::EditTags => return None,
    };
    of_call(&request)
}
