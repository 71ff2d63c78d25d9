//! Every scale of every metric: the points of its classes, its looks, its wordings.
//!
//! Who adds a row adds the texts that it names to `locales/`, and a row to `docs/payload.md`.

use super::{Measure, Metric, Points, ScaleTable};
use crate::settings::{Look, Wording};

#[cfg(feature = "whole")]
use Look::Thumbs;
use Look::{Faces, Labels, Numbers, Stars};
use Points as P;

/// Every table, metric by metric in their order, the default scale of each first. The small cut has three of them.
pub(super) static TABLES: &[ScaleTable] = &[
    // 6 is still a detractor, 7 and 8 are passive, 9 is the first promoter. Only the ends have labels, as the method asks.
    ScaleTable {
        measure: nps(Metric::Nps),
        looks: &[Numbers, Labels],
        wordings: &[Wording::Standard, Wording::FriendOrFamily],
        texts: "nps",
        labels: "likely.12",
    },
    // The arithmetic of NPS.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: nps(Metric::Enps),
        looks: &[Numbers, Labels],
        wordings: STANDARD,
        texts: "enps",
        labels: "likely.12",
    },
    // 5 of 7 ("somewhat agree") is the first easy point, after Gartner's top-three-box rule.
    ScaleTable {
        measure: Measure::row(Metric::Ces, P::from_to(1, 3), P::from_to(4, 4), P::from_to(5, 7)),
        looks: &[Numbers, Labels],
        wordings: CES,
        texts: "ces",
        labels: "agree.1234567",
    },
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: five(Metric::Ces),
        looks: &[Numbers, Labels, Faces],
        wordings: CES,
        texts: "ces",
        labels: "agree.12467",
    },
    // Asks for the effort: low is good, 1 and 2 are easy.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: Measure::row(Metric::Ces1, P::from_to(4, 5), P::from_to(3, 3), P::from_to(1, 2)),
        looks: &[Numbers, Labels],
        wordings: STANDARD,
        texts: "ces1",
        labels: "effort.12345",
    },
    // The top-two-box rule.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: five(Metric::Ces5),
        looks: &[Numbers, Labels, Faces],
        wordings: STANDARD,
        texts: "ces5",
        labels: "ease.12345",
    },
    // The top-two-box rule.
    ScaleTable {
        measure: five(Metric::Csat),
        looks: &[Numbers, Labels, Stars, Faces],
        wordings: CSAT,
        texts: "csat",
        labels: "satisfied.12345",
    },
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: Measure::row(Metric::Csat, P::from_to(1, 3), P::from_to(4, 5), P::from_to(6, 7)),
        looks: &[Numbers],
        wordings: CSAT,
        texts: "csat",
        labels: "satisfied.15",
    },
    // A report mark: 5 is the last failed one, 8 the first satisfied one.
    #[cfg(feature = "whole")]
    ScaleTable { measure: mark(Metric::Csat), looks: &[Numbers], wordings: STANDARD, texts: "mark", labels: "mark.12" },
    // The points of NPS, and no NPS.
    #[cfg(feature = "whole")]
    ScaleTable { measure: nps(Metric::Csat), looks: &[Numbers], wordings: CSAT, texts: "csat", labels: "satisfied.15" },
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: three(Metric::Csat),
        looks: &[Faces, Labels],
        wordings: CSAT,
        texts: "csat",
        labels: "satisfied.234",
    },
    // Whether it was helpful. There is no middle.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: Measure::row(Metric::Csat, P::from_to(0, 0), P::NONE, P::from_to(1, 1)),
        looks: &[Thumbs, Labels],
        wordings: STANDARD,
        texts: "helpful",
        labels: "yes.13",
    },
    // 4 is the first point above what was expected.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: five(Metric::Delight),
        looks: &[Labels, Numbers, Faces],
        wordings: STANDARD,
        texts: "delight",
        labels: "delight.12345",
    },
    // The classes of a report mark.
    #[cfg(feature = "whole")]
    ScaleTable {
        measure: mark(Metric::Importance),
        looks: &[Numbers],
        wordings: STANDARD,
        texts: "importance",
        labels: "important.12",
    },
    #[cfg(feature = "whole")]
    words(Metric::Goal, "goal", "yes.123"),
    #[cfg(feature = "whole")]
    words(Metric::Promise, "promise", "yes.123"),
    #[cfg(feature = "whole")]
    words(Metric::Pmf, "pmf", "disappointed.123"),
];

/// One question, worded in one way.
const STANDARD: &[Wording] = &[Wording::Standard];

const CES: &[Wording] = &[Wording::Standard, Wording::Find, Wording::Checkout, Wording::Service];

const CSAT: &[Wording] = &[Wording::Standard, Wording::Order, Wording::Delivery];

const fn nps(metric: Metric) -> Measure {
    Measure::row(metric, P::from_to(0, 6), P::from_to(7, 8), P::from_to(9, 10))
}

const fn mark(metric: Metric) -> Measure {
    Measure::row(metric, P::from_to(1, 5), P::from_to(6, 7), P::from_to(8, 10))
}

const fn five(metric: Metric) -> Measure {
    Measure::row(metric, P::from_to(1, 2), P::from_to(3, 3), P::from_to(4, 5))
}

const fn three(metric: Metric) -> Measure {
    Measure::row(metric, P::from_to(1, 1), P::from_to(2, 2), P::from_to(3, 3))
}

/// Three points that are words.
const fn words(metric: Metric, texts: &'static str, labels: &'static str) -> ScaleTable {
    ScaleTable { measure: three(metric), looks: &[Labels], wordings: STANDARD, texts, labels }
}
