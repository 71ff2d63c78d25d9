//! Patches the script that wasm-bindgen generates.
//!
//! - Every export goes through a guard, so that a program that trapped once is never called again.
//! - What the loader needs is exported under short names; the default loading code is then dropped by the bundler.
//! - What writes HTML is replaced: Yew brings it along, the widget never uses it.
//!
//! Each replacement must fit exactly once. Where a new version of wasm-bindgen writes something else, the build fails here
//! and not in a browser.

use anyhow::{Context, Result, ensure};

/// Replacements, each of which must fit exactly once.
const PATCHES: [(&str, &str); 2] = [
    ("\nwasm = instance.exports;\n", "\nwasm = guard(instance.exports);\n"),
    (
        "\nexport { initSync, __wbg_init as default };",
        "\nexport { __wbg_get_imports as imports, __wbg_finalize_init as start };",
    ),
];

/// Properties and methods that turn text into HTML.
const HTML_SINKS: [&str; 3] = ["innerHTML", "outerHTML", "insertAdjacentHTML"];

/// The patched script. It imports `guard` from a module of that name. Its lines are not indented.
pub fn patch(glue: &str) -> Result<String> {
    let lines: Vec<&str> = glue.lines().map(str::trim).collect();
    let mut text = format!("import {{ guard }} from \"guard\";\n{}\n", lines.join("\n"));
    for (from, to) in PATCHES {
        let found = text.matches(from).count();
        ensure!(found == 1, "wasm-bindgen writes other code now: `{}` stands {found} times in its glue", from.trim());
        text = text.replacen(from, to, 1);
    }
    for sink in HTML_SINKS {
        text = without_sink(text, sink)?;
    }
    Ok(text)
}

/// Replaces the body of each import that uses `sink` by one that throws.
fn without_sink(mut text: String, sink: &str) -> Result<String> {
    for access in [format!(".{sink} = "), format!(".{sink}(")] {
        while let Some(place) = text.find(&access) {
            // An import is `name: function(…) {`, its lines, and a line that begins with the closing brace.
            let start = text[..place].rfind("function(").context("each import is a function")?;
            let closing = text[place..].find("\n}").map(|length| place + length + 1);
            let end = closing.and_then(|closing| text[closing..].find('\n').map(|length| closing + length));
            let end = end.with_context(|| format!("wasm-bindgen writes `{sink}` in other code now"))?;
            text.replace_range(start..end, "function() {\nthrow new Error();\n},");
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "function __wbg_get_imports() {
    const import0 = {
        a: function(arg0) {
            return arg0.b;
        },
        c: function(arg0, arg1) {
            arg0.innerHTML = arg1;
        },
        d: function() { return handleError(function (arg0) {
            arg0.insertAdjacentHTML(arg0);
        }, arguments); },
    };
}
    wasm = instance.exports;
export { initSync, __wbg_init as default };
";

    #[test]
    fn exports_are_guarded_and_html_is_never_written() {
        let patched = patch(GLUE).unwrap();
        let expected = "import { guard } from \"guard\";
function __wbg_get_imports() {
const import0 = {
a: function(arg0) {
return arg0.b;
},
c: function() {
throw new Error();
},
d: function() {
throw new Error();
},
};
}
wasm = guard(instance.exports);
export { __wbg_get_imports as imports, __wbg_finalize_init as start };
";
        assert_eq!(patched, expected);
    }

    #[test]
    fn code_of_another_version_is_refused() {
        let error = patch(&GLUE.replace("wasm = instance.exports", "wasm = exports")).unwrap_err().to_string();
        assert_eq!(error, "wasm-bindgen writes other code now: `wasm = instance.exports;` stands 0 times in its glue");
    }
}
