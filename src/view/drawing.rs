//! Stars, faces and thumbs: line drawings on a field of 32 × 32, one stroke each.

use meetpunt_core::Scale;
use meetpunt_core::settings::Look;

/// Five moods from very unhappy to very happy: the round, the eyes, the mouth.
const FACES: [&str; 5] = [
    "M29 16a13 13 0 1 1-26 0 13 13 0 0 1 26 0M10 10l3.5 2M22 10l-3.5 2M11.5 14v.01M20.5 14v.01M10 23.5c1.5-5 10.5-5 12 0",
    "M29 16a13 13 0 1 1-26 0 13 13 0 0 1 26 0M11.5 12.5v.01M20.5 12.5v.01M11 22c2-3 8-3 10 0",
    "M29 16a13 13 0 1 1-26 0 13 13 0 0 1 26 0M11.5 12.5v.01M20.5 12.5v.01M11 20.5h10",
    "M29 16a13 13 0 1 1-26 0 13 13 0 0 1 26 0M11.5 12.5v.01M20.5 12.5v.01M11 19c2 3 8 3 10 0",
    "M29 16a13 13 0 1 1-26 0 13 13 0 0 1 26 0M10 13c.7-1.6 2.8-1.6 3.5 0M18.5 13c.7-1.6 2.8-1.6 3.5 0M9.5 18h13c-.6 7.6-12.4 7.6-13 0z",
];

/// Five rays, round at their tips.
const STAR: &str = "M16 3.5l3.9 7.9 8.7 1.3-6.3 6.1 1.5 8.7L16 23.4l-7.8 4.1 1.5-8.7-6.3-6.1 8.7-1.3z";

/// Thumbs down and up, of equal weight.
const THUMBS: [&str; 2] = [
    "M10.5 18V5.5h12a3 3 0 0 1 2.9 2.3l2 8A3 3 0 0 1 24.5 19.5H18.5l1 6a2.6 2.6 0 0 1-4.9 1.6zM10.5 18H4.5V5.5h6",
    "M10.5 14v12.5h12a3 3 0 0 0 2.9-2.3l2-8a3 3 0 0 0-2.9-3.7H18.5l1-6a2.6 2.6 0 0 0-4.9-1.6zM10.5 14H4.5v12.5h6",
];

/// The drawing of a point; `None` for looks that have none.
pub(super) fn of(look: Look, value: u8, scale: Scale) -> Option<&'static str> {
    let place = usize::from(value.checked_sub(scale.min)?);
    match look {
        Look::Stars => Some(STAR),
        // Of three faces, the outer two are moderate, as their words are.
        Look::Faces if scale.max - scale.min == 2 => FACES.get(place + 1).copied(),
        Look::Faces => FACES.get(place).copied(),
        Look::Thumbs => THUMBS.get(place).copied(),
        Look::Numbers | Look::Labels => None,
    }
}
