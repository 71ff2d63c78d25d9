//! What the endpoint may say.

use super::{NPS, elsewhere, shop};
use crate::harness::{Fault, Stage, page, survey};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

crate::tests![
    fault_08_retry_after_of_every_kind,
    fault_13_redirects_of_every_kind,
    fault_15_what_each_status_means,
    fault_15_a_refused_answer_is_held_and_told_once,
    fault_16_too_large_is_sent_once_more_in_short,
    fault_17_an_answer_of_fifty_megabytes,
    fault_86_accepted_with_a_broken_body,
];

/// A page where the shell's own modules can be imported from `/shell/`.
fn with_modules(stage: &Stage<'_>) {
    stage.site.add_scripts("/shell", &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell"));
    stage.open(&page("").without_loader());
}

fn fault_08_retry_after_of_every_kind(stage: &Stage<'_>) {
    with_modules(stage);
    let hour = 3_600_000;
    let cases = json!([
        ["7", 7000],
        ["0", 1000],
        ["1000000000", 24 * hour],
        ["-5", 0],
        ["abc", 0],
        ["", 0],
        ["1e3", 0],
        ["7.5", 0],
        ["Sat, 21 Nov 2026 18:00:00 GMT", hour],
        ["Sat, 21 Nov 2026 16:00:00 GMT", 1000],
        ["Sat, 21 Nov 2027 16:00:00 GMT", 24 * hour],
        ["no date GMT", 0],
    ]);
    let script = "const [cases, done] = arguments;
        import('/shell/delivery/sender.js').then(({waitAsked}) => done(cases.map(([text]) =>
            [text, waitAsked(new Headers({'retry-after': text, date: 'Sat, 21 Nov 2026 17:00:00 GMT'}))])), (error) => done(String(error)));";
    assert_eq!(stage.browser.run_async(script, vec![cases.clone()]), cases);
    // A header that CORS does not expose is one that is not there.
    let unseen = "import('/shell/delivery/sender.js').then(({waitAsked}) => arguments[0](waitAsked(new Headers())))";
    assert_eq!(stage.browser.run_async(unseen, Vec::new()), 0);
    stage.host_is_unharmed();
}

fn fault_13_redirects_of_every_kind(stage: &Stage<'_>) {
    for (number, status) in [301, 302, 303, 308].into_iter().enumerate() {
        stage.collector.fail_next(&[Fault::Redirect(status)]);
        let page = survey(&format!(r#"metric="nps" survey="moved-{status}""#)).at(&format!("/{status}"));
        stage.open(&page.loader(&elsewhere(stage))).answer(9);
        let undelivered = stage.until_event("undelivered");
        assert_eq!(undelivered["detail"]["reason"], "redirect", "{status}: {undelivered}");
        assert_eq!(undelivered["detail"]["final"], false, "{status}: {undelivered}");
        assert_eq!(stage.collector.posts().len(), number + 1, "{status} was followed or repeated");
        stage.host_is_unharmed();
    }
    assert_eq!(stage.waiting(), 4, "all are kept");
    assert!(!stage.site.asked_for("/elsewhere"));
}

fn fault_15_what_each_status_means(stage: &Stage<'_>) {
    with_modules(stage);
    let verdicts = [
        ("delivered", vec![200, 201, 202, 204, 206, 299, 409]),
        ("again", vec![0, 408, 425, 429, 500, 502, 503, 504, 599]),
        ("gone", vec![410]),
        ("held", vec![300, 304, 400, 401, 403, 404, 405, 413, 415, 422, 451]),
    ];
    let expected: Vec<Value> =
        verdicts.iter().flat_map(|(verdict, all)| all.iter().map(move |status| json!([status, verdict]))).collect();
    let script = "const [cases, done] = arguments;
        const row = () => ({url: 'https://shop.example/', sent: 0, tries: 0, held: 0, due: 0});
        import('/shell/delivery/verdict.js').then(({judge}) => done(cases.map(([status]) =>
            [status, judge(row(), {status, moved: false, after: 0}, 0)])), (error) => done(String(error)));";
    assert_eq!(stage.browser.run_async(script, vec![json!(expected)]), json!(expected));
    let times = "const [done] = arguments, row = {url: '', sent: 0, tries: 0, held: 0, due: 0};
        import('/shell/delivery/verdict.js').then(({judge}) => done([1, 2, 3, 4, 5].map(() => {
            judge(row, {status: 403, moved: false, after: 0}, 0);
            return row.due / 36e5;
        })));";
    assert_eq!(stage.browser.run_async(times, Vec::new()), json!([1, 6, 24, 24, 24]), "hours until it is tried again");
    stage.host_is_unharmed();
}

fn fault_15_a_refused_answer_is_held_and_told_once(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Status(403));
    stage.open(&shop(stage)).answer(9);
    let undelivered = stage.until_event("undelivered");
    assert_eq!((&undelivered["detail"]["status"], &undelivered["detail"]["final"]), (&json!(403), &json!(false)));
    stage.throughout(Duration::from_secs(1), "it is held and said once", || {
        stage.collector.posts().len() == 1 && stage.events("undelivered").len() == 1
    });
    stage.collector.recover();
    let page = page("").at("/").loader(&elsewhere(stage)).script(&crate::harness::clock::shifted(3_600_000));
    stage.open(&page);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

/// Answers with a comment of 600 characters.
#[track_caller]
fn answer_at_length(stage: &Stage<'_>) {
    let survey = stage.open(&shop(stage));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    survey.look(
        "[part~=comment]",
        "found.value = 'word '.repeat(120); found.dispatchEvent(new Event('input', {bubbles: true}))",
    );
    survey.send();
    survey.until("thanks");
}

fn fault_16_too_large_is_sent_once_more_in_short(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::Status(413)]);
    answer_at_length(stage);
    stage.until_event("delivered");
    let event = stage.all_is_well(1).remove(0);
    let comment = event["data"]["comment"].as_str().unwrap_or_default();
    assert!(comment.len() <= 200 && comment.starts_with("word word"), "{comment}");
    stage.check_event(&event, json!({"sequence": 3, "truncated": true, "comment": comment}));
    assert_eq!(stage.collector.posts().len(), 2, "the long form is not repeated");
    assert!(stage.events("undelivered").is_empty());
    // Where that is too large as well, it waits like anything that is refused.
    stage.collector.fail(Fault::Status(413));
    stage.run("meetpunt('forget')");
    answer_at_length(stage);
    let undelivered = stage.until_event("undelivered");
    assert_eq!((&undelivered["detail"]["status"], &undelivered["detail"]["final"]), (&json!(413), &json!(false)));
    assert_eq!(stage.collector.posts().len(), 4);
    let rows = stage.rows();
    assert_eq!(rows.len(), 1);
    assert!(rows[0]["id"].as_str().is_some_and(|id| id.ends_with("/3")), "{}", rows[0]["id"]);
}

fn fault_17_an_answer_of_fifty_megabytes(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Flood);
    stage.open(&survey(NPS)).answer(9);
    stage.until_event("delivered");
    stage.until("the row to go", || (stage.waiting() == 0).then_some(()));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    assert_eq!(stage.collector.posts().len(), 1);
}

fn fault_86_accepted_with_a_broken_body(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Nonsense);
    stage.open(&survey(NPS)).answer(9);
    stage.until_event("delivered");
    stage.until("the row to go", || (stage.waiting() == 0).then_some(()));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}
