//! Proportions, sample sizes, rounding, distributions and the other things that are no metric.

use meetpunt_core::rounding::largest_remainder;
use meetpunt_core::stats::distribution::{beta, chi_square, normal, student_t};
use meetpunt_core::stats::posterior::SharePosterior;
use meetpunt_core::stats::{
    Better, Classes, Confidence, Interval, NetMethod, Objective, Proportion, ProportionMethod, compare, sample_size,
    sampling as samples,
};
use meetpunt_core::{Metric, Scale, Score, Word as _, id};
use serde_json::{Map, Value, json};

use super::input::Input;

fn share(input: Input<'_>) -> Proportion {
    Proportion::new(input.field("k").whole(), input.field("n").whole()).expect("k of n")
}

/// For each name what a function says of each item.
fn each<T>(items: &[T], name: impl Fn(&T) -> Value) -> Value {
    Value::Array(items.iter().map(name).collect())
}

pub fn proportion(input: Input<'_>) -> Value {
    let cases: Vec<Proportion> = input.field("cases").list().into_iter().map(share).collect();
    let of = |method| {
        each(&cases, |case| {
            let interval = case.estimate(method, input.confidence()).interval.expect("a share has one");
            json!([interval.lower / 100.0, interval.upper / 100.0])
        })
    };
    json!({
        "wilson": of(ProportionMethod::Wilson),
        "agresti_coull": of(ProportionMethod::AgrestiCoull),
        "clopper_pearson": of(ProportionMethod::ClopperPearson),
        "jeffreys": of(ProportionMethod::Jeffreys),
        "wald": of(ProportionMethod::Wald),
    })
}

pub fn compare_proportions(input: Input<'_>) -> Value {
    let difference = compare::proportions(&share(input.field("a")), &share(input.field("b")), input.confidence());
    json!({
        "diff_pts": difference.value,
        "z": difference.statistic,
        "p_two_sided": difference.p,
        "newcombe_pts": [difference.interval.lower, difference.interval.upper],
    })
}

pub fn posterior(input: Input<'_>) -> Value {
    let posterior = SharePosterior::jeffreys(&share(input));
    let [alpha, beta] = posterior.parameters();
    let mut answer = json!({"alpha": alpha, "beta": beta, "posterior_mean_pct": posterior.mean()});
    for confidence in Confidence::ALL {
        let interval = posterior.interval(confidence);
        answer[format!("credible_{}_pct", confidence.percent())] = json!([interval.lower, interval.upper]);
    }
    for percent in 0..=100_u8 {
        let name = format!("p_gt_0_{percent:02}");
        answer[name] = json!(posterior.probability_above(percent.into()));
    }
    answer
}

/// Cases with a variance, two variances, or an expected share.
pub fn sample_size(input: Input<'_>) -> Value {
    let confidence = input.confidence();
    let power = input.get("power").map_or(0.8, Input::number);
    let of = |case: Input<'_>| -> Value {
        let field = |name| case.field(name).number();
        if case.get("v1").is_some() {
            let size = sample_size::net_difference([field("v1"), field("v2")], field("diff_pts"), confidence, power);
            let z_sum = normal::quantile(power).map(|z| z + confidence.z());
            return json!({
                "z_sum": z_sum,
                "n_exact_per_group": size.map(|size| size.exact),
                "n_per_group": size.map(|size| size.answers),
            });
        }
        let size = if case.get("var").is_some() {
            sample_size::net_margin(field("var"), field("moe_pts"), confidence)
        } else {
            sample_size::proportion_margin(field("p"), field("moe_pts"), confidence)
        };
        json!({"n_exact": size.map(|size| size.exact), "n": size.map(|size| size.answers)})
    };
    let cases: Vec<Value> = input.field("cases").list().into_iter().map(of).collect();
    let n: Vec<Value> = cases.iter().map(|case| case["n"].clone()).collect();
    json!({"cases": cases, "n": n})
}

pub fn rounding(input: Input<'_>) -> Value {
    let mut answer = Map::new();
    if let Some(counts) = input.get("counts") {
        let counts: Vec<Vec<u64>> = counts.list().into_iter().map(Input::wholes).collect();
        for (name, total) in [("percent", 100), ("tenths", 1000)] {
            answer.insert(name.into(), each(&counts, |counts| json!(largest_remainder(counts, total))));
        }
    }
    if let Some(cases) = input.get("cases_d_pa_p") {
        let cases: Vec<Classes> = cases.list().into_iter().map(|case| case.classes().expect("three counts")).collect();
        answer.insert("nps_rounded".into(), each(&cases, |case| json!(case.net_rounded())));
        answer.insert("nps_exact_pts".into(), each(&cases, |case| json!(case.net().map(|net| net.points()))));
    }
    Value::Object(answer)
}

pub fn multiplicity(input: Input<'_>) -> Value {
    let adjusted = compare::holm(&input.field("p").numbers());
    let reject: Vec<bool> = adjusted.iter().map(|p| *p < 0.05).collect();
    json!({"p_adjusted": adjusted, "reject_5pct": reject})
}

