//! Empties functions that only the glue could call, and does not.
//!
//! For each type of closure that some import of js-sys takes, wasm-bindgen compiles a function through which JavaScript calls
//! such a closure. It finds them by their place in the table of functions, so all of them are there; the ones in use are
//! exported. `wasm-opt` cannot know that nobody calls the others. Emptied, they are all alike, and become one.

use std::collections::HashSet;
use walrus::ir::{Call, Instr, Unreachable, Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionId, FunctionKind, Module};

/// What the names of these functions hold, as the compiler writes them.
const SHIM: [&str; 2] = ["12wasm_bindgen7convert8closures", "6invoke"];

/// Makes each function for a closure that is neither exported nor called by another function trap.
pub fn empty_unused(module: &mut Module) {
    let used = used(module);
    for function in module.funcs.iter_mut() {
        let is_shim = function.name.as_ref().is_some_and(|name| SHIM.iter().all(|part| name.contains(part)));
        let is_used = used.contains(&function.id());
        if let FunctionKind::Local(local) = &mut function.kind
            && is_shim
            && !is_used
        {
            let entry = local.entry_block();
            local.block_mut(entry).instrs = vec![(Instr::Unreachable(Unreachable {}), Default::default())];
        }
    }
}

/// What is exported, and what is called by its number: wasm-bindgen exports a function of its own where an argument is a
/// reference, and that one calls the closure's.
fn used(module: &Module) -> HashSet<FunctionId> {
    struct Calls(HashSet<FunctionId>);
    impl<'instr> Visitor<'instr> for Calls {
        fn visit_call(&mut self, call: &Call) {
            self.0.insert(call.func);
        }
    }
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let mut calls = Calls(exported.collect());
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut calls, function, function.entry_block());
    }
    calls.0
}
