//! Vectors that were computed by other means: every JSON file of `testdata/golden/` is loaded, and every vector that
//! the core knows is checked.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use meetpunt_core::rounding::{largest_remainder, net};
use meetpunt_core::{Band, Measure, Metric, Scale, Score, Tally, Word as _, id};
use serde_json::Value;

/// Checks a vector against its expectation and says how many figures it compared; 0 where it is not of this kind.
type Checker = fn(&Vector) -> usize;

const KNOWN: [(&str, Checker); 9] = [
    ("nps from class counts", nps_from_classes),
    ("nps from a histogram", nps_from_histogram),
    ("nps of raw answers", nps_of_raw_answers),
    ("class of every point", class_table),
    ("percents that sum to 100", percents),
    ("nps rounded once", rounded_once),
    ("partial answers", partials),
    ("normalised", normalised),
    ("fnv-1a", fnv),
];

struct Vector {
    id: String,
    metric: String,
    input: Value,
    expect: Value,
    tolerance: f64,
}

#[test]
fn golden_vectors_come_out() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/golden");
    let mut checked: BTreeMap<&str, usize> = KNOWN.iter().map(|(kind, _)| (*kind, 0)).collect();
    let mut vectors = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("its entries can be read").path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        for vector in load(&path) {
            vectors += 1;
            for (kind, check) in KNOWN {
                *checked.entry(kind).or_default() += check(&vector);
            }
        }
    }
    let total: usize = checked.values().sum();
    println!("{total} figures of {vectors} vectors checked: {checked:?}");
    for (kind, count) in checked {
        assert!(count > 0, "no vector of kind {kind:?} was found");
    }
}

fn load(path: &Path) -> Vec<Vector> {
    let text = fs::read_to_string(path).expect("a golden file can be read");
    let file: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()));
    let default = file["default_tolerance"].as_f64().unwrap_or(1e-6);
    let vectors = file["vectors"].as_array().expect("a list of vectors");
    let vector = |vector: &Value| Vector {
        id: vector["id"].as_str().expect("an id").to_owned(),
        metric: vector["metric"].as_str().expect("a metric").to_owned(),
        input: vector["input"].clone(),
        expect: vector["expect"].clone(),
        tolerance: vector["tolerance"].as_f64().unwrap_or(default),
    };
    vectors.iter().map(vector).collect()
}

impl Vector {
    #[track_caller]
    fn same(&self, name: &str, found: impl Into<Value>) -> usize {
        let (expected, found) = (&self.expect[name], found.into());
        assert_eq!(*expected, found, "{}: {name}", self.id);
        1
    }

    #[track_caller]
    fn near(&self, name: &str, expected: &Value, found: f64) -> usize {
        let expected = expected.as_f64().expect("a number");
        let distance = (expected - found).abs();
        assert!(distance <= self.tolerance, "{}: {name} is {found}, expected {expected}", self.id);
        1
    }

    /// Every figure of an NPS that follows from counts.
    fn nps(&self, expect: &Value, tally: &Tally) -> usize {
        let counts = [
            ("n", tally.n()),
            ("rejected", tally.rejected()),
            ("detractors", tally.band(Band::Negative)),
            ("passives", tally.band(Band::Neutral)),
            ("promoters", tally.band(Band::Positive)),
        ];
        let mut checked = 0;
        for (name, found) in counts {
            if let Some(expected) = expect.get(name) {
                assert_eq!(expected.as_u64(), Some(found), "{}: {name}", self.id);
                checked += 1;
            }
        }
        if let Some(rounded) = expect.get("nps_rounded") {
            let found = tally.nps().map(i64::from);
            assert_eq!(rounded.as_i64(), found, "{}: nps_rounded", self.id);
            checked += 1;
        }
        match expect.get("nps_pts") {
            Some(Value::Null) => {
                assert_eq!(tally.nps(), None, "{}: nps_pts", self.id);
                checked + 1
            }
            Some(points) => {
                let of = |band| i32::try_from(tally.band(band)).expect("a small count");
                let difference = f64::from(of(Band::Positive) - of(Band::Negative));
                let n = f64::from(u32::try_from(tally.n()).expect("a small count"));
                checked + self.near("nps_pts", points, 100.0 * difference / n)
            }
            None => checked,
        }
    }
}

fn add(tally: &mut Tally, value: i64, times: u64) {
    let score = Score::new(tally.measure(), value).expect("a point of the scale");
    for _ in 0..times {
        tally.add(score).expect("the same measure");
    }
}

fn nps_from_classes(vector: &Vector) -> usize {
    let count = |name: &str| vector.input.get(name)?.as_u64();
    let (Some(detractors), Some(passives), Some(promoters)) =
        (count("detractors"), count("passives"), count("promoters"))
    else {
        return 0;
    };
    let mut tally = Tally::new(Measure::NPS);
    for (value, count) in [(6, detractors), (7, passives), (9, promoters)] {
        add(&mut tally, value, count);
    }
    let levels = vector.expect.as_object().expect("figures").values();
    let nested: usize =
        levels.filter(|level| level.get("detractors").is_some()).map(|level| vector.nps(level, &tally)).sum();
    nested + vector.nps(&vector.expect, &tally)
}

fn nps_from_histogram(vector: &Vector) -> usize {
    let Some(counts) = vector.input["histogram_0_10"].as_array() else {
        return 0;
    };
    let mut tally = Tally::new(Measure::NPS);
    for (value, count) in (0..).zip(counts) {
        add(&mut tally, value, count.as_u64().expect("a count"));
    }
    vector.nps(&vector.expect, &tally)
}

