//! Every way in which a question can be drawn, from the table of the metrics, so that none is forgotten.

use super::page::element;
use meetpunt_core::metric::{Metric, ScaleTable};
use meetpunt_core::settings::Look;
use meetpunt_core::{Catalogue, Scale, Word as _};

/// A metric on a scale in a look.
#[derive(Clone, Copy, Debug)]
pub struct Variety {
    /// Metric and scale; `None` for a shop's own.
    pub table: Option<&'static ScaleTable>,
    /// How it is drawn.
    pub look: Look,
}

/// The labels of the shop's own measure.
const OWN: [&str; 5] = ["Never", "Seldom", "At times", "Often", "Always"];

/// All of them, those of a shop's own measure last.
pub fn varieties() -> Vec<Variety> {
    let tables = Metric::ALL.iter().flat_map(|metric| metric.tables());
    let known = tables.flat_map(|table| table.looks.iter().map(|&look| Variety { table: Some(table), look }));
    known.chain([Look::Numbers, Look::Labels].map(|look| Variety { table: None, look })).collect()
}

impl Variety {
    /// The word of its metric.
    pub fn metric(self) -> &'static str {
        self.table.map_or(Metric::Custom, |table| table.measure.metric()).key()
    }

    /// Its points.
    pub fn scale(self) -> Scale {
        self.table.map_or(Scale { min: 1, max: 5 }, ScaleTable::scale)
    }

    /// The scale as settings write it.
    pub fn range(self) -> String {
        let Scale { min, max } = self.scale();
        format!("{min}-{max}")
    }

    /// A name of its own, fit for an id.
    pub fn id(self) -> String {
        format!("{}-{}-{}", self.metric(), self.range(), self.look.key())
    }

    /// The label of a point in English.
    pub fn label(self, point: u8) -> Option<String> {
        match self.table {
            Some(table) => Catalogue::english().label(table, point).map(str::to_owned),
            None => OWN.get(usize::from(point - 1)).map(|&label| label.to_owned()),
        }
    }

    /// The markup of a survey that asks so, with further attributes. Each has an endpoint of its own, since a page asks
    /// little of one at a time.
    pub fn element(self, attributes: &str) -> String {
        let (id, metric, range, look) = (self.id(), self.metric(), self.range(), self.look.key());
        let own = match self.table {
            Some(_) => String::new(),
            None => format!(r#"negative="1,2" positive="4,5" labels="{}" question="How often?""#, OWN.join(",")),
        };
        element(&format!(
            r#"id="{id}" survey="{id}" metric="{metric}" scale="{range}" look="{look}" trigger="load"
            endpoint="/collect?{id}" {attributes} {own}"#
        ))
    }
}
