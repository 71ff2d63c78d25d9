//! `cargo xtask schema`: writes the JSON Schemas of the site file and of the posted event, from the Rust types.

use crate::{Command, files, paths};
use meetpunt_core::{site, wire};

pub const COMMAND: Command = Command {
    name: "schema",
    usage: "",
    about: "write docs/schema/ from the Rust types",
    run: |args| {
        args.finish()?;
        for (file, text) in written() {
            files::write(&paths::root().join(file), text.as_bytes())?;
            println!("{file}");
        }
        Ok(())
    },
};

/// Each schema: its file from the top folder on, and its text.
pub fn written() -> [(&'static str, String); 2] {
    [("docs/schema/config.v1.json", site::schema()), ("docs/schema/event.v1.json", wire::schema())]
        .map(|(file, schema)| (file, format!("{schema:#}\n")))
}
