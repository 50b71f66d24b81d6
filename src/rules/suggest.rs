//! "Did you mean": the closest known name.
//!
//! In: a name that nobody knows, and the known ones. Out: the one that was probably meant.
//! *Invariant:* the answer depends on the names alone, not on their order.

/// The known name closest to `unknown`, if one is close enough to be a slip of the pen.
#[must_use]
pub(crate) fn nearest<'a>(
    unknown: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let folded = fold(unknown);
    known
        .into_iter()
        .filter_map(|name| Some((distance(&folded, &fold(name))?, name)))
        .min()
        .map(|(_, name)| name)
}

/// Names that differ in case or in `_` and `-` only are the same slip.
fn fold(name: &str) -> String {
    name.to_lowercase().replace('_', "-")
}

/// How far apart two names are; `None` where that is too far for a slip.
fn distance(unknown: &str, name: &str) -> Option<usize> {
    let length = unknown.chars().count().max(name.chars().count());
    let limit = match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => length / 3,
    };
    let apart = strsim::damerau_levenshtein(unknown, name);
    if apart <= limit {
        return Some(apart);
    }
    // A word that is cut short or carries a tail (`orders-v2`, `conf`) is rarely a slip of few letters.
    let shorter = unknown.chars().count().min(name.chars().count());
    let prefix = unknown.starts_with(name) || name.starts_with(unknown);
    (prefix && shorter >= 3).then_some(apart.max(limit + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let known = ["catalog", "kernel", "only-by", "orders", "uses"];
        assert_eq!(nearest("kernle", known), Some("kernel"));
        assert_eq!(nearest("only_by", known), Some("only-by"));
        assert_eq!(nearest("Catalog", known), Some("catalog"));
        assert_eq!(nearest("order", known), Some("orders"));
        assert_eq!(nearest("use", known), Some("uses"));
        assert_eq!(nearest("billing", known), None);
        assert_eq!(nearest("x", known), None);
    }
}
