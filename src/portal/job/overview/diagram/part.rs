//! Parts: what of the drawing explains itself, and in which words.

use leptos::prelude::*;

use crate::domain::state::JobState;
use crate::portal::job::model::ways::{Place, WAYS, Way};
use crate::portal::job::model::words;
use crate::portal::job::overview::states::sentences;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;

/// A box or an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A box.
    Place(Place),
    /// An arrow.
    Way(Way),
}

/// Every part, in the order in which the arrow keys go: a state, then the ways that lead on from it.
pub fn parts() -> Vec<Part> {
    let ways =
        |place: Place| WAYS.into_iter().filter(move |way| Place::State(way.from) == place).map(Part::Way);
    Place::ALL.into_iter().flat_map(|place| std::iter::once(Part::Place(place)).chain(ways(place))).collect()
}

/// What a part is called.
pub fn name(part: Part, watch: Watch) -> String {
    let m = watch.texts.get();
    match part {
        Part::Place(place) => words::place(place, &m),
        Part::Way(way) => m.job_way(words::place(Place::State(way.from), &m), words::place(way.to, &m)),
    }
}

/// What a part means, for the job of the page too.
pub fn meaning(part: Part, watch: Watch) -> String {
    let m = watch.texts.get();
    match part {
        Part::Place(Place::State(state)) => of_state(state, watch),
        Part::Place(Place::Deleted) => {
            let expected = watch.diagram.with(|diagram| diagram.deletion);
            let expected =
                expected.map(|at| m.job_deleted_expected(format::date_time(watch.texts.language(), at)));
            [Some(m.job_deleted_text()), expected].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Part::Way(way) => {
            let reasons = way.reasons.iter().map(|reason| words::reason_explained(*reason, &m));
            reasons.collect::<Vec<_>>().join(" ")
        }
    }
}

fn of_state(state: JobState, watch: Watch) -> String {
    watch.diagram.with(|diagram| {
        let node = diagram.nodes.iter().find(|node| node.state == state);
        node.map(|node| sentences(node, watch)).unwrap_or_default()
    })
}
