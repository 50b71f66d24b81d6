//! By the type that a function gives, and what it dereferences to.

/// How much is said.
pub fn talk() -> Result<usize, String> {
    let order = crate::source::one()?;
    Ok(order.note.length())
}
