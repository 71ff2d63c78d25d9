//! The code that the studio hands over for Yew is compiled here; the studio's tests hold the file to what it writes.

#[path = "../crates/studio/testdata/asking.rs"]
mod asking;

use yew::prelude::*;

#[test]
fn the_code_of_the_studio_is_a_component() {
    let drawn = html! { <asking::Asking /> };
    assert!(matches!(drawn, yew::virtual_dom::VNode::VComp(_)), "{drawn:?}");
}
