//! Keys on a scale, beside what native radio buttons do themselves.

use crate::locale::Direction;
use crate::metric::Scale;

/// The point that a key leads to from the point that has focus; `None` for a key that means nothing here. Arrows go round, as native
/// ones do, and follow what the visitor sees: to the left is the next point where the language is read from the right.
///
/// | key | leads to |
/// | --- | --- |
/// | `0` … `9` | that point, if the scale has it |
/// | `Home` `End` | the first, the last |
/// | `ArrowDown`, the arrow in reading direction | the next |
/// | `ArrowUp`, the arrow against it | the one before |
#[must_use]
pub fn point(key: &str, from: u8, scale: Scale, direction: Direction) -> Option<u8> {
    let Scale { min, max } = scale;
    let next = if from < max { from + 1 } else { min };
    let before = if from > min { from - 1 } else { max };
    let is_rtl = direction == Direction::Rtl;
    match key.as_bytes() {
        b"Home" => Some(min),
        b"End" => Some(max),
        b"ArrowDown" => Some(next),
        b"ArrowUp" => Some(before),
        b"ArrowRight" => Some(if is_rtl { before } else { next }),
        b"ArrowLeft" => Some(if is_rtl { next } else { before }),
        [digit @ b'0'..=b'9'] => Some(digit - b'0').filter(|point| (min..=max).contains(point)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, from: u8, (ltr, rtl): (Option<u8>, Option<u8>)) {
        let scale = Scale { min: 1, max: 7 };
        assert_eq!(point(key, from, scale, Direction::Ltr), ltr, "{key}");
        assert_eq!(point(key, from, scale, Direction::Rtl), rtl, "{key} in RTL");
    }

    #[test]
    fn arrows_follow_what_is_seen_and_go_round() {
        check("ArrowRight", 3, (Some(4), Some(2)));
        check("ArrowLeft", 3, (Some(2), Some(4)));
        check("ArrowDown", 3, (Some(4), Some(4)));
        check("ArrowUp", 3, (Some(2), Some(2)));
        check("ArrowRight", 7, (Some(1), Some(6)));
        check("ArrowLeft", 1, (Some(7), Some(2)));
        check("ArrowDown", 7, (Some(1), Some(1)));
        check("ArrowUp", 1, (Some(7), Some(7)));
    }

    #[test]
    fn digits_choose_only_what_the_scale_has() {
        check("1", 3, (Some(1), Some(1)));
        check("7", 3, (Some(7), Some(7)));
        check("0", 3, (None, None));
        check("8", 3, (None, None));
        assert_eq!(point("0", 5, Scale { min: 0, max: 10 }, Direction::Ltr), Some(0));
    }

    #[test]
    fn the_ends_have_keys_of_their_own() {
        check("Home", 3, (Some(1), Some(1)));
        check("End", 3, (Some(7), Some(7)));
        assert_eq!(point("End", 5, Scale { min: 0, max: 10 }, Direction::Ltr), Some(10));
    }

    #[test]
    fn other_keys_mean_nothing_here() {
        for key in ["a", "Tab", "Enter", " ", "F1", "", "10", "٣"] {
            check(key, 3, (None, None));
        }
    }
}
