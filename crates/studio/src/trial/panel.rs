//! The tab where rules are tried.

use meetpunt_core::Word as _;
use meetpunt_core::eligibility::{Check, DRAWS, Verdict};
use meetpunt_core::settings::{Device, Rules, Settings, rules};
use yew::prelude::*;

use super::forecast::Month;
use super::story::{Scene, Step, Visitor, is_open, play};
use crate::clock;
use crate::controls::{Pick, Tick, Writing};
use crate::draft::Draft;
use crate::pictures;
use crate::standard::resolved;
use crate::strings::{fill, text};
use crate::texts;
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct TrialProps {
    pub draft: Draft,
    pub touchpoint: Touchpoint,
}

/// The tab.
#[component]
pub fn Trial(props: &TrialProps) -> Html {
    let TrialProps { draft, touchpoint } = props;
    let Some(settings) = resolved(draft, *touchpoint) else {
        return html! { <p class="empty">{ text().cannot_try }</p> };
    };
    let pairs = draft.pairs(*touchpoint);
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let rules = rules(&pairs).0;
    html! {
        <div class="code-tab">
            <Journey settings={Shared(settings.clone())} rules={Ruled(rules)} />
            <Expectation settings={Shared(settings)} />
        </div>
    }
}

/// Settings as a property.
#[derive(Clone, PartialEq)]
struct Shared(Settings);

/// Rules as a property.
#[derive(Clone, PartialEq)]
struct Ruled(Rules);

#[derive(Properties, PartialEq)]
struct JourneyProps {
    settings: Shared,
    rules: Ruled,
}

/// A visitor who comes, goes, and comes back.
#[component]
fn Journey(props: &JourneyProps) -> Html {
    let visitor = use_state(|| Visitor { device: Device::Desktop, consent: true, draw: 0, attributes: Vec::new() });
    let steps = use_state(Vec::<Step>::new);
    let address = use_state(|| "/".to_owned());
    let start = *use_state(clock::milliseconds);
    let scenes = play(&props.settings.0, &props.rules.0, &visitor, &steps, start);
    let is_open = is_open(&scenes);
    let change = |change: fn(&mut Visitor, String)| {
        let visitor = visitor.clone();
        Callback::from(move |text: String| {
            let mut changed = (*visitor).clone();
            change(&mut changed, text);
            visitor.set(changed);
        })
    };
    let go = |label: &'static str, class: &'static str, disabled: bool, step: Step| {
        let steps = steps.clone();
        let onclick = move |_: MouseEvent| steps.set(steps.iter().cloned().chain([step.clone()]).collect());
        html! { <button type="button" {class} {disabled} {onclick}>{ label }</button> }
    };
    let again = {
        let steps = steps.clone();
        move |_: MouseEvent| steps.set(Vec::new())
    };
    let onwrite = {
        let address = address.clone();
        move |text: String| address.set(text)
    };
    let devices =
        ["phone", "tablet", "desktop"].map(|word| (AttrValue::from(word), texts::word("devices", word).into()));
    let ontick = {
        let visitor = visitor.clone();
        move |consent: bool| visitor.set(Visitor { consent, ..(*visitor).clone() })
    };
    html! {
        <section aria-labelledby="trial-title" class="lists">
            <h2 id="trial-title">{ text().trial }</h2>
            <p class="help">{ text().trial_help }</p>
            <div class="pair">
                <Writing id="trial-page" label={text().trial_page} text={(*address).clone()} exact=true {onwrite} />
                <Pick
                    id="trial-device"
                    label={text().trial_device}
                    words={devices.to_vec()}
                    chosen={device_word(visitor.device)}
                    onpick={change(|visitor, word| visitor.device = device_of(&word))}
                />
                <Pick
                    id="trial-lot"
                    label={text().trial_lot}
                    words={lots()}
                    chosen={visitor.draw.to_string()}
                    onpick={change(|visitor, lot| visitor.draw = lot.parse().unwrap_or_default())}
                />
                <Writing
                    id="trial-attributes"
                    label={text().trial_attributes}
                    text={shown(&visitor.attributes)}
                    standard="plan: pro"
                    exact=true
                    onwrite={change(|visitor, text| visitor.attributes = attributes(&text))}
                />
            </div>
            <Tick id="trial-consent" label={text().trial_consent} ticked={visitor.consent} {ontick} />
            <div class="steps">
                { go(text().trial_visit, "filled", address.trim().is_empty(), Step::Page(address.trim().to_owned())) }
                { go(text().trial_answer, "outlined", !is_open, Step::Answer) }
                { go(text().trial_close, "outlined", !is_open, Step::Close) }
                { go(text().trial_day, "outlined", steps.is_empty(), Step::Wait(1)) }
                { go(text().trial_month, "outlined", steps.is_empty(), Step::Wait(30)) }
                <button type="button" class="quiet" onclick={again} disabled={steps.is_empty()}>{ text().trial_again }</button>
            </div>
            <ol class="story" aria-live="polite" aria-label={text().trial}>{ for scenes.iter().map(scene) }</ol>
            if let Some(verdict) = scenes.iter().rev().find_map(|scene| scene.verdict.as_ref()) {
                { trace(verdict) }
            }
        </section>
    }
}

