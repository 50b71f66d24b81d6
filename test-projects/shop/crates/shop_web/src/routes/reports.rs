//! Figures.

use axum::routing::get;
use axum::{Request, Router};

use crate::answer::Answer;
use crate::session;
use crate::wiring::Shop;

const PLACES: usize = 10;

pub fn routes() -> Router<Shop> {
    Router::new()
        .route("/reports/top-sellers", get(top_sellers))
        .route("/reports/outstanding", get(outstanding))
        .route("/reports/journal", get(journal))
}

fn top_sellers(shop: &Shop, _: &Request) -> Answer {
    Ok(shop.reports.top_sellers(PLACES)?)
}

fn outstanding(shop: &Shop, _: &Request) -> Answer {
    Ok(shop.reports.outstanding()?.to_string())
}

fn journal(shop: &Shop, request: &Request) -> Answer {
    Ok(shop
        .reports
        .legacy_export(session::text(request, "month")?)?)
}
