//! A part of the panel.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    pub title: AttrValue,
    /// What is chosen inside, read while it is closed.
    pub value: AttrValue,
    /// Whether it stands open at first.
    #[prop_or_default]
    pub open: bool,
    pub children: Html,
}

/// A part of the panel that opens and closes.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    // Only the first rendering decides: afterwards it is the marketer's to open and close.
    let open = *use_state(|| props.open);
    html! {
        <details class="section" {open}>
            <summary>
                <h2>{ &props.title }</h2>
                <span class="section-value">{ &props.value }</span>
            </summary>
            <div class="section-body">{ props.children.clone() }</div>
        </details>
    }
}
