use crate::a::Page;
use crate::b::Order;

pub fn run(page: Page<Order>) -> u8 {
    let total = page.first().map_or(0, |order| order.total());
    let lines = page.map(|order| order.line());
    total + lines.rows[0].price
}
