//! Registering and signing in.

use axum::routing::post;
use axum::{Request, Router};

use crate::answer::Answer;
use crate::session::text;
use crate::wiring::Shop;

pub fn routes() -> Router<Shop> {
    Router::new()
        .route("/customers", post(register))
        .route("/sessions", post(sign_in))
}

fn register(shop: &Shop, request: &Request) -> Answer {
    let (name, email) = (text(request, "name")?, text(request, "email")?);
    let customer = shop
        .identity
        .register(name, email, text(request, "password")?)?;
    Ok(format!("welcome, {}", customer.name))
}

fn sign_in(shop: &Shop, request: &Request) -> Answer {
    Ok(shop
        .identity
        .sign_in(text(request, "email")?, text(request, "password")?)?)
}
