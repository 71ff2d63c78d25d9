//! Draws virtual nodes: elements, texts and lists of them, each where the last drawing left it.

use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::virtual_dom::{sole, AttrValue, Attributes, VNode, VTag};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> Place;

    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_of(namespace: &str, tag: &str) -> Place;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> Place;

    /// An element or a text in the document. What the browser throws here ends the widget, as a panic does.
    #[derive(Clone, PartialEq)]
    pub(crate) type Place;

    #[wasm_bindgen(method, js_name = insertBefore)]
    fn insert_before(this: &Place, new: &Place, next: Option<&Place>);

    #[wasm_bindgen(method)]
    fn remove(this: &Place);

    #[wasm_bindgen(method, getter, js_name = previousSibling)]
    fn before(this: &Place) -> Option<Place>;

    #[wasm_bindgen(method, getter, js_name = lastChild)]
    fn last(this: &Place) -> Option<Place>;

    #[wasm_bindgen(method, getter, js_name = nodeName)]
    fn name(this: &Place) -> String;

    #[wasm_bindgen(method, setter, js_name = nodeValue)]
    fn set_text(this: &Place, text: &str);

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Place, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove_attribute(this: &Place, name: &str);

    #[wasm_bindgen(method, setter, js_name = checked)]
    fn set_checked(this: &Place, checked: bool);

    #[wasm_bindgen(method, getter, js_name = value)]
    fn value(this: &Place) -> String;

    #[wasm_bindgen(method, setter, js_name = value)]
    fn set_value(this: &Place, value: &str);
}

/// A component's part of the document.
pub(crate) struct Bundle {
    host: Place,
    drawn: Drawn,
    /// Whether nothing has been drawn yet.
    is_new: bool,
}

impl Bundle {
    /// Takes a host over. What stands in it must be what is drawn first, or nothing: elements and texts of it are used as they are.
    pub fn new(host: Element) -> Self {
        Self { host: host.unchecked_into(), drawn: Drawn::nothing(), is_new: true }
    }

    /// Makes the document show `node` instead of what was drawn before.
    pub fn draw(&mut self, node: VNode) {
        let adopts = std::mem::take(&mut self.is_new);
        draw(node, &self.host, None, &mut self.drawn, adopts);
    }

    /// Takes everything away.
    pub fn detach(self) {
        self.drawn.detach(false);
    }
}

/// What stands in the document for a node.
enum Drawn {
    Tag(Box<DrawnTag>),
    Text { text: AttrValue, place: Place },
    /// From the last to the first, the order of drawing.
    List(Vec<Drawn>),
}

/// An element: what was last asked of it, and what stands in it.
struct DrawnTag {
    tag: VTag,
    place: Place,
    children: Drawn,
}

impl Drawn {
    const fn nothing() -> Self {
        Self::List(Vec::new())
    }

    /// Takes it out of the document, unless the element around it goes anyway.
    fn detach(self, parent_goes: bool) {
        match self {
            Self::Tag(drawn) => {
                drawn.children.detach(true);
                if !parent_goes {
                    drawn.place.remove();
                }
                release(&drawn.tag, &drawn.place);
            }
            Self::Text { place, .. } => {
                if !parent_goes {
                    place.remove();
                }
            }
            Self::List(list) => {
                for child in list {
                    child.detach(parent_goes);
                }
            }
        }
    }
}

/// Empties the reference to an element, unless it is one to another element by now.
fn release(tag: &VTag, place: &Place) {
    if tag.node_ref.get().is_some_and(|node| node.unchecked_into::<Place>() == *place) {
        tag.node_ref.set(None);
    }
}

/// Draws a node into `parent`, before `next`, where `drawn` was drawn. Returns what the node before it is drawn before. One that
/// `adopts` takes over what stands there though it was not drawn here.
fn draw(node: VNode, parent: &Place, next: Option<Place>, drawn: &mut Drawn, adopts: bool) -> Option<Place> {
    match node {
        VNode::VTag(tag) => {
            let tag = sole(tag);
            if let Drawn::Tag(old) = drawn {
                if old.tag.key == tag.key && old.tag.tag == tag.tag {
                    return Some(update(tag, old));
                }
            }
            Some(create(tag, parent, next, drawn, adopts))
        }
        VNode::VText(new) => {
            if let Drawn::Text { text, place } = drawn {
                if *text != new.text {
                    place.set_text(&new.text);
                    *text = new.text;
                }
                return Some(place.clone());
            }
            let place = match standing("#text", parent, next.as_ref(), adopts) {
                Some(place) => {
                    place.set_text(&new.text);
                    place
                }
                None => {
                    let place = create_text(&new.text);
                    parent.insert_before(&place, next.as_ref());
                    place
                }
            };
            replace(drawn, Drawn::Text { text: new.text, place: place.clone() });
            Some(place)
        }
        VNode::VList(list) => draw_list(sole(list).children.map(sole).unwrap_or_default(), parent, next, drawn, adopts),
    }
}

