//! An answer reaches its endpoint once, whatever the endpoint does.

use crate::harness::page::Page;
use crate::harness::{Fault, Stage, survey};
use serde_json::json;
use std::time::{Duration, Instant};

crate::tests![
    an_endpoint_that_was_down_gets_the_answer_when_it_is_back,
    an_endpoint_that_stumbles_gets_the_same_bytes_again,
    an_endpoint_that_asks_for_patience_gets_it,
    a_lost_answer_of_the_endpoint_leaves_one_row,
    a_slow_endpoint_does_not_keep_the_visitor_waiting,
    a_redirect_is_not_followed,
    a_final_refusal_is_final,
    an_endpoint_without_cors_gets_the_answer_once_it_is_repaired,
    no_cookie_and_no_address_travels,
];

const NPS: &str = r#"metric="nps" touchpoint="order-confirmation""#;

/// A page whose answers go to the collector's own origin, which can go down.
fn shop(stage: &Stage<'_>) -> Page {
    survey(NPS).loader(&format!(r#"data-endpoint="{}""#, stage.collector.elsewhere()))
}

/// The bodies of all POSTs that arrived, as text.
fn bodies(stage: &Stage<'_>) -> Vec<String> {
    stage.collector.posts().iter().map(|post| String::from_utf8_lossy(&post.body).into_owned()).collect()
}

fn an_endpoint_that_was_down_gets_the_answer_when_it_is_back(stage: &Stage<'_>) {
    let page = shop(stage);
    stage.collector.go_down();
    let survey = stage.open(&page);
    survey.answer(9);
    stage.throughout(Duration::from_secs(2), "the visitor sees thanks and no failure", || {
        survey.has("thanks") && stage.events("undelivered").is_empty()
    });
    stage.collector.come_up();
    stage.within(Duration::from_secs(10), "the answer at the collector", || {
        stage.collector.delivered().into_iter().next()
    });
    stage.check_event(&stage.until_state("completed"), json!({}));
    let delivered = stage.until_event("delivered");
    assert!(delivered["detail"]["attempts"].as_u64() >= Some(2), "{delivered}");
    assert_eq!(stage.collector.delivered_states().len(), 1, "the answered state was replaced before it could leave");
}

fn an_endpoint_that_stumbles_gets_the_same_bytes_again(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::Status(503), Fault::Reset]);
    stage.open(&survey(NPS)).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.until_event("delivered");
    let bodies = bodies(stage);
    assert!(bodies.len() >= 3, "{} posts", bodies.len());
    assert!(bodies.iter().all(|body| *body == bodies[0]), "a retry differs:\n{}", bodies.join("\n"));
    assert!(stage.events("undelivered").is_empty());
}

fn an_endpoint_that_asks_for_patience_gets_it(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::TooMany(3)]);
    stage.open(&shop(stage)).answer(9);
    stage.until_state("completed");
    let posts = stage.collector.posts();
    assert_eq!(posts.len(), 2);
    let pause = posts[1].at - posts[0].at;
    assert!(pause >= Duration::from_millis(2950), "asked again after {pause:?}");
}

fn a_lost_answer_of_the_endpoint_leaves_one_row(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::LostAnswer]);
    stage.open(&survey(NPS)).answer(9);
    stage.until_event("delivered");
    let bodies = bodies(stage);
    assert!(bodies.len() >= 2, "the browser never knew that it was stored");
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(stage.collector.delivered_states().len(), 1);
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn a_slow_endpoint_does_not_keep_the_visitor_waiting(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Slow(Duration::from_secs(4)));
    let survey = stage.open(&survey(&format!(r#"{NPS} follow-up="none""#)));
    survey.choose(9);
    let begin = Instant::now();
    survey.send();
    survey.until("thanks");
    assert!(begin.elapsed() < Duration::from_secs(2), "thanks came after {:?}", begin.elapsed());
    stage.until_event("delivered");
    assert_eq!(stage.collector.posts().len(), 1, "it lost its patience before 10 s were over");
}

fn a_redirect_is_not_followed(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Redirect(307));
    stage.open(&shop(stage)).answer(9);
    let undelivered = stage.until_event("undelivered");
    assert_eq!(undelivered["detail"]["final"], false, "{undelivered}");
    stage.throughout(Duration::from_secs(2), "it is held and said once", || {
        stage.collector.posts().len() == 1 && stage.events("undelivered").len() == 1
    });
}

fn a_final_refusal_is_final(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Status(410));
    stage.open(&shop(stage)).answer(9);
    let undelivered = stage.until_event("undelivered");
    assert_eq!(undelivered["detail"]["final"], true, "{undelivered}");
    assert_eq!(undelivered["detail"]["status"], 410);
    stage.collector.recover();
    stage.reload();
    stage.until_event("skipped");
    stage.throughout(Duration::from_secs(1), "it is not sent again", || stage.collector.posts().len() == 1);
}

fn an_endpoint_without_cors_gets_the_answer_once_it_is_repaired(stage: &Stage<'_>) {
    stage.collector.fail(Fault::NoCors);
    stage.open(&shop(stage)).answer(9);
    stage.until("the preflight", || (!stage.collector.requests().is_empty()).then_some(()));
    assert!(stage.collector.posts().is_empty(), "the browser sends no POST that its preflight did not allow");
    stage.collector.recover();
    stage.within(Duration::from_secs(15), "the answer at the collector", || {
        stage.collector.delivered().into_iter().next()
    });
    stage.check_event(&stage.until_state("completed"), json!({}));
}

fn no_cookie_and_no_address_travels(stage: &Stage<'_>) {
    stage.site.add(&survey(NPS).script("document.cookie = 'session=secret; path=/collect'"));
    let url = stage.site.url("/order/thanks?order=4711&mail=ann#top");
    stage.go(&url).answer(9);
    stage.check_event(&stage.until_state("completed"), json!({}));
    let post = stage.collector.posts().remove(0);
    assert_eq!(post.header("cookie"), "");
    let referer = post.header("referer");
    assert!(referer.is_empty() || referer == stage.site.source(), "the referrer is {referer}");
    assert!(!bodies(stage)[0].contains("4711") && !bodies(stage)[0].contains("mail="));
}
