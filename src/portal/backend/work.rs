//! Work: what the tab that leads does for everybody, each change kept before it is made.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::CLIENT_REQUEST_ID;
use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;
use crate::journal::Undo;
use crate::journal::annex::is_recorded;
use crate::journal::travel::{self, Journey};
use crate::phrases::Language;
use crate::portal::answers::{Asking, Question};
use crate::portal::later;
use crate::portal::letters::{Asked, Letter, Replied};
use crate::portal::ui::reactive::subscribers::renew_readers;
use crate::service::clock::Jump;
use crate::service::scenario::Scenario;
use crate::service::workspace::{Change, Command, Workspace};
use crate::store::ledger::Fresh;

use super::health::{Keeping, Role};
use super::keeper::NotKept;
use super::page::{now, sleep};
use super::{Backend, NotDone, Parts};

/// Milliseconds after a change in which the room that is left is measured again.
const MEASURE_AFTER: f64 = 3_000.0;

impl From<NotKept> for Replied {
    fn from(error: NotKept) -> Self {
        match error {
            NotKept::NotDone(NotDone::Full) => Replied::Full,
            NotKept::NotDone(NotDone::Storage(words)) => Replied::Storage(words),
            NotKept::NotDone(NotDone::Outdated) => Replied::Outdated,
            NotKept::NotDone(NotDone::Gone) => Replied::Gone,
            NotKept::NotDone(NotDone::NoAnswer | NotDone::Past) | NotKept::NotLeading => Replied::Again,
        }
    }
}

impl Backend {
    /// Answers what some tab asks, this one or another, and carries it out if that has not been done; no answer
    /// means that it is being done and its answer comes then.
    pub(super) async fn answer_here(self, question: Question, asked: Asked) -> Option<Replied> {
        let Parts { keeper, .. } = self.parts.get_value();
        match keeper.answers.begin(&question) {
            Asking::New => {}
            Asking::UnderWay => return None,
            Asking::Answered(replied) => return Some(replied),
        }
        let replied = self.carry_out_here(&question, asked).await;
        keeper.answers.end(&question, &replied);
        Some(replied)
    }

    /// Carries something out when it is its turn.
    async fn carry_out_here(self, question: &Question, asked: Asked) -> Replied {
        let done = match asked {
            Asked::Call(call) => {
                let (mut request, by) = call.request();
                if request.header(CLIENT_REQUEST_ID).is_none() {
                    request.headers.push((CLIENT_REQUEST_ID.to_owned(), question.1.to_string()));
                }
                let Some(parts) = later::needed().await else { return self.without_parts(question) };
                return self
                    .change(question, |workspace| {
                        let answer = (parts.prepare)(workspace, &request, by);
                        (answer.response.into(), answer.change)
                    })
                    .await
                    .unwrap_or_else(Replied::from);
            }
            Asked::Rules(name) => match RuleSet::parse(&name) {
                Some(rules) => self.command(question, Command::SetRules(rules)).await,
                None => Ok(()),
            },
            Asked::Speed(speed) => self.command(question, Command::SetSpeed(speed)).await,
            Asked::Paused(paused) => self.command(question, Command::SetPaused(paused)).await,
            Asked::Hours(n) => self.jump_here(question, Jump::Hours(n)).await,
            Asked::Days(n) => self.jump_here(question, Jump::Days(n)).await,
            Asked::NextEvent => self.jump_here(question, Jump::NextEvent).await,
            Asked::To(millis) => self.jump_here(question, Jump::To(SimTime::from_millis(millis))).await,
            Asked::Reset(scenario, seed, jobs) => {
                let scenario = Scenario::parse(&scenario).unwrap_or_default();
                self.reset_here(question, Fresh { scenario, seed, jobs }).await
            }
            Asked::Replace(from) => self.replace_here(question, &from).await,
            Asked::Travel(journey, language) => {
                let travelled = self.change(question, |all| travelled(all, &journey, &language)).await;
                return travelled.unwrap_or_else(Replied::from);
            }
            Asked::Undo => {
                let undone = |all: &Workspace| (Replied::Done, self.before_jump().map(|to| all.turn_to(&to)));
                self.change(question, undone).await.map(|_| ())
            }
        };
        done.map_or_else(Replied::from, |()| Replied::Done)
    }

