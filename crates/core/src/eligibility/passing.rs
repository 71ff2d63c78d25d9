//! Which rules a case passes over, and why.

use super::{Case, Opening};
use crate::settings::{Display, Mode};

/// The circumstances that pass over a rule.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Over {
    pub(super) preview: bool,
    /// `show()`, or a link.
    pub(super) page: bool,
    /// The handle of a tab.
    pub(super) visitor: bool,
    pub(super) inline: bool,
    pub(super) kiosk: bool,
}

impl Over {
    /// Nothing passes over it.
    pub(super) const NONE: Self = Self { preview: false, page: false, visitor: false, inline: false, kiosk: false };

    /// A rule about how often somebody is asked.
    pub(super) const FREQUENCY: Self = Self { preview: true, page: true, visitor: true, inline: false, kiosk: true };
}

/// The circumstances of a case.
pub(super) struct Passing(Over);

impl Passing {
    pub(super) fn of(case: &Case<'_>) -> Self {
        Self(Over {
            preview: case.settings.preview,
            page: case.signals.opening == Opening::Page,
            visitor: case.signals.opening == Opening::Visitor,
            inline: case.settings.display == Display::Inline,
            kiosk: case.rules.mode == Mode::Kiosk,
        })
    }

    /// The circumstance that passes over a rule, if any does.
    pub(super) fn over(&self, rule: Over) -> Option<&'static str> {
        let Self(now) = self;
        let all = [
            (now.preview && rule.preview, "preview"),
            (now.page && rule.page, "opened by the page"),
            (now.visitor && rule.visitor, "opened by the visitor"),
            (now.inline && rule.inline, "inline"),
            (now.kiosk && rule.kiosk, "kiosk"),
        ];
        all.iter().find(|circumstance| circumstance.0).map(|circumstance| circumstance.1)
    }
}
