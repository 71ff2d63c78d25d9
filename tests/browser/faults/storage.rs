//! Storage that is missing, slow, full, dying, cleared or poisoned.

use super::{NPS, elsewhere, shop};
use crate::harness::browser::Browser;
use crate::harness::clock::shifted;
use crate::harness::{Fault, Stage, page, survey};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

crate::tests![
    fault_38_a_database_that_never_opens,
    fault_39_a_connection_that_dies,
    fault_40_no_room_left_in_the_database,
    fault_41_no_room_left_in_local_storage,
    fault_42_everything_cleared_while_the_survey_is_open,
    fault_43_rows_that_something_else_wrote,
    fault_44_times_that_are_years_ahead,
    fault_45_a_clock_that_jumps,
    fault_48_a_private_window,
    fault_48_what_was_never_on_disk_is_counted,
    fault_49_what_was_lost_rides_on_the_next_answer,
];

fn fault_38_a_database_that_never_opens(stage: &Stage<'_>) {
    let opens = ["({})", "(() => { throw new DOMException('Internal error', 'UnknownError'); })()"];
    for (number, open) in opens.into_iter().enumerate() {
        let script = format!("IDBFactory.prototype.open = () => {open}; heard.mark();");
        let page = survey(&format!(r#"metric="nps" survey="database-{number}""#)).at(&format!("/{number}"));
        stage.open(&page.loader(&elsewhere(stage)).script(&script)).answer(9);
        stage.all_is_well(number + 1);
        stage.until_event("delivered");
    }
}

fn fault_39_a_connection_that_dies(stage: &Stage<'_>) {
    let watch = "const open = IDBFactory.prototype.open;
        window.shop = [];
        IDBFactory.prototype.open = function (...words) {
            const opening = open.apply(this, words);
            opening.addEventListener('success', () => shop.push(opening.result));
            return opening;
        };
        heard.mark();";
    let survey = stage.open(&survey(NPS).script(watch));
    survey.choose(9);
    stage.until_page("the database", "window.shop[0]");
    stage.run("shop.forEach((database) => database.close())");
    survey.send();
    survey.until("comment");
    stage.run("shop.forEach((database) => database.close())");
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.all_is_well(1);
    assert!(stage.run("return shop.length").as_u64() > Some(1), "it never opened another one");
}

/// A page on which every write of a row to the database ends in an error of this name.
const NO_ROOM: &str = "const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...words) {
        const writing = put.apply(this, words);
        this.transaction.abort();
        return writing;
    };
    heard.mark();";

fn fault_40_no_room_left_in_the_database(stage: &Stage<'_>) {
    stage.collector.go_down();
    stage.open(&shop(stage).script(NO_ROOM)).answer(9);
    let kept = "Object.keys(localStorage).filter((key) => key.startsWith('meetpunt.outbox.')).length";
    assert_eq!(stage.run(&format!("return {kept}")), 1, "it is not in the next best place");
    stage.host_is_unharmed();
    let next = stage.site.add(&page("").at("/").loader(&elsewhere(stage)));
    stage.browser.open("about:blank");
    stage.collector.come_up();
    stage.go(&next);
    stage.within(Duration::from_secs(20), "the answer", || (!stage.collector.delivered().is_empty()).then_some(()));
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
    stage.until_page("its key to go", &format!("{kept} === 0"));
}

fn fault_41_no_room_left_in_local_storage(stage: &Stage<'_>) {
    let fill = "for (let size = 5e6; size >= 1; size = Math.floor(size / 2)) {
            try { for (let turn = 0; ; turn++) localStorage.setItem(`shop-${size}-${turn}`, 'x'.repeat(size)); } catch {}
        }";
    stage.open(&survey(NPS).script(fill)).answer(9);
    stage.until_event("delivered");
    stage.check_event(&stage.all_is_well(1)[0], json!({}));
}

fn fault_42_everything_cleared_while_the_survey_is_open(stage: &Stage<'_>) {
    let survey = stage.open(&survey(NPS));
    survey.choose(9);
    survey.send();
    survey.until("comment");
    let clear = "localStorage.clear(); sessionStorage.clear();
        const deleting = indexedDB.deleteDatabase('meetpunt');
        deleting.onsuccess = () => arguments[0](true);";
    assert_eq!(stage.browser.run_async(clear, Vec::new()), true);
    survey.send();
    survey.until("thanks");
    stage.check_event(&stage.until_state("completed"), json!({}));
    stage.all_is_well(1);
}

/// A page of the shop that asks nothing and sends what waits.
fn open_next_page(stage: &Stage<'_>) {
    stage.open(&page("<p>Welcome back.</p>").at("/").loader(&elsewhere(stage)));
}