    /// What becomes of a call where what answers calls could not be fetched, as after a newer version was put on
    /// the host: another tab may have it.
    fn without_parts(self, (tab, _): &Question) -> Replied {
        let Parts { tabs, .. } = self.parts.get_value();
        if *tab == tabs.me || tabs.role() != Role::Leader {
            return Replied::Outdated;
        }
        self.retire();
        Replied::Again
    }

    async fn command(self, question: &Question, command: Command) -> Result<(), NotKept> {
        // Settings are never refused.
        let prepare = |workspace: &Workspace| (Replied::Done, travel::set(workspace, &command));
        self.change(question, prepare).await.map(|_| ())
    }

    /// Prepares a change, keeps it, applies it and tells the other tabs.
    async fn change(
        self,
        question: &Question,
        prepare: impl FnOnce(&Workspace) -> (Replied, Option<Change>),
    ) -> Result<Replied, NotKept> {
        let Parts { turns, .. } = self.parts.get_value();
        let _turn = turns.take().await;
        self.must_lead().await?;
        let (answer, change) = self.workspace.with_value(prepare);
        if let Some(change) = change {
            self.keep(&change, Some((question, &answer))).await?;
            self.apply(&change);
            self.changed();
            self.measure_soon();
        }
        Ok(answer)
    }

    /// # Errors
    /// [`NotKept::NotLeading`].
    pub(super) async fn must_lead(self) -> Result<(), NotKept> {
        let Parts { tabs, .. } = self.parts.get_value();
        if tabs.still_leads().await { Ok(()) } else { Err(NotKept::NotLeading) }
    }

    /// Keeps a change and tells the other tabs; it is not applied here.
    pub(super) async fn keep(
        self,
        change: &Change,
        answer: Option<(&Question, &Replied)>,
    ) -> Result<(), NotKept> {
        let Parts { keeper, tabs, .. } = self.parts.get_value();
        let kept = keeper.commit(change, answer, &tabs).await;
        match &kept {
            Err(NotKept::NotDone(NotDone::Full)) => self.look_at_health(),
            // Whoever has taken over says so, or this tab begins anew with a term of its own.
            Err(NotKept::NotLeading) if tabs.leads() => self.step_down(),
            Ok(_) | Err(_) => {}
        }
        let writes = kept?;
        if !writes.is_empty() {
            tabs.tell(Letter::Commit(writes));
        }
        Ok(())
    }

    /// Keeps nothing but the present time and how a question stands.
    pub(super) async fn note(self, question: &Question, replied: &Replied) -> Result<(), NotKept> {
        let head = self.workspace.with_value(|workspace| workspace.head().clone());
        let change = Change::of(head);
        self.keep(&change, Some((question, replied))).await
    }

    async fn reset_here(self, question: &Question, fresh: Fresh) -> Result<(), NotKept> {
        let Parts { keeper, turns, .. } = self.parts.get_value();
        let _turn = turns.take().await;
        self.must_lead().await?;
        if keeper.answers.begun(question).is_some() && keeper.has(&keeper.beside()).is_err() {
            // The leader before this one has begun it anew.
            return Ok(());
        }
        let recorded = self.workspace.with_value(is_recorded);
        let begun = self.begin_beside(question, &fresh).await;
        if let Err(NotKept::NotDone(_)) = &begun {
            keeper.take_from_beside()?;
        }
        let begun = match begun {
            // There is no room for both, and what is small fits where the old one was.
            Err(NotKept::NotDone(NotDone::Full)) if !fresh.is_many() => None,
            begun => begun?,
        };
        let workspace = match begun {
            Some(workspace) => workspace,
            None => keeper.reset(&fresh, question).await?,
        };
        self.show(workspace);
        self.tell_all("");
        self.look_at_health();
        if recorded {
            // The recording went with what it told of; the switch is as it was.
            self.record();
        }
        Ok(())
    }

