//! The tab with the journey: phase by phase, what has a survey and what has none.

use meetpunt_core::Word as _;
use meetpunt_core::models::Phase;
use yew::prelude::*;

use super::{Map, Moment, coverage, survey_of};
use crate::ask::Ask;
use crate::controls::{Incoming, Pick, Tick, Writing, note};
use crate::copy::Copy;
use crate::keep;
use crate::strings::{fill, text};
use crate::texts;

#[derive(Properties, PartialEq)]
pub struct JourneyMapProps {
    /// The surveys of the draft: touchpoint and id.
    pub drafted: Vec<(String, String)>,
}

/// The tab. The file is kept in this browser.
#[component]
pub fn JourneyMap(props: &JourneyMapProps) -> Html {
    let map = use_state(|| keep::journey().unwrap_or_default());
    {
        let map = map.clone();
        use_effect_with(map, |map| keep::keep_journey(map));
    }
    let set = {
        let map = map.clone();
        Callback::from(move |changed: Map| map.set(changed))
    };
    let (measured, all, bare) = coverage(&map, &props.drafted);
    let counts = [("measured", measured.to_string()), ("all", all.to_string())];
    let counts: Vec<_> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let phases = Phase::ALL.iter().map(|phase| phase.word()).chain([""]);
    html! {
        <div class="code-tab">
            <section class="lists" aria-labelledby="map-title">
                <h2 id="map-title">{ text().map }</h2>
                <p>{ fill(text().map_coverage, &counts) }</p>
                if !bare.is_empty() {
                    { note("map", "advice", &fill(text().map_bare, &[("moments", &names(&bare))])) }
                }
                { for phases.map(|phase| self::phase(&map, phase, &props.drafted, &set)) }
            </section>
            <Groups map={(*map).clone()} set={&set} />
            <File map={(*map).clone()} {set} />
        </div>
    }
}

fn names(keys: &[&str]) -> String {
    keys.iter().map(|key| texts::moment(key)).collect::<Vec<_>>().join(", ")
}

/// The moments of a phase.
fn phase(map: &Map, phase: &str, drafted: &[(String, String)], set: &Callback<Map>) -> Html {
    let moments = map.of_phase(phase);
    if moments.is_empty() {
        return Html::default();
    }
    html! {
        <div key={phase.to_owned()} class="phase">
            <h3>{ texts::phase(phase) }</h3>
            { for moments.into_iter().map(|(place, moment)| self::moment(map, place, moment, drafted, set)) }
        </div>
    }
}

/// One moment: its survey at a glance, everything else when it is opened.
fn moment(map: &Map, place: usize, moment: &Moment, drafted: &[(String, String)], set: &Callback<Map>) -> Html {
    let survey = survey_of(moment, drafted);
    let change = |change: fn(&mut Moment, String)| {
        let map = map.clone();
        set.reform(move |text: String| {
            let mut map = map.clone();
            if let Some(moment) = map.touchpoints.get_mut(place) {
                change(moment, text);
            }
            map
        })
    };
    let id = |part: &str| format!("moment-{}-{part}", moment.key);
    let none = (AttrValue::from(""), AttrValue::from("–"));
    let grades = (1..=10).map(|grade| (AttrValue::from(grade.to_string()), AttrValue::from(grade.to_string())));
    let ontick = change(|moment, text| moment.essential = text == "true").reform(|on: bool| on.to_string());
    let write = |part: &'static str, label: &'static str, text: &str, onwrite: Callback<String>| {
        html! { <Writing id={id(part)} {label} text={text.to_owned()} {onwrite} /> }
    };
    html! {
        <details key={moment.key.clone()} class="moment-entry">
            <summary>
                <span class={classes!("dot", survey.is_some().then_some("positive"))} aria-hidden="true"></span>
                <span>{ texts::moment(&moment.key) }</span>
                if moment.essential {
                    <span class="tag-test">{ text().map_essential }</span>
                }
                <span class="section-value">{ survey.unwrap_or_else(|| text().map_none.to_owned()) }</span>
            </summary>
            <div class="lists">
                <div class="pair">
                    <Pick
                        id={id("importance")}
                        label={text().map_importance}
                        words={[none].into_iter().chain(grades).collect::<Vec<_>>()}
                        chosen={moment.importance.map(|grade| grade.to_string()).unwrap_or_default()}
                        onpick={change(|moment, text| moment.importance = text.parse().ok())}
                    />
                    { write("owner", text().map_owner, &moment.owner, change(|moment, text| moment.owner = text)) }
                </div>
                <Tick id={id("essential")} label={text().map_must} ticked={moment.essential} {ontick} />
                { write("influences", text().map_influences, &moment.influences, change(|moment, text| moment.influences = text)) }
                { write("current", text().map_current, &moment.current, change(|moment, text| moment.current = text)) }
                { write("desired", text().map_desired, &moment.desired, change(|moment, text| moment.desired = text)) }
                { write("survey", text().map_survey, &moment.survey, change(|moment, text| moment.survey = text.trim().to_owned())) }
            </div>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    map: Map,
    set: Callback<Map>,
}

/// Segments and personas, one a line.
#[component]
fn Groups(props: &PartProps) -> Html {
    let PartProps { map, set } = props;
    let field = |id: &'static str, label: &'static str, lines: &[String], change: fn(&mut Map, Vec<String>)| {
        let map = map.clone();
        let onwrite = set.reform(move |text: String| {
            let mut map = map.clone();
            change(&mut map, text.lines().map(str::to_owned).collect());
            map
        });
        html! { <Writing {id} {label} text={lines.join("\n")} long=true {onwrite} /> }
    };
    html! {
        <>
            { field("map-segments", text().map_segments, &map.segments, |map, lines| map.segments = lines) }
            { field("map-personas", text().map_personas, &map.personas, |map, lines| map.personas = lines) }
        </>
    }
}

/// The file, out and in.
#[component]
fn File(props: &PartProps) -> Html {
    let source = use_node_ref();
    let asked = use_state(|| None::<Map>);
    let written = props.map.written();
    let open = {
        let (asked, map, set) = (asked.clone(), props.map.clone(), props.set.clone());
        move |text: String| {
            let found = Map::read(&text)?;
            if map != Map::default() && map != found {
                asked.set(Some(found));
            } else {
                set.emit(found);
            }
            Ok(())
        }
    };
    let ondecide = {
        let (asked, set) = (asked.clone(), props.set.clone());
        move |is_wanted: bool| {
            if let Some(map) = (*asked).clone().filter(|_| is_wanted) {
                set.emit(map);
            }
            asked.set(None);
        }
    };
    html! {
        <>
            <div class="head-line">
                <h2>{ text().map_file }</h2>
                <Copy text={written.clone()} source={source.clone()} />
            </div>
            <pre class="code" tabindex="0" role="region" aria-label={text().map_file}><code ref={source}>{ written }</code></pre>
            <Incoming id="map-in" label={text().map_open} {open} />
            if asked.is_some() {
                <Ask question={text().ask_journey} {ondecide} />
            }
        </>
    }
}
