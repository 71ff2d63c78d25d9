//! A shop's own measure: what it may write, and what is refused with which words.

use meetpunt_core::settings::{self, Look, Resolved, SettingError};
use meetpunt_core::{Band, Catalogue, Layer, Measure, Metric, Points, Scale, Score, Word as _};

const QUESTION: (&str, &str) = ("question", "How was the fitting?");

fn custom(pairs: &[(&str, &str)]) -> Result<Resolved, SettingError> {
    settings::resolve(&[&[("metric", "custom")], pairs].concat(), &Catalogue::english())
}

fn resolved(pairs: &[(&str, &str)]) -> Resolved {
    custom(pairs).expect("a survey")
}

#[test]
fn a_shop_brings_its_own_scale_and_classes() {
    let written = [("scale", "1-5"), ("negative", "1,2"), ("neutral", "3"), ("positive", "4,5"), QUESTION];
    let Resolved { settings, warnings } = resolved(&written);
    assert_eq!(warnings, []);
    let asked = &settings.first;
    assert_eq!(settings.survey, "custom");
    assert_eq!((asked.measure.metric(), asked.measure.to_string()), (Metric::Custom, "custom 1-5".to_owned()));
    assert_eq!(asked.question, "How was the fitting?");
    assert_eq!((asked.look, asked.measure.layer()), (Look::Numbers, None));
    assert_eq!(asked.labels, [""; 5]);
    let classes = (1..=5).map(|value| Score::new(asked.measure, value).expect("a point").class().name);
    let expected = ["negative", "negative", "neutral", "positive", "positive"];
    assert_eq!(classes.collect::<Vec<_>>(), expected);
    for band in Band::ALL {
        assert_eq!(settings.follow_up_text(*band), "What is the main reason for your score?");
    }
    // As JSON lists cross.
    let listed = [("scale", "1-5"), ("negative", "2\u{1f}1"), ("neutral", "3"), ("positive", "4\u{1f}5"), QUESTION];
    assert_eq!(resolved(&listed), resolved(&written));
}

#[test]
fn points_that_are_in_neither_end_are_neutral() {
    let neutral = |pairs: &[(&str, &str)]| {
        let measure = resolved(&[pairs, &[QUESTION]].concat()).settings.first.measure;
        measure.points(Band::Neutral).to_string()
    };
    assert_eq!(neutral(&[("scale", "0-10"), ("negative", "0,1,2"), ("positive", "8,9,10")]), "3,4,5,6,7");
    assert_eq!(neutral(&[("scale", "0-1"), ("negative", "0"), ("positive", "1")]), "");
}

#[test]
fn low_is_good_where_the_shop_says_so() {
    let low = [("scale", "1-5"), ("negative", "4,5"), ("neutral", "3"), ("positive", "1,2"), QUESTION];
    let measure = resolved(&low).settings.first.measure;
    let normalised = |value| Score::new(measure, value).expect("a point").normalised().to_string();
    assert_eq!((normalised(1), normalised(4)), ("100.0".to_owned(), "25.0".to_owned()));
}

#[test]
fn the_layer_is_given_or_none() {
    let with = |layer| resolved(&[("scale", "1-3"), ("negative", "1"), ("positive", "3"), ("layer", layer), QUESTION]);
    assert_eq!(with("special").settings.first.measure.layer(), Some(Layer::Special));
    let wrong = with("upper");
    assert_eq!(wrong.settings.first.measure.layer(), None);
    assert_eq!(wrong.warnings[0].expected, "one of: basics, experience, special, strategic");
    // The layer of every other metric is its own.
    let pairs = [("metric", "csat"), ("layer", "special")];
    let csat = settings::resolve(&pairs, &Catalogue::english()).expect("a survey").settings;
    assert_eq!(csat.first.measure.layer(), Some(Layer::Basics));
}

#[test]
fn labels_name_every_point() {
    let with = |labels, more: &[(&str, &str)]| {
        let pairs = [("scale", "1-3"), ("negative", "1"), ("positive", "3"), ("labels", labels), QUESTION];
        resolved(&[&pairs, more].concat())
    };
    let named = with("Bad, So so, Good", &[("look", "labels")]);
    assert_eq!(named.warnings, []);
    assert_eq!(named.settings.first.look, Look::Labels);
    assert_eq!(named.settings.first.labels, ["Bad", "So so", "Good"]);
    let comma = with("No\u{1f}Yes, mostly\u{1f}Yes", &[]);
    assert_eq!(comma.settings.first.labels, ["No", "Yes, mostly", "Yes"]);
    assert_eq!(comma.settings.first.look, Look::Numbers);
    let end = with("Bad, So so, Good", &[("high-label", "Great at {brand}"), ("brand", "Shop")]);
    assert_eq!((end.settings.first.low_label(), end.settings.first.high_label()), ("Bad", "Great at Shop"));

    for wrong in ["Bad, Good", "a, b, c, d", "Bad, {topic}, Good"] {
        let resolved = with(wrong, &[]);
        assert_eq!(resolved.settings.first.labels, [""; 3]);
        let warning = &resolved.warnings[0];
        assert_eq!((warning.setting.as_str(), warning.found.as_str()), ("labels", wrong));
        assert_eq!(warning.expected, "a text for each point of 1-3");
    }
    let unnamed = with("", &[("look", "labels")]);
    assert_eq!(unnamed.settings.first.look, Look::Numbers);
    let warning = &unnamed.warnings[0];
    assert_eq!((warning.setting.as_str(), warning.found.as_str()), ("look", "labels"));
    assert_eq!(warning.expected, "one of: numbers", "there are no words to draw");
    let stars = with("Bad, So so, Good", &[("look", "stars")]);
    assert_eq!(stars.warnings[0].expected, "one of: numbers, labels");
}

