//! The call as code that can be copied.

use leptos::prelude::*;

use crate::api::message::Request;
use crate::api::snippets::{Tool, snippet};
use crate::phrases::Messages;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{CopyButton, Tab, TabPanel, Tabs};

thread_local! {
    /// The tool chosen last, so that it stays from call to call.
    static CHOSEN: std::cell::Cell<&'static str> = const { std::cell::Cell::new("curl") };
}

fn slug(tool: Tool) -> &'static str {
    match tool {
        Tool::Curl => "curl",
        Tool::AzureCli => "cli",
        Tool::PowerShell => "powershell",
        Tool::JavaScript => "javascript",
    }
}

/// Where the code works: the service is in the page, which a shell does not reach.
fn where_it_works(tool: Tool) -> Phrase {
    match tool {
        Tool::Curl => Messages::snippet_curl,
        Tool::AzureCli | Tool::PowerShell => Messages::snippet_azure,
        Tool::JavaScript => Messages::snippet_page,
    }
}

/// Tabs of the tools, and the code for the chosen one.
#[component]
pub fn Snippets(request: Request) -> impl IntoView {
    let t = use_texts();
    let chosen = RwSignal::new(CHOSEN.get());
    let choose = move |id| {
        CHOSEN.set(id);
        chosen.set(id);
    };
    let tab = |tool: Tool| Tab::new(slug(tool), move || tool.name().to_owned());
    let panel = live(move || {
        let tool = Tool::ALL.into_iter().find(|tool| slug(*tool) == chosen.get()).unwrap_or(Tool::Curl);
        let code = snippet(tool, &request);
        let copied = Signal::stored(code.clone());
        view! {
            <TabPanel id=slug(tool) class="stack">
                <p class="hint">{t.say(where_it_works(tool))}</p>
                <pre class="code code--wrap"><code>{code}</code></pre>
                <div><CopyButton text=copied what=Signal::stored(tool.name().to_owned())/></div>
            </TabPanel>
        }
        .into_any()
    });
    view! {
        <Tabs
            label=derive(t.say(Messages::console_copy_as))
            tabs=Tool::ALL.map(tab).to_vec()
            chosen=Signal::from(chosen)
            on_choose=choose
        />
        {panel}
    }
    .into_any()
}
