//! Times as text.

use meetpunt_core::time::rfc3339;
use proptest::prelude::*;

#[test]
fn milliseconds_become_the_date_that_a_calendar_shows() {
    #[track_caller]
    fn check(milliseconds: u64, text: &str) {
        assert_eq!(rfc3339(milliseconds), text);
    }
    check(0, "1970-01-01T00:00:00.000Z");
    check(999, "1970-01-01T00:00:00.999Z");
    check(951_782_399_999, "2000-02-28T23:59:59.999Z");
    check(951_782_400_000, "2000-02-29T00:00:00.000Z");
    check(951_868_800_000, "2000-03-01T00:00:00.000Z");
    check(1_709_164_800_000, "2024-02-29T00:00:00.000Z");
    check(1_795_281_320_123, "2026-11-21T17:15:20.123Z");
    check(4_107_542_400_000, "2100-03-01T00:00:00.000Z");
    check(253_402_300_799_999, "9999-12-31T23:59:59.999Z");
    check(u64::MAX, "9999-12-31T23:59:59.999Z");
}

proptest! {
    #[test]
    fn later_is_later_in_text_too(one in 0_u64..253_402_300_800_000, two in 0_u64..253_402_300_800_000) {
        prop_assert_eq!(one.cmp(&two), rfc3339(one).cmp(&rfc3339(two)));
    }
}

mod read {
    use super::*;
    use meetpunt_core::time::parse;

    #[test]
    fn other_spellings_of_a_time_are_understood() {
        let exact = 1_795_281_320_123;
        for text in [
            "2026-11-21T17:15:20.123Z",
            "2026-11-21t17:15:20.123z",
            "2026-11-21 17:15:20.123456Z",
            "2026-11-21T18:15:20.123+01:00",
            "2026-11-21T12:45:20.123-04:30",
        ] {
            assert_eq!(parse(text), Some(exact), "{text}");
        }
        assert_eq!(parse("2026-11-21T17:15:20Z"), Some(exact - 123));
        assert_eq!(parse("2026-11-21T17:15:20.1Z"), Some(exact - 23));
        assert_eq!(parse("2016-12-31T23:59:60Z"), parse("2016-12-31T23:59:59Z"));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2026-11-21",
            "2026-11-21T17:15:20",
            "2026-11-21T17:15:20.Z",
            "2026-11-21T17:15Z",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-11-31T00:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T17:60:00Z",
            "2026-11-21T17:15:61Z",
            "2026-11-21T17:15:20+1:00",
            "2026-11-21T17:15:20Z ",
            "+026-11-21T17:15:20Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00+00:01",
            "2026-11-21T17:15:20é",
            "ééééé",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn writing_and_reading_are_opposites(milliseconds in 0_u64..253_402_300_800_000) {
            prop_assert_eq!(parse(&rfc3339(milliseconds)), Some(milliseconds));
        }

        #[test]
        fn no_text_panics(text: String) {
            let _ = parse(&text);
        }

        #[test]
        fn nothing_like_a_time_panics(text in "[0-9TZ:.+-]{15,30}") {
            let _ = parse(&text);
        }
    }
}
