//! The settings of the portal and of the workspace.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::text::texts::use_texts;
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::derive;

use super::look::{GalleryLink, LanguageSetting, PresentSetting, ThemeSetting};
use super::recording::RecordingChoice;
use super::rules::RulesSetting;
use super::speed::SpeedSetting;
use super::storage::StorageCard;
use super::workspaces::WorkspacesCard;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = use_texts();
    let discarded = RwSignal::new(0);
    view! {
        <PageHead title=derive(t.say(Messages::nav_settings)) icon="gear"/>
        <div class="settings">
            <div class="card divided">
                <LanguageSetting/>
                <ThemeSetting/>
                <GalleryLink/>
                <PresentSetting/>
            </div>
            <div class="card divided">
                <RulesSetting/>
                <SpeedSetting/>
                <RecordingChoice/>
            </div>
            <WorkspacesCard discarded/>
            <StorageCard elsewhere=discarded/>
            {enter(Room::Offline)}
        </div>
    }
}
