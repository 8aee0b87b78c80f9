//! The host: the page around the frame, as long as the portal is shown in it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use crate::api::message::Request;
use crate::domain::time::SimTime;
use crate::phrases::Messages;
use crate::portal::backend::{Backend, Jump, NotDone};
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::text::texts::Texts;
use crate::portal::ui::commands::{not_done, use_commands};
use crate::portal::ui::reactive::erased::effect;
use crate::service::log::Actor;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;

use super::answers::{self, ToldJobs};
use super::port::{Port, greetings};
use super::protocol::{self, Access, Ask, HostAdvance, HostQuestion, HostRefusal, Topic};

/// Whether the portal is shown in a page that is not its own: src/boot.js has seen it in the address.
pub fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// What speaks with the host, and what the person is told of that.
#[component]
pub fn EmbedHost() -> impl IntoView {
    let commands = use_commands();
    let access = Access::of(&window().location().search().unwrap_or_default());
    let host = Host {
        backend: commands.backend,
        navigation: use_navigation(),
        texts: commands.texts,
        access,
        line: StoredValue::new_local(None),
        topics: StoredValue::new(BTreeSet::new()),
        told: StoredValue::new(ToldJobs::new()),
    };
    greetings(move |port| host.greet(port));
    host.tell_of_jobs();
    host.tell_of_time();
    host.tell_of_refusals();
    host.tell_of_routes();
    let t = commands.texts;
    view! { <section class="embed-note" aria-label=t.say(Messages::workspace)>{t.say(Messages::embed_note)}</section> }
}

/// The one host that was heard last.
#[derive(Clone, Copy)]
struct Host {
    backend: Backend,
    navigation: Navigation,
    texts: Texts,
    access: Access,
    line: StoredValue<Option<Port>, LocalStorage>,
    topics: StoredValue<BTreeSet<Topic>>,
    /// What it has been told of the jobs.
    told: StoredValue<ToldJobs>,
}

impl Host {
    /// A host that greets anew has forgotten everything.
    fn greet(self, port: Port) {
        if let Some(before) = self.line.try_update_value(|line| line.replace(port.clone())).flatten() {
            before.close();
        }
        self.topics.update_value(BTreeSet::clear);
        let line = port.clone();
        port.hear(move |text| {
            let line = line.clone();
            spawn_local(async move {
                let HostQuestion { id, ask } = HostQuestion::parse(&text, self.access);
                let outcome = match ask {
                    Ok(ask) => self.do_it(ask).await,
                    Err(why) => Err(why),
                };
                line.say(&protocol::answer(&id, outcome));
            });
        });
        port.say(&protocol::ready(self.access));
    }

    async fn do_it(self, ask: Ask) -> Result<Value, HostRefusal> {
        let backend = self.backend;
        match ask {
            Ask::State => {
                let route = self.navigation.signal().get_untracked();
                Ok(untrack(|| backend.present(|all| answers::state(all, &route))))
            }
            Ask::Jobs => Ok(untrack(|| backend.present(answers::jobs))),
            Ask::Job(by) => untrack(|| backend.present(|all| answers::job(all, &by))),
            Ask::Time => Ok(self.time()),
            Ask::Route => Ok(json!(self.navigation.signal().get_untracked().to_string())),
            Ask::Subscribe(topics) => {
                if topics.contains(&Topic::Job) {
                    self.told.set_value(untrack(|| backend.present(answers::told)));
                }
                self.topics.update_value(|all| all.extend(topics));
                Ok(self.subscribed())
            }
            Ask::Unsubscribe(topics) => {
                self.topics.update_value(|all| all.retain(|topic| !topics.contains(topic)));
                Ok(self.subscribed())
            }
            Ask::Go(route) => {
                self.navigation.go(&route);
                Ok(json!(route.to_string()))
            }
            Ask::Request(request) => self.send(request).await,
            Ask::Advance(advance) => self.advance(advance).await,
            Ask::Load(fresh) => self.load(fresh).await,
        }
    }

    async fn send(self, request: Request) -> Result<Value, HostRefusal> {
        let request = Request { base: self.backend.base(), ..request };
        let response = self.backend.send(request, Actor::Rest).await.map_err(|why| self.why(&why))?;
        Ok(answers::response(&response))
    }

    async fn advance(self, advance: HostAdvance) -> Result<Value, HostRefusal> {
        let jump = match advance {
            HostAdvance::Next => Jump::NextEvent,
            HostAdvance::To(to) => Jump::To(to),
            HostAdvance::By(span) => {
                let now = untrack(|| self.backend.present(Workspace::now));
                Jump::To(SimTime::from_millis(now.millis().saturating_add(span.as_millis())))
            }
        };
        self.backend.jump(jump).await.map_err(|why| self.why(&why))?;
        Ok(self.time())
    }

    async fn load(self, fresh: Fresh) -> Result<Value, HostRefusal> {
        self.backend.reset(fresh).await.map_err(|why| self.why(&why))?;
        let route = self.navigation.signal().get_untracked();
        Ok(untrack(|| self.backend.present(|all| answers::state(all, &route))))
    }

    fn time(self) -> Value {
        untrack(|| self.backend.present(answers::time))
    }

    fn why(self, why: &NotDone) -> HostRefusal {
        HostRefusal::NotDone(not_done(why, &self.texts.peek()))
    }

    fn subscribed(self) -> Value {
        self.topics.with_value(|all| all.iter().map(|topic| topic.as_str()).collect())
    }

    fn hears(self, topic: Topic) -> bool {
        self.topics.with_value(|all| all.contains(&topic))
    }

    fn tell(self, topic: Topic, data: Value) {
        if self.hears(topic) {
            self.line.with_value(|line| {
                if let Some(line) = line {
                    line.say(&protocol::event(topic, data));
                }
            });
        }
    }

    fn tell_of_jobs(self) {
        effect(move |_| {
            self.backend.revision().track();
            if self.hears(Topic::Job) {
                let now = untrack(|| self.backend.present(answers::told));
                let changes = self.told.with_value(|before| answers::changes(before, &now));
                self.told.set_value(now);
                changes.into_iter().for_each(|change| self.tell(Topic::Job, change));
            }
        });
    }

    fn tell_of_time(self) {
        effect(move |_| {
            self.backend.clock().track();
            if self.hears(Topic::Time) {
                self.tell(Topic::Time, self.time());
            }
        });
    }

    fn tell_of_refusals(self) {
        let calls = self.backend.calls();
        effect(move |last: Option<u64>| {
            let from = last.unwrap_or_default();
            let mut last = from;
            calls.with(|calls| {
                for call in calls.iter().filter(|call| call.no > from) {
                    // What has not been answered yet is looked at again.
                    let Some(response) = &call.response else { break };
                    last = call.no;
                    if let Some(refused) = answers::refused(&call.request, response) {
                        self.tell(Topic::Refused, refused);
                    }
                }
                last
            })
        });
    }

    fn tell_of_routes(self) {
        let route = self.navigation.signal();
        effect(move |_| self.tell(Topic::Route, json!(route.get().to_string())));
    }
}
