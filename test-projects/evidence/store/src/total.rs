//! What has a price.

/// Something with a price.
pub trait Total {
    /// The price.
    fn total(&self) -> u64;

    /// Whether it costs nothing.
    fn is_free(&self) -> bool {
        self.total() == 0
    }
}
