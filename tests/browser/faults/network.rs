//! The network between the visitor and the endpoint.

use super::{NPS, elsewhere, shop};
use crate::harness::clock::{TEN_TIMES, shifted};
use crate::harness::{Engine, Fault, Stage, page, survey};
use serde_json::json;
use std::time::Duration;

crate::tests![
    fault_02_offline_tab_closed_back_a_day_later,
    fault_03_the_browser_is_wrong_about_being_online,
    fault_05_a_post_sent_twice_by_the_browser_is_one_row,
    fault_06_a_burst_of_503_is_met_with_patience,
    fault_09_a_firewall_without_cors_is_a_network_failure,
    fault_10_stored_but_never_readable,
    fault_11_an_endpoint_that_hangs,
    fault_12_a_slow_line except(
        Firefox: "its driver cannot slow the network down",
        WebKit: "its driver cannot slow the network down"
    ),
    fault_18_nothing_there_to_talk_to,
];

fn fault_02_offline_tab_closed_back_a_day_later(stage: &Stage<'_>) {
    let later = page("<p>Welcome back.</p>").at("/").loader(&elsewhere(stage)).script(&shifted(24 * 60 * 60 * 1000));
    let later = stage.site.add(&later);
    stage.collector.go_down();
    stage.browser.open_tab();
    stage.open(&shop(stage)).answer(9);
    stage.host_is_unharmed();
    stage.browser.close_tab();
    stage.collector.come_up();
    stage.go(&later);
    let event = stage.all_is_well(1).remove(0);
    stage.check_event(&event, json!({}));
}

fn fault_03_the_browser_is_wrong_about_being_online(stage: &Stage<'_>) {
    let offline =
        "Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false, configurable: true}); heard.mark();";
    stage.open(&shop(stage).script(offline)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    // And the other way round: the network is dead, and nobody says so.
    stage.collector.go_down();
    stage.open(&survey(r#"metric="csat" touchpoint="delivery""#).at("/dead").loader(&elsewhere(stage))).answer(5);
    stage.until("the answer on disk", || (stage.waiting() > 0).then_some(()));
    stage.collector.come_up();
    stage.all_is_well(2);
}

fn fault_05_a_post_sent_twice_by_the_browser_is_one_row(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.until("question");
    // A connection that was used before: engines repeat a POST on it by themselves when it is cut.
    stage.browser.run_async("fetch('/order/thanks').then((page) => page.text()).then(arguments[0])", Vec::new());
    stage.collector.fail_next(&[Fault::LostAnswer]);
    survey.answer(9);
    stage.until_event("delivered");
    assert!(stage.collector.posts().len() >= 2, "it came once");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_06_a_burst_of_503_is_met_with_patience(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Status(503));
    stage.open(&survey(NPS).script(TEN_TIMES)).answer(9);
    stage.until("the first attempt", || (!stage.collector.posts().is_empty()).then_some(()));
    // A minute of the page.
    stage.throughout(Duration::from_secs(6), "eight requests a minute at most", || stage.collector.posts().len() <= 8);
    assert!(stage.collector.posts().len() >= 3, "it gave up");
    stage.collector.recover();
    stage.run("dispatchEvent(new Event('online'))");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_09_a_firewall_without_cors_is_a_network_failure(stage: &Stage<'_>) {
    for (number, status) in [429, 403].into_iter().enumerate() {
        stage.collector.fail_next(&[Fault::Bare(status)]);
        let attributes = format!(r#"metric="nps" survey="refused-{status}" format="text""#);
        stage.open(&survey(&attributes).at(&format!("/{status}")).loader(&elsewhere(stage))).answer(9);
        stage.all_is_well(number + 1);
        stage.until_event("delivered");
        assert!(stage.events("undelivered").is_empty(), "nobody knows yet that it was refused");
    }
}

fn fault_10_stored_but_never_readable(stage: &Stage<'_>) {
    stage.collector.fail(Fault::NoCors);
    let page = survey(&format!(r#"{NPS} format="text""#)).loader(&elsewhere(stage)).script(TEN_TIMES);
    stage.open(&page).answer(9);
    stage.until("the first attempt", || (!stage.collector.posts().is_empty()).then_some(()));
    // Half a minute of the page.
    stage.throughout(Duration::from_secs(3), "six attempts at most", || stage.collector.posts().len() <= 6);
    let told = || stage.console().iter().filter(|line| line.contains("CORS headers must allow")).count();
    stage.until("the word to the shop", || (told() == 1).then_some(()));
    stage.collector.recover();
    stage.run("dispatchEvent(new Event('online'))");
    stage.until_event("delivered");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    assert_eq!(told(), 1, "it is said once");
}

fn fault_11_an_endpoint_that_hangs(stage: &Stage<'_>) {
    stage.collector.fail_next(&[Fault::Hang]);
    stage.open(&shop(stage).script(TEN_TIMES)).answer(9);
    stage.until_event("delivered");
    let posts = stage.collector.posts();
    assert_eq!(posts.len(), 2);
    // 10 s of the page.
    assert!(posts[1].at - posts[0].at >= Duration::from_millis(950), "it lost patience early");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_12_a_slow_line(stage: &Stage<'_>) {
    assert_eq!(stage.browser.engine, Engine::Chromium);
    let survey = stage.open(&survey(&format!(r#"{NPS} follow-up="none""#)).loader(&elsewhere(stage)));
    survey.choose(9);
    let network = |offline: bool, latency: u32, throughput: i64| {
        let line = json!({"offline": offline, "latency": latency, "downloadThroughput": throughput, "uploadThroughput": throughput});
        stage.browser.devtools("Network.emulateNetworkConditions", line);
    };
    stage.browser.devtools("Network.enable", json!({}));
    network(false, 400, 50_000);
    let waits = "window.shop = performance.now();
        const root = document.querySelector('meetpunt-survey').shadowRoot;
        new MutationObserver(() => { if (root.querySelector('[part~=thanks]')) window.shop -= performance.now(); })
            .observe(root, {childList: true, subtree: true});";
    stage.run(waits);
    survey.send();
    survey.until("thanks");
    let waited = -stage.run("return window.shop").as_f64().expect("a time");
    stage.check_event(&stage.all_is_well(1)[0], json!({"sequence": 1}));
    network(false, 0, -1);
    // Two round trips of this line are 800 ms: thanks came from the disk.
    assert!(waited < 700.0, "thanks came after {waited} ms");
}

fn fault_18_nothing_there_to_talk_to(stage: &Stage<'_>) {
    // No such name, no TLS behind the port, nobody behind the port.
    let plain = stage.collector.elsewhere().replace("http:", "https:");
    let addresses = ["https://meetpunt.invalid/collect", plain.as_str(), "http://127.0.0.1:9/collect"];
    for (number, address) in addresses.into_iter().enumerate() {
        let page = survey(&format!(r#"metric="nps" survey="nobody-{number}""#)).at(&format!("/{number}"));
        stage.open(&page.loader(&format!(r#"data-endpoint="{address}""#))).answer(9);
        stage.until(address, || {
            stage.rows().iter().any(|row| row["url"] == address && row["sent"].as_u64() > Some(0)).then_some(())
        });
        assert!(stage.events("undelivered").is_empty() && stage.events("delivered").is_empty());
        stage.host_is_unharmed();
    }
    assert_eq!(stage.rows().len(), addresses.len());
}
