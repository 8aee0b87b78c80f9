//! Parts: what of the drawing explains itself, and in which words.

use leptos::prelude::*;

use crate::domain::state::JobState;
use crate::portal::job::model::ways::{DiagramPlace, WAYS, Way};
use crate::portal::job::model::words;
use crate::portal::job::overview::states::sentences;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;

/// A box or an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagramPart {
    /// A box.
    Place(DiagramPlace),
    /// An arrow.
    Way(Way),
}

/// Every part, in the order in which the arrow keys go: a state, then the ways that lead on from it.
pub fn parts() -> Vec<DiagramPart> {
    let ways = |place: DiagramPlace| {
        WAYS.into_iter().filter(move |way| DiagramPlace::State(way.from) == place).map(DiagramPart::Way)
    };
    DiagramPlace::ALL
        .into_iter()
        .flat_map(|place| std::iter::once(DiagramPart::Place(place)).chain(ways(place)))
        .collect()
}

/// What a part is called.
pub fn name(part: DiagramPart, watch: Watch) -> String {
    let m = watch.texts.get();
    match part {
        DiagramPart::Place(place) => words::place(place, &m),
        DiagramPart::Way(way) => {
            m.job_way(words::place(DiagramPlace::State(way.from), &m), words::place(way.to, &m))
        }
    }
}

/// What a part means, for the job of the page too.
pub fn meaning(part: DiagramPart, watch: Watch) -> String {
    let m = watch.texts.get();
    match part {
        DiagramPart::Place(DiagramPlace::State(state)) => of_state(state, watch),
        DiagramPart::Place(DiagramPlace::Deleted) => {
            let expected = watch.diagram.with(|diagram| diagram.deletion);
            let expected =
                expected.map(|at| m.job_deleted_expected(format::date_time(watch.texts.language(), at)));
            [Some(m.job_deleted_text()), expected].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        DiagramPart::Way(way) => {
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
