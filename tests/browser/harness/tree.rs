//! The accessibility tree as Chromium gives it to screen readers, as a text that people can read.

use super::stage::Stage;
use serde_json::{Value, json};
use std::path::Path;

/// What of a node is written behind its name, if it is set.
const STATES: [&str; 10] =
    ["level", "checked", "pressed", "expanded", "required", "invalid", "disabled", "modal", "focused", "live"];

impl Stage<'_> {
    /// The tree of the page, one node a line.
    #[track_caller]
    pub fn tree(&self) -> String {
        self.browser.devtools("Accessibility.enable", json!({}));
        let found = self.browser.devtools("Accessibility.getFullAXTree", json!({}));
        self.browser.devtools("Accessibility.disable", json!({}));
        let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
        let mut text = String::new();
        if let Some(root) = nodes.first() {
            write(root, &nodes, 0, &mut text);
        }
        text
    }

    /// The tree is that of a file in `tests/browser/pinned/`; `UPDATE=1` writes it anew.
    #[track_caller]
    pub fn check_tree(&self, name: &str, found: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/pinned").join(format!("{name}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, found).expect("the file can be written");
        }
        let pinned = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == pinned,
            "the accessibility tree differs from {}; UPDATE=1 writes it anew. It is:\n{found}\nPinned is:\n{pinned}",
            path.display()
        );
    }
}

/// Writes a node and what is below it. Text below something that it names says nothing new.
fn write(node: &Value, nodes: &[Value], depth: usize, text: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let told = node["ignored"] != true && !matches!(role, "InlineTextBox" | "LabelText" | "none" | "generic");
    let mut below = depth;
    if told {
        let role = if role == "StaticText" { "text" } else { role };
        text.push_str(&"  ".repeat(depth));
        text.push_str(role);
        if !name.is_empty() {
            text.push_str(&format!(" {name:?}"));
        }
        let value = node["value"]["value"].as_str().unwrap_or_default();
        if !value.is_empty() && role != "radio" && role != "checkbox" {
            text.push_str(&format!(" = {value:?}"));
        }
        for state in STATES {
            let properties = node["properties"].as_array().into_iter().flatten();
            for property in properties.filter(|property| property["name"] == state) {
                match &property["value"]["value"] {
                    Value::Bool(false) => {}
                    Value::String(no) if no == "false" || no == "off" || no.is_empty() => {}
                    Value::Bool(true) => text.push_str(&format!(", {state}")),
                    Value::String(yes) if yes == "true" => text.push_str(&format!(", {state}")),
                    other => text.push_str(&format!(", {state} {}", other.to_string().trim_matches('"'))),
                }
            }
        }
        let description = node["description"]["value"].as_str().unwrap_or_default();
        if !description.is_empty() {
            text.push_str(&format!("\n{}  ({description})", "  ".repeat(depth)));
        }
        text.push('\n');
        below += 1;
    }
    for id in node["childIds"].as_array().into_iter().flatten() {
        let Some(child) = nodes.iter().find(|child| &child["nodeId"] == id) else { continue };
        let is_echo = child["role"]["value"] == "StaticText" && child["name"]["value"] == name && told;
        if !is_echo {
            write(child, nodes, below, text);
        }
    }
}
