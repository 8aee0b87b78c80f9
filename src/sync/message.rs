//! A message: what the tabs that show one workspace say to each other, in a language that has a number.
//!
//! Invariant: what is read is exactly what was written, and nothing of another language is taken for ours.

use serde::{Deserialize, Serialize};

use crate::api::message::{Request, Response};
use crate::journal::travel::Journey;
use crate::service::log::Actor;
use crate::service::range;
use crate::service::scenario::Scenario;
use crate::store::codec::Mark;
use crate::store::entries::Write;

/// The number of the language below. Tabs of one number understand each other, whatever their
/// build; a tab that hears a higher number is outdated.
pub const PROTOCOL: u32 = 5;

/// A message with what is on its envelope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// [`PROTOCOL`] of the sender.
    pub v: u32,
    /// The tab that sends it.
    pub from: String,
    /// Under whose lead, as far as the sender knows.
    pub epoch: u64,
    /// What it says.
    pub message: Message,
}

impl Envelope {
    /// Whether every number in it is one that it may be; what is written in entries is looked at when it is followed.
    fn is_within(&self) -> bool {
        range::COMMITS.contains(&self.epoch)
            && match &self.message {
                Message::Beat(beat) => {
                    [beat.seq, beat.base.0, beat.base.1].iter().all(|no| range::COMMITS.contains(no))
                        && range::time(beat.millis).is_some()
                }
                Message::Ask(_, Asked::Speed(speed)) => range::is_speed(*speed),
                Message::Ask(_, Asked::To(millis)) | Message::Reply(_, _, Replied::Begun(millis)) => {
                    range::time(*millis).is_some()
                }
                Message::Ask(_, Asked::Reset(_, _, jobs)) => {
                    jobs.is_none_or(|jobs| jobs <= Scenario::MAX_LOAD_JOBS)
                }
                Message::Ask(..)
                | Message::Reply(..)
                | Message::Hello
                | Message::Taking
                | Message::Yield
                | Message::Commit(_)
                | Message::WantAll
                | Message::All(..)
                | Message::Gone => true,
            }
    }
}

/// What tabs say to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// Who leads?
    Hello,
    /// I lead.
    Beat(Beat),
    /// I am about to lead, which takes a while where there is much to read: have patience.
    Taking,
    /// Somebody looks at me and nobody at you: let me lead.
    Yield,
    /// A commit, as it was written.
    Commit(Vec<Write>),
    /// Carry this out, and answer with this number.
    Ask(u64, Asked),
    /// The answer to a tab's question with this number.
    Reply(String, u64, Replied),
    /// I have missed something.
    WantAll,
    /// Everything, to one tab, or to all if none is named.
    All(String, Vec<(String, String)>),
    /// This workspace is thrown away: nobody may write it any more.
    Gone,
}

/// A heartbeat: how the tab that leads stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat {
    /// The number of the last commit.
    pub seq: u64,
    /// The simulated time, in milliseconds.
    pub millis: i64,
    /// Whether nobody looks at this tab.
    pub hidden: bool,
    /// The number and the epoch of the commit that the leader began with: who is at that one has missed nothing before.
    pub base: (u64, u64),
}

impl Beat {
    /// The commit that the leader began with.
    pub fn base(&self) -> Mark {
        Mark { seq: self.base.0, epoch: self.base.1 }
    }
}

/// What a tab asks the one that leads to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Asked {
    /// A request to the API.
    Call(SentCall),
    /// A rule set, by its name.
    Rules(String),
    /// The clock's speed.
    Speed(u64),
    /// Whether the clock stands still.
    Paused(bool),
    /// A jump by so many hours.
    Hours(u16),
    /// A jump by so many days.
    Days(u16),
    /// A jump to whatever comes next.
    NextEvent,
    /// A jump to this simulated time, in milliseconds.
    To(i64),
    /// A new beginning: scenario, seed, jobs.
    Reset(String, u64, Option<usize>),
    /// The workspace in this slot in the place of the one shown.
    Replace(String),
    /// Something of the recording, and the language of a refusal.
    Travel(Journey, String),
    /// Time goes back to before the last jump.
    Undo,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Replied {
    /// The API's answer: status, headers, body.
    Response(u16, Vec<(String, String)>, String),
    /// It is done.
    Done,
    /// It was begun and leads to this simulated time, in milliseconds; for a tab that leads later and is asked again.
    Begun(i64),
    /// The workspace at this commit, by its number and its epoch, was to give way to another; for a tab that leads later
    /// and is asked again.
    Replacing(u64, u64),
    /// There was no room.
    Full,
    /// The storage refused, in its own words.
    Storage(String),
    /// The data is newer than the tab that leads.
    Outdated,
    /// The tab does not lead any more: ask again.
    Again,
    /// The workspace that it is about was thrown away.
    Gone,
}

