//! Which metric a rival's question is.

use meetpunt_core::Metric;
use meetpunt_core::settings::Look;
use serde_json::Value;

/// What a question with a scale says about itself.
pub(super) struct Question<'a> {
    /// What the rival calls it, such as `nps`; empty where it says no more than that it is a rating.
    pub(super) kind: &'a str,
    /// How many points there are to choose from; 11 for 0 to 10.
    pub(super) points: u64,
    /// How they are drawn: `number`, `emoji`, `smiley`, `star`.
    pub(super) drawn: &'a str,
    /// Its text, or texts by language.
    pub(super) text: Option<Value>,
    /// What the lowest point means.
    pub(super) low: Option<Value>,
    /// What the highest point means.
    pub(super) high: Option<Value>,
}

impl Question<'_> {
    /// The metric and the scale; `None` where there is none with so many points.
    ///
    /// Eleven points are the Net Promoter Score only where the question is about recommending: any other would spoil it.
    pub(super) fn measure(&self) -> Option<(Metric, &'static str)> {
        let asks = |words: &[&str]| {
            let text = self.text.as_ref().map(Value::to_string).unwrap_or_default().to_lowercase();
            words.iter().any(|word| text.contains(word))
        };
        let recommends = asks(&["recommend", "aanbevelen", "aanraden", "empfehlen", "recommand", "recomend"]);
        let is_effort =
            self.kind == "ces" || asks(&["easy", "effort", "difficult", "makkelijk", "moeite", "einfach", "facile"]);
        Some(match (self.kind, self.points) {
            ("nps", _) => (Metric::Nps, "0-10"),
            (_, 11) if recommends => (Metric::Nps, "0-10"),
            (_, 11) => (Metric::Csat, "0-10"),
            (_, 7) if is_effort => (Metric::Ces, "1-7"),
            (_, 5) if is_effort => (Metric::Ces5, "1-5"),
            (_, 10) => (Metric::Csat, "1-10"),
            (_, 7) => (Metric::Csat, "1-7"),
            (_, 5) => (Metric::Csat, "1-5"),
            (_, 3) => (Metric::Csat, "1-3"),
            (_, 2) => (Metric::Csat, "0-1"),
            _ => return None,
        })
    }

    /// How it was drawn, where the scale can be drawn so and is not by itself.
    pub(super) fn look(&self, metric: Metric, scale: &str) -> Option<Look> {
        let wanted = match self.drawn {
            "emoji" | "smiley" if self.points == 2 => Look::Thumbs,
            "emoji" | "smiley" => Look::Faces,
            "star" => Look::Stars,
            _ => Look::Numbers,
        };
        let table = metric.tables().iter().find(|table| table.scale().to_string() == scale)?;
        let is_default = table.looks.first() == Some(&wanted);
        (table.looks.contains(&wanted) && !is_default).then_some(wanted)
    }
}
