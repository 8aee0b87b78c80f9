//! The layout of the state diagram: where each box lies and along which line each way runs, in the
//! units of the drawing.

use crate::domain::state::JobState;

/// The part of the drawing that is shown: x, y, width, height.
pub const VIEW_BOX: &str = "-44 0 368 412";

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

/// The box of a state: the usual way runs down the left, troubles lie on the right.
pub fn frame(state: JobState) -> Frame {
    let row = |n: u8| 24.0 + 72.0 * f64::from(n);
    let (x, y, width) = match state {
        JobState::Creating => (86.0, row(0), 168.0),
        JobState::Shipping => (86.0, row(1), 168.0),
        JobState::Received => (86.0, row(2), 168.0),
        JobState::Transferring => (86.0, row(3), 168.0),
        JobState::Packaging => (86.0, row(4), 168.0),
        JobState::Completed => (86.0, row(5), 168.0),
        JobState::Closed => (256.0, row(5), 132.0),
        JobState::Faulted => (256.0, row(3), 132.0),
    };
    Frame { x, y, width, height: 46.0 }
}

/// The line of a way, as the `d` of a path; empty for what is no way.
pub fn line(from: JobState, to: JobState) -> &'static str {
    use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};
    match (from, to) {
        (Creating, Shipping) => "M86 47V73",
        (Shipping, Received) => "M86 119V145",
        (Received, Transferring) => "M86 191V217",
        (Transferring, Packaging) => "M86 263V289",
        (Packaging, Completed) => "M86 335V361",
        // Past what is skipped, on the left.
        (Creating, Completed) => "M2 24H-36V384H2",
        (Received, Packaging) => "M2 168H-20V312H2",
        // To the right, each pair of opposite ways side by side.
        (Shipping, Closed) => "M170 96H318V361",
        (Transferring, Faulted) => "M170 233H190",
        (Faulted, Transferring) => "M190 247H170",
        (Packaging, Faulted) => "M170 305H236V263",
        (Faulted, Packaging) => "M222 263V291H170",
        (Packaging, Closed) => "M170 320H240V361",
        (Faulted, Closed) => "M286 263V361",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::job::model::diagram::WAYS;

    /// The first and the last point of a line.
    fn ends(line: &str) -> ((f64, f64), (f64, f64)) {
        let mut points = Vec::new();
        let (mut x, mut y) = (0.0, 0.0);
        let commands = line.chars().filter(|c| "MHV".contains(*c));
        for (command, numbers) in commands.zip(line.split(['M', 'H', 'V']).skip(1)) {
            let numbers: Vec<f64> =
                numbers.split_whitespace().map(|n| n.parse().expect("a number")).collect();
            match command {
                'M' => (x, y) = (numbers[0], numbers[1]),
                'H' => x = numbers[0],
                _ => y = numbers[0],
            }
            points.push((x, y));
        }
        (points[0], points[points.len() - 1])
    }

    fn on_edge(frame: Frame, (x, y): (f64, f64)) -> bool {
        let (dx, dy) = ((x - frame.x).abs(), (y - frame.y).abs());
        let (w, h) = (frame.width / 2.0, frame.height / 2.0);
        // An arrow's head ends up to two units before the box.
        dx <= w + 2.0 && dy <= h + 2.0 && (dx >= w - 0.1 || dy >= h - 0.1)
    }

    #[test]
    fn every_way_runs_from_box_to_box() {
        for (from, to) in WAYS {
            let (first, last) = ends(line(from, to));
            assert!(on_edge(frame(from), first), "{from:?} {to:?} {first:?}");
            assert!(on_edge(frame(to), last), "{from:?} {to:?} {last:?}");
        }
        assert_eq!(line(JobState::Completed, JobState::Creating), "");
    }

    #[test]
    fn boxes_do_not_touch() {
        for (n, one) in JobState::ALL.into_iter().enumerate() {
            for other in JobState::ALL.into_iter().skip(n + 1) {
                let (a, b) = (frame(one), frame(other));
                let apart_x = (a.x - b.x).abs() >= (a.width + b.width) / 2.0;
                let apart_y = (a.y - b.y).abs() >= (a.height + b.height) / 2.0;
                assert!(apart_x || apart_y, "{one:?} {other:?}");
            }
        }
    }
}
