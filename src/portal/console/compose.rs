//! The request as it is typed: method, path, headers and body.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

use super::model::{METHODS, RequestDraft, Unsendable};
use super::state::use_console;
use super::words;

/// The form.
#[component]
pub fn Compose() -> impl IntoView {
    let t = use_texts();
    let console = use_console();
    let draft = console.draft;
    let part = move |part: fn(&RequestDraft) -> &String| move || draft.with(|draft| part(draft).clone());
    let change = move |part: fn(&mut RequestDraft) -> &mut String| {
        move |event: leptos::ev::Event| {
            console.wrong.set(None);
            draft.update(|draft| *part(draft) = event_target_value(&event));
        }
    };
    let wrong_target = memo(move |_| {
        console.wrong.get().filter(|wrong| matches!(wrong, Unsendable::Nothing | Unsendable::Target))
    });
    let wrong_headers =
        memo(move |_| console.wrong.get().filter(|wrong| matches!(wrong, Unsendable::Header(_))));
    let error = move |wrong: Memo<Option<Unsendable>>, id: &'static str| {
        move || {
            let sentence = words::unsendable(wrong.get()?, &t.get());
            Some(
                view! { <p class="field__error" id=id><Icon name="error"/><span>{sentence}</span></p> }
                    .into_any(),
            )
        }
    };
    let invalid = |wrong: Memo<Option<Unsendable>>| move || wrong.with(Option::is_some).then_some("true");
    let described =
        |wrong: Memo<Option<Unsendable>>, id: &'static str| move || wrong.with(Option::is_some).then_some(id);
    let method = move |method: &'static str| {
        view! { <option value=method prop:selected=live(move || draft.read().method == method)>{method}</option> }
        .into_any()
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        console.send();
    };
    view! {
        <form class="stack" novalidate on:submit=send>
            <div class="request-line">
                <div class="field">
                    <label class="field__label" for="console-method">{t.say(Messages::calls_method)}</label>
                    <select class="select mono" id="console-method" on:change=change(|draft| &mut draft.method)>
                        {METHODS.map(method)}
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="console-path">{t.say(Messages::console_path)}</label>
                    <input
                        class="input mono"
                        id="console-path"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        aria-invalid=invalid(wrong_target)
                        aria-describedby=described(wrong_target, "console-path-error")
                        prop:value=part(|draft| &draft.target)
                        on:input=change(|draft| &mut draft.target)
                    />
                </div>
                <button type="submit" class="button button--primary">
                    <Icon name="play"/>
                    {t.say(Messages::console_send)}
                </button>
            </div>
            {error(wrong_target, "console-path-error")}
            <div class="field">
                <label class="field__label" for="console-headers">{t.say(Messages::console_headers)}</label>
                <textarea
                    class="textarea mono"
                    id="console-headers"
                    rows="3"
                    spellcheck="false"
                    aria-invalid=invalid(wrong_headers)
                    aria-describedby=described(wrong_headers, "console-headers-error")
                    prop:value=part(|draft| &draft.headers)
                    on:input=change(|draft| &mut draft.headers)
                ></textarea>
                {error(wrong_headers, "console-headers-error")}
            </div>
            <div class="field">
                <label class="field__label" for="console-body">{t.say(Messages::console_body)}</label>
                <textarea
                    class="textarea mono"
                    id="console-body"
                    spellcheck="false"
                    prop:value=part(|draft| &draft.body)
                    on:input=change(|draft| &mut draft.body)
                ></textarea>
            </div>
        </form>
    }
    .into_any()
}
