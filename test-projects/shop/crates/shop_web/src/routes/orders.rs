//! Placing, cancelling and shipping orders.

use axum::routing::{get, post};
use axum::{Request, Router};
use shop_kernel::id::{OrderId, ProductId};

use crate::answer::Answer;
use crate::session;
use crate::wiring::Shop;

pub fn routes() -> Router<Shop> {
    Router::new()
        .route("/orders", post(place))
        .route("/orders/cancel", post(cancel))
        .route("/orders/ship", post(ship))
        .route("/order", get(order))
}

fn place(shop: &Shop, request: &Request) -> Answer {
    let customer = session::customer(shop, request)?;
    let product = ProductId::new(session::number(request, "product")?);
    let quantity = u32::try_from(session::number(request, "quantity")?).unwrap_or(u32::MAX);
    let order = shop.orders.place(customer.id, &[(product, quantity)])?;
    Ok(format!("order {} over {}", order.label, order.total))
}

fn cancel(shop: &Shop, request: &Request) -> Answer {
    let customer = session::customer(shop, request)?;
    let id = OrderId::new(session::number(request, "id")?);
    Ok(shop.orders.cancel(id, customer.id)?.standing().to_owned())
}

fn ship(shop: &Shop, request: &Request) -> Answer {
    let id = OrderId::new(session::number(request, "id")?);
    let due = shop
        .fulfilment
        .ship(id, session::text(request, "carrier")?)?;
    Ok(format!("due at {}", due.0))
}

fn order(shop: &Shop, request: &Request) -> Answer {
    let order = shop
        .orders
        .order(OrderId::new(session::number(request, "id")?))?;
    Ok(format!("order {} is {}", order.label, order.standing()))
}
