//! Runs the examples of docs/scoring.md: each is computed here, must stand on the page word for word, and no other may.

use std::fmt::Display;
use std::fs;
use std::path::PathBuf;

use meetpunt_core::models::{
    Balance, Crosshair, Engagement, Funnel, Gate, LoyaltyRule, Quadrant, Rated, Source, Triple, Verdict, cells,
    importance,
};
use meetpunt_core::rounding::largest_remainder;
use meetpunt_core::settings::Look;
use meetpunt_core::stats::posterior::{NetPosterior, SharePosterior};
use meetpunt_core::stats::strata::Stratum;
use meetpunt_core::stats::trend::{ALPHA, Xmr, ewma};
use meetpunt_core::stats::{
    Bands, Better, Classes, Confidence, Estimate, Histogram, Interval, NetMethod, NetScore, Objective, Population,
    Proportion, ProportionMethod, Series, Tally, Weight, WeightedTally, compare, sample_size, strata,
};
use meetpunt_core::{Layer, Measure, Metric, Scale};

const SURE: Confidence = Confidence::NinetyFive;
const MONTHS: [f64; 10] = [31.0, 28.0, 35.0, 30.0, 33.0, 27.0, 36.0, 29.0, 32.0, 12.0];

/// The examples in the order of the page.
fn examples() -> Option<Vec<String>> {
    let mut all = counting()?;
    all.extend(shares()?);
    all.extend(display()?);
    all.extend(comparing()?);
    all.extend(beyond_counts()?);
    all.extend(over_time()?);
    all.extend(models()?);
    Some(all)
}

fn net(negative: u64, neutral: u64, positive: u64) -> Option<NetScore> {
    Classes::new(negative, neutral, positive).net()
}

fn adjusted(score: &NetScore) -> Estimate {
    score.estimate(NetMethod::AdjustedWald, SURE)
}

fn wilson(share: Proportion) -> Estimate {
    share.estimate(ProportionMethod::Wilson, SURE)
}

/// `9.5 to 39.1`
fn span(interval: Interval) -> String {
    let text = |end: f64| format!("{end:.1}").replace('-', "−");
    format!("{} to {}", text(interval.lower), text(interval.upper))
}

/// `.549`
fn probability(p: f64) -> String {
    format!("{p:.3}").trim_start_matches('0').to_owned()
}

/// `1, 2 and 3`
fn list(items: impl IntoIterator<Item: Display>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => items.concat(),
    }
}

fn series() -> Option<Series> {
    Series::new(Metric::Nps, Measure::NPS.scale(), Look::Numbers, 0)
}

fn counting() -> Option<Vec<String>> {
    let bands = Bands::from(Measure::NPS);
    let mut tally = Tally::new(series()?);
    for answer in [10, 9, 8, 7, 6, 0, 11, -1] {
        tally.add(answer);
    }
    let words = |count: u64| ["none", "one", "two", "three", "four", "five", "six"][count as usize];
    let answers = Classes::new(20, 35, 45);
    let score = answers.net()?;
    let promoters = net(0, 0, 10)?;
    let customers = net(20, 40, 60)?;
    let wald = |score: &NetScore| score.estimate(NetMethod::Wald, SURE).margin;
    Some(vec![
        format!(
            "of the answers 10, 9, 8, 7, 6, 0, 11 and −1 {} count and {} are rejected; the NPS is {}.",
            words(tally.n()),
            words(tally.rejected()),
            tally.classes(&bands)?.net_rounded()?
        ),
        format!("20 detractors, 35 passives and 45 promoters make an NPS of {}.", answers.net_rounded()?),
        format!(
            "for 20, 35 and 45 the interval is {}, {}, n = {}.",
            span(adjusted(&score).interval?),
            adjusted(&score).method.name(),
            adjusted(&score).n
        ),
        format!(
            "ten promoters and nobody else make an NPS of {} with the interval {}.",
            promoters.points(),
            span(adjusted(&promoters).interval?)
        ),
        format!(
            "120 answers of 400 customers narrow a margin of ±{:.1} points to ±{:.1}.",
            wald(&customers)?,
            wald(&customers.within(Population::new(400)?)?)?
        ),
    ])
}

