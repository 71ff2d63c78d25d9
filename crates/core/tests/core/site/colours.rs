//! What people are told about the colours of their style sheet.

use meetpunt_core::site::{Finding, check_colours};
use proptest::prelude::*;

#[track_caller]
fn check(css: &str, expected: &[&str]) {
    let lines: Vec<String> = check_colours(css).iter().map(Finding::to_string).collect();
    assert_eq!(lines, expected, "{css}");
}

#[test]
fn colours_that_can_be_read_pass() {
    check(
        "meetpunt-survey { --meetpunt-accent: #2456c7; --meetpunt-text: rgb(0, 0, 0); --meetpunt-on-accent: #fff }",
        &[],
    );
    check("meetpunt-survey { --meetpunt-surface: #1b1f2a; --meetpunt-accent: #ffd400; --meetpunt-text: #fff }", &[]);
    check(
        "a { color: #eee; --meetpunt-radius: 4px; --meetpunt-accent: var(--shop); --meetpunt-text: color-mix(in srgb, red, blue) }",
        &[],
    );
    check("a { border-color: var(--meetpunt-accent, #ffd400); }", &[]);
}

#[test]
fn faint_colours_are_told_with_what_is_shown_instead() {
    check(
        "a {\n  --meetpunt-accent: #ffd400;\n}",
        &[
            "2:3: warning: --meetpunt-accent: found #ffd400, 1.4:1 to the surface #ffffff; write a colour with 3:1 at least, or the widget shows #b09100",
        ],
    );
    check(
        "a { --meetpunt-text: #777; /* { */ --meetpunt-muted: #999 }",
        &[
            "1:5: warning: --meetpunt-text: found #777777, 4.4:1 to the surface #ffffff; write a colour with 4.5:1 at least, or the widget shows #737373",
            "1:36: warning: --meetpunt-muted: found #999999, 2.8:1 to the surface #ffffff; write a colour with 4.5:1 at least, or the widget shows #747474",
        ],
    );
    check(
        "a { --meetpunt-accent: #2456c7; --meetpunt-on-accent: #888 }",
        &[
            "1:33: warning: --meetpunt-on-accent: found #888888, 1.8:1 to the accent #2456c7; write a colour with 4.5:1 at least, or the widget shows #ffffff",
        ],
    );
}

#[test]
fn each_block_has_its_own_surface() {
    check(
        "a { --meetpunt-surface: #000 } b { --meetpunt-text: #fff }",
        &[
            "1:36: warning: --meetpunt-text: found #ffffff, 1:1 to the surface #ffffff; write a colour with 4.5:1 at least, or the widget shows #747474",
        ],
    );
}

proptest! {
    #[test]
    fn no_sheet_panics(css in r#"(--meetpunt-|text|accent|:|;|\{|\}|/\*|\*/|#fff|#777|é| |,|\)){0,30}"#) {
        let _ = check_colours(&css);
    }
}
