//! What is measured: the measure, its scale, its look, and the version of its question.

use meetpunt_core::{Metric, Scale, ScaleTable, Word as _};
use serde_json::Value;
use yew::prelude::*;

use super::Form;
use crate::controls::{Choice, Choices, Pick, Shape};
use crate::form::kind_of;
use crate::strings::{fill, text};
use crate::texts;

/// The measures that most shops begin with.
const FIRST: [Metric; 3] = [Metric::Nps, Metric::Ces, Metric::Csat];

/// The measure: three as cards, the others in a list.
pub(super) fn metric(form: &Form<'_>) -> Html {
    let choice = |(metric, help): (&Metric, &'static str)| {
        let choice = Choice::new(texts::word("metric", metric.word()), help);
        let Some(measure) = metric.measure() else {
            return choice;
        };
        let Scale { min, max } = measure.scale();
        choice.mark(fill(text().points, &[("lowest", &min.to_string()), ("highest", &max.to_string())]))
    };
    let chosen = FIRST.iter().position(|metric| metric.word() == form.metric());
    let others = Metric::ALL.iter().filter(|metric| !FIRST.contains(metric)).map(|metric| metric.word());
    let words = others.map(|word| (AttrValue::from(word), AttrValue::from(texts::word("metric", word))));
    let none = (AttrValue::from(""), AttrValue::from(text().choose_other));
    let onpick = form.set("metric").reform(|word: String| (!word.is_empty()).then(|| word.into()));
    html! {
        <>
            <Choices
                legend={texts::title("metric")}
                quiet=true
                name="metric"
                shape={Shape::Cards}
                choices={FIRST.iter().zip(text().metrics).map(choice).collect::<Vec<_>>()}
                {chosen}
                onchoose={form.set("metric").reform(|place: usize| Some(FIRST[place].word().into()))}
            />
            <Pick
                id="other-metric"
                label={text().other_metric}
                words={[none].into_iter().chain(words).collect::<Vec<_>>()}
                chosen={if chosen.is_none() { form.metric().to_owned() } else { String::new() }}
                {onpick}
            />
        </>
    }
}

/// The tables of the measure's scales; none for a measure of one's own.
fn tables(form: &Form<'_>) -> &'static [ScaleTable] {
    Metric::parse(form.metric()).map_or(&[], Metric::tables)
}

/// The table of the scale that is chosen.
fn table(form: &Form<'_>) -> Option<&'static ScaleTable> {
    let chosen = Scale::parse(form.draft.text(form.touchpoint, "scale"));
    let tables = tables(form);
    tables.iter().find(|table| Some(table.scale()) == chosen).or_else(|| tables.first())
}

/// The scale, where the measure has several.
pub(super) fn scale(form: &Form<'_>) -> Html {
    let tables = tables(form);
    if tables.len() < 2 && form.wrong("scale").is_empty() {
        return Html::default();
    }
    let scale = |place: usize, table: &ScaleTable| {
        let Scale { min, max } = table.scale();
        let value = if place == 0 { String::new() } else { format!("{min}-{max}") };
        let word = fill(text().points, &[("lowest", &min.to_string()), ("highest", &max.to_string())]);
        (AttrValue::from(value), AttrValue::from(word))
    };
    form.pick("scale", tables.iter().enumerate().map(|(place, table)| scale(place, table)).collect())
}

/// How the scale is drawn, where it has several looks.
pub(super) fn look(form: &Form<'_>) -> Html {
    let looks = table(form).map(|table| table.looks.iter().map(|look| look.word()).collect::<Vec<_>>());
    match looks {
        Some(looks) if looks.len() < 2 && form.wrong("look").is_empty() => Html::default(),
        Some(looks) => form.word("look", &looks),
        None => form.word("look", &["numbers", "labels"]),
    }
}

/// The versions of the standard question, where the measure has some.
pub(super) fn wording(form: &Form<'_>) -> Html {
    let known = table(form).map_or(&[][..], |table| table.wordings);
    if known.len() < 2 {
        // What does not fit must be seen to be taken away.
        let meetpunt_core::site::Kind::Word(words) = kind_of("wording") else {
            return Html::default();
        };
        return if form.wrong("wording").is_empty() { Html::default() } else { form.word("wording", words) };
    }
    let chosen = form.draft.text(form.touchpoint, "wording");
    let set = move |place: usize| (place > 0).then(|| Value::from(known[place].word()));
    html! {
        <Choices
            legend={texts::title("wording")}
            name="wording"
            shape={Shape::Segments}
            choices={known.iter().map(|wording| Choice::plain(texts::word("wording", wording.word()))).collect::<Vec<_>>()}
            chosen={known.iter().position(|wording| wording.word() == chosen).or(chosen.is_empty().then_some(0))}
            onchoose={form.set("wording").reform(set)}
        />
    }
}