fn shares() -> Option<Vec<String>> {
    let (five, seven) = (Scale { min: 1, max: 5 }, Scale { min: 1, max: 7 });
    let csat = Histogram::from_counts(five, &[5, 5, 10, 20, 10])?;
    let ces = Histogram::from_counts(seven, &[4, 5, 7, 10, 24, 38, 32])?;
    let delight = Histogram::from_counts(five, &[4, 9, 52, 41, 14])?;
    let effort = Histogram::from_counts(five, &[52, 31, 18, 12, 7])?;
    let (satisfied, easy) = (wilson(csat.top(2)?), wilson(ces.top(3)?));
    let net_delight = delight.classes(&Bands::from_boxes(five, 2)?)?.net()?;
    let mean = ces.mean()?.estimate(SURE);
    Some(vec![
        format!(
            "5, 5, 10, 20 and 10 answers from 1 to 5 make a CSAT of {:.1} %, interval {}, {}, n = {}.",
            satisfied.value,
            span(satisfied.interval?),
            satisfied.method.name(),
            satisfied.n
        ),
        format!(
            "4, 5, 7, 10, 24, 38 and 32 answers from 1 to 7 make a CES of {:.1} % ({}) and a net ease of {:.0} points.",
            easy.value,
            span(easy.interval?),
            ces.classes(&Bands::from_boxes(seven, 3)?)?.net()?.points()
        ),
        format!(
            "4, 9, 52, 41 and 14 answers from 1 to 5 make a delight of {:.1} % and a shortfall of {:.1} %, net {:.0} points ({}).",
            delight.top(2)?.percent(),
            delight.bottom(2)?.percent(),
            net_delight.points(),
            span(adjusted(&net_delight).interval?)
        ),
        format!(
            "52, 31, 18, 12 and 7 answers from 1 to 5 make a mean effort of {:.2}, which is {:.1} of 100 for ease.",
            effort.mean()?.value(),
            effort.mean()?.normalised(Better::Lower)
        ),
        format!(
            "4, 5, 7, 10, 24, 38 and 32 answers from 1 to 7 have a mean of {:.2} ({:.2} to {:.2}) and a median of {}.",
            mean.value,
            mean.interval?.lower,
            mean.interval?.upper,
            ces.median()?
        ),
    ])
}

fn display() -> Option<Vec<String>> {
    let counts = [3, 60, 20];
    let hidden = counts.into_iter().zip(cells::hidden(&counts)).filter(|(_, hidden)| *hidden);
    Some(vec![
        format!("one answer in each of three classes is shown as {} %.", list(largest_remainder(&[1, 1, 1], 100)?)),
        format!("1, 3 and 5 answers make an NPS of {}, and not 56 − 11 = 45.", Classes::new(1, 3, 5).net_rounded()?),
        format!("of cells with 3, 60 and 20 answers those with {} are hidden.", list(hidden.map(|(count, _)| count))),
    ])
}

fn comparing() -> Option<Vec<String>> {
    let difference = |a: [u64; 3], b: [u64; 3]| -> Option<compare::Difference> {
        let [a, b] = [a, b].map(|[negative, neutral, positive]| net(negative, neutral, positive));
        Some(compare::nets(&a?, &b?, NetMethod::default(), SURE))
    };
    let noise = difference([15, 15, 20], [12, 16, 22])?;
    let change = difference([60, 70, 70], [35, 75, 90])?;
    assert!(!noise.is_significant() && change.is_significant());
    let satisfied = compare::proportions(&Proportion::new(74, 120)?, &Proportion::new(91, 130)?, SURE);
    let tests = [0.010, 0.040, 0.030, 0.005, 0.200];
    Some(vec![
        format!(
            "from 15/15/20 to 12/16/22 the NPS rises by {} points, p = {}: no evidence of a change.",
            noise.observed,
            probability(noise.p?)
        ),
        format!(
            "from 60/70/70 to 35/75/90 it rises by {:.1} points, p = {}: a change.",
            change.observed,
            probability(change.p?)
        ),
        format!(
            "from 74 of 120 to 91 of 130 satisfied is a rise of {:.1} points ({}), p = {}.",
            satisfied.value,
            span(satisfied.interval),
            probability(satisfied.p?)
        ),
        format!(
            "p-values of {} become {}.",
            list(tests.map(probability)),
            list(compare::holm(&tests).into_iter().map(probability))
        ),
        format!(
            "a margin of ±10 points takes {} answers at a variance of .5875, and {} at worst.",
            sample_size::net_margin(0.5875, 10.0, SURE)?.answers,
            sample_size::net_margin(1.0, 10.0, SURE)?.answers
        ),
        format!(
            "a difference of 10 points between two periods is found in 80 of 100 cases with {} answers in each.",
            sample_size::net_difference([0.6, 0.6], 10.0, SURE, 0.8)?.answers
        ),
    ])
}

