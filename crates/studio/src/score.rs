//! The score of a survey so far.

use meetpunt_core::settings::Look;
use meetpunt_core::stats::{Bands, Classes, Series, Tally};
use meetpunt_core::{Band, Measure, Metric, Score, Tenths, Word as _};
use yew::prelude::*;

use crate::answer::{Answer, Answers};
use crate::log::band_name;
use crate::strings::{Strings, fill, text};

/// Fewer answers than this say nothing about a shop.
pub const LEAST: u64 = 5;

/// What the answers to one survey come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    measure: Measure,
    tally: Tally,
    /// Answers to this survey in another wording or look, which no score may mix in.
    pub apart: u64,
    /// Test answers to this survey, which never count.
    pub tests: u64,
}

impl Standing {
    /// Counts the answers to `survey` that are of one `series`, as events write it; `None` when it is none.
    pub fn of(measure: Measure, look: Look, survey: &str, series: &str, answers: &Answers) -> Option<Self> {
        let mut tally = Tally::new(Series::parse(measure.metric(), measure.scale(), look, series)?);
        let (mut apart, mut tests) = (0, 0);
        for answer in answers.iter().filter(|answer| answer.survey == survey) {
            if answer.test {
                tests += 1;
                continue;
            }
            let is_counted = comparable(answer, series).is_some_and(|score| tally.add_score(score).is_ok());
            if !is_counted && answer.score.is_some() {
                apart += 1;
            }
        }
        Some(Self { measure, tally, apart, tests })
    }

    /// What is counted.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// How many scores are counted.
    pub fn n(&self) -> u64 {
        self.tally.n()
    }

    fn classes(&self) -> Classes {
        self.tally.classes(&Bands::from(self.measure)).unwrap_or_default()
    }

    /// How many of them are in a band.
    pub fn count(&self, band: Band) -> u64 {
        self.classes().count(band)
    }

    /// The score with its sign or percent, once there are enough answers.
    pub fn headline(&self) -> Option<String> {
        if self.n() < LEAST {
            return None;
        }
        match self.measure.metric() {
            Metric::Nps | Metric::Enps => self.tally.nps().map(signed),
            _ => self.classes().share_rounded(Band::Positive).map(percent),
        }
    }

    /// "12 answers", "1 answer".
    pub fn over(&self, words: &Strings) -> String {
        match self.n() {
            1 => words.over_one.to_owned(),
            count => fill(words.over_many, &[("count", &count.to_string())]),
        }
    }
}

fn comparable(answer: &Answer, series: &str) -> Option<Score> {
    answer.checked().filter(|_| answer.series == series)
}

/// A share in percent, without a decimal where there is none.
fn percent(share: Tenths) -> String {
    let share = share.to_string();
    format!("{} %", share.strip_suffix(".0").unwrap_or(&share))
}

/// A number with its sign: the true minus sign, as wide as the plus.
fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        _ if points < 0 => format!("−{}", points.unsigned_abs()),
        _ => format!("+{points}"),
    }
}

#[derive(Properties, PartialEq)]
pub struct ScoreCardProps {
    pub standing: Standing,
    /// The touchpoint in words.
    pub place: AttrValue,
}

/// The score, how many answers it rests on, and how they are divided.
#[component]
pub fn ScoreCard(props: &ScoreCardProps) -> Html {
    let ScoreCardProps { standing, place } = props;
    let measure = standing.measure();
    let metric = measure.metric();
    let n = standing.n();
    let few = if n == 0 { text().from_least } else { text().too_few };
    let class = |band: &Band| {
        let points = measure.points(*band);
        let points = match (points.lowest(), points.highest()) {
            (Some(from), Some(to)) if from < to => format!("{from}–{to}"),
            (lowest, _) => lowest.map_or_else(String::new, |point| point.to_string()),
        };
        html! {
            <li class={band_name(*band)}>
                <span class="class-name">{ text().class(metric, *band) }</span>
                <span class="class-points">{ points }</span>
                <b>{ standing.count(*band) }</b>
            </li>
        }
    };
    html! {
        <section class="score" aria-labelledby="score-title">
            <h2 id="score-title" class="unseen">{ text().score_so_far }</h2>
            <p class="score-line">
                if let Some(headline) = standing.headline() {
                    <b class="headline">{ headline }</b>
                    <span><span class="score-name">{ text().score_name(metric) }</span>
                    <span class="soft">{ format!("{place}, {}", standing.over(text())) }</span></span>
                } else {
                    <b class="headline none" aria-hidden="true">{ "–" }</b>
                    <span><span class="score-name">{ if n == 0 { text().none_counted.to_owned() } else { standing.over(text()) } }</span>
                    <span class="soft">{ fill(few, &[("least", &LEAST.to_string())]) }</span></span>
                }
            </p>
            { shares(standing) }
            <ul class="classes">{ for Band::ALL.iter().map(class) }</ul>
            if standing.apart > 0 {
                <p class="help">{ fill(text().apart, &[("count", &standing.apart.to_string())]) }</p>
            }
            if standing.tests > 0 {
                <p class="help">{ fill(text().tests_apart, &[("count", &standing.tests.to_string())]) }</p>
            }
        </section>
    }
}

