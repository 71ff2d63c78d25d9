//! The schema that editors go by.

use meetpunt_core::site::{SETTINGS, schema, setting};

#[test]
fn every_setting_is_in_the_schema() {
    let schema = schema();
    for setting in SETTINGS {
        let definition = &schema["definitions"][setting.key()];
        assert!(
            definition["description"].as_str().is_some_and(|text| text.contains(setting.meaning)),
            "{}",
            setting.name
        );
        for object in ["/properties/defaults", "/properties/surveys/items"] {
            let properties = &schema.pointer(object).expect("an object")["properties"];
            assert_eq!(properties[setting.key()]["$ref"], format!("#/definitions/{}", setting.key()));
        }
    }
}

#[test]
fn every_setting_is_listed_once() {
    let mut names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), SETTINGS.len());
    assert_eq!(setting("low-label").map(|setting| setting.key()).as_deref(), Some("lowLabel"));
    assert_eq!(setting("lowLabel"), None);
}

#[cfg(feature = "schema")]
#[test]
fn pinned_events_have_what_the_schema_says_and_no_more() {
    use serde_json::Value;

    let schema = meetpunt_core::wire::schema();
    let names = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    let required = |schema: &Value| serde_json::from_value::<Vec<String>>(schema["required"].clone()).expect("names");
    for pinned in [
        include_str!("../../../testdata/wire/contract-example.json"),
        include_str!("../../../testdata/wire/after-losses.json"),
        include_str!("../../../testdata/wire/least.json"),
    ] {
        let event: Value = serde_json::from_str(pinned).expect("JSON");
        for (part, schema) in [(&event, &schema), (&event["data"], &schema["definitions"]["Data"])] {
            let (found, known) = (names(part), names(&schema["properties"]));
            assert!(found.iter().all(|name| known.contains(name)), "{found:?}");
            assert!(required(schema).iter().all(|name| found.contains(name)), "{found:?}");
        }
    }
    assert_eq!(schema["definitions"]["Data"]["properties"]["display"]["enum"][0], "inline");
}
