//! How an app's component is reached.

use std::fmt;
use std::rc::Rc;

use super::lifecycle::App;
use super::BaseComponent;
use crate::callback::Callback;

/// A context which allows sending messages to a component.
pub struct Scope<COMP: BaseComponent> {
    pub(crate) app: Rc<App<COMP>>,
}

impl<COMP: BaseComponent> fmt::Debug for Scope<COMP> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scope<_>")
    }
}

impl<COMP: BaseComponent> Clone for Scope<COMP> {
    fn clone(&self) -> Self {
        Self { app: self.app.clone() }
    }
}

impl<COMP: BaseComponent> Scope<COMP> {
    /// Creates a `Callback` which will send a message to the linked component's update method when invoked.
    pub fn callback<F, IN, M>(&self, function: F) -> Callback<IN>
    where
        M: Into<COMP::Message>,
        F: Fn(IN) -> M + 'static,
    {
        let scope = self.clone();
        Callback::from(move |input| scope.send_message(function(input)))
    }

    /// Send a message to the component.
    pub fn send_message<T>(&self, msg: T)
    where
        T: Into<COMP::Message>,
    {
        self.app.send(msg.into());
    }
}