fn nps_of_raw_answers(vector: &Vector) -> usize {
    let Some(answers) = vector.input["raw"].as_array() else {
        return 0;
    };
    let mut tally = Tally::new(Measure::NPS);
    for answer in answers {
        // The JSON text of a number is its digits; of a text it has quotes, which no number has.
        match Score::parse(Measure::NPS, &answer.to_string()) {
            Ok(score) => tally.add(score).expect("the same measure"),
            Err(_) => tally.add_rejected(),
        }
    }
    vector.nps(&vector.expect, &tally)
}

fn class_table(vector: &Vector) -> usize {
    let Some(points) = vector.input["points"].as_array() else {
        return 0;
    };
    let metric = vector.known().expect("a metric");
    // Every metric of these classes on this scale: eNPS has those of NPS.
    let alike = Metric::ALL.iter().filter(|known| known.classes() == metric.classes());
    let measures = alike.filter_map(|known| Measure::of(*known, metric.measure()?.scale()));
    let of_measure = |measure: Measure| {
        let class = |point: &Value| {
            let point = point.as_i64().expect("a point");
            Score::new(measure, point).expect("a point of the scale").class().name
        };
        let classes: Vec<&str> = points.iter().map(class).collect();
        vector.same("classes", classes)
    };
    measures.map(of_measure).sum()
}

impl Vector {
    /// The metric of the vector; some have names of their own in these files.
    fn known(&self) -> Option<Metric> {
        match self.metric.as_str() {
            "ces2" => Some(Metric::Ces),
            "ces_5pt" => Some(Metric::Ces5),
            name => Metric::parse(name),
        }
    }
}

fn percents(vector: &Vector) -> usize {
    let Some(cases) = vector.input["counts"].as_array() else {
        return 0;
    };
    let parts = |total| -> Vec<Value> {
        let counts = |case: &Value| -> Vec<u64> {
            let counts = case.as_array().expect("a list").iter();
            counts.map(|count| count.as_u64().expect("a count")).collect()
        };
        let part = |case| largest_remainder(&counts(case), total).expect("answers");
        cases.iter().map(|case| part(case).into()).collect()
    };
    if vector.expect.get("percent").is_some() {
        return vector.same("percent", parts(100));
    }
    vector.same("tenths", parts(1000))
}

fn rounded_once(vector: &Vector) -> usize {
    let Some(cases) = vector.input["cases_d_pa_p"].as_array() else {
        return 0;
    };
    if vector.expect.get("nps_rounded").is_none() {
        return 0;
    }
    let rounded = |case: &Value| {
        let count = |place: usize| case[place].as_u64().expect("a count");
        let n = count(0) + count(1) + count(2);
        net(count(0), count(2), n).expect("answers")
    };
    let rounded: Vec<i32> = cases.iter().map(rounded).collect();
    vector.same("nps_rounded", rounded)
}

fn partials(vector: &Vector) -> usize {
    let Some(responses) = vector.input["responses"].as_array() else {
        return 0;
    };
    let mut tally = Tally::new(Measure::NPS);
    let (mut partial, mut no_score) = (0, 0);
    for response in responses {
        match response["score"].as_i64() {
            Some(value) => {
                add(&mut tally, value, 1);
                partial += u64::from(response["completed"] == false);
            }
            None => no_score += 1,
        }
    }
    vector.same("partial", partial) + vector.same("no_score", no_score) + vector.nps(&vector.expect, &tally)
}

fn normalised(vector: &Vector) -> usize {
    let Some(cases) = vector.input["cases"].as_array() else {
        return 0;
    };
    let Some(expected) = vector.expect["score_0_100"].as_array() else {
        return 0;
    };
    let measures = Metric::ALL.iter().flat_map(|metric| metric.tables()).map(|table| table.measure);
    let mut checked = 0;
    for (case, expected) in cases.iter().zip(expected) {
        let end = |name: &str| u8::try_from(case[name].as_u64().expect("an end")).expect("a small number");
        let scale = Scale { min: end("min"), max: end("max") };
        let inverted = case["invert"] == true;
        let value = case["x"].as_i64().expect("a point");
        let exact = expected.as_f64().expect("a number");
        let mut found = 0;
        // Every metric that has such a scale.
        for measure in measures.clone().filter(|known| known.scale() == scale && known.low_is_good() == inverted) {
            let score = Score::new(measure, value).expect("a point of the scale");
            let normalised = f64::from(score.normalised().0) / 10.0;
            assert!((normalised - exact).abs() <= 0.05, "{}: {normalised} for {exact} of {measure}", vector.id);
            found += 1;
        }
        assert!(found > 0, "{}: no metric has {scale}", vector.id);
        checked += found;
    }
    checked
}

fn fnv(vector: &Vector) -> usize {
    let (Some(keys), Some(rate)) = (vector.input["keys"].as_array(), vector.input["rate"].as_f64()) else {
        return 0;
    };
    let hash = |key: &Value| id::fnv1a64(key.as_str().expect("a key").as_bytes());
    let hashes: Vec<u64> = keys.iter().map(hash).collect();
    let hex: Vec<String> = hashes.iter().map(|hash| format!("{hash:016x}")).collect();
    let buckets: Vec<u64> = hashes.iter().map(|hash| hash % 10_000).collect();
    let sampled = |bucket: &u64| (*bucket as f64) < rate * 10_000.0;
    let sampled: Vec<bool> = buckets.iter().map(sampled).collect();
    vector.same("hex", hex) + vector.same("bucket", buckets) + vector.same("sampled", sampled)
}
