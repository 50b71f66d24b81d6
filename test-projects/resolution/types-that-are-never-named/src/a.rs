use crate::b::Order;

pub fn find(_: u8) -> Result<Option<Order>, String> {
    Ok(None)
}

pub async fn all() -> Vec<Order> {
    Vec::new()
}
