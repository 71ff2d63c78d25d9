//! What stands after `cargo xtask` on the command line.

use anyhow::{Result, bail};
use std::str::FromStr;

/// The words not read yet.
pub struct Args(Vec<String>);

impl Args {
    /// The words this program was called with.
    pub fn from_env() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// Takes the next word that is no option.
    pub fn word(&mut self) -> Option<String> {
        match self.0.first() {
            Some(word) if !word.starts_with('-') => Some(self.0.remove(0)),
            _ => None,
        }
    }

    /// Takes `name` (as in `--why`) and tells whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let found = self.0.iter().position(|word| word == name);
        found.map(|place| self.0.remove(place)).is_some()
    }

    /// Takes `name VALUE` or `name=VALUE`.
    pub fn value<T: FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let assigned = format!("{name}=");
        let Some(place) = self.0.iter().position(|word| word == name || word.starts_with(&assigned)) else {
            return Ok(None);
        };
        let word = self.0.remove(place);
        let text = match word.strip_prefix(&assigned) {
            Some(text) => text.to_owned(),
            None if place < self.0.len() => self.0.remove(place),
            None => bail!("`{name}` needs a value after it"),
        };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => bail!("`{name}` cannot be `{text}`"),
        }
    }

    /// Fails on the first word that nobody took.
    pub fn finish(&self) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("`{word}` is not known here; add `--help` to see what is"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn options_are_read_in_both_spellings_and_in_any_order() {
        let mut args = args("size --why --port=80 --db a.db");
        assert_eq!(args.word().as_deref(), Some("size"));
        assert_eq!(args.value::<String>("--db").unwrap().as_deref(), Some("a.db"));
        assert_eq!(args.value::<u16>("--port").unwrap(), Some(80));
        assert!(args.flag("--why"));
        assert!(!args.flag("--why"));
        args.finish().unwrap();
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(args("--port").value::<u16>("--port").unwrap_err().to_string(), "`--port` needs a value after it");
        assert_eq!(args("--port x").value::<u16>("--port").unwrap_err().to_string(), "`--port` cannot be `x`");
        let rest = args("--fast").finish().unwrap_err().to_string();
        assert_eq!(rest, "`--fast` is not known here; add `--help` to see what is");
    }
}
