//! Starts the shop.

use std::error::Error;
use std::net::TcpListener;
use std::sync::Arc;

use shop_web::{routes, wiring};

fn main() -> Result<(), Box<dyn Error>> {
    // bulkhead: allow(settings-come-from-one-place, reason = "the platform sets PORT, not we; goes with WEB-88", until = "2027-06-30")
    let port = std::env::var("PORT").unwrap_or_else(|_| "8080".to_owned());
    let shop = Arc::new(wiring::open()?);
    let _expiry = shop.orders.start_expiry();
    let listener = TcpListener::bind(format!("0.0.0.0:{port}"))?;
    axum::serve(&listener, &routes::all(), &shop)?;
    Ok(())
}
