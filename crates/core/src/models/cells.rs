//! What may be shown of a small sample, so that nobody is recognised and no noise is taken for news.

use crate::words::words;

/// Fewer answers than these are hidden.
pub const HIDDEN_BELOW: u64 = 5;
/// Fewer answers than these are marked as indicative.
pub const INDICATIVE_BELOW: u64 = 30;
/// Fewer answers than these about one employee are hidden.
pub const EMPLOYEE_BELOW: u64 = 10;

words! {
    /// How a figure is shown.
    pub enum Visibility {
        /// Not at all: "too few answers".
        Hidden = "hidden",
        /// With its interval, and called indicative.
        Indicative = "indicative",
        /// With its interval.
        Normal = "normal",
    }
}

impl Visibility {
    /// How a figure of `n` answers is shown: hidden below 5, indicative from 5 to 29.
    #[must_use]
    pub const fn of(n: u64) -> Self {
        match n {
            ..HIDDEN_BELOW => Self::Hidden,
            HIDDEN_BELOW..INDICATIVE_BELOW => Self::Indicative,
            INDICATIVE_BELOW.. => Self::Normal,
        }
    }

    /// The same for a figure about one employee: hidden below 10.
    #[must_use]
    pub const fn of_employee(n: u64) -> Self {
        if n < EMPLOYEE_BELOW { Self::Hidden } else { Self::of(n) }
    }
}

/// Which cells of a split are hidden when their total is shown: those below 5 answers, and one more where subtraction would
/// tell, which it does when what is hidden sums to less than 5 or is a single cell. The smallest that is left joins first.
/// A cell without answers hides nobody and is never hidden.
#[must_use]
pub fn hidden(counts: &[u64]) -> Vec<bool> {
    hidden_below(counts, HIDDEN_BELOW)
}

/// The same for a split by employee: cells below 10 answers.
#[must_use]
pub fn hidden_of_employees(counts: &[u64]) -> Vec<bool> {
    hidden_below(counts, EMPLOYEE_BELOW)
}

fn hidden_below(counts: &[u64], least: u64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..counts.len()).filter(|cell| counts[*cell] > 0).collect();
    order.sort_by_key(|cell| counts[*cell]);
    let mut hidden = vec![false; counts.len()];
    let (mut cells, mut answers) = (0_usize, 0_u64);
    for cell in order {
        let tells = cells > 0 && (cells == 1 || answers < least);
        if counts[cell] < least || tells {
            hidden[cell] = true;
            cells += 1;
            answers = answers.saturating_add(counts[cell]);
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counts: &[u64], expected: &[u64]) {
        let hidden = hidden(counts);
        let cells: Vec<u64> =
            counts.iter().zip(hidden).filter_map(|(count, hidden)| hidden.then_some(*count)).collect();
        assert_eq!(cells, expected, "{counts:?}");
    }

    #[test]
    fn a_hidden_cell_cannot_be_told_by_subtraction() {
        check(&[40, 60], &[]);
        check(&[3, 60, 20], &[3, 20]);
        check(&[3, 60, 4], &[3, 4]);
        check(&[1, 60, 2, 20], &[1, 2, 20]);
        check(&[4], &[4]);
        check(&[0, 4, 9], &[4, 9]);
        check(&[0, 0, 7], &[]);
        check(&[], &[]);
        check(&[4, 5], &[4, 5]);
    }

    #[test]
    fn employees_need_ten_answers() {
        assert_eq!(hidden_of_employees(&[9, 30, 12]), [true, false, true]);
        assert_eq!(Visibility::of_employee(9), Visibility::Hidden);
        assert_eq!(Visibility::of_employee(10), Visibility::Indicative);
    }

    #[test]
    fn the_edges_of_the_display_rule() {
        let shown = [0, 4, 5, 29, 30].map(|n| Visibility::of(n).key());
        assert_eq!(shown, ["hidden", "hidden", "indicative", "indicative", "normal"]);
    }
}
