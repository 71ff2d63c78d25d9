//! A shop written with Yew, with `<Survey>` and no loader.

use crate::harness::site::Site;
use crate::harness::widget::Survey;
use crate::harness::{Fault, Stage};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

crate::tests![
    an_answer_in_a_yew_program_arrives,
    another_property_in_a_yew_program_shows_at_once,
    a_modal_of_a_yew_program_asks_three_questions_and_goes,
    an_answer_outlives_its_yew_component,
    what_was_lost_rides_on_the_answer_of_a_yew_program,
];

/// Where `cargo xtask build --example` puts the program.
fn program() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("xtask").join("yew-app");
    assert!(folder.join("yew-app.js").is_file(), "{} is empty: run `cargo xtask build --example`", folder.display());
    folder
}

/// The page of `examples/yew-app/index.html`, as Trunk fills it in.
fn page() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/yew-app");
    let read = |name: &str| {
        let file = folder.join(name);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    let mut page = read("index.html");
    let style = format!("<style>{}</style>", read("shop.css"));
    let script = "<script src=\"/harness/recorder.js\"></script>
        <script type=\"module\">import start from \"/meetpunt/yew-app.js\"; start()</script>";
    for (place, text) in [
        ("<link data-trunk rel=\"css\" href=\"shop.css\" />", style.as_str()),
        ("<link data-trunk rel=\"rust\" />", script),
    ] {
        assert!(page.contains(place), "the page has no {place}");
        page = page.replace(place, text);
    }
    page
}

/// Opens the shop and waits for the survey in its page.
#[track_caller]
fn open<'s>(stage: &'s Stage<'_>) -> (Site, Survey<'s>) {
    let site = Site::start(&stage.runtime, program(), &stage.collector);
    site.add_file("/order.html", &page());
    stage.browser.open(&site.url("/order.html"));
    let survey = stage.survey(".order");
    survey.until("question");
    (site, survey)
}

/// The details of the events of one name that the program has heard, oldest first.
#[track_caller]
fn heard(stage: &Stage<'_>, name: &str) -> Vec<Value> {
    let script = "return [...document.querySelectorAll(`[data-event=\"${arguments[0]}\"] code`)].map((code) => code.textContent)";
    let details = stage.browser.run(script, vec![json!(name)]);
    let texts = details.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(|text| serde_json::from_str(text).expect("a detail is JSON")).collect()
}

/// Waits until the program has heard of an event, and returns the detail of the first.
#[track_caller]
fn until_heard(stage: &Stage<'_>, name: &str) -> Value {
    stage.until(&format!("the program to hear of {name}"), || heard(stage, name).into_iter().next())
}

fn an_answer_in_a_yew_program_arrives(stage: &Stage<'_>) {
    let (site, survey) = open(stage);
    survey.choose(9);
    survey.send();
    survey.write("From a Yew program, ann@shop.example");
    survey.send();
    survey.until("thanks");
    let event = stage.until_state("completed");
    let differs = json!({
        "trigger": "manual", "page": "/order.html", "context": {"order-band": "50-100"},
        "comment": "From a Yew program, [email]", "redactions": {"email": 1},
    });
    stage.check_event_of(&site.source(), &event, differs);
    assert_eq!(stage.collector.delivered().len(), 1);

    let delivered = until_heard(stage, "delivered");
    assert_eq!(delivered["id"], event["id"]);
    assert_eq!(delivered["survey"], "nps-order-confirmation");
    for name in ["ready", "shown", "answered", "completed"] {
        assert_eq!(heard(stage, name).len(), 1, "{name}");
    }
    let answered = json!({
        "survey": "nps-order-confirmation", "metric": "nps", "touchpoint": "order-confirmation", "preview": false,
        "score": 9, "class": "promoter", "normalised": 90, "na": false,
    });
    assert_eq!(heard(stage, "answered"), [answered]);
    let typed = "document.querySelector('[data-event=answered] i')?.textContent.trim()";
    assert_eq!(stage.until_page("the class, by its type", typed), "promoter");
    assert_eq!(heard(stage, "warning"), [] as [Value; 0]);
}

