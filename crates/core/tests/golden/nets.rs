//! Net Promoter Scores.

use meetpunt_core::settings::Look;
use meetpunt_core::stats::posterior::NetPosterior;
use meetpunt_core::stats::{
    Bands, Classes, Confidence, Estimate, NetMethod, NetScore, Population, Series, Tally, Weight, WeightedTally,
    compare as comparisons, strata,
};
use meetpunt_core::{Band, Measure, Metric, Score};
use serde_json::{Value, json};

use super::input::Input;

fn bands() -> Bands {
    Bands::from(Measure::NPS)
}

fn series() -> Series {
    Series::new(Metric::Nps, Measure::NPS.scale(), Look::Numbers, 0).expect("a scale of the metric")
}

/// The two ends of an estimate's interval.
pub fn ends(estimate: &Estimate) -> Value {
    estimate.interval.map_or(Value::Null, |interval| json!([interval.lower, interval.upper]))
}

pub fn nps(input: Input<'_>) -> Value {
    if let Some(points) = input.get("points") {
        let class = |point: u64| {
            let point = u8::try_from(point).expect("a point");
            Measure::NPS.name(bands().of(point).expect("on the scale"))
        };
        return json!({"classes": points.wholes().into_iter().map(class).collect::<Vec<_>>()});
    }
    if let Some(cases) = input.get("cases_d_pa_p") {
        let case = |case: Input<'_>| score(case.net(), input.confidence())["adjusted_wald_z2"].clone();
        return json!({"cases": cases.list().into_iter().map(case).collect::<Vec<_>>()});
    }
    let (classes, rejected) = answers(input);
    let mut answer = counted(&classes, input.confidence());
    answer["rejected"] = json!(rejected);
    for confidence in Confidence::ALL {
        answer[format!("ci_{}", confidence.percent())] = counted(&classes, confidence);
    }
    if let (Some(population), Some(net)) = (input.get("population"), classes.net()) {
        let population = Population::new(population.whole()).expect("somebody");
        let within = net.within(population).expect("no more answers than people");
        answer["fpc"] = json!(population.correction(classes.n()));
        answer["moe_fpc_pts"] = json!(within.estimate(NetMethod::Wald, input.confidence()).margin);
    }
    answer
}

/// Classes from counts, a histogram or raw answers, and how many of the latter were rejected.
fn answers(input: Input<'_>) -> (Classes, u64) {
    if let Some(raw) = input.get("raw") {
        let mut tally = Tally::new(series());
        for answer in raw.list() {
            // The JSON text of a number is its digits; of a text it has quotes, which no number has.
            match Score::parse(Measure::NPS, &answer.0.to_string()) {
                Ok(score) => tally.add_score(score).expect("the same measure"),
                Err(_) => tally.add_rejected(),
            }
        }
        return (tally.classes(&bands()).expect("bands of the scale"), tally.rejected());
    }
    let of_histogram = || input.histogram()?.classes(&bands());
    let classes = input.classes().or_else(of_histogram);
    (classes.unwrap_or_else(|| panic!("no answers in {}", input.0)), 0)
}

fn counted(classes: &Classes, confidence: Confidence) -> Value {
    let mut answer = classes.net().map_or_else(|| json!({"nps_pts": null}), |net| score(net, confidence));
    let [detractors, passives, promoters] = classes.counts();
    answer["n"] = json!(classes.n());
    answer["detractors"] = json!(detractors);
    answer["passives"] = json!(passives);
    answer["promoters"] = json!(promoters);
    answer["nps_rounded"] = json!(classes.net_rounded());
    answer
}

fn score(net: NetScore, confidence: Confidence) -> Value {
    let of = |method| net.estimate(method, confidence);
    let adjusted = |method| {
        let (centre, estimate) = (net.adjusted(method, confidence), of(method));
        json!({
            "n_adj": centre.n(),
            "nps_adj_pts": centre.points(),
            "var_adj": centre.variance(),
            "se_adj_pts": estimate.standard_error,
            "moe_pts": estimate.margin,
            "ci_pts": ends(&estimate),
        })
    };
    json!({
        "p_detractors": net.share(Band::Negative),
        "p_passives": net.share(Band::Neutral),
        "p_promoters": net.share(Band::Positive),
        "nps_pts": net.points(),
        "var": net.variance(),
        "se_pts": net.standard_error(),
        "moe_wald_pts": of(NetMethod::Wald).margin,
        "wald_pts": ends(&of(NetMethod::Wald)),
        "adjusted_wald": adjusted(NetMethod::AdjustedWald),
        "adjusted_wald_z2": adjusted(NetMethod::AdjustedWaldSquared),
        "score_tango_pts": ends(&of(NetMethod::Score)),
        "goodman_simultaneous_pts": ends(&of(NetMethod::Goodman)),
    })
}

