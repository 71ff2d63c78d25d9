//! Samples that are a noticeable part of a closed population, such as all customers of a wholesaler.

/// The size of a closed population, at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Population(u64);

/// A sample of everybody leaves no doubt; this many times over is as near as a float should come.
const CERTAIN: f64 = 1e12;

impl Population {
    /// `None` for 0.
    #[must_use]
    pub const fn new(size: u64) -> Option<Self> {
        if size == 0 { None } else { Some(Self(size)) }
    }

    /// √((N − n) / (N − 1)), by which standard errors shrink: 1 for a sample of one, 0 when everybody answered. `None` for
    /// more answers than people, and without answers.
    #[must_use]
    pub fn correction(self, n: u64) -> Option<f64> {
        self.factor(super::count::float(n))
    }

    /// The size of a sample from an endless population that would say as much.
    pub(super) fn effective(self, n: f64) -> Option<f64> {
        let factor = self.factor(n)?;
        Some(n / (factor * factor).max(CERTAIN.recip()))
    }

    fn factor(self, n: f64) -> Option<f64> {
        let size = super::count::float(self.0);
        // A sample is a sum of three floats, and may differ from a whole number in the last bit.
        if !(n > 0.0 && n <= size * (1.0 + 1e-12)) {
            return None;
        }
        Some(if size > 1.0 { ((size - n) / (size - 1.0)).clamp(0.0, 1.0).sqrt() } else { 0.0 })
    }
}
