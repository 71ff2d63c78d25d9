//! Of a submission the highest sequence counts, in whatever order the states arrive.

use std::collections::BTreeMap;

use serde_json::json;

use crate::support::{BATCH, Collector, nps, with};

/// A small generator with a seed, so that a failure can be repeated (xorshift64).
fn shuffle<T>(items: &mut [T], mut seed: u64) {
    for end in (1..items.len()).rev() {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        items.swap(end, usize::try_from(seed % (end as u64 + 1)).unwrap());
    }
}

#[test]
fn the_last_state_of_an_answer_counts_in_any_order_of_arrival() {
    for seed in 1..=20 {
        let collector = Collector::start();
        let mut events: Vec<_> = (0..10_u8)
            .flat_map(|submission| (1..=5_u8).map(move |sequence| (submission, sequence)))
            .map(|(submission, sequence)| nps(submission.into(), sequence.into(), (submission + sequence) % 11))
            .collect();
        // Some arrive twice.
        events.extend_from_within(..15);
        shuffle(&mut events, seed);
        for chunk in events.chunks(7) {
            assert_eq!(collector.post(BATCH, json!(chunk).to_string()).status, 202);
        }
        let latest: BTreeMap<_, _> = collector
            .lines("")
            .into_iter()
            .map(|line| (line["event"]["data"]["submission"].to_string(), line["event"].clone()))
            .collect();
        assert_eq!(latest.len(), 10, "seed {seed}");
        for (submission, event) in latest.values().enumerate() {
            let submission = u8::try_from(submission).unwrap();
            assert_eq!(*event, nps(submission.into(), 5, (submission + 5) % 11), "seed {seed}");
        }
        assert_eq!(collector.lines("").len(), 10, "seed {seed}");
        assert_eq!(collector.lines("?all=1").len(), 50, "seed {seed}");
    }
}

#[test]
fn one_shop_cannot_outdo_the_answers_of_another() {
    let collector = Collector::start();
    collector.accept(&nps(1, 1, 9));
    collector.accept(&with(nps(1, 4_000, 0), "source", "https://rogue.example/".into()));
    assert_eq!(collector.lines("").len(), 2);
}

#[test]
fn a_dismissal_does_not_hide_the_answer_before_it() {
    let collector = Collector::start();
    let answer = nps(1, 1, 9);
    collector.accept(&answer);
    collector.accept(&with(nps(1, 2, 9), "type", "meetpunt.dismissed.v1".into()));
    assert_eq!(collector.lines("")[0]["event"], answer);
}
