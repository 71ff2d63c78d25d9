//! What is asked: the questions of every metric.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Resolved, Wording};
use meetpunt_core::{Band, Word as _};

fn resolve(pairs: &[(&str, &str)]) -> Resolved {
    settings::resolve(pairs, &Catalogue::english()).expect("a survey")
}

#[test]
fn every_metric_asks_its_own_question() {
    #[track_caller]
    fn check(metric: &str, scale: &str, plain: &str, named: &str, ends: [&str; 2]) {
        let pairs = [("metric", metric), ("scale", scale)];
        let named_pairs = [&pairs[..], &[("brand", "Example Shop"), ("topic", "your chair")]].concat();
        for (pairs, question) in [(&pairs[..], plain), (&named_pairs[..], named)] {
            let Resolved { settings, warnings } = resolve(pairs);
            assert_eq!((settings.first.question.as_str(), warnings.len()), (question, 0));
            assert_eq!([settings.first.low_label(), settings.first.high_label()], ends);
        }
    }
    let likely = ["Not at all likely", "Extremely likely"];
    check(
        "enps",
        "",
        "How likely is it that you would recommend us as a place to work to a friend or colleague?",
        "How likely is it that you would recommend Example Shop as a place to work to a friend or colleague?",
        likely,
    );
    let agree = ["Strongly disagree", "Strongly agree"];
    let request = "It was easy for me to handle my request.";
    for scale in ["1-7", "1-5"] {
        check("ces", scale, request, "Example Shop made it easy for me to handle my your chair.", agree);
    }
    let effort = "How much effort did you personally have to put forth to handle your request?";
    check("ces1", "", effort, effort, ["Very low effort", "Very high effort"]);
    check(
        "ces5",
        "",
        "How easy was it to do what you came for?",
        "How easy was it to your chair?",
        ["Very difficult", "Very easy"],
    );
    let satisfied = ["How satisfied are you with your experience?", "How satisfied are you with your chair?"];
    for scale in ["1-5", "1-7", "0-10"] {
        check("csat", scale, satisfied[0], satisfied[1], ["Very dissatisfied", "Very satisfied"]);
    }
    check("csat", "1-3", satisfied[0], satisfied[1], ["Dissatisfied", "Satisfied"]);
    check(
        "csat",
        "1-10",
        "What mark from 1 to 10 do you give us?",
        "What mark from 1 to 10 do you give your chair?",
        ["Very poor", "Excellent"],
    );
    check("csat", "0-1", "Was this helpful?", "Was this helpful?", ["No", "Yes"]);
    check(
        "delight",
        "",
        "Compared with what you expected, how was your experience?",
        "Compared with what you expected, how was your chair?",
        ["Much worse", "Much better"],
    );
    check(
        "importance",
        "",
        "How important is this to you?",
        "How important is your chair to you?",
        ["Not at all important", "Extremely important"],
    );
    let goal = "Did you achieve what you came for?";
    check("goal", "", goal, goal, ["No", "Yes"]);
    let promise = "Did we keep what we promised?";
    check("promise", "", promise, promise, ["No", "Yes"]);
    check(
        "pmf",
        "",
        "How would you feel if you could no longer use this?",
        "How would you feel if you could no longer use your chair?",
        ["Not disappointed", "Very disappointed"],
    );
}

#[test]
fn a_report_mark_and_a_thumb_have_one_wording() {
    for scale in ["1-10", "0-1"] {
        let resolved = resolve(&[("metric", "csat"), ("scale", scale), ("wording", "delivery")]);
        assert_eq!(resolved.settings.first.wording, Wording::Standard);
        assert_eq!(resolved.warnings[0].expected, "one of: standard");
    }
    let seven = resolve(&[("metric", "csat"), ("scale", "1-7"), ("wording", "delivery")]);
    assert_eq!(seven.settings.first.wording, Wording::Delivery);
    let five = resolve(&[("metric", "ces"), ("scale", "1-5"), ("wording", "find")]);
    assert_eq!(five.settings.first.question, "It was easy to find what I was looking for.");
}

#[test]
fn a_scale_that_the_metric_has_not_is_an_error_with_those_it_has() {
    #[track_caller]
    fn check(metric: &str, scale: &str, reason: &str) {
        let pairs = [("metric", metric), ("scale", scale)];
        let error = settings::resolve(&pairs, &Catalogue::english()).expect_err("no survey");
        assert_eq!((error.setting.as_str(), error.reason.as_str()), ("scale", reason));
    }
    check("nps", "1-10", "\"1-10\" is not a scale of nps; write one of: 0-10");
    check("ces", "0-10", "\"0-10\" is not a scale of ces; write one of: 1-7, 1-5");
    check("csat", "1-4", "\"1-4\" is not a scale of csat; write one of: 1-5, 1-7, 1-10, 0-10, 1-3, 0-1");
    check("ces1", "five", "\"five\" is not a scale of ces1; write one of: 1-5");
}

#[test]
fn every_point_that_stands_as_a_word_has_one() {
    let words = |pairs: &[(&str, &str)]| resolve(pairs).settings.first.labels;
    let named = |metric, scale| words(&[("metric", metric), ("scale", scale)]);
    assert_eq!(named("goal", "1-3"), ["No", "Partly", "Yes"]);
    assert_eq!(named("pmf", "1-3"), ["Not disappointed", "Somewhat disappointed", "Very disappointed"]);
    let delight = ["Much worse", "Worse", "As expected", "Better", "Much better"];
    assert_eq!(named("delight", "1-5"), delight);
    let agree = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
    assert_eq!(named("ces", "1-5"), agree);
    let faces = ["Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied"];
    assert_eq!(named("csat", "1-3"), faces);
    let nps = named("nps", "0-10");
    let unnamed = nps.iter().filter(|label| label.is_empty()).count();
    assert_eq!((nps.len(), unnamed), (11, 9), "NPS names its ends only");
    let own = words(&[("metric", "goal"), ("low-label", "Not at all")]);
    assert_eq!(own, ["Not at all", "Partly", "Yes"]);
}

#[test]
fn follow_up_and_thanks_fit_the_metric() {
    let texts = |metric: &str, band| {
        let settings = resolve(&[("metric", metric)]).settings;
        (settings.follow_up_text(band).to_owned(), settings.thanks_text(band).to_owned())
    };
    let follow_up = |metric, band| texts(metric, band).0;
    for metric in ["ces", "ces1", "ces5"] {
        assert_eq!(follow_up(metric, Band::Negative), "What made it difficult?");
    }
    assert_eq!(follow_up("enps", Band::Positive), "What do you value most?");
    assert_eq!(follow_up("delight", Band::Neutral), "What would have made it special?");
    let glad = "Thank you for your answer. We are glad it went well.";
    for metric in ["importance", "goal", "promise", "pmf"] {
        for band in Band::ALL {
            assert_eq!(follow_up(metric, *band), "What is the main reason for your score?");
        }
    }
    for metric in ["goal", "promise", "delight"] {
        assert_eq!(texts(metric, Band::Positive).1, glad);
    }
    // Nobody is glad that something is important.
    for metric in ["importance", "pmf"] {
        for band in Band::ALL {
            assert_eq!(texts(metric, *band).1, "Thank you. Your answer helps us improve.");
        }
    }
}
