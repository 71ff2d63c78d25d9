//! Who is asked how often, whatever visitors do.

use meetpunt_core::eligibility::{Case, History, Outcome, Signals, bucket, decide, drawn};
use meetpunt_core::locale::Catalogue;
use meetpunt_core::settings::{self, Rules, Settings};
use meetpunt_core::time::DAY;
use proptest::prelude::*;

fn survey(pairs: &[(&str, &str)]) -> (Settings, Rules) {
    let settings = settings::resolve(pairs, &Catalogue::english()).expect("settings").settings;
    (settings, settings::rules(pairs).0)
}

fn shows(survey: &(Settings, Rules), history: &History, now: u64, draw: u16) -> bool {
    let signals = Signals::default();
    decide(&Case { settings: &survey.0, rules: &survey.1, history, signals: &signals, now, draw }).show
}

/// One page view: hours since the one before, the survey whose trigger fires, what the visitor does.
type View = (u64, usize, u8);

fn visitor() -> impl Strategy<Value = Vec<View>> {
    prop::collection::vec((0_u64..400, 0_usize..3, 0_u8..3), 1..120)
}

proptest! {
    #[test]
    fn two_surveys_keep_the_quiet_time_between_them(views in visitor(), quiet in 0_u16..40) {
        let quiet_text = format!("{quiet}d");
        let surveys = ["nps", "csat", "ces"].map(|metric| {
            let waits = "answered:5d, dismissed:9d, ignored:0d";
            survey(&[("metric", metric), ("display", "popover"), ("quiet", &quiet_text), ("ask-again", waits)])
        });
        let mut history = History::default();
        let mut now = 20_000 * DAY;
        let mut last = None;
        for (hours, place, deed) in views {
            now += hours * 3_600_000;
            let survey = &surveys[place];
            if !shows(survey, &history, now, 0) {
                continue;
            }
            let day = u32::try_from(now / DAY).expect("a day");
            if let Some(last) = last {
                prop_assert!(day - last >= u32::from(quiet), "day {day} after {last}");
            }
            last = Some(day);
            history.note(&survey.0.survey, Outcome::Shown, day, None, true);
            match deed {
                0 => history.note(&survey.0.survey, Outcome::Answered, day, None, true),
                1 => history.note(&survey.0.survey, Outcome::Dismissed, day, None, true),
                _ => {}
            }
        }
    }

    #[test]
    fn the_own_clock_holds_whatever_else_is_shown(views in visitor(), wait in 0_u16..100) {
        let waits = format!("answered:{wait}d");
        let surveys = ["nps", "csat", "ces"].map(|metric| survey(&[("metric", metric), ("quiet", "0d"), ("ask-again", &waits)]));
        let mut history = History::default();
        let mut now = 20_000 * DAY;
        let mut last = [None; 3];
        for (hours, place, _) in views {
            now += hours * 3_600_000;
            if !shows(&surveys[place], &history, now, 0) {
                continue;
            }
            let day = u32::try_from(now / DAY).expect("a day");
            if let Some(last) = last[place] {
                prop_assert!(day - last >= u32::from(wait));
            }
            last[place] = Some(day);
            for outcome in [Outcome::Shown, Outcome::Answered] {
                history.note(&surveys[place].0.survey, outcome, day, None, false);
            }
        }
    }

    #[test]
    fn the_same_visitor_has_the_same_lot(draw in 0_u16..10_000, fresh in 0_u16..10_000, share in 0_u16..=10_000, days in 0_u64..400) {
        let share_text = format!("{}.{:02}%", share / 100, share % 100);
        let survey = survey(&[("metric", "nps"), ("sample", &share_text)]);
        let mut history = History::default();
        let first = shows(&survey, &history, 20_000 * DAY, draw);
        history.keep_draw("nps", draw);
        prop_assert_eq!(first, draw < share);
        prop_assert_eq!(shows(&survey, &history, (20_000 + days) * DAY, fresh), first);
    }
}

/// Checks that of 100,000 visitors as many are asked as the binomial distribution allows in all but one of 10,000 tries.
#[track_caller]
fn check_share(share: f64, draws: impl Iterator<Item = u16>) {
    let n = 100_000.0;
    let below = draws.take(100_000).filter(|draw| f64::from(*draw) < share * 10_000.0).count();
    // 3.89 standard deviations on either side leave out one of 10,000.
    let bound = 3.89 * (n * share * (1.0 - share)).sqrt();
    let off = below as f64 - n * share;
    assert!(off.abs() <= bound, "{below} of 100,000 for {share}: {off:+.0}, bound {bound:.0}");
}

/// A generator of random bits (SplitMix64), so that every run draws the same.
fn random() -> impl Iterator<Item = u32> {
    let mut state = 0_u64;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) >> 32) as u32
    })
}

#[test]
fn as_many_visitors_are_asked_as_the_share_says() {
    for share in [0.0001, 0.01, 0.125, 0.25, 0.5, 0.9] {
        check_share(share, random().map(drawn));
        // Respondents with numbers for keys.
        check_share(share, (0..).map(|number| bucket(&format!("nps-main:customer-{number}"))));
        // With hexadecimal hashes for keys.
        check_share(share, random().map(|bits| bucket(&format!("csat:{bits:08x}"))));
    }
}