/// One line of the story.
fn scene(scene: &Scene) -> Html {
    let told = match &scene.step {
        Step::Page(address) => fill(text().trial_on, &[("page", address)]),
        Step::Answer => text().trial_answered.to_owned(),
        Step::Close => text().trial_closed.to_owned(),
        Step::Wait(_) => text().trial_back.to_owned(),
    };
    let day = fill(text().trial_day_number, &[("day", &(scene.day + 1).to_string())]);
    let end = scene.verdict.as_ref().map(|verdict| match verdict.reason {
        None => (true, text().trial_shows.to_owned()),
        Some(rule) => (false, fill(text().trial_stays, &[("rule", &rule_name(rule))])),
    });
    html! {
        <li class={classes!("entry", end.as_ref().map(|(shows, _)| if *shows { "positive" } else { "negative" }))}>
            <span class="soft">{ day }</span>{ " " }{ told }
            if let Some((_, end)) = end {
                { ": " }<b>{ end }</b>
            }
        </li>
    }
}

/// Every rule of the last decision.
fn trace(verdict: &Verdict) -> Html {
    let row = |check: &Check| {
        html! {
            <tr class={classes!((!check.passed).then_some("refused"))}>
                <th scope="row">{ rule_name(check.rule) }</th>
                <td>{ if check.passed { text().rule_passes } else { text().rule_refuses } }</td>
                <td>{ &check.value }</td>
            </tr>
        }
    };
    html! {
        <div class="trace" tabindex="0" role="region" aria-label={text().trace}>
            <table>
                <caption>{ text().trace }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ text().rule }</th>
                        <th scope="col">{ text().rule_result }</th>
                        <th scope="col">{ text().rule_saw }</th>
                    </tr>
                </thead>
                <tbody>{ for verdict.checks.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// A rule in words: that of its setting, or its own.
fn rule_name(rule: &str) -> String {
    let own = texts::rule(rule);
    if own.is_empty() { texts::title(rule) } else { own }
}

fn device_word(device: Device) -> &'static str {
    device.word()
}

fn device_of(word: &str) -> Device {
    Device::parse(word).unwrap_or(Device::Desktop)
}

/// Lots to try: the luckiest, and each tenth.
fn lots() -> Vec<(AttrValue, AttrValue)> {
    let lot = |tenth: u16| {
        let draw = (tenth * (DRAWS / 10)).min(DRAWS - 1);
        (AttrValue::from(draw.to_string()), AttrValue::from(format!("{} %", tenth * 10)))
    };
    (0..=10).map(lot).collect()
}

/// `plan: pro, country: nl` as pairs.
fn attributes(text: &str) -> Vec<(String, String)> {
    let pair = |part: &str| {
        let (name, value) = part.split_once(':')?;
        Some((name.trim().to_owned(), value.trim_start().to_owned()))
    };
    text.split(',').filter_map(pair).collect()
}

fn shown(attributes: &[(String, String)]) -> String {
    attributes.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join(", ")
}

#[derive(Properties, PartialEq)]
struct ExpectationProps {
    settings: Shared,
}

/// What a month would bring.
#[component]
fn Expectation(props: &ExpectationProps) -> Html {
    let visitors = use_state(|| "20000".to_owned());
    let response = use_state(|| "8".to_owned());
    let settings = &props.settings.0;
    let number = |text: &str| text.trim().replace(['.', ',', ' '], "").parse::<u64>().ok();
    let wrong = |text: &str| if number(text).is_none() { crate::strings::text().whole_number } else { "" };
    let write = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |text: String| state.set(text))
    };
    let month = number(&visitors).zip(number(&response));
    let metric = settings.first.measure.metric();
    let month = month.map(|(visitors, response)| Month::of(metric, visitors, settings.sample, response));
    html! {
        <section aria-labelledby="forecast-title" class="lists">
            <h2 id="forecast-title">{ text().forecast }</h2>
            <p class="help">{ text().forecast_help }</p>
            <div class="pair">
                <Writing
                    id="forecast-visitors"
                    label={text().forecast_visitors}
                    text={(*visitors).clone()}
                    wrong={wrong(&visitors)}
                    exact=true
                    onwrite={write(&visitors)}
                />
                <Writing
                    id="forecast-response"
                    label={text().forecast_response}
                    text={(*response).clone()}
                    wrong={wrong(&response)}
                    exact=true
                    onwrite={write(&response)}
                />
            </div>
            if let Some(month) = month {
                <p class="forecast" role="status">{ sentence(&month, settings) }</p>
            }
        </section>
    }
}

/// "About 400 answers a month. The score is then known within ± 8 points."
fn sentence(month: &Month, settings: &Settings) -> Html {
    let answers = fill(text().forecast_answers, &[("answers", &month.answers.to_string())]);
    let share = f64::from(settings.sample) / 100.0;
    let asked = fill(text().forecast_share, &[("share", &share.to_string())]);
    let told = |template: &str, points: u32| fill(template, &[("points", &points.to_string())]);
    let margin =
        month.margin.map_or_else(|| text().forecast_few.to_owned(), |points| told(text().forecast_margin, points));
    let difference = month.difference.map(|points| told(text().forecast_difference, points));
    html! {
        <>
            { pictures::tick() }
            <span><b>{ answers }</b>{ " " }{ asked }{ " " }{ margin }{ " " }{ difference.unwrap_or_default() }</span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_they_are_shown() {
        let pairs = attributes("plan: pro, country: nl, odd");
        assert_eq!(shown(&pairs), "plan: pro, country: nl");
    }

    #[test]
    fn every_rule_has_a_name() {
        let rules = [
            "starts",
            "ends",
            "devices",
            "lang",
            "match",
            "audience",
            "consent",
            "outbox",
            "open",
            "block",
            "quiet",
            "answered",
            "dismissed",
            "ignored",
            "occasion",
            "per-session",
            "priority",
            "sample",
        ];
        for rule in rules {
            assert!(!rule_name(rule).is_empty(), "{rule}");
        }
    }
}
