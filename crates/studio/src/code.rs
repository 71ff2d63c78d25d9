//! The code tab: what a shop pastes, and the two addresses in it.

use yew::prelude::*;

use crate::action::{Action, Field};
use crate::colour::Colour;
use crate::controls::Writing;
use crate::copy::Copy;
use crate::snippet::{Addresses, Kind, Piece, is_allowed, pieces, text};
use crate::strings::ENGLISH as TEXT;

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub addresses: Addresses,
    pub attributes: Vec<(&'static str, String)>,
    pub accent: Option<Colour>,
    pub act: Callback<Action>,
}

/// The code.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let source = use_node_ref();
    let CodeProps { addresses, attributes, accent, act } = props;
    let code = pieces(addresses, attributes, *accent);
    let piece = |piece: &Piece| {
        let class = match piece.kind {
            Kind::Plain => return html! { { &piece.text } },
            Kind::Tag => "tag",
            Kind::Name => "attribute",
            Kind::Value => "value",
        };
        html! { <span {class}>{ &piece.text }</span> }
    };
    let write = |field: Field| act.reform(move |text| Action::Write(field, text));
    let wrong = if is_allowed(&addresses.endpoint) { "" } else { TEXT.endpoint_wrong };
    html! {
        <div class="code-tab">
            <div class="head-line">
                <h2>{ TEXT.code }</h2>
                <Copy text={text(&code)} source={source.clone()} />
            </div>
            <p class="help">{ TEXT.code_help }</p>
            <pre class="code" tabindex="0" role="region" aria-label={TEXT.code}>
                <code ref={source}>{ for code.iter().map(piece) }</code>
            </pre>
            if addresses.are_local() {
                <p class="hint">{ TEXT.local_addresses }</p>
            }
            <Writing
                id="script"
                label={TEXT.script_address}
                text={addresses.script.clone()}
                help={TEXT.script_help}
                exact=true
                onwrite={write(Field::Script)}
            />
            <Writing
                id="endpoint"
                label={TEXT.endpoint_address}
                text={addresses.endpoint.clone()}
                help={TEXT.endpoint_help}
                {wrong}
                exact=true
                onwrite={write(Field::Endpoint)}
            />
            <ol class="next">
                { for TEXT.next_steps.iter().map(|step| html! { <li>{ *step }</li> }) }
            </ol>
        </div>
    }
}
