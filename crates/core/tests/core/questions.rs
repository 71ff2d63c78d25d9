//! What is asked: the questions of every metric, those that follow, reasons, and the flags around them.

use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Look, Reason, Report, Resolved, Sending, Wording};
use meetpunt_core::{Band, Metric, Score, Word as _};

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
fn the_loyalty_triple_asks_three_questions() {
    let pairs = [("metric", "csat"), ("scale", "1-10"), ("then", "ces, delight"), ("topic", "your order")];
    let Resolved { settings, warnings } = resolve(&pairs);
    assert_eq!(warnings, []);
    assert_eq!(settings.first.question, "What mark from 1 to 10 do you give your order?");
    let [ces, delight] = settings.then.as_slice() else { panic!("{:?}", settings.then) };
    assert_eq!((ces.measure.to_string(), ces.look), ("ces 1-7".to_owned(), Look::Numbers));
    assert_eq!(ces.question, "It was easy for me to handle my request.");
    assert_eq!((delight.measure.to_string(), delight.look), ("delight 1-5".to_owned(), Look::Labels));
    assert_eq!(delight.question, "Compared with what you expected, how was your order?");
    assert_eq!(delight.high_label(), "Much better");
    // The settings of the first question are not those of the others.
    let own = resolve(&[("metric", "nps"), ("then", "CSAT"), ("question", "Well?"), ("high-label", "Yes!")]).settings;
    assert_eq!((own.first.question.as_str(), own.first.high_label()), ("Well?", "Yes!"));
    assert_eq!(own.then[0].question, "How satisfied are you with your experience?");
    assert_eq!(own.then[0].high_label(), "Very satisfied");
}

#[test]
fn a_third_further_question_and_an_unknown_one_are_left_out() {
    #[track_caller]
    fn check(then: &str, asked: &[Metric], wrong: &[&str]) {
        let Resolved { settings, warnings } = resolve(&[("metric", "csat"), ("then", then)]);
        let metrics: Vec<Metric> = settings.then.iter().map(|asked| asked.measure.metric()).collect();
        assert_eq!(metrics, asked, "{then}");
        let found: Vec<&str> = warnings.iter().map(|warning| warning.found.as_str()).collect();
        assert_eq!(found, wrong, "{then}");
        for warning in warnings {
            assert_eq!(warning.setting, "then");
            assert_eq!(warning.expected, "at most two further metrics, each once, none of them custom");
        }
    }
    check("", &[], &[]);
    check("nps", &[Metric::Nps], &[]);
    check("ces,delight,nps", &[Metric::Ces, Metric::Delight], &["nps"]);
    check("ces\u{1f}joy\u{1f}delight", &[Metric::Ces, Metric::Delight], &["joy"]);
    check("custom", &[], &["custom"]);
    check("csat", &[], &["csat"]);
    check("ces,ces", &[Metric::Ces], &["ces"]);
}

#[test]
fn reasons_are_for_all_or_for_one_class() {
    let reason = |key: &str, label: &str| Reason { key: key.to_owned(), label: label.to_owned() };
    let reasons = |pairs: &[(&str, &str)]| {
        let Resolved { settings, warnings } = resolve(&[&[("metric", "csat")], pairs].concat());
        assert_eq!(warnings, []);
        settings.reasons
    };
    assert_eq!(reasons(&[]), [vec![], vec![], vec![]]);
    let all = vec![reason("delivery", "The delivery"), reason("price", "The price")];
    let shared = [all.clone(), all.clone(), all.clone()];
    assert_eq!(reasons(&[("reasons", "delivery:The delivery, price : The price")]), shared);
    assert_eq!(reasons(&[("reasons", "delivery:The delivery\u{1f}price:The price")]), shared);
    let late = vec![reason("late", "Late, or not at all")];
    let by_class = [("reasons.negative", "late:Late, or not at all\u{1f}")];
    assert_eq!(reasons(&by_class), [late.clone(), vec![], vec![]]);
    let both = [("reasons", "delivery:The delivery,price:The price"), by_class[0]];
    assert_eq!(reasons(&both), [late, all.clone(), all]);
    let filled = reasons(&[("reasons", "shop:{brand}: the shop"), ("brand", "De Kade")]);
    assert_eq!(filled[1], [reason("shop", "De Kade: the shop")]);

    let settings = resolve(&[("metric", "nps"), ("reasons.positive", "fast:Fast")]).settings;
    let band = |value| Score::new(settings.first.measure, value).expect("a point").band();
    assert_eq!(settings.reasons(band(10)), [reason("fast", "Fast")]);
    assert_eq!(settings.reasons(band(0)), []);
}

#[test]
fn reasons_speak_the_visitors_language() {
    let pairs = [
        ("metric", "csat"),
        ("reasons.en", "late:Late"),
        ("reasons.nl", "late:Te laat"),
        ("reasons.negative.nl", "broken:Kapot"),
    ];
    let dutch = Catalogue::new([("language.tag", "nl")]);
    let labels = |catalogue: &Catalogue| {
        let settings = settings::resolve(&pairs, catalogue).expect("a survey").settings;
        [Band::Negative, Band::Neutral].map(|band| settings.reasons(band)[0].label.clone())
    };
    assert_eq!(labels(&dutch), ["Kapot", "Te laat"]);
    assert_eq!(labels(&Catalogue::english()), ["Late", "Late"]);
}

#[test]
fn a_reason_that_cannot_travel_is_left_out() {
    let key = "a key of a-z, 0-9 and -, a colon and a label, such as late:It came late; each key once";
    #[track_caller]
    fn check(list: &str, wrong: &[&str], expected: &str, left: usize) {
        let Resolved { settings, warnings } = resolve(&[("metric", "csat"), ("reasons", list)]);
        let found: Vec<&str> = warnings.iter().map(|warning| warning.found.as_str()).collect();
        assert_eq!(found, wrong);
        assert!(warnings.iter().all(|warning| warning.setting == "reasons" && warning.expected == expected));
        assert_eq!(settings.reasons[0].len(), left);
    }
    check("price", &["price"], key, 0);
    check("price:", &["price:"], key, 0);
    check(":Price,late:Late", &[":Price"], key, 1);
    check("Price:Price", &["Price:Price"], key, 0);
    check("price:Price,price:Cost", &["price:Cost"], key, 1);
    check("about:{topic}", &["about:{topic}"], key, 0);
    let many: Vec<String> = (0..22).map(|number| format!("r{number}:x")).collect();
    check(&many.join(","), &["r20:x", "r21:x"], "at most 20 reasons", 20);
}

#[test]
fn the_flags_around_a_question_are_off_until_they_are_set() {
    let off = resolve(&[("metric", "csat")]).settings;
    assert_eq!((off.contact, off.allow_na, off.send, off.report), (false, false, Sending::Button, Report::Responses));
    let pairs = [("metric", "csat"), ("contact", ""), ("allow-na", ""), ("send", "tap"), ("report", "funnel")];
    let Resolved { settings: on, warnings } = resolve(&pairs);
    assert_eq!(warnings, []);
    assert_eq!((on.contact, on.allow_na, on.send, on.report), (true, true, Sending::Tap, Report::Funnel));
    let wrong = resolve(&[("metric", "csat"), ("send", "swipe"), ("report", "all"), ("contact", "false")]);
    let expected: Vec<&str> = wrong.warnings.iter().map(|warning| warning.expected.as_str()).collect();
    assert_eq!(
        expected,
        ["leave the setting out to switch it off", "one of: button, tap", "one of: responses, funnel"]
    );
    assert_eq!(wrong.settings, off);
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
