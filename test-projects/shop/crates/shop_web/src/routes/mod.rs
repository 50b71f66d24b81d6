//! Every route, one file for each domain behind it.

use axum::Router;

use crate::wiring::Shop;

mod billing;
mod catalog;
mod identity;
mod orders;
mod reports;

pub fn all() -> Router<Shop> {
    Router::new()
        .merge(billing::routes())
        .merge(catalog::routes())
        .merge(identity::routes())
        .merge(orders::routes())
        .merge(reports::routes())
}
