//! The record of a build: the hash of each file, and what it was made with.

use super::dist::Dist;
use crate::setup::toolchain::Toolchain;
use crate::{files, paths};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

/// The value of an `integrity` attribute: `sha384-` and the hash in Base64.
pub fn of(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The same, shorter by 20 letters, for what the loader holds.
pub fn brief(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// Adds `integrity.json`.
pub fn add(dist: &mut Dist, toolchain: &Toolchain) -> Result<()> {
    let hashes: Map<String, Value> = dist.0.iter().map(|(name, content)| (name.clone(), of(content).into())).collect();
    let record = json!({ "files": hashes, "rustc": toolchain.version, "tools": tools()? });
    dist.add("integrity.json", format!("{record:#}\n").into_bytes());
    Ok(())
}

/// The programs beside the compiler that take part in a build, with their versions.
pub fn tools() -> Result<Map<String, Value>> {
    let mut tools = npm_versions()?;
    tools.insert("wasm-bindgen".to_owned(), wasm_bindgen_version()?.into());
    Ok(tools)
}

/// The versions of the npm packages that take part in a build.
fn npm_versions() -> Result<Map<String, Value>> {
    let lock: Value = serde_json::from_slice(&files::read(&paths::root().join("package-lock.json"))?)?;
    let version = |name: &str| {
        let version = lock["packages"][format!("node_modules/{name}")]["version"].as_str();
        let version = version.with_context(|| format!("package-lock.json does not hold {name}"))?;
        Ok((name.to_owned(), version.into()))
    };
    ["binaryen", "esbuild"].into_iter().map(version).collect()
}

/// The version of wasm-bindgen, which is that of its library here.
fn wasm_bindgen_version() -> Result<String> {
    let lock = files::read_text(&paths::root().join("Cargo.lock"))?;
    let after = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1);
    let version = after.and_then(|after| after.split('"').next()).context("Cargo.lock does not hold wasm-bindgen")?;
    Ok(version.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_is_the_one_that_browsers_compare() {
        // `printf abc | openssl dgst -sha384 -binary | base64`
        let expected = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(super::of(b"abc"), expected);
        // `printf abc | openssl dgst -sha256 -binary | base64`
        assert_eq!(super::brief(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
