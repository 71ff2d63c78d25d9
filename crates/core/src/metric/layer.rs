//! The layers of customer experience.

use crate::words::words;

words! {
    /// What an experience stands on, from the ground up, and the figure over all of it.
    pub enum Layer {
        /// "Did I get what I expected?" Measured by CSAT. Failing it brings complaints.
        Basics = "basics",
        /// Ease and speed. Measured by CES. Failing it brings silent departure.
        Experience = "experience",
        /// Expectations exceeded. Measured by delight. Nobody complains without it.
        Special = "special",
        /// All of it together. Measured by NPS.
        Strategic = "strategic",
    }
}
