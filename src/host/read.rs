//! Reading what the shell hands over.

use std::rc::Rc;

use meetpunt_core::locale::Catalogue;
use meetpunt_core::session::Visit;
use meetpunt_core::settings::{self, Resolved, Warning};

use super::Effects;
use crate::view::Config;

/// Key, text, key, text …, separated by U+0000. A key without a text at the end is dropped.
pub fn pairs(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = list.split('\0');
    std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
}

/// Settings, visit and words as a configuration with its warnings; `None` after telling why the survey cannot show.
pub fn config(list: &str, visit: &str, words: &str, effects: &Effects) -> Option<(Rc<Config>, Vec<Warning>)> {
    let list: Vec<_> = pairs(list).collect();
    let words = Catalogue::new(pairs(words));
    match settings::resolve(&list, &words) {
        Ok(Resolved { settings, warnings }) => {
            let visit = Visit::read(pairs(visit));
            Some((Rc::new(Config { settings, visit, words }), warnings))
        }
        Err(error) => {
            effects.error(&error);
            None
        }
    }
}
