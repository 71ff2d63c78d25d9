//! Comparing an answer with what is expected, leaf by leaf.

use serde_json::Value;

/// Counts the leaves that were compared and keeps what differed.
pub struct Comparison<'a> {
    default: f64,
    tolerances: &'a Value,
    /// How many leaves were compared.
    pub leaves: usize,
    /// What differed, with its path.
    pub failures: Vec<String>,
}

impl<'a> Comparison<'a> {
    /// `tolerances` is the vector's own: null, one number for all leaves, or numbers by the name of a field.
    pub fn new(default: f64, tolerances: &'a Value) -> Self {
        Self { default, tolerances, leaves: 0, failures: Vec::new() }
    }

    pub fn run(&mut self, expected: &Value, found: &Value) {
        let tolerance = self.tolerances.as_f64().unwrap_or(self.default);
        self.compare("expect", tolerance, expected, Some(found));
    }

    fn compare(&mut self, path: &str, tolerance: f64, expected: &Value, found: Option<&Value>) {
        match expected {
            Value::Object(fields) if !fields.is_empty() => {
                for (name, expected) in fields {
                    let own = self.tolerances.get(name).and_then(Value::as_f64).unwrap_or(tolerance);
                    let found = found.and_then(|found| found.get(name));
                    self.compare(&format!("{path}.{name}"), own, expected, found);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                let others = found.and_then(Value::as_array).map(Vec::len);
                if others != Some(items.len()) {
                    self.failures.push(format!("{path}: expected {} items, found {others:?}", items.len()));
                }
                for (place, expected) in items.iter().enumerate() {
                    let found = found.and_then(|found| found.get(place));
                    self.compare(&format!("{path}[{place}]"), tolerance, expected, found);
                }
            }
            leaf => {
                self.leaves += 1;
                match found {
                    None => self.failures.push(format!("{path}: expected {leaf}, the answer does not have it")),
                    Some(found) if !agrees(leaf, found, tolerance) => {
                        self.failures.push(format!("{path}: expected {leaf}, found {found}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

/// Numbers agree within the tolerance, everything else exactly.
fn agrees(expected: &Value, found: &Value, tolerance: f64) -> bool {
    match (expected.as_f64(), found.as_f64()) {
        // The last bit of the difference itself is not to decide.
        (Some(expected), Some(found)) => (expected - found).abs() <= tolerance + 4.0 * f64::EPSILON * expected.abs(),
        _ => expected == found,
    }
}

#[test]
fn golden_comparison_notices_what_differs() {
    use serde_json::json;
    let failures = |expected: &Value, found: &Value, tolerances: &Value| {
        let mut comparison = Comparison::new(1e-6, tolerances);
        comparison.run(expected, found);
        (comparison.leaves, comparison.failures)
    };
    let expected = json!({"a": 1.0, "b": [1, null], "c": {"d": "x", "e": true}});
    assert_eq!(failures(&expected, &expected, &Value::Null), (5, vec![]));
    for found in [
        json!({"a": 1.00001, "b": [1, null], "c": {"d": "x", "e": true}}),
        json!({"a": 1.0, "b": [1, 0], "c": {"d": "x", "e": true}}),
        json!({"a": 1.0, "b": [1, null, 2], "c": {"d": "x", "e": true}}),
        json!({"a": 1.0, "b": [1, null], "c": {"d": "x"}}),
        json!({"a": null, "b": [1, null], "c": {"d": "x", "e": true}}),
        json!({"a": 1.0, "b": [1, null], "c": {"d": "x", "e": 1}}),
    ] {
        assert_eq!(failures(&expected, &found, &Value::Null).1.len(), 1, "{found}");
    }
    let wide = json!({"a": 1.0004});
    assert_eq!(failures(&json!({"a": 1.0}), &wide, &json!({"a": 0.001})).1.len(), 0);
    assert_eq!(failures(&json!({"a": 1.0}), &wide, &json!(0.001)).1.len(), 0);
    assert_eq!(failures(&json!({"a": 1.0}), &wide, &json!({"b": 0.001})).1.len(), 1);
    let empty = failures(&json!({"a": []}), &json!({"a": [1]}), &Value::Null);
    assert_eq!((empty.0, empty.1.len()), (1, 1));
}
