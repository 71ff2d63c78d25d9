//! What the documents show is what is posted.

use serde_json::Value;

#[test]
fn the_event_in_the_payload_document_is_the_pinned_one() {
    let page = include_str!("../../../../docs/payload.md");
    let shown = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a JSON block");
    let shown: Value = serde_json::from_str(shown).expect("the block is JSON");
    let pinned = include_str!("../../testdata/wire/contract-example.json");
    assert_eq!(shown, serde_json::from_str::<Value>(pinned).expect("the pinned event is JSON"));
}
