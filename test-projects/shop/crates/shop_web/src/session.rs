//! Who is asking.

use axum::Request;
use shop_identity::api::CustomerView;
use shop_kernel::error::{Failure, Result};

use crate::wiring::Shop;

pub fn customer(shop: &Shop, request: &Request) -> Result<CustomerView> {
    let token = request.bearer.as_deref().ok_or(Failure::Unauthorized)?;
    shop.identity.who_is(token)
}

pub fn number(request: &Request, name: &str) -> Result<u64> {
    let value = request.parameter(name).and_then(|value| value.parse().ok());
    value.ok_or_else(|| Failure::invalid(format!("`{name}` is missing or no number")))
}

pub fn text<'a>(request: &'a Request, name: &str) -> Result<&'a str> {
    let value = request.parameter(name);
    value.ok_or_else(|| Failure::invalid(format!("`{name}` is missing")))
}
