//! Figures over time.

use std::num::NonZeroUsize;

use meetpunt_core::stats::Classes;
use meetpunt_core::stats::trend::{Xmr, ewma, rolling};
use serde_json::{Value, json};

use super::input::Input;

pub fn answer(input: Input<'_>) -> Value {
    if let Some(days) = input.get("days_d_pa_p") {
        return windows(days, input.get("window").map_or(7, Input::whole));
    }
    if let Some(months) = input.get("months") {
        let months = months.numbers();
        let reference = usize::try_from(input.field("reference").whole()).expect("a length");
        let limits = Xmr::from_reference(&months[..reference]).expect("enough reference months");
        return json!({
            "center": limits.centre,
            "mr_bar": limits.moving_range,
            "upper": limits.upper,
            "lower": limits.lower,
            "signal": limits.signals(&months),
        });
    }
    json!({"ewma": ewma(&input.field("values").numbers(), input.field("alpha").number())})
}

fn windows(days: Input<'_>, length: u64) -> Value {
    let days: Vec<Classes> = days.list().into_iter().map(|day| day.classes().expect("three counts")).collect();
    let length = usize::try_from(length).ok().and_then(NonZeroUsize::new).expect("a length");
    let windows = rolling(&days, length).expect("all of one kind");
    let rolling: Vec<Value> = windows
        .iter()
        .map(|window| {
            json!({
                "n": window.counts.n(),
                "nps_pts": window.counts.net().map(|net| net.points()),
                "full_window": window.full,
            })
        })
        .collect();
    // What the windows do not do: the vectors keep it to show the difference.
    let last: Vec<f64> = days.iter().rev().take(length.get()).filter_map(|day| Some(day.net()?.points())).collect();
    let wrong = last.iter().sum::<f64>() / last.len() as f64;
    json!({"rolling": rolling, format!("wrong_mean_of_daily_last{length}_pts"): wrong})
}
