//! Radio buttons with a legend.

use yew::prelude::*;

/// How a group of radio buttons is drawn.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    /// Side by side, one word each.
    Segments,
    /// One below the other, with a sentence each.
    Cards,
    /// Side by side, with a picture each.
    Tiles,
}

impl Shape {
    const fn class(self) -> &'static str {
        match self {
            Self::Segments => "segments",
            Self::Cards => "cards",
            Self::Tiles => "tiles",
        }
    }
}

/// One choice of a group.
#[derive(Clone, PartialEq)]
pub struct Choice {
    pub title: AttrValue,
    /// A sentence below the title; empty for none.
    pub help: AttrValue,
    /// A few characters at the end of the title, such as the scale; empty for none.
    pub mark: AttrValue,
    /// A picture that says the same as the title.
    pub picture: Html,
}

impl Choice {
    /// A choice with a title alone.
    pub fn plain(title: impl Into<AttrValue>) -> Self {
        Self::new(title, "")
    }

    /// A choice with a sentence.
    pub fn new(title: impl Into<AttrValue>, help: &'static str) -> Self {
        Self { title: title.into(), help: help.into(), mark: "".into(), picture: Html::default() }
    }

    /// The same with a picture.
    pub fn picture(mut self, picture: Html) -> Self {
        self.picture = picture;
        self
    }

    /// The same with a mark.
    pub fn mark(mut self, mark: String) -> Self {
        self.mark = mark.into();
        self
    }
}

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// What is chosen, for everybody.
    pub legend: AttrValue,
    /// Whether only screen readers need the legend, because a heading says the same.
    #[prop_or_default]
    pub quiet: bool,
    /// The name that makes the radio buttons one group.
    pub name: AttrValue,
    pub shape: Shape,
    pub choices: Vec<Choice>,
    /// The place of the chosen one; none where it is not among them.
    pub chosen: Option<usize>,
    /// Gets the place of the newly chosen one.
    pub onchoose: Callback<usize>,
    /// A sentence below the group.
    #[prop_or_default]
    pub help: AttrValue,
}

/// Radio buttons.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let choice = |(place, choice): (usize, &Choice)| {
        let onchange = props.onchoose.reform(move |_: Event| place);
        let id = format!("{}-{place}", props.name);
        let (title, help) = (format!("{id}-title"), format!("{id}-help"));
        let has_help = !choice.help.is_empty();
        html! {
            <label class="choice">
                <input
                    type="radio"
                    {id}
                    name={props.name.clone()}
                    checked={Some(place) == props.chosen}
                    aria-labelledby={title.clone()}
                    aria-describedby={has_help.then(|| help.clone())}
                    {onchange}
                />
                <span class="choice-body">
                    { choice.picture.clone() }
                    <span class="choice-title">
                        <span id={title}>{ &choice.title }</span>
                        if !choice.mark.is_empty() {
                            <span class="choice-mark">{ &choice.mark }</span>
                        }
                    </span>
                    if has_help {
                        <span class="choice-help" id={help}>{ &choice.help }</span>
                    }
                </span>
            </label>
        }
    };
    html! {
        <fieldset class={classes!("group", props.shape.class())}>
            <legend class={classes!(props.quiet.then_some("unseen"))}>{ &props.legend }</legend>
            <div class="choices">{ for props.choices.iter().enumerate().map(choice) }</div>
            if !props.help.is_empty() {
                <p class="help">{ &props.help }</p>
            }
        </fieldset>
    }
}
