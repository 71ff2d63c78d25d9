//! Numbers and JSON as JavaScript writes them.

use serde_json::{Number, Value};

/// What JavaScript's `String()` makes of a number that it read from JSON: the shortest digits that mean the same float,
/// with an exponent from 10²¹ on and below 10⁻⁶
/// ([Number::toString](https://tc39.es/ecma262/#sec-numeric-types-number-tostring)).
pub(super) fn text_of(number: &Number) -> String {
    let value = number.as_f64().unwrap_or(f64::NAN);
    // Rust writes the shortest digits, too, and never leaves out the exponent here: `1.25e-7`.
    let shortest = format!("{value:e}");
    let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    match exponent {
        // Without minus: -0 is 0.
        _ if value == 0.0 => "0".to_owned(),
        -7..=20 if exponent > -7 => format!("{value}"),
        _ => format!("{digits}e{exponent:+}"),
    }
}

/// What JavaScript's `JSON.stringify()` makes of a value.
pub(super) fn json_of(value: &Value) -> String {
    match value {
        Value::Number(number) => text_of(number),
        Value::Array(items) => format!("[{}]", items.iter().map(json_of).collect::<Vec<_>>().join(",")),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| format!("{}:{}", Value::from(key.as_str()), json_of(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        #[track_caller]
        fn check(json: &str, expected: &str) {
            let number = serde_json::from_str(json).expect("a number");
            assert_eq!(text_of(&number), expected, "{json}");
        }
        check("0", "0");
        check("-0", "0");
        check("-0.0", "0");
        check("3", "3");
        check("5.0", "5");
        check("-12.50", "-12.5");
        check("1e3", "1000");
        check("0.1", "0.1");
        check("0.000001", "0.000001");
        check("0.0000012", "0.0000012");
        check("0.00000012", "1.2e-7");
        check("9007199254740993", "9007199254740992");
        check("18446744073709551615", "18446744073709552000");
        check("123456789012345680000", "123456789012345680000");
        check("1e21", "1e+21");
        check("-1.5e300", "-1.5e+300");
        check("5e-324", "5e-324");
    }
}
