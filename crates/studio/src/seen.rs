//! The circumstances under which a visitor sees the page, as far as a page can put on another one.

use yew::prelude::*;

use crate::action::Action;
use crate::controls::{Pick, Tick};
use crate::pictures;
use crate::strings::text;

/// What the visitor's system prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As this computer.
    #[default]
    Own,
    Light,
    Dark,
}

/// How answers travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Net {
    #[default]
    Good,
    /// Every answer takes five seconds longer.
    Slow,
    /// No answer leaves.
    Offline,
}

/// The circumstances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub scheme: Scheme,
    pub net: Net,
    /// The page in Arabic, from right to left.
    pub right_to_left: bool,
    /// Text twice as large.
    pub large: bool,
}

const SCHEMES: [Scheme; 3] = [Scheme::Own, Scheme::Light, Scheme::Dark];
const NETS: [Net; 3] = [Net::Good, Net::Slow, Net::Offline];

#[derive(Properties, PartialEq)]
pub struct SightProps {
    pub seen: Seen,
    pub act: Callback<Action>,
}

/// A fold in the bar with the circumstances.
#[component]
pub fn Sight(props: &SightProps) -> Html {
    let SightProps { seen, act } = props;
    let seen = *seen;
    let words = |names: &[&'static str; 3]| {
        let words = names.iter().enumerate();
        words.map(|(place, name)| (AttrValue::from(place.to_string()), AttrValue::from(*name))).collect::<Vec<_>>()
    };
    let place = |text: String| text.parse::<usize>().unwrap_or_default().min(2);
    let scheme = act.reform(move |text| Action::See(Seen { scheme: SCHEMES[place(text)], ..seen }));
    let net = act.reform(move |text| Action::See(Seen { net: NETS[place(text)], ..seen }));
    html! {
        <details class="sight">
            <summary class="icon-button" title={text().sight}>
                { pictures::eye() }
                <span class="unseen">{ text().sight }</span>
            </summary>
            <div class="sight-body">
                <Pick
                    id="sight-scheme"
                    label={text().sight_scheme}
                    words={words(&text().sight_schemes)}
                    chosen={(seen.scheme as usize).to_string()}
                    onpick={scheme}
                />
                <Pick
                    id="sight-net"
                    label={text().sight_net}
                    words={words(&text().sight_nets)}
                    chosen={(seen.net as usize).to_string()}
                    onpick={net}
                />
                <Tick
                    id="sight-rtl"
                    label={text().sight_rtl}
                    ticked={seen.right_to_left}
                    ontick={act.reform(move |right_to_left| Action::See(Seen { right_to_left, ..seen }))}
                />
                <Tick
                    id="sight-large"
                    label={text().sight_large}
                    ticked={seen.large}
                    ontick={act.reform(move |large| Action::See(Seen { large, ..seen }))}
                />
                <p class="help">{ text().sight_help }</p>
            </div>
        </details>
    }
}
