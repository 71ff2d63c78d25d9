//! What the marketer has set, and the attributes that it becomes.

use meetpunt_core::Metric;
use meetpunt_core::settings::{Display, FollowUp, Theme, Wording};

use crate::colour::Colour;
use crate::touchpoint::Touchpoint;

/// The metrics that the studio offers.
pub const METRICS: [Metric; 3] = [Metric::Nps, Metric::Ces, Metric::Csat];

/// The place of a metric in [`METRICS`].
pub fn metric_place(metric: Metric) -> usize {
    METRICS.iter().position(|known| *known == metric).unwrap_or_default()
}

/// In which language a survey speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// As the page around it says.
    #[default]
    Page,
    English,
    Dutch,
}

impl Language {
    /// Every choice, the default first.
    pub const ALL: [Self; 3] = [Self::Page, Self::English, Self::Dutch];

    /// The value of the `lang` attribute; none where the page decides.
    pub const fn tag(self) -> Option<&'static str> {
        match self {
            Self::Page => None,
            Self::English => Some("en"),
            Self::Dutch => Some("nl"),
        }
    }
}

/// What all surveys of the shop share.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// The shop's name in the questions; empty for none.
    pub brand: String,
    pub language: Language,
    pub theme: Theme,
    /// Set on the element; without it the shop's own style sheet decides.
    pub accent: Option<Colour>,
}

impl Default for House {
    fn default() -> Self {
        Self { brand: "Voorbeeld Coffee".to_owned(), language: Language::default(), theme: Theme::Auto, accent: None }
    }
}

/// The marketer's own words for one metric; empty where the standard ones stay.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub wording: Wording,
    pub question: String,
    pub low_label: String,
    pub high_label: String,
}

impl Words {
    const fn new(wording: Wording) -> Self {
        Self { wording, question: String::new(), low_label: String::new(), high_label: String::new() }
    }
}

/// The survey of one touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    pub metric: Metric,
    pub display: Display,
    /// What the question is about; empty for the plain variant.
    pub topic: String,
    pub follow_up: FollowUp,
    /// By metric, in the order of [`METRICS`]: an NPS question does not fit a CES scale, and must not be lost either.
    words: Vec<Words>,
}

impl Survey {
    /// The survey that the shop page starts with.
    pub fn of(touchpoint: Touchpoint) -> Self {
        let start = |metric: &Metric| {
            if *metric == touchpoint.metric() {
                Words::new(touchpoint.wording())
            } else {
                Words::new(Wording::Standard)
            }
        };
        Self {
            metric: touchpoint.metric(),
            display: Display::Inline,
            topic: String::new(),
            follow_up: FollowUp::ByClass,
            words: METRICS.iter().map(start).collect(),
        }
    }

    /// The words for the metric that is asked now.
    pub fn words(&self) -> &Words {
        &self.words[metric_place(self.metric)]
    }

    /// The same, to be changed.
    pub fn words_mut(&mut self) -> &mut Words {
        &mut self.words[metric_place(self.metric)]
    }

    /// The same survey with the standard texts in place of the marketer's own.
    pub fn without_own_words(&self) -> Self {
        let mut plain = self.clone();
        *plain.words_mut() = Words::new(self.words().wording);
        plain
    }
}

/// The attributes that the studio sets. Others on the element are the page's own and stay.
pub const ATTRIBUTES: [&str; 12] = [
    "metric",
    "touchpoint",
    "wording",
    "brand",
    "topic",
    "question",
    "low-label",
    "high-label",
    "follow-up",
    "display",
    "theme",
    "lang",
];

/// The attributes of a survey, in the order of [`ATTRIBUTES`]. What equals the default is left out.
pub fn attributes(house: &House, survey: &Survey, touchpoint: Touchpoint) -> Vec<(&'static str, String)> {
    let words = survey.words();
    let written = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let unless = |default: bool, key: &str| (!default).then(|| key.to_owned());
    let values = [
        Some(survey.metric.key().to_owned()),
        Some(touchpoint.key().to_owned()),
        unless(words.wording == Wording::Standard, words.wording.key()),
        written(&house.brand),
        written(&survey.topic),
        written(&words.question),
        written(&words.low_label),
        written(&words.high_label),
        unless(survey.follow_up == FollowUp::ByClass, survey.follow_up.key()),
        unless(survey.display == Display::Inline, survey.display.key()),
        unless(house.theme == Theme::Auto, house.theme.key()),
        house.language.tag().map(str::to_owned),
    ];
    let pairs = ATTRIBUTES.into_iter().zip(values);
    pairs.filter_map(|(name, value)| Some((name, value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(house: &House, survey: &Survey, touchpoint: Touchpoint) -> String {
        let pairs = attributes(house, survey, touchpoint);
        let texts = pairs.iter().map(|(name, value)| format!("{name}={value}"));
        texts.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn defaults_are_left_out() {
        let survey = Survey::of(Touchpoint::Order);
        assert_eq!(
            text(&House::default(), &survey, Touchpoint::Order),
            "metric=nps | touchpoint=order-confirmation | brand=Voorbeeld Coffee"
        );
    }

    #[test]
    fn every_setting_becomes_its_attribute() {
        let house = House { brand: " Café ".to_owned(), language: Language::Dutch, theme: Theme::Dark, accent: None };
        let mut survey = Survey::of(Touchpoint::Delivery);
        survey.display = Display::Popover;
        survey.topic = "your parcel".to_owned();
        survey.follow_up = FollowUp::None;
        survey.words_mut().question = "Happy?".to_owned();
        survey.words_mut().low_label = "No".to_owned();
        survey.words_mut().high_label = "Yes".to_owned();
        assert_eq!(
            text(&house, &survey, Touchpoint::Delivery),
            "metric=csat | touchpoint=delivery | wording=delivery | brand=Café | topic=your parcel | question=Happy? \
             | low-label=No | high-label=Yes | follow-up=none | display=popover | theme=dark | lang=nl"
        );
    }

    #[test]
    fn own_words_stay_with_their_metric() {
        let mut survey = Survey::of(Touchpoint::Order);
        survey.words_mut().question = "Would you tell a friend?".to_owned();
        survey.metric = Metric::Ces;
        assert_eq!(survey.words().question, "");
        survey.metric = Metric::Nps;
        assert_eq!(survey.words().question, "Would you tell a friend?");
    }

    /// The pages are also examples to copy: the studio must not change what they ask before anybody has touched a setting.
    #[test]
    fn the_shop_pages_carry_what_the_studio_starts_with() {
        let pages = [
            include_str!("../../../examples/shop/product.html"),
            include_str!("../../../examples/shop/order.html"),
            include_str!("../../../examples/shop/delivery.html"),
        ];
        for (touchpoint, page) in Touchpoint::ALL.into_iter().zip(pages) {
            let language = touchpoint.language().tag().unwrap_or_default();
            assert!(page.contains(&format!("<html lang=\"{language}\">")));
            let pairs = attributes(&House::default(), &Survey::of(touchpoint), touchpoint);
            let tag: String = pairs.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
            assert!(page.contains(&format!("<meetpunt-survey{tag}>")), "{touchpoint:?}: {tag}");
        }
    }
}
