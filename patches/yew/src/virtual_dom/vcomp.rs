//! Components in `html!`: this build draws none. There is no way to make a value of these types.

use std::convert::Infallible;
use std::marker::PhantomData;

use crate::html::{BaseComponent, ImplicitClone};

/// A virtual component.
#[derive(Debug, Clone, PartialEq)]
pub enum VComp {}

/// A virtual child component.
#[derive(Debug)]
pub struct VChild<COMP: BaseComponent>(Infallible, PhantomData<COMP>);

impl<COMP: BaseComponent> Clone for VChild<COMP> {
    fn clone(&self) -> Self {
        match self.0 {}
    }
}

impl<COMP: BaseComponent> ImplicitClone for VChild<COMP> {}

impl<COMP: BaseComponent> PartialEq for VChild<COMP> {
    fn eq(&self, _: &Self) -> bool {
        match self.0 {}
    }
}

impl<COMP: BaseComponent> From<VChild<COMP>> for VComp {
    fn from(child: VChild<COMP>) -> Self {
        match child.0 {}
    }
}
