//! One Yew component that asks the question and posts the answer. No delivery that can be relied on, no language, no style.

use yew::prelude::*;

/// The survey.
#[component]
fn Survey() -> Html {
    let sent = use_state(|| false);
    let onsubmit = {
        let sent = sent.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            post(&event.target_unchecked_into());
            sent.set(true);
        }
    };
    if *sent {
        return html! { <p>{ "Thank you" }</p> };
    }
    html! {
        <form {onsubmit}>
            <fieldset>
                <legend>{ "How likely is it that you would recommend us to a friend or colleague?" }</legend>
                { for (0..=10).map(|score| html! {
                    <label><input type="radio" name="score" value={score.to_string()} />{ score }</label>
                }) }
            </fieldset>
            <p>{ "Not at all likely – Extremely likely" }</p>
            <textarea name="comment" aria-label="Why?" />
            <button>{ "Send" }</button>
        </form>
    }
}

/// Posts what the form holds.
fn post(form: &web_sys::HtmlFormElement) {
    let request = web_sys::RequestInit::new();
    request.set_method("POST");
    if let (Some(window), Ok(data)) = (web_sys::window(), web_sys::FormData::new_with_form(form)) {
        request.set_body(&data);
        let _ = window.fetch_with_str_and_init("/collect", &request);
    }
}

fn main() {
    let place =
        web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("survey"));
    if let Some(place) = place {
        yew::Renderer::<Survey>::with_root(place).render();
    }
}
