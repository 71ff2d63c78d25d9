//! The page: an order that is in, with a survey in it and one behind a button.

use meetpunt::SurveyEvent;
use yew::prelude::*;

use crate::heard::Heard;
use crate::loyalty::Loyalty;
use crate::order::Order;

/// What can happen on this page.
pub enum Action {
    Heard(SurveyEvent),
    Speak { dutch: bool },
    Ask,
    Closed,
}

/// See [`Action`].
pub struct App {
    events: Vec<SurveyEvent>,
    dutch: bool,
    asks: bool,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(_context: &Context<Self>) -> Self {
        Self { events: Vec::new(), dutch: false, asks: false }
    }

    fn update(&mut self, _context: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Heard(event) => self.events.push(event),
            Action::Speak { dutch } => self.dutch = dutch,
            Action::Ask => self.asks = true,
            Action::Closed => self.asks = false,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let onevent = link.callback(Action::Heard);
        let dutch = !self.dutch;
        html! {
            <main>
                <h1>{ "Thank you, Sanne. Your order is in." }</h1>
                <Order dutch={self.dutch} onevent={onevent.clone()} />
                <p>
                    <button id="language" onclick={link.callback(move |_| Action::Speak { dutch })}>
                        { if dutch { "Nederlands" } else { "English" } }
                    </button>
                    <button id="say-more" onclick={link.callback(|_| Action::Ask)}>{ "Tell us more" }</button>
                </p>
                if self.asks {
                    <Loyalty {onevent} onclose={link.callback(|()| Action::Closed)} />
                }
                <h2>{ "What the surveys said" }</h2>
                <Heard events={self.events.clone()} />
            </main>
        }
    }
}
