//! Listeners in `html!`: this build has none. Yew never takes the listeners of a root away again.

/// What `html!` writes where no listener is given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Listeners {
    None,
}
