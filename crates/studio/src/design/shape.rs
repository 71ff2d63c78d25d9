//! Choices that are drawn: where the survey appears, light or dark, what follows the score.

use meetpunt_core::Word;
use meetpunt_core::settings::{Display, FollowUp, Theme};
use serde_json::Value;
use yew::prelude::*;

use super::Form;
use crate::controls::{Choice, Choices, Shape, note};
use crate::pictures;
use crate::strings::text;
use crate::texts;

/// Where it appears.
pub(super) fn display(form: &Form<'_>) -> Html {
    let choice = |display: &Display| {
        let words = text().display(*display);
        Choice::new(words.title, words.help).picture(pictures::display(*display))
    };
    let advice = form.advice("display");
    html! {
        <>
            { choices::<Display>(form, "display", Shape::Tiles, choice) }
            if !advice.is_empty() {
                { note("display", "advice", &advice) }
            }
        </>
    }
}

/// Light or dark.
pub(super) fn theme(form: &Form<'_>) -> Html {
    choices::<Theme>(form, "theme", Shape::Segments, |theme| Choice::plain(text().theme(*theme)))
}

/// What follows the score.
pub(super) fn follow_up(form: &Form<'_>) -> Html {
    choices::<FollowUp>(form, "follow-up", Shape::Cards, |word| {
        let help = text().follow_up_helps[*word as usize];
        Choice::new(texts::word("follow-up", word.word()), help)
    })
}

/// One of a vocabulary whose first word is the default.
fn choices<W: Word + PartialEq>(
    form: &Form<'_>,
    name: &'static str,
    shape: Shape,
    choice: impl Fn(&W) -> Choice,
) -> Html {
    let set = |place: usize| (place > 0).then(|| Value::from(W::ALL[place].word()));
    let value = form.draft.text(form.touchpoint, name);
    let known = W::ALL.iter().position(|word| word.word() == value);
    html! {
        <Choices
            legend={texts::title(name)}
            {name}
            {shape}
            choices={W::ALL.iter().map(choice).collect::<Vec<_>>()}
            chosen={known.or(value.is_empty().then_some(0))}
            onchoose={form.set(name).reform(set)}
        />
    }
}
