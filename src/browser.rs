//! What the view needs of the browser, and nothing else of it.

mod clock;
mod focus;
mod ids;
mod paint;
mod popover;
mod style;
mod text;

pub use clock::now;
pub use focus::{focus, holds_focus, uncheck};
pub use ids::submission_id;
pub use paint::BeforePaint;
pub use popover::{close_dialog, open_dialog, open_popover};
pub use style::{Style, style};
pub use text::composed;
