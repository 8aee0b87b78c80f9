//! The first drawing: the frame, the page in it and what fills that, each in a task of its own, so that even a slow
//! device answers in between.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// How far the first drawing has come; a context of every component. Once it is done it stays done. Each step has a
/// signal of its own, so that what waits for one is not drawn anew by the next.
#[derive(Clone, Copy)]
pub struct Drawing {
    frame: RwSignal<bool>,
    page: RwSignal<bool>,
    rest: RwSignal<bool>,
}

impl Drawing {
    /// Begins after the present task; at the end it calls `then`.
    pub fn begin(then: impl FnOnce() + 'static) -> Drawing {
        let drawing =
            Drawing { frame: RwSignal::new(false), page: RwSignal::new(false), rest: RwSignal::new(false) };
        soon(move || {
            drawing.frame.set(true);
            soon(move || {
                drawing.page.set(true);
                soon(move || {
                    drawing.rest.set(true);
                    end_splash();
                    then();
                });
            });
        });
        drawing
    }

    /// Whether the frame can be drawn.
    pub fn has_frame(self) -> bool {
        self.frame.get()
    }

    /// Whether the page can be drawn inside the frame.
    pub fn has_page(self) -> bool {
        self.page.get()
    }

    /// Whether what fills the page can be drawn.
    pub fn has_rest(self) -> bool {
        self.rest.get()
    }
}

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: takes away what was shown in the portal's place.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = endSplash)]
    fn end_splash();
}

/// Does something in a task of its own.
pub fn soon(task: impl FnOnce() + 'static) {
    set_timeout(task, Duration::ZERO);
}

/// The first drawing, for the component that calls this.
pub fn use_drawing() -> Drawing {
    expect_context()
}
