//! Texts as other languages write them between quotes.

/// A text as a string of JavaScript, safe inside `<script>`, too.
pub(super) fn javascript(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A text as a string of PHP between single quotes. `?>` would end the program: it is parted.
pub(super) fn php(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('\'', "\\'").replace("?>", "?' . '>");
    format!("'{escaped}'")
}

/// A text as a string of Rust.
pub(super) fn rust(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|letter| match letter {
            '"' | '\\' => format!("\\{letter}"),
            '\n' => "\\n".to_owned(),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// The first letter large, and each after a hyphen: the name of a variant of Rust.
pub(super) fn variant(word: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    word.split('-').map(part).collect()
}

/// Every line further in, but empty ones.
pub(super) fn indented(text: &str, by: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
