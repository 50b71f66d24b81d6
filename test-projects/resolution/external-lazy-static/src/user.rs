lazy_static::lazy_static! {
    /// Made once.
    pub static ref TABLE: crate::a::Table = crate::a::Table::new();
}
