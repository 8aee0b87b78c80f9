//! Tests of the layouts: lines keep clear of boxes, texts of boxes, of lines and of each other.

use super::*;
use crate::phrases::Language;
use crate::portal::job::model::ways::WAYS;
use crate::portal::job::model::words;

/// A rectangle: left, top, right, bottom.
type Area = [f64; 4];

fn area(frame: Frame) -> Area {
    let (w, h) = (frame.width / 2.0, frame.height / 2.0);
    [frame.x - w, frame.y - h, frame.x + w, frame.y + h]
}

fn meet(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// The pieces of a line, each as thick as the pen.
fn pieces(line: &[Point]) -> Vec<Area> {
    let piece = |pair: &[Point]| {
        let [(a, b), (c, d)] = [pair[0], pair[1]];
        [a.min(c) - 0.7, b.min(d) - 0.7, a.max(c) + 0.7, b.max(d) + 0.7]
    };
    line.windows(2).map(piece).collect()
}

fn ways(layout: Layout) -> impl Iterator<Item = (Way, &'static [Point])> {
    WAYS.into_iter().map(move |way| (way, layout.line(way)))
}

fn label_area(layout: Layout, way: Way, language: Language) -> Area {
    let words: Vec<String> =
        way.reasons.iter().map(|reason| words::reason(*reason, &language.phrases())).collect();
    layout.label_area(way, &words)
}

#[test]
fn every_way_runs_from_box_to_box() {
    let on_edge = |frame: Frame, (x, y): Point| {
        let (dx, dy) = ((x - frame.x).abs(), (y - frame.y).abs());
        let (w, h) = (frame.width / 2.0, frame.height / 2.0);
        (dx - w).abs() < 0.1 && dy <= h || (dy - h).abs() < 0.1 && dx <= w
    };
    for layout in Layout::ALL {
        for (way, line) in ways(layout) {
            let (first, last) = (line[0], line[line.len() - 1]);
            assert!(
                on_edge(layout.frame(DiagramPlace::State(way.from)), first),
                "{layout:?} {way:?} {first:?}"
            );
            assert!(on_edge(layout.frame(way.to), last), "{layout:?} {way:?} {last:?}");
        }
        let none = Way { from: Completed, to: DiagramPlace::State(Creating), reasons: &[] };
        assert!(layout.line(none).is_empty());
    }
}

#[test]
fn lines_run_straight_up_or_across() {
    for layout in Layout::ALL {
        for (way, line) in ways(layout) {
            let straight = line.windows(2).all(|pair| pair[0].0 == pair[1].0 || pair[0].1 == pair[1].1);
            assert!(straight, "{layout:?} {way:?}");
        }
    }
}

#[test]
fn no_line_crosses_a_box() {
    for layout in Layout::ALL {
        for (way, line) in ways(layout) {
            for place in DiagramPlace::ALL {
                let [left, top, right, bottom] = area(layout.frame(place));
                // A line ends at the rim of its own box and goes no further.
                let inside = [left + 1.0, top + 1.0, right - 1.0, bottom - 1.0];
                let crossed = pieces(line).into_iter().any(|piece| meet(piece, inside));
                assert!(!crossed, "{layout:?} {way:?} {place:?}");
            }
        }
    }
}

#[test]
fn no_line_crosses_or_covers_another() {
    for layout in Layout::ALL {
        let all: Vec<_> = ways(layout).collect();
        for (n, (one, line)) in all.iter().enumerate() {
            for (other, beside) in all.iter().skip(n + 1) {
                let met = pieces(line).into_iter().any(|a| pieces(beside).into_iter().any(|b| meet(a, b)));
                assert!(!met, "{layout:?} {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn boxes_do_not_touch_and_all_is_in_the_picture() {
    for layout in Layout::ALL {
        let [x, y, width, height] = layout.view_box();
        let within = |[left, top, right, bottom]: Area| {
            left >= x && top >= y && right <= x + width && bottom <= y + height
        };
        for (n, one) in DiagramPlace::ALL.into_iter().enumerate() {
            assert!(within(area(layout.frame(one))), "{layout:?} {one:?}");
            for other in DiagramPlace::ALL.into_iter().skip(n + 1) {
                assert!(
                    !meet(area(layout.frame(one)), area(layout.frame(other))),
                    "{layout:?} {one:?} {other:?}"
                );
            }
        }
        for (way, line) in ways(layout) {
            assert!(pieces(line).into_iter().all(within), "{layout:?} {way:?}");
        }
    }
}

#[test]
fn reasons_can_be_read_in_every_language() {
    for (layout, language) in Layout::ALL.into_iter().flat_map(|l| Language::all().map(move |tag| (l, tag))) {
        let [x, y, width, height] = layout.view_box();
        let labels: Vec<_> = WAYS.into_iter().map(|way| (way, label_area(layout, way, language))).collect();
        for (n, (way, label)) in labels.iter().enumerate() {
            let tag = language.tag();
            let [left, top, right, bottom] = *label;
            let within = left >= x && top >= y && right <= x + width && bottom <= y + height;
            assert!(within, "{tag} {layout:?} {way:?} {label:?}");
            for place in DiagramPlace::ALL {
                assert!(
                    !meet(*label, area(layout.frame(place))),
                    "{tag} {layout:?} {way:?} {place:?} {label:?}"
                );
            }
            for (other, line) in ways(layout) {
                let met = pieces(line).into_iter().any(|piece| meet(piece, *label));
                assert!(!met, "{tag} {layout:?} {way:?} is struck by {other:?} {label:?}");
            }
            for (other, beside) in labels.iter().skip(n + 1) {
                assert!(!meet(*label, *beside), "{tag} {layout:?} {way:?} {other:?}");
            }
        }
    }
}
