//! The layout of the state diagram: where each box lies, along which line each way runs and where its reasons stand,
//! in the units of the drawing. One layout is wide, the other suits a narrow page.

use crate::domain::state::JobState;
use crate::domain::state::JobState::{
    Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring,
};
use crate::portal::text::decimal::decimal;

use super::ways::{DiagramPlace, Way};

/// A point: its distances from the left and from the top.
pub type Point = (f64, f64);

/// One of the two layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The usual way from left to right.
    Wide,
    /// The usual way from top to bottom.
    Tall,
}

/// A box: its middle and its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The middle's distance from the left.
    pub x: f64,
    /// The middle's distance from the top.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// Where the reasons of a way stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Where the text begins, has its middle or ends, on its base line.
    pub at: Point,
    /// What `at` is of the text.
    pub anchor: TextAnchor,
    /// Whether each reason has a line of its own, the last on the base line, instead of all in one.
    pub stacked: bool,
    /// Whether the text runs upwards.
    pub upwards: bool,
}

/// What the place of a text is of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl TextAnchor {
    /// The value of SVG's `text-anchor`.
    pub fn as_str(self) -> &'static str {
        match self {
            TextAnchor::Start => "start",
            TextAnchor::Middle => "middle",
            TextAnchor::End => "end",
        }
    }
}

/// How far the lines of a stacked text are apart.
pub const LINE: f64 = 12.0;

/// What stands between reasons in one line.
pub const JOINT: &str = " · ";

/// Roughly the width of a letter of the drawing's small texts.
const LETTER: f64 = 5.3;

impl Layout {
    /// Both.
    pub const ALL: [Layout; 2] = [Layout::Wide, Layout::Tall];

    /// The name of its class and of its parts in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Layout::Wide => "wide",
            Layout::Tall => "tall",
        }
    }

    /// The part of the drawing that is shown: x, y, width, height.
    pub fn view_box(self) -> [f64; 4] {
        match self {
            Layout::Wide => [-2.0, -2.0, 1_000.0, 316.0],
            Layout::Tall => [-2.0, 0.0, 384.0, 530.0],
        }
    }

    /// The box of a place.
    pub fn frame(self, place: DiagramPlace) -> Frame {
        let at = |x, y, width, height| Frame { x, y, width, height };
        match self {
            Layout::Wide => {
                let column = |n: u8| 60.0 + 146.0 * f64::from(n);
                let main = |n| at(column(n), 150.0, 120.0, 46.0);
                match place {
                    DiagramPlace::State(Creating) => main(0),
                    DiagramPlace::State(Shipping) => main(1),
                    DiagramPlace::State(Received) => main(2),
                    DiagramPlace::State(Transferring) => main(3),
                    DiagramPlace::State(Packaging) => main(4),
                    DiagramPlace::State(Completed) => main(5),
                    DiagramPlace::Deleted => main(6),
                    DiagramPlace::State(Faulted) => at(556.0, 262.0, 120.0, 46.0),
                    DiagramPlace::State(Closed) => at(column(5), 262.0, 120.0, 46.0),
                }
            }
            Layout::Tall => {
                let main = |n: u8| at(133.0, 24.0 + 80.0 * f64::from(n), 150.0, 44.0);
                match place {
                    DiagramPlace::State(Creating) => main(0),
                    DiagramPlace::State(Shipping) => main(1),
                    DiagramPlace::State(Received) => main(2),
                    DiagramPlace::State(Transferring) => main(3),
                    DiagramPlace::State(Packaging) => main(4),
                    DiagramPlace::State(Completed) => main(5),
                    DiagramPlace::Deleted => main(6),
                    DiagramPlace::State(Faulted) => at(298.0, 304.0, 116.0, 44.0),
                    DiagramPlace::State(Closed) => at(298.0, 424.0, 116.0, 44.0),
                }
            }
        }
    }

    /// The corners of the line of a way, from its beginning to its arrow.
    pub fn line(self, way: Way) -> &'static [Point] {
        self.drawn(way).0
    }

    /// The line as the `d` of an SVG path.
    pub fn path(self, way: Way) -> String {
        let mut path = String::new();
        for (n, (x, y)) in self.line(way).iter().enumerate() {
            path += &format!("{}{} {}", if n == 0 { 'M' } else { 'L' }, decimal(*x), decimal(*y));
        }
        path
    }

    /// Where the reasons of a way stand.
    pub fn label(self, way: Way) -> Label {
        self.drawn(way).1
    }

    /// Roughly the room that the reasons of a way take, said in these `words`: left, top, right, bottom.
    pub fn label_area(self, way: Way, words: &[String]) -> [f64; 4] {
        let label = self.label(way);
        let length = |text: &str| text.chars().count() as f64 * LETTER;
        let (width, lines) = match label.stacked {
            true => (words.iter().map(|text| length(text)).fold(0.0, f64::max), words.len() as f64),
            false => (length(&words.join(JOINT)), 1.0),
        };
        let height = LINE * (lines - 1.0) + 9.0;
        let (x, y) = label.at;
        let before = match label.anchor {
            TextAnchor::Start => 0.0,
            TextAnchor::Middle => width / 2.0,
            TextAnchor::End => width,
        };
        match label.upwards {
            true => [x - height, y - width + before, x + 1.0, y + before],
            false => [x - before, y - height, x - before + width, y + 1.0],
        }
    }

    fn drawn(self, way: Way) -> (&'static [Point], Label) {
        match self {
            Layout::Wide => wide(way.from, way.to),
            Layout::Tall => tall(way.from, way.to),
        }
    }
}

