//! Notifications: the messages over the page, and the panel with their history.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::rooms::{Room, quietly};
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::feedback::{Notice, use_feedback};
use crate::portal::ui::hand_on_focus;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::reactive::subscribers::scoped_memo;

/// The newest messages, over the page.
#[component]
pub fn Toasts() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let toast = move |notice: Notice| {
        let no = notice.no;
        message(notice, "toast", Callback::new(move |()| feedback.close_toast(no)))
    };
    // The live region says it, so it is here for the eyes alone.
    let brief = live(move || {
        let text = feedback.brief()?;
        Some(
            view! { <div class="toast toast--brief tone--success" aria-hidden="true"><Icon name="check"/><p>{text}</p></div> },
        )
    });
    view! {
        <section class="toasts" aria-label=t.say(Messages::messages)>
            {quietly(Room::Renewal)}
            <For each=live(move || feedback.toasts()) key=|notice| notice.no children=toast/>
            {brief}
        </section>
    }
    .into_any()
}

/// The history of notifications, opened by the bell.
#[component]
pub fn NoticePanel() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let notices = feedback.notices();
    let none = memo(move |_| notices.with(Vec::is_empty));
    let toggled = move |event: web_sys::ToggleEvent| {
        if event.new_state() == "closed" {
            feedback.mark_read();
        }
    };
    let item = move |notice: Notice| {
        let no = notice.no;
        let body = message(notice, "notice", Callback::new(move |()| feedback.dismiss(no)));
        view! { <li>{body}</li> }.into_any()
    };
    view! {
        <div
            class="popover popover--panel"
            id="notifications"
            popover="auto"
            role="region"
            aria-labelledby="notifications-title"
            on:toggle=move |event| toggled(wasm_bindgen::JsCast::unchecked_into(event))
        >
            <div class="popover__head">
                <h2 id="notifications-title">{t.say(Messages::notifications)}</h2>
                <button
                    type="button"
                    class="button button--subtle button--sm"
                    hidden=live(move || none.get())
                    on:click=move |_| {
                        hand_on_focus("#notifications", "");
                        feedback.dismiss_all();
                    }
                >
                    {t.say(Messages::dismiss_all)}
                </button>
                <button
                    type="button"
                    class="button button--subtle button--icon button--sm"
                    aria-label=t.say(Messages::close)
                    popovertarget="notifications"
                >
                    <Icon name="close"/>
                </button>
            </div>
            <div class="empty" hidden=live(move || !none.get())>
                <p>{t.say(Messages::no_notifications)}</p>
            </div>
            <ul class="notices divided">
                <For each=live(move || notices.get()) key=|notice| notice.no children=item/>
            </ul>
        </div>
    }
    .into_any()
}

/// One message, with a link to what it is about for as long as that exists.
fn message(notice: Notice, class: &'static str, on_close: Callback<()>) -> AnyView {
    let t = use_texts();
    let (backend, navigation) = (use_backend(), use_navigation());
    let Notice { news, at, language, .. } = notice;
    let title = news.title.clone();
    let link = news.link.map(|route| {
        let there = route.clone();
        let gone = scoped_memo(move |_| match &there {
            Route::Job(address, _) | Route::Rule(address, _) | Route::Call(address, _) => {
                backend.read(|all| all.find(&address.key()).is_none())
            }
            Route::Jobs(_)
            | Route::Create
            | Route::Activity(_)
            | Route::Console(_)
            | Route::Conformance(_)
            | Route::Learn(_)
            | Route::Class(_)
            | Route::Gallery(_)
            | Route::Settings => false,
            Route::Unknown(_) => true,
        });
        let (href, rule) = (route.to_string(), route.clone());
        let is_rule = matches!(route, Route::Rule(..));
        let label: Phrase = if is_rule { Messages::job_may_see } else { Messages::go_to_resource };
        view! { <p hidden=live(move || gone.get())><a href=href on:click=move |_| navigation.leave(&rule)>{t.say(label)}</a></p> }
            .into_any()
    });
    let text = (!news.text.is_empty()).then(|| view! { <p lang=language>{news.text}</p> }.into_any());
    view! {
        <div class=format!("{class} {}", news.tone.class())>
            <Icon name=news.tone.icon()/>
            <div>
                <p lang=language><strong>{news.title}</strong></p>
                {text}
                {link}
                <p class="hint">{live(move || t.get().simulated_at(format::date_time(t.language(), at)).to_string())}</p>
            </div>
            <button
                type="button"
                class="button button--subtle button--icon button--sm"
                aria-label=live(move || t.get().dismiss_named(title.as_str()).to_string())
                on:click=move |_| {
                    hand_on_focus(".toasts, #notifications", "[popovertarget=notifications]");
                    on_close.run(());
                }
            >
                <Icon name="close"/>
            </button>
        </div>
    }
    .into_any()
}
