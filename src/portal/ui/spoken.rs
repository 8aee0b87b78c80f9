//! The spoken language: switched for whoever asks for another, and told where its texts do not come.

use crate::phrases::Language;
use crate::portal::text::texts::{NotSwitched, Texts};

use super::feedback::{Feedback, News, Tone};

/// Switches the language as soon as its texts are there. False if it is not switched: that its texts do not come is told,
/// that another has been asked for meanwhile is not.
pub async fn speak(language: Language, texts: Texts, feedback: Feedback) -> bool {
    match texts.switch(language).await {
        Ok(()) => true,
        Err(NotSwitched::Superseded) => false,
        Err(NotSwitched::NotFetched) => {
            let m = texts.peek();
            let title = m.language_not_fetched(language.phrases().language_name(), m.language_name());
            let text = m.language_not_fetched_text();
            feedback.notify(News { text, ..News::of(Tone::Danger, title) });
            false
        }
    }
}
