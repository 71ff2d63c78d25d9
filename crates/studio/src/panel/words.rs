//! The words of a survey: its language, its question, what its ends mean, and the names in it.

use meetpunt_core::settings::Wording;
use yew::prelude::*;

use super::DesignProps;
use crate::action::{Action, Field};
use crate::controls::{Choice, Choices, Shape, Writing};
use crate::draft::{House, Language, Survey};
use crate::standard::Standard;
use crate::strings::{ENGLISH as TEXT, fill};

/// The fields.
pub fn fields(props: &DesignProps) -> Html {
    let DesignProps { touchpoint, survey, house, act, .. } = props;
    let standard = Standard::of(house, survey, *touchpoint);
    let own = survey.words();
    let write = |field: Field| act.reform(move |text| Action::Write(field, text));
    let language = |language: &Language| Choice::plain(TEXT.language(*language));
    let spoken = [("language", TEXT.language(touchpoint.language()))];
    let language_help = match house.language {
        Language::Page => fill(TEXT.language_help, &spoken),
        Language::English | Language::Dutch => String::new(),
    };
    let used = |by_standard: bool, name: &str, help: &'static str| {
        let written = own.question.trim();
        let by_own = written.contains(name);
        if by_own || (by_standard && written.is_empty()) { help } else { TEXT.unused }
    };
    html! {
        <>
            <Choices
                legend={TEXT.language}
                name="language"
                shape={Shape::Segments}
                choices={Language::ALL.iter().map(language).collect::<Vec<_>>()}
                chosen={house.language as usize}
                onchoose={act.reform(|place: usize| Action::ChooseLanguage(Language::ALL[place]))}
                help={language_help}
            />
            { wording(survey, act) }
            <Writing
                id="question"
                label={TEXT.question}
                text={own.question.clone()}
                standard={standard.question.clone()}
                help={TEXT.question_help}
                long=true
                onwrite={write(Field::Question)}
            />
            <div class="pair">
                <Writing
                    id="low-label"
                    label={TEXT.low_label}
                    text={own.low_label.clone()}
                    standard={standard.low_label.clone()}
                    onwrite={write(Field::LowLabel)}
                />
                <Writing
                    id="high-label"
                    label={TEXT.high_label}
                    text={own.high_label.clone()}
                    standard={standard.high_label.clone()}
                    onwrite={write(Field::HighLabel)}
                />
            </div>
            <div class="pair">
                <Writing
                    id="brand"
                    label={TEXT.brand}
                    text={house.brand.clone()}
                    help={used(standard.names_brand, "{brand}", TEXT.brand_help)}
                    onwrite={write(Field::Brand)}
                />
                <Writing
                    id="topic"
                    label={TEXT.topic}
                    text={survey.topic.clone()}
                    standard={TEXT.topic_example}
                    help={used(standard.names_topic, "{topic}", TEXT.topic_help)}
                    onwrite={write(Field::Topic)}
                />
            </div>
        </>
    }
}

/// The variants of the standard question, where the metric has some.
fn wording(survey: &Survey, act: &Callback<Action>) -> Html {
    let known = survey.metric.table().map_or(&[][..], |table| table.wordings);
    if known.len() < 2 {
        return Html::default();
    }
    let chosen = survey.words().wording;
    let choice = |wording: &Wording| Choice::plain(TEXT.wording(*wording));
    html! {
        <Choices
            legend={TEXT.wording}
            name="wording"
            shape={Shape::Segments}
            choices={known.iter().map(choice).collect::<Vec<_>>()}
            chosen={known.iter().position(|wording| *wording == chosen).unwrap_or_default()}
            onchoose={act.reform(|place: usize| Action::ChooseWording(known[place]))}
        />
    }
}

/// What the section says while it is closed.
pub fn summary(survey: &Survey, house: &House) -> String {
    let own = survey.words();
    let is_standard = [&own.question, &own.low_label, &own.high_label].into_iter().all(String::is_empty);
    let kind = if is_standard { TEXT.words_standard } else { TEXT.words_own };
    format!("{kind} · {}", TEXT.language(house.language))
}
