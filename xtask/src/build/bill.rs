//! The bill of materials of a release, `sbom.cdx.json`: which crates of others are in it, in the format CycloneDX 1.6.

use super::dist::Dist;
use super::integrity;
use super::wasm::{self, Cut, Program};
use crate::{exec, files, paths};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The programs of a release. The small cut is a part of the whole one.
const PROGRAMS: [Program; 2] = [Program::Widget(Cut::Whole), Program::Studio];

/// Adds it. Crates that take part in compiling only are left out, as is the standard library, which the compiler's version names.
pub fn add(dist: &mut Dist, rustc: &str) -> Result<()> {
    let locked = checksums()?;
    let mut crates = BTreeMap::new();
    for program in PROGRAMS {
        for found in compiled_in(program)? {
            crates.insert((found.name.clone(), found.version.clone()), found);
        }
    }
    let components: Vec<Value> = crates.values().map(|found| found.component(&locked)).collect::<Result<_>>()?;
    let tool = |(name, version): (String, Value)| json!({ "type": "application", "name": name, "version": version });
    let mut tools = integrity::tools()?;
    tools.insert("rustc".to_owned(), rustc.into());
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "meetpunt",
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
            "tools": { "components": tools.into_iter().map(tool).collect::<Vec<_>>() },
        },
        "components": components,
    });
    dist.add("sbom.cdx.json", format!("{bill:#}\n").into_bytes());
    Ok(())
}

/// A crate of somebody else.
#[derive(Debug, PartialEq, Eq)]
struct Crate {
    name: String,
    version: String,
    license: String,
}

impl Crate {
    /// Its entry in the bill.
    fn component(&self, locked: &BTreeMap<(String, String), String>) -> Result<Value> {
        let Self { name, version, license } = self;
        let hash = locked.get(&(name.clone(), version.clone()));
        let hash = hash.with_context(|| format!("Cargo.lock holds no hash of {name} {version}"))?;
        let purl = format!("pkg:cargo/{name}@{version}");
        Ok(json!({
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "hashes": [{ "alg": "SHA-256", "content": hash }],
            "licenses": [{ "expression": license }],
            "purl": purl,
        }))
    }
}

/// The crates of others that are compiled into a program, as `cargo tree` lists them.
fn compiled_in(program: Program) -> Result<Vec<Crate>> {
    let mut cargo = exec::command("cargo");
    cargo.args(["tree", "--locked", "--target=wasm32-unknown-unknown", "--edges=normal,no-proc-macro"]);
    cargo.args(["--prefix=none", "--no-dedupe", "--format={p}|{l}"]).args(wasm::of_tree(program));
    Ok(String::from_utf8(exec::output(&mut cargo)?)?.lines().filter_map(read).collect())
}

/// Reads a line such as `yew v0.23.0|MIT OR Apache-2.0`; nothing for the crates of this repository, which have a path after the version.
fn read(line: &str) -> Option<Crate> {
    let (package, license) = line.split_once('|')?;
    let (name, version) = package.split_once(" v")?;
    // The slash is the older spelling of `OR`.
    let license = license.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ");
    (!version.contains(' ')).then(|| Crate { name: name.to_owned(), version: version.to_owned(), license })
}

/// The SHA-256 of each crate of the registry, by name and version.
fn checksums() -> Result<BTreeMap<(String, String), String>> {
    let lock = files::read_text(&paths::root().join("Cargo.lock"))?;
    let package = |text: &str| {
        let value = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
            line.and_then(|rest| rest.strip_suffix('"')).map(str::to_owned)
        };
        Some(((value("name")?, value("version")?), value("checksum")?))
    };
    Ok(lock.split("[[package]]").filter_map(package).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_others_are_read_and_our_own_are_not() {
        let found = read("form_urlencoded v1.2.2|MIT/Apache-2.0").unwrap();
        let expected =
            Crate { name: "form_urlencoded".into(), version: "1.2.2".into(), license: "MIT OR Apache-2.0".into() };
        assert_eq!(found, expected);
        assert_eq!(read("meetpunt-core v0.1.0 (/shop/crates/core)|MIT OR Apache-2.0"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn an_entry_names_the_crate_by_its_hash() {
        let locked = checksums().unwrap();
        let yew = locked.iter().find(|((name, _), _)| name == "yew").expect("the widget is written with Yew");
        let ((name, version), hash) = yew;
        let found = Crate { name: name.clone(), version: version.clone(), license: "MIT".into() };
        let entry = found.component(&locked).unwrap();
        assert_eq!(entry["purl"], format!("pkg:cargo/yew@{version}"));
        assert_eq!((entry["hashes"][0]["content"].as_str(), hash.len()), (Some(hash.as_str()), 64));
    }
}
