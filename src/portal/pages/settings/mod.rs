//! The settings of the portal and of the workspace.

mod aside;
mod choice;
mod look;
mod rules;
mod speed;
mod storage;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::components::PageHead;
use crate::portal::texts::use_texts;

use look::{LanguageSetting, ThemeSetting};
use rules::RulesSetting;
use speed::SpeedSetting;
use storage::StorageCard;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = use_texts();
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
            <StorageCard/>
        </div>
    }
}
