//! What is typed into a form, checked by the API's own validators, and sent.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::calls;
use crate::domain::state::Action;
use crate::domain::text::Invalid;
use crate::portal::job::model::tracking::{TrackingField, body, changes, is_changed, problems};
use crate::portal::job::watch::Watch;
use crate::portal::ui::commands::{CommandStory, Commands};
use crate::portal::ui::reactive::erased::memo;

/// Which of the forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// The parcel to the data centre.
    Parcel,
    /// Address and carrier of the return.
    Return,
    /// All that marking a job as shipped needs.
    Shipment {
        /// Whether the job lacks the address that its drives go back to.
        with_address: bool,
    },
}

impl FormKind {
    /// Its fields, in the order shown.
    pub fn fields(self) -> &'static [TrackingField] {
        match self {
            FormKind::Parcel | FormKind::Shipment { with_address: false } => &TrackingField::PARCEL,
            FormKind::Return => &TrackingField::RETURN,
            FormKind::Shipment { with_address: true } => &TrackingField::SHIPMENT,
        }
    }

    /// What the rules are asked about it.
    pub fn action(self) -> Action {
        match self {
            FormKind::Parcel => Action::EditDelivery,
            FormKind::Return => Action::EditReturn,
            FormKind::Shipment { .. } => Action::Ship,
        }
    }

    /// The id of a field in the page.
    pub fn id(self, field: TrackingField) -> String {
        let (object, name) = field.place();
        let form = match self {
            FormKind::Parcel | FormKind::Return => "",
            FormKind::Shipment { .. } => "ship-",
        };
        format!("{form}{object}-{name}")
    }
}

/// A form: what the user has changed and not sent yet; all else shows the job as it is.
#[derive(Clone, Copy)]
pub struct Form {
    /// The job.
    pub watch: Watch,
    /// Which form it is.
    pub kind: FormKind,
    /// Whether the parcel is to be marked as shipped.
    pub ship: RwSignal<bool>,
    typed: RwSignal<Vec<(TrackingField, String)>>,
    /// Whether somebody has tried to send what is wrong in this form or its neighbour; only then is it called wrong.
    tried: RwSignal<bool>,
}

impl Form {
    /// The two forms of the tracking tab, which nobody has typed into.
    pub fn both(watch: Watch) -> [Form; 2] {
        let (ship, tried) = (RwSignal::new(false), RwSignal::new(false));
        let form = |kind| Form { watch, kind, ship, typed: RwSignal::new(Vec::new()), tried };
        [form(FormKind::Parcel), form(FormKind::Return)]
    }

    /// The form that marks the job as shipped, with what is likely filled in.
    pub fn shipment(watch: Watch) -> Form {
        let (now, job) = (watch.now.get_untracked(), watch.job.get_untracked());
        let kind = FormKind::Shipment { with_address: job.order.return_address.is_none() };
        let typed = RwSignal::new(changes(&job, now));
        Form { watch, kind, ship: RwSignal::new(true), typed, tried: RwSignal::new(false) }
    }

    /// What stands in a field.
    pub fn value(self, field: TrackingField) -> String {
        let typed =
            self.typed.with(|typed| typed.iter().find(|(f, _)| *f == field).map(|(_, text)| text.clone()));
        typed.unwrap_or_else(|| self.watch.job.with(|job| field.value(job)))
    }

    /// Fills in with samples what is empty.
    pub fn fill(self) {
        for field in self.kind.fields() {
            let sample = field.sample();
            if !sample.is_empty() && self.value(*field).trim().is_empty() {
                self.set(*field, sample.to_owned());
            }
        }
    }

    /// Notes what is typed into a field.
    pub fn set(self, field: TrackingField, text: String) {
        self.typed.update(|typed| {
            typed.retain(|(f, _)| *f != field);
            typed.push((field, text));
        });
    }

    fn values(self) -> Vec<(TrackingField, String)> {
        self.kind.fields().iter().map(|field| (*field, self.value(*field))).collect()
    }

    fn ships(self) -> bool {
        self.kind != FormKind::Return && self.ship.get()
    }

    /// What would be wrong with sending it.
    fn problems(self) -> Vec<(TrackingField, Invalid)> {
        let (values, ship) = (self.values(), self.ship.get());
        self.watch.job.with(|job| problems(job, &values, ship))
    }

    /// What is called wrong: all that is, once somebody has tried to send it.
    pub fn found(self) -> Memo<Vec<(TrackingField, Invalid)>> {
        memo(move |_| if self.tried.get() { self.problems() } else { Vec::new() })
    }

    /// Whether sending it would change the job.
    pub(super) fn is_changed(self) -> bool {
        let values = self.values();
        self.ships() || self.watch.job.with(|job| is_changed(job, &values))
    }

    /// Whether somebody has typed into it.
    pub(super) fn is_begun(self) -> bool {
        self.ships() || self.typed.with(|typed| !typed.is_empty())
    }

    pub(super) fn clear(self) {
        // The page may have been left meanwhile.
        self.typed.try_set(Vec::new());
        self.tried.try_set(false);
        if self.kind == FormKind::Parcel {
            self.ship.try_set(false);
        }
    }

    /// Sends it, and calls `done` when it has been carried out; where something is wrong, it goes there instead.
    pub fn send(self, commands: Commands, summary: NodeRef<html::Div>, done: impl Fn() + 'static) {
        if !untrack(|| self.problems()).is_empty() {
            self.tried.set(true);
            request_animation_frame(move || {
                if let Some(summary) = summary.try_get_untracked().flatten() {
                    // An element that is in the page can take the focus.
                    let _ = summary.focus();
                }
            });
            return;
        }
        let (values, ship) = untrack(|| (self.values(), self.ships()));
        let (request, id) = self
            .watch
            .job
            .with_untracked(|job| (calls::patch(&job.id, &body(job, &values, ship)), job.id.clone()));
        let (m, name) = (self.watch.texts.peek(), id.name.as_str());
        let (told, text) = match (self.kind, ship) {
            (FormKind::Parcel | FormKind::Shipment { .. }, true) => {
                (m.track_saved_shipped(name), m.track_saved_shipped_text())
            }
            (FormKind::Parcel | FormKind::Shipment { .. }, false) => {
                (m.track_saved_parcel(name), String::new())
            }
            (FormKind::Return, _) => (m.track_saved_return(name), String::new()),
        };
        let rule = self.watch.rule(if ship { Action::Ship } else { self.kind.action() });
        let story = CommandStory { done: told, text, failed: m.track_not_saved(name), link: None, rule };
        spawn_local(async move {
            if commands.run(request, story).await.is_done() {
                self.clear();
                done();
            }
        });
    }
}
