//! The window of a long list: which of its rows are drawn, and how much room stands for the rest.

use std::ops::Range;

/// Rows drawn above and below what is seen, so that scrolling a little draws nothing new.
pub const AROUND: usize = 8;
/// The window moves by so many rows at once.
const STEP: usize = 4;
/// More rows than any screen shows, in case the browser reports an impossible height.
const MOST: usize = 200;

/// What the table's body is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablePiece {
    /// Room for so many rows that are not drawn; the first number tells the gaps apart.
    Gap(u8, usize),
    /// The row at this place of the list.
    Row(usize),
}

/// The rows to draw when `from` to `to` (in pixels from the top of the first row) can be seen and
/// each row is `height` high.
pub fn window(total: usize, from: f64, to: f64, height: f64) -> Range<usize> {
    let place = |pixels: f64| (pixels / height.max(1.0)).max(0.0) as usize;
    let first = place(from).saturating_sub(AROUND) / STEP * STEP;
    let last = place(to).saturating_add(AROUND).div_ceil(STEP).saturating_mul(STEP);
    // A list that has become shorter may be scrolled to where nothing is any more.
    let first = first.min(total.saturating_sub(1) / STEP * STEP);
    first..last.clamp(first, first + MOST).min(total)
}

/// The body with the rows of `window` and the one at `pinned`, which has the focus and so has to
/// stay wherever it is.
pub fn pieces(total: usize, window: Range<usize>, pinned: Option<usize>) -> Vec<TablePiece> {
    let mut rows: Vec<usize> = window.collect();
    if let Some(pinned) = pinned.filter(|pinned| *pinned < total && !rows.contains(pinned)) {
        let place = rows.partition_point(|row| *row < pinned);
        rows.insert(place, pinned);
    }
    let mut pieces = Vec::with_capacity(rows.len() + 3);
    let mut next = 0;
    let mut gap = 0;
    for row in rows {
        if row > next || pieces.is_empty() {
            pieces.push(TablePiece::Gap(gap, row - next));
            gap += 1;
        }
        pieces.push(TablePiece::Row(row));
        next = row + 1;
    }
    pieces.push(TablePiece::Gap(gap, total - next));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(pieces: &[TablePiece]) -> usize {
        pieces
            .iter()
            .map(|piece| match piece {
                TablePiece::Gap(_, rows) => *rows,
                TablePiece::Row(_) => 1,
            })
            .sum()
    }

    #[test]
    fn what_is_seen_is_drawn() {
        for total in [0, 1, 5, 60, 10_000] {
            for from in [0.0, 41.0, 42.0, 400.0, 41_999.0, 420_000.0, 1e9] {
                let window = window(total, from, from + 700.0, 42.0);
                assert!(window.end <= total && window.len() <= 17 + 2 * (AROUND + STEP), "{window:?}");
                for row in 0..total {
                    let (top, bottom) = (row as f64 * 42.0, (row + 1) as f64 * 42.0);
                    if bottom > from && top < from + 700.0 {
                        assert!(window.contains(&row), "{row} of {total} at {from}");
                    }
                }
            }
        }
    }

    #[test]
    fn impossible_measures_draw_no_more_than_a_screen() {
        assert_eq!(window(10_000, -500.0, f64::INFINITY, 0.0), 0..MOST);
        assert_eq!(window(0, 0.0, 700.0, 42.0), 0..0);
        assert!(window(10_000, f64::NAN, f64::NAN, f64::NAN).len() <= MOST);
        assert!(!window(10, 1e9, 1e9, 42.0).is_empty());
    }

    #[test]
    fn rows_and_gaps_together_are_as_high_as_the_list() {
        for pinned in [None, Some(0), Some(19), Some(20), Some(25), Some(39), Some(40), Some(99), Some(100)] {
            let pieces = pieces(100, 20..40, pinned);
            assert_eq!(rows(&pieces), 100, "{pinned:?}");
            let mut next = 0;
            for piece in &pieces {
                match piece {
                    TablePiece::Gap(_, rows) => next += rows,
                    TablePiece::Row(row) => {
                        assert_eq!(*row, next);
                        next += 1;
                    }
                }
            }
            let drawn =
                pinned.filter(|row| *row < 100).is_none_or(|row| pieces.contains(&TablePiece::Row(row)));
            assert!(drawn, "{pinned:?}");
        }
    }

    #[test]
    fn gaps_are_told_apart() {
        let gaps = |pieces: &[TablePiece]| -> Vec<(u8, usize)> {
            pieces
                .iter()
                .filter_map(|p| if let TablePiece::Gap(n, rows) = p { Some((*n, *rows)) } else { None })
                .collect()
        };
        assert_eq!(gaps(&pieces(0, 0..0, None)), [(0, 0)]);
        assert_eq!(gaps(&pieces(3, 0..3, None)), [(0, 0), (1, 0)]);
        assert_eq!(gaps(&pieces(100, 20..40, Some(5))), [(0, 5), (1, 14), (2, 60)]);
        assert_eq!(gaps(&pieces(100, 20..40, Some(50))), [(0, 20), (1, 10), (2, 49)]);
    }
}
