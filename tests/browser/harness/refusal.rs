//! Pages on which no Wasm may run: with `MEETPUNT_WASM=refused` every page of a shop is one, and the same tests must pass.

/// The header of a Content-Security-Policy.
const POLICY: &str = "content-security-policy";

/// The word in a policy that allows Wasm.
const ALLOWED: &str = " 'wasm-unsafe-eval'";

/// A policy that refuses Wasm and the evaluation of text, and nothing else.
const OTHERWISE_OPEN: &str = "script-src * data: blob: 'unsafe-inline'";

/// Whether the pages of these tests refuse Wasm.
pub fn is_on() -> bool {
    std::env::var("MEETPUNT_WASM").is_ok_and(|value| value == "refused")
}

/// Makes the headers of a page refuse Wasm, where that is on.
pub fn apply(headers: &mut Vec<(String, String)>) {
    if !is_on() {
        return;
    }
    match headers.iter_mut().find(|(name, _)| name == POLICY) {
        Some((_, policy)) => *policy = policy.replace(ALLOWED, ""),
        None => headers.push((POLICY.to_owned(), OTHERWISE_OPEN.to_owned())),
    }
}

/// Whether the page could only have heard this because it refuses Wasm itself.
pub fn explains(violation: &str) -> bool {
    is_on() && violation.contains("wasm-eval")
}
