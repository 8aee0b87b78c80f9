//! Why rows refuse: one sentence for all jobs in a state, which the rows' buttons point at.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::{Action, JobState, permits};
use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{live, memo};

use super::state::List;
use super::table::{WHY_PENDING, why_id};

/// Why jobs in a state cannot be cancelled or deleted; the rows' buttons point here.
#[component]
pub fn Reasons(list: List) -> impl IntoView {
    let t = use_texts();
    let rules = memo(move |_| list.backend.read(|all| all.head().rules));
    let reason = move |(action, state): (Action, JobState)| {
        let text = live(move || match permits(action, state, rules.get()) {
            Ok(()) => String::new(),
            Err(refusal) => explain::sentence(&refusal, &t.get()),
        });
        view! { <p id=why_id(action, state)>{text}</p> }.into_any()
    };
    let pairs = [Action::Cancel, Action::Delete].into_iter().flat_map(|a| JobState::ALL.map(|s| (a, s)));
    view! {
        <div hidden>
            {pairs.map(reason).collect::<Vec<_>>()}
            <p id=WHY_PENDING>{t.say(Messages::list_pending_why)}</p>
        </div>
    }
    .into_any()
}
