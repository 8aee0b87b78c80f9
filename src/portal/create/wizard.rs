//! The wizard's state: the form, the step shown, and which problems are shown already.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::name::JobId;
use crate::domain::text::Invalid;
use crate::portal::backend::Backend;
use crate::portal::ui::reactive::erased::memo;

use super::draft::{
    Field, Problem, ProblemPlace, Remark, WizardForm, WizardStep, Wrong, job_id, problems, remarks,
};
use super::kept;

/// The id of what is wrong, for the focus.
pub const SUMMARY: &str = "create-summary";

/// Longer than a button is held down.
const PRESS: Duration = Duration::from_millis(300);

/// What is wrong at a place, as the wizard knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum WizardFault {
    /// With the value.
    Value(Wrong),
    /// A job of this name is there.
    Taken,
}

/// The wizard; a context of its steps.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// The job as typed.
    pub form: RwSignal<WizardForm>,
    /// The step shown.
    pub step: RwSignal<WizardStep>,
    /// Whether the draft could be kept; nothing while there is none.
    pub kept: RwSignal<Option<bool>>,
    /// Whether the request is on its way.
    pub busy: RwSignal<bool>,
    /// An earlier draft that nobody has decided about yet: until then its place in the storage is its own.
    pub waiting: RwSignal<Option<(WizardForm, WizardStep)>>,
    /// Whether somebody has changed the form.
    begun: RwSignal<bool>,
    left: RwSignal<Vec<ProblemPlace>>,
    all: RwSignal<bool>,
    said: RwSignal<Vec<Problem>>,
    faults: Memo<Vec<(ProblemPlace, WizardFault)>>,
    remarks: Memo<Vec<(ProblemPlace, Remark)>>,
}

impl Wizard {
    /// A wizard that begins beside the newest job, while a draft may wait to be resumed.
    pub fn new(draft: Option<(WizardForm, WizardStep)>, backend: Backend) -> Wizard {
        let form = backend.peek(|all| WizardForm::beside(all.records().map(|record| &*record.job)));
        let form = RwSignal::new(form);
        let said = RwSignal::new(Vec::<Problem>::new());
        let busy = RwSignal::new(false);
        let faults = memo(move |_| {
            let form = form.read();
            let value = |problem: Problem| (problem.place, WizardFault::Value(problem.wrong));
            let mut faults: Vec<_> = problems(&form).into_iter().map(value).collect();
            // What the API has said of a value holds until the value is changed.
            faults.extend(said.get().into_iter().map(value));
            // The job that is being made takes the name before it is said to be made.
            let taken = if busy.get() { None } else { taken(&form, backend) };
            faults.extend(taken.map(|fault| (ProblemPlace::Field(Field::Name), fault)));
            faults
        });
        Wizard {
            form,
            step: RwSignal::new(WizardStep::Basics),
            kept: RwSignal::new(None),
            busy,
            waiting: RwSignal::new(draft),
            begun: RwSignal::new(false),
            left: RwSignal::new(Vec::new()),
            all: RwSignal::new(false),
            said,
            faults,
            remarks: memo(move |_| remarks(&form.read())),
        }
    }

    /// Goes on with the draft that waits, where it was left.
    pub fn resume(self) {
        if let Some((form, step)) = self.waiting.get_untracked() {
            self.waiting.set(None);
            self.form.set(form);
            self.begun.set(true);
            self.kept.set(Some(true));
            self.left.set(Vec::new());
            self.go(step);
        }
    }

    /// Forgets the draft that waits; what has been typed since takes its place.
    pub fn discard(self) {
        kept::discard();
        self.waiting.set(None);
        if self.begun.get_untracked() {
            self.keep();
        }
    }

    /// Forgets the draft of the job that has been made; one that waits is another's.
    pub fn forget(self) {
        if self.waiting.try_get_untracked().flatten().is_none() {
            kept::discard();
        }
    }

    /// Changes the form at `place`, and keeps the draft.
    pub fn change(self, place: ProblemPlace, change: impl FnOnce(&mut WizardForm)) {
        self.begun.set(true);
        self.form.update(change);
        self.said.update(|said| said.retain(|problem| problem.place != place));
        self.keep();
    }

    fn keep(self) {
        if self.waiting.with_untracked(Option::is_some) {
            return;
        }
        let step = self.step.get_untracked();
        self.kept.set(Some(self.form.with_untracked(|form| kept::keep(form, step))));
    }

