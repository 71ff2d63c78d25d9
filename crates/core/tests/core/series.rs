//! The series: stable as long as scores may be compared.

use meetpunt_core::id::{fnv1a32, hex32};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings;

fn series(pairs: &[(&str, &str)], catalogue: &Catalogue) -> String {
    settings::resolve(pairs, catalogue).expect("settings").settings.series
}

fn in_english(pairs: &[(&str, &str)]) -> String {
    series(pairs, &Catalogue::english())
}

#[test]
fn the_series_hashes_the_documented_text() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], text: &str) {
        assert_eq!(in_english(pairs), hex32(fnv1a32(text.as_bytes())));
    }
    check(&[("metric", "nps")], "nps|0-10|numbers|standard|1|ltr");
    check(&[("metric", "nps"), ("wording", "friend-or-family")], "nps|0-10|numbers|friend-or-family|1|ltr");
    check(&[("metric", "ces"), ("wording", "find")], "ces|1-7|numbers|find|1|ltr");
    check(&[("metric", "csat")], "csat|1-5|numbers|standard|1|ltr");
    let own = hex32(fnv1a32(b"question\x1fHow was it?"));
    check(&[("metric", "csat"), ("question", " How was it? ")], &format!("csat|1-5|numbers|standard|1+{own}|ltr"));
}

#[test]
fn the_numbers_that_receivers_hold_do_not_change() {
    assert_eq!(in_english(&[("metric", "nps")]), "453fabe4");
    assert_eq!(in_english(&[("metric", "ces")]), "8795316d");
    assert_eq!(in_english(&[("metric", "csat")]), "2c0397af");
}

#[test]
fn a_language_continues_the_series_and_a_direction_does_not() {
    let nps = [("metric", "nps"), ("brand", "Example Shop")];
    let dutch = Catalogue::new([("language.tag", "nl")]);
    let arabic = Catalogue::new([("language.tag", "ar"), ("language.direction", "rtl")]);
    assert_eq!(series(&nps, &dutch), in_english(&nps));
    assert_ne!(series(&nps, &arabic), in_english(&nps));
}

#[test]
fn an_own_question_is_one_series_in_all_its_languages() {
    let own = [("metric", "csat"), ("question.en", "How was it?"), ("question.nl", "Hoe was het?")];
    let dutch = Catalogue::new([("language.tag", "nl")]);
    assert_eq!(series(&own, &dutch), in_english(&own));
    assert_ne!(in_english(&own), in_english(&[("metric", "csat")]));
}

#[test]
fn what_is_not_asked_does_not_break_the_series() {
    let plain = in_english(&[("metric", "ces")]);
    for other in [
        ("brand", "Example Shop"),
        ("touchpoint", "checkout"),
        ("display", "popover"),
        ("thanks", "Bye"),
        ("follow-up", "none"),
        ("theme", "dark"),
        // The official question is the one about service.
        ("wording", "service"),
    ] {
        assert_eq!(in_english(&[("metric", "ces"), other]), plain, "{other:?}");
    }
    for other in [("wording", "checkout"), ("question", "Easy?"), ("low-label", "No"), ("high-label", "Yes")] {
        assert_ne!(in_english(&[("metric", "ces"), other]), plain, "{other:?}");
    }
}
