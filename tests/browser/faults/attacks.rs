//! Who means harm: markup, addresses, texts.

use super::{NPS, elsewhere};
use crate::harness::{Stage, survey};
use serde_json::{Value, json};

crate::tests![
    fault_72_a_theme_that_fetches_or_breaks_out,
    fault_74_stored_addresses_of_every_kind,
    fault_75_the_query_of_the_page_configures_nothing,
    fault_77_texts_that_break_others,
];

fn fault_72_a_theme_that_fetches_or_breaks_out(stage: &Stage<'_>) {
    let values = [
        "&lt;/style&gt;&lt;script&gt;window.shop=1&lt;/script&gt;",
        "@import '/evil'",
        "expression(alert(1))",
        "url(/evil",
    ];
    for (number, value) in values.into_iter().enumerate() {
        let style =
            format!(r#"style="--meetpunt-accent: {value}; --meetpunt-surface: {value}; --meetpunt-font: {value}""#);
        let attributes = format!(r#"metric="nps" survey="theme-{number}" accent="{value}" {style}"#);
        stage.open(&survey(&attributes).at(&format!("/{number}")).loader(&elsewhere(stage))).answer(9);
        stage.all_is_well(number + 1);
        stage.until_event("delivered");
        assert!(!stage.site.asked_for("/evil"), "{value} fetched something");
        assert_eq!(stage.run("return window.shop ?? null"), Value::Null, "{value}");
    }
}

fn fault_74_stored_addresses_of_every_kind(stage: &Stage<'_>) {
    stage.open(&crate::harness::page("").without_loader());
    let long = format!("/{}", "a".repeat(3_000));
    let addresses = [
        "javascript:shop=1",
        "data:,x",
        "file:///etc/passwd",
        "//evil.invalid/",
        "http://a:b@evil.invalid/",
        "",
        "\0",
        "https://evil.invalid/\r\nX: y",
        long.as_str(),
    ];
    let rows: Vec<Value> =
        addresses.iter().enumerate().map(|(number, address)| stage.row(number + 10, address)).collect();
    stage.put_rows(&rows);
    stage.open(&survey(NPS).loader(&elsewhere(stage))).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    stage.until_event("delivered");
    let tried: Vec<Value> =
        stage.rows().into_iter().filter(|row| row["sent"] != 0).map(|row| row["url"].clone()).collect();
    // An address of this very origin is nobody else's.
    assert!(tried.iter().all(|url| url == "" || url == "\0" || url == long.as_str()), "{tried:?}");
    assert_eq!(stage.run("return window.shop ?? null"), Value::Null);
}

fn fault_75_the_query_of_the_page_configures_nothing(stage: &Stage<'_>) {
    stage.site.add(&survey(NPS).loader(&elsewhere(stage)));
    let query = "?__proto__[endpoint]=/evil&__proto__[preview]=&constructor[prototype][mode]=no-cors&endpoint=/evil#__proto__[x]=1";
    let survey = stage.go(&stage.site.url(&format!("/order/thanks{query}")));
    survey.answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    assert!(!stage.site.asked_for("/evil"));
    assert_eq!(stage.run("return [({}).endpoint ?? null, ({}).mode ?? null]"), json!([null, null]));
}

fn fault_77_texts_that_break_others(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS).loader(&elsewhere(stage)));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    let width = survey.look("[part~=frame]", "return found.getBoundingClientRect().width");
    survey.look(
        "[part~=comment]",
        r"found.value = 'a\u0000b\u0007c \ud800 \u202eright to left\u202c z' + 'e\u0301' + 'z' + '\u0301'.repeat(3e3);
        found.dispatchEvent(new Event('input', {bubbles: true}))",
    );
    survey.send();
    survey.until("thanks");
    assert_eq!(
        survey.look("[part~=frame]", "return found.getBoundingClientRect().width"),
        width,
        "it stretched the survey"
    );
    stage.until_event("delivered");
    let event = stage.all_is_well(1).remove(0);
    let comment = event["data"]["comment"].as_str().unwrap_or_default();
    assert!(comment.starts_with("abc"), "control characters stayed: {comment:?}");
    assert!(comment.contains("zé"), "it is not composed: {comment:?}");
    assert!(comment.chars().count() <= 2_000);
    assert!(stage.collector.posts()[0].body.len() <= 16 * 1024);
}
