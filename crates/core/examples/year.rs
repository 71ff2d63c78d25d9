//! A simulated year of 10,000 visitors of a shop with four surveys: how often was each of them asked?
//!
//! ```text
//! cargo run -p meetpunt-core --example year
//! ```

use meetpunt_core::eligibility::{Case, Due, History, Outcome, Signals, decide, drawn};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Rules, Settings};
use meetpunt_core::time::DAY;

const VISITORS: u64 = 10_000;

/// The first day: 1 January 2026.
const START: u64 = 20_454;

/// Each survey with the share of visits, in percent, in which its trigger fires.
const SURVEYS: [(u64, &[(&str, &str)]); 4] = [
    (60, &[("metric", "nps"), ("display", "popover"), ("sample", "25%")]),
    (20, &[("metric", "csat"), ("display", "popover"), ("touchpoint", "order"), ("priority", "2")]),
    (15, &[("metric", "ces"), ("display", "popover"), ("touchpoint", "returns"), ("priority", "1")]),
    (30, &[("metric", "csat"), ("touchpoint", "article")]),
];

struct Survey {
    settings: Settings,
    rules: Rules,
    fires: u64,
    is_inline: bool,
}

/// What became of the surveys of one visitor.
#[derive(Default)]
struct Year {
    history: History,
    visits: u64,
    /// How often each survey was shown.
    shown: [u64; SURVEYS.len()],
    /// Days on which a survey other than inline was shown.
    days: Vec<u64>,
}

fn main() {
    let surveys = SURVEYS.map(|(fires, pairs)| {
        let resolved = settings::resolve(pairs, &Catalogue::english()).expect("a survey");
        let is_inline = pairs.iter().all(|pair| pair.0 != "display");
        Survey { settings: resolved.settings, rules: settings::rules(pairs).0, fires, is_inline }
    });
    let mut random = Random(7);
    let years: Vec<Year> = (0..VISITORS).map(|_| live(&surveys, &mut random)).collect();

    let visits: u64 = years.iter().map(|year| year.visits).sum();
    println!("{VISITORS} visitors, {visits} visits in 365 days");
    println!(
        "\n{:14} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "asked", "never", "once", "2 times", "3 times", "4 to 6", "more"
    );
    for (place, survey) in surveys.iter().enumerate() {
        print_row(&survey.settings.survey, years.iter().map(|year| year.shown[place]));
    }
    print_row("not inline", years.iter().map(|year| year.days.len() as u64));
    let least = years.iter().flat_map(|year| year.days.windows(2).map(|pair| pair[1] - pair[0])).min();
    println!("\nleast days between two surveys that were not inline: {}", least.unwrap_or_default());
}

fn print_row(name: &str, times: impl Iterator<Item = u64>) {
    let mut counts = [0; 6];
    for times in times {
        counts[match times {
            0..=3 => times as usize,
            4..=6 => 4,
            _ => 5,
        }] += 1;
    }
    println!("{name:14} {}", counts.map(|count| format!("{count:>8}")).join(" "));
}

/// One visitor comes at random, some daily, some once in a quarter.
fn live(surveys: &[Survey; SURVEYS.len()], random: &mut Random) -> Year {
    let mut year = Year::default();
    let between = 1 + random.below(90);
    let mut day = random.below(between + 1);
    while day < 365 {
        visit(surveys, &mut year, START + day, random);
        day += random.below(2 * between + 1);
    }
    year
}

fn visit(surveys: &[Survey; SURVEYS.len()], year: &mut Year, day: u64, random: &mut Random) {
    year.visits += 1;
    let mut session = 0;
    let fired: Vec<usize> = (0..surveys.len()).filter(|place| random.below(100) < surveys[*place].fires).collect();
    let now = day * DAY + random.below(DAY);
    let due = |year: &Year, session, due: Vec<Due<'_>>, place: usize, draw| {
        let Survey { settings, rules, .. } = &surveys[place];
        let signals = Signals { session, due, ..Signals::default() };
        decide(&Case { settings, rules, history: &year.history, signals: &signals, now, draw }).show
    };
    // Each survey decides alone, then those that are due settle which comes first.
    let mut draws = [0; SURVEYS.len()];
    for &place in &fired {
        let id = &surveys[place].settings.survey;
        draws[place] = year.history.of(id).draw.unwrap_or_else(|| drawn(random.bits()));
        year.history.keep_draw(id, draws[place]);
    }
    let alone: Vec<usize> =
        fired.into_iter().filter(|&place| due(year, session, vec![], place, draws[place])).collect();
    let all: Vec<Due<'_>> = alone
        .iter()
        .filter(|place| !surveys[**place].is_inline)
        .map(|place| Due { survey: &surveys[*place].settings.survey, priority: surveys[*place].rules.priority })
        .collect();
    for place in alone {
        if due(year, session, all.clone(), place, draws[place]) {
            let Survey { settings, is_inline, .. } = &surveys[place];
            session += u16::from(!is_inline);
            show(&settings.survey, *is_inline, place, year, day, random);
        }
    }
}

/// A third answers, a third closes the survey, a third leaves it alone.
fn show(survey: &str, is_inline: bool, place: usize, year: &mut Year, day: u64, random: &mut Random) {
    year.shown[place] += 1;
    if !is_inline {
        year.days.push(day);
    }
    let number = u32::try_from(day).expect("a day number");
    year.history.note(survey, Outcome::Shown, number, None, !is_inline);
    match random.below(3) {
        0 => year.history.note(survey, Outcome::Answered, number, None, !is_inline),
        1 => year.history.note(survey, Outcome::Dismissed, number, None, !is_inline),
        _ => {}
    }
}

/// SplitMix64: the same year at every run.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 32) as u32
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: u64) -> u64 {
        (u64::from(self.bits()) * end) >> 32
    }
}