fn fault_43_rows_that_something_else_wrote(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    let url = stage.collector.elsewhere();
    let row = |number: usize, change: Value| {
        let mut row = stage.row(number, &url);
        for (key, value) in change.as_object().cloned().unwrap_or_default() {
            row[key] = value;
        }
        row
    };
    let rows = [
        row(1, json!({})),
        row(2, json!({"made": 1_000})),
        row(3, json!({"due": "soon"})),
        row(4, json!({"body": {"toString": 1}})),
        row(5, json!({"v": 2, "due": null})),
        json!({"id": 6}),
        json!({"id": ["7"], "v": 1, "__proto__": {"url": url}}),
        row(8, json!({})),
    ];
    stage.put_rows(&rows);
    open_next_page(stage);
    stage.all_is_well(2);
    let left = stage.until("the others to go", || Some(stage.rows()).filter(|rows| rows.len() == 1));
    assert_eq!(left[0]["v"], 2, "a row of a later version is left alone");
    let told = stage.browser.run_async("meetpunt('diagnostics').then(arguments[0])", Vec::new());
    assert_eq!(told["losses"], json!({"expired": 1, "unreadable": 4}), "{told}");
}

fn fault_44_times_that_are_years_ahead(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    let years_ahead = 4_000_000_000_000_u64;
    let rows: Vec<Value> = ["due", "lease"]
        .into_iter()
        .enumerate()
        .map(|(number, time)| {
            let mut row = stage.row(number + 1, &stage.collector.elsewhere());
            row[time] = json!(years_ahead);
            row["owner"] = json!("another page");
            row
        })
        .collect();
    stage.put_rows(&rows);
    open_next_page(stage);
    stage.all_is_well(2);
}

fn fault_45_a_clock_that_jumps(stage: &Stage<'_>) {
    for (number, hours) in [-1_i64, 24 * 365 * 10, -24 * 365 * 10].into_iter().enumerate() {
        stage.collector.fail_next(&[Fault::Status(503)]);
        let page = survey(&format!(r#"metric="nps" survey="clock-{number}""#)).at(&format!("/{number}"));
        stage.open(&page.loader(&elsewhere(stage)).script(&shifted(0))).answer(9);
        stage.until("the first attempt", || (stage.collector.posts().len() > 2 * number).then_some(()));
        stage.run(&format!("shop.shift = {}", hours * 3_600_000));
        stage.all_is_well(number + 1);
        assert_eq!(stage.collector.posts().len(), 2 * (number + 1), "a jump of {hours} h");
        stage.until_event("delivered");
    }
}

fn fault_48_a_private_window(stage: &Stage<'_>) {
    let logs = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let engine = stage.browser.engine;
    let browser = Browser::start_with(engine, engine.private(), &stage.runtime, &logs).expect("a private browser");
    let visit = Stage::new(&browser, &stage.runtime, stage.release.clone());
    visit.collector.go_down();
    visit.open(&survey(NPS).loader(&elsewhere(&visit))).answer(9);
    visit.collector.come_up();
    visit.open(&page("").at("/").loader(&elsewhere(&visit)));
    visit.all_is_well(1);
    assert_eq!(visit.run("return navigator.cookieEnabled"), true, "a window that stores nothing at all is fault 37");
    drop(visit);
    browser.close();
}

fn fault_48_what_was_never_on_disk_is_counted(stage: &Stage<'_>) {
    let deny = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, {get() { throw new DOMException('The operation is insecure.', 'SecurityError'); }});
        heard.mark();";
    stage.open(&survey(NPS).script(deny)).answer(9);
    stage.until_event("delivered");
    stage.run(
        "const survey = document.createElement('meetpunt-survey');
        for (const [name, value] of [['metric', 'csat'], ['id', 'second']]) survey.setAttribute(name, value);
        document.querySelector('main').append(survey);",
    );
    let second = stage.survey("#second");
    second.answer(5);
    let events = stage.all_is_well(2);
    assert_eq!(events[0]["data"].get("losses"), None);
    assert_eq!(events[1]["data"]["losses"], json!({"unsaved": 1}));
}

fn fault_49_what_was_lost_rides_on_the_next_answer(stage: &Stage<'_>) {
    stage.open(&page("").without_loader());
    let mut old = stage.row(1, &stage.collector.elsewhere());
    old["made"] = json!(1_000);
    stage.put_rows(&[old]);
    open_next_page(stage);
    let lost = stage.until_event("undelivered");
    assert_eq!((&lost["detail"]["reason"], &lost["detail"]["final"]), (&json!("expired"), &json!(true)));
    stage.collector.fail_next(&[Fault::Status(410)]);
    stage.open(&survey(r#"metric="csat" touchpoint="delivery""#).at("/refused").loader(&elsewhere(stage))).answer(5);
    stage.until_event("undelivered");
    stage.open(&shop(stage)).answer(9);
    stage.check_event(&stage.all_is_well(1)[0], json!({"losses": {"refused": 1}}));
    let first = stage.collector.posts().remove(0);
    let first: Value = serde_json::from_slice(&first.body).expect("an event");
    assert_eq!(first["data"]["losses"], json!({"expired": 1}), "it was told once, by the answer that was refused");
    let told = stage.browser.run_async("meetpunt('diagnostics').then(arguments[0])", Vec::new());
    assert_eq!(told["losses"], json!({}), "{told}");
}
