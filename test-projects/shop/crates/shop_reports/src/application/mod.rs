//! How the figures are made.

pub mod top_sellers;
