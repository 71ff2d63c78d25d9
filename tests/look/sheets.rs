//! What stands on which sheet: all looks, all steps and all displays on a phone, a tablet and a wide screen; then what is most
//! easily broken, in every way that a visitor may look at it.

use crate::sheet::{Cell, Group, Sheet};
use serde_json::Value;
use std::path::Path;

/// All sheets.
pub fn all() -> Result<Vec<Sheet>, String> {
    let (wordy, long) = longest()?;
    Ok(vec![
        front(),
        Sheet::new("looks-320", vec![narrow(looks())]),
        Sheet::new("looks-768", vec![wide(looks())]),
        Sheet::new("steps-320", vec![narrow(steps())]),
        Sheet::new("steps-768", vec![wide(steps())]),
        Sheet::new("displays-320", vec![narrow(displays(480))]),
        Sheet::new("displays-768", vec![Group { width: 768, scale: 56, cells: displays(520) }]),
        Sheet::new("displays-1280", vec![Group { width: 1280, scale: 51, cells: displays(480) }]),
        Sheet { dark: true, ..Sheet::new("dark", sample()) },
        Sheet { language: "ar".to_owned(), ..Sheet::new("right-to-left", sample()) },
        Sheet { forced: true, ..Sheet::new("forced-colours", sample()) },
        Sheet {
            text: 200,
            ..Sheet::new("large-text-320", sample().drain(..1).map(|group| Group { scale: 75, ..group }).collect())
        },
        Sheet { text: 200, ..Sheet::new("large-text-768", sample().drain(1..).collect()) },
        Sheet { language: wordy, ..Sheet::new("most-words", sample()) },
        Sheet { language: long, ..Sheet::new("longest-words", sample()) },
    ])
}

/// A survey that counts nothing and waits for nobody, in the shop of these pages.
const SHOP: &str = r#"preview brand="Example Shop""#;

/// A phone of the smallest kind.
fn narrow(cells: Vec<Cell>) -> Group {
    Group { width: 320, scale: 100, cells }
}

/// A tablet held upright.
fn wide(cells: Vec<Cell>) -> Group {
    Group { width: 768, scale: 85, cells }
}

fn cell(caption: &str, attributes: &str, acts: &'static [&'static str]) -> Cell {
    Cell::new(caption, &format!("{SHOP} {attributes}"), acts)
}