#[test]
fn labels_speak_the_visitors_language() {
    let pairs = [
        ("metric", "custom"),
        ("scale", "0-1"),
        ("negative", "0"),
        ("positive", "1"),
        ("labels.en", "No,Yes"),
        ("labels.nl", "Nee,Ja"),
        ("question.en", "Clean?"),
        ("question.nl", "Schoon?"),
    ];
    let dutch = Catalogue::new([("language.tag", "nl")]);
    let asked = settings::resolve(&pairs, &dutch).expect("a survey").settings;
    assert_eq!(
        (asked.first.question.as_str(), asked.first.labels.as_slice()),
        ("Schoon?", &["Nee".into(), "Ja".into()][..])
    );
    let english = settings::resolve(&pairs, &Catalogue::english()).expect("a survey").settings;
    assert_eq!(english.first.labels, ["No", "Yes"]);
    assert_eq!(english.series, asked.series);
}

#[test]
fn what_cannot_be_scored_is_refused_with_what_to_write() {
    #[track_caller]
    fn check(pairs: &[(&str, &str)], setting: &str, reason: &str) {
        let error = custom(pairs).expect_err("no survey");
        assert_eq!((error.setting.as_str(), error.reason.as_str()), (setting, reason));
    }
    let ends = "write two numbers from 0 to 10, the lower one first, such as 1-5";
    for wrong in ["", "5", "5-1", "1-1", "0-11", "1-5-7", "low-high"] {
        check(&[("scale", wrong)], "scale", &format!("\"{wrong}\" is not a scale; {ends}"));
    }
    check(&[], "scale", &format!("\"\" is not a scale; {ends}"));

    let sets = |negative, neutral, positive| {
        [("scale", "1-5"), ("negative", negative), ("neutral", neutral), ("positive", positive), QUESTION]
    };
    #[track_caller]
    fn refused(pairs: &[(&str, &str)], setting: &str, what: &str) {
        check(
            pairs,
            setting,
            &format!("{what}; write each point of 1-5 into one class: negative, neutral or positive"),
        );
    }
    refused(&[("scale", "1-5"), QUESTION], "negative", "negative has no point");
    refused(&[("scale", "1-5"), ("negative", "1"), QUESTION], "positive", "positive has no point");
    refused(&sets("", "1,2,3", "4,5"), "negative", "negative has no point");
    refused(&sets("1,2", "", "4,5"), "neutral", "neutral has no point");
    refused(&sets("1,2", "3", " , "), "positive", "positive has no point");
    refused(&sets("0,1", "2,3", "4,5"), "negative", "0 is not on the scale");
    refused(&sets("1,2", "3", "4,5,6"), "positive", "6 is not on the scale");
    refused(&sets("1,2", "3,999", "4,5"), "neutral", "999 is not on the scale");
    refused(&sets("1-2", "3", "4,5"), "negative", "1-2 is not on the scale");
    refused(&sets("-1", "3", "4,5"), "negative", "-1 is not on the scale");
    refused(&sets("1.5", "3", "4,5"), "negative", "1.5 is not on the scale");
    refused(&sets("1,2", "2,3", "4,5"), "neutral", "2 is in two classes");
    refused(&sets("1,2,4", "3", "4,5"), "neutral", "4 is in two classes");
    refused(&sets("1,2", "3,4", "4,5"), "neutral", "4 is in two classes");
    refused(&sets("1", "3", "4,5"), "neutral", "2 is in no class");
    let error =
        Measure::custom(Scale { min: 1, max: 3 }, [Points::from_to(0, 1), Points::NONE, Points::from_to(2, 3)], None);
    assert_eq!(
        error.expect_err("refused").to_string(),
        "0 is not on the scale; write each point of 1-3 into one class: negative, neutral or positive"
    );
}

#[test]
fn what_has_no_question_is_refused() {
    let sets = [("scale", "1-3"), ("negative", "1"), ("positive", "3")];
    for question in [" ", "How was {topic}?"] {
        let error = custom(&[&sets[..], &[("question", question)]].concat()).expect_err("no survey");
        assert_eq!(error.setting, "question");
        assert_eq!(error.reason, "there is no question, or none whose placeholders have a setting; write what to ask");
    }
}
