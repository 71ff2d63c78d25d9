//! The design tab: what is asked, how it looks, in which words.

mod words;

use meetpunt_core::settings::{Display, FollowUp, Theme};
use meetpunt_core::{Metric, Scale, Word};
use yew::prelude::*;

use crate::accent::Accent;
use crate::action::Action;
use crate::controls::{Choice, Choices, Section, Shape};
use crate::draft::{House, METRICS, Survey, metric_place};
use crate::pictures;
use crate::strings::{ENGLISH as TEXT, fill};
use crate::touchpoint::Touchpoint;

#[derive(Properties, PartialEq)]
pub struct DesignProps {
    pub touchpoint: Touchpoint,
    pub survey: Survey,
    pub house: House,
    /// Whether there is anything to start over from.
    pub changed: bool,
    pub act: Callback<Action>,
}

/// The settings of one survey, and of the shop.
#[component]
pub fn Design(props: &DesignProps) -> Html {
    let DesignProps { survey, house, act, .. } = props;
    let start_over = act.reform(|_: MouseEvent| Action::StartOver);
    html! {
        <>
            <Section title={TEXT.ask} value={TEXT.metric(survey.metric).title} open=true>
                { asking(survey, act) }
            </Section>
            <Section title={TEXT.look} value={looks_like(survey, house)} open=true>
                { look(survey, house, act) }
            </Section>
            <Section title={TEXT.words} value={words::summary(survey, house)}>
                { words::fields(props) }
            </Section>
            <Section title={TEXT.follow_up} value={TEXT.follow_up(survey.follow_up).title}>
                { following_up(survey, act) }
            </Section>
            <div class="panel-foot">
                <p class="help">{ TEXT.shared }</p>
                <button type="button" class="quiet" onclick={start_over} disabled={!props.changed}>
                    { TEXT.start_over }
                </button>
                <p class="fine">{ TEXT.trademark }</p>
            </div>
        </>
    }
}

fn asking(survey: &Survey, act: &Callback<Action>) -> Html {
    let choice = |metric: &Metric| {
        let text = TEXT.metric(*metric);
        let choice = Choice::new(text.title, text.help);
        let Some(measure) = metric.measure() else {
            return choice;
        };
        let Scale { min, max } = measure.scale();
        let (lowest, highest) = (min.to_string(), max.to_string());
        choice.mark(fill(TEXT.points, &[("lowest", &lowest), ("highest", &highest)]))
    };
    html! {
        <Choices
            legend={TEXT.ask}
            quiet=true
            name="metric"
            shape={Shape::Cards}
            choices={METRICS.iter().map(choice).collect::<Vec<_>>()}
            chosen={metric_place(survey.metric)}
            onchoose={act.reform(|place: usize| Action::ChooseMetric(METRICS[place]))}
        />
    }
}

fn look(survey: &Survey, house: &House, act: &Callback<Action>) -> Html {
    let display = |display: &Display| {
        let text = TEXT.display(*display);
        Choice::new(text.title, text.help).picture(pictures::display(*display))
    };
    let theme = |theme: &Theme| Choice::plain(TEXT.theme(*theme));
    html! {
        <>
            <Choices
                legend={TEXT.display}
                name="display"
                shape={Shape::Tiles}
                choices={Display::ALL.iter().map(display).collect::<Vec<_>>()}
                chosen={place(survey.display)}
                onchoose={choosing(act, Action::ChooseDisplay)}
            />
            <Choices
                legend={TEXT.theme}
                name="theme"
                shape={Shape::Segments}
                choices={Theme::ALL.iter().map(theme).collect::<Vec<_>>()}
                chosen={place(house.theme)}
                onchoose={choosing(act, Action::ChooseTheme)}
            />
            <Accent accent={house.accent} onchoose={act.reform(Action::ChooseAccent)} />
        </>
    }
}

fn following_up(survey: &Survey, act: &Callback<Action>) -> Html {
    let choice = |follow_up: &FollowUp| {
        let text = TEXT.follow_up(*follow_up);
        Choice::new(text.title, text.help)
    };
    html! {
        <Choices
            legend={TEXT.follow_up}
            quiet=true
            name="follow-up"
            shape={Shape::Cards}
            choices={FollowUp::ALL.iter().map(choice).collect::<Vec<_>>()}
            chosen={place(survey.follow_up)}
            onchoose={choosing(act, Action::ChooseFollowUp)}
        />
    }
}

fn looks_like(survey: &Survey, house: &House) -> String {
    let display = TEXT.display(survey.display).title;
    let theme = TEXT.theme(house.theme).to_lowercase();
    format!("{display} · {theme}")
}

/// The place of a value in its vocabulary.
fn place<W: Word + PartialEq>(value: W) -> usize {
    let same = |known: &W| *known == value;
    W::ALL.iter().position(same).unwrap_or_default()
}

/// From a place in a vocabulary to an action.
fn choosing<W: Word>(act: &Callback<Action>, action: fn(W) -> Action) -> Callback<usize> {
    act.reform(move |place: usize| action(W::ALL[place]))
}