fn looks() -> Vec<Cell> {
    vec![
        cell("numbers", r#"metric="nps""#, &[]),
        cell("numbers, chosen", r#"metric="nps""#, &["choose:9"]),
        cell("numbers 1-7", r#"metric="ces""#, &["choose:1"]),
        cell("numbers 1-10", r#"metric="csat" scale="1-10""#, &["choose:10"]),
        cell("stars", r#"metric="csat" look="stars" topic="your order""#, &["choose:4"]),
        cell("faces", r#"metric="csat" look="faces" topic="your order""#, &[]),
        cell("faces, chosen", r#"metric="ces5" look="faces""#, &["choose:5"]),
        cell("three faces", r#"metric="csat" scale="1-3""#, &["choose:2"]),
        cell("thumbs", r#"metric="csat" scale="0-1""#, &["choose:1"]),
        cell("labels", r#"metric="csat" look="labels""#, &["choose:3"]),
        cell("labels of a long scale", r#"metric="nps" look="labels""#, &["choose:0"]),
        cell("labels of three", r#"metric="goal""#, &[]),
    ]
}

const REASONS: &str =
    r#"reasons="late:It came late,broken:Something was broken,wrong:Not what I ordered,service:The service" contact"#;

fn steps() -> Vec<Cell> {
    vec![
        cell("score", r#"metric="nps""#, &[]),
        cell("no choice: error", r#"metric="csat""#, &["send"]),
        cell("focus", r#"metric="nps""#, &["choose:7", "focus:7"]),
        cell("not applicable", r#"metric="csat" allow-na"#, &["na"]),
        cell("second question", r#"metric="csat" scale="1-10" then="ces,delight""#, &["choose:8", "send", "choose:6"]),
        cell("follow-up", r#"metric="nps""#, &["choose:9", "send"]),
        cell(
            "reasons and contact",
            &format!(r#"metric="csat" privacy-link="https://shop.example/privacy" {REASONS}"#),
            &["choose:1", "send", "reason:1", "reason:2", "comment:The_lid_of_the_kettle_does_not_close."],
        ),
        cell("thanks", r#"metric="nps" thanks="Thank you for your answer""#, &["choose:9", "send", "send"]),
        Cell::new(
            "not sent yet",
            r#"metric="nps" storage="none" endpoint="/nowhere" follow-up="none""#,
            &["choose:3", "unsent"],
        ),
    ]
}

/// Surveys that float, in a window of this height.
fn displays(height: u32) -> Vec<Cell> {
    vec![
        cell("inline", r#"metric="nps""#, &["choose:9"]).high(height),
        cell("popover", r#"metric="nps" display="popover""#, &[]).high(height),
        cell("popover, follow-up", r#"metric="nps" display="popover""#, &["choose:9", "send"]).high(height),
        cell(
            "popover, top, start",
            r#"metric="csat" look="stars" display="popover" position="top-start""#,
            &["choose:4"],
        )
        .high(height),
        cell("modal", r#"metric="csat" look="faces" display="modal""#, &[]).high(height),
        cell("tab", r#"metric="csat" display="tab""#, &[]).high(height),
        cell("tab, open", r#"metric="csat" look="labels" display="tab""#, &["handle"]).high(height),
        cell("tab, below", r#"metric="csat" display="tab" position="bottom""#, &[]).high(height),
        cell("bar", r#"metric="nps" display="bar""#, &[]).high(height),
        cell("bar, follow-up", r#"metric="nps" display="bar""#, &["choose:3", "send"]).high(height),
        cell("bar, top", r#"metric="csat" look="stars" display="bar" position="top""#, &["choose:4"]).high(height),
        cell("popover, thanks", r#"metric="nps" display="popover""#, &["choose:9", "send", "send"]).high(height),
    ]
}

/// Of all looks, steps and displays those that are most easily broken.
fn sample() -> Vec<Group> {
    let follow_up = format!(r#"metric="csat" {REASONS}"#);
    vec![
        narrow(vec![
            cell("numbers", r#"metric="nps""#, &["choose:9"]),
            cell("stars", r#"metric="csat" look="stars""#, &["choose:4"]),
            cell("faces", r#"metric="csat" look="faces""#, &["choose:5"]),
            cell("three faces", r#"metric="csat" scale="1-3""#, &[]),
            cell("labels", r#"metric="csat" look="labels""#, &["choose:3"]),
            cell("error, not applicable", r#"metric="ces" allow-na"#, &["send"]),
            cell("reasons and contact", &follow_up, &["choose:1", "send", "reason:1"]),
            cell("thanks", r#"metric="nps""#, &["choose:9", "send", "send"]),
            cell("popover", r#"metric="nps" display="popover""#, &["choose:8"]).high(480),
            cell("bar", r#"metric="nps" display="bar""#, &[]).high(480),
            cell("tab", r#"metric="csat" display="tab""#, &[]).high(480),
        ]),
        wide(vec![
            cell(
                "second question, focus",
                r#"metric="csat" scale="1-10" then="ces""#,
                &["choose:8", "send", "focus:6"],
            ),
            cell("thumbs", r#"metric="csat" scale="0-1""#, &["choose:1"]),
        ]),
        Group {
            width: 1280,
            scale: 51,
            cells: vec![
                cell("bar", r#"metric="nps" display="bar""#, &["choose:8"]).high(420),
                cell("popover", r#"metric="ces" display="popover""#, &[]).high(420),
            ],
        },
    ]
}

/// What the README shows.
fn front() -> Sheet {
    const HEIGHT: u32 = 525;
    let group = |width, cell: Cell| Group { width, scale: 80, cells: vec![cell.high(HEIGHT)] };
    let order = Cell::new("On an order page", "", &["choose:9"]).page("/meetpunt/preview/shop/order.html");
    let phone = cell("On a phone", r#"metric="csat" look="faces" display="popover" lang="nl""#, &["choose:4"]);
    let dark = cell(
        "In the dark",
        &format!(r#"metric="csat" {REASONS}"#).replace(" contact", ""),
        &["choose:2", "send", "reason:0"],
    )
    .dark();
    Sheet { width: 1488, ..Sheet::new("widget", vec![group(900, order), group(320, phone), group(560, dark)]) }
}

/// The language with the most text, and the one with the longest label of a point.
fn longest() -> Result<(String, String), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let cannot = |error: &dyn std::fmt::Display| format!("cannot read {}: {error}", folder.display());
    let (mut wordy, mut long) = ((0, String::new()), (0, String::new()));
    for file in std::fs::read_dir(&folder).map_err(|error| cannot(&error))?.flatten() {
        let text = std::fs::read_to_string(file.path()).map_err(|error| cannot(&error))?;
        let json: Value = serde_json::from_str(&text).map_err(|error| cannot(&error))?;
        let tag = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let strings = json["strings"].as_object().into_iter().flatten();
        let lengths =
            strings.map(|(key, string)| (key.starts_with("label."), string["text"].as_str().unwrap_or_default()));
        let lengths: Vec<(bool, usize)> = lengths.map(|(label, text)| (label, text.chars().count())).collect();
        wordy = wordy.max((lengths.iter().map(|(_, length)| length).sum(), tag.clone()));
        let labels = lengths.iter().filter(|(label, _)| *label);
        long = long.max((labels.map(|(_, length)| *length).max().unwrap_or_default(), tag));
    }
    Ok((wordy.1, long.1))
}
