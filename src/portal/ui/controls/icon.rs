//! An icon of style/icons.svg; decoration, since a text beside it or a label always says the same.

use leptos::prelude::*;

/// The icon called `name`.
#[component]
pub fn Icon(
    /// The symbol's id without its `i-`.
    name: &'static str,
    /// More classes, such as `icon--lg`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let class = if class.is_empty() { "icon".to_owned() } else { format!("icon {class}") };
    view! { <svg class=class aria-hidden="true"><use_ href=format!("#i-{name}")></use_></svg> }
}
