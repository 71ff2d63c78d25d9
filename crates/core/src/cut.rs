//! The two cuts of the widget.
//!
//! A survey that most shops run is asked with little: the small cut knows `nps`, `ces` and `csat` on their default scales, drawn as
//! numbers, inline or as a popover, with an open question. Everything else is in the whole cut, which knows the small one's
//! surveys too and treats them alike: the table in `crates/core/tests/small` is run in both. Visitors fetch the cut that their
//! survey needs; `src/shell/cuts.js` chooses.
//!
//! What the small cut leaves out stands behind [`WHOLE`] or `cfg(feature = "whole")`: the settings that ask for it have no effect there.

/// Whether this is the whole cut.
pub const WHOLE: bool = cfg!(feature = "whole");
