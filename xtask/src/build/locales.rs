//! The languages, in the shape that the widget reads: one list, first the keys, then the texts. Like beside like compresses best.

use crate::{files, paths};
use anyhow::{Context, Result};
use serde_json::Value;

/// A language file.
pub struct Locale {
    /// Its BCP 47 tag, which is the name of its file.
    pub tag: String,
    /// Keys with their texts, in the order of the file, where what is alike stands together.
    pub strings: Vec<(String, String)>,
    /// Whether a string is there that no native speaker has read.
    pub draft: bool,
}

impl Locale {
    /// `["key","key",…,"text","text",…]`
    pub fn flat(&self) -> Vec<u8> {
        let keys = self.strings.iter().map(|(key, _)| key.as_str());
        let words: Vec<&str> = keys.chain(self.strings.iter().map(|(_, text)| text.as_str())).collect();
        Value::from(words).to_string().into_bytes()
    }
}

/// Every language of `locales/`, sorted by tag.
pub fn all() -> Result<Vec<Locale>> {
    let files = files::walk(&paths::root().join("locales"))?;
    let files = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.map(|file| parse(file).with_context(|| format!("{} is not a language file", files::shown(file)))).collect()
}

fn parse(file: &std::path::Path) -> Result<Locale> {
    let tag = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let json: Value = serde_json::from_slice(&files::read(file)?)?;
    let strings = json["strings"].as_object().context("it has no object `strings`")?;
    let text = |(key, string): (&String, &Value)| {
        let text = string["text"].as_str().with_context(|| format!("the string `{key}` has no `text`"))?;
        Ok((key.clone(), text.to_owned()))
    };
    let draft = strings.values().any(|string| string["status"] == "draft");
    Ok(Locale { tag, draft, strings: strings.iter().map(text).collect::<Result<_>>()? })
}
