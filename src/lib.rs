//! The library of the Import/Export mock portal: everything but the few lines that start it.
//!
//! # Code map, in reading order
//!
//! - [`domain`]: the rules and values of the service. `state.rs` says who may do what when, `job.rs` what
//!   a job is, `fault.rs` how to make things go wrong. No clock, chance, serialisation or browser.
//! - [`service`]: the only place where jobs change. `workspace.rs` takes commands in two steps (prepare,
//!   apply) and lets time pass; `simulation.rs` says what the data centre does as a function of a job's
//!   order, its history and a seed; `status.rs` what that looks like at one moment; `scenario.rs` what a
//!   workspace begins with.
//! - [`api`]: requests in, responses out, as Microsoft.ImportExport answers; `wire` has its spelling.
//! - [`journal`]: `command.rs` spells what is asked of a workspace, the same for lessons, demos and recordings; a
//!   `Journal` has any moment again, `Branches` go on from one.
//! - [`lessons`]: exercises that are data, whose test, answer key and proof are each a replay of a journal.
//! - [`phrases`]: every text, made by the build script out of `portal/locales/*.ftl`. There is a file of them for
//!   each language, of which a reader fetches one; what answers a request is there in all.
//! - [`store`]: what is kept of a workspace and how it survives quota, corruption and older versions.
//!   `load/preview.rs` shows the newest of many jobs before the rest is read.
//! - [`sync`]: the protocol between tabs, without browser or clock: who leads, what is kept when, what is found after a
//!   crash. `tests/sync` plays it through by the thousand; `portal/backend/driver.rs` does in the browser what it says.
//! - `relay`: the service worker, which hands the page's own `fetch` calls to the service and keeps the portal's files, so
//!   that it starts without a network (`portal/settings/offline/` asks for that and offers a newer version).
//! - [`portal`]: what people see. `backend/` is its only way to the service, `route/` its only source of links.
//!   A room for each feature, its plain model beside its views: `shell/` stands around every page and says which one
//!   is shown; `jobs/` is the list, `job/` one job's page, `create/` the wizard, `console/` the REST console,
//!   `conformance/` what of the contract works here, `activity/` the log, `learn/` the lessons, `settings/` what can be
//!   chosen, `timeline/` the strip on which the past is looked at, `present/` what plays a recording in front of people,
//!   `welcome/` the first steps, `embed/` what speaks with a page that shows the portal in a frame, `prototype/` what is
//!   overridden to try the interface out, another look for a tab (`look/`) and the gallery of all parts. Under them `ui/` has what
//!   they are built of and `text/` the reader's language. `rooms/` names each room that is fetched
//!   when somebody goes there, `rooms/later.rs` what is fetched behind the first view.
//!
//! One command takes one way, whoever sends it: request → api → service → domain rule → service → store →
//! every open tab → pixels. Arrows point one way: portal → (lessons, sync) → journal → api → service → domain, and
//! journal → store → service.
//!
//! # Words
//!
//! The service's words are Azure's: job, drive, state, cancel, delete. Ours, each of which means one thing:
//!
//! - *workspace*: all jobs of one simulated world with its clock and its log. A *scenario* is what one begins with, a
//!   *slot* is where one is kept, its *kind* what for, and a new beginning stands *beside* a slot until it takes the place of what
//!   is there.
//! - *command*: something that is asked of a workspace; a *change* is what it comes to, a *commit* a change that is kept.
//! - *leader*: the one tab that writes; *followers* show its *replica*. A *term* is one tab's time as the leader, numbered
//!   by its *epoch*; the *lease* is how long it may count on it, and its *heartbeat* says that it is there.
//! - *ledger*: what localStorage holds of a workspace, with its *write-ahead log* (WAL); the *second copy* is what IndexedDB
//!   holds of it. *Recovery* chooses between them; *deduplication* keeps a request from being carried out twice.
//! - *journal*: commands and their moments, from which any moment can be had again; a *recording* is a workspace's own.
//! - *room*: a feature of the portal with its models and views, fetched when somebody goes there; *later* is what every
//!   room needs and the list's first view does not.
//! - *offline copy*: the portal's files that the worker keeps. A *neighbour* is another portal at the same origin.
//!
//! # Invariants, each held by a test
//!
//! 1. A refused command changes nothing.
//! 2. A deleted job is nowhere: not in memory, storage, another tab or the API.
//! 3. Advancing to a and then to b equals advancing to b; equal seed, commands and times give equal bytes.
//! 4. One predicate answers "may I?": a button's disabled reason and the API's 409 are the same value.
//! 5. What cannot be read is kept aside, never overwritten, and the user is told.
//! 6. Nothing leaves the origin; a page that shows the portal in a frame hears of that frame alone, by the port it has given.
//! 7. Looking at the past writes nothing; a recorded workspace keeps what was deleted only until its recording is stopped.

// A new variant is to break the build where a decision about it is due.
#![warn(clippy::wildcard_enum_match_arm)]

pub mod api;
pub mod domain;
pub mod journal;
pub mod lessons;
pub mod phrases;
pub mod portal;
pub mod service;
pub mod store;
pub mod sync;