    /// Writes a new beginning beside the workspace and lets it take its place; none where nothing is kept. That this was
    /// begun is noted before, so that a tab that takes over on the way neither forgets it nor begins once more.
    async fn begin_beside(self, question: &Question, fresh: &Fresh) -> Result<Option<Workspace>, NotKept> {
        let Parts { keeper, .. } = self.parts.get_value();
        keeper.put_beside(fresh)?;
        // Much takes a while to write, in which nobody hears of this tab.
        self.must_lead().await?;
        self.note(question, &Replied::Begun(0)).await?;
        keeper.replace(&keeper.beside(), question).await
    }

    async fn replace_here(self, question: &Question, from: &str) -> Result<(), NotKept> {
        let Parts { keeper, turns, .. } = self.parts.get_value();
        let _turn = turns.take().await;
        self.must_lead().await?;
        match keeper.has(from) {
            // The leader before this one has moved it here.
            Err(_) if keeper.answers.begun(question).is_some() => return Ok(()),
            there => there?,
        }
        self.note(question, &Replied::Begun(0)).await?;
        if let Some(workspace) = keeper.replace(from, question).await? {
            self.show(workspace);
            self.tell_all("");
        }
        self.look_at_health();
        Ok(())
    }

    /// Carries out a change that is kept.
    pub(super) fn apply(self, change: &Change) {
        self.undo.update_value(|undo| self.workspace.with_value(|before| undo.see(before, change)));
        self.workspace.update_value(|workspace| workspace.apply(change));
    }

    /// The workspace before the last jump, if that can be undone.
    fn before_jump(self) -> Option<Workspace> {
        self.undo.with_value(|undo| self.workspace.with_value(|now| undo.before(now.head())))
    }

    /// Shows another workspace from now on.
    pub(super) fn show(self, workspace: Workspace) {
        self.undo.update_value(Undo::clear);
        self.workspace.set_value(workspace);
        self.changed();
    }

    /// Tells all who look that jobs, the log or a setting have changed.
    pub(super) fn changed(self) {
        self.forget_gone();
        self.show_time();
        let offered = self.undo.with_value(|undo| undo.offer().is_some());
        if self.undo_offered.get_untracked() != offered {
            self.undo_offered.set(offered);
        }
        self.revision.update_untracked(|revision| *revision += 1);
        renew_readers(&self.revision);
    }

    pub(super) fn show_time(self) {
        let now = self.peek(Workspace::now);
        if self.clock.get_untracked() != now {
            *self.clock.write_untracked() = now;
            renew_readers(&self.clock);
        }
    }

    /// Looks how the backend stands, and says so if that has changed.
    pub(super) fn look_at_health(self) {
        let Some(Parts { keeper, tabs, .. }) = self.parts.try_get_value() else { return };
        let mut health = self.health.get_untracked();
        (health.storage, health.aside) = keeper.measure();
        health.copy = keeper.copy();
        health.role = tabs.role();
        health.gone = keeper.is_gone();
        health.outdated = keeper.is_outdated() && !health.gone;
        if self.health.with_untracked(|shown| *shown != health) {
            self.health.set(health);
        }
    }

    /// Measures the room that is left, once for all changes of the next seconds.
    fn measure_soon(self) {
        let Parts { tabs, .. } = self.parts.get_value();
        if now() < tabs.measured.get() + MEASURE_AFTER {
            return;
        }
        tabs.measured.set(now());
        spawn_local(async move {
            sleep(MEASURE_AFTER).await;
            let Some(Parts { keeper, .. }) = self.parts.try_get_value() else { return };
            let told = self.health.with_untracked(|shown| shown.storage != Keeping::Kept || shown.aside > 0);
            if told || !keeper.has_room() {
                self.look_at_health();
            }
        });
    }
}

/// What a journey comes to; a refusal is told in the language of whoever asked.
fn travelled(workspace: &Workspace, journey: &Journey, language: &str) -> (Replied, Option<Change>) {
    match travel::travel(workspace, journey) {
        Ok(change) => (Replied::Done, Some(change)),
        Err(why) => {
            let sentence = why.sentence(&Language::negotiate(language).phrases());
            (Replied::Response(409, Vec::new(), sentence), None)
        }
    }
}
