//! What people are told about their site file.

use meetpunt_core::site::{Finding, Severity, check};
use proptest::prelude::*;

use super::flatten::any_site;

/// What is found in a file, one line each.
#[track_caller]
fn found(text: &str, expected: &[&str]) {
    let findings = check(text);
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert_eq!(lines, expected, "{text}");
}

/// What is found in one NPS survey with these further keys. They stand in line 2, from column 1 on.
#[track_caller]
fn with(keys: &str, expected: &[&str]) {
    found(&format!("{{\"version\": 1, \"surveys\": [{{\"id\": \"a\", \"metric\": \"csat\",\n{keys}}}]}}"), expected);
}

/// The same for one error.
#[track_caller]
fn wrong(keys: &str, expected: &str) {
    with(keys, &[expected]);
}

#[test]
fn a_good_file_has_nothing_to_mend() {
    found(r#"{"$schema": "config.v1.json", "version": 1, "surveys": [{"id": "nps", "metric": "nps"}]}"#, &[]);
    with(
        r#""question": {"en": "How was it?", "nl-BE": "Hoe was het?"}, "lowLabel": "Bad", "brand": "Shop", "topic": null,
           "then": ["ces", "delight"], "followUp": "neutral", "reasons": {"negative": {"en": ["late:Late"]}},
           "contact": true, "thanks": "Thanks from {brand}", "autoClose": "20s", "privacyLink": "https://shop.example/",
           "headingLevel": 3, "endpoint": "https://collect.shop.example/a?b=c", "format": "json", "headers": {"x-a": "b"},
           "fields": {"score": "entry.1"}, "adapters": ["datalayer"], "display": "popover", "trigger": ["click:#a, b", "exit"],
           "match": ["/order/*", "!/order/old"], "devices": ["phone"], "audience": {"attribute": "plan", "is": "pro"},
           "starts": "2026-01-01T00:00:00Z", "ends": "2027-01-01T00:00:00Z", "sample": "12.5%",
           "askAgain": ["answered:90d", "ignored:never"], "quiet": "7d", "perSession": 2, "priority": 1, "mode": "normal",
           "storage": "session", "consent": "required", "touchpoint": "order", "contextOrderBand": "50-100", "lang": "nl",
           "theme": "dark", "send": "tap", "preview": false, "register": "formal""#,
        &[],
    );
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    found("", &["1:1: error: the file is empty; write {\"version\": 1, \"surveys\": []}"]);
    found(
        "{\"version\": 1,\n \"surveys\": [],\n}",
        &["2:15: error: this is not JSON: trailing commas are not allowed"],
    );
    found("{\"version\": 1 // first\n}", &["1:15: error: this is not JSON: comments are not allowed"]);
    found(
        "{\"version\" 1}",
        &["1:12: error: this is not JSON: expected colon after the string or word in object property"],
    );
    found("{'version': 1}", &["1:2: error: this is not JSON: single-quoted strings are not allowed"]);
}

#[test]
fn the_file_has_its_parts() {
    found("[]", &["1:1: error: found a list; write {\"version\": 1, \"surveys\": []}"]);
    found(
        "{}",
        &[
            "1:1: error: version is missing; write \"version\": 1",
            "1:1: error: surveys is missing; write a list of surveys",
        ],
    );
    found(
        r#"{"version": "1", "survey": [], "surveys": {}}"#,
        &[
            "1:13: error: version: found \"1\"; write 1, the version that there is",
            "1:18: error: file: \"survey\" is not known; did you mean \"surveys\"?",
            "1:43: error: surveys: found an object; write a list of surveys",
        ],
    );
    found(
        r#"{"version": 2, "theme": 1, "surveys": []}"#,
        &[
            "1:13: error: version: found 2; write 1, the version that there is",
            "1:16: error: file: \"theme\" is not known; there are $schema, version, defaults, surveys",
            "1:39: warning: surveys: the list is empty, so nothing is ever asked",
        ],
    );
    found(
        r#"{"version": 1, "defaults": [], "surveys": ["nps"]}"#,
        &[
            "1:28: error: defaults: found a list; write an object",
            "1:44: error: surveys[0]: found \"nps\"; write an object",
        ],
    );
}

#[test]
fn every_survey_has_an_id_of_its_own() {
    let id = "1 to 64 of the characters a-z, 0-9 and -";
    found(
        "{\"version\": 1, \"surveys\": [\n{\"metric\": \"nps\"},\n{\"id\": \"N\", \"metric\": \"nps\"},\n{\"id\": 7, \"metric\": \"nps\"},\n\
         {\"id\": \"a\", \"metric\": \"nps\"},\n{\"id\": \"a\", \"metric\": \"nps\"}]}",
        &[
            &format!("2:1: error: surveys[0]: id is missing; write {id}"),
            &format!("3:8: error: surveys[1].id: found \"N\"; write {id}"),
            &format!("4:8: error: surveys[2].id: found 7; write {id}"),
            "6:8: error: surveys[4].id: \"a\" is the id of another survey; write one of its own",
        ],
    );
}

#[test]
fn a_survey_without_a_usable_metric_is_told_as_the_page_tells_it() {
    let metrics = "nps, enps, ces, ces1, ces5, csat, delight, importance, goal, promise, pmf, custom";
    let survey = |keys: &str| format!("{{\"version\": 1, \"surveys\": [{{\"id\": \"a\"{keys}}}]}}");
    found(&survey(""), &[&format!("1:28: error: surveys[0]: metric is missing; write one of: {metrics}")]);
    found(
        &survey(", \"metric\": \"npx\""),
        &[&format!("1:50: error: surveys[0].metric: \"npx\" is not a metric; write one of: {metrics}")],
    );
    found(
        &survey(", \"metric\": \"nps\", \"scale\": \"1-5\""),
        &["1:66: error: surveys[0].scale: \"1-5\" is not a scale of nps; write one of: 0-10"],
    );
}

#[test]
fn unknown_keys_are_guessed() {
    wrong(r#""quesion": "?""#, r#"2:1: error: surveys[0]: "quesion" is not known; did you mean "question"?"#);
    wrong(r#""touchPoint": "a""#, r#"2:1: error: surveys[0]: "touchPoint" is not known; did you mean "touchpoint"?"#);
    wrong(
        r#""frequency": 1"#,
        r#"2:1: error: surveys[0]: "frequency" is not known; docs/schema/config.v1.json lists every setting"#,
    );
    wrong(
        r#""survey": "b""#,
        r#"2:1: error: surveys[0]: found "survey"; the id of a survey is its "id", and defaults have none"#,
    );
    wrong(
        r#""context": {"a": "b"}"#,
        r#"2:1: error: surveys[0]: found "context"; write one key for each, such as "contextOrderBand""#,
    );
    wrong(
        r#""low-label": "a""#,
        r#"2:1: warning: surveys[0]: found "low-label"; write "lowLabel", as keys of JSON are"#,
    );
    wrong(
        r#""theme": "dark", "theme": "light""#,
        r#"2:18: error: surveys[0]: "theme" stands here for the second time; keep one"#,
    );
}

#[test]
fn wrong_words_and_ranges_are_told_as_the_page_tells_them() {
    wrong(r#""theme": "blue""#, r#"2:10: error: surveys[0].theme: found "blue"; write one of: auto, light, dark"#);
    wrong(r#""headingLevel": 7"#, r#"2:17: error: surveys[0].headingLevel: found "7"; write a number from 1 to 6"#);
    wrong(
        r#""sample": "101%""#,
        r#"2:11: error: surveys[0].sample: found "101%"; write a percentage from 0% to 100% with at most two decimals, such as 12.5%"#,
    );
    wrong(
        r#""devices": ["phone", "watch"]"#,
        r#"2:22: error: surveys[0].devices: found "watch"; write one of: phone, tablet, desktop"#,
    );
    wrong(
        r#""trigger": ["load", "delay:3"]"#,
        r#"2:21: error: surveys[0].trigger: found "delay:3"; write delay with a duration, such as delay:3s"#,
    );
    wrong(
        r#""audience": {"all": [{"attribute": "plan", "equals": "pro"}]}"#,
        r#"2:44: error: surveys[0].audience: found "equals"; write objects with all, any or not, or with attribute and is, isNot, in, exists, above or below"#,
    );
    wrong(
        r#""starts": "2026-11-21""#,
        r#"2:11: error: surveys[0].starts: found "2026-11-21"; write a date with time and zone, such as 2026-11-21T09:00:00+01:00"#,
    );
    wrong(
        r#""register": "polite""#,
        r#"2:13: error: surveys[0].register: found "polite"; write one of: informal, formal"#,
    );
    wrong(
        r#""reasons": {"negative": ["Too late"]}"#,
        r#"2:26: error: surveys[0].reasons: found "Too late"; write a key of a-z, 0-9 and -, a colon and a label, such as late:It came late; each key once"#,
    );
}

#[test]
fn wrong_shapes_are_told() {
    wrong(r#""contact": "yes""#, r#"2:12: error: surveys[0].contact: found "yes"; write true or false"#);
    wrong(
        r#""perSession": "2""#,
        r#"2:15: error: surveys[0].perSession: found "2"; write a whole number from 0 to 65535"#,
    );
    wrong(
        r#""question": 7"#,
        r#"2:13: error: surveys[0].question: found 7; write a text, or an object with one for each language"#,
    );
    wrong(r#""question": {"en": 7}"#, r#"2:20: error: surveys[0].question.en: found 7; write a text"#);
    wrong(
        r#""question": {"dutch": "Hoe?"}"#,
        r#"2:14: error: surveys[0].question: "dutch" is no language; write a tag of BCP 47 such as nl or pt-BR"#,
    );
    wrong(
        r#""reasons": {"negative": ["a:A"], "bad": []}"#,
        r#"2:34: error: surveys[0].reasons.bad: "bad" is no class; write negative, neutral or positive"#,
    );
    wrong(r#""headers": {"x-a": 1}"#, r#"2:20: error: surveys[0].headers.x-a: found 1; write a text"#);
    wrong(r#""theme": ["dark"]"#, r#"2:10: error: surveys[0].theme: found a list; write one of: auto, light, dark"#);
    wrong(r#""match": [1]"#, r#"2:11: error: surveys[0].match: found 1; write a text in this list"#);
    wrong(
        r#""contextA": {"b": "c"}"#,
        r#"2:13: error: surveys[0].contextA: found an object; write a text of at most 200 characters"#,
    );
}

#[test]
fn every_language_is_looked_at() {
    wrong(
        r#""question": {"en": "How was it?", "nl": "Hoe was {brand}?"}"#,
        r#"2:41: warning: surveys[0].question: found "Hoe was {brand}?"; write a text without {brand}, or a setting brand to fill it"#,
    );
}

#[test]
fn a_mistake_in_the_defaults_is_told_once_and_there() {
    found(
        "{\"version\": 1, \"defaults\": {\n\"theme\": \"blue\", \"brand\": 7, \"tapic\": \"\"},\n\"surveys\": [{\"id\": \"a\", \"metric\": \"nps\"}, {\"id\": \"b\", \"metric\": \"ces\", \"theme\": \"dark\"}]}",
        &[
            r#"2:10: error: defaults.theme: found "blue"; write one of: auto, light, dark"#,
            r#"2:27: error: defaults.brand: found 7; write a text, or an object with one for each language"#,
            r#"2:30: error: defaults: "tapic" is not known; did you mean "topic"?"#,
        ],
    );
}

#[test]
fn answers_go_over_a_safe_line() {
    let expected = "an address that begins with https://, or a path of the page's own server such as /collect";
    for good in ["https://collect.shop.example/a?b", "/collect", "collect", "//collect.shop.example/"] {
        with(&format!("\"endpoint\": \"{good}\""), &[]);
    }
    for bad in ["http://collect.shop.example/", "ftp://shop.example/", "javascript:alert(1)", "data:,a"] {
        wrong(
            &format!("\"endpoint\": \"{bad}\""),
            &format!("2:13: error: surveys[0].endpoint: found {bad:?}; write {expected}"),
        );
    }
    for bad in ["https://a:b@shop.example/", "https://a@shop.example/", "https://shop.example/#a"] {
        let message = "write it without user name, password and #";
        wrong(
            &format!("\"endpoint\": \"{bad}\""),
            &format!("2:13: error: surveys[0].endpoint: found {bad:?}; {message}"),
        );
    }
    for local in ["http://localhost:8377/collect", "http://127.0.0.1/", "http://[::1]/"] {
        let message = format!("found {local:?}, which works on pages of this machine only; write {expected}");
        wrong(&format!("\"endpoint\": \"{local}\""), &format!("2:13: warning: surveys[0].endpoint: {message}"));
    }
    wrong(
        "\"endpoint\": \"https://shop example/\"",
        &format!(
            "2:13: error: surveys[0].endpoint: found \"https://shop example/\", invalid international domain name; write {expected}"
        ),
    );
}

#[test]
fn words_that_lead_are_told() {
    wrong(
        r#""thanks": "Here is your discount!""#,
        r#"2:11: warning: surveys[0].thanks: "discount" sounds like a reward; whoever is paid for an answer gives another one, so leave it out"#,
    );
    wrong(
        r#""question": {"nl": "Geef ons een 10?"}"#,
        r#"2:20: warning: surveys[0].question: "geef ons een 10" asks for a certain score; ask for the respondent's own, so leave it out"#,
    );
    with(
        r#""question": "How did the prizewinner treat you? Twin arrows?""#,
        &[
            r#"2:13: warning: surveys[0].question: "prize" sounds like a reward; whoever is paid for an answer gives another one, so leave it out"#,
        ],
    );
    with(r#""question": "How did you like the twin and the surprize?""#, &[]);
}

#[test]
fn a_review_link_is_for_everybody_or_nobody() {
    wrong(
        r#""thanksPositive": "Thanks! Leave a review on Trustpilot""#,
        r#"2:19: warning: surveys[0].thanksPositive: "trustpilot" is for some classes only; whoever is asked for a review, all must be: write it for every class, or in "thanks", or leave it out"#,
    );
    with(r#""thanks": "Thanks! Leave a review on Trustpilot""#, &[]);
    with(
        r#""thanksPositive": "See www.a.example", "thanksNeutral": "See www.a.example", "thanksNegative": "See www.a.example""#,
        &[],
    );
}

#[test]
fn columns_count_characters() {
    wrong(
        r#""brand": "Café 😀", "theme": "x""#,
        r#"2:29: error: surveys[0].theme: found "x"; write one of: auto, light, dark"#,
    );
}

#[test]
fn warnings_are_no_errors() {
    let findings = check(r#"{"version": 1, "surveys": []}"#);
    assert_eq!(findings[0].severity, Severity::Warning);
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,60}") {
        let _ = check(&text);
    }

    #[test]
    fn nothing_like_json_panics(text in r#"[\[\]{}",:a-z0-9 \n\\]{0,60}"#) {
        let _ = check(&text);
    }

    #[test]
    fn no_site_panics(site in any_site()) {
        let _ = check(&site.to_string());
    }
}
