//! Metrics, their scales and their class tables.

mod band;
mod layer;
mod measure;
mod points;
mod scale;
mod table;
mod tables;

pub use band::{Band, Class};
pub use layer::Layer;
pub use measure::Measure;
pub(crate) use measure::{no_point, no_scale, off_scale};
pub use points::Points;
pub use scale::Scale;
pub use table::ScaleTable;

use crate::words::words;

words! {
    /// What a survey measures. Fixes the scales that there are, the classes and the catalogue texts.
    pub enum Metric {
        /// Net Promoter Score: how likely a recommendation is.
        Nps = "nps",
        /// The same question to employees, about the shop as an employer.
        Enps = "enps",
        /// Customer Effort Score 2.0: agreement that it was easy.
        Ces = "ces",
        /// Customer Effort Score 1.0: how much effort it took. Low is good; never put together with 2.0.
        Ces1 = "ces1",
        /// How easy it was, from very difficult to very easy.
        Ces5 = "ces5",
        /// Customer satisfaction.
        Csat = "csat",
        /// How it was compared with what was expected.
        Delight = "delight",
        /// How important something is.
        Importance = "importance",
        /// Whether a visitor achieved what they came for.
        Goal = "goal",
        /// Whether a promise was kept.
        Promise = "promise",
        /// Product–market fit: how a customer would feel without the product.
        Pmf = "pmf",
        /// The shop's own question on its own scale with its own classes.
        Custom = "custom",
    }
}

impl Metric {
    /// The names of the classes on the wire: negative, neutral, positive.
    #[must_use]
    pub const fn classes(self) -> [&'static str; 3] {
        match self {
            Self::Nps | Self::Enps => ["detractor", "passive", "promoter"],
            Self::Ces | Self::Ces1 | Self::Ces5 => ["hard", "neutral", "easy"],
            Self::Csat => ["dissatisfied", "neutral", "satisfied"],
            Self::Delight => ["shortfall", "met", "exceeded"],
            Self::Importance => ["low", "middle", "high"],
            Self::Goal | Self::Promise => ["no", "partly", "yes"],
            Self::Pmf => ["not", "somewhat", "very"],
            Self::Custom => ["negative", "neutral", "positive"],
        }
    }

    /// The layer of customer experience that the metric measures. `None` where it measures none, and for
    /// [`Metric::Custom`], whose survey says it.
    #[must_use]
    pub const fn layer(self) -> Option<Layer> {
        match self {
            Self::Nps => Some(Layer::Strategic),
            Self::Ces | Self::Ces1 | Self::Ces5 => Some(Layer::Experience),
            Self::Csat => Some(Layer::Basics),
            Self::Delight => Some(Layer::Special),
            Self::Enps | Self::Importance | Self::Goal | Self::Promise | Self::Pmf | Self::Custom => None,
        }
    }

    /// The scales of this metric with their classes, looks and wordings, the default first. None for
    /// [`Metric::Custom`], which brings its own.
    #[must_use]
    pub fn tables(self) -> &'static [ScaleTable] {
        let mut tables = tables::TABLES;
        let is_own = |table: &ScaleTable| table.measure.metric() == self;
        while let [first, rest @ ..] = tables
            && !is_own(first)
        {
            tables = rest;
        }
        while let [rest @ .., last] = tables
            && !is_own(last)
        {
            tables = rest;
        }
        tables
    }

    /// The default scale with what belongs to it. `None` for [`Metric::Custom`].
    #[must_use]
    pub fn table(self) -> Option<&'static ScaleTable> {
        self.tables().first()
    }

    /// This metric on its default scale. `None` for [`Metric::Custom`].
    #[must_use]
    pub fn measure(self) -> Option<Measure> {
        self.table().map(|table| table.measure)
    }

    /// The part of the catalogue with the open questions by class; empty where one question serves all classes.
    pub(crate) const fn follow_up(self) -> &'static str {
        match self {
            Self::Nps | Self::Enps => "nps",
            Self::Ces | Self::Ces1 | Self::Ces5 => "ces",
            Self::Csat => "csat",
            Self::Delight => "delight",
            Self::Importance | Self::Goal | Self::Promise | Self::Pmf | Self::Custom => "",
        }
    }

    /// Whether a low score says that something went wrong, and a high one that it went well. Importance and need are
    /// no experiences: nobody is glad about them, and nothing is urgent.
    pub(crate) const fn judges_an_experience(self) -> bool {
        !matches!(self, Self::Importance | Self::Pmf)
    }
}
