//! `meetpunt import`: a rival's survey as a site file.

mod address;
mod formbricks;
mod metric;
mod posthog;
mod source;
mod survey;
mod wootric;

use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::check::read;
use survey::Survey;

/// What to import.
#[derive(Debug, Args)]
pub struct Import {
    /// Whose survey it is
    #[arg(value_name = "posthog|formbricks|wootric", hide_possible_values = true)]
    from: From,
    /// JSON of one survey or a list of them, as the API or the export gives it; - is what comes on standard input
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum From {
    Posthog,
    Formbricks,
    Wootric,
}

impl Import {
    /// Prints the site file, and on standard error what has no counterpart in it.
    pub fn run(self) -> Result<(), String> {
        let text = read(&self.file)?;
        let value = serde_json::from_str(&text)
            .map_err(|error| format!("{}: this is not JSON: {error}", self.file.display()))?;
        let (site, lost) = site_file(self.from, &value);
        if site["surveys"].as_array().is_none_or(Vec::is_empty) {
            return Err(format!(
                "{}: there is no survey in it that can be asked here\n{}",
                self.file.display(),
                lost.join("\n")
            ));
        }
        // Whoever started us may not listen to what we print.
        let _ = writeln!(io::stdout(), "{site:#}");
        for line in lost {
            let _ = writeln!(io::stderr(), "{line}");
        }
        Ok(())
    }
}

/// The site file, and a line for each thing that has no counterpart.
fn site_file(from: From, value: &Value) -> (Value, Vec<String>) {
    let mut surveys: Vec<Survey> = Vec::new();
    let mut lost = Vec::new();
    for (index, one) in each(value).into_iter().enumerate() {
        let Some(entries) = one.as_object() else {
            lost.push(format!("survey {}: it is no object", index + 1));
            continue;
        };
        let mut survey = match from {
            From::Posthog => posthog::convert(entries),
            From::Formbricks => formbricks::convert(entries),
            From::Wootric => wootric::convert(entries),
        };
        survey.make_id_new(surveys.iter().map(Survey::id));
        lost.append(&mut survey.lost);
        if survey.is_asked() {
            surveys.push(survey);
        } else {
            lost.push(format!("{}: nothing in it is asked here, so it is left out", survey.id()));
        }
    }
    let surveys: Vec<Value> = surveys.into_iter().map(Survey::into_value).collect();
    (json!({"version": 1, "surveys": surveys}), lost)
}

/// The surveys in a list, in the answer of an API, or alone.
fn each(value: &Value) -> Vec<&Value> {
    let inner = ["surveys", "results", "data", "wootricSettings"].into_iter().find_map(|name| value.get(name));
    match (value, inner) {
        (Value::Array(surveys), _) => surveys.iter().collect(),
        (_, Some(inner)) => each(inner),
        (one, None) => vec![one],
    }
}

#[cfg(test)]
mod tests;
