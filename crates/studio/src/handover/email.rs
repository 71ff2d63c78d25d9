//! The question in an e-mail: a table of plain links, since mail programs know neither scripts nor style sheets, and block images.

use meetpunt_core::settings::Look;

use super::Package;
use crate::draft::Draft;
use crate::snippet::escaped;
use crate::standard::{language, resolved};
use crate::touchpoint::Touchpoint;

/// What the mail asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    language: String,
    question: String,
    ends: [String; 2],
    /// Each point with the text that stands for it.
    points: Vec<(u8, String)>,
}

impl Asked {
    /// The first question of a survey; none for a measure that the widget refuses.
    pub fn of(draft: &Draft, touchpoint: Touchpoint) -> Option<Self> {
        let asked = resolved(draft, touchpoint)?.first;
        let scale = asked.measure.scale();
        let in_words = asked.look == Look::Labels;
        let text = |point: u8| {
            let label = asked.labels.get(usize::from(point - scale.min)).filter(|label| in_words && !label.is_empty());
            label.map_or_else(|| point.to_string(), Clone::clone)
        };
        Some(Self {
            language: language(draft, touchpoint),
            ends: [asked.low_label().to_owned(), asked.high_label().to_owned()],
            points: scale.points().map(|point| (point, text(point))).collect(),
            question: asked.question,
        })
    }
}

/// The mail's part with the question. A link chooses a score on the page behind it; only the visitor's own press gives it.
pub(super) fn html(package: &Package) -> String {
    let Some(asked) = &package.asked else {
        return String::new();
    };
    let colour = package.accent.map_or_else(|| "#2b50d6".to_owned(), |accent| accent.to_string());
    let page = page(&package.addresses.script);
    let is_wide = asked.points.iter().any(|(_, text)| text.chars().count() > 2);
    let link = |point: u8, text: &str| {
        format!(
            "<a href=\"{page}?meetpunt={}:{point}\" style=\"display:block;padding:10px 4px;border:1px solid {colour};border-radius:8px;\
             color:{colour};font:16px/20px Arial,sans-serif;text-decoration:none;text-align:center\">{}</a>",
            package.id,
            escaped(text)
        )
    };
    let cells: String = asked
        .points
        .iter()
        .map(|(point, text)| {
            let cell = format!("<td style=\"padding:2px\">{}</td>", link(*point, text));
            if is_wide { format!("    <tr>{cell}</tr>\n") } else { format!("      {cell}\n") }
        })
        .collect();
    let row = if is_wide { cells } else { format!("    <tr>\n{cells}    </tr>\n") };
    let ends = if is_wide {
        String::new()
    } else {
        let half = asked.points.len() / 2;
        format!(
            "    <tr>\n      <td colspan=\"{half}\" align=\"left\" style=\"padding:4px 2px;font:13px/18px Arial,sans-serif\">{}</td>\n      \
             <td colspan=\"{}\" align=\"right\" style=\"padding:4px 2px;font:13px/18px Arial,sans-serif\">{}</td>\n    </tr>\n",
            escaped(&asked.ends[0]),
            asked.points.len() - half,
            escaped(&asked.ends[1])
        )
    };
    format!(
        "<table role=\"presentation\" lang=\"{}\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"max-width:600px\">\n  <tr><td \
         style=\"padding:8px 2px;font:bold 18px/26px Arial,sans-serif\">{}</td></tr>\n  <tr><td>\n  <table role=\"presentation\" width=\"100%\" \
         cellpadding=\"0\" cellspacing=\"0\" border=\"0\">\n{row}{ends}  </table>\n  </td></tr>\n</table>\n",
        escaped(&asked.language),
        escaped(&asked.question)
    )
}

/// The shop's own page, to be put in: the origin of the script where it is known.
fn page(script: &str) -> String {
    let parts = script.trim().split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split('/').next()?)));
    parts.map_or_else(|| "https://shop.example/".to_owned(), |(scheme, host)| escaped(&format!("{scheme}://{host}/")))
}
