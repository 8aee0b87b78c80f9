//! The wizard's state: the form, the step shown, and which problems are shown already.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::state::{Action, Refusal};
use crate::domain::text::Invalid;
use crate::portal::backend::Backend;
use crate::portal::route::Route;

use super::draft::{Field, Form, Place, Problem, Step, Wrong, job_id, problems};
use super::kept;

/// Longer than a button is held down.
const PRESS: Duration = Duration::from_millis(300);

/// What is wrong at a place, as the wizard knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// With the value.
    Value(Wrong),
    /// A job of this name is there and could only be replaced.
    Taken,
    /// A job of this name is there and cannot be replaced; where the rule is shown.
    Refused(Refusal, Route),
}

/// The wizard; a context of its steps.
#[derive(Clone, Copy)]
pub struct Wizard {
    /// The job as typed.
    pub form: RwSignal<Form>,
    /// The step shown.
    pub step: RwSignal<Step>,
    /// Whether the draft could be kept; nothing while there is none.
    pub kept: RwSignal<Option<bool>>,
    /// Whether the request is on its way.
    pub busy: RwSignal<bool>,
    left: RwSignal<Vec<Place>>,
    all: RwSignal<bool>,
    said: RwSignal<Vec<Problem>>,
    faults: Memo<Vec<(Place, Fault)>>,
}

impl Wizard {
    /// A wizard that goes on with a draft, or begins anew.
    pub fn new(draft: Option<(Form, Step)>, backend: Backend) -> Wizard {
        let kept = draft.as_ref().map(|_| true);
        let (form, step) = draft.unwrap_or((Form::default(), Step::Basics));
        let form = RwSignal::new(form);
        let said = RwSignal::new(Vec::<Problem>::new());
        let busy = RwSignal::new(false);
        let faults = Memo::new(move |_| {
            let form = form.read();
            let value = |problem: Problem| (problem.place, Fault::Value(problem.wrong));
            let mut faults: Vec<_> = problems(&form).into_iter().map(value).collect();
            // What the API has said of a value holds until the value is changed.
            faults.extend(said.get().into_iter().map(value));
            // The job that is being made takes the name before it is said to be made.
            let taken = if busy.get() { None } else { taken(&form, backend) };
            faults.extend(taken.map(|fault| (Place::Field(Field::Name), fault)));
            faults
        });
        Wizard {
            form,
            step: RwSignal::new(step),
            kept: RwSignal::new(kept),
            busy,
            left: RwSignal::new(Vec::new()),
            all: RwSignal::new(step == Step::Review),
            said,
            faults,
        }
    }

    /// Changes the form at `place`, and keeps the draft.
    pub fn change(self, place: Place, change: impl FnOnce(&mut Form)) {
        self.form.update(change);
        self.said.update(|said| said.retain(|problem| problem.place != place));
        self.keep();
    }

    fn keep(self) {
        let step = self.step.get_untracked();
        self.kept.set(Some(self.form.with_untracked(|form| kept::keep(form, step))));
    }

    /// Changes what is at no place of its own, such as a choice.
    pub fn change_all(self, change: impl FnOnce(&mut Form)) {
        self.change(Place::Tags, change);
    }

    /// Notes that somebody has been at a place and has left it: from now on it says what is wrong.
    /// It does so a moment later, or the message would push the button away that is being pressed.
    pub fn leave(self, place: Place) {
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
        self.left.update(|left| left.retain(|place| matches!(place, Place::Field(_))));
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
    pub fn fault(self, place: Place) -> Option<Fault> {
        let all = self.all.get();
        let left = self.left.with(|left| left.contains(&place));
        let at = |faults: &Vec<(Place, Fault)>| faults.iter().find(|(at, _)| *at == place).cloned();
        let (_, fault) = self.faults.with(at)?;
        // Who only passes by is not told what is still to be filled in.
        let empty = fault == Fault::Value(Wrong::Invalid(Invalid::Missing));
        (all || left && !empty).then_some(fault)
    }

    /// Everything that is wrong, whether or not it is shown.
    pub fn faults(self) -> Vec<(Place, Fault)> {
        self.faults.get()
    }

    /// Whether a step holds something wrong that is shown.
    pub fn is_wrong(self, step: Step) -> bool {
        let places: Vec<Place> = self.faults.with(|all| all.iter().map(|(place, _)| *place).collect());
        places.into_iter().any(|place| place.step() == step && self.fault(place).is_some())
    }

    /// Goes to a step; on the last, everything that is wrong is shown.
    pub fn go(self, step: Step) {
        if step == Step::Review {
            self.show_all();
        }
        self.step.set(step);
        // Who has typed nothing leaves no draft.
        if self.kept.with_untracked(Option::is_some) {
            self.keep();
        }
    }

    /// Goes to a place and puts the focus there.
    pub fn mend(self, place: Place) {
        self.go(place.step());
        focus(place.id());
    }
}

/// Whether a job has this name already, and may not or should not be replaced.
fn taken(form: &Form, backend: Backend) -> Option<Fault> {
    let key = job_id(form).ok()?.key();
    backend.read(|all| {
        let record = all.find(&key)?;
        let may = record.job.may(Action::Replace, record.state, all.head().rules);
        let refused = |refusal| Fault::Refused(refusal, Route::rule(&record.job.id, Action::Replace));
        Some(may.map_or_else(refused, |()| Fault::Taken))
    })
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

/// The wizard of the component that calls this.
pub fn use_wizard() -> Wizard {
    expect_context()
}