const fn text(x: f64, y: f64, anchor: TextAnchor) -> Label {
    Label { at: (x, y), anchor, stacked: false, upwards: false }
}

const fn stacked(x: f64, y: f64, anchor: TextAnchor) -> Label {
    Label { at: (x, y), anchor, stacked: true, upwards: false }
}

const fn upwards(x: f64, y: f64) -> Label {
    Label { at: (x, y), anchor: TextAnchor::Middle, stacked: false, upwards: true }
}

/// No way leads there: there is nothing to draw.
const NOTHING: (&[Point], Label) = (&[], text(0.0, 0.0, TextAnchor::Start));

fn wide(from: JobState, to: DiagramPlace) -> (&'static [Point], Label) {
    use TextAnchor::{End, Middle, Start};
    let DiagramPlace::State(to) = to else {
        return match from {
            Creating => {
                (&[(40.0, 127.0), (40.0, 12.0), (936.0, 12.0), (936.0, 127.0)], text(488.0, 8.0, Middle))
            }
            Completed => (&[(850.0, 150.0), (876.0, 150.0)], stacked(863.0, 119.0, Middle)),
            Closed => (&[(850.0, 262.0), (936.0, 262.0), (936.0, 173.0)], text(858.0, 277.0, Start)),
            Shipping | Received | Transferring | Packaging | Faulted => NOTHING,
        };
    };
    match (from, to) {
        // The usual way: the reasons stand above the gap.
        (Creating, Shipping) => (&[(120.0, 150.0), (146.0, 150.0)], text(133.0, 119.0, Middle)),
        (Shipping, Received) => (&[(266.0, 150.0), (292.0, 150.0)], text(279.0, 119.0, Middle)),
        (Received, Transferring) => (&[(412.0, 150.0), (438.0, 150.0)], text(425.0, 119.0, Middle)),
        (Transferring, Packaging) => (&[(558.0, 150.0), (584.0, 150.0)], stacked(571.0, 119.0, Middle)),
        (Packaging, Completed) => (&[(704.0, 150.0), (730.0, 150.0)], text(717.0, 119.0, Middle)),
        // Past what is skipped, above.
        (Creating, Completed) => {
            (&[(80.0, 127.0), (80.0, 44.0), (790.0, 44.0), (790.0, 127.0)], text(435.0, 40.0, Middle))
        }
        (Received, Packaging) => {
            (&[(352.0, 127.0), (352.0, 78.0), (644.0, 78.0), (644.0, 127.0)], text(498.0, 74.0, Middle))
        }
        // Trouble, below, each pair of opposite ways side by side.
        (Transferring, Faulted) => (&[(510.0, 173.0), (510.0, 239.0)], text(504.0, 210.0, End)),
        (Faulted, Transferring) => (&[(526.0, 239.0), (526.0, 173.0)], text(531.0, 196.0, Start)),
        (Packaging, Faulted) => (&[(608.0, 173.0), (608.0, 239.0)], text(613.0, 210.0, Start)),
        (Faulted, Packaging) => (&[(592.0, 239.0), (592.0, 173.0)], text(587.0, 224.0, End)),
        (Packaging, Closed) => (&[(698.0, 173.0), (698.0, 252.0), (730.0, 252.0)], text(703.0, 196.0, Start)),
        (Faulted, Closed) => (&[(616.0, 272.0), (730.0, 272.0)], text(673.0, 284.0, Middle)),
        (Shipping, Closed) => {
            (&[(206.0, 173.0), (206.0, 308.0), (790.0, 308.0), (790.0, 285.0)], text(350.0, 304.0, Middle))
        }
        // Each state by its name, so that a new one does not compile until its ways are drawn.
        (
            Creating | Shipping | Received | Transferring | Packaging | Completed | Faulted | Closed,
            Creating | Shipping | Received | Transferring | Packaging | Completed | Faulted | Closed,
        ) => NOTHING,
    }
}

