//! Gives short names to what the Wasm and its glue know each other by.
//!
//! wasm-bindgen's names carry a hash of 16 digits each, in both files, and no compression gets those small.

use anyhow::{Result, ensure};
use std::collections::HashMap;
use wasm_bindgen_cli_support::Output;

/// The export that keeps its name: other tools look for it.
const MEMORY: &str = "memory";

/// Renames imports and exports in the module and in its glue, whose new text is returned.
pub fn shorten(output: &mut Output, glue: String) -> Result<String> {
    let imports = output.wasm_mut().imports.iter_mut().enumerate().map(|(index, import)| {
        import.module = "_".into();
        (std::mem::replace(&mut import.name, short(index)), short(index))
    });
    let imports: Vec<_> = imports.collect();
    let exports = output.wasm_mut().exports.iter_mut().filter(|export| export.name != MEMORY);
    let exports =
        exports.enumerate().map(|(index, export)| (std::mem::replace(&mut export.name, short(index)), short(index)));
    let exports: HashMap<_, _> = exports.collect();
    rename_exports(&rename_imports(glue, &imports)?, &exports)
}

/// An import is an entry `name: …` of one object, which is given under the name of the module.
fn rename_imports(mut glue: String, names: &[(String, String)]) -> Result<String> {
    for (long, short) in names {
        glue = replace_once(&glue, &format!("\n{long}: "), &format!("\n{short}: "))?;
    }
    replace_once(&glue, "\"./program_bg.js\": import0", "_: import0")
}

/// An export is used as `wasm.name`.
fn rename_exports(glue: &str, names: &HashMap<String, String>) -> Result<String> {
    const ACCESS: &str = "wasm.";
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(place) = rest.find(ACCESS) {
        let is_whole_word = !rest[..place].ends_with(|char: char| is_word(char) || char == '.');
        let (before, after) = rest.split_at(place + ACCESS.len());
        let end = after.find(|char| !is_word(char)).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        renamed += before;
        renamed += match names.get(name) {
            Some(short) if is_whole_word => short,
            _ => name,
        };
        rest = after;
    }
    renamed += rest;
    Ok(renamed)
}

fn is_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || char == '$'
}

fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    let found = text.matches(from).count();
    ensure!(found == 1, "wasm-bindgen writes other code now: `{}` stands {found} times in its glue", from.trim());
    Ok(text.replacen(from, to, 1))
}

/// The name for an index: `a` … `z`, `A` … `Z`, `aa` …
fn short(index: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[index % LETTERS.len()]);
    match index / LETTERS.len() {
        0 => last.to_string(),
        more => short(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_all_different() {
        assert_eq!([0, 25, 26, 51, 52, 53].map(short), ["a", "z", "A", "Z", "aa", "ab"]);
        let names: std::collections::HashSet<_> = (0..5000).map(short).collect();
        assert_eq!(names.len(), 5000);
    }

    #[test]
    fn glue_calls_by_the_new_names() {
        let glue = "{\n__wbg_now_1f: function() {\nwasm.__free(wasm.__free2, awasm.__free);\n},\n}
return { \"./program_bg.js\": import0 };";
        let glue = rename_imports(glue.into(), &[("__wbg_now_1f".into(), "a".into())]).unwrap();
        let exports = HashMap::from([("__free".to_owned(), "b".to_owned()), ("__free2".to_owned(), "c".to_owned())]);
        let glue = rename_exports(&glue, &exports).unwrap();
        let expected = "{\na: function() {\nwasm.b(wasm.c, awasm.__free);\n},\n}\nreturn { _: import0 };";
        assert_eq!(glue, expected);
    }

    #[test]
    fn an_import_that_cannot_be_found_is_refused() {
        let error = rename_imports("{}".into(), &[("__wbg_now_1f".into(), "a".into())]).unwrap_err().to_string();
        assert_eq!(error, "wasm-bindgen writes other code now: `__wbg_now_1f:` stands 0 times in its glue");
    }
}
