//! The settings of the portal and of the workspace.

mod aside;
mod choice;
mod look;
mod rules;
mod speed;
mod storage;
mod workspaces;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::components::PageHead;
use crate::portal::texts::use_texts;

use look::{LanguageSetting, ThemeSetting};
use rules::RulesSetting;
use speed::SpeedSetting;
use storage::StorageCard;
use workspaces::WorkspacesCard;

pub use workspaces::ConfirmAdopt;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = use_texts();
    let discarded = RwSignal::new(0);
    view! {
        <PageHead title=Signal::derive(t.say(Messages::nav_settings)) icon="gear"/>
        <div class="settings">
            <div class="card divided">
                <LanguageSetting/>
                <ThemeSetting/>
            </div>
            <div class="card divided">
                <RulesSetting/>
                <SpeedSetting/>
            </div>
            <WorkspacesCard discarded/>
            <StorageCard elsewhere=discarded/>
        </div>
    }
}
