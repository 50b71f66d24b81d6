//! Looking at products.

use axum::routing::get;
use axum::{Request, Router};
use shop_kernel::id::ProductId;
use shop_kernel::page::Page;

use crate::answer::Answer;
use crate::session;
use crate::wiring::Shop;

pub fn routes() -> Router<Shop> {
    Router::new()
        .route("/products", get(search))
        .route("/product", get(product))
}

fn search(shop: &Shop, request: &Request) -> Answer {
    let found = shop
        .catalog
        .search(session::text(request, "words")?, Page::default())?;
    let lines = found
        .iter()
        .map(|product| format!("{} {}\n", product.name, product.price));
    Ok(lines.collect())
}

fn product(shop: &Shop, request: &Request) -> Answer {
    let product = shop
        .catalog
        .product(ProductId::new(session::number(request, "id")?))?;
    Ok(format!(
        "{}: {}, {} left",
        product.name, product.price, product.available
    ))
}
