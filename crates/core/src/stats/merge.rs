//! Pooling of counts.

/// Counts that can be pooled. Merging is associative and commutative, so the parts of a sample may be counted anywhere
/// and in any order. Scores themselves are never averaged.
pub trait Merge: Clone {
    /// What stands against pooling two of them.
    type Error;

    /// Adds all counts of `other`. Unchanged on an error.
    ///
    /// # Errors
    /// Where the two count different things.
    fn merge(&mut self, other: &Self) -> Result<(), Self::Error>;

    /// All parts pooled; `None` of no parts.
    ///
    /// # Errors
    /// Where two parts count different things.
    fn pooled<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Result<Option<Self>, Self::Error>
    where
        Self: 'a,
    {
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else {
            return Ok(None);
        };
        let mut pool = first.clone();
        for part in parts {
            pool.merge(part)?;
        }
        Ok(Some(pool))
    }
}
