//! What the widget's Wasm is made of: its largest functions, and how much of each crate is in it.
//!
//! The program is the one that ships, optimised once more with the names of its functions kept.

use crate::build::{bindgen, optimize, wasm};
use crate::{cache, paths, setup};
use anyhow::Result;
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many functions are listed.
const FUNCTIONS: usize = 60;

/// How many crates are listed.
const CRATES: usize = 25;

/// Prints both lists, the largest first, in bytes before compression.
pub fn run() -> Result<()> {
    let toolchain = setup::for_build()?;
    let _lock = cache::lock()?;
    let program = wasm::compile(toolchain, wasm::Program::Widget(wasm::Cut::Small))?;
    let bound = bindgen::generate(&program, bindgen::Names::Kept)?;
    let program = optimize::run(&paths::work(), &bound.wasm, &["--debuginfo"])?;
    let contents = Contents::of(&program)?;

    println!("{:>8}  section", "bytes");
    contents.sections.iter().for_each(|(name, bytes)| println!("{bytes:>8}  {name}"));

    let mut crates = BTreeMap::<&str, usize>::new();
    contents.functions.iter().for_each(|(name, bytes)| *crates.entry(crate_of(name)).or_default() += bytes);
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    println!("\n{:>8}  crate", "bytes");
    crates.iter().take(CRATES).for_each(|(name, bytes)| println!("{bytes:>8}  {name}"));

    let mut functions = contents.functions;
    functions.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    println!("\n{:>8}  function ({} in all)", "bytes", functions.len());
    functions.iter().take(FUNCTIONS).for_each(|(name, bytes)| println!("{bytes:>8}  {name}"));
    Ok(())
}

/// Sizes in a Wasm file.
#[derive(Default)]
struct Contents {
    /// What every browser must read: all but the names.
    sections: Vec<(&'static str, usize)>,
    functions: Vec<(String, usize)>,
}

impl Contents {
    fn of(program: &[u8]) -> Result<Self> {
        let mut contents = Self::default();
        // Imported functions come first in the numbering, and have no body.
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    contents.sections.push(("imports", imports.range().len()));
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => contents.sections.push(("exports", exports.range().len())),
                Payload::TypeSection(types) => contents.sections.push(("types", types.range().len())),
                Payload::FunctionSection(functions) => {
                    contents.sections.push(("function types", functions.range().len()))
                }
                Payload::ElementSection(elements) => contents.sections.push(("tables", elements.range().len())),
                Payload::DataSection(data) => contents.sections.push(("data", data.range().len())),
                Payload::CodeSectionStart { range, .. } => contents.sections.push(("code", range.len())),
                Payload::CodeSectionEntry(body) => {
                    let name = format!("function {}", contents.functions.len());
                    contents.functions.push((name, body.range().len()));
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        contents.name_functions(names, imported)?;
                    }
                }
                _ => {}
            }
        }
        contents.sections.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        Ok(contents)
    }

    fn name_functions(&mut self, names: wasmparser::NameSectionReader<'_>, imported: u32) -> Result<()> {
        for name in names {
            let Name::Function(map) = name? else { continue };
            for naming in map {
                let naming = naming?;
                let own = naming.index.checked_sub(imported).and_then(|index| self.functions.get_mut(index as usize));
                if let Some(function) = own {
                    function.0 = format!("{:#}", rustc_demangle::demangle(naming.name));
                }
            }
        }
        Ok(())
    }
}

/// The crate that wrote a function: the first of its path, which for a method is that of the type.
fn crate_of(function: &str) -> &str {
    let path = function.trim_start_matches(['<', '&', '[', '(', '*']);
    let path = path.trim_start_matches("mut ").trim_start_matches("dyn ").trim_start_matches("const ");
    match path.split_once("::") {
        Some((name, _)) if name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_') => name,
        _ => "(other)",
    }
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        assert_eq!(crate_of("yew::scheduler::start"), "yew");
        assert_eq!(crate_of("<yew::html::VNode as core::clone::Clone>::clone"), "yew");
        assert_eq!(crate_of("<&mut dyn core::fmt::Write as core::fmt::Write>::write_str"), "core");
        assert_eq!(crate_of("mount"), "(other)");
    }
}
