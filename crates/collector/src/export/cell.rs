//! Cells that no spreadsheet takes for a formula.

use serde_json::Value;

/// What a formula begins with, in the scripts whose keyboards have wide signs too.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What a program that was told another separator, or none, takes for the end of a cell. A comma and what stands between
/// quotes are ours.
const ENDS: [char; 3] = [';', '|', '\n'];

/// The text of a value. Numbers and flags are themselves, nothing is empty, lists of plain values are joined by commas.
pub(super) fn of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => safe(text),
        Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
            let plain = |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            safe(&items.iter().map(plain).collect::<Vec<_>>().join(","))
        }
        Value::Array(_) | Value::Object(_) => safe(&value.to_string()),
    }
}

/// The text with an apostrophe before each sign that could begin a formula: at its start, and after what may be taken for
/// the end of a cell. Tabs and other control characters become spaces, line breaks stay.
pub(super) fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // Where a cell may begin: spaces and quotes do not hinder a spreadsheet.
    let mut begins = true;
    for letter in text.replace("\r\n", "\n").chars() {
        let letter = match letter {
            '\r' => '\n',
            '\n' => letter,
            other if other.is_control() => ' ',
            other => other,
        };
        if begins && SIGNS.contains(&letter) {
            safe.push('\'');
        }
        begins = ENDS.contains(&letter) || (begins && (letter.is_whitespace() || matches!(letter, '"' | '\u{feff}')));
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_formula_becomes_a_text_and_a_text_stays() {
        for (text, expected) in [
            ("", ""),
            ("Fast delivery", "Fast delivery"),
            ("a-b = c", "a-b = c"),
            ("good, -5 euro", "good, -5 euro"),
            ("'=1", "'=1"),
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-1+1", "'-1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "  '=1"),
            ("\"=1\"", "\"'=1\""),
            ("\t=1", " '=1"),
            ("\r=1", "\n'=1"),
            ("\u{feff}=1", "\u{feff}'=1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("a;=1", "a;'=1"),
            ("a; \"=1", "a; \"'=1"),
            ("a|@1", "a|'@1"),
            ("a\r\n=1", "a\n'=1"),
            ("a\u{0}b", "a b"),
            ("＝1", "'＝1"),
            ("==1", "'==1"),
        ] {
            assert_eq!(safe(text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for (value, expected) in [
            (json!(-5), "-5"),
            (json!(90.0), "90.0"),
            (json!(true), "true"),
            (json!(null), ""),
            (json!(["a", "b", 7]), "a,b,7"),
            (json!(["=a", "b"]), "'=a,b"),
            (json!([]), ""),
            (json!([{"a": 1}]), "[{\"a\":1}]"),
        ] {
            assert_eq!(of(&value), expected, "{value}");
        }
    }

    /// Whether a spreadsheet could take a cell for a formula.
    fn is_formula(cell: &str) -> bool {
        let bare = cell.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\u{feff}'));
        bare.starts_with(SIGNS)
    }

    proptest! {
        /// `PROPTEST_CASES` sets how many rows are tried.
        #[test]
        fn no_text_becomes_a_formula_under_any_separator(
            texts in vec("([=+@＝\\- ;|,\"'\t\r\na1]|\\PC){0,12}", 1..4),
            separator in select(&b",;\t|"[..]),
        ) {
            let mut writer = csv::WriterBuilder::new()
                .quote_style(csv::QuoteStyle::NonNumeric)
                .terminator(csv::Terminator::CRLF)
                .from_writer(Vec::new());
            writer.write_record(texts.iter().map(|text| safe(text))).unwrap();
            let table = writer.into_inner().unwrap();
            let reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(&table[..]);
            for record in reader.into_byte_records() {
                for cell in &record.unwrap() {
                    let cell = String::from_utf8_lossy(cell);
                    prop_assert!(!is_formula(&cell), "{:?} of {:?}", cell, texts);
                }
            }
        }
    }
}
