//! What the tests stand on: browsers, a shop with faults, and the eyes and hands of a visitor.

pub mod axe;
pub mod browser;
pub mod clock;
pub mod collector;
pub mod computed;
pub mod connection;
pub mod devtools;
pub mod engine;
pub mod event;
pub mod house;
pub mod keeper;
pub mod model;
pub mod narrow;
pub mod page;
pub mod picture;
pub mod process;
pub mod refusal;
pub mod runner;
pub mod screen;
pub mod site;
pub mod stage;
pub mod storage;
pub mod studio;
pub mod tree;
pub mod unharmed;
pub mod variety;
pub mod widget;

pub use collector::Fault;
pub use engine::Engine;
pub use fantoccini::key::Key;
pub use page::{element, page, survey};
pub use stage::Stage;
