//! An app: one component in one place of the document.

use std::ops::Deref;
use std::rc::Rc;

use web_sys::Element;

use crate::html::{App, BaseComponent, Scope};

/// An instance of an application.
#[derive(Debug)]
pub struct AppHandle<COMP: BaseComponent> {
    scope: Scope<COMP>,
}

impl<COMP: BaseComponent> AppHandle<COMP> {
    pub(crate) fn mount_with_props(host: Element, props: Rc<COMP::Properties>) -> Self {
        Self { scope: Scope { app: App::new(host, props) } }
    }

    /// Update the properties of the app's root component.
    pub fn update(&mut self, new_props: COMP::Properties) {
        self.scope.app.change(new_props);
    }

    /// Schedule the app for destruction
    pub fn destroy(self) {
        self.scope.app.destroy();
    }
}

impl<COMP: BaseComponent> Deref for AppHandle<COMP> {
    type Target = Scope<COMP>;

    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}