    /// Changes what is at no place of its own, such as a choice.
    pub fn change_all(self, change: impl FnOnce(&mut WizardForm)) {
        self.change(ProblemPlace::Tags, change);
    }

    /// Notes that somebody has been at a place and has left it: from now on it says what is wrong.
    /// It does so a moment later, or the message would push the button away that is being pressed.
    pub fn leave(self, place: ProblemPlace) {
        let note = move || {
            // The page may have been left meanwhile.
            self.left.try_update(|left| {
                if !left.contains(&place) {
                    left.push(place);
                }
            });
        };
        set_timeout(note, PRESS);
    }

    /// Forgets who has been where, as after a row was taken out.
    pub fn forget_rows(self) {
        self.left.update(|left| left.retain(|place| matches!(place, ProblemPlace::Field(_))));
        self.said.set(Vec::new());
    }

    /// Shows everything that is wrong.
    pub fn show_all(self) {
        self.all.set(true);
    }

    /// Shows what the API has against the job.
    pub fn say(self, said: Vec<Problem>) {
        self.said.set(said);
        self.show_all();
    }

    /// What is wrong at a place, if it is shown.
    pub fn fault(self, place: ProblemPlace) -> Option<WizardFault> {
        let all = self.all.get();
        let left = self.left.with(|left| left.contains(&place));
        let at =
            |faults: &Vec<(ProblemPlace, WizardFault)>| faults.iter().find(|(at, _)| *at == place).cloned();
        let (_, fault) = self.faults.with(at)?;
        // Who only passes by is not told what is still to be filled in.
        let empty = fault == WizardFault::Value(Wrong::Invalid(Invalid::Missing));
        (all || left && !empty).then_some(fault)
    }

    /// What looks wrong at a place although the service takes it, once somebody has been there.
    pub fn remark(self, place: ProblemPlace) -> Option<Remark> {
        let shown = self.all.get() || self.left.with(|left| left.contains(&place));
        let at = |remarks: &Vec<(ProblemPlace, Remark)>| {
            remarks.iter().find(|(at, _)| *at == place).map(|(_, it)| *it)
        };
        self.remarks.with(at).filter(|_| shown)
    }

    /// Everything that is wrong, whether or not it is shown.
    pub fn faults(self) -> Vec<(ProblemPlace, WizardFault)> {
        self.faults.get()
    }

    /// Whether a step holds something wrong that is shown.
    pub fn is_wrong(self, step: WizardStep) -> bool {
        let places: Vec<ProblemPlace> = self.faults.with(|all| all.iter().map(|(place, _)| *place).collect());
        places.into_iter().any(|place| place.step() == step && self.fault(place).is_some())
    }

    /// Goes to a step; on the last, everything that is wrong is shown.
    pub fn go(self, step: WizardStep) {
        if step == WizardStep::Review {
            self.show_all();
        }
        self.step.set(step);
        // Who has typed nothing leaves no draft.
        if self.begun.get_untracked() {
            self.keep();
        }
    }

    /// Fills in with samples what is empty on the step shown and after it. Gives back how many values.
    pub fn fill(self, backend: Backend) -> usize {
        let step = self.step.get_untracked();
        let taken = |id: &JobId| backend.peek(|all| all.find(&id.key()).is_some());
        let mut count = 0;
        self.change_all(|form| count = form.fill(step, taken));
        self.said.set(Vec::new());
        count
    }

    /// Goes to a place and puts the focus there.
    pub fn mend(self, place: ProblemPlace) {
        self.go(place.step());
        focus(place.id());
    }
}

/// Whether a job has this name already.
fn taken(form: &WizardForm, backend: Backend) -> Option<WizardFault> {
    let key = job_id(form).ok()?.key();
    backend.read(|all| all.find(&key).map(|_| WizardFault::Taken))
}

/// Puts the focus on the element of this id when it has come into the page.
pub fn focus(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // An element that is in the page can take the focus.
            let _ = element.focus();
        }
    });
}

/// Moves the focus to the tab of a step.
pub fn focus_step(step: WizardStep) {
    focus(format!("tab-{}", step.slug()));
}

/// The wizard of the component that calls this.
pub fn use_wizard() -> Wizard {
    expect_context()
}
