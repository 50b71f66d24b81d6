//! Invoices and incoming payments.

use axum::routing::{get, post};
use axum::{Request, Router};
use shop_kernel::id::{InvoiceId, OrderId};
use shop_kernel::money::{Currency, Money};

use crate::answer::Answer;
use crate::session;
use crate::wiring::Shop;

pub fn routes() -> Router<Shop> {
    Router::new()
        .route("/invoices", get(invoice))
        .route("/payments", post(book))
}

fn invoice(shop: &Shop, request: &Request) -> Answer {
    session::customer(shop, request)?;
    let order = OrderId::new(session::number(request, "order")?);
    Ok(shop.billing.invoice(order)?.text)
}

fn book(shop: &Shop, request: &Request) -> Answer {
    let invoice = InvoiceId::new(session::number(request, "invoice")?);
    let cents = i64::try_from(session::number(request, "cents")?).unwrap_or(i64::MAX);
    let settled = shop
        .billing
        .book(invoice, Money::new(cents, Currency::Eur))?;
    Ok(format!("settled: {settled}"))
}
