//! The closed vocabularies of the rules.

use crate::words::words;

words! {
    /// The kind of device.
    pub enum Device {
        /// Touch, and small.
        Phone = "phone",
        /// Touch, and larger.
        Tablet = "tablet",
        /// A mouse or something as exact.
        Desktop = "desktop",
    }
}

words! {
    /// Who presses.
    pub enum Mode {
        /// Persons, each asked now and then.
        Normal = "normal",
        /// Whoever passes a device that stands there: it counts presses, knows nobody, and has no clocks.
        Kiosk = "kiosk",
    }
}

words! {
    /// Where it is kept who was asked.
    pub enum Storage {
        /// In the browser, for 13 months.
        Local = "local",
        /// In the tab.
        Session = "session",
        /// In memory, until the page is left.
        None = "none",
    }
}

words! {
    /// Other programs on the page that an answer can be handed to.
    pub enum Adapter {
        /// The `dataLayer` of a tag manager.
        Datalayer = "datalayer",
        /// PostHog.
        Posthog = "posthog",
        /// Segment.
        Segment = "segment",
    }
}
