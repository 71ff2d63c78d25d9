//! What a shop copies works as it stands.

use crate::harness::Stage;
use crate::harness::house::House;
use std::path::Path;

crate::tests![every_example_asks_and_delivers];

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
