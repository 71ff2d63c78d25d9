//! The models.

use meetpunt_core::models::{
    Balance, Crosshair, Drivers, Engagement, Funnel, Gate, Loyal, LoyaltyRule, LoyaltyTally, Rated, Source, Triple,
    Verdict, importance as importances,
};
use meetpunt_core::stats::{Confidence, Proportion, ProportionMethod};
use serde_json::{Map, Value, json};

use super::input::Input;
use super::nets::ends;

fn wilson(share: Option<Proportion>, confidence: Confidence) -> Value {
    share.map_or(Value::Null, |share| ends(&share.estimate(ProportionMethod::Wilson, confidence)))
}

/// The same as shares, 0 to 1.
fn wilson_share(share: Option<Proportion>, confidence: Confidence) -> Value {
    let interval = share.and_then(|share| share.estimate(ProportionMethod::Wilson, confidence).interval);
    interval.map_or(Value::Null, |interval| json!([interval.lower / 100.0, interval.upper / 100.0]))
}

fn rate(share: Option<Proportion>) -> Value {
    json!(share.map(|share| share.share()))
}

pub fn loyal(input: Input<'_>) -> Value {
    let (rule, mut tally) = (LoyaltyRule::default(), LoyaltyTally::default());
    let mut complete_yes = 0;
    let mut verdicts = Vec::new();
    for respondent in input.field("respondents").list() {
        let point = |name| respondent.get(name).and_then(|point| u8::try_from(point.0.as_u64()?).ok());
        let triple = Triple { satisfaction: point("csat10"), ease: point("ces7"), delight: point("delight5") };
        let verdict = tally.add(&rule, &triple);
        complete_yes += u64::from(verdict == Loyal::Yes);
        verdicts.push(verdict.key());
    }
    json!({
        "loyal": verdicts,
        "yes": tally.count(Loyal::Yes),
        "no": tally.count(Loyal::No),
        "unknown": tally.count(Loyal::Unknown),
        "complete_n": tally.complete(),
        "complete_yes": complete_yes,
        "loyal_pct": tally.share().map(|share| share.percent()),
        "loyal_wilson_pct": wilson(tally.share(), input.confidence()),
    })
}

pub fn balance(input: Input<'_>) -> Value {
    let weight = |name, default| input.get(name).map_or(default, Input::number);
    let balance = Balance::new(weight("w_pos", 1.0), weight("w_neg", 6.0)).expect("weights in range");
    let of = |case: Input<'_>| {
        let classes = case.classes().expect("three counts");
        json!({"balance": balance.of(&classes), "normalised": balance.normalised(&classes)})
    };
    json!({"cases": input.field("cases").list().into_iter().map(of).collect::<Vec<_>>()})
}

pub fn layers(input: Input<'_>) -> Value {
    let least = input.field("gate").number();
    let gate = Gate { basics: least, experience: least };
    let of = |case: Input<'_>| {
        let figure = |name| case.get(name).and_then(|figure| figure.0.as_f64());
        let verdict = gate.verdict(figure("csat_pct"), figure("ces_top3_pct"));
        let first = match verdict {
            Verdict::Open => "none",
            Verdict::FixFirst(layer) | Verdict::MeasureFirst(layer) => layer.key(),
        };
        json!({
            "first_layer_to_fix": first,
            "delight_effective_pct": figure("delight_pct").and_then(|delight| verdict.effective(delight)),
        })
    };
    json!({"cases": input.field("cases").list().into_iter().map(of).collect::<Vec<_>>()})
}

pub fn importance(input: Input<'_>) -> Value {
    let touchpoints = input.field("touchpoints").list();
    let names: Vec<&str> = touchpoints.iter().map(|touchpoint| touchpoint.field("name").text()).collect();
    let rated: Vec<Rated> = touchpoints
        .iter()
        .map(|touchpoint| Rated {
            importance: touchpoint.field("importance").number(),
            performance: touchpoint.field("performance").number(),
            layer: None,
        })
        .collect();
    let field = importances::field(&rated, Crosshair::Means, Source::Stated).expect("touchpoints");
    let mut rank = vec![""; names.len()];
    let (mut quadrant, mut gap) = (Map::new(), Map::new());
    for (name, place) in names.iter().zip(&field.places) {
        rank[place.rank - 1] = name;
        quadrant.insert((*name).to_owned(), json!(place.quadrant.key().replace('-', "_")));
        gap.insert((*name).to_owned(), json!(place.gap));
    }
    json!({
        "mean_importance": field.importance,
        "mean_performance": field.performance,
        "quadrant": quadrant,
        "gap": gap,
        "rank": rank,
    })
}

pub fn drivers(input: Input<'_>) -> Value {
    let names: Vec<&str> = input.field("drivers").list().into_iter().map(Input::text).collect();
    let ratings: Vec<Vec<f64>> = input.field("x").list().into_iter().map(Input::numbers).collect();
    let found = Drivers::derive(&ratings, &input.field("y").numbers()).expect("drivers");
    let by_name = |of: &dyn Fn(&meetpunt_core::models::Driver) -> Option<f64>| -> Value {
        let figures = names.iter().zip(&found.drivers);
        Value::Object(figures.map(|(name, driver)| ((*name).to_owned(), json!(driver.as_ref().and_then(of)))).collect())
    };
    json!({
        "pearson_r": by_name(&|driver| Some(driver.correlation)),
        "std_beta": by_name(&|driver| driver.weight),
        "r2": found.r2,
        "shapley_r2": by_name(&|driver| Some(driver.part)),
        "shapley_share_pct": by_name(&|driver| driver.percent),
    })
}

pub fn funnel(input: Input<'_>) -> Value {
    let count = |name| input.get(name).map_or(0, Input::whole);
    let funnel = Funnel {
        eligible: count("eligible"),
        sampled: count("sampled"),
        shown: count("shown"),
        answered: count("answered"),
        completed: count("completed"),
        dismissed: count("dismissed"),
    };
    json!({
        "sampling_rate": rate(funnel.sampling_rate()),
        "view_rate": rate(funnel.view_rate()),
        "response_rate": rate(funnel.response_rate()),
        "response_wilson": wilson_share(funnel.response_rate(), input.confidence()),
        "completion_rate": rate(funnel.completion_rate()),
        "dismiss_rate": rate(funnel.dismiss_rate()),
        "ignored": funnel.ignored(),
    })
}

pub fn engagement(input: Input<'_>) -> Value {
    let (reached, any) = (input.field("reached").whole(), input.field("contacts_with_any").whole());
    let engagement = Engagement::new(reached, any).expect("no more contacts than were reached");
    json!({
        "engagement_rate": rate(engagement.rate()),
        "wilson": wilson_share(engagement.rate(), input.confidence()),
    })
}
