//! Names that are no time zone.

use core::fmt;

/// The time zone database has no such name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownZone {
    name: String,
}

impl UnknownZone {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned() }
    }

    /// The name that was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} is not a time zone; write a name of the IANA database, such as Europe/Amsterdam",
            self.name
        )
    }
}

impl core::error::Error for UnknownZone {}
