//! A button for an action that may be refused: it then stays in reach and says why.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::unique_id;

use super::icon::Icon;

/// A button. While there is a reason it does nothing but tell the reason.
#[component]
pub fn ActionButton(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Its accessible name, where the label alone is not enough; begins with what the label says.
    #[prop(into, optional)]
    name: Option<Signal<String>>,
    /// Why it is refused now; nothing while it is allowed.
    #[prop(into, optional)]
    reason: Signal<Option<String>>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// What it does while it is refused, with the reason; else the reason is announced.
    #[prop(into, optional)]
    on_refused: Option<Callback<String>>,
    /// Its icon.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// More classes, such as `button--primary`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let (feedback, t, looking) = (use_feedback(), use_texts(), use_backend().looking());
    // Nothing of the past can be changed, whatever else there is to say.
    let reason = derive(move || match looking.get() {
        true => Some(t.get().not_done_past().to_string()),
        false => reason.get(),
    });
    let id = unique_id("why");
    let described = id.clone();
    let refused = memo(move |_| reason.with(Option::is_some));
    let press = move |_| match reason.get_untracked() {
        Some(why) => match on_refused {
            Some(tell) => tell.run(why),
            None => feedback.announce(why),
        },
        None => on_press.run(()),
    };
    view! {
        <button
            type="button"
            class=format!("button {class}")
            aria-label=live(move || name.map(|name| name.get()))
            aria-disabled=live(move || refused.get().then_some("true"))
            aria-describedby=live(move || refused.get().then(|| described.clone()))
            on:click=press
        >
            {icon.map(|icon| view! { <Icon name=icon/> }.into_any())}
            {live(move || label.get())}
        </button>
        <span hidden id=id>{live(move || reason.get())}</span>
    }
    .into_any()
}

/// The link to a rule, beside the sentence that refuses something.
pub fn rule_link(rule: Route) -> AnyView {
    let (t, navigation) = (use_texts(), use_navigation());
    let href = rule.to_string();
    view! { " " <a href=href on:click=move |_| navigation.leave(&rule)>{t.say(Messages::job_may_see)}</a> }
        .into_any()
}
