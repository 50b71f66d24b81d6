//! What customers order.

pub mod api;
pub mod events;

// `shop_fulfilment` is the other half of this domain and builds on these two. Rust cannot say
// "public for that crate alone"; the rule file does.
pub mod application;
pub mod model;

mod adapters;