/// A bar divided as the answers are; empty without answers. The list below says the same in words.
fn shares(standing: &Standing) -> Html {
    let n = standing.n();
    let mut left = 0;
    let part = |band: &Band| {
        let count = standing.count(*band);
        let x = left;
        left += count;
        let part = html! {
            <rect class={band_name(*band)} x={x.to_string()} y="0" width={count.to_string()} height="1" />
        };
        (count > 0).then_some(part)
    };
    let parts: Html = Band::ALL.iter().filter_map(part).collect();
    let area = format!("0 0 {} 1", n.max(1));
    html! {
        <svg class="shares" viewBox={area} preserveAspectRatio="none" aria-hidden="true">{ parts }</svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::tests::answer;

    const SERIES: &str = "0a1b2c3d";

    fn standing(metric: Metric, highest: i64, scores: &[i64]) -> Standing {
        let mut answers = Answers::default();
        answers.merge(
            scores
                .iter()
                .enumerate()
                .map(|(place, score)| answer(&place.to_string(), 1, metric.key(), highest, *score)),
        );
        let survey = format!("{}-delivery", metric.key());
        let measure = metric.measure().expect("it has scales");
        Standing::of(measure, Look::Numbers, &survey, SERIES, &answers).expect("a series")
    }

    #[track_caller]
    fn check(metric: Metric, highest: i64, scores: &[i64], expected: Option<&str>) {
        let found = standing(metric, highest, scores).headline();
        assert_eq!(found.as_deref(), expected, "{metric:?} {scores:?}");
    }

    #[test]
    fn the_headline_is_the_score_of_the_metric() {
        check(Metric::Nps, 10, &[10, 9, 9, 8, 0], Some("+40"));
        check(Metric::Nps, 10, &[0, 6, 7, 8, 8], Some("−40"));
        check(Metric::Nps, 10, &[0, 10, 7, 8, 8], Some("0"));
        check(Metric::Ces, 7, &[7, 6, 5, 4, 1], Some("60 %"));
        check(Metric::Csat, 5, &[5, 4, 4, 4, 1], Some("80 %"));
        check(Metric::Csat, 5, &[5, 4, 4, 4, 1, 2], Some("66.7 %"));
    }

    #[test]
    fn four_answers_are_too_few_to_say() {
        check(Metric::Nps, 10, &[10, 10, 10, 10], None);
        check(Metric::Csat, 5, &[], None);
    }

    #[test]
    fn classes_are_counted_from_the_first_answer() {
        let standing = standing(Metric::Nps, 10, &[0, 6, 7, 10]);
        let counts = Band::ALL.iter().map(|band| standing.count(*band));
        assert_eq!(counts.collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(standing.over(text()), "4 answers");
    }

    #[test]
    fn other_surveys_wordings_and_scales_are_never_mixed_in() {
        let mut answers = Answers::default();
        let mut reworded = answer("b", 1, "csat", 5, 1);
        reworded.series = "ffffffff".to_owned();
        answers.merge([
            answer("a", 1, "csat", 5, 5),
            reworded,
            answer("c", 1, "csat", 10, 4),
            answer("d", 1, "nps", 10, 4),
        ]);
        let standing = Standing::of(Measure::CSAT, Look::Numbers, "csat-delivery", SERIES, &answers).expect("a series");
        assert_eq!((standing.n(), standing.apart), (1, 2));
        assert_eq!(standing.over(text()), "1 answer");
    }

    #[test]
    fn test_answers_are_told_and_never_counted() {
        let mut answers = Answers::default();
        let mut test = answer("b", 1, "csat", 5, 1);
        test.test = true;
        answers.merge([answer("a", 1, "csat", 5, 5), test]);
        let standing = Standing::of(Measure::CSAT, Look::Numbers, "csat-delivery", SERIES, &answers).expect("a series");
        assert_eq!((standing.n(), standing.apart, standing.tests), (1, 0, 1));
    }
}
