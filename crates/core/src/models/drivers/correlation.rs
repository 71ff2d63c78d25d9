//! Pearson correlations.

/// Correlations of the varying drivers with each other and with the score.
pub(super) struct Correlations {
    /// Which of the given drivers vary.
    drivers: Vec<usize>,
    /// A square, row by row.
    with_each_other: Vec<f64>,
    with_score: Vec<f64>,
}

impl Correlations {
    /// `None` when the score never varies and for figures that are not finite.
    pub(super) fn of(columns: Vec<Vec<f64>>, scores: &[f64]) -> Option<Self> {
        let score = standardised(scores)??;
        let (mut drivers, mut standard) = (Vec::new(), Vec::new());
        for (driver, column) in columns.iter().enumerate() {
            if let Some(column) = standardised(column)? {
                drivers.push(driver);
                standard.push(column);
            }
        }
        let with_score = standard.iter().map(|column| product(column, &score)).collect();
        let with_each_other =
            standard.iter().flat_map(|row| standard.iter().map(|column| product(row, column))).collect();
        Some(Self { drivers, with_each_other, with_score })
    }

    /// Which of the given drivers vary, by their place.
    pub(super) fn drivers(&self) -> &[usize] {
        &self.drivers
    }

    /// How many drivers vary.
    pub(super) const fn len(&self) -> usize {
        self.drivers.len()
    }

    /// Of one driver with the score.
    pub(super) fn with_score(&self, driver: usize) -> f64 {
        self.with_score[driver]
    }

    /// Of two drivers.
    pub(super) fn between(&self, a: usize, b: usize) -> f64 {
        self.with_each_other[a * self.len() + b]
    }
}

/// Deviations from the mean, scaled to a sum of squares of 1. `None` inside when the figures never vary, outside when one is
/// not finite or too great to be squared.
#[allow(clippy::option_option, reason = "not finite and not varying are different things")]
fn standardised(figures: &[f64]) -> Option<Option<Vec<f64>>> {
    let largest = figures.iter().fold(0.0_f64, |largest, figure| largest.max(figure.abs()));
    if figures.iter().any(|figure| !figure.is_finite()) || largest > 1e150 {
        return None;
    }
    let (sum, count) = figures.iter().fold((0.0, 0.0), |(sum, count), figure| (sum + figure, count + 1.0));
    let deviations: Vec<f64> = figures.iter().map(|figure| figure - sum / count).collect();
    let length = product(&deviations, &deviations).sqrt();
    // What is left of equal figures is rounding.
    let varies = length > 1e-12 * largest;
    Some(varies.then(|| deviations.iter().map(|deviation| deviation / length).collect()))
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>()
}
