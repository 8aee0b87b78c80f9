//! Carrying out: what the tab that leads does for everybody, each thing prepared as a change that is kept before it is
//! made.
//!
//! Invariant: what a recorded workspace writes down of a command is part of the change that the command makes.

use crate::api::CLIENT_REQUEST_ID;
use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;
use crate::journal::annex;
use crate::journal::travel::{self, Journey};
use crate::phrases::Language;
use crate::service::clock::Jump;
use crate::service::scenario::Scenario;
use crate::service::workspace::{Change, Command, Workspace};
use crate::store::fresh::Fresh;

use super::dedup::QuestionId;
use super::doing::{After, Then};
use super::io::Host;
use super::message::{Asked, Replied};
use super::node::{Node, Place};

impl Node {
    /// Carries something out when it is its turn.
    pub(super) fn carry(&mut self, host: &Host<'_>, question: QuestionId, asked: Asked) {
        if !self.leads() {
            self.finish(host, &question, Replied::Again);
            return;
        }
        if let Place::Slot = self.place
            && !self.may_write(host)
        {
            self.when_sure(host, Then::Carry(question, asked));
            return;
        }
        match asked {
            Asked::Call(call) => {
                let (mut request, by) = call.request();
                if request.header(CLIENT_REQUEST_ID).is_none() {
                    request.headers.push((CLIENT_REQUEST_ID.to_owned(), question.1.to_string()));
                }
                let answer = travel::answer(&self.replica.workspace, &request, by);
                self.change(host, question, answer.response.into(), answer.change);
            }
            Asked::Rules(name) => self.command(host, question, RuleSet::parse(&name).map(Command::SetRules)),
            Asked::Speed(speed) => self.command(host, question, Some(Command::SetSpeed(speed))),
            Asked::Paused(paused) => self.command(host, question, Some(Command::SetPaused(paused))),
            Asked::Hours(n) => self.begin_jump(host, question, Jump::Hours(n)),
            Asked::Days(n) => self.begin_jump(host, question, Jump::Days(n)),
            Asked::NextEvent => self.begin_jump(host, question, Jump::NextEvent),
            Asked::To(millis) => self.begin_jump(host, question, Jump::To(SimTime::from_millis(millis))),
            Asked::Reset(scenario, seed, jobs) => {
                let scenario = Scenario::parse(&scenario).unwrap_or_default();
                self.begin_reset(host, question, Fresh { scenario, seed, jobs });
            }
            Asked::Replace(from) => self.begin_replace(host, question, from),
            Asked::Travel(journey, language) => {
                let (reply, change) = travelled(&self.replica.workspace, &journey, &language);
                self.change(host, question, reply, change);
            }
            Asked::Undo => {
                let before = self.undo.before(self.replica.workspace.head());
                let change = before.map(|before| self.replica.workspace.turn_to(&before));
                self.change(host, question, Replied::Done, change);
            }
        }
    }

    /// Settings are never refused; one that there is not changes nothing.
    fn command(&mut self, host: &Host<'_>, question: QuestionId, command: Option<Command>) {
        let change = command.and_then(|command| travel::set(&self.replica.workspace, &command));
        self.change(host, question, Replied::Done, change);
    }

    /// Keeps a change that was prepared, and then makes it.
    fn change(&mut self, host: &Host<'_>, question: QuestionId, reply: Replied, change: Option<Change>) {
        match change {
            Some(change) => {
                let answer = Some((question.clone(), reply.clone()));
                let after = After::Command { question, reply, change: change.clone() };
                self.keep(host, change, answer, after);
            }
            None => self.finish(host, &question, reply),
        }
    }

    /// Records the workspace from now on, as before it began anew.
    pub(super) fn record(&mut self, host: &Host<'_>) {
        let change = annex::start(&self.replica.workspace);
        self.keep(host, change.clone(), None, After::Recorded(change));
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