fn beyond_counts() -> Option<Vec<String>> {
    let mut weighted = WeightedTally::new(series()?);
    let answers = [10, 9, 3, 6, 8, 7, 9, 10, 5, 0];
    for (answer, weight) in answers.into_iter().zip([1.5, 1.5, 0.5, 0.5, 1.0, 2.0, 1.0, 0.8, 1.2, 1.0]) {
        weighted.add(answer, Weight::new(weight)?);
    }
    let (phones, desktops) = (Classes::new(10, 10, 10), Classes::new(5, 20, 45));
    let strata = [Stratum { share: 0.7, classes: phones }, Stratum { share: 0.3, classes: desktops }];
    let posterior = NetPosterior::flat(&net(20, 35, 45)?);
    let thumbs = SharePosterior::jeffreys(&Proportion::new(37, 45)?);
    let (reference, current) = (net(60, 70, 70)?, net(35, 75, 90)?);
    let objective = Objective { reference: reference.points(), objective: 25.0, better: Better::Higher };
    let interval = adjusted(&current).interval?;
    let difference = compare::nets(&reference, &current, NetMethod::default(), SURE);
    assert!(difference.is_improvement(objective.better) && !objective.is_surely_reached_by(&interval));
    Some(vec![
        format!(
            "ten answers with weights from 0.5 to 2.0 make an NPS of {:.1} and are worth {:.1} answers.",
            weighted.net(&Bands::from(Measure::NPS)).ok()?.points(),
            weighted.effective_n()?
        ),
        format!(
            "with 70 % of customers on phones, whose NPS is {:.0}, and 30 % on desktops with {:.1}, the NPS is {:.1}, \
             where the plain answers say {:.0}.",
            phones.net()?.points(),
            desktops.net()?.points(),
            strata::net(&strata, SURE).ok()?.value,
            net(15, 30, 55)?.points()
        ),
        format!(
            "after 20, 35 and 45 answers the NPS is above 0 with a probability of {}, and between {} with .95.",
            probability(posterior.probability_above(0.0)),
            span(posterior.interval(SURE)).replace(" to ", " and ")
        ),
        format!(
            "after 37 thumbs up of 45 the true share is above 75 % with a probability of {}.",
            probability(thumbs.probability_above(75.0))
        ),
        format!(
            "from {:.1} to {:.1} with an objective of 25 is {:.1} % of the way; improved, but not yet reached for sure ({}).",
            objective.reference,
            current.points(),
            100.0 * objective.progress(current.points())?,
            span(interval)
        ),
    ])
}

fn over_time() -> Option<Vec<String>> {
    let reference = &MONTHS[..9];
    let limits = Xmr::from_reference(reference)?;
    let signals = limits.signals(&MONTHS);
    assert!(signals[9] && !signals[..9].contains(&true));
    let funnel = Funnel { shown: 3600, dismissed: 2400, answered: 828, ..Funnel::default() };
    let response = wilson(funnel.response_rate()?);
    let engagement = wilson(Engagement::new(1250, 341)?.rate()?);
    Some(vec![
        format!(
            "reference months of {} have limits of {:.1} and {:.1}, so that a {} is a signal.",
            list(reference),
            limits.lower,
            limits.upper,
            MONTHS[9]
        ),
        format!(
            "{} smooth to {}.",
            list(&MONTHS[..3]),
            list(ewma(&MONTHS[..3], ALPHA)?.into_iter().map(|figure| format!("{figure:.1}")))
        ),
        format!(
            "828 answers of 3,600 shown are a response rate of {:.1} % ({}); {} neither answered nor closed it.",
            response.value,
            span(response.interval?),
            funnel.ignored()?
        ),
        format!(
            "341 of 1,250 contacts did something, an engagement rate of {:.1} % ({}).",
            engagement.value,
            span(engagement.interval?)
        ),
    ])
}

fn models() -> Option<Vec<String>> {
    let verdict = |satisfaction, ease, delight| {
        let triple = Triple { satisfaction: Some(satisfaction), ease: Some(ease), delight };
        match LoyaltyRule::default().verdict(&triple).key() {
            "yes" => "loyal",
            "no" => "not",
            other => other,
        }
    };
    let gate = Gate::default().verdict(Some(65.0), Some(90.0));
    assert_eq!(gate, Verdict::FixFirst(Layer::Basics));
    let balance = |negative, neutral, positive| Balance::default().of(&Classes::new(negative, neutral, positive));
    assert_eq!(balance(10, 30, 60)?.abs(), 0.0);
    let rated = |importance, performance| Rated { importance, performance, layer: None };
    let touchpoints = [rated(9.1, 7.2), rated(4.9, 6.1), rated(9.3, 8.6)];
    let field = importance::field(&touchpoints, Crosshair::Means, Source::Stated)?;
    assert_eq!(field.places[0].quadrant, Quadrant::ConcentrateHere);
    Some(vec![
        format!(
            "9, 6 and 5 is {}, 8, 7 and 3 is {}, and 9 and 7 without a third answer is {}.",
            verdict(9, 6, Some(5)),
            verdict(8, 7, Some(3)),
            verdict(9, 7, None)
        ),
        format!(
            "at a CSAT of 65 % and a CES of 90 % the basics come first, and a delight of 70 % counts for {}.",
            gate.effective(70.0)?
        ),
        format!(
            "80 good, 15 neutral and 5 bad answers have a balance of {:.2}, and 60, 30 and 10 break even.",
            balance(5, 15, 80)?
        ),
        "a checkout of importance 9.1 and performance 7.2 beside a newsletter of 4.9 and 6.1 and a delivery of 9.3 and 8.6 \
         is where to concentrate."
            .to_owned(),
    ])
}

#[test]
fn the_examples_of_the_scoring_page_are_right() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/scoring.md");
    let page = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    let found: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("> Example: ")).collect();
    let computed = examples().expect("every example has a figure");
    for (found, computed) in found.iter().zip(&computed) {
        assert_eq!(found, computed, "docs/scoring.md says otherwise");
    }
    assert_eq!(found.len(), computed.len(), "examples on the page, and computed");
}
