//! What travels: the posted event, field by field. Only these types are written for the network.

mod alert;
mod body;
mod data;
mod event;
#[cfg(feature = "whole")]
pub mod form;
pub mod json;
mod limit;
mod map;
mod more;
#[cfg(feature = "read")]
mod read;
mod rescore;
mod sample_rate;
#[cfg(feature = "schema")]
mod schema;
mod shape;

pub use alert::Alert;
pub use body::{LARGEST, body};
pub use data::{Data, State};
pub use event::{Event, RESPONSE};
pub use map::Map;
pub use more::More;
#[cfg(feature = "read")]
pub use read::{read, read_one};
pub use sample_rate::SampleRate;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use shape::Shape;
