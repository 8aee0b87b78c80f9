//! Consequences: what will happen if a question is answered with yes, line by line.

use leptos::prelude::*;

use crate::portal::ui::Icon;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::live;

/// One thing that will happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    icon: &'static str,
    tone: &'static str,
    text: String,
}

impl Consequence {
    /// A line that is neither good nor bad.
    pub fn new(icon: &'static str, text: impl ToString) -> Consequence {
        Consequence { icon, tone: "", text: text.to_string() }
    }

    /// The same in the colour of `tone`.
    pub fn toned(self, tone: Tone) -> Consequence {
        Consequence { tone: tone.class(), ..self }
    }
}

/// What will happen, line by line.
#[component]
pub fn Consequences(
    /// The lines.
    #[prop(into)]
    lines: Signal<Vec<Consequence>>,
) -> impl IntoView {
    let item = |Consequence { icon, tone, text }: Consequence| {
        view! { <li class=tone><Icon name=icon/><span>{text}</span></li> }.into_any()
    };
    view! { <ul class="consequences">{live(move || lines.get().into_iter().map(item).collect::<Vec<_>>())}</ul> }
        .into_any()
}
