//! Puts functions that are alike beside each other.
//!
//! Compression finds repetitions wherever they are, but says so in fewer bits when they are near. Functions of the same
//! type and about the same length tend to be alike: drop glue, getters, loops over the same kind of list.

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The same program with its functions sorted by type, and by length within a type.
pub fn by_shape(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut order = Order::of(wasm)?;
    let mut module = Module::new();
    order.parse_core_module(&mut module, Parser::new(0), wasm).context("cannot write the program anew")?;
    Ok(module.finish())
}

struct Order {
    /// How many functions are imported; these come first and stay.
    imported: u32,
    /// The former places of the program's own functions, in their new order.
    former: Vec<usize>,
    /// The new place of each function by its former one.
    new: Vec<u32>,
}

impl Order {
    fn of(wasm: &[u8]) -> Result<Self> {
        let (mut imported, mut types, mut lengths) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(functions) => types = functions.into_iter().collect::<Result<Vec<_>, _>>()?,
                Payload::CodeSectionEntry(body) => lengths.push(body.range().len()),
                _ => {}
            }
        }
        let mut former: Vec<_> = (0..types.len()).collect();
        former.sort_by_key(|place| (types[*place], lengths[*place]));
        let mut new = vec![0; former.len()];
        for (place, former) in (imported..).zip(&former) {
            new[*former] = place;
        }
        Ok(Self { imported, former, new })
    }
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |place| self.new[place as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for place in &self.former {
            functions.function(types[*place]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for place in std::mem::take(&mut self.former) {
            self.parse_function_body(code, bodies[place].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType};
    use wasmparser::Operator;

    /// A program with one import and functions that call it some times.
    fn program(functions: &[(u32, usize)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import("a", "b", EntityType::Function(0));
        let (mut declared, mut exports, mut code) = (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for (index, (kind, calls)) in (1..).zip(functions) {
            declared.function(*kind);
            exports.export(&format!("calls {calls}"), ExportKind::Func, index);
            let mut body = Function::new([]);
            for _ in 0..*calls {
                body.instructions().call(0);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&exports).section(&code);
        module.finish()
    }

    /// The exports with the number of calls that stand in the function each one names.
    fn calls(wasm: &[u8]) -> Vec<(String, usize)> {
        let (mut exports, mut counts) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exports = section.into_iter().map(|export| export.unwrap()).map(|e| (e.name, e.index)).collect();
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter().map(Result::unwrap);
                    counts.push(operators.filter(|o| matches!(o, Operator::Call { function_index: 0 })).count());
                }
                _ => {}
            }
        }
        exports.iter().map(|(name, index)| (name.to_string(), counts[*index as usize - 1])).collect()
    }

    #[test]
    fn functions_move_and_keep_their_names() {
        let before = program(&[(1, 5), (0, 9), (1, 2), (0, 3)]);
        let after = by_shape(&before).unwrap();
        assert_ne!(before, after);
        assert_eq!(calls(&after), calls(&before));
        assert_eq!(calls(&after)[0], ("calls 5".to_owned(), 5));
        assert_eq!(after, by_shape(&after).unwrap(), "sorted once is sorted");
    }
}
