//! Banners: what the user should know as long as it is so.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::hand_on_focus;
use crate::portal::ui::reactive::erased::{effect, live};

use super::Tone;

/// A message in the page.
#[component]
pub fn Banner(
    /// What kind it is.
    tone: Tone,
    /// A few words.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence or two; may be empty.
    #[prop(into, optional)]
    text: Signal<String>,
    /// Called when somebody closes it; without this it stays.
    #[prop(into, optional)]
    on_close: Option<Callback<()>>,
    /// What can be done about it: links and buttons.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let t = use_texts();
    let close = on_close.map(|on_close| {
        view! {
            <button
                type="button"
                class="button button--subtle button--icon button--sm"
                aria-label=live(move || t.get().dismiss_named(title.get()).to_string())
                on:click=move |_| {
                    hand_on_focus(".banners", "main h1");
                    on_close.run(());
                }
            >
                <Icon name="close"/>
            </button>
        }
        .into_any()
    });
    view! {
        <div class=format!("banner {}", tone.class())>
            <Icon name=tone.icon()/>
            <div>
                <p><strong>{live(move || title.get())}</strong></p>
                {live(move || (!text.with(String::is_empty)).then(|| view! { <p>{text.get()}</p> }.into_any()))}
            </div>
            {close}
            {actions.map(|actions| view! { <div class="cluster">{actions}</div> }.into_any())}
        </div>
    }
    .into_any()
}

/// A page that says only one thing: that there is no such job, no such page, nothing to show.
#[component]
pub fn MessagePage(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// Its icon.
    icon: &'static str,
    /// Where one can go from here.
    children: Children,
) -> impl IntoView {
    let t = use_texts();
    let product = t.say(Messages::product_name);
    effect(move |_| document().set_title(&format!("{} – {}", title.get(), product())));
    view! {
        <div class="message-page">
            <Icon name=icon class="icon--xl"/>
            <h1 tabindex="-1">{live(move || title.get())}</h1>
            <p>{live(move || text.get())}</p>
            <div class="cluster">{children()}</div>
        </div>
    }
    .into_any()
}
