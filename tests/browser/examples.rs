//! What a shop copies works as it stands.

use crate::harness::Stage;
use crate::harness::house::House;
use serde_json::json;
use std::path::Path;

crate::tests![every_example_asks_and_delivers, one_page_looks_like_five_shops];

fn every_example_asks_and_delivers(stage: &Stage<'_>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/shop");
    let files = std::fs::read_dir(&folder).expect("examples/shop").flatten();
    let mut names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".html"));
    assert!(names.len() >= 3, "examples/shop holds {names:?}");
    for name in names {
        let house = House::open(stage);
        let path = format!("/preview/shop/{name}");
        let survey = stage.go(&house.url(&path));
        // Some ask only when the visitor has read that far.
        survey.look("", "host.scrollIntoView({block: 'center', behavior: 'instant'})");
        let highest = stage.until(&format!("the survey of {name}"), || survey.scores().pop());
        let highest = highest.parse().expect("a score");
        survey.answer(highest);
        let event = stage.until(&format!("the answer of {name}"), || {
            house.delivered().into_iter().find(|event| event["data"]["state"] == "completed")
        });
        assert_eq!(event["data"]["score"], highest, "{name}");
        assert_eq!(event["data"]["page"], path.as_str(), "{name}");
        assert_eq!(event["data"]["test"], false, "{name}");
        let language = stage.run("return document.documentElement.lang");
        assert_eq!(event["data"]["locale"], language, "{name}");
    }
}

fn one_page_looks_like_five_shops(stage: &Stage<'_>) {
    let warned = "addEventListener('meetpunt:warning', (event) => (window.warned ??= []).push(event.detail));";
    let page =
        include_str!("../../examples/theming.html").replace("<head>", &format!("<head><script>{warned}</script>"));
    stage.site.add_file("/theming.html", &page);
    stage.go(&stage.site.url("/theming.html"));
    let shops = [
        ("brand", "send", "background-color", "rgb(122, 31, 162)"),
        ("square", "send", "border-top-left-radius", "0px"),
        ("night", "frame", "background-color", "rgb(20, 35, 29)"),
        ("bare", "frame", "background-color", "rgba(0, 0, 0, 0)"),
        ("round", "send", "border-top-left-radius", "99px"),
    ];
    for (shop, part, property, wanted) in shops {
        let survey = stage.survey(&format!(".{shop}"));
        survey.look("", "host.scrollIntoView({block: 'center', behavior: 'instant'})");
        survey.until("question");
        let found = survey.look(&format!("[part~={part}]"), &format!("return getComputedStyle(found)['{property}']"));
        assert_eq!(found, wanted, "{property} of {part} in .{shop}");
    }
    assert_eq!(stage.run("return window.warned ?? []"), json!([]));
    stage.survey(".brand").answer(9);
    assert_eq!(stage.until_state("completed")["data"]["touchpoint"], "brand");
}
