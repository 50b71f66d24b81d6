use crate::a::{all, find};

pub fn one() -> Result<u8, String> {
    let Some(order) = find(1)? else {
        return Ok(0);
    };
    Ok(order.total())
}

pub async fn many() -> u8 {
    let prices = all().await.into_iter().flat_map(|order| order.lines);
    prices.map(|line| line.price).sum()
}
