//! ARCHITECTURE.md names every room.

use super::{Problem, Tree};
use anyhow::Result;
use std::collections::BTreeSet;

const FILE: &str = "ARCHITECTURE.md";

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let text = tree.text(FILE)?;
    let rooms: BTreeSet<&str> =
        tree.files.iter().filter_map(|file| file.split_once('/')).map(|(room, _)| room).collect();
    // Those of tools begin with a dot.
    let rooms = rooms.into_iter().filter(|room| !room.starts_with('.'));
    let unnamed = rooms.filter(|room| !text.contains(&format!("`{room}/")) && !text.contains(&format!("\n{room}/")));
    Ok(unnamed.map(|room| Problem::of(FILE, format!("it does not name `{room}/`"))).collect())
}
