//! Drawing never fails: nothing suspends.

/// Render Error.
#[derive(Debug, Clone, PartialEq)]
pub enum RenderError {}

/// Render Result.
pub type RenderResult<T> = std::result::Result<T, RenderError>;