/// A request: method, base, target, headers, body (a character a byte), and who sends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentCall(String, String, String, Vec<(String, String)>, String, usize);

impl SentCall {
    /// A request on its way to another tab.
    pub fn of(request: &Request, by: Actor) -> SentCall {
        let body = request.body.iter().map(|byte| char::from(*byte)).collect();
        let by = Actor::ALL.iter().position(|actor| *actor == by).unwrap_or_default();
        let Request { method, base, target, headers, .. } = request.clone();
        SentCall(method, base, target, headers, body, by)
    }

    /// The request and who sends it.
    pub fn request(self) -> (Request, Actor) {
        let SentCall(method, base, target, headers, body, by) = self;
        // Characters that are no byte come from nobody; the API says what is wrong with the body.
        let body = body.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        let by = Actor::ALL.get(by).copied().unwrap_or(Actor::Rest);
        (Request { method, base, target, headers, body }, by)
    }
}

impl From<Response> for Replied {
    fn from(response: Response) -> Self {
        Replied::Response(response.status, response.headers, response.body)
    }
}

/// What comes in over the channel.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A message in our language.
    Message(Box<Envelope>),
    /// Something of a newer version: this page is outdated.
    Newer,
    /// Something of an older version, or nothing that anybody understands.
    Noise,
}

/// Reads what came in.
pub fn read(text: &str) -> Heard {
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    match serde_json::from_str::<Version>(text) {
        Ok(Version { v }) if v > PROTOCOL => Heard::Newer,
        Ok(Version { v: PROTOCOL }) => {
            let envelope = serde_json::from_str(text).ok().filter(Envelope::is_within);
            envelope.map_or(Heard::Noise, |envelope| Heard::Message(Box::new(envelope)))
        }
        Ok(_) | Err(_) => Heard::Noise,
    }
}

/// A message as it is sent. Plain values cannot fail.
pub fn write(envelope: &Envelope) -> String {
    serde_json::to_string(envelope).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(v: u32, message: Message) -> Envelope {
        Envelope { v, from: "a".to_owned(), epoch: 3, message }
    }

    #[test]
    fn requests_arrive_as_they_were_sent() {
        let request = Request {
            method: "PUT".to_owned(),
            base: "http://localhost/x".to_owned(),
            target: "/a?b=c".to_owned(),
            headers: vec![("accept-language".to_owned(), "tr".to_owned())],
            body: (0..=255).collect(),
        };
        for by in Actor::ALL {
            let message = Message::Ask(7, Asked::Call(SentCall::of(&request, by)));
            let sent = envelope(PROTOCOL, message);
            let Heard::Message(heard) = read(&write(&sent)) else { panic!("not read") };
            assert_eq!(*heard, sent);
            let Message::Ask(7, Asked::Call(call)) = heard.message else { panic!("another message") };
            assert_eq!(call.request(), (request.clone(), by));
        }
    }

    #[test]
    fn a_message_with_a_number_that_cannot_be_is_noise() {
        let far = 1 << 53;
        let said = |message| read(&write(&envelope(PROTOCOL, message)));
        let beat = |seq, millis, base| Message::Beat(Beat { seq, millis, hidden: false, base });
        for message in [
            beat(far, 0, (0, 0)),
            beat(1, -1, (0, 0)),
            beat(1, i64::MAX, (0, 0)),
            beat(1, 0, (far, 0)),
            beat(1, 0, (0, far)),
            Message::Ask(1, Asked::Speed(7)),
            Message::Ask(1, Asked::To(-1)),
            Message::Ask(1, Asked::Reset("load".to_owned(), 1, Some(usize::MAX))),
            Message::Reply("a".to_owned(), 1, Replied::Begun(i64::MIN)),
        ] {
            assert_eq!(said(message.clone()), Heard::Noise, "{message:?}");
        }
        let late = Envelope { epoch: far, ..envelope(PROTOCOL, Message::Hello) };
        assert_eq!(read(&write(&late)), Heard::Noise);
        assert!(matches!(said(beat(1, 0, (1, 0))), Heard::Message(_)));
    }

    #[test]
    fn a_newer_language_is_known_though_not_understood() {
        assert_eq!(read(&write(&envelope(PROTOCOL + 1, Message::Hello))), Heard::Newer);
        assert_eq!(read(r#"{"v":99,"anything":[1]}"#), Heard::Newer);
        for noise in [
            "",
            "null",
            r#"{"v":0}"#,
            r#"{"v":5}"#,
            "[1]",
            r#"{"v":5,"from":"a","epoch":0,"message":"Sing"}"#,
        ] {
            assert_eq!(read(noise), Heard::Noise, "{noise}");
        }
    }
}
