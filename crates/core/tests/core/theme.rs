//! Contrast, against the definition of WCAG computed with real numbers.

use meetpunt_core::theme::{CONTROL, Colour, TEXT, contrast, legible, on};
use proptest::prelude::*;

fn colour() -> impl Strategy<Value = Colour> {
    any::<[u8; 3]>().prop_map(|[red, green, blue]| Colour { red, green, blue })
}

/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn by_definition(a: Colour, b: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let light = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * light(colour.red) + 0.7152 * light(colour.green) + 0.0722 * light(colour.blue)
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn computed_colours_are_read() {
    #[track_caller]
    fn check(text: &str, parts: Option<[u8; 3]>) {
        assert_eq!(Colour::parse(text), parts.map(|[red, green, blue]| Colour { red, green, blue }), "{text}");
    }
    check("rgb(36, 86, 199)", Some([36, 86, 199]));
    check(" rgba(36, 86, 199, 1) ", Some([36, 86, 199]));
    check("#2456c7", Some([36, 86, 199]));
    check("#FfF", Some([255, 255, 255]));
    check("rgba(36, 86, 199, 0.5)", None);
    check("rgba(0, 0, 0, 0)", None);
    check("rgb(256, 0, 0)", None);
    check("rgb(36, 86)", None);
    check("rgb(36 86 199)", None);
    check("#12345", None);
    check("#1234567", None);
    check("#ggg", None);
    check("oklch(0.5 0.2 260)", None);
    check("red;background:url(//evil)", None);
    check("", None);
}

#[test]
fn known_pairs_have_their_known_contrast() {
    assert_eq!(contrast(Colour::BLACK, Colour::WHITE), 2_100);
    assert_eq!(contrast(Colour::WHITE, Colour::WHITE), 100);
    let grey = Colour { red: 118, green: 118, blue: 118 };
    assert_eq!(contrast(grey, Colour::WHITE), 454);
}

#[test]
fn a_yellow_accent_gets_black_text_and_darkens_on_white() {
    let yellow = Colour { red: 255, green: 210, blue: 0 };
    assert_eq!(on(yellow, Some(Colour::WHITE)), Colour::BLACK);
    let ring = legible(yellow, Colour::WHITE, CONTROL);
    assert_ne!(ring, yellow);
    assert!(contrast(ring, Colour::WHITE) >= CONTROL);
}

#[test]
fn a_colour_that_is_legible_stays_as_it_is() {
    let blue = Colour { red: 36, green: 86, blue: 199 };
    assert_eq!(legible(blue, Colour::WHITE, CONTROL), blue);
    assert_eq!(on(blue, Some(Colour::WHITE)), Colour::WHITE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn contrast_is_that_of_wcag(a in colour(), b in colour()) {
        let ours = f64::from(contrast(a, b)) / 100.0;
        let theirs = by_definition(a, b);
        prop_assert!((ours - theirs).abs() <= 0.01 + theirs * 0.004, "{ours} instead of {theirs}");
    }

    #[test]
    fn any_accent_is_legible_on_any_surface(accent in colour(), surface in colour(), wanted in colour()) {
        let ring = legible(accent, surface, CONTROL);
        prop_assert!(by_definition(ring, surface) >= 3.0, "{ring:?} on {surface:?}: {}", by_definition(ring, surface));
        let text = legible(accent, surface, TEXT);
        prop_assert!(by_definition(text, surface) >= 4.5, "{text:?} on {surface:?}: {}", by_definition(text, surface));
        for wanted in [None, Some(wanted), Some(Colour::WHITE), Some(accent)] {
            let label = on(ring, wanted);
            prop_assert!(by_definition(label, ring) >= 4.5, "{label:?} on {ring:?}: {}", by_definition(label, ring));
        }
    }

    #[test]
    fn what_is_written_reads_back(colour in colour()) {
        prop_assert_eq!(Colour::parse(&colour.hex()), Some(colour));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = Colour::parse(&text);
    }
}
