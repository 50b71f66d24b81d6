//! By the parameter of a closure, and the items of a loop.

/// What all of it costs.
pub fn all() -> Result<u64, String> {
    let mut sum = 0;
    for order in &crate::source::many()? {
        sum += order.items.iter().map(|item| item.cents).sum::<u64>();
    }
    Ok(sum)
}
