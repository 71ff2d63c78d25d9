//! The error of native programs that read and score events.

use core::fmt;

use crate::score::Rejected;
use crate::settings::SettingError;

/// Why something could not be used. Its text says what was found, where, and what to write instead.
#[derive(Debug, PartialEq, Eq)]
pub struct Error(Box<Kind>);

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Answer {
        at: String,
        reason: Rejected,
    },
    Setting(SettingError),
    #[cfg_attr(not(feature = "read"), allow(dead_code, reason = "only reading makes it"))]
    Unreadable {
        at: String,
        reason: String,
    },
}

impl Error {
    /// Whether an answer was not valid on its scale.
    #[must_use]
    pub const fn is_answer(&self) -> bool {
        matches!(*self.0, Kind::Answer { .. })
    }

    /// Whether settings name no survey.
    #[must_use]
    pub const fn is_setting(&self) -> bool {
        matches!(*self.0, Kind::Setting(_))
    }

    /// Whether a text was not JSON or not an event.
    #[must_use]
    pub const fn is_unreadable(&self) -> bool {
        matches!(*self.0, Kind::Unreadable { .. })
    }

    /// The field, such as `data.score`, or the setting that is wrong; empty when it is all of it.
    #[must_use]
    pub fn field(&self) -> &str {
        match &*self.0 {
            Kind::Answer { at, .. } | Kind::Unreadable { at, .. } => at,
            Kind::Setting(error) => &error.setting,
        }
    }

    pub(crate) fn answer(at: impl Into<String>, reason: Rejected) -> Self {
        let at = at.into();
        Self(Box::new(Kind::Answer { at, reason }))
    }

    #[cfg(feature = "read")]
    pub(crate) fn unreadable(at: impl Into<String>, reason: impl Into<String>) -> Self {
        let (at, reason) = (at.into(), reason.into());
        Self(Box::new(Kind::Unreadable { at, reason }))
    }

    /// The same error inside something, such as the second event of a batch.
    #[cfg(feature = "read")]
    pub(crate) fn inside(mut self, outer: &str) -> Self {
        if let Kind::Answer { at, .. } | Kind::Unreadable { at, .. } = &mut *self.0 {
            *at = match at.as_str() {
                "" => outer.to_owned(),
                at => format!("{outer}.{at}"),
            };
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (at, reason): (&str, &dyn fmt::Display) = match &*self.0 {
            Kind::Answer { at, reason } => (at, reason),
            Kind::Setting(error) => (&error.setting, error),
            Kind::Unreadable { at, reason } => (at, reason),
        };
        if at.is_empty() {
            return reason.fmt(formatter);
        }
        write!(formatter, "{at}: {reason}")
    }
}

impl core::error::Error for Error {}

impl From<Rejected> for Error {
    fn from(reason: Rejected) -> Self {
        Self::answer("", reason)
    }
}

impl From<SettingError> for Error {
    fn from(error: SettingError) -> Self {
        Self(Box::new(Kind::Setting(error)))
    }
}
