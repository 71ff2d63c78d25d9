//! Runs every vector of every JSON file in `testdata/golden/`.
//!
//! A vector has an input and what is expected of it. Each metric has an answer: all that the crate has to say about such an
//! input, as JSON. Every leaf of `expect` must be in the answer, within the tolerance. A metric without an answer, an input
//! that is not understood, and a leaf that the answer does not have fail.

mod compare;
mod input;
mod models;
mod nets;
mod others;
mod points;
mod trends;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use compare::Comparison;
use input::Input;

/// All that the crate says about the input of a vector. `None` for an unknown metric.
fn answer(metric: &str, input: Input<'_>) -> Option<Value> {
    Some(match metric {
        "nps" | "enps" => nets::nps(input),
        "nps_compare" => nets::compare(input),
        "nps_weighted" => nets::weighted(input),
        "nps_bayes" => nets::posterior(input),
        "ces" | "ces2" | "ces1" | "ces5" | "ces_5pt" | "csat" | "delight" | "goal" | "promise" | "importance"
        | "custom" | "pmf" => points::answer(metric, input),
        "mean_compare" => points::compare_means(input),
        "proportion" => others::proportion(input),
        "proportion_compare" => others::compare_proportions(input),
        "csat_bayes" => others::posterior(input),
        "sample_size" => others::sample_size(input),
        "rounding" => others::rounding(input),
        "multiplicity" => others::multiplicity(input),
        "distribution" => others::distribution(input),
        "sampling" => others::sampling(input),
        "scale" => others::scale(input),
        "objective" => others::objective(input),
        "trend" => trends::answer(input),
        "loyal" => models::loyal(input),
        "basics_balance" => models::balance(input),
        "layers" => models::layers(input),
        "ipa" => models::importance(input),
        "derived_importance" => models::drivers(input),
        "response_rate" => models::funnel(input),
        "engagement" => models::engagement(input),
        "partials" => nets::partials(input),
        _ => return None,
    })
}

#[test]
fn golden_vectors_come_out() {
    let (mut vectors, mut leaves, mut failures) = (0, 0, Vec::new());
    for (name, file) in files() {
        assert_eq!(file["schema"], "meetpunt-golden/1", "{name}: another format");
        let default = file["default_tolerance"].as_f64().unwrap_or_else(|| panic!("{name}: no default_tolerance"));
        let all = file["vectors"].as_array().unwrap_or_else(|| panic!("{name}: no vectors"));
        for vector in all {
            let id = format!("{name}: {}", vector["id"]);
            let metric = vector["metric"].as_str().unwrap_or_else(|| panic!("{id}: no metric"));
            let answer = answer(metric, Input(&vector["input"]))
                .unwrap_or_else(|| panic!("{id}: the metric \"{metric}\" is unknown"));
            let mut comparison = Comparison::new(default, &vector["tolerance"]);
            comparison.run(&vector["expect"], &answer);
            assert!(comparison.leaves > 0, "{id}: expects nothing");
            vectors += 1;
            leaves += comparison.leaves;
            failures.extend(comparison.failures.into_iter().map(|failure| format!("{id}: {failure}")));
        }
    }
    println!("{vectors} vectors, {leaves} leaves");
    assert!(vectors > 0, "there are no vectors");
    assert!(failures.is_empty(), "{} of {leaves} leaves differ:\n{}", failures.len(), failures.join("\n"));
}

/// Every JSON file of the folder with its name.
fn files() -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/golden");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name} cannot be read: {error}"));
        let file = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name} is not JSON: {error}"));
        (name, file)
    };
    paths.into_iter().map(read).collect()
}
