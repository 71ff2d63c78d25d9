//! Metrics on a scale of points, and those of three classes.

use meetpunt_core::stats::distribution::student_t;
use meetpunt_core::stats::{
    Bands, Better, Classes, Confidence, Estimate, Histogram, Mean, NetMethod, Proportion, ProportionMethod,
    compare as comparisons,
};
use meetpunt_core::{Band, Measure, Metric, Scale};
use serde_json::{Map, Value, json};

use super::input::Input;
use super::nets::ends;

/// The classes of a metric on its scale, which some files call otherwise; those of the input where it has sets.
fn bands(metric: &str, scale: Scale, input: Input<'_>) -> Bands {
    let points = |name: &str| -> Option<Vec<u8>> {
        let points = input.get(name)?.wholes();
        Some(points.into_iter().map(|point| u8::try_from(point).expect("a point")).collect())
    };
    if let (Some(negative), Some(positive)) = (points("negative"), points("positive")) {
        let neutral = points("neutral").unwrap_or_default();
        return Bands::from_sets(scale, &negative, &neutral, &positive).unwrap_or_else(|error| panic!("{error}"));
    }
    let known = match metric {
        "ces2" => Some(Metric::Ces),
        "ces_5pt" => Some(Metric::Ces5),
        name => Metric::parse(name),
    };
    let measure = known.and_then(|metric| Measure::of(metric, scale));
    measure.unwrap_or_else(|| panic!("{metric} has no scale {scale}")).into()
}

pub fn answer(metric: &str, input: Input<'_>) -> Value {
    let confidence = input.confidence();
    let Some(histogram) = input.histogram() else {
        let classes = input.classes().unwrap_or_else(|| panic!("no answers in {}", input.0));
        return Value::Object(of_classes(&classes, confidence));
    };
    let bands = bands(metric, histogram.scale(), input);
    let mut answer = of_classes(&histogram.classes(&bands).expect("bands of the scale"), confidence);
    answer.extend(of_points(&histogram, bands.better(), confidence));
    Value::Object(answer)
}

/// Share, count and intervals under a name: `top2_pct`, `top2_count`, `top2_wilson_pct` and so on.
fn share(answer: &mut Map<String, Value>, name: &str, share: Option<Proportion>, confidence: Confidence) {
    let Some(share) = share else { return };
    let prefix = if name.is_empty() { String::new() } else { format!("{name}_") };
    answer.insert(format!("{prefix}pct"), json!(share.percent()));
    answer.insert(format!("{prefix}count"), json!(share.hits()));
    for (method, word) in [
        (ProportionMethod::Wilson, "wilson"),
        (ProportionMethod::AgrestiCoull, "agresti_coull"),
        (ProportionMethod::ClopperPearson, "clopper_pearson"),
        (ProportionMethod::Jeffreys, "jeffreys"),
        (ProportionMethod::Wald, "wald"),
    ] {
        answer.insert(format!("{prefix}{word}_pct"), ends(&share.estimate(method, confidence)));
    }
}

fn of_classes(classes: &Classes, confidence: Confidence) -> Map<String, Value> {
    let mut answer = Map::new();
    answer.insert("n".into(), json!(classes.n()));
    // Without a name: the intervals of the positive share, which is the metric's own.
    for name in ["", "csat", "positive", "up", "very", "yes", "delight", "low_effort", "easy"] {
        share(&mut answer, name, classes.share(Band::Positive), confidence);
    }
    for name in ["dsat", "negative", "down", "not", "no", "shortfall", "high_effort", "hard"] {
        share(&mut answer, name, classes.share(Band::Negative), confidence);
    }
    for name in ["neutral", "somewhat", "partly", "met"] {
        share(&mut answer, name, classes.share(Band::Neutral), confidence);
    }
    if let Some(net) = classes.net() {
        for name in ["net_sat", "net_ease", "net_easy", "net_delight", "net"] {
            answer.insert(format!("{name}_pts"), json!(net.points()));
        }
        answer.insert("net_adjusted_wald_pts".into(), ends(&net.estimate(NetMethod::AdjustedWald, confidence)));
        answer.insert("meets_40".into(), json!(100.0 * net.share(Band::Positive) >= 40.0));
    }
    answer
}

fn of_points(histogram: &Histogram, better: Better, confidence: Confidence) -> Map<String, Value> {
    let mut answer = Map::new();
    let scale = histogram.scale();
    for boxes in 1..=scale.max - scale.min {
        share(&mut answer, &format!("top{boxes}"), histogram.top(boxes), confidence);
        share(&mut answer, &format!("bottom{boxes}"), histogram.bottom(boxes), confidence);
    }
    for point in scale.points() {
        share(&mut answer, &format!("ge{point}"), histogram.at_least(point), confidence);
    }
    // The report mark's name for its top two boxes.
    share(&mut answer, "top2_9_10", histogram.top(2), confidence);
    answer.insert("median".into(), json!(histogram.median()));
    let Some(mean) = histogram.mean() else {
        answer.insert("mean".into(), Value::Null);
        return answer;
    };
    let estimate = mean.estimate(confidence);
    let reversed: Estimate = mean.reversed().estimate(confidence);
    let degrees = mean.answers() as f64 - 1.0;
    let fields = json!({
        "mean": mean.value(),
        "sd": mean.standard_deviation(),
        "se": mean.standard_error(),
        "t_crit": student_t::quantile(1.0 - confidence.alpha() / 2.0, degrees),
        "ci": ends(&estimate),
        "inverted_mean": mean.reversed().value(),
        "inverted_ci": ends(&reversed),
        "score_0_100": mean.normalised(better),
        "score_0_100_ease": mean.normalised(better),
    });
    answer.extend(fields.as_object().cloned().unwrap_or_default());
    answer
}

pub fn compare_means(input: Input<'_>) -> Value {
    let mean = |name: &str| -> Mean {
        let answers = input.field(name).wholes();
        let mut histogram = Histogram::new(Scale { min: 0, max: 10 }).expect("a scale");
        for answer in answers {
            assert!(u8::try_from(answer).is_ok_and(|point| histogram.add(point)), "{answer} is off the scale");
        }
        histogram.mean().expect("answers")
    };
    let (a, b) = (mean("a"), mean("b"));
    let difference = comparisons::means(&a, &b, input.confidence()).expect("two answers each");
    json!({
        "mean_a": a.value(),
        "mean_b": b.value(),
        "diff": difference.value,
        "t": difference.statistic,
        "df": difference.degrees,
        "p_two_sided": difference.p,
        "ci": [difference.interval.lower, difference.interval.upper],
    })
}
