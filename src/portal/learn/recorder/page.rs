//! The page of the recorder: which branch first, then the lesson that is made of it.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::{live, memo};

use super::branches::Branches;
use super::checks::Checks;
use super::desk::RecorderDesk;
use super::moves::Moves;
use super::said::Said;
use super::tasks::Tasks;

/// The page.
#[component]
pub fn Recorder() -> impl IntoView {
    let desk = RecorderDesk::new();
    let t = desk.commands.texts;
    let drafted = memo(move |_| desk.read(|_| ()).is_some());
    let body = move || match drafted.get() {
        false => view! { <Branches desk/> }.into_any(),
        true => view! {
            <Moves desk/>
            <Tasks desk/>
            <Said desk/>
            <Checks desk/>
        }
        .into_any(),
    };
    view! {
        <PageHead title=t.say(Messages::recorder_title) icon="play"/>
        <p class="measure muted">{t.say(Messages::recorder_intro)}</p>
        <p><a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a></p>
        <div class="stack recorder">{live(body)}</div>
    }
    .into_any()
}
