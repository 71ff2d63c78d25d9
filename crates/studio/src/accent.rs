//! The accent colour: the shop's own, a few to try, or the brand's.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::colour::Colour;
use crate::strings::text;

/// Colours to try, in the order of their names.
const SAMPLES: [Colour; 5] = [
    Colour::new(0x2b, 0x50, 0xd6),
    Colour::new(0x1c, 0x6e, 0x4a),
    Colour::new(0x84, 0x2e, 0x6b),
    Colour::new(0xe0, 0x9a, 0x14),
    Colour::new(0x1e, 0x1f, 0x24),
];

#[derive(Properties, PartialEq)]
pub struct AccentProps {
    /// The colour that is set; none for the shop's own.
    pub accent: Option<Colour>,
    pub onchoose: Callback<Option<Colour>>,
}

/// Swatches, a picker, and a field for the code of a colour.
#[component]
pub fn Accent(props: &AccentProps) -> Html {
    // What is typed stays as it is while it is not a colour yet.
    let typed = use_state(|| None::<String>);
    let is_wrong = typed.as_ref().is_some_and(|text| !text.trim().is_empty() && Colour::parse(text).is_none());
    let own = props.accent.filter(|accent| !SAMPLES.contains(accent) || typed.is_some());
    let code = match typed.as_ref() {
        Some(text) => text.clone(),
        None => props.accent.map(|accent| accent.to_string()).unwrap_or_default(),
    };
    let choose = {
        let (typed, onchoose) = (typed.clone(), props.onchoose.clone());
        move |accent: Option<Colour>| {
            typed.set(None);
            onchoose.emit(accent);
        }
    };
    let swatch = |name: &'static str, colour: Option<Colour>| {
        let choose = choose.clone();
        let onchange = move |_: Event| choose(colour);
        html! {
            <label class="swatch" title={name}>
                <input type="radio" name="accent" checked={props.accent == colour && own.is_none()} {onchange} />
                { dot(colour) }
                <span class="unseen">{ name }</span>
            </label>
        }
    };
    let onpick = {
        let choose = choose.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            choose(Colour::parse(&input.value()));
        }
    };
    let oninput = {
        let onchoose = props.onchoose.clone();
        let typed = typed.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            match Colour::parse(&text) {
                Some(colour) => onchoose.emit(Some(colour)),
                None if text.trim().is_empty() => onchoose.emit(None),
                None => {}
            }
            typed.set(Some(text));
        }
    };
    let picked = props.accent.unwrap_or(SAMPLES[0]).to_string();
    let names = text().accents.into_iter().zip(SAMPLES);
    html! {
        <fieldset class="group accent">
            <legend>{ text().accent }</legend>
            <div class="swatches">
                { swatch(text().accent_shop, None) }
                { for names.map(|(name, colour)| swatch(name, Some(colour))) }
                <span class="own-colour">
                    <input type="color" aria-label={text().accent_pick} title={text().accent_pick} value={picked} oninput={onpick} />
                    <input
                        type="text"
                        class="code-field"
                        aria-label={text().accent_own}
                        placeholder="#1f6f5c"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength="9"
                        value={code}
                        aria-invalid={is_wrong.then_some("true")}
                        aria-describedby={is_wrong.then_some("accent-wrong")}
                        {oninput}
                    />
                </span>
            </div>
            if is_wrong {
                <p class="wrong" id="accent-wrong">{ text().accent_wrong }</p>
            }
        </fieldset>
    }
}

/// A dot of a colour; of the shop's own, a dot in two halves. Drawn, since a style attribute would need a looser policy.
fn dot(colour: Option<Colour>) -> Html {
    match colour {
        Some(colour) => html! {
            <svg viewBox="0 0 28 28" aria-hidden="true">
                <circle cx="14" cy="14" r="10" fill={colour.to_string()} />
            </svg>
        },
        None => html! {
            <svg viewBox="0 0 28 28" aria-hidden="true">
                <circle cx="14" cy="14" r="9.25" fill="none" stroke="currentColor" stroke-width="1.5" />
                <path d="M8 19.5 19.5 8" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
            </svg>
        },
    }
}
