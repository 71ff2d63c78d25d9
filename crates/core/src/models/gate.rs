//! The layer gate: delight has no effect while what it stands on is not right.

use serde::Serialize;

use crate::metric::Layer;

/// From where basics and experience count as right: shares in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gate {
    /// The least CSAT, in percent.
    pub basics: f64,
    /// The least share of easy answers (CES), in percent.
    pub experience: f64,
}

impl Default for Gate {
    fn default() -> Self {
        Self { basics: 70.0, experience: 70.0 }
    }
}

/// What to do first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "verdict", content = "layer")]
pub enum Verdict {
    /// The lowest layer that is under its threshold.
    FixFirst(Layer),
    /// The lowest layer that nobody has measured; what lies above it cannot be judged.
    MeasureFirst(Layer),
    /// Basics and experience are right: delight has its effect.
    Open,
}

impl Gate {
    /// Looks at the layers from the ground up. Each figure is a share in percent, `None` where it is not measured; exactly
    /// at its threshold a layer is right.
    #[must_use]
    pub fn verdict(&self, basics: Option<f64>, experience: Option<f64>) -> Verdict {
        let layers = [(Layer::Basics, basics, self.basics), (Layer::Experience, experience, self.experience)];
        for (layer, found, least) in layers {
            match found {
                None => return Verdict::MeasureFirst(layer),
                Some(found) if found >= least => {}
                // Also where one of the two is NaN: what is not known to be right is to be looked at.
                Some(_) => return Verdict::FixFirst(layer),
            }
        }
        Verdict::Open
    }
}

impl Verdict {
    /// The share of delight that has an effect: all of it behind an open gate, 0 behind a closed one, `None` where the gate
    /// is unknown.
    #[must_use]
    pub const fn effective(self, delight: f64) -> Option<f64> {
        match self {
            Self::Open => Some(delight),
            Self::FixFirst(_) => Some(0.0),
            Self::MeasureFirst(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_that_nobody_measured_keeps_the_gate_unknown() {
        let gate = Gate::default();
        assert_eq!(gate.verdict(None, Some(90.0)), Verdict::MeasureFirst(Layer::Basics));
        assert_eq!(gate.verdict(Some(80.0), None), Verdict::MeasureFirst(Layer::Experience));
        assert_eq!(gate.verdict(Some(60.0), None), Verdict::FixFirst(Layer::Basics));
        assert_eq!(gate.verdict(Some(70.0), Some(70.0)), Verdict::Open);
        assert_eq!(gate.verdict(Some(f64::NAN), Some(70.0)), Verdict::FixFirst(Layer::Basics));
        assert_eq!(gate.verdict(None, None).effective(50.0), None);
    }
}
