//! The protocol between the tabs that show one workspace: one leads and writes, the others follow, and what was
//! acknowledged survives whoever dies.
//!
//! Sans I/O: [`node::Node`] is given values (a message, a tick, what a lock or the second copy came to, a request) and
//! gives values back (messages to send, operations on the second copy, answers). It has no clock, no browser and no
//! signals; localStorage, which answers at once, is handed in as a [`crate::store::Storage`]. So whole histories of tabs
//! that hang, crash and forget are played through natively (tests/sync). The browser's half (`portal/backend`) only
//! translates.
//!
//! In reading order: [`message`] is what tabs say, [`lease`] when one may write, [`term`] how one comes to lead,
//! [`recovery`] which copy counts then and `takeover` how it is read, `doing` what is under way, [`log`] and `commit` how a change is kept,
//! [`dedup`] why it is made once, [`second_copy`] what outlives a browser that is killed, `leader`, `carry`, `jump` and `anew`
//! what a leader does for everybody, `follower` and [`replica`] how the others keep up, [`requests`] who waits for what.

mod anew;
mod carry;
mod commit;
pub mod dedup;
mod doing;
mod follower;
pub mod io;
mod jump;
mod leader;
pub mod lease;
pub mod log;
pub mod message;
pub mod node;
pub mod recovery;
pub mod replica;
pub mod requests;
pub mod second_copy;
mod shown;
mod takeover;
pub mod term;

pub use io::{Host, Input, MemoryOnly, NotCarriedOut, Output, Role};
pub use node::Node;
