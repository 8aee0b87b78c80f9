//! Classes: the pages on which a trainer sets lessons and collects what was done, and the learner's side of both.

mod certificate;
mod collect;
mod desk;
mod device;
mod hand_in;
mod join;
mod key;
mod own;
mod page;
mod reading;
mod set;
mod table;
mod trainer;

pub use collect::CollectPage;
pub use hand_in::{HandIn, class_link};
pub use page::ClassPage;
pub use trainer::TrainerPage;