fn another_property_in_a_yew_program_shows_at_once(stage: &Stage<'_>) {
    let (_site, survey) = open(stage);
    assert!(survey.until("question").contains("Voorbeeld Coffee to a friend"));
    survey.choose(7);
    stage.click_host("#language");
    survey.until_text("question", |text| text.contains("Hoe waarschijnlijk") && text.contains("Voorbeeld Coffee"));
    assert_eq!(survey.chosen(), Some(7), "what was chosen stays");
    stage.click_host("#language");
    survey.until_text("question", |text| text.contains("How likely"));
    survey.answer(7);
    let event = stage.until_state("completed");
    assert_eq!((&event["data"]["score"], &event["data"]["locale"]), (&json!(7), &json!("en")));
}

fn a_modal_of_a_yew_program_asks_three_questions_and_goes(stage: &Stage<'_>) {
    let (_site, _survey) = open(stage);
    let modal = || stage.survey("main > [display=modal]");
    for score in [10, 8] {
        stage.click_host("#say-more");
        let survey = modal();
        for point in [score, 6, 4] {
            survey.until("question");
            survey.choose(point);
            survey.send();
        }
        survey.until("comment");
        survey.send();
        survey.until("thanks");
        survey.click("close");
        stage.until_page("the component to go", "!document.querySelector('main > [display=modal]')");
    }
    let events = stage.until("two answers", || {
        let events = stage.collector.delivered();
        (events.len() == 2 && events.iter().all(|event| event["data"]["state"] == "completed")).then_some(events)
    });
    let mut scores: Vec<_> = events.iter().map(|event| event["data"]["score"].as_u64()).collect();
    scores.sort_unstable();
    assert_eq!(scores, [Some(8), Some(10)]);
    for event in &events {
        let data = &event["data"];
        assert_eq!(data["survey"], "csat-account");
        assert_eq!(data["display"], "modal");
        assert_eq!(data["context"], json!({"plan": "coffee-club"}), "what the program added");
        let more: Vec<_> = data["more"].as_array().into_iter().flatten().map(|more| &more["score"]).collect();
        assert_eq!(more, [&json!(6), &json!(4)]);
    }
}

fn an_answer_outlives_its_yew_component(stage: &Stage<'_>) {
    let (_site, _survey) = open(stage);
    stage.collector.fail_next(&[Fault::Status(503)]);
    stage.click_host("#say-more");
    let survey = stage.survey("main > [display=modal]");
    survey.until("question");
    survey.choose(2);
    survey.send();
    // The second question stands: the first score is given, and the visitor has had enough.
    survey.until_text("question", |text| text.contains("easy"));
    survey.click("close");
    stage.until_page("the component to go", "!document.querySelector('main > [display=modal]')");
    let event = stage.until_state("answered");
    assert_eq!(event["data"]["score"], 2);
    assert_eq!(event["data"]["class"], "dissatisfied");
    let delivered = until_heard(stage, "delivered");
    assert_eq!((&delivered["id"], &delivered["survey"]), (&event["id"], &json!("csat-account")));
    assert_eq!(heard(stage, "dismissed").len(), 1);
}

fn what_was_lost_rides_on_the_answer_of_a_yew_program(stage: &Stage<'_>) {
    let (site, _survey) = open(stage);
    let mut old = stage.row(1, "/collect");
    old["made"] = json!(1_000);
    stage.put_rows(&[old]);
    stage.browser.open(&site.url("/order.html"));
    assert_eq!(stage.until_event("undelivered")["detail"]["reason"], "expired");
    stage.browser.open(&site.url("/order.html"));
    let survey = stage.survey(".order");
    survey.until("question");
    survey.answer(9);
    assert_eq!(stage.until_state("completed")["data"]["losses"], json!({"expired": 1}));
    stage.until("the count to be forgotten", || {
        let count = "const done = arguments[arguments.length - 1];
            indexedDB.open('meetpunt').onsuccess = ({target: {result}}) => {
                const counting = result.transaction('losses').objectStore('losses').count();
                counting.onsuccess = () => { result.close(); done(counting.result); };
            };";
        (stage.browser.run_async(count, Vec::new()) == 0).then_some(())
    });
}