/// Named quantiles, and lists of `[p, a, b]` or `[x, a, b]` under the name of a function.
pub fn distribution(input: Input<'_>) -> Value {
    let mut answer = Map::new();
    if let Some(levels) = input.get("conf") {
        let levels = levels.numbers();
        answer.insert("z".into(), each(&levels, |level| json!(normal::quantile(0.5 + level / 2.0))));
    }
    if let Some(degrees) = input.get("t_df") {
        let degrees = degrees.numbers();
        answer.insert("t975".into(), each(&degrees, |degrees| json!(student_t::quantile(0.975, *degrees))));
    }
    let cdf: Map<String, Value> = ["-3", "-1.96", "0", "0.5", "1.644853627"]
        .into_iter()
        .map(|x| (x.to_owned(), json!(normal::cdf(x.parse().expect("a number")))))
        .collect();
    answer.insert("norm_cdf".into(), Value::Object(cdf));
    answer.insert("chi2_95_df2".into(), json!(chi_square::quantile(0.95, 2)));
    type Function = fn(&[f64]) -> Option<f64>;
    let functions: [(&str, Function); 8] = [
        ("normal_cdf", |x| normal::cdf(x[0])),
        ("normal_quantile", |x| normal::quantile(x[0])),
        ("t_cdf", |x| student_t::cdf(x[0], x[1])),
        ("t_quantile", |x| student_t::quantile(x[0], x[1])),
        ("beta_cdf", |x| beta::cdf(x[0], x[1], x[2])),
        ("beta_quantile", |x| beta::quantile(x[0], x[1], x[2])),
        ("chi2_cdf", |x| chi_square::cdf(x[0], x[1] as u32)),
        ("chi2_quantile", |x| chi_square::quantile(x[0], x[1] as u32)),
    ];
    for (name, function) in functions {
        if let Some(cases) = input.get(name) {
            let cases: Vec<Vec<f64>> = cases.list().into_iter().map(Input::numbers).collect();
            answer.insert(name.into(), each(&cases, |case| json!(function(case))));
        }
    }
    Value::Object(answer)
}

pub fn sampling(input: Input<'_>) -> Value {
    let keys: Vec<&str> = input.field("keys").list().into_iter().map(Input::text).collect();
    let rate = (input.field("rate").number() * f64::from(samples::BUCKETS)).round() as u16;
    json!({
        "hex": each(&keys, |key| json!(format!("{:016x}", id::fnv1a64(key.as_bytes())))),
        "bucket": each(&keys, |key| json!(samples::bucket(key))),
        "sampled": each(&keys, |key| json!(samples::takes(key, rate))),
    })
}

fn better(input: Input<'_>, lower: &str, is: bool) -> Better {
    let flag = input.get(lower).and_then(|flag| flag.0.as_bool());
    if flag == Some(is) { Better::Lower } else { Better::Higher }
}

pub fn scale(input: Input<'_>) -> Value {
    let of = |case: Input<'_>| {
        let end = |name| u8::try_from(case.field(name).whole()).expect("a point");
        let scale = Scale { min: end("min"), max: end("max") };
        let better = better(case, "invert", true);
        let exact = better.normalised(case.field("x").number(), scale);
        as_tenths(case, scale, better, exact);
        exact
    };
    let cases: Vec<Option<f64>> = input.field("cases").list().into_iter().map(of).collect();
    json!({"score_0_100": cases})
}

/// Every metric that has such a scale rounds to the same, in whole numbers.
fn as_tenths(case: Input<'_>, scale: Scale, better: Better, exact: Option<f64>) {
    let measures = Metric::ALL.iter().flat_map(|metric| metric.tables()).map(|table| table.measure);
    let alike = measures.filter(|known| known.scale() == scale && known.low_is_good() == (better == Better::Lower));
    let point = i64::try_from(case.field("x").whole()).expect("a point");
    let found: Vec<f64> = alike
        .map(|measure| f64::from(Score::new(measure, point).expect("a point of the scale").normalised().0) / 10.0)
        .collect();
    assert!(!found.is_empty(), "no metric has the scale {scale}");
    for tenths in found {
        assert!(exact.is_some_and(|exact| (tenths - exact).abs() <= 0.05), "{tenths} for {}", case.0);
    }
}

/// Each field is a case: of three counts, or of a figure with its interval.
pub fn objective(input: Input<'_>) -> Value {
    let cases = input.0.as_object().expect("named cases").iter();
    Value::Object(cases.map(|(name, case)| (name.clone(), objective_case(Input(case)))).collect())
}

fn objective_case(case: Input<'_>) -> Value {
    let better = better(case, "higher_is_better", false);
    let goal = ["objective_pts", "objective"].into_iter().find_map(|name| case.get(name)).expect("an objective");
    let counts = case.get("reference_d_pa_p").map(|reference| (reference.net(), case.field("current_d_pa_p").net()));
    let confidence = case.confidence();
    let (reference, current, interval, difference) = match counts {
        Some((reference, current)) => {
            let interval = current.estimate(NetMethod::default(), confidence).interval.expect("a score has one");
            let difference = compare::nets(&reference, &current, NetMethod::default(), confidence);
            (reference.points(), current.points(), interval, Some(difference))
        }
        None => {
            let ends = case.field("current_ci").numbers();
            let interval = Interval::from_ends(ends[0], ends[1]).expect("ends in order");
            (case.field("reference").number(), case.field("current").number(), interval, None)
        }
    };
    let objective = Objective { reference, objective: goal.number(), better };
    let mut answer = json!({
        "reference_pts": reference,
        "current_pts": current,
        "current_ci_pts": [interval.lower, interval.upper],
        "progress": objective.progress(current),
        "point_reached": objective.is_reached_by(current),
        "confidently_reached": objective.is_surely_reached_by(&interval),
    });
    if let Some(difference) = difference {
        answer["improved_p"] = json!(difference.p);
        answer["improved"] = json!(difference.is_improvement(better));
    }
    answer
}
