//! The last step: one drawn check, one line.

use meetpunt_core::session::Session;
use yew::prelude::*;

use super::Config;

/// The thank-you of the given class.
pub(super) fn thanks(session: &Session, config: &Config) -> Html {
    html! {
        <div part="thanks" id="question" class="thanks" tabindex="-1">
            <span class="tick" aria-hidden="true" />
            <span>{ text(session, config) }</span>
        </div>
    }
}

/// Its words.
pub(super) fn text(session: &Session, config: &Config) -> String {
    config.settings.thanks_text(session.band()).to_owned()
}