/// Draws nodes one by one, the last one first. Places are matched by number, whatever the keys: an element with another
/// key is made anew.
fn draw_list(
    nodes: Vec<VNode>,
    parent: &Place,
    mut next: Option<Place>,
    drawn: &mut Drawn,
    adopts: bool,
) -> Option<Place> {
    if !matches!(drawn, Drawn::List(_)) {
        let first = std::mem::replace(drawn, Drawn::nothing());
        *drawn = Drawn::List(vec![first]);
    }
    let Drawn::List(drawn) = drawn else { unreachable!("it was made one") };
    while drawn.len() > nodes.len() {
        if let Some(gone) = drawn.pop() {
            gone.detach(false);
        }
    }
    drawn.resize_with(nodes.len(), Drawn::nothing);
    for (node, drawn) in nodes.into_iter().rev().zip(drawn) {
        next = draw(node, parent, next, drawn, adopts);
    }
    next
}

fn replace(drawn: &mut Drawn, new: Drawn) {
    std::mem::replace(drawn, new).detach(false);
}

/// What stands already where an element or a text of this name is to be drawn. Another thing there goes.
fn standing(name: &str, parent: &Place, next: Option<&Place>, adopts: bool) -> Option<Place> {
    if !adopts {
        return None;
    }
    let place = next.map_or_else(|| parent.last(), Place::before)?;
    if place.name().eq_ignore_ascii_case(name) {
        return Some(place);
    }
    place.remove();
    None
}

fn create(mut tag: VTag, parent: &Place, next: Option<Place>, drawn: &mut Drawn, adopts: bool) -> Place {
    let standing = standing(&tag.tag, parent, next.as_ref(), adopts);
    let is_new = standing.is_none();
    let place = standing.unwrap_or_else(|| match &*tag.tag {
        // All that the widget draws of SVG.
        "svg" | "path" => create_element_of("http://www.w3.org/2000/svg", &tag.tag),
        "math" => unreachable!("this build makes no such elements"),
        _ => create_element(&tag.tag),
    });
    apply(&place, &tag.attributes, &Attributes::default());
    if is_new {
        parent.insert_before(&place, next.as_ref());
    }
    apply_fields(&place, &tag, None);
    let mut children = Drawn::nothing();
    draw(std::mem::take(&mut tag.children), &place, None, &mut children, adopts);
    tag.node_ref.set(Some(place.clone().unchecked_into()));
    replace(drawn, Drawn::Tag(Box::new(DrawnTag { tag, place: place.clone(), children })));
    place
}

fn update(mut tag: VTag, drawn: &mut DrawnTag) -> Place {
    let place = &drawn.place;
    apply(place, &tag.attributes, &drawn.tag.attributes);
    apply_fields(place, &tag, Some(&drawn.tag));
    draw(std::mem::take(&mut tag.children), place, None, &mut drawn.children, false);
    if tag.node_ref != drawn.tag.node_ref {
        release(&drawn.tag, place);
        tag.node_ref.set(Some(place.clone().unchecked_into()));
    }
    drawn.tag = tag;
    drawn.place.clone()
}

/// Sets attributes that are new or other than before, and takes away what is not given any more. Elements have few
/// attributes: looking through a list takes less code than hashing.
fn apply(place: &Place, new: &Attributes, old: &Attributes) {
    let (new, old) = (new.pairs(), old.pairs());
    for pair in &new {
        if !old.contains(pair) {
            place.set_attribute(pair.0, pair.1);
        }
    }
    for (name, _) in old {
        if !new.iter().any(|pair| pair.0 == name) {
            place.remove_attribute(name);
        }
    }
}

/// Sets what a visitor may have changed: the state of a box or point, and the text of a field.
fn apply_fields(place: &Place, new: &VTag, old: Option<&VTag>) {
    if let Some(checked) = new.checked {
        place.set_checked(checked);
    }
    let old = old.is_some_and(|old| old.value.is_some());
    match &new.value {
        Some(value) if !old || place.value() != **value => place.set_value(value),
        None if old => place.set_value(""),
        _ => {}
    }
}
