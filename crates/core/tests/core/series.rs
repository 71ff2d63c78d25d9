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
    check(&[("metric", "csat"), ("look", "stars")], "csat|1-5|stars|standard|1|ltr");
    check(&[("metric", "csat"), ("scale", "1-10")], "csat|1-10|numbers|standard|1|ltr");
    check(&[("metric", "csat"), ("scale", "0-1")], "csat|0-1|thumbs|standard|1|ltr");
    check(&[("metric", "ces"), ("scale", "1-5"), ("look", "faces")], "ces|1-5|faces|standard|1|ltr");
    check(&[("metric", "ces1")], "ces1|1-5|numbers|standard|1|ltr");
    check(&[("metric", "delight")], "delight|1-5|labels|standard|1|ltr");
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
fn an_own_measure_is_one_series_however_it_is_written() {
    let json = [
        ("metric", "custom"),
        ("scale", "1-3"),
        ("negative", "1"),
        ("neutral", "2"),
        ("positive", "3"),
        ("labels", "Bad\u{1f}So so\u{1f}Good"),
        ("question", "How was it?"),
    ];
    let written = "classes\x1f-0+\x1flabels\x1fBad\x1fSo so\x1fGood\x1fquestion\x1fHow was it?";
    let own = hex32(fnv1a32(written.as_bytes()));
    let text = format!("custom|1-3|numbers|standard|1+{own}|ltr");
    assert_eq!(in_english(&json), hex32(fnv1a32(text.as_bytes())));

    let change = |name: &str, text: &'static str| {
        let mut pairs = json;
        pairs.iter_mut().filter(|pair| pair.0 == name).for_each(|pair| pair.1 = text);
        in_english(&pairs)
    };
    assert_eq!(change("labels", "Bad, So so, Good"), in_english(&json), "an attribute says the same");
    assert_eq!(change("neutral", " 2 ,2"), in_english(&json));
    assert_ne!(change("labels", "Bad, So so, Great"), in_english(&json));
    assert_ne!(change("question", "How was that?"), in_english(&json));
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
        ("then", "csat"),
        ("reasons", "late:Late"),
        ("allow-na", ""),
        ("send", "tap"),
    ] {
        assert_eq!(in_english(&[("metric", "ces"), other]), plain, "{other:?}");
    }
    for other in [
        ("wording", "checkout"),
        ("question", "Easy?"),
        ("low-label", "No"),
        ("high-label", "Yes"),
        ("scale", "1-5"),
        ("look", "labels"),
    ] {
        assert_ne!(in_english(&[("metric", "ces"), other]), plain, "{other:?}");
    }
}
