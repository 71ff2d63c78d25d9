//! Several pages of one shop, and what one of them left behind.

use super::elsewhere;
use crate::harness::browser::Browser;
use crate::harness::model;
use crate::harness::{Fault, Stage, page, survey};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

crate::tests![
    fault_25_the_browser_is_killed_after_the_thanks except(WebKit: "MiniBrowser keeps nothing when it ends"),
    fault_26_a_tab_that_crashes except(
        Firefox: "its driver cannot crash a tab",
        WebKit: "its driver cannot crash a tab"
    ),
    fault_27_a_page_that_never_comes_back_loses_its_lease,
    fault_30_a_page_that_nobody_sees_yet,
    fault_46_four_tabs_send_each_answer_once,
    what_is_saved_arrives_in_every_order_of_things needs_wasm("its page evaluates text, which the policy refuses as well"),
    fault_73_a_stored_answer_goes_only_where_the_shop_wants,
];

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    u64::try_from(since.as_millis()).expect("a time of this age")
}

fn fault_25_the_browser_is_killed_after_the_thanks(stage: &Stage<'_>) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let profile = folder.join(format!("visitor-of-{}-{}", stage.browser.engine, std::process::id()));
    let start = || Browser::start_in(&profile, stage.browser.engine, &stage.runtime, &folder).expect("a browser");
    let first = start();
    let visit = Stage::new(&first, &stage.runtime, stage.release.clone());
    visit.collector.go_down();
    visit.open(&survey(super::NPS).loader(&elsewhere(&visit))).answer(9);
    visit.host_is_unharmed();
    let Stage { site, collector, runtime, release, .. } = visit;
    first.kill(&profile);
    collector.come_up();
    let second = start();
    let visit = Stage { browser: &second, site, collector, runtime, release };
    visit.open(&page("").at("/").loader(&elsewhere(&visit)));
    let arrived = visit.look_for(Duration::from_secs(20), || visit.collector.delivered().into_iter().next());
    second.kill(&profile);
    let _ = std::fs::remove_dir_all(&profile);
    visit.check_event(&arrived.expect("the answer at the collector"), json!({}));
    assert_eq!(visit.collector.delivered_states().len(), 1);
}

fn fault_26_a_tab_that_crashes(stage: &Stage<'_>) {
    stage.collector.fail(Fault::Hang);
    let next = stage.site.add(&page("").at("/").loader(&elsewhere(stage)));
    stage.browser.open_tab();
    stage.open(&survey(super::NPS).loader(&elsewhere(stage))).answer(9);
    stage.until("the request to be under way", || (!stage.collector.posts().is_empty()).then_some(()));
    stage.host_is_unharmed();
    stage.browser.crash_tab();
    stage.collector.recover();
    let crashed = Instant::now();
    stage.browser.open(&next);
    stage.within(Duration::from_secs(20), "the answer", || (!stage.collector.delivered().is_empty()).then_some(()));
    assert!(crashed.elapsed() < Duration::from_secs(20));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_27_a_page_that_never_comes_back_loses_its_lease(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    let mut row = stage.row(1, &stage.collector.elsewhere());
    // It has the word for four more seconds.
    row["lease"] = json!(now() + 4_000);
    row["owner"] = json!("a frozen page");
    stage.put_rows(&[row]);
    let begin = Instant::now();
    stage.open(&page("").at("/").loader(&elsewhere(stage)));
    stage.all_is_well(1);
    assert!(
        begin.elapsed() >= Duration::from_millis(3_000),
        "sent after {:?}, while another page had the word",
        begin.elapsed()
    );
    assert_eq!(stage.collector.posts().len(), 1);
}

fn fault_30_a_page_that_nobody_sees_yet(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    stage.put_rows(&[stage.row(1, &stage.collector.elsewhere())]);
    // As a browser does that loads a page before anybody asks for it.
    let unseen = "window.shop = true;
        Object.defineProperty(document, 'prerendering', {configurable: true, get: () => window.shop});";
    stage.open(&page("").at("/").loader(&elsewhere(stage)).script(unseen));
    stage.until("the delivery part", || {
        stage.site.fetched().iter().any(|name| name.starts_with("delivery")).then_some(())
    });
    stage.throughout(Duration::from_secs(1), "nothing is sent", || stage.collector.requests().is_empty());
    stage.run("window.shop = false; document.dispatchEvent(new Event('prerenderingchange'))");
    stage.all_is_well(1);
}

fn fault_46_four_tabs_send_each_answer_once(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    let url = stage.collector.elsewhere();
    let rows: Vec<Value> = (1..=16).map(|number| stage.row(number, &url)).collect();
    stage.put_rows(&rows);
    let next = stage.site.add(&page("").at("/").loader(&elsewhere(stage)));
    for _ in 0..3 {
        stage.browser.open_tab();
        stage.browser.open(&next);
    }
    stage.browser.switch_to(stage.browser.first_tab());
    stage.go(&next);
    stage.within(Duration::from_secs(20), "every answer", || {
        (stage.collector.delivered().len() == rows.len()).then_some(())
    });
    stage.until("the rows to go", || stage.rows().is_empty().then_some(()));
    stage.all_is_well(rows.len());
    assert_eq!(stage.collector.posts().len(), rows.len(), "an answer was sent twice");
}

fn what_is_saved_arrives_in_every_order_of_things(stage: &Stage<'_>) {
    let told = model::play(stage.browser, &stage.site, &stage.release, 1, 100);
    assert_eq!(told.wrong, Vec::<String>::new());
    assert!(told.saved > 100, "only {} answers were saved", told.saved);
    // One in which a page is told to send at once what another has begun to send.
    let told = model::play(stage.browser, &stage.site, &stage.release, 6386, 1);
    assert_eq!(told.wrong, Vec::<String>::new());
}

fn fault_73_a_stored_answer_goes_only_where_the_shop_wants(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    stage.put_rows(&[stage.row(1, &stage.collector.elsewhere()), stage.row(2, &stage.site.url("/collect"))]);
    // This shop names no other origin.
    stage.open(&page("").at("/").loader(r#"data-endpoint="/collect""#));
    let events = stage.all_is_well(1);
    assert!(events[0]["id"].as_str().is_some_and(|id| id.contains("000000000002")), "{}", events[0]["id"]);
    stage.until("that row to go", || (stage.rows().len() == 1).then_some(()));
    stage.throughout(Duration::from_secs(1), "the other one waits", || stage.collector.posts().len() == 1);
    // One that names it again sends it.
    let named = format!(r#"data-endpoint="/collect {}""#, stage.collector.elsewhere());
    stage.open(&page("").at("/again").loader(&named));
    stage.all_is_well(2);
}