pub fn compare(input: Input<'_>) -> Value {
    let (a, b) = (input.field("a").net(), input.field("b").net());
    let of = |method| {
        let difference = comparisons::nets(&a, &b, method, input.confidence());
        json!({
            "diff_pts": difference.value,
            "se_pts": difference.standard_error,
            "z": difference.statistic,
            "p_two_sided": difference.p,
            "ci_pts": [difference.interval.lower, difference.interval.upper],
        })
    };
    let default = comparisons::nets(&a, &b, NetMethod::default(), input.confidence());
    json!({
        "wald": of(NetMethod::Wald),
        "adjusted_wald": of(NetMethod::AdjustedWald),
        "adjusted_wald_z2": of(NetMethod::AdjustedWaldSquared),
        "observed_diff_pts": default.observed,
        "significant_at_95": default.is_significant(),
    })
}

pub fn weighted(input: Input<'_>) -> Value {
    if let Some(list) = input.get("strata") {
        return stratified(list, input.confidence());
    }
    let mut tally = WeightedTally::new(series());
    let weights = input.field("weights").numbers();
    for (answer, weight) in input.field("scores").wholes().into_iter().zip(weights) {
        let weight = Weight::new(weight).expect("a weight");
        assert!(tally.add(i64::try_from(answer).expect("a point"), weight), "{answer} is off the scale");
    }
    let net = tally.net(&bands()).expect("enough answers");
    let wald = net.estimate(NetMethod::Wald, input.confidence());
    json!({
        "n": tally.n(),
        "sum_w": tally.weight(),
        "p_promoters": net.share(Band::Positive),
        "p_passives": net.share(Band::Neutral),
        "p_detractors": net.share(Band::Negative),
        "nps_pts": net.points(),
        "n_eff": tally.effective_n(),
        "design_effect": tally.design_effect(),
        "se_pts": wald.standard_error,
        "wald_pts": ends(&wald),
    })
}

fn stratified(list: Input<'_>, confidence: Confidence) -> Value {
    let stratum = |stratum: Input<'_>| strata::Stratum {
        share: stratum.field("share").number(),
        classes: stratum.field("counts_d_pa_p").classes().expect("three counts"),
    };
    let strata: Vec<_> = list.list().into_iter().map(stratum).collect();
    let [mut negative, mut neutral, mut positive] = [0; 3];
    for [first, second, third] in strata.iter().map(|stratum| stratum.classes.counts()) {
        (negative, neutral, positive) = (negative + first, neutral + second, positive + third);
    }
    let estimate = strata::net(&strata, confidence).ok();
    json!({
        "nps_unweighted_pts": Classes::new(negative, neutral, positive).net().map(|net| net.points()),
        "nps_poststratified_pts": estimate.map(|estimate| estimate.value),
        "se_pts": estimate.map(|estimate| estimate.standard_error),
        "wald_pts": estimate.map(|estimate| ends(&estimate)),
    })
}

pub fn posterior(input: Input<'_>) -> Value {
    let prior = input.field("prior").numbers();
    let prior = <[f64; 3]>::try_from(prior).expect("a prior of three masses");
    let posterior = NetPosterior::new(&input.net(), prior).expect("a prior in range");
    let mut answer = json!({
        "alpha": posterior.parameters(),
        "posterior_mean_pts": posterior.mean(),
        "posterior_sd_pts": posterior.standard_deviation(),
        "p_nps_gt_0": posterior.probability_above(0.0),
    });
    for confidence in Confidence::ALL {
        let interval = posterior.interval(confidence);
        answer[format!("credible_{}_pts", confidence.percent())] = json!([interval.lower, interval.upper]);
    }
    answer
}

pub fn partials(input: Input<'_>) -> Value {
    let mut tally = Tally::new(series());
    for response in input.field("responses").list() {
        let completed = response.field("completed").0.as_bool().expect("true or false");
        match response.field("score").0.as_i64() {
            None => tally.add_unscored(),
            Some(score) if completed => {
                tally.add(score);
            }
            Some(score) => {
                tally.add_partial(score);
            }
        }
    }
    let mut answer = counted(&tally.classes(&bands()).expect("bands of the scale"), input.confidence());
    answer["partial"] = json!(tally.partial());
    answer["no_score"] = json!(tally.unscored());
    answer
}