fn tall(from: JobState, to: DiagramPlace) -> (&'static [Point], Label) {
    use TextAnchor::{End, Start};
    let DiagramPlace::State(to) = to else {
        return match from {
            Creating => (&[(58.0, 14.0), (14.0, 14.0), (14.0, 504.0), (58.0, 504.0)], upwards(10.0, 259.0)),
            Completed => (&[(133.0, 446.0), (133.0, 482.0)], stacked(139.0, 473.0, Start)),
            Closed => (&[(298.0, 446.0), (298.0, 504.0), (208.0, 504.0)], text(214.0, 518.0, Start)),
            Shipping | Received | Transferring | Packaging | Faulted => NOTHING,
        };
    };
    match (from, to) {
        // The usual way: the reasons stand beside the arrow.
        (Creating, Shipping) => (&[(133.0, 46.0), (133.0, 82.0)], text(139.0, 68.0, Start)),
        (Shipping, Received) => (&[(133.0, 126.0), (133.0, 162.0)], text(139.0, 148.0, Start)),
        (Received, Transferring) => (&[(133.0, 206.0), (133.0, 242.0)], text(139.0, 228.0, Start)),
        (Transferring, Packaging) => (&[(133.0, 286.0), (133.0, 322.0)], stacked(139.0, 313.0, Start)),
        (Packaging, Completed) => (&[(133.0, 366.0), (133.0, 402.0)], text(139.0, 397.0, Start)),
        // Past what is skipped, on the left.
        (Creating, Completed) => {
            (&[(58.0, 34.0), (31.0, 34.0), (31.0, 424.0), (58.0, 424.0)], upwards(27.0, 229.0))
        }
        (Received, Packaging) => {
            (&[(58.0, 184.0), (48.0, 184.0), (48.0, 344.0), (58.0, 344.0)], upwards(44.0, 264.0))
        }
        // Trouble, on the right, each pair of opposite ways side by side.
        (Transferring, Faulted) => {
            (&[(208.0, 252.0), (282.0, 252.0), (282.0, 282.0)], text(214.0, 248.0, Start))
        }
        (Faulted, Transferring) => {
            (&[(262.0, 282.0), (262.0, 272.0), (208.0, 272.0)], text(214.0, 268.0, Start))
        }
        (Packaging, Faulted) => {
            (&[(208.0, 352.0), (282.0, 352.0), (282.0, 326.0)], text(214.0, 363.0, Start))
        }
        (Faulted, Packaging) => {
            (&[(262.0, 326.0), (262.0, 336.0), (208.0, 336.0)], text(214.0, 348.0, Start))
        }
        (Packaging, Closed) => {
            (&[(200.0, 366.0), (200.0, 384.0), (280.0, 384.0), (280.0, 402.0)], text(206.0, 396.0, Start))
        }
        (Faulted, Closed) => (&[(346.0, 326.0), (346.0, 402.0)], text(342.0, 380.0, End)),
        (Shipping, Closed) => {
            (&[(208.0, 104.0), (372.0, 104.0), (372.0, 424.0), (356.0, 424.0)], text(214.0, 99.0, Start))
        }
        // Each state by its name, so that a new one does not compile until its ways are drawn.
        (
            Creating | Shipping | Received | Transferring | Packaging | Completed | Faulted | Closed,
            Creating | Shipping | Received | Transferring | Packaging | Completed | Faulted | Closed,
        ) => NOTHING,
    }
}

#[cfg(test)]
mod tests;
